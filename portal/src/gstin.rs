//! The check digit of a GSTIN.

const ALPHABET: &str = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";

/// Whether these fifteen characters end with the check digit of the first fourteen.
pub(crate) fn is_valid(gstin: &str) -> bool {
    gstin.split_at_checked(14).is_some_and(|(body, last)| {
        let mut letters = last.chars();
        letters.next() == check_digit(body) && letters.next().is_none()
    })
}

/// The fifteenth character of the GSTIN with these first fourteen, or `None` if they cannot begin one.
///
/// Each character counts as its place in 0-9A-Z, every second one twice; of a product the two base-36 digits are added;
/// the check digit fills the sum up to a multiple of 36.
fn check_digit(body: &str) -> Option<char> {
    if body.len() != 14 {
        return None;
    }
    let mut sum = 0;
    for (place, letter) in body.chars().enumerate() {
        let product = ALPHABET.find(letter)? * (1 + place % 2);
        sum += product / 36 + product % 36;
    }
    ALPHABET.chars().nth((36 - sum % 36) % 36)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn check_digits_are_those_of_published_examples() {
        let cases = [
            ("27AAPFU0939F1Z", Some('V')),
            ("29AAGCB7383J1Z", Some('4')),
            ("37AADCB2230M2Z", Some('R')),
            ("00000000000000", Some('0')),
            ("short", None),
            ("27aapfu0939f1z", None),
        ];
        for (body, expected) in cases {
            assert_eq!(check_digit(body), expected, "{body}");
        }
    }

    #[test]
    fn only_fifteen_characters_with_the_right_end_are_valid() {
        for (gstin, valid) in [
            ("27AAPFU0939F1ZV", true),
            ("27AAPFU0939F1ZW", false),
            ("27AAPFU0939F1Z", false),
            ("27AAPFU0939F1ZVV", false),
            ("", false),
            ("27AAPFU0939F1₹", false),
        ] {
            assert_eq!(is_valid(gstin), valid, "{gstin}");
        }
    }
}
