//! A snapshot made ready for questions: its texts made plain once, its controls asked by what they are called.

use super::assign::Bar;
use crate::snapshot::{Control, ControlId, Kind, Layer, Reach, Snapshot};
use crate::text::{find, has_any, is_any, plain, trimmed};

/// Names of the control that opens the login dialog, or sends it.
pub const LOGIN: [&str; 4] = ["login", "log in", "sign in", "e-invoice login"];

/// The questions every screen asks of a page.
pub struct Reading<'a> {
    /// What was read.
    pub page: &'a Snapshot,
    /// How sure to be.
    pub bar: Bar,
    lifted: bool,
    texts: Vec<String>,
    names: Vec<Names>,
}

/// What one control is called, in plain form.
struct Names {
    name: String,
    before: Vec<String>,
    after: String,
    beside: String,
}

/// The labels of a field, in plain form, each from a source of its own.
pub struct Labels<'a> {
    /// Its accessible name.
    pub name: &'a str,
    /// The texts before it in the page's structure, nearest first, without a fixed `API_`.
    pub before: Vec<&'a str>,
    /// The text at its place on the screen.
    pub beside: &'a str,
}

impl<'a> Reading<'a> {
    /// The page as it would be if nothing lay over it.
    #[must_use]
    pub fn below(page: &'a Snapshot, bar: Bar) -> Self {
        Self { lifted: true, ..Self::sure(page, bar) }
    }

    /// Whether something lies over the page.
    #[must_use]
    pub fn is_behind(&self) -> bool {
        self.page.layer != Layer::None && !self.lifted
    }

    /// Whether a person can use `control` now.
    fn is_clear(&self, control: &Control) -> bool {
        control.clear() || self.lifted && control.reach == Reach::Covered
    }

    /// Prepares a snapshot for one who wants to be as sure as `bar`.
    #[must_use]
    pub fn sure(page: &'a Snapshot, bar: Bar) -> Self {
        let mut names = Vec::new();
        for control in &page.controls {
            names.push(Names::of(control));
        }
        Self { page, bar, lifted: false, texts: plain_all(&page.texts), names }
    }

    /// Whether a visible text holds one of `phrases`.
    #[must_use]
    pub fn says(&self, phrases: &[&str]) -> bool {
        self.texts.iter().any(|text| has_any(text, phrases))
    }

    /// Whether one of `phrases` stands on the page as a text of its own rather than as the name of a link or button.
    #[must_use]
    pub fn has_title(&self, phrases: &[&str]) -> bool {
        let mut titles = 0;
        for text in &self.texts {
            titles += usize::from(has_any(text, phrases));
        }
        titles > self.all(&|c| c.reach != Reach::Hidden && has_any(&self.named(c).name, phrases)).len()
    }

