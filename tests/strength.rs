//! The strength of a password, beside zxcvbn as an oracle: on passwords of the shapes that people choose it never says
//! more, and random ones it calls strong.

use einvoice_api_guide::rules::{Entries, Password, Prefix, judge};
use zxcvbn::zxcvbn;

/// The passwords of people that are tried, and the random ones.
const CHOSEN: usize = 20_000;
const RANDOM: usize = 20_000;
const NAMES: [&str; 2] = ["GSTIN: 29AABCT1332L1ZX - Name: Malnad Spices", "Tera Software Limited"];
const USERNAME: &str = "malnad2";

/// Words of all kinds: listed and not, Indian and not, names on the page.
const WORDS: [&str; 96] = [
    "password",
    "admin",
    "welcome",
    "india",
    "krishna",
    "ganesh",
    "lakshmi",
    "mumbai",
    "chennai",
    "cricket",
    "sachin",
    "rahul",
    "priya",
    "sharma",
    "reddy",
    "gst",
    "invoice",
    "einvoice",
    "api",
    "tera",
    "malnad",
    "spices",
    "malnadspices",
    "software",
    "sunshine",
    "princess",
    "dragon",
    "monkey",
    "shadow",
    "football",
    "superman",
    "computer",
    "master",
    "secret",
    "qwerty",
    "butterfly",
    "chocolate",
    "elephant",
    "mountain",
    "hospital",
    "umbrella",
    "keyboard",
    "backpack",
    "carpenter",
    "lantern",
    "pumpkin",
    "sandwich",
    "volcano",
    "window",
    "zebra",
    "anushka",
    "basavaraj",
    "chinmayi",
    "devadas",
    "elango",
    "girija",
    "hemalatha",
    "jagadeesh",
    "kalaivani",
    "lokanath",
    "mallikarjun",
    "nagabhushan",
    "omprakash",
    "parameshwar",
    "raghavendra",
    "sadashiv",
    "thirumala",
    "vasundhara",
    "yashoda",
    "zubeida",
    "kumbakonam",
    "ratnagiri",
    "sindhudurg",
    "tumkur",
    "udupi",
    "vriddhachalam",
    "baahubali",
    "gangnam",
    "tiktok",
    "starbucks",
    "liverpool",
    "michael",
    "jennifer",
    "august",
    "monday",
    "diwali",
    "summer",
    "tiger",
    "lotus",
    "river",
    "steel",
    "traders",
    "office",
    "account",
    "business",
    "company",
];
const SIGNS: [&str; 7] = ["%", "$", "#", "@", "_", "!", "*"];
const RUNS: [&str; 10] = ["123", "1234", "12345", "321", "111", "007", "108", "786", "qwe", "abc"];

/// A generator of numbers (SplitMix64): the same passwords at every run.
struct Dice(u64);

impl Dice {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    fn below(&mut self, most: usize) -> usize {
        (self.next() % most as u64) as usize
    }

    fn one<T: Copy>(&mut self, of: &[T]) -> T {
        of[self.below(of.len())]
    }
}

/// A word as people write it.
fn written(dice: &mut Dice, word: &str) -> String {
    let capital = |word: &str| word[..1].to_ascii_uppercase() + &word[1..];
    let substituted = |word: &str| word.replacen('a', "@", 1).replacen('o', "0", 1).replacen('s', "$", 1);
    match dice.below(6) {
        0 => word.to_owned(),
        1 => word.to_ascii_uppercase(),
        2 => substituted(&capital(word)),
        _ => capital(word),
    }
}

/// A password of a shape that people choose.
fn chosen(dice: &mut Dice) -> String {
    let (first, second) = (dice.one(&WORDS), dice.one(&WORDS));
    let (first, second) = (written(dice, first), written(dice, second));
    let sign = dice.one(&SIGNS);
    let number = match dice.below(4) {
        0 => (1950 + dice.below(80)).to_string(),
        1 => dice.one(&RUNS).to_owned(),
        2 => format!("{:02}{:02}", 1 + dice.below(28), 1 + dice.below(12)),
        _ => dice.below(1000).to_string(),
    };
    match dice.below(6) {
        0 => format!("{first}{number}{sign}"),
        1 => format!("{sign}{first}{number}"),
        2 => format!("{first}{sign}{second}{}", dice.below(10)),
        3 => format!("{number}{sign}{first}"),
        _ => format!("{first}{sign}{number}"),
    }
}

fn random(dice: &mut Dice) -> String {
    let all: Vec<char> = ('a'..='z').chain('A'..='Z').chain('0'..='9').chain("%$#@_!*".chars()).collect();
    let length = 12 + dice.below(4);
    (0..length).map(|_| dice.one(&all)).collect()
}

fn verdict(password: &str) -> Password {
    let entries = Entries {
        suggested: None,
        page_refuses: false,
        page_asks_for: None,
        username: USERNAME,
        prefix: Prefix::Outside,
        username_limit: None,
        password,
        password_limit: None,
        again: "",
        names: &NAMES,
    };
    judge(&entries).password
}

/// Passwords that keep every rule, each with its verdict.
fn kept(mut make: impl FnMut() -> String, count: usize) -> Vec<(String, Password)> {
    let tried = std::iter::repeat_with(|| {
        let password = make();
        let verdict = verdict(&password);
        (password, verdict)
    });
    tried.filter(|(_, verdict)| verdict.keeps_the_rules()).take(count).collect()
}

#[test]
fn what_people_choose_is_never_called_stronger_than_the_oracle_calls_it() {
    let mut dice = Dice(1);
    let mut table = [[0_u32; 3]; 5];
    let (mut wrong, mut carried) = (Vec::new(), Vec::new());
    for (password, verdict) in kept(|| chosen(&mut dice), CHOSEN) {
        let score =
            usize::from(u8::from(zxcvbn(&password, &[USERNAME, "malnad", "spices", "tera", "software"]).score()));
        let column = [Password::Weak, Password::Fair, Password::Strong].iter().position(|one| *one == verdict).unwrap();
        table[score][column] += 1;
        if column == 2 && score <= 2 || column > 0 && score <= 1 {
            wrong.push((password.clone(), score, verdict.clone()));
        }
        // Nothing but a name on the page, a number and a sign.
        let letters: String = password.chars().filter(char::is_ascii_alphabetic).collect();
        if ["malnad", "spices", "malnadspices"].contains(&letters.to_ascii_lowercase().as_str()) && column > 0 {
            carried.push(password);
        }
    }
    println!("zxcvbn      weak   fair strong");
    for (score, row) in table.iter().enumerate() {
        println!("{score:6} {:9} {:6} {:6}", row[0], row[1], row[2]);
    }
    assert!(
        wrong.is_empty(),
        "{} of {CHOSEN} are called too strong, such as {:?}",
        wrong.len(),
        &wrong[..wrong.len().min(20)]
    );
    assert!(carried.is_empty(), "carried by a name on the page: {carried:?}");
}

#[test]
fn random_passwords_are_strong() {
    let mut dice = Dice(2);
    let all = kept(|| random(&mut dice), RANDOM);
    let strong = all.iter().filter(|(_, verdict)| *verdict == Password::Strong).count();
    println!("{strong} of {RANDOM} random passwords of 12 to 15 characters are strong");
    assert!(strong * 100 >= RANDOM * 99, "only {strong} of {RANDOM} random passwords are strong");
}
