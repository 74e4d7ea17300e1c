//! Texts made comparable: pages differ in case, spaces, colons, stars and numbering, and mean the same.

pub mod vocabulary;

use std::mem;

/// Marks where a word may be broken: nobody sees it.
pub const SOFT_HYPHEN: char = '\u{ad}';

/// `text` in lower case, with single spaces, without numbering before it or `:` and `*` around it, without what cannot
/// be seen, and without the words of other scripts where Latin ones stand beside them.
/// `e - Invoice` and `e-Invoice` become one.
#[must_use]
pub fn plain(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars().map(narrow) {
        match c {
            SOFT_HYPHEN | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' => {}
            ':' | '*' | '\u{e000}'..='\u{f8ff}' | '“' | '”' | '„' | '«' | '»' | '‹' | '›' => {
                space(&mut out)
            }
            '-' | '\u{2010}'..='\u{2015}' | '\u{2212}' => out.push('-'),
            '‘' | '’' => out.push('\''),
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
    let out = latin(out);
    trimmed(without_numbering(trimmed(&out, b" ")), b" .?-|>/").to_owned()
}

/// A full-width sign of ASCII as that sign.
fn narrow(c: char) -> char {
    match c {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
        _ => c,
    }
}

/// `text` without these ASCII signs at its ends.
#[must_use]
pub fn trimmed<'a>(text: &'a str, signs: &[u8]) -> &'a str {
    let bytes = text.as_bytes();
    let (mut start, mut end) = (0, bytes.len());
    while start < end && bytes.get(start).is_some_and(|c| signs.contains(c)) {
        start += 1;
    }
    while start < end && bytes.get(end - 1).is_some_and(|c| signs.contains(c)) {
        end -= 1;
    }
    text.get(start..end).unwrap_or_default()
}

/// The Latin words of a label in two languages, or with a sign beside it; all of it where there are none.
fn latin(text: String) -> String {
    if text.is_ascii() {
        return text;
    }
    let mut out = String::with_capacity(text.len());
    for word in words(&text, b"") {
        if word.bytes().any(|c| c.is_ascii_alphanumeric()) {
            space(&mut out);
            out.push_str(&word);
        }
    }
    if out.is_empty() { text } else { out }
}

fn space(out: &mut String) {
    if !out.ends_with(' ') {
        out.push(' ');
    }
}

/// `text` with single spaces, none at its ends, and without the marks for where a word may be broken.
#[must_use]
pub fn squeezed(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut has_gap = false;
    for c in text.chars() {
        if c.is_whitespace() {
            has_gap = !out.is_empty();
        } else if c != SOFT_HYPHEN {
            if mem::take(&mut has_gap) {
                out.push(' ');
            }
            out.push(c);
        }
    }
    out
}

/// The words of `text`, which also these ASCII signs keep apart.
#[must_use]
pub fn words(text: &str, apart: &[u8]) -> Vec<String> {
    let mut words = Vec::new();
    let mut word = String::new();
    for c in text.chars().chain([' ']) {
        if !(c.is_whitespace() || u8::try_from(c).is_ok_and(|c| apart.contains(&c))) {
            word.push(c);
        } else if !word.is_empty() {
            words.push(mem::take(&mut word));
        }
    }
    words
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
    let Some(at) = find(text, " ") else { return text };
    let (first, rest) = (text.get(..at).unwrap_or_default(), text.get(at + 1..).unwrap_or_default());
    let number = trimmed(first, b".)(");
    let is_number = (1..=2).contains(&number.len()) && number.bytes().all(|c| c.is_ascii_digit());
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
            ("e\u{2011}Invoice System", "e-invoice system"),
            ("“Through GSP”", "through gsp"),
            ("Login\u{a0}»", "login"),
            ("What’s New", "what's new"),
            ("Enter OTP：", "enter otp"),
            ("3i Infotech Ltd", "3i infotech ltd"),
            ("", ""),
            ("×", "×"),
            ("API Regi\u{ad}stration \u{25be}", "api registration"),
            ("जमा करें / Submit", "submit"),
            ("पासवर्ड", "पासवर्ड"),
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
