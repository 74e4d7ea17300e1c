//! A snapshot made ready for questions: its texts made plain once, its controls asked by what they are called.

use super::text::{find, has_any, is_any, plain};
use crate::page::snapshot::{Control, ControlId, Kind, Reach, Snapshot};

/// Names of the control that opens the login dialog, or sends it.
pub const LOGIN: [&str; 4] = ["login", "log in", "sign in", "e-invoice login"];

/// The questions every screen asks of a page.
pub struct Reading<'a> {
    /// What was read.
    pub page: &'a Snapshot,
    texts: Vec<String>,
    names: Vec<Names>,
}

/// What one control is called, in plain form.
struct Names {
    name: String,
    before: Vec<String>,
    after: String,
}

impl<'a> Reading<'a> {
    /// Prepares a snapshot.
    #[must_use]
    pub fn of(page: &'a Snapshot) -> Self {
        Self {
            page,
            texts: page.texts.iter().map(|text| plain(text)).collect(),
            names: page.controls.iter().map(Names::of).collect(),
        }
    }

    /// Whether a visible text holds one of `phrases`.
    #[must_use]
    pub fn says(&self, phrases: &[&str]) -> bool {
        self.texts.iter().any(|text| has_any(text, phrases))
    }

    /// The plain texts that hold one of `phrases`.
    pub fn texts_with(&self, phrases: &'a [&'a str]) -> impl Iterator<Item = &str> {
        self.texts.iter().map(String::as_str).filter(|text| has_any(text, phrases))
    }

    /// Whether one of `phrases` stands on the page as a text of its own rather than as the name of a link or button.
    #[must_use]
    pub fn has_title(&self, phrases: &[&str]) -> bool {
        let titles = self.texts.iter().filter(|text| has_any(text, phrases)).count();
        let controls = self.visible().filter(|c| has_any(&self.named(c).name, phrases)).count();
        titles > controls
    }

    /// The controls a person can use now.
    pub fn clear(&self) -> impl Iterator<Item = &'a Control> {
        self.page.controls.iter().filter(|control| control.clear())
    }

    /// The clear controls of a kind.
    pub fn clear_of(&self, kind: Kind) -> impl Iterator<Item = &'a Control> {
        self.clear().filter(move |control| control.kind == kind)
    }

    /// The first clear link or button called exactly one of `names`.
    #[must_use]
    pub fn pressable(&self, names: &[&str]) -> Option<ControlId> {
        self.pressables(names).next().map(|control| control.id)
    }

    /// The clear links and buttons called exactly one of `names`.
    pub fn pressables(&self, names: &[&str]) -> impl Iterator<Item = &'a Control> {
        self.clear().filter(|control| is_pressable(control) && is_any(&self.named(control).name, names))
    }

    /// Whether a link or button of that name is on the page, usable or not.
    #[must_use]
    pub fn exists(&self, names: &[&str]) -> bool {
        self.page.controls.iter().any(|control| is_pressable(control) && is_any(&self.named(control).name, names))
    }

    /// The first link or button called one of `names` after the control `after`, in the order of the page.
    #[must_use]
    pub fn pressable_after(&self, after: ControlId, names: &[&str]) -> Option<ControlId> {
        self.pressables(names).find(|control| control.id > after).map(|control| control.id)
    }

    /// What a field is called: its accessible name and the texts before it, nearest first, without a fixed `API_`.
    pub fn labels(&self, control: &Control) -> impl Iterator<Item = &str> {
        let names = self.named(control);
        std::iter::once(names.name.as_str())
            .chain(names.before.iter().map(String::as_str))
            .filter(|label| !label.is_empty() && !is_prefix(label))
    }

    /// Whether a field's nearest label holds one of `phrases`, or, where it has none, one of its hints does.
    #[must_use]
    pub fn is_called(&self, control: &Control, phrases: &[&str]) -> bool {
        match self.labels(control).next() {
            Some(label) if has_any(label, phrases) => true,
            Some(_) => self.labels(control).nth(1).is_some_and(|label| has_any(label, phrases)),
            None => control.hints.iter().any(|hint| has_any(&plain(hint), phrases)),
        }
    }

    /// What a radio is called: its accessible name, else the text behind it.
    #[must_use]
    pub fn radio_label(&self, control: &Control) -> &str {
        let names = self.named(control);
        if names.name.is_empty() { &names.after } else { &names.name }
    }

    /// Whether the fixed `API_` stands right before a field.
    #[must_use]
    pub fn has_prefix_before(&self, control: &Control) -> bool {
        self.named(control).before.iter().any(|text| is_prefix(text))
    }

    /// Whether this is the e-Invoice portal at all, by what it calls itself.
    #[must_use]
    pub fn is_the_portal(&self) -> bool {
        self.says(&[
            "e-invoice system",
            "e-invoice portal",
            "einvoice system",
            "e-invoice 1 portal",
            "e-invoice 2 portal",
        ]) || has_any(&plain(&self.page.title), &["e-invoice", "einvoice"])
    }

    /// Whether somebody is logged in: the strip `GSTIN: … - Name: …` is shown (facts.md, section A), and no way to
    /// log in.
    #[must_use]
    pub fn is_signed_in(&self) -> bool {
        self.texts_with(&["gstin"]).any(shows_a_gstin) && self.pressable(&LOGIN).is_none()
    }

    fn visible(&self) -> impl Iterator<Item = &'a Control> {
        self.page.controls.iter().filter(|control| control.reach != Reach::Hidden)
    }

    fn named(&self, control: &Control) -> &Names {
        static NONE: Names = Names { name: String::new(), before: Vec::new(), after: String::new() };
        self.names.get(control.id.0).unwrap_or(&NONE)
    }
}

impl Names {
    fn of(control: &Control) -> Self {
        Self {
            name: plain(&control.name),
            before: control.before.iter().map(|text| plain(text)).collect(),
            after: plain(&control.after),
        }
    }
}

fn is_pressable(control: &Control) -> bool {
    matches!(control.kind, Kind::Link | Kind::Button)
}

/// Whether a plain text is nothing but the fixed prefix.
fn is_prefix(text: &str) -> bool {
    matches!(text, "api_" | "api _" | "api_ ")
}

/// Whether a plain text holds `gstin` followed by fifteen letters and digits, masked or not.
fn shows_a_gstin(text: &str) -> bool {
    let Some(rest) = find(text, "gstin").and_then(|at| text.get(at + "gstin".len()..)) else { return false };
    let number: String = rest
        .trim_start_matches([' ', '-', '.'])
        .chars()
        .take_while(|c| c.is_ascii_alphanumeric() || *c == '*')
        .collect();
    number.chars().count() == 15
}
