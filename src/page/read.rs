//! One look at the document: which controls and texts of the job a person would find on it.

use std::ops::Range;
use std::rc::Rc;

use js_sys::{JsString, RegExp};
use wasm_bindgen::JsCast;
use web_sys::{Document, Element, Node};

use super::dom::{self, Field, List, Listed, Pattern};
use super::interest::Interest;
use super::reach::Sight;
use super::texts::{Text, Texts};
use super::tree::{self, Part};
use super::{label, name, opener, place, stand_in, words};
use crate::snapshot::{Choices, Control, ControlId, Entry, Kind, Layer, PrefixPlace, Reach, Snapshot, Spot};
use crate::text::squeezed;

/// Everything that may be a control.
const CONTROLS: &str = "a, button, input, select, textarea, summary, [role=button], [role=link], [role=menuitem], \
     [role=treeitem], [role=tab], [role=radio], [role=combobox], [role=listbox], [onclick], [tabindex='0']";
/// What is a control, or may be a named one, whatever it shows.
const NAMED: &str = "input:not([type=hidden]), select, textarea, [aria-label], [aria-labelledby], [title], \
     [role=radio], [role=combobox], [role=listbox]";
/// The most choices of a list that are read.
const MOST_CHOICES: u32 = 5_000;
/// The most controls that are kept: no screen of the job comes near.
const MOST: usize = 1_000;
/// How many pictures' names are read: logos come first.
const PICTURES: usize = 24;
/// How many trees a page may be made of.
const MOST_TREES: usize = 64;
/// A mask fills an empty box with these.
const FILLED: &str = "[^_\\s]";
/// What a mask leaves where something is still to be typed.
const OPEN: &str = "_";

/// How the field that the user typed in and has not left is in use.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Typing {
    /// A key was pressed a moment ago.
    Going,
    /// Not since.
    Paused,
}

/// A snapshot and the elements behind its controls.
#[derive(Default)]
pub struct Look {
    /// What was seen.
    pub snapshot: Snapshot,
    /// The trees inside the document that were read as well: shadow roots and the documents of frames.
    pub inner: Vec<Node>,
    elements: Vec<Seen>,
}

/// A control's element, and the one that shows it.
struct Seen {
    element: Element,
    shown: Element,
}

impl Look {
    /// Looks at the page for what is of interest. `typing` is the field the user is typing in.
    #[must_use]
    pub fn at(document: &Document, interest: &Interest, typing: Option<(&Element, Typing)>) -> Self {
        let mut look = Self::default();
        let Some(sight) = Sight::new(document, None) else { return look };
        let path = document.location().and_then(|location| location.pathname().ok());
        look.snapshot.path = path.unwrap_or_default();
        look.snapshot.title = dom::title(document);
        look.snapshot.pictures = pictures(document);
        look.snapshot.layer = sight.layer();
        let mut reader =
            Reader { look, typing, interest, named: JsString::from(NAMED), kept: Vec::new(), in_front: None };
        reader.read(document, &Rc::new(sight));
        reader.finish()
    }

    /// The element behind a control: what is acted upon.
    #[must_use]
    pub fn element(&self, id: ControlId) -> Option<&Element> {
        self.elements.get(id.0).map(|seen| &seen.element)
    }

    /// Where a control can be seen: what the ring is laid around.
    #[must_use]
    pub fn shown(&self, id: ControlId) -> Option<&Element> {
        self.elements.get(id.0).map(|seen| &seen.shown)
    }

    /// What is typed in a field. For step 8 alone: the caller judges it and lets it go.
    #[must_use]
    pub fn typed(&self, id: ControlId) -> String {
        self.element(id).and_then(Field::of).and_then(Field::value).map(String::from).unwrap_or_default()
    }
}

/// A look on its way.
struct Reader<'a> {
    look: Look,
    typing: Option<(&'a Element, Typing)>,
    interest: &'a Interest,
    named: JsString,
    kept: Vec<Text>,
    /// The controls of a frame that something lies over.
    in_front: Option<Range<usize>>,
}

