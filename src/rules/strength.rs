//! An estimate of the guesses that a password takes, in the spirit of zxcvbn (Wheeler, USENIX Security 2016): the cheapest
//! way to put it together from pieces that people use. It errs downwards: what looks like a word is one, known or not.

use std::collections::HashMap;
use std::sync::LazyLock;

use zeroize::Zeroizing;

/// How hard a password is to guess.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Strength {
    Weak,
    Fair,
    Strong,
}

/// Guesses from which a password is fair: zxcvbn's score 3.
const FAIR: f64 = 1e8;
/// Guesses from which it is strong. The estimate is lower than zxcvbn's, so that its score 4 is reached sooner.
const STRONG: f64 = 1e9;
/// What each character multiplies that belongs to no piece.
const RANDOM_CHARACTER: f64 = 10.0;
/// A word that nobody has listed takes no more.
const UNLISTED_WORD: f64 = 1e4;
/// A listed one takes so many, and one more for each `RANKS_A_GUESS` before it: which word is common is not known well.
const LISTED_WORD: f64 = 50.0;
const RANKS_A_GUESS: f64 = 50.0;
/// A piece of a name is no shorter, in letters: three letters of one stand in anything.
const SHORTEST_NAME: usize = 4;
/// A name that stands on the page, with the ways it may be written.
const NAME_ON_PAGE: f64 = 4.0;
/// How far a year is from the present one, at least, and which one that is.
const YEARS: f64 = 20.0;
const PRESENT: i32 = 2026;
/// A password is no longer, in characters; of a longer one the beginning is judged.
const LONGEST: usize = 64;

/// What people build passwords from, the commonest kinds first: of the trade, faith, given names, families, places, sport,
/// films, and what is common everywhere.
const WORDS: &str = include_str!("words.txt");
/// The rows of a keyboard, each a little to the right of the one above it.
const ROWS: [&str; 4] = ["1234567890", "qwertyuiop", "asdfghjkl", "zxcvbnm"];
/// The same with the shift key, where that is no capital.
const SHIFTED: &str = "!@#$%^&*()";

/// The place of each word in the list, from 1.
static RANKS: LazyLock<HashMap<&str, usize>> =
    LazyLock::new(|| WORDS.split_ascii_whitespace().enumerate().map(|(at, word)| (word, at + 1)).collect());

/// The strength of `password` on a page that shows these names.
pub(super) fn of(password: &str, names: &[&str]) -> Strength {
    let guesses = guesses(password, names);
    if guesses >= STRONG {
        Strength::Strong
    } else if guesses >= FAIR {
        Strength::Fair
    } else {
        Strength::Weak
    }
}

/// The guesses it takes.
fn guesses(password: &str, names: &[&str]) -> f64 {
    let typed = Typed::of(password);
    let names: Vec<Zeroizing<String>> = names.iter().map(|name| letters_of(name)).collect();
    typed.cheapest(&names)
}

/// What was typed, made ready: each copy is wiped when it is let go.
struct Typed {
    /// As it was typed.
    exact: Zeroizing<Vec<char>>,
    /// In small letters.
    small: Zeroizing<Vec<char>>,
    /// In small letters, with the letters that digits and signs stand for.
    plain: Zeroizing<Vec<char>>,
}

impl Typed {
    fn of(password: &str) -> Self {
        Self {
            exact: copy(password, |c| c),
            small: copy(password, |c| c.to_ascii_lowercase()),
            plain: copy(password, plain_letter),
        }
    }

    /// The least product of pieces that make up all of it, times the orders in which they may stand.
    fn cheapest(&self, names: &[Zeroizing<String>]) -> f64 {
        let length = self.exact.len();
        let mut best: Vec<Vec<f64>> = vec![vec![f64::INFINITY; length + 1]; length + 1];
        let Some(start) = best.first_mut().and_then(|row| row.first_mut()) else { return 0.0 };
        *start = 1.0;
        for end in 1..=length {
            for from in 0..end {
                let piece = self.piece(from, end, names);
                for pieces in 1..=end {
                    let before = best.get(pieces - 1).and_then(|row| row.get(from)).copied().unwrap_or(f64::INFINITY);
                    if let Some(cell) = best.get_mut(pieces).and_then(|row| row.get_mut(end)) {
                        *cell = cell.min(before * piece);
                    }
                }
            }
        }
        let total = |(pieces, row): (usize, &Vec<f64>)| {
            let product = row.get(length).copied().unwrap_or(f64::INFINITY);
            let orders: f64 = (1..=pieces).map(|n| n as f64).product();
            product * orders
        };
        best.iter().enumerate().map(total).fold(f64::INFINITY, f64::min)
    }

