//! Texts made comparable: pages differ in case, spaces, colons, stars, signs and numbering, and mean the same.

mod fold;
pub mod vocabulary;

use memchr::memmem;

pub use fold::{fold, is_hyphen, is_of_word, is_unseen};

/// Marks where a word may be broken: nobody sees it.
const SOFT_HYPHEN: char = '\u{ad}';
/// As many stars in a row stand for what is masked; fewer mark what must be filled in.
const MASK: usize = 3;

/// `text` folded, with single spaces, without numbering before it or signs around it, without colons and the stars of what
/// must be filled in, and without the words of other scripts where Latin ones stand beside them.
/// `e - Invoice` and `e-Invoice` become one. A text of nothing but drawn signs, such as `×`, is those.
#[must_use]
pub fn plain(text: &str) -> String {
    let folded = fold(text);
    let is_gap = |c: char| c == ':' || c.is_whitespace();
    let mut words = folded.split(is_gap).map(without_stars).filter(|word| !word.is_empty()).peekable();
    let first = words.next().filter(|first| words.peek().is_none() || !is_number(first));
    let mut joined = String::with_capacity(folded.len());
    for word in first.into_iter().chain(words) {
        if !joined.is_empty() && !joined.ends_with('-') && !word.starts_with('-') {
            joined.push(' ');
        }
        joined.push_str(word);
    }
    without_signs(latin(joined))
}

/// `text` without the signs around it, unless it is nothing else; then without those of ASCII.
fn without_signs(mut text: String) -> String {
    let is_sign = |c: char| !is_of_word(c) && !matches!(c, '_' | '(' | ')' | '*');
    let is_nothing_else = text.chars().all(is_sign);
    let is_around = |c: char| if is_nothing_else { c.is_ascii() } else { is_sign(c) };
    text.truncate(text.trim_end_matches(is_around).len());
    text.drain(..text.len() - text.trim_start_matches(is_around).len());
    text
}

/// A word without the stars that say that a field must be filled in.
fn without_stars(word: &str) -> &str {
    let bare = word.trim_matches('*');
    if word.len() - bare.len() < MASK { bare } else { word }
}

/// Whether a word numbers what follows it: `7`, `7.`, `7)` or `(a)`.
fn is_number(word: &str) -> bool {
    let number = word.trim_matches(['.', ')', '(']);
    let length = number.chars().count();
    (1..=2).contains(&length) && number.chars().all(char::is_numeric) || length == 1 && word.ends_with(')')
}

/// The Latin words of a label in two languages, or with a sign beside it; all of it where none has a Latin letter.
fn latin(text: String) -> String {
    if text.is_ascii() || !text.contains(|c: char| c.is_ascii_alphabetic()) {
        return text;
    }
    let has_latin = |word: &&str| word.contains(|c: char| c.is_ascii_alphanumeric());
    text.split(' ').filter(has_latin).collect::<Vec<_>>().join(" ")
}

/// `text` without these ASCII signs at its ends.
#[must_use]
pub fn trimmed<'a>(text: &'a str, signs: &[u8]) -> &'a str {
    text.trim_matches(|c| is_one_of(c, signs))
}

/// `text` with single spaces, none at its ends, and without the marks for where a word may be broken.
#[must_use]
pub fn squeezed(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        let before = out.len();
        out.extend(word.chars().filter(|c| *c != SOFT_HYPHEN));
        if before > 0 && out.len() > before {
            out.insert(before, ' ');
        }
    }
    out
}

/// The words of `text`, which also these ASCII signs keep apart.
#[must_use]
pub fn words<'a>(text: &'a str, apart: &[u8]) -> Vec<&'a str> {
    text.split(|c: char| c.is_whitespace() || is_one_of(c, apart)).filter(|word| !word.is_empty()).collect()
}

fn is_one_of(c: char, signs: &[u8]) -> bool {
    u8::try_from(c).is_ok_and(|c| signs.contains(&c))
}

/// What follows `head` at the beginning of `text`, whatever the case of ASCII letters.
#[must_use]
pub fn without_head<'a>(text: &'a str, head: &str) -> Option<&'a str> {
    text.split_at_checked(head.len()).filter(|(start, _)| start.eq_ignore_ascii_case(head)).map(|(_, rest)| rest)
}

