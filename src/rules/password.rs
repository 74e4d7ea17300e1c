//! The password: the portal's code 3003 and the limits known of its forms (facts.md, section C: MGC, ICG).

use super::strength::{self, Strength};

/// At least this many characters (common rule of these portals; facts.md gives it low to medium confidence).
const SHORTEST: usize = 8;
/// At most this many characters (ICG; the e-Way Bill form prints it).
const LONGEST: usize = 15;
/// The special characters that code 3003 names (MGC).
pub const SPECIALS: [char; 7] = ['%', '$', '#', '@', '_', '!', '*'];

/// A rule of the portal that a password breaks, or, in a list of requirements, one to keep.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Broken {
    /// Shorter or longer than the portal takes.
    Length,
    /// No capital letter.
    Upper,
    /// No small letter.
    Lower,
    /// No digit.
    Digit,
    /// None of [`SPECIALS`].
    Special,
    /// It holds a space.
    Space,
    /// The page's own check refuses it, for a reason of its own.
    Page,
}

impl Broken {
    /// The requirements in the order they are shown.
    pub const ALL: [Self; 6] = [Self::Length, Self::Upper, Self::Lower, Self::Digit, Self::Special, Self::Space];
}

/// What speaks against a password without being known as a rule of the portal: some programs refuse it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Advice {
    /// A sign that code 3003 does not name (MGC), so that nobody knows whether it is taken.
    OddSign,
    /// A sign at its beginning or end (facts.md, section G: FB).
    SignAtAnEnd,
}

/// How many characters a password may have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lengths {
    /// At least so many, and at most so many.
    Between(usize, usize),
    /// At most so many: the page takes fewer than the least that is known of the portal, and the page knows better.
    UpTo(usize),
}

impl Default for Lengths {
    fn default() -> Self {
        Self::Between(SHORTEST, LONGEST)
    }
}

impl Lengths {
    /// Those of a page whose field takes so many characters. What the page itself declares wins.
    pub(super) fn of(limit: Option<usize>) -> Self {
        match limit {
            None | Some(0) => Self::default(),
            Some(limit) if limit < SHORTEST => Self::UpTo(limit),
            Some(limit) => Self::Between(SHORTEST, limit),
        }
    }

    /// The most characters.
    pub(super) fn most(self) -> usize {
        match self {
            Self::Between(_, most) | Self::UpTo(most) => most,
        }
    }

    fn has(self, length: usize) -> bool {
        match self {
            Self::Between(least, most) => (least..=most).contains(&length),
            Self::UpTo(most) => length <= most,
        }
    }
}

/// The verdict on a password.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Password {
    /// Nothing is entered.
    #[default]
    Empty,
    /// These rules are broken.
    Invalid(Vec<Broken>),
    /// The rules are kept, but it is easily guessed.
    Weak,
    /// The rules are kept and it is not easily guessed.
    Fair,
    /// It would take a great many guesses.
    Strong,
}

impl Password {
    /// Its name in `data-password`.
    #[must_use]
    pub fn name(&self) -> &'static str {
        match self {
            Self::Empty => "empty",
            Self::Invalid(_) => "invalid",
            Self::Weak => "weak",
            Self::Fair => "fair",
            Self::Strong => "strong",
        }
    }

    /// Whether the portal would take it, as far as its rules are known.
    #[must_use]
    pub fn keeps_the_rules(&self) -> bool {
        matches!(self, Self::Weak | Self::Fair | Self::Strong)
    }

    /// Whether `rule` is kept.
    #[must_use]
    pub fn keeps(&self, rule: Broken) -> bool {
        match self {
            Self::Empty => false,
            Self::Invalid(broken) => !broken.contains(&rule),
            Self::Weak | Self::Fair | Self::Strong => true,
        }
    }
}

/// Judges a password on a page that shows these names.
pub(super) fn judge(password: &str, names: &[&str], lengths: Lengths) -> Password {
    if password.is_empty() {
        return Password::Empty;
    }
    let broken: Vec<Broken> = Broken::ALL.into_iter().filter(|rule| !keeps(password, *rule, lengths)).collect();
    if !broken.is_empty() {
        return Password::Invalid(broken);
    }
    match strength::of(password, names) {
        Strength::Weak => Password::Weak,
        Strength::Fair => Password::Fair,
        Strength::Strong => Password::Strong,
    }
}

/// The verdict where the page's own check has a say as well: what it refuses is never good.
pub(super) fn refused_by(verdict: Password, page_refuses: bool) -> Password {
    if page_refuses && verdict.keeps_the_rules() { Password::Invalid(vec![Broken::Page]) } else { verdict }
}