impl Reader<'_> {
    /// Reads one tree, and those inside it where they stand.
    fn read(&mut self, tree: &Node, sight: &Rc<Sight>) {
        Texts { interest: self.interest, sight, kept: &mut self.kept }.gather(tree, 0);
        let mut parts = tree::parts(tree, sight);
        for element in dom::elements(&dom::all(tree, CONTROLS)) {
            if self.look.elements.len() >= MOST {
                return;
            }
            if self.may_matter(&element) {
                self.read_parts(&mut parts, Some(&element));
                self.read_control(element, sight);
            }
        }
        self.read_parts(&mut parts, None);
    }

    /// Reads the trees that come before `element`.
    fn read_parts(&mut self, parts: &mut Vec<Part>, element: Option<&Element>) {
        while let Some(at) = parts.iter().position(|part| element.is_none_or(|e| dom::follows(e, &part.holder))) {
            let part = parts.remove(at);
            if self.look.inner.len() < MOST_TREES {
                self.look.inner.push(part.tree.clone());
                self.read_part(&part);
            }
        }
    }

    /// Reads a tree inside another. What lies over all of a frame lies over the page: the rest has to wait for it.
    fn read_part(&mut self, part: &Part) {
        let before = self.look.elements.len();
        self.read(&part.tree, &part.sight);
        if self.look.snapshot.layer != Layer::None {
            return;
        }
        self.look.snapshot.layer = part.layer();
        if self.look.snapshot.layer != Layer::None {
            self.in_front = Some(before..self.look.elements.len());
        }
    }

    /// Asked first of everything that may be a control: three short questions to the browser.
    fn may_matter(&self, element: &Element) -> bool {
        dom::script_text(element).is_some_and(|text| self.interest.may_be_called(&text))
            || dom::fits(element, &self.named)
    }

    fn read_control(&mut self, element: Element, sight: &Sight) {
        let Some(kind) = kind(&element) else { return };
        let name = squeezed(&name::of(&element, kind));
        let hints = hints(&element, kind, &name);
        let is_pressable = matches!(kind, Kind::Link | Kind::Button);
        if is_pressable && !self.interest.is_called(&name) && hints.is_empty() {
            return;
        }
        let opener = self.keep(element, kind, name, hints, sight);
        // Nobody sees what opens a closed part by its name: it may be called anything.
        if let Some((id, opener)) = opener.filter(|_| is_pressable) {
            let at = self.look.elements.iter().position(|seen| seen.element == opener);
            let at = at.unwrap_or_else(|| {
                let at = self.look.elements.len();
                self.keep(opener.clone(), Kind::Link, name::of(&opener, Kind::Link), Vec::new(), sight);
                at
            });
            if let Some(control) = self.look.snapshot.controls.get_mut(id) {
                control.opener = Some(ControlId(at));
            }
        }
    }

    /// Keeps a control. Answers its place and what opens the part it is in, where that is closed.
    fn keep(
        &mut self,
        element: Element,
        kind: Kind,
        name: String,
        hints: Vec<String>,
        sight: &Sight,
    ) -> Option<(usize, Element)> {
        let id = self.look.elements.len();
        let shown = stand_in::of(&element, kind, sight);
        let control = control(ControlId(id), &element, &shown, kind, name, hints, sight, self.typing);
        let opener = if control.reach.is_unseen() { opener::of(&element, sight) } else { None };
        self.look.snapshot.controls.push(control);
        self.look.elements.push(Seen { element, shown });
        opener.map(|opener| (id, opener))
    }

    /// Adds what only the whole page tells.
    fn finish(mut self) -> Look {
        self.label_by_place();
        if let Some(front) = self.in_front.take() {
            for control in &mut self.look.snapshot.controls {
                if control.clear() && !front.contains(&control.id.0) {
                    control.reach = Reach::Behind;
                }
            }
        }
        let (linked, own): (Vec<_>, Vec<_>) =
            self.kept.into_iter().filter(|text| !text.is_cell).partition(|text| text.is_linked);
        self.look.snapshot.linked = linked.into_iter().map(|text| text.words).collect();
        self.look.snapshot.texts = own.into_iter().map(|text| text.words).collect();
        self.look
    }

    fn label_by_place(&mut self) {
        // What is no field has no label.
        let spot = |control: &Control| control.spot.filter(|_| is_labelled(control));
        let fields: Vec<Option<Spot>> = self.look.snapshot.controls.iter().map(spot).collect();
        let texts: Vec<Spot> = self.kept.iter().map(|text| text.spot).collect();
        for (control, text) in self.look.snapshot.controls.iter_mut().zip(place::labels(&fields, &texts)) {
            if let Some(text) = text.and_then(|text| self.kept.get(text)) {
                control.beside.clone_from(&text.words);
            }
        }
    }
}

