//! What a page writes about its passwords: the portal's own note wins over what was assumed of it.

use crate::text::has_any;

/// What a note is about: without both it is about something else.
const PASSWORD: [&str; 1] = ["password"];
const LENGTH: [&str; 3] = ["characters", "character", "length"];
/// What says that a number is the most.
const MOST: [&str; 9] =
    ["maximum", "max", "not exceed", "up to", "upto", "at most", "not more than", "between", "exceed"];
/// No password's limit is beyond these.
const LIMITS: std::ops::RangeInclusive<usize> = 6..=128;

/// The most characters of a password by the page's notes, in plain form: the least of those it names.
pub fn most_noted<'a>(texts: impl IntoIterator<Item = &'a str>) -> Option<usize> {
    texts.into_iter().filter_map(most_in).min()
}

/// "Password maximum length is 15", "Password: 8 to 15 characters".
fn most_in(text: &str) -> Option<usize> {
    if !has_any(text, &PASSWORD) || !has_any(text, &LENGTH) {
        return None;
    }
    let numbers = text.split(|c: char| !c.is_ascii_digit()).filter_map(|digits| digits.parse::<usize>().ok());
    let numbers: Vec<usize> = numbers.filter(|number| LIMITS.contains(number)).collect();
    // One number without such a word may as well be the least.
    let tells_the_most = has_any(text, &MOST) || numbers.len() == 2;
    numbers.into_iter().max().filter(|_| tells_the_most)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::plain;
    use proptest::prelude::*;

    #[test]
    fn a_note_of_the_page_tells_the_most() {
        for (text, want) in [
            ("Password maximum length is 15", Some(15)),
            ("Note: password maximum length is 12 characters.", Some(12)),
            ("Password must be 8 to 10 characters", Some(10)),
            ("Password should be between 8-20 characters in length", Some(20)),
            ("Password length should not exceed 15", Some(15)),
            ("Password must have minimum 8 characters", None),
            ("Maximum 10 characters", None),
            ("Enter the password sent to 10 digits", None),
            ("Password maximum length is 1500000000000000000000", None),
        ] {
            assert_eq!(most_noted([plain(text).as_str()]), want, "{text}");
        }
        assert_eq!(most_noted(["password: max 20 characters", "password: max 15 characters"]), Some(15));
    }

    proptest! {
        #[test]
        fn any_text_is_read(text in ".*") {
            let most = most_noted([plain(&text).as_str()]);
            prop_assert!(most.is_none_or(|most| LIMITS.contains(&most)));
        }
    }
}
