//! Signs and letters that stand for the same, made one: what print, word processors and other keyboards write for what
//! a plain one has. The part of Unicode's compatibility forms that pages really use; all of it would be 130 KB.

/// `text` in lower case, with straight quotes, plain hyphens, spaces and digits, ligatures taken apart, and without what
/// nobody sees. Icons are spaces.
#[must_use]
pub fn fold(text: &str) -> String {
    if text.is_ascii() {
        return text.to_ascii_lowercase();
    }
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            c if c.is_ascii() => out.push(c.to_ascii_lowercase()),
            c if is_unseen(c) => {}
            c => match replacement(c) {
                Some(plain) => out.push_str(plain),
                None => out.extend(narrow(c).to_lowercase()),
            },
        }
    }
    out
}

/// Whether it is drawn by no font: where words may be broken or joined, which way a text runs, how a sign looks.
#[must_use]
pub fn is_unseen(c: char) -> bool {
    matches!(c,
        '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}')
}

/// Whether it joins or parts words as `-` does: a hyphen, a dash or a minus.
#[must_use]
pub fn is_hyphen(c: char) -> bool {
    matches!(c, '-' | '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{fe58}' | '\u{fe63}' | '\u{ff0d}')
}

/// Whether it belongs to a word: a letter, a digit, or a mark on a letter. The vowel signs of India's scripts are letters
/// to Unicode already, its viramas and nuktas are not.
#[must_use]
pub fn is_of_word(c: char) -> bool {
    c.is_alphanumeric()
        || matches!(c,
            '\u{300}'..='\u{36f}' | '\u{93c}' | '\u{94d}' | '\u{951}'..='\u{954}' | '\u{9bc}' | '\u{9cd}' | '\u{a3c}'
                | '\u{a4d}' | '\u{abc}' | '\u{acd}' | '\u{b3c}' | '\u{b4d}' | '\u{bcd}' | '\u{c3c}' | '\u{c4d}'
                | '\u{cbc}' | '\u{ccd}' | '\u{d3b}' | '\u{d3c}' | '\u{d4d}' | '\u{dca}')
}

/// What a sign outside ASCII stands for.
fn replacement(c: char) -> Option<&'static str> {
    Some(match c {
        c if is_hyphen(c) => "-",
        // Private use: fonts of icons.
        c if c.is_whitespace() || matches!(c, '\u{e000}'..='\u{f8ff}' | '\u{f0000}'..) => " ",
        '\u{2018}'..='\u{201b}' | '\u{2bc}' | '\u{2032}' => "'",
        '\u{201c}'..='\u{201f}' | '\u{2033}' => "\"",
        '\u{2026}' => "...",
        '\u{fb00}' => "ff",
        '\u{fb01}' => "fi",
        '\u{fb02}' => "fl",
        '\u{fb03}' => "ffi",
        '\u{fb04}' => "ffl",
        '\u{fb05}' | '\u{fb06}' => "st",
        _ => return None,
    })
}

/// The ASCII sign that a full-width one is, else the sign itself.
fn narrow(c: char) -> char {
    /// How far the full-width signs are behind the plain ones.
    const WIDTH: u32 = 0xfee0;
    match c {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c) - WIDTH).unwrap_or(c),
        c => c,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_looks_the_same_is_the_same() {
        for (text, want) in [
            ("e\u{2011}Invoice \u{2013} e\u{2212}Way", "e-invoice - e-way"),
            ("What\u{2019}s New", "what's new"),
            ("\u{201c}Through GSP\u{201d}", "\"through gsp\""),
            ("Enter OTP\u{ff1a}\u{3000}\u{ff28}\u{ff11}", "enter otp: h1"),
            ("veri\u{fb01}ed o\u{fb03}ce", "verified office"),
            ("Log\u{200b}in\u{200f}\u{2069} \u{2716}\u{fe0f}", "login \u{2716}"),
            ("API Regi\u{ad}stration\u{a0}\u{f105}\u{f0140}", "api registration   "),
            ("ÄÖÜ ПАРОЛЬ", "äöü пароль"),
            ("wait\u{2026}", "wait..."),
            ("पासवर्ड", "पासवर्ड"),
        ] {
            assert_eq!(fold(text), want, "{text:?}");
        }
    }

    #[test]
    fn letters_that_only_look_alike_stay_apart() {
        assert_ne!(fold("T\u{435}ra"), "tera");
    }

    #[test]
    fn a_virama_belongs_to_its_word_and_a_danda_does_not() {
        assert!("पासवर्ड".chars().all(is_of_word));
        assert!("கண்ணன் বাংলা ગુજરાતી".chars().all(|c| c == ' ' || is_of_word(c)));
        assert!(!"\u{964}»\u{ff1a}\u{201d}×_".chars().any(is_of_word));
    }
}
