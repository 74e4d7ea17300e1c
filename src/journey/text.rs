//! Texts made comparable: pages differ in case, spaces, colons, stars and numbering, and mean the same.

/// `text` in lower case, with single spaces, without numbering before it or `:` and `*` around it.
/// `e - Invoice` and `e-Invoice` become one.
#[must_use]
pub fn plain(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            ':' | '*' | '\u{200b}' | '\u{feff}' => out.push(' '),
            c if c.is_whitespace() => out.push(' '),
            c => out.extend(c.to_lowercase()),
        }
    }
    let words: Vec<&str> = out.split_whitespace().collect();
    let joined = words.join(" ").replace(" - ", "-");
    without_numbering(&joined).trim_end_matches([' ', '.', '?']).to_owned()
}

/// Whether `text` holds `phrase` as whole words; both plain.
#[must_use]
pub fn has(text: &str, phrase: &str) -> bool {
    let boundary = |c: Option<char>| c.is_none_or(|c| !c.is_alphanumeric());
    text.match_indices(phrase).any(|(at, _)| {
        let before = text.get(..at).and_then(|t| t.chars().next_back());
        let after = text.get(at + phrase.len()..).and_then(|t| t.chars().next());
        boundary(before) && boundary(after)
    })
}

/// Whether `text` is one of `phrases`; all plain.
#[must_use]
pub fn is_any(text: &str, phrases: &[&str]) -> bool {
    phrases.contains(&text)
}

/// Whether `text` holds one of `phrases` as whole words; all plain.
#[must_use]
pub fn has_any(text: &str, phrases: &[&str]) -> bool {
    phrases.iter().any(|phrase| has(text, phrase))
}

/// Drops a leading `7`, `7.`, `7)` or `(a)` when words follow.
fn without_numbering(text: &str) -> &str {
    let Some((first, rest)) = text.split_once(' ') else { return text };
    let number = first.trim_matches(['.', ')', '(']);
    let is_number = !number.is_empty() && number.len() <= 2 && number.chars().all(|c| c.is_ascii_digit());
    let is_letter = first.ends_with(')') && number.len() == 1;
    if is_number || is_letter { rest } else { text }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plain_folds_what_does_not_matter() {
        for (text, want) in [
            ("  Select your GSP: ", "select your gsp"),
            ("7: Re-enter\u{a0}Password *", "re-enter password"),
            ("1. User  Name", "user name"),
            ("GOODS\ne - INVOICE SYSTEM", "goods e-invoice system"),
            ("(a) Through GSP", "through gsp"),
            ("3i Infotech Ltd", "3i infotech ltd"),
            ("", ""),
            ("×", "×"),
        ] {
            assert_eq!(plain(text), want, "{text:?}");
        }
    }

    #[test]
    fn has_wants_whole_words() {
        assert!(has("api registration through gsp", "api registration"));
        assert!(has("enter otp", "otp"));
        assert!(!has("options", "otp"));
        assert!(!has("terasoft software", "tera"));
        assert!(has("पासवर्ड otp", "otp"));
    }
}
