//! The API user names that the user keeps on this computer, when the user says so: never a password. Pure.

mod csv;
mod gstins;

use serde::{Deserialize, Serialize};

pub use csv::csv;
pub use gstins::{gstin_in, still_to_do};

/// More names than this are not kept: what a page makes up is not to fill the storage.
pub const MOST: usize = 5_000;
/// No part of an entry is longer, in characters.
const LONGEST: usize = 200;

/// An API user's name, and what it is for.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Kept {
    /// The full name, `API_` included.
    pub name: String,
    /// The GSP it was made for.
    pub gsp: String,
    /// The GSTIN it belongs to; empty where the page did not show it.
    pub gstin: String,
    /// The day it was kept, as `2026-11-27`.
    pub day: String,
}

impl Kept {
    /// Whether it is the same user.
    #[must_use]
    pub fn is_same(&self, other: &Self) -> bool {
        (&self.name, &self.gstin, &self.gsp) == (&other.name, &other.gstin, &other.gsp)
    }

    fn parts(&self) -> [&str; 4] {
        [&self.gstin, &self.name, &self.gsp, &self.day]
    }

    fn is_usable(&self) -> bool {
        !self.name.is_empty() && self.parts().iter().all(|part| part.chars().count() <= LONGEST)
    }
}

/// What can be used of stored names: whatever else wrote there, nothing of it breaks the list.
#[must_use]
pub fn checked(mut names: Vec<Kept>) -> Vec<Kept> {
    names.retain(Kept::is_usable);
    names.truncate(MOST);
    names
}

/// Adds a name, or the day to one that is there. Answers whether it is kept now.
pub fn add(names: &mut Vec<Kept>, new: Kept) -> bool {
    if !new.is_usable() {
        return false;
    }
    if let Some(same) = names.iter_mut().find(|kept| kept.is_same(&new)) {
        same.day = new.day;
        return true;
    }
    if names.len() >= MOST {
        return false;
    }
    names.push(new);
    names.sort_by(|one, other| one.parts().cmp(&other.parts()));
    true
}

/// Those with every word of `sought` somewhere in them, in any case.
pub fn matching<'a>(names: &'a [Kept], sought: &str) -> impl Iterator<Item = &'a Kept> + use<'a> {
    let words: Vec<String> = sought.split_whitespace().map(str::to_lowercase).collect();
    names.iter().filter(move |kept| {
        let all = kept.parts().join("\n").to_lowercase();
        words.iter().all(|word| all.contains(word.as_str()))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kept(name: &str, gstin: &str) -> Kept {
        let [name, gsp, gstin, day] = [name, "Tera Software Limited", gstin, "2026-11-27"].map(str::to_owned);
        Kept { name, gsp, gstin, day }
    }

    #[test]
    fn a_name_is_kept_once_and_in_the_order_of_its_gstin() {
        let mut names = Vec::new();
        assert!(add(&mut names, kept("API_b", "29ZZZCZ0000Z1ZX")));
        assert!(add(&mut names, kept("API_a", "07ZZZCZ0000Z1ZX")));
        assert!(add(&mut names, Kept { day: "2026-12-01".to_owned(), ..kept("API_b", "29ZZZCZ0000Z1ZX") }));
        let shown: Vec<_> = names.iter().map(|kept| (kept.name.as_str(), kept.day.as_str())).collect();
        assert_eq!(shown, [("API_a", "2026-11-27"), ("API_b", "2026-12-01")]);
    }

    #[test]
    fn what_is_no_name_or_too_much_is_not_kept() {
        let mut names = Vec::new();
        assert!(!add(&mut names, kept("", "29ZZZCZ0000Z1ZX")));
        assert!(!add(&mut names, kept(&"x".repeat(LONGEST + 1), "")));
        let mut full: Vec<_> = (0..MOST).map(|n| kept(&format!("API_{n}"), "")).collect();
        assert!(!add(&mut full, kept("API_one_more", "")));
        full.push(kept("API_beyond", ""));
        full.insert(0, Kept::default());
        assert_eq!(checked(full).len(), MOST);
    }

    #[test]
    fn every_word_is_sought_in_every_part() {
        let names = [kept("API_alpha", "29ZZZCZ0000Z1ZX"), kept("API_beta", "07ZZZCZ0000Z1ZX")];
        for (sought, want) in
            [("", 2), ("tera", 2), ("ALPHA", 1), ("29zz alpha", 1), ("07 alpha", 0), ("2026-11 limited", 2)]
        {
            assert_eq!(matching(&names, sought).count(), want, "{sought}");
        }
    }
}
