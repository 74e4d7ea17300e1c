//! GSP names: the wanted one among the page's choices, never one that only looks like it.

use crate::text::is_hyphen;

/// The GSP the guide looks for unless the user says otherwise. A setting, because names change (facts.md, section 0).
pub const DEFAULT: &str = "Tera Software Limited";

/// The name MasterGST's service runs under now, offered where the default is not listed (facts.md, section 0).
pub const SUCCESSOR: &str = "BVM IT Consulting Services India Private Limited";

/// Where the wanted GSP stands among the choices.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Listed {
    /// Once, at this place.
    At(usize),
    /// Not at all.
    No,
    /// More than once: only the user can tell which.
    Twice,
}

/// Looks for `wanted` among `choices`.
#[must_use]
pub fn find<S: AsRef<str>>(choices: &[S], wanted: &str) -> Listed {
    let mut places = choices.iter().enumerate().filter(|(_, choice)| same(choice.as_ref(), wanted));
    match (places.next(), places.next()) {
        (Some((at, _)), None) => Listed::At(at),
        (None, _) => Listed::No,
        (Some(_), Some(_)) => Listed::Twice,
    }
}

/// Whether two names are the same GSP: alike but for case, spaces, punctuation and the usual short forms
/// (facts.md, section E). Letters that only look alike, or cannot be seen, make a name another one.
#[must_use]
pub fn same(one: &str, other: &str) -> bool {
    let words = words(one);
    !words.is_empty() && words == self::words(other)
}

/// Whether a longer text, such as a table row, names the GSP.
#[must_use]
pub fn mentions(text: &str, wanted: &str) -> bool {
    let (text, wanted) = (words(text), words(wanted));
    !wanted.is_empty() && text.windows(wanted.len()).any(|piece| piece == wanted)
}

/// Whether a choice stands for "nothing chosen yet", such as `--Select--` (facts.md, section E).
#[must_use]
pub fn is_placeholder(choice: &str) -> bool {
    let words = words(choice);
    words.is_empty() || matches!(words.first().map(String::as_str), Some("select" | "choose" | "please"))
}

/// Short forms in names of companies, and what they stand for.
const LONG_FORMS: [(&str, &str); 3] = [("ltd", "limited"), ("pvt", "private"), ("&", "and")];

/// The words of a name. Only signs are folded: a letter of another width is another letter.
fn words(name: &str) -> Vec<String> {
    let is_apart = |c: char| c.is_whitespace() || is_hyphen(c) || matches!(c, '.' | ',' | '(' | ')');
    name.split(is_apart).filter(|word| !word.is_empty()).map(long_form).collect()
}

fn long_form(word: &str) -> String {
    let word: String = word.chars().flat_map(char::to_lowercase).collect();
    LONG_FORMS.iter().find(|(short, _)| word == *short).map_or(word, |(_, long)| (*long).to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn other_spellings_of_one_name_are_the_same() {
        for name in ["Tera Software Limited", "TERA  SOFTWARE LTD.", " tera software ltd", "Tera\u{a0}Software Limited"]
        {
            assert!(same(name, DEFAULT), "{name:?}");
        }
        assert!(same("Élan-Soft Limited", "ÉLAN\u{2011}SOFT Ltd"));
        assert!(same("BVM IT Consulting Services India Pvt. Ltd.", SUCCESSOR));
    }

    #[test]
    fn look_alikes_are_not() {
        for name in [
            "Terasoft Software Limited",
            "Old Tera Software",
            "Tera Software",
            "Tera Software Solutions Private Limited",
            "TERASOFTWARE LIMITED",
            "Trust Systems & Software (I) Pvt. Ltd.",
            "Masters India Private Limited",
            "Te\u{200b}ra Software Limited",
            "T\u{0435}ra Software Limited",
            "\u{202e}Tera Software Limited",
            "Ｔｅｒａ Software Limited",
            "",
        ] {
            assert!(!same(name, DEFAULT), "{name:?}");
        }
        assert!(!same("BVM IT Consulting India Private Limited", SUCCESSOR));
        assert!(!same("", ""));
    }

    #[test]
    fn a_name_listed_twice_is_not_chosen() {
        assert_eq!(find(&["--Select--", "Tera Software Ltd", "Tera Software Limited"], DEFAULT), Listed::Twice);
        assert_eq!(find(&["--Select--", "Tera Software Ltd"], DEFAULT), Listed::At(1));
        assert_eq!(find(&["--Select--", "Tally ( India) Private Ltd"], DEFAULT), Listed::No);
    }

    #[test]
    fn placeholders_are_known() {
        for text in ["--Select--", "--Select User--", "", "Select your GSP", " - ", "Please choose"] {
            assert!(is_placeholder(text), "{text:?}");
        }
        assert!(!is_placeholder("Tera Software Limited"));
    }
}
