//! A password made by chance, which keeps every rule and can be read off a screen.

use super::password::{self, Lengths, Password};

/// No `I`, `O`, `l`, `o`, `0`, `1`, `!` or `_`: on paper they are taken for each other, or not seen.
const CLASSES: [&[u8]; 4] = [b"ABCDEFGHJKLMNPQRSTUVWXYZ", b"abcdefghijkmnpqrstuvwxyz", b"23456789", b"@#$%*"];
/// As long as the portal's forms take (facts.md, section C: ICG).
const LONGEST: usize = 15;
/// So many are thrown away at most: nearly every one is good.
const TRIES: usize = 64;

/// Makes a password of these lengths from `random` numbers, each of them equally likely; `None` where no number comes, or
/// so few characters are allowed that no password keeps the rules. None begins or ends with a special character, which
/// some programs refuse (facts.md, section G: FB).
pub fn suggest(lengths: Lengths, mut random: impl FnMut() -> Option<u32>) -> Option<String> {
    let length = lengths.most().min(LONGEST);
    let mut found = None;
    for _ in 0..TRIES {
        let password = shuffled(length, &mut random)?;
        let is_edged = [password.chars().next(), password.chars().last()].into_iter().flatten().any(is_special);
        match password::judge(&password, &[], lengths) {
            _ if is_edged => {}
            Password::Strong => return Some(password),
            verdict if verdict.keeps_the_rules() => found = Some(password),
            _ => {}
        }
    }
    found
}

/// One character of each class and others of any, in any order.
fn shuffled(length: usize, random: &mut impl FnMut() -> Option<u32>) -> Option<String> {
    let all = CLASSES.concat();
    let rest = length.checked_sub(CLASSES.len())?;
    let classes = CLASSES.into_iter().chain(std::iter::repeat_n(all.as_slice(), rest));
    let mut chosen: Vec<u8> =
        classes.map(|class| class.get(below(class.len(), random)?).copied()).collect::<Option<_>>()?;
    for last in (1..chosen.len()).rev() {
        chosen.swap(last, below(last + 1, random)?);
    }
    String::from_utf8(chosen).ok()
}

/// A number below `end`, each equally likely: numbers of the incomplete last round are thrown away.
fn below(end: usize, random: &mut impl FnMut() -> Option<u32>) -> Option<usize> {
    let end = u32::try_from(end).ok().filter(|end| *end > 0)?;
    let rounds_end = u32::MAX - u32::MAX % end;
    loop {
        let number = random()?;
        if number < rounds_end {
            return usize::try_from(number % end).ok();
        }
    }
}

fn is_special(c: char) -> bool {
    !c.is_ascii_alphanumeric()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// SplitMix64: numbers that look like chance, the same each time.
    fn numbers(mut state: u64) -> impl FnMut() -> Option<u32> {
        move || {
            state = state.wrapping_add(0x9e37_79b9_7f4a_7c15);
            let mixed = (state ^ (state >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
            let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
            u32::try_from((mixed ^ (mixed >> 31)) >> 32).ok()
        }
    }

    #[test]
    fn each_is_strong_as_long_as_allowed_and_of_letters_at_its_ends() {
        for (limit, length) in [(None, 15), (Some(15), 15), (Some(40), 15), (Some(12), 12)] {
            let lengths = Lengths::of(limit);
            for seed in 0..500 {
                let password = suggest(lengths, numbers(seed)).unwrap();
                assert_eq!(password.chars().count(), length);
                assert_eq!(password::judge(&password, &[], lengths), Password::Strong, "{password}");
                assert!(!password.starts_with(is_special) && !password.ends_with(is_special), "{password}");
                assert!(!password.contains(['I', 'O', 'l', 'o', '0', '1', '!', '_']), "{password}");
            }
        }
    }

    #[test]
    fn where_few_characters_are_allowed_the_rules_are_kept_or_there_is_none() {
        for limit in 1..8 {
            let lengths = Lengths::of(Some(limit));
            match suggest(lengths, numbers(1)) {
                Some(password) => assert!(password::judge(&password, &[], lengths).keeps_the_rules(), "{password}"),
                None => assert!(limit < 4, "none of {limit}"),
            }
        }
    }

    #[test]
    fn without_numbers_there_is_none_and_a_number_of_the_last_round_is_not_used() {
        assert_eq!(suggest(Lengths::default(), || None), None);
        let mut numbers = [u32::MAX, u32::MAX - 1, 7].into_iter();
        assert_eq!(below(10, &mut || numbers.next()), Some(7));
    }
}