    /// The guesses for the piece `from..end`: the least of all that it may be.
    fn piece(&self, from: usize, end: usize, names: &[Zeroizing<String>]) -> f64 {
        let (Some(exact), Some(small), Some(plain)) =
            (self.exact.get(from..end), self.small.get(from..end), self.plain.get(from..end))
        else {
            return f64::INFINITY;
        };
        let random = RANDOM_CHARACTER.powi(exact.len() as i32) + f64::from(u8::from(exact.len() == 1));
        [
            Some(random),
            word(exact, small, plain),
            name(exact, plain, names),
            run(small),
            walk(exact, small),
            self.repeat(from, end, names),
            year(small),
            date(small),
        ]
        .into_iter()
        .flatten()
        .fold(f64::INFINITY, f64::min)
    }

    /// A shorter piece that comes several times in a row.
    fn repeat(&self, from: usize, end: usize, names: &[Zeroizing<String>]) -> Option<f64> {
        let small = self.small.get(from..end)?;
        let unit = (1..=small.len() / 2).find(|unit| {
            small.len().is_multiple_of(*unit) && small.chunks(*unit).all(|chunk| Some(chunk) == small.get(..*unit))
        })?;
        Some(self.piece(from, from + unit, names) * (small.len() / unit) as f64)
    }
}

/// A word of the list, or what looks like one, forwards or backwards, in its ways of being written.
fn word(exact: &[char], small: &[char], plain: &[char]) -> Option<f64> {
    if small.len() < 3 || !plain.iter().all(char::is_ascii_alphabetic) {
        return None;
    }
    let written = ways_of_writing(exact, small, plain);
    let listed = |letters: &[char]| RANKS.get(Zeroizing::new(letters.iter().collect::<String>()).as_str()).copied();
    let backwards: Zeroizing<Vec<char>> = Zeroizing::new(plain.iter().rev().copied().collect());
    let guesses = |rank: usize| LISTED_WORD + rank as f64 / RANKS_A_GUESS;
    let rank = [small, plain].into_iter().find_map(listed).map(guesses);
    let rank = rank.or_else(|| listed(&backwards).map(|rank| 2.0 * guesses(rank)));
    let unlisted = (plain.len() > 3 && has_the_case_of_a_word(exact))
        .then(|| UNLISTED_WORD.min(RANDOM_CHARACTER.powi(plain.len() as i32)));
    [rank, unlisted].into_iter().flatten().reduce(f64::min).map(|guesses| guesses * written)
}

/// A piece of a name that the page shows.
fn name(exact: &[char], plain: &[char], names: &[Zeroizing<String>]) -> Option<f64> {
    let piece = Zeroizing::new(plain.iter().collect::<String>());
    let is_shown = plain.len() >= SHORTEST_NAME && names.iter().any(|name| name.contains(piece.as_str()));
    is_shown.then(|| NAME_ON_PAGE * capitals(exact))
}

/// In how many ways a word may be written before it is written so.
fn ways_of_writing(exact: &[char], small: &[char], plain: &[char]) -> f64 {
    let substituted = small.iter().zip(plain).filter(|(typed, meant)| typed != meant).count();
    capitals(exact) * 2_f64.powi(substituted.min(4) as i32)
}

/// What its capitals multiply: at the beginning, the end or everywhere they are the first that is tried.
fn capitals(exact: &[char]) -> f64 {
    let capitals = exact.iter().filter(|c| c.is_ascii_uppercase()).count();
    match capitals {
        0 => 1.0,
        1 if exact.first().is_some_and(char::is_ascii_uppercase) => 2.0,
        1 if exact.last().is_some_and(char::is_ascii_uppercase) => 2.0,
        all if all == exact.iter().filter(|c| c.is_ascii_alphabetic()).count() => 2.0,
        some => 2_f64.powi(some.min(exact.len() - some) as i32 + 1),
    }
}

/// Whether a piece is written as words are: small, with a capital first, or in capitals.
fn has_the_case_of_a_word(exact: &[char]) -> bool {
    let is_small = |c: &char| !c.is_ascii_uppercase();
    exact.iter().skip(1).all(is_small) || exact.iter().all(|c| !c.is_ascii_lowercase())
}

/// Characters that follow each other with the same step: `abcd`, `9876`, `2468`.
fn run(small: &[char]) -> Option<f64> {
    let codes: Vec<i32> = small.iter().map(|c| *c as i32).collect();
    let (first, second) = (codes.first()?, codes.get(1)?);
    let step = second - first;
    let is_run = codes.len() >= 3
        && (1..=3).contains(&step.abs())
        && codes.windows(2).all(|w| matches!(w, [a, b] if b - a == step));
    let starts = match small.first()? {
        'a' | 'z' | '0' | '1' | '9' => 4.0,
        c if c.is_ascii_digit() => 10.0,
        _ => 26.0,
    };
    is_run.then_some(starts * small.len() as f64 * if step < 0 { 2.0 } else { 1.0 })
}

