//! The words the screens are known by. Each file declares its own with `words!`, which also hands them to the one who
//! looks at the page: no word can be looked for that a look passes over.

use super::{answers, reading, screens};
use crate::text::vocabulary::Vocabulary;

/// The words of all screens.
#[must_use]
pub fn all() -> Vocabulary {
    [answers::WORDS, reading::WORDS].into_iter().chain(screens::WORDS).flatten().copied().collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::plain;

    /// Names are compared with what is plain already.
    #[test]
    fn words_are_plain() {
        let all = all();
        for word in all.said.iter().chain(&all.called) {
            assert!(plain(word) == *word || word.ends_with('_') || !word.is_ascii(), "{word:?} is not plain");
        }
    }
}
