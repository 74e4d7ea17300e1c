//! User names that are probably free: made of what the page says of the business, never of what the user typed.

use super::reading::{GSTIN_LENGTH, taxpayer};
use crate::snapshot::Snapshot;

/// What stands before the business's name in the portal's strip (facts.md, section A).
const NAME: &str = "name:";
/// No idea takes more letters of the business's name: some forms take few characters.
const LONGEST: usize = 8;

/// A name with the state's code and one with the end of the GSTIN; none where the page does not say both.
pub(super) fn ideas(page: &Snapshot) -> Option<[String; 2]> {
    taxpayer(page).find_map(of_strip)
}

fn of_strip(text: &str) -> Option<[String; 2]> {
    let lower = text.to_ascii_lowercase();
    let business: String = lower.split_once(NAME)?.1.chars().filter(char::is_ascii_alphabetic).take(LONGEST).collect();
    let is_gstin = |word: &&str| word.len() == GSTIN_LENGTH && word.starts_with(|c: char| c.is_ascii_digit());
    let gstin = lower.split(|c: char| !c.is_ascii_alphanumeric()).find(is_gstin)?;
    let (state, end) = (gstin.get(..2)?, gstin.get(11..)?);
    (!business.is_empty()).then(|| [format!("{business}{state}"), format!("{business}{end}")])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ideas_are_made_of_the_business_and_its_gstin() {
        let of = |text| of_strip(text).map(|ideas| ideas.join(" "));
        let strip = "GSTIN: 29ZZZCZ0000Z1ZX - Name: MADE-UP TRADERS";
        assert_eq!(of(strip).as_deref(), Some("madeuptr29 madeuptrz1zx"));
        assert_eq!(of("GSTIN: *************** - Name: MADE-UP TRADERS"), None);
        assert_eq!(of("GSTIN: 29ZZZCZ0000Z1ZX - Name: ७८"), None);
        assert_eq!(of("GSTIN: 29ZZZCZ0000Z1ZX"), None);
    }
}