/// Neighbours on a keyboard.
fn walk(exact: &[char], small: &[char]) -> Option<f64> {
    if small.len() < 3 {
        return None;
    }
    let keys: Option<Vec<(i32, i32)>> = small.iter().map(|c| key(*c)).collect();
    let keys = keys?;
    let mut turns = 1;
    let mut last = None;
    for pair in keys.windows(2) {
        let [(row, at), (next_row, next_at)] = pair else { return None };
        let step = (next_row - row, next_at - at);
        let is_beside = matches!(step, (0, -1..=1) | (1, -1..=0) | (-1, 0..=1));
        if !is_beside {
            return None;
        }
        turns += i32::from(last.is_some_and(|last| last != step));
        last = Some(step);
    }
    let shifted = exact.iter().filter(|c| c.is_ascii_uppercase() || SHIFTED.contains(**c)).count();
    let held = if shifted == 0 || shifted == exact.len() { 1.0 } else { 2.0 };
    Some(40.0 * small.len() as f64 * 4_f64.powi(turns - 1) * held)
}

/// The row and the place of a key.
fn key(c: char) -> Option<(i32, i32)> {
    let at = |line: &str| line.chars().position(|key| key == c).and_then(|at| i32::try_from(at).ok());
    let in_rows = ROWS.iter().zip(0..).find_map(|(line, row)| at(line).map(|at| (row, at)));
    in_rows.or_else(|| at(SHIFTED).map(|at| (0, at)))
}

/// A year from 1900 to 2049.
fn year(small: &[char]) -> Option<f64> {
    let year = number(small).filter(|year| small.len() == 4 && (1900..2050).contains(year))?;
    Some(f64::from((year - PRESENT).abs()).max(YEARS))
}

/// A date: day, month and year in any order, together or with a sign between.
fn date(small: &[char]) -> Option<f64> {
    let is_sign = |c: &char| matches!(c, '/' | '-' | '.' | '_' | ' ' | '@' | '#');
    let signs = small.iter().filter(|c| is_sign(c)).count();
    let digits = small.iter().filter(|c| c.is_ascii_digit()).count();
    let is_date = digits + signs == small.len()
        && matches!((signs, digits), (0, 4 | 6 | 8) | (2, 4..=8))
        && small.first().zip(small.last()).is_some_and(|(first, last)| !is_sign(first) && !is_sign(last));
    // A day and a month alone are 366, with a year as many times the years.
    let years = if digits == 4 && signs == 0 { 1.0 } else { YEARS };
    is_date.then_some(366.0 * years * if signs > 0 { 4.0 } else { 1.0 })
}

fn number(small: &[char]) -> Option<i32> {
    small.iter().try_fold(0_i32, |number, c| number.checked_mul(10)?.checked_add(i32::try_from(c.to_digit(10)?).ok()?))
}

/// The letter that a common substitution stands for.
fn plain_letter(c: char) -> char {
    match c.to_ascii_lowercase() {
        '@' | '4' => 'a',
        '0' => 'o',
        '1' | '!' => 'i',
        '3' => 'e',
        '$' | '5' => 's',
        '7' => 't',
        '8' => 'b',
        c => c,
    }
}

/// The letters and digits of a name, small and with nothing between.
fn letters_of(name: &str) -> Zeroizing<String> {
    Zeroizing::new(name.chars().filter(char::is_ascii_alphanumeric).map(plain_letter).collect())
}

/// The beginning of what was typed. There is room for all of it from the start: a copy that grows leaves the smaller one
/// behind.
fn copy(typed: &str, letter: fn(char) -> char) -> Zeroizing<Vec<char>> {
    let mut letters = Zeroizing::new(Vec::with_capacity(LONGEST));
    letters.extend(typed.chars().take(LONGEST).map(letter));
    letters
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_people_choose_is_weak() {
        for password in [
            "Admin@123",
            "Welcome@2024",
            "P@ssw0rd1",
            "Genems@123",
            "Qwerty@123",
            "India#1947",
            "Abcd@1234",
            "Krishna@108",
            "Sachin#10",
            "Qazwsx@1",
            "Mumbai@01011990",
        ] {
            assert_eq!(of(password, &["genems"]), Strength::Weak, "{password}: {}", guesses(password, &["genems"]));
        }
    }

    #[test]
    fn a_name_on_the_page_carries_nothing() {
        for password in ["Malnad@Foods1", "29AABCT1332L@Aa", "MalnadFoods#26"] {
            let names = ["GSTIN: 29AABCT1332L000 - Name: Malnad Foods"];
            assert_eq!(of(password, &names), Strength::Weak, "{password}: {}", guesses(password, &names));
        }
    }

    #[test]
    fn twelve_random_characters_are_strong_and_eight_are_not() {
        for password in ["kV7#zmQ2xLp9", "u8_HwRn3cZ%tX5d", "Zr*4bMq9@WkJ2s"] {
            assert_eq!(of(password, &[]), Strength::Strong, "{password}");
        }
        assert_eq!(of("kV7#zmQ2", &[]), Strength::Fair);
    }

    #[test]
    fn a_piece_that_comes_again_adds_little() {
        assert!(guesses("kV7#kV7#kV7#", &[]) < guesses("kV7#zmQ2xLp9", &[]) / 1e3);
    }

    #[test]
    fn the_longest_text_is_judged_at_once() {
        assert_eq!(of(&"Ab1#".repeat(20_000), &[]), Strength::Weak);
    }
}
