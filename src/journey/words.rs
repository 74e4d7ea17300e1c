//! How a file of this room declares the words it looks for.

/// Declares the words of a file as constants: `said` what texts hold, `called` what links and buttons are called. All of
/// them together are its `WORDS`.
macro_rules! words {
    ($($(#[$note:meta])* $vis:vis $kind:ident $name:ident = [$($word:literal),* $(,)?];)*) => {
        $($crate::journey::words::words!(@one $(#[$note])* $vis $kind $name [$($word),*]);)*
        /// All of these words, for the vocabulary.
        pub(in crate::journey) const WORDS: &[$crate::text::vocabulary::Words] =
            &[$($crate::journey::words::words!(@each $kind $name)),*];
    };
    (@one $(#[$note:meta])* $vis:vis said $name:ident [$($word:literal),*]) => {
        $(#[$note])* $vis const $name: $crate::text::vocabulary::Said = $crate::text::vocabulary::Said(&[$($word),*]);
    };
    (@one $(#[$note:meta])* $vis:vis called $name:ident [$($word:literal),*]) => {
        $(#[$note])* $vis const $name: $crate::text::vocabulary::Called =
            $crate::text::vocabulary::Called(&[$($word),*]);
    };
    (@each said $name:ident) => { $crate::text::vocabulary::Words::Said($name) };
    (@each called $name:ident) => { $crate::text::vocabulary::Words::Called($name) };
}
pub(in crate::journey) use words;