/// Whether a label by place may tell something of a control.
fn is_labelled(control: &Control) -> bool {
    matches!(control.kind, Kind::TextBox | Kind::PasswordBox | Kind::Select)
}

#[expect(clippy::too_many_arguments, reason = "everything about one control meets here")]
fn control(
    id: ControlId,
    element: &Element,
    shown: &Element,
    kind: Kind,
    name: String,
    hints: Vec<String>,
    sight: &Sight,
    typing: Option<(&Element, Typing)>,
) -> Control {
    let reach = sight.reach(element, shown);
    let is_field = !matches!(kind, Kind::Link | Kind::Button);
    let is_read = is_field && !reach.is_unseen();
    let first = if dom::follows(element, shown) { shown } else { element };
    let before = if is_read { label::before(first) } else { label::Before::default() };
    let control = Control {
        id,
        kind,
        name,
        after: if is_read && kind == Kind::Radio { radio_label(element, shown) } else { String::new() },
        beside: dom::attribute(element, "placeholder").unwrap_or_default(),
        hints,
        reach,
        spot: (!reach.is_unseen()).then(|| sight.area(shown).spot()),
        expanded: !is_field && opener::is_open(element, sight),
        checked: is_read && dom::is(element, "[aria-checked=true]"),
        prefix: before.has_prefix.then_some(PrefixPlace::Before),
        before: before.texts,
        shows: if is_read && kind == Kind::Select { words::of(shown) } else { None },
        ..Control::default()
    };
    match Field::of(element).filter(|_| is_read) {
        Some(field) => with_state(control, field, typing),
        None => control,
    }
}

/// A control with what only a field of HTML has: whether something is in it, what it takes and offers.
fn with_state(control: Control, field: &Field, typing: Option<(&Element, Typing)>) -> Control {
    let takes_text = matches!(control.kind, Kind::TextBox | Kind::PasswordBox);
    let has_prefix = control.kind == Kind::TextBox && field.default_value().is_some_and(|v| v.starts_with("API_"));
    let choices = (control.kind == Kind::Select).then(|| choices(field.unchecked_ref()));
    Control {
        reach: if takes_text && field.read_only() == Some(true) { Reach::Off } else { control.reach },
        filled: takes_text && is_filled(field),
        checked: control.checked || field.checked() == Some(true),
        entry: if takes_text { entry(field, typing) } else { Entry::Left },
        max_length: field.max_length().filter(|_| takes_text).and_then(|n| usize::try_from(n).ok()),
        prefix: control.prefix.or(has_prefix.then_some(PrefixPlace::Inside)),
        shows: control.shows.filter(|_| choices.is_none()),
        choices,
        ..control
    }
}

/// A radio's label: on what stands for it, else behind it.
fn radio_label(element: &Element, shown: &Element) -> String {
    let is_native = element == shown && dom::local_name(&element) == "input";
    let drawn = if is_native { None } else { words::of(shown) };
    drawn.unwrap_or_else(|| label::after(element))
}

