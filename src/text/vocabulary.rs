//! The words that pages are searched for: declared where a screen is known by them, gathered for the one who looks.

/// Phrases that a page may say, in plain form ([`plain`](super::plain)).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Said(pub &'static [&'static str]);

/// What links and buttons may be called, in plain form: the whole name, not a part of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Called(pub &'static [&'static str]);

/// Some of the words of a screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Words {
    /// Phrases of its texts.
    Said(Said),
    /// Names of its links and buttons.
    Called(Called),
}

/// Everything that matters on a page: what says nothing of it is passed over.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Vocabulary {
    /// Phrases that texts may hold.
    pub said: Vec<&'static str>,
    /// Names that links and buttons may have.
    pub called: Vec<&'static str>,
}

impl Called {
    /// Each of the names by itself, the first one first.
    pub fn each(self) -> impl Iterator<Item = Self> {
        self.0.iter().map(|name| Self(std::slice::from_ref(name)))
    }
}

impl FromIterator<Words> for Vocabulary {
    fn from_iter<T: IntoIterator<Item = Words>>(words: T) -> Self {
        let mut all = Self::default();
        for words in words {
            match words {
                Words::Said(said) => all.said.extend(said.0),
                Words::Called(called) => all.called.extend(called.0),
            }
        }
        all.said.sort_unstable();
        all.said.dedup();
        all.called.sort_unstable();
        all.called.dedup();
        all
    }
}