    /// The controls a person can use now of which `test` holds.
    ///
    /// The tests are `dyn`: one copy of the search for all of them keeps the content script small.
    #[must_use]
    pub fn clear(&self, test: &dyn Fn(&Control) -> bool) -> Vec<&'a Control> {
        self.all(&|control| self.is_clear(control) && test(control))
    }

    /// The clear controls of a kind.
    #[must_use]
    pub fn clear_of(&self, kind: Kind) -> Vec<&'a Control> {
        self.clear(&|control| control.kind == kind)
    }

    /// The fields that take a text or a choice and can be used now.
    #[must_use]
    pub fn entries(&self) -> Vec<&'a Control> {
        self.clear(&is_entry)
    }

    /// The clear links and buttons called exactly one of `names`.
    #[must_use]
    pub fn pressables(&self, names: &[&str]) -> Vec<&'a Control> {
        self.clear(&|control| self.is_pressable(control, names))
    }

    /// The first clear link or button called exactly one of `names`.
    #[must_use]
    pub fn pressable(&self, names: &[&str]) -> Option<ControlId> {
        self.pressables(names).first().map(|control| control.id)
    }

    /// Whether a link or button of that name is on the page, usable or not.
    #[must_use]
    pub fn exists(&self, names: &[&str]) -> bool {
        !self.all(&|control| self.is_pressable(control, names)).is_empty()
    }

    /// Whether a link or button of that name is on the page, in a closed part of it.
    #[must_use]
    pub fn hides(&self, names: &[&str]) -> bool {
        !self.all(&|control| control.reach == Reach::Hidden && self.is_pressable(control, names)).is_empty()
    }

    /// Whether a control is called exactly one of `names`.
    #[must_use]
    pub fn is_named(&self, control: &Control, names: &[&str]) -> bool {
        is_any(&self.named(control).name, names)
    }

    /// The one link or button without a name that holds `hint` in the page's code.
    #[must_use]
    pub fn nameless(&self, hint: &str) -> Option<ControlId> {
        let holds = |text: &String| find(&text.to_ascii_lowercase(), hint).is_some();
        let found = self.clear(&|c| is_link(c) && c.name.is_empty() && c.hints.iter().any(holds));
        match found[..] {
            [control] => Some(control.id),
            _ => None,
        }
    }

    /// What can be pressed to see a closed link or button called one of `names`.
    #[must_use]
    pub fn opener_of(&self, names: &[&str]) -> Option<&'a Control> {
        for closed in self.all(&|control| self.is_pressable(control, names)) {
            if let Some(opener) = closed.opener.and_then(|id| self.page.control(id))
                && self.is_clear(opener)
            {
                return Some(opener);
            }
        }
        None
    }

    fn all(&self, test: &dyn Fn(&Control) -> bool) -> Vec<&'a Control> {
        let mut found = Vec::new();
        for control in &self.page.controls {
            if test(control) {
                found.push(control);
            }
        }
        found
    }

    fn is_pressable(&self, control: &Control, names: &[&str]) -> bool {
        is_link(control) && self.is_named(control, names)
    }

    /// The nearest link or button called one of `names` behind the control `after`, with no field between but `own`:
    /// behind another field it is another form's.
    #[must_use]
    pub fn pressable_after(&self, after: &Control, names: &[&str], own: Option<&Control>) -> Option<&'a Control> {
        let mut nearest: Option<(i32, &'a Control)> = None;
        for button in self.pressables(names) {
            if !button.follows(after) {
                continue;
            }
            let distance = (button.spot.top - after.spot.top).abs() + (button.spot.left - after.spot.left).abs();
            if nearest.is_none_or(|(least, _)| distance < least) {
                nearest = Some((distance, button));
            }
        }
        let (_, button) = nearest?;
        let is_own = |field: &Control| own.is_some_and(|own| own.id == field.id);
        let between = self.clear(&|c| is_entry(c) && !is_own(c) && c.follows(after) && button.follows(c));
        between.is_empty().then_some(button)
    }

    /// A field's labels.
    #[must_use]
    pub fn labels_of(&self, control: &Control) -> Labels<'_> {
        let names = self.named(control);
        let mut before = Vec::new();
        for label in &names.before {
            if !label.is_empty() && !is_prefix(label) {
                before.push(label.as_str());
            }
        }
        Labels { name: &names.name, before, beside: &names.beside }
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
        self.texts.iter().any(|text| shows_a_gstin(text)) && self.pressable(&LOGIN).is_none()
    }

    fn named(&self, control: &Control) -> &Names {
        static NONE: Names =
            Names { name: String::new(), before: Vec::new(), after: String::new(), beside: String::new() };
        self.names.get(control.id.0).unwrap_or(&NONE)
    }
}

impl Names {
    fn of(control: &Control) -> Self {
        Self {
            name: plain(&control.name),
            before: plain_all(&control.before),
            after: plain(&control.after),
            beside: plain(&control.beside),
        }
    }
}

fn plain_all(texts: &[String]) -> Vec<String> {
    let mut plains = Vec::new();
    for text in texts {
        plains.push(plain(text));
    }
    plains
}

fn is_link(control: &Control) -> bool {
    matches!(control.kind, Kind::Link | Kind::Button)
}

fn is_entry(control: &Control) -> bool {
    matches!(control.kind, Kind::TextBox | Kind::PasswordBox | Kind::Select)
}

/// Whether a plain text is nothing but the fixed prefix.
fn is_prefix(text: &str) -> bool {
    matches!(text, "api_" | "api _" | "api_ ")
}

/// Whether a plain text holds `gstin` followed by fifteen letters and digits, masked or not.
fn shows_a_gstin(text: &str) -> bool {
    let Some(rest) = find(text, "gstin").and_then(|at| text.get(at + "gstin".len()..)) else { return false };
    trimmed(rest, b" -.")
        .bytes()
        .take_while(|c| c.is_ascii_alphanumeric() || *c == b'*')
        .fold(0, |length, _| length + 1)
        == 15
}
