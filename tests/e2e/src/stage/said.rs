//! What the guide should say, written as it says it.

use anyhow::{Result, bail};

use crate::guide::Sight;

/// A step, a state and a target, or what they may be.
pub(super) struct Said([Word; 3]);

struct Word {
    any: bool,
    turned: bool,
    of: Vec<String>,
}

impl Said {
    pub(super) fn parse(text: &str) -> Result<Self> {
        let words: Vec<Word> = text.split_whitespace().map(Word::parse).collect();
        match <[Word; 3]>::try_from(words) {
            Ok(words) => Ok(Self(words)),
            Err(_) => bail!("`{text}` is no step, state and target"),
        }
    }

    pub(super) fn is(&self, sight: &Sight) -> bool {
        let said = [&sight.step, &sight.state, &sight.target];
        self.0.iter().zip(said).all(|(word, said)| word.is(said.as_deref().unwrap_or("-")))
    }

    /// The same of a line of the recorder's.
    pub(super) fn is_of(&self, seen: &str) -> bool {
        self.0.iter().zip(seen.split(' ')).all(|(word, said)| word.is(said))
    }
}

impl Word {
    fn parse(text: &str) -> Self {
        let (turned, rest) = text.strip_prefix('!').map_or((false, text), |rest| (true, rest));
        Self { any: rest == "*", turned, of: rest.split('|').map(str::to_owned).collect() }
    }

    fn is(&self, said: &str) -> bool {
        self.any || self.turned != self.of.iter().any(|word| word == said)
    }
}

#[cfg(test)]
mod tests {
    use super::Said;

    #[test]
    fn words_stand_for_what_they_say() {
        for (pattern, said, want) in [
            ("sign-in guiding captcha", "sign-in guiding captcha", true),
            ("sign-in guiding captcha", "sign-in guiding sign-in", false),
            ("* waiting|blocked -", "done blocked -", true),
            ("* waiting|blocked -", "done guiding -", false),
            ("* !guiding *", "- - -", true),
            ("* * !home|gsp", "sign-in guiding home", false),
        ] {
            let parsed = Said::parse(pattern).expect("a pattern");
            assert_eq!(parsed.is_of(said), want, "{pattern} of {said}");
        }
    }
}