/// What to say to a password beside its verdict.
pub(super) fn advice(password: &str) -> Option<Advice> {
    let is_sign = |c: char| !c.is_alphanumeric() && !c.is_whitespace();
    if password.chars().any(|c| is_sign(c) && !SPECIALS.contains(&c)) {
        return Some(Advice::OddSign);
    }
    (password.starts_with(is_sign) || password.ends_with(is_sign)).then_some(Advice::SignAtAnEnd)
}

fn keeps(password: &str, rule: Broken, lengths: Lengths) -> bool {
    let any = |class: fn(char) -> bool| password.chars().any(class);
    match rule {
        Broken::Length => lengths.has(password.chars().count()),
        Broken::Upper => any(|c| c.is_ascii_uppercase()),
        Broken::Lower => any(|c| c.is_ascii_lowercase()),
        Broken::Digit => any(|c| c.is_ascii_digit()),
        Broken::Special => any(|c| SPECIALS.contains(&c)),
        Broken::Space => !any(char::is_whitespace),
        // Only the page knows: `refused_by`.
        Broken::Page => true,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn each_rule_at_its_edges() {
        use Broken::{Digit, Length, Lower, Space, Special, Upper};
        for (password, broken) in [
            ("Gk7#mqw", vec![Length]),
            ("Gk7#mqwx", vec![]),
            ("Gk7#mqwxGk7#mqt", vec![]),
            ("Gk7#mqwxGk7#mqtz", vec![Length]),
            ("gk7#mqwx", vec![Upper]),
            ("GK7#MQWX", vec![Lower]),
            ("Gkz#mqwx", vec![Digit]),
            ("Gk7zmqwx", vec![Special]),
            ("Gk7/mqwx", vec![Special]),
            ("Gk7# qwx", vec![Space]),
            ("Gk7#mqwx ", vec![Space]),
            ("ÄÖü७#", vec![Length, Upper, Lower, Digit]),
        ] {
            let want = if broken.is_empty() { None } else { Some(Password::Invalid(broken)) };
            let verdict = judge(password, &[], Lengths::default());
            match want {
                Some(want) => assert_eq!(verdict, want, "{password:?}"),
                None => assert!(verdict.keeps_the_rules(), "{password:?}"),
            }
        }
        assert_eq!(judge("", &[], Lengths::default()), Password::Empty);
    }

    #[test]
    fn what_is_no_known_rule_is_only_advised_against() {
        use Advice::{OddSign, SignAtAnEnd};
        for (password, want) in [
            ("", None),
            ("Gk7#mqwx", None),
            ("Gk7#mqwx!", Some(SignAtAnEnd)),
            ("_Gk7#mqwx", Some(SignAtAnEnd)),
            ("Gk7#mq&wx", Some(OddSign)),
            ("Gk7#mqwx&", Some(OddSign)),
            ("Gk7#mqwx ", None),
        ] {
            assert_eq!(advice(password), want, "{password:?}");
            assert!(password.is_empty() || !refused_by(Password::Strong, true).keeps_the_rules());
        }
        assert_eq!(refused_by(Password::Empty, true), Password::Empty);
        assert_eq!(refused_by(Password::Fair, true), Password::Invalid(vec![Broken::Page]));
        assert_eq!(refused_by(Password::Fair, false), Password::Fair);
    }

    #[test]
    fn the_pages_own_limit_wins() {
        for (limit, lengths) in [
            (None, Lengths::Between(8, 15)),
            (Some(0), Lengths::Between(8, 15)),
            (Some(20), Lengths::Between(8, 20)),
            (Some(8), Lengths::Between(8, 8)),
            (Some(7), Lengths::UpTo(7)),
        ] {
            assert_eq!(Lengths::of(limit), lengths, "{limit:?}");
        }
        assert!(judge("Gk7#mqwxGk7#mqtz9", &[], Lengths::of(Some(20))).keeps_the_rules());
        assert_eq!(judge("Gk7#mqwxab", &[], Lengths::of(Some(9))), Password::Invalid(vec![Broken::Length]));
    }

    /// A field of six characters once made every password invalid.
    #[test]
    fn a_page_that_takes_less_than_the_known_least_can_be_satisfied() {
        assert!(judge("Gk7#mq", &[], Lengths::of(Some(6))).keeps_the_rules());
        assert_eq!(judge("Gk7#mqw", &[], Lengths::of(Some(6))), Password::Invalid(vec![Broken::Length]));
    }

    proptest! {
        #[test]
        fn no_verdict_is_better_than_the_rules_allow(password in ".{0,24}") {
            let lengths = Lengths::default();
            let broken = Broken::ALL.into_iter().any(|rule| !keeps(&password, rule, lengths));
            let verdict = judge(&password, &[], lengths);
            prop_assert_eq!(broken || password.is_empty(), !verdict.keeps_the_rules());
        }
    }
}
