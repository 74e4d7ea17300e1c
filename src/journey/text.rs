//! Texts made comparable: pages differ in case, spaces, colons, stars and numbering, and mean the same.

/// `text` in lower case, with single spaces, without numbering before it or `:` and `*` around it.
/// `e - Invoice` and `e-Invoice` become one.
#[must_use]
pub fn plain(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            ':' | '*' | '\u{200b}' | '\u{feff}' => space(&mut out),
            '-' | '–' | '—' => out.push('-'),
            c if c.is_whitespace() => space(&mut out),
            c => {
                if out.ends_with("- ") {
                    out.pop();
                }
                out.push(c.to_ascii_lowercase());
            }
        }
        if out.ends_with(" -") {
            out.truncate(out.len() - 2);
            out.push('-');
        }
    }
    without_numbering(out.trim_start()).trim_end_matches([' ', '.', '?']).to_owned()
}

fn space(out: &mut String) {
    if !out.ends_with(' ') {
        out.push(' ');
    }
}

/// `text` with single spaces, and none at its ends.
#[must_use]
pub fn squeezed(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !out.is_empty() {
            out.push(' ');
        }
        out.push_str(word);
    }
    out
}

/// Where `piece` first stands in `text`, in bytes. The library's own search is quicker on long texts and weighs a
/// twentieth of the content script.
#[must_use]
pub fn find(text: &str, piece: &str) -> Option<usize> {
    text.as_bytes().windows(piece.len().max(1)).position(|window| window == piece.as_bytes())
}

/// Whether `text` holds `phrase` as whole words; both plain. A letter of any other script belongs to its word.
#[must_use]
pub fn has(text: &str, phrase: &str) -> bool {
    let is_apart = |neighbour: Option<&u8>| neighbour.is_none_or(|c| c.is_ascii() && !c.is_ascii_alphanumeric());
    let bytes = text.as_bytes();
    bytes.windows(phrase.len().max(1)).enumerate().any(|(at, window)| {
        window == phrase.as_bytes()
            && is_apart(at.checked_sub(1).and_then(|before| bytes.get(before)))
            && is_apart(bytes.get(at + phrase.len()))
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
