//! GSTINs in a text: the one that a page shows, and a pasted list of those an office works for.

use super::Kept;

/// How many letters and digits a GSTIN has (facts.md, section C).
const LENGTH: usize = 15;

/// The first GSTIN in a text, in capital letters.
#[must_use]
pub fn gstin_in(text: &str) -> Option<String> {
    gstins(text).next()
}

/// The GSTINs of a pasted list for which no name is kept: each once, in the order of the list.
#[must_use]
pub fn still_to_do(pasted: &str, names: &[Kept]) -> Vec<String> {
    let mut missing: Vec<String> = Vec::new();
    for gstin in gstins(pasted) {
        let is_done = names.iter().any(|kept| kept.gstin.eq_ignore_ascii_case(&gstin));
        if !is_done && !missing.contains(&gstin) {
            missing.push(gstin);
        }
    }
    missing
}

fn gstins(text: &str) -> impl Iterator<Item = String> {
    let words = text.split(|c: char| !c.is_ascii_alphanumeric());
    words.filter(|word| is_gstin(word)).map(str::to_ascii_uppercase)
}

/// Two digits for the state, then the PAN: five letters, four digits, and more.
fn is_gstin(word: &str) -> bool {
    let [s, t, pan @ ..] = word.as_bytes() else { return false };
    let Some((letters, rest)) = pan.split_at_checked(5) else { return false };
    word.len() == LENGTH
        && [s, t].iter().all(|c| c.is_ascii_digit())
        && letters.iter().all(u8::is_ascii_alphabetic)
        && rest.iter().take(4).all(u8::is_ascii_digit)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_gstin_is_found_among_other_words() {
        for (text, want) in [
            ("GSTIN: 29ZZZCZ0000Z1ZX - Name: MADE-UP TRADERS", Some("29ZZZCZ0000Z1ZX")),
            ("29zzzcz0000z1zx", Some("29ZZZCZ0000Z1ZX")),
            ("GSTIN: *************** - Name", None),
            ("29ZZZCZ0000Z1Z", None),
            ("129ZZZCZ0000Z1ZX", None),
        ] {
            assert_eq!(gstin_in(text).as_deref(), want, "{text}");
        }
    }

    #[test]
    fn of_a_pasted_list_those_without_a_name_remain() {
        let kept = Kept { gstin: "29ZZZCZ0000Z1ZX".to_owned(), ..Kept::default() };
        let pasted = "07ZZZCZ0000Z1ZX, 29zzzcz0000z1zx\nA Traders;07ZZZCZ0000Z1ZX\t33ZZZCZ0000Z1ZX";
        assert_eq!(still_to_do(pasted, &[kept]), ["07ZZZCZ0000Z1ZX", "33ZZZCZ0000Z1ZX"]);
    }

    proptest! {
        #[test]
        fn any_text_is_read(text in ".*") {
            prop_assert!(still_to_do(&text, &[]).iter().all(|gstin| gstin.len() == LENGTH));
        }
    }
}