/// Where `piece` first stands in `text`, in bytes.
#[must_use]
pub fn find(text: &str, piece: &str) -> Option<usize> {
    memmem::find(text.as_bytes(), piece.as_bytes())
}

/// Whether `text` holds `phrase` as whole words; both plain. A letter of any script, and a mark on it, belongs to its
/// word; a sign does not.
#[must_use]
pub fn has(text: &str, phrase: &str) -> bool {
    let Some(first) = phrase.chars().next() else { return false };
    let find = |from: usize| find(text.get(from..)?, phrase).map(|at| from + at);
    let is_whole = |at: &usize| {
        let before = text.get(..*at).and_then(|before| before.chars().next_back());
        let behind = text.get(at + phrase.len()..).and_then(|behind| behind.chars().next());
        !before.is_some_and(is_of_word) && !behind.is_some_and(is_of_word)
    };
    std::iter::successors(find(0), |at| find(at + first.len_utf8())).any(|at| is_whole(&at))
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plain_folds_what_does_not_matter() {
        for (text, want) in [
            ("  Select your GSP: ", "select your gsp"),
            ("7: Re-enter\u{a0}Password *", "re-enter password"),
            ("7 - Re-enter Password", "re-enter password"),
            ("1. User  Name", "user name"),
            ("GOODS\ne - INVOICE SYSTEM", "goods e-invoice system"),
            ("(a) Through GSP", "through gsp"),
            ("3i Infotech Ltd", "3i infotech ltd"),
            ("Password:* (8 to 15)", "password (8 to 15)"),
            ("API_", "api_"),
            ("GSTIN: *************** - Name: …", "gstin ***************-name"),
            ("", ""),
            (" - ", ""),
            ("×", "×"),
            ("\u{2716}\u{fe0f}", "\u{2716}"),
            ("API Regi\u{ad}stration \u{25be}", "api registration"),
        ] {
            assert_eq!(plain(text), want, "{text:?}");
        }
    }

    /// Each of these made a screen unknown.
    #[test]
    fn signs_of_print_are_read() {
        for (text, phrase) in [
            ("e\u{2011}Invoice", "e-invoice"),
            ("\u{201c}Through GSP\u{201d}", "through gsp"),
            ("Login\u{bb}", "login"),
            ("Enter OTP\u{ff1a}", "enter otp"),
            ("What\u{2019}s New", "what's new"),
            ("\u{f105} Submit", "submit"),
        ] {
            assert_eq!(plain(text), phrase, "{text:?}");
            let longer = plain(&format!("Please note: {text}, then go on"));
            assert!(has(&longer, phrase), "{phrase:?} in {longer:?}");
        }
    }

    /// The number before a label counted as its Latin word.
    #[test]
    fn hindi_stays_where_nothing_latin_stands_beside_it() {
        for (text, want) in [
            ("पासवर्ड", "पासवर्ड"),
            ("1. पासवर्ड", "पासवर्ड"),
            ("पासवर्ड 2", "पासवर्ड 2"),
            ("पासवर्ड / Password", "password"),
            ("जमा करें / Submit", "submit"),
            ("2. ओटीपी / OTP 1", "otp 1"),
        ] {
            assert_eq!(plain(text), want, "{text:?}");
        }
    }

    #[test]
    fn has_wants_whole_words() {
        for (text, phrase, want) in [
            ("api registration through gsp", "api registration", true),
            ("enter otp", "otp", true),
            ("options", "otp", false),
            ("terasoft software", "tera", false),
            ("oldtera tera", "tera", true),
            ("xab ab ab", "ab ab", true),
            ("api_genems", "api", true),
            ("पासवर्ड otp", "otp", true),
            ("otp\u{964}", "otp", true),
            ("पासवर्ड", "पासवर", false),
            ("кotp", "otp", false),
            ("otp", "", false),
            ("", "otp", false),
        ] {
            assert_eq!(has(text, phrase), want, "{phrase:?} in {text:?}");
        }
    }

    #[test]
    fn squeezed_keeps_all_but_gaps_and_soft_hyphens() {
        assert_eq!(squeezed(" API\n\u{a0}Regi\u{ad}stration \u{ad} : "), "API Registration :");
        assert_eq!(squeezed(" \u{ad} "), "");
    }
}
