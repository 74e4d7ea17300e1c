//! What fails: verdicts counted by each choice of the pages' style.

use std::collections::BTreeMap;
use std::fmt;

use wasm_bindgen_test::console_log;

use super::verdict::Verdict;

/// How often the guide was what.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Count {
    pub right: u32,
    pub wrong: u32,
    pub silent: u32,
}

impl Count {
    pub fn add(&mut self, verdict: Verdict) {
        match verdict {
            Verdict::Right => self.right += 1,
            Verdict::Wrong => self.wrong += 1,
            Verdict::Silent => self.silent += 1,
        }
    }

    /// How many of them were right, from 0 to 1.
    pub fn share(self) -> f64 {
        f64::from(self.right) / f64::from((self.right + self.wrong + self.silent).max(1))
    }
}

impl fmt::Display for Count {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "right {:5} wrong {:4} silent {:4}", self.right, self.wrong, self.silent)
    }
}

/// Counts by name.
#[derive(Default)]
pub struct Table(BTreeMap<String, Count>);

impl Table {
    pub fn add(&mut self, name: &str, verdict: Verdict) {
        self.0.entry(name.to_owned()).or_default().add(verdict);
    }

    /// Counts a page for each choice in its note.
    pub fn add_choices(&mut self, note: &str, verdict: Verdict) {
        note.split(' ').for_each(|choice| self.add(choice, verdict));
    }

    /// Everything together.
    pub fn all(&self) -> Count {
        self.0.values().fold(Count::default(), |sum, count| Count {
            right: sum.right + count.right,
            wrong: sum.wrong + count.wrong,
            silent: sum.silent + count.silent,
        })
    }

    /// Prints the counts, the worst first.
    pub fn print(&self, title: &str) {
        let mut rows: Vec<_> = self.0.iter().collect();
        rows.sort_by(|(_, one), (_, other)| one.share().total_cmp(&other.share()));
        console_log!("{title}");
        for (name, count) in rows {
            console_log!("  {name:36} {count} ({:.0} %)", 100.0 * count.share());
        }
    }
}
