//! A careful guess at how hard a password is to guess. It errs downwards: nothing it knows too little of is strong.

use zeroize::Zeroizing;

/// How hard a password is to guess.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Strength {
    Weak,
    Fair,
    Strong,
}

/// Guesses, as a power of ten, from which a password is fair and strong: zxcvbn's scores 2 and 4.
const FAIR: f64 = 6.0;
const STRONG: f64 = 10.5;
/// What one character adds that belongs to no pattern, as a power of ten.
const RANDOM_CHARACTER: f64 = 1.0;
/// What a whole pattern adds: a common word in any spelling, a run, a repeat, a year.
const PATTERN: f64 = 2.0;

/// Words people build passwords from, in lower case and plain ASCII letters.
const WORDS: [&str; 48] = [
    "password",
    "passwd",
    "pass",
    "admin",
    "welcome",
    "india",
    "bharat",
    "invoice",
    "einvoice",
    "tera",
    "master",
    "mastergst",
    "gst",
    "api",
    "user",
    "login",
    "test",
    "demo",
    "tally",
    "company",
    "account",
    "office",
    "business",
    "krishna",
    "ganesh",
    "ganesha",
    "shiva",
    "lakshmi",
    "sairam",
    "hanuman",
    "balaji",
    "durga",
    "mumbai",
    "delhi",
    "chennai",
    "hyderabad",
    "bangalore",
    "kolkata",
    "cricket",
    "sachin",
    "dhoni",
    "kumar",
    "sharma",
    "singh",
    "reddy",
    "patel",
    "money",
    "secret",
];

/// Neighbours on a keyboard and in counting, to be met forwards and backwards.
const RUNS: [&str; 6] = ["abcdefghijklmnopqrstuvwxyz", "0123456789", "qwertyuiop", "asdfghjkl", "zxcvbnm", "!@#$%^&*"];

/// The strength of `password` for a user called `username`.
pub(super) fn of(password: &str, username: &str) -> Strength {
    let guesses = guesses(password, username);
    if guesses >= STRONG {
        Strength::Strong
    } else if guesses >= FAIR {
        Strength::Fair
    } else {
        Strength::Weak
    }
}

/// The guesses it takes, as a power of ten: pattern by pattern from the left, the longest first.
fn guesses(password: &str, username: &str) -> f64 {
    let letters = copy(password, plain_letter);
    let typed = copy(password, |c| c.to_ascii_lowercase());
    let name = copy(username, plain_letter);
    let mut total = 0.0;
    let mut at = 0;
    while at < typed.len() {
        let rest = typed.get(at..).unwrap_or_default();
        let before = typed.get(..at).unwrap_or_default();
        let length = [
            word(letters.get(at..).unwrap_or_default(), &name),
            run(rest),
            repeat(rest),
            seen(before, rest),
            year(rest),
        ]
        .into_iter()
        .max()
        .unwrap_or(0);
        total += if length > 0 { PATTERN } else { RANDOM_CHARACTER };
        at += length.max(1);
    }
    total
}

/// The letters of what was typed, wiped when they are let go. There is room for all of them from the start: a copy that
/// grows leaves the smaller one behind.
fn copy(typed: &str, letter: fn(char) -> char) -> Zeroizing<Vec<char>> {
    let mut letters = Zeroizing::new(Vec::with_capacity(typed.len()));
    letters.extend(typed.chars().map(letter));
    letters
}

/// The letter a common substitution stands for.
fn plain_letter(c: char) -> char {
    match c.to_ascii_lowercase() {
        '@' | '4' => 'a',
        '0' => 'o',
        '1' | '!' => 'i',
        '3' => 'e',
        '$' | '5' => 's',
        '7' => 't',
        c => c,
    }
}

/// The length of a common word, or of three letters or more of the user name, at the start of `text`.
fn word(text: &[char], username: &[char]) -> usize {
    let is_there = |word: &&&str| text.len() >= word.len() && word.chars().zip(text).all(|(a, b)| a == *b);
    let common = WORDS.iter().filter(is_there).map(|word| word.len()).max().unwrap_or(0);
    let own = text.iter().zip(username).take_while(|(a, b)| a == b).count();
    if own >= 3 { common.max(own) } else { common }
}

/// The length of three or more neighbours in a row at the start of `text`.
fn run(text: &[char]) -> usize {
    let along = |line: &str| {
        let line: Vec<char> = line.chars().collect();
        let start = line.iter().position(|c| Some(c) == text.first())?;
        let up = line.iter().skip(start).zip(text).take_while(|(a, b)| a == b).count();
        let down = line.iter().take(start + 1).rev().zip(text).take_while(|(a, b)| a == b).count();
        Some(up.max(down))
    };
    RUNS.iter().filter_map(|line| along(line)).max().filter(|length| *length >= 3).unwrap_or(0)
}

/// The length of three or more of one character at the start of `text`.
fn repeat(text: &[char]) -> usize {
    let same = text.iter().take_while(|c| Some(*c) == text.first()).count();
    if same >= 3 { same } else { 0 }
}

/// The length of three or more characters at the start of `text` that also stand in what is `before` it.
fn seen(before: &[char], text: &[char]) -> usize {
    let longest = (3..=text.len().min(before.len())).rev();
    longest.into_iter().find(|n| before.windows(*n).any(|piece| text.starts_with(piece))).unwrap_or(0)
}

/// The length of a year from 1900 to 2099 at the start of `text`.
fn year(text: &[char]) -> usize {
    match text {
        ['1', '9', third, fourth, ..] | ['2', '0', third, fourth, ..]
            if third.is_ascii_digit() && fourth.is_ascii_digit() =>
        {
            4
        }
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_people_choose_is_weak() {
        for password in
            ["Admin@123", "Welcome@2024", "P@ssw0rd1", "Genems@123", "Qwerty@123", "India#1947", "Abcd@1234"]
        {
            assert_eq!(of(password, "genems"), Strength::Weak, "{password}");
        }
    }

    #[test]
    fn twelve_random_characters_are_strong_and_eight_are_not() {
        for password in ["kV7#zmQ2xLp9", "u8_HwRn3cZ%tX5d", "Zr*4bMq9@WkJ2s"] {
            assert_eq!(of(password, "genems"), Strength::Strong, "{password}");
        }
        assert_eq!(of("kV7#zmQ2", "genems"), Strength::Fair);
    }

    #[test]
    fn a_piece_that_comes_again_adds_little() {
        assert!(guesses("kV7#kV7#kV7#", "") < guesses("kV7#zmQ2xLp9", "") - 3.0);
    }
}
