//! A snapshot made ready for questions: its texts made plain once, its controls asked by what they are called.

use super::bar::Bar;
use super::memory::Before;
use super::step::Target;
use super::words::words;
use crate::snapshot::{Control, ControlId, Kind, Layer, PrefixPlace, Reach, Snapshot};
use crate::text::vocabulary::{Called, Said};
use crate::text::{find, has_any, is_any, plain};

words! {
    /// Names of the control that opens the login dialog, or sends it.
    pub called LOGIN = ["login", "log in", "sign in", "e-invoice login"];
    /// What the portal calls itself.
    said PORTAL = [
        "e-invoice system", "e-invoice portal", "einvoice system", "e-invoice 1 portal", "e-invoice 2 portal",
    ];
    /// What stands before the number of who is signed in.
    said GSTIN = ["gstin"];
}

/// The questions every screen asks of a page.
pub struct Reading<'a> {
    /// What was read.
    pub page: &'a Snapshot,
    /// How sure to be.
    pub bar: Bar,
    lifted: bool,
    before: Before,
    texts: Vec<String>,
    linked: Vec<String>,
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
        control.clear() || self.lifted && matches!(control.reach, Reach::Behind | Reach::Covered)
    }

    /// Prepares a snapshot for one who wants to be as sure as `bar`.
    #[must_use]
    pub fn sure(page: &'a Snapshot, bar: Bar) -> Self {
        Self {
            page,
            bar,
            lifted: false,
            before: Before::default(),
            texts: plain_all(&page.texts),
            linked: plain_all(&page.linked),
            names: page.controls.iter().map(Names::of).collect(),
        }
    }

    /// The same page for one who knows what happened just before it came.
    #[must_use]
    pub fn after(self, before: Before) -> Self {
        Self { before, ..self }
    }

    /// Whether one of these was pressed just before the page came.
    #[must_use]
    pub fn was_pressed(&self, targets: &[Target]) -> bool {
        self.before.pressed.is_some_and(|pressed| targets.contains(&pressed))
    }

    /// Whether the user sent this name on this visit.
    #[must_use]
    pub fn was_sent(&self, name: &str) -> bool {
        self.before.sent.is_some_and(|mark| mark.is_of(name))
    }

    /// The visible texts but those of links and buttons, in plain form.
    pub fn texts(&self) -> impl Iterator<Item = &str> {
        self.texts.iter().map(String::as_str)
    }

    /// Whether a visible text holds one of `phrases`, be it the text of a link.
    #[must_use]
    pub fn says(&self, phrases: Said) -> bool {
        self.texts.iter().chain(&self.linked).any(|text| has_any(text, phrases.0))
    }

    /// Whether one of `phrases` is a title of the page, or a part of one: a short text of its own, not that of a link or
    /// button. A remark is longer.
    #[must_use]
    pub fn has_title(&self, phrases: Said) -> bool {
        self.texts.iter().any(|text| is_short(text) && has_any(text, phrases.0))
    }

    /// The controls a person can use now of which `test` holds.
    #[must_use]
    pub fn clear(&self, test: impl Fn(&Control) -> bool) -> Vec<&'a Control> {
        self.page.controls.iter().filter(|control| self.is_clear(control) && test(control)).collect()
    }

    /// The clear controls of a kind.
    #[must_use]
    pub fn clear_of(&self, kind: Kind) -> Vec<&'a Control> {
        self.clear(|control| control.kind == kind)
    }

    /// The fields that take a text or a choice and can be used now.
    #[must_use]
    pub fn entries(&self) -> Vec<&'a Control> {
        self.clear(is_entry)
    }

    /// The clear links and buttons called exactly one of `names`. A text that may be pressed only because it is called so
    /// counts where nothing else is.
    #[must_use]
    pub fn pressables(&self, names: Called) -> Vec<&'a Control> {
        surest(self.clear(|control| self.is_pressable(control, names)))
    }

    /// The first clear link or button called exactly one of `names`.
    #[must_use]
    pub fn pressable(&self, names: Called) -> Option<ControlId> {
        self.pressables(names).first().map(|control| control.id)
    }

    /// Whether a link or button of that name is on the page, usable or not.
    #[must_use]
    pub fn exists(&self, names: Called) -> bool {
        self.page.controls.iter().any(|control| self.is_pressable(control, names))
    }

    /// Whether a link or button of that name can be seen, or something that opens the part it is in.
    #[must_use]
    pub fn leads_to(&self, names: Called) -> bool {
        let leads = |c: &Control| !c.reach.is_unseen() || c.opener.is_some();
        self.page.controls.iter().any(|control| leads(control) && self.is_pressable(control, names))
    }

    /// Whether a link or button of that name is on the page, in a closed part of it.
    #[must_use]
    pub fn hides(&self, names: Called) -> bool {
        let is_closed_in = |c: &Control| c.reach == Reach::Hidden || c.reach == Reach::Gone && c.opener.is_some();
        self.page.controls.iter().any(|control| is_closed_in(control) && self.is_pressable(control, names))
    }

    /// Whether a control is called exactly one of `names`.
    #[must_use]
    pub fn is_named(&self, control: &Control, names: Called) -> bool {
        is_any(&self.named(control).name, names.0)
    }

    /// The one link or button without a name that holds `hint` in the page's code.
    #[must_use]
    pub fn nameless(&self, hint: &str) -> Option<ControlId> {
        let holds = |text: &String| find(&text.to_ascii_lowercase(), hint).is_some();
        let found = self.clear(|c| is_link(c) && c.name.is_empty() && c.hints.iter().any(holds));
        match found[..] {
            [control] => Some(control.id),
            _ => None,
        }
    }

    /// What can be pressed to see a closed link or button called one of `names`.
    #[must_use]
    pub fn opener_of(&self, names: Called) -> Option<&'a Control> {
        let closed = self.page.controls.iter().filter(|control| self.is_pressable(control, names));
        let mut openers = closed.filter_map(|control| self.page.control(control.opener?));
        openers.find(|opener| self.is_clear(opener))
    }

    fn is_pressable(&self, control: &Control, names: Called) -> bool {
        is_link(control) && self.is_named(control, names)
    }

    /// The nearest link or button called one of `names` behind the control `after`, with no field between but `own`:
    /// behind another field it is another form's. It may be switched off until the fields are filled.
    #[must_use]
    pub fn pressable_after(&self, after: &Control, names: Called, own: &[&Control]) -> Option<&'a Control> {
        let can_be_seen = |c: &&Control| self.is_clear(c) || c.reach == Reach::Off;
        let buttons = self.page.controls.iter().filter(can_be_seen).filter(|c| self.is_pressable(c, names));
        let is_own = |field: &Control| own.iter().any(|own| own.id == field.id);
        let fields = self.clear(|c| is_entry(c) && !is_own(c) && c.follows(after));
        let is_apart = |button: &&Control| fields.iter().any(|field| button.follows(field));
        let behind = buttons.filter(|button| button.follows(after) && !is_apart(button));
        surest(behind.collect()).into_iter().min_by_key(|button| button.distance_to(after))
    }

    /// The other boxes of a field that takes each digit in a box of its own.
    #[must_use]
    pub fn parts_of(&self, first: &Control) -> Vec<&'a Control> {
        self.clear(|control| control.part_of == Some(first.id) && control.id != first.id)
    }

    /// A field's labels.
    #[must_use]
    pub fn labels_of(&self, control: &Control) -> Labels<'_> {
        let names = self.named(control);
        let before = names.before.iter().map(String::as_str).filter(|label| !label.is_empty() && !is_prefix(label));
        Labels { name: &names.name, before: before.collect(), beside: &names.beside }
    }

    /// What a radio is called: its accessible name, else the text behind it.
    #[must_use]
    pub fn radio_label(&self, control: &Control) -> &str {
        let names = self.named(control);
        if names.name.is_empty() { &names.after } else { &names.name }
    }

    /// Where the fixed `API_` of a user name is shown: in a box or a text before the field, or in the field.
    #[must_use]
    pub fn prefix_of(&self, control: &Control) -> Option<PrefixPlace> {
        let is_before = self.named(control).before.iter().any(|text| is_prefix(text));
        if is_before { Some(PrefixPlace::Before) } else { control.prefix }
    }

    /// Whether this is the e-Invoice portal at all, by what it calls itself.
    #[must_use]
    pub fn is_the_portal(&self) -> bool {
        self.says(PORTAL)
            || [&self.page.title, &self.page.pictures]
                .into_iter()
                .any(|title| has_any(&plain(title), &["e-invoice", "einvoice"]))
    }

    /// Whether somebody is logged in: the strip `GSTIN: … - Name: …` is shown (facts.md, section A), and no way to
    /// log in.
    #[must_use]
    pub fn is_signed_in(&self) -> bool {
        self.texts.iter().chain(&self.linked).any(|text| shows_a_gstin(text)) && self.pressable(LOGIN).is_none()
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

/// A longer text is a sentence, in words.
const LONGEST_TITLE: usize = 10;

fn is_short(text: &str) -> bool {
    text.split(' ').count() <= LONGEST_TITLE
}

fn plain_all(texts: &[String]) -> Vec<String> {
    texts.iter().map(|text| plain(text)).collect()
}

/// The texts that say who is signed in, with their GSTIN and name.
pub fn taxpayer(page: &Snapshot) -> impl Iterator<Item = &str> {
    page.texts.iter().map(String::as_str).filter(|text| shows_a_gstin(&plain(text)))
}

/// Those whose markup says that they can be pressed, or all where none does.
fn surest(controls: Vec<&Control>) -> Vec<&Control> {
    let is_sure = controls.iter().any(|control| !control.plain);
    controls.into_iter().filter(|control| !(is_sure && control.plain)).collect()
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

/// How many letters and digits a GSTIN has.
pub(super) const GSTIN_LENGTH: usize = 15;

/// Whether a plain text holds `gstin` followed by as many letters and digits, masked or not, as one has.
fn shows_a_gstin(text: &str) -> bool {
    let after = |name: &&str| find(text, name).and_then(|at| text.get(at + name.len()..));
    GSTIN.0.iter().find_map(after).is_some_and(|rest| {
        let rest = rest.trim_start_matches([' ', '-', '.']);
        rest.chars().take_while(|c| c.is_ascii_alphanumeric() || *c == '*').count() == GSTIN_LENGTH
    })
}
