//! What a field is for, and how well a control fits that, in points: names lie and are missing, so several independent
//! signals are added up and those that speak against it are taken off.

use super::reading::Reading;
use crate::snapshot::{Control, Kind};
use crate::text::vocabulary::Said;
use crate::text::{find, has_any, is_any, plain};

/// A label that is one of the meaning's names.
const IS: i32 = 4;
/// A label that holds one of them.
const HOLDS: i32 = 3;
/// A label that belongs to another field.
const IS_ANOTHER: i32 = -4;
/// An id or a name in the page's code that holds one of the meaning's stems.
const HINTED: i32 = 2;

/// What a field is for.
pub struct Meaning {
    /// The kinds of control it can be.
    pub kinds: &'static [Kind],
    /// What it is called, in plain form.
    pub names: Said,
    /// What only other fields are called.
    pub others: &'static [&'static str],
    /// Stems in ids and names.
    pub stems: &'static [&'static str],
}

impl Meaning {
    /// How well `control` fits: its accessible name, its label by structure, its label by place and its hints, each
    /// counted once. None where it is another kind of control. `shown` is what else people see at it counts for.
    #[must_use]
    pub fn fit(&self, reading: &Reading<'_>, control: &Control, shown: i32) -> i32 {
        if !self.kinds.contains(&control.kind) {
            return 0;
        }
        let labels = reading.labels_of(control);
        // The nearest text may be a remark; one further off tells less.
        let (mut nearest, mut share) = (0, 1);
        for label in &labels.before {
            nearest = self.rate(label) / share;
            share += 1;
            if nearest != 0 {
                break;
            }
        }
        let (mut hinted, mut is_shown) = (0, false);
        for hint in &control.hints {
            let hint = plain(hint);
            // A placeholder is the name, and people see it.
            is_shown |= hint == labels.name;
            if has_any(&hint, self.names.0) || self.stems.iter().any(|stem| find(&hint, stem).is_some()) {
                hinted = HINTED;
            }
        }
        let (name, beside) = (self.rate(labels.name), self.rate(labels.beside));
        // What people see is the truth; what only programs read may have been copied from another field.
        let is_refuted = name < 0 && !is_shown && nearest.max(beside).max(shown) > 0;
        nearest + beside + shown + hinted + if is_refuted { 0 } else { name }
    }

    fn rate(&self, label: &str) -> i32 {
        let (names_this, names_another) = (has_any(label, self.names.0), has_any(label, self.others));
        match (names_this, names_another) {
            (true, false) if is_any(label, self.names.0) => IS,
            (true, false) => HOLDS,
            (false, true) => IS_ANOTHER,
            // Several labels in one text tell nothing.
            _ => 0,
        }
    }
}
