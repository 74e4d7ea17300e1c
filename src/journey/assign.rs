//! Which controls a screen's fields are: decided for all of them together, each control for one field at most, and only
//! where the best is good enough and clearly ahead of the next.

use super::bar::Bar;
use super::meaning::Meaning;
use super::reading::Reading;
use crate::snapshot::Control;

/// What became of the search for a field.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Found<'a> {
    /// This control, and no other.
    One(&'a Control),
    /// Two or more that are too much alike.
    Alike,
    /// None.
    Nowhere,
}

impl<'a> Found<'a> {
    /// The control, if it is one.
    #[must_use]
    pub fn one(self) -> Option<&'a Control> {
        match self {
            Self::One(control) => Some(control),
            Self::Alike | Self::Nowhere => None,
        }
    }
}

/// The control with the most points, if they are enough and clearly more than any other has.
pub fn best<'a>(bar: Bar, controls: &[&'a Control], fit: &dyn Fn(&Control) -> i32) -> Found<'a> {
    let (mut most, mut next, mut first) = (0, 0, None);
    for control in controls {
        let points = fit(control);
        if points > most {
            (next, most, first) = (most, points, Some(*control));
        } else {
            next = next.max(points);
        }
    }
    match first {
        Some(control) if most >= bar.least && most - next >= bar.ahead => Found::One(control),
        Some(_) if most >= bar.least => Found::Alike,
        _ => Found::Nowhere,
    }
}

/// Finds the fields of two meanings among `controls`. The surer one is taken first, and is out of the way of the other.
pub fn assign<'a>(reading: &Reading<'a>, controls: &[&'a Control], meanings: [&Meaning; 2]) -> [Found<'a>; 2] {
    let find = |meaning: &Meaning, taken: Option<&Control>| {
        best(reading.bar, controls, &|control| {
            let is_taken = taken.is_some_and(|taken| taken.id == control.id);
            if is_taken { 0 } else { meaning.fit(reading, control, 0) }
        })
    };
    let points =
        |meaning: &Meaning, found: Found<'_>| found.one().map_or(0, |control| meaning.fit(reading, control, 0));
    let alone = meanings.map(|meaning| find(meaning, None));
    if points(meanings[0], alone[0]) >= points(meanings[1], alone[1]) {
        [alone[0], find(meanings[1], alone[0].one())]
    } else {
        [find(meanings[0], alone[1].one()), alone[1]]
    }
}