/// Whether something is entered, as its pattern tells, without the value coming over. Chromium hides an autofilled value
/// until the user acts, but says that it is there.
fn is_filled(field: &Field) -> bool {
    holds(field, FILLED) || dom::is(field, ":autofill")
}

/// Whether what is in a field fits a pattern.
fn holds(field: &Field, pattern: &str) -> bool {
    let pattern = RegExp::new(pattern, "").unchecked_into::<Pattern>();
    field.value().is_some_and(|value| pattern.test(&value))
}

/// What kind of control it is; `None` where it is none.
fn kind(element: &Element) -> Option<Kind> {
    Some(match dom::local_name(&element).as_str() {
        "select" => Kind::Select,
        "textarea" => Kind::TextBox,
        "button" | "summary" => Kind::Button,
        "input" => match dom::attribute(&element, "type").unwrap_or_default().to_ascii_lowercase().as_str() {
            "hidden" => return None,
            "submit" | "button" | "image" | "reset" => Kind::Button,
            "radio" => Kind::Radio,
            "password" => Kind::PasswordBox,
            "checkbox" | "file" | "range" | "color" | "date" => Kind::Other,
            _ => Kind::TextBox,
        },
        tag => match dom::attribute(&element, "role").unwrap_or_default().as_str() {
            "button" => Kind::Button,
            "radio" => Kind::Radio,
            "combobox" | "listbox" => Kind::Select,
            "link" | "menuitem" | "treeitem" | "tab" => Kind::Link,
            _ if tag == "a" || dom::is(element, "[onclick], [tabindex='0']") => Kind::Link,
            _ => return None,
        },
    })
}

/// Weak hints: for fields how the page calls them, for nameless links and buttons what they do.
fn hints(element: &Element, kind: Kind, name: &str) -> Vec<String> {
    let attributes: &[&str] = match kind {
        Kind::Link | Kind::Button if name.is_empty() => &["href", "onclick", "class"],
        Kind::Link | Kind::Button => &[],
        _ => &["placeholder", "name", "id", "autocomplete"],
    };
    let mut hints = Vec::new();
    for attribute in attributes {
        if let Some(hint) = dom::attribute(&element, attribute).and_then(|hint| words::some(&hint)) {
            hints.push(hint);
        }
    }
    hints
}

/// How far the user is with a field. One that holds as many characters as it takes is full, whoever filled it.
fn entry(field: &Field, typing: Option<(&Element, Typing)>) -> Entry {
    match typing.filter(|(typed, _)| **field == **typed) {
        _ if is_full(field) => Entry::Full,
        Some((_, Typing::Going)) => Entry::Going,
        Some((_, Typing::Paused)) => Entry::Paused,
        None => Entry::Left,
    }
}

fn is_full(field: &Field) -> bool {
    let most = field.max_length().and_then(|most| u32::try_from(most).ok()).filter(|most| *most > 0);
    let length = || field.value().map_or(0, |value| value.length());
    most.is_some_and(|most| length() >= most) && !holds(field, OPEN)
}

/// What a native drop-down offers.
fn choices(list: &List) -> Choices {
    let options = list.options();
    let count = options.length();
    let (mut texts, mut preset) = (Vec::new(), false);
    for entry in (0..count.min(MOST_CHOICES)).filter_map(|i| options.get(i)) {
        let entry = entry.unchecked_ref::<Listed>();
        texts.push(entry.text());
        preset |= entry.default_selected();
    }
    Choices { texts, selected: usize::try_from(list.selected_index()).ok(), preset, cut: count > MOST_CHOICES }
}

/// What the first pictures of a document are called.
fn pictures(document: &Document) -> String {
    let pictures = dom::all(document, "img");
    let alts = dom::elements(&pictures).take(PICTURES).filter_map(|picture| dom::attribute(&picture, "alt"));
    alts.collect::<Vec<_>>().join(" ")
}
