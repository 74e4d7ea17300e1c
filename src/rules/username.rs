//! The user name: the portal puts `API_` before what is typed (facts.md, section C: ODS, ZK, SIM, RX, FB).

use crate::text::without_head;

/// Where the page shows the fixed prefix.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Prefix {
    /// Outside the field: a box or a text before it, or a rule we know without seeing it.
    #[default]
    Outside,
    /// Inside the field's own value.
    Inside,
}

/// The verdict on a user name.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum UserName {
    /// Nothing is entered, or only the prefix that was there.
    #[default]
    Empty,
    /// `API_` is typed although the portal adds it: the name would begin with it twice.
    PrefixTwice,
    /// It holds a space.
    Space,
    /// It is longer than the page takes.
    TooLong,
    /// The prefix that stood in the field was taken out.
    PrefixGone,
    /// No rule is broken.
    Ok,
}

impl UserName {
    /// Its name in `data-username`.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Empty => "empty",
            Self::PrefixTwice | Self::Space | Self::TooLong | Self::PrefixGone => "invalid",
            Self::Ok => "ok",
        }
    }
}

/// The prefix of every API user's name.
const PREFIX: &str = "api_";

pub(super) fn judge(typed: &str, prefix: Prefix, limit: Option<usize>) -> UserName {
    if typed.is_empty() {
        return UserName::Empty;
    }
    let own = match (prefix, without_prefix(typed)) {
        (Prefix::Outside, Some(_)) => return UserName::PrefixTwice,
        (Prefix::Outside, None) => typed,
        (Prefix::Inside, Some(own)) if without_prefix(own).is_some() => return UserName::PrefixTwice,
        (Prefix::Inside, Some(own)) => own,
        (Prefix::Inside, None) => return UserName::PrefixGone,
    };
    if own.is_empty() {
        return UserName::Empty;
    }
    if typed.contains(char::is_whitespace) {
        return UserName::Space;
    }
    if limit.is_some_and(|limit| typed.chars().count() > limit) {
        return UserName::TooLong;
    }
    UserName::Ok
}

/// What follows a leading `API_` in any case.
fn without_prefix(name: &str) -> Option<&str> {
    without_head(name.trim_start(), PREFIX)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn each_rule_at_its_edges() {
        use Prefix::{Inside, Outside};
        use UserName::{Empty, Ok, PrefixGone, PrefixTwice, Space, TooLong};
        for (typed, prefix, limit, want) in [
            ("", Outside, None, Empty),
            ("genems", Outside, None, Ok),
            ("api", Outside, None, Ok),
            ("apiary", Outside, None, Ok),
            ("API_", Outside, None, PrefixTwice),
            ("API_genems", Outside, None, PrefixTwice),
            ("api_genems", Outside, None, PrefixTwice),
            (" Api_genems", Outside, None, PrefixTwice),
            ("gen ems", Outside, None, Space),
            ("genems ", Outside, None, Space),
            ("gen\u{a0}ems", Outside, None, Space),
            ("123456", Outside, Some(6), Ok),
            ("1234567", Outside, Some(6), TooLong),
            ("API_", Inside, None, Empty),
            ("API_genems", Inside, None, Ok),
            ("API_API_genems", Inside, None, PrefixTwice),
            ("genems", Inside, None, PrefixGone),
        ] {
            assert_eq!(judge(typed, prefix, limit), want, "{typed:?} {prefix:?}");
        }
    }

    proptest! {
        #[test]
        fn any_text_gets_a_verdict_and_a_prefix_is_never_ok(typed in ".*") {
            let verdict = judge(&typed, Prefix::Outside, None);
            if typed.to_ascii_lowercase().starts_with(PREFIX) {
                prop_assert_eq!(verdict, UserName::PrefixTwice);
            }
            prop_assert_eq!(judge(&format!("API_{typed}"), Prefix::Outside, None), UserName::PrefixTwice);
        }
    }
}
