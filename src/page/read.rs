//! One look at the document: which controls and texts of the job a person would find on it.

use std::collections::HashMap;
use std::ops::{Range, RangeInclusive};
use std::rc::Rc;
use std::thread::LocalKey;

use js_sys::JsString;
use wasm_bindgen::JsCast;
use web_sys::{Document, Element, Node};

use super::dom::{self, Field, Pattern};
use super::interest::{Interest, pattern};
use super::plain::{self, Plain};
use super::reach::Sight;
use super::texts::{Text, Texts};
use super::tree::{self, Part};
use super::{choices, label, name, opener, place, stand_in, words};
use crate::snapshot::{Control, ControlId, Entry, Kind, Layer, PrefixPlace, Reach, Snapshot, Spot};
use crate::text::{self, squeezed};

/// Everything that may be a control.
const CONTROLS: &str = ":is(a, button, input, select, textarea, summary, [role], [onclick], [tabindex])";
/// What a field is read-only for only until somebody comes.
const OPENS_AT_TOUCH: &str = "[onfocus], [onclick], [onmousedown], [ontouchstart], [onpointerdown]";
/// How a browser marks a page that it has translated.
const TRANSLATED: &str = ".translated-ltr, .translated-rtl";
/// The most links and buttons that show the same.
const MOST_ALIKE: usize = 24;
/// The most that show no text: an attribute or a picture may name each of them.
const MOST_NAMELESS: usize = 200;
/// How many boxes of one character are one field.
const BOXES: RangeInclusive<usize> = 4..=8;
/// The most controls that are kept: no screen of the job comes near.
const MOST: usize = 1_000;
/// How many pictures' names are read: logos come first.
const PICTURES: usize = 24;
/// The longest title of a field that is told, in characters.
const LONGEST_TITLE: usize = 150;
/// How many trees a page may be made of.
const MOST_TREES: usize = 64;

thread_local! {
    /// What is a control, or may be a named one, whatever it shows.
    static NAMED: JsString = JsString::from(
        "input:not([type=hidden]), select, textarea, [aria-label], [aria-labelledby], [title], [role=radio], \
         [role=combobox], [role=listbox]",
    );
    /// What is typed: a mask fills an empty box with blanks.
    static FILLED: Pattern = pattern("[^_\\s]");
    /// What a mask leaves where something is still to be typed.
    static OPEN: Pattern = pattern("_");
}

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
        look.snapshot.translated = dom::root_element(document).is_some_and(|root| dom::is(&root, TRANSLATED));
        look.snapshot.layer = sight.layer();
        let mut reader =
            Reader { look, typing, interest, kept: Vec::new(), alike: HashMap::new(), translated: 0, in_front: None };
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

    /// Whether what is typed in a field breaks the `pattern` that the page declares for it.
    #[must_use]
    pub fn breaks_pattern(&self, id: ControlId) -> bool {
        let validity = self.element(id).and_then(Field::of).and_then(Field::validity);
        validity.is_some_and(|validity| validity.pattern_mismatch())
    }

    /// What the page says it asks for in a field: its `title` (HTML, "The pattern attribute").
    #[must_use]
    pub fn asks_for(&self, id: ControlId) -> Option<String> {
        let title = words::some(&dom::attribute(self.element(id)?, "title")?)?;
        Some(title.chars().take(LONGEST_TITLE).collect())
    }
}

/// A look on its way.
struct Reader<'a> {
    look: Look,
    typing: Option<(&'a Element, Typing)>,
    interest: &'a Interest,
    kept: Vec<Text>,
    /// How many links and buttons were met that show the same.
    alike: HashMap<String, usize>,
    /// How many of these texts a translation has put into elements of its own.
    translated: usize,
    /// The controls of a frame that something lies over.
    in_front: Option<Range<usize>>,
}

impl Reader<'_> {
    /// Reads one tree, and those inside it where they stand.
    fn read(&mut self, tree: &Node, sight: &Rc<Sight>) {
        let branches = branches(tree);
        for branch in &branches {
            Texts { interest: self.interest, sight, kept: &mut self.kept, translated: &mut self.translated }
                .gather(branch, 0);
        }
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
        self.read_plain(&branches, sight);
    }

    /// Reads what is a control by its text alone. It comes behind the tree's other controls.
    fn read_plain(&mut self, branches: &[Node], sight: &Sight) {
        let mut found = Vec::new();
        for branch in branches {
            plain::gather(branch, self.interest, 0, &mut found);
        }
        for Plain { element, name } in found {
            if self.look.elements.len() >= MOST || self.holds_control(&element, &name) {
                continue;
            }
            let is_plain = plain::is_only_called_so(&element);
            let id = self.look.elements.len();
            let opener = self.keep(element, Kind::Link, name, Vec::new(), sight);
            if let Some(control) = self.look.snapshot.controls.get_mut(id) {
                control.plain = is_plain;
            }
            self.keep_opener(opener, sight);
        }
    }

    /// Whether `element` is in a control of that name that was read by its markup, or is one.
    fn holds_control(&self, element: &Element, name: &str) -> bool {
        let name = text::plain(name);
        self.look.elements.iter().zip(&self.look.snapshot.controls).any(|(seen, control)| {
            matches!(control.kind, Kind::Link | Kind::Button)
                && dom::contains(&seen.element, element)
                && (seen.element == *element || text::plain(&control.name) == name)
        })
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
        dom::script_text(element).is_some_and(|text| self.interest.may_be_called(&text)) || dom::fits(element, &NAMED)
    }

    fn read_control(&mut self, element: Element, sight: &Sight) {
        let Some(kind) = kind(&element) else { return };
        let kind = if kind == Kind::TextBox && is_drawn_as_dots(&element) { Kind::PasswordBox } else { kind };
        let is_pressable = matches!(kind, Kind::Link | Kind::Button);
        if is_pressable && (words::is_in_editable(&element) || !self.has_room_for(&element)) {
            return;
        }
        let name = squeezed(&name::of(&element, kind));
        let hints = hints(&element, kind, &name);
        if is_pressable && !self.interest.is_called(&name) && hints.is_empty() {
            return;
        }
        let opener = self.keep(element, kind, name, hints, sight);
        self.keep_opener(opener.filter(|_| is_pressable), sight);
    }

    /// Keeps what opens the part that a control is in. Nobody sees that by its name: it may be called anything.
    fn keep_opener(&mut self, opener: Option<(usize, Element)>, sight: &Sight) {
        if let Some((id, opener)) = opener {
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

    /// Whether more links and buttons that show the same are kept. Asked before the name, which is dear.
    fn has_room_for(&mut self, element: &Element) -> bool {
        let shows = text::plain(&dom::text(element).unwrap_or_default());
        let most = if shows.is_empty() { MOST_NAMELESS } else { MOST_ALIKE };
        let count = self.alike.entry(shows).or_default();
        *count += 1;
        *count <= most
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
        let opener = if control.reach.is_unseen() { opener::of(&element, self.interest, sight) } else { None };
        self.look.snapshot.controls.push(control);
        self.look.elements.push(Seen { element, shown });
        opener.map(|opener| (id, opener))
    }

    /// Adds what only the whole page tells.
    fn finish(mut self) -> Look {
        self.label_by_place();
        self.group_boxes();
        if let Some(front) = self.in_front.take() {
            for control in &mut self.look.snapshot.controls {
                if control.clear() && !front.contains(&control.id.0) {
                    control.reach = Reach::Behind;
                }
            }
        }
        let (linked, own): (Vec<_>, Vec<_>) =
            self.kept.into_iter().filter(|text| !text.is_cell).partition(|text| text.is_linked);
        self.look.snapshot.translated |= self.translated * 2 > linked.len() + own.len();
        self.look.snapshot.linked = linked.into_iter().map(|text| text.words).collect();
        self.look.snapshot.texts = own.into_iter().map(|text| text.words).collect();
        self.look
    }

    /// Tells boxes of one character in a row that are one field together.
    fn group_boxes(&mut self) {
        let takes_one = |control: &Control| {
            matches!(control.kind, Kind::TextBox | Kind::PasswordBox) && control.max_length == Some(1)
        };
        let Self { look: Look { snapshot, elements, .. }, .. } = self;
        let parent = |control: &Control| elements.get(control.id.0).and_then(|seen| dom::parent(&seen.element));
        let is_beside = |one: &Control, other: &Control| {
            let (this, that) = (parent(one), parent(other));
            // Each may be in a holder of its own.
            let outer = |holder: &Option<Element>| holder.as_ref().and_then(|holder| dom::parent(holder));
            takes_one(other) && (this == that || outer(&this).is_some() && outer(&this) == outer(&that))
        };
        for group in snapshot.controls.chunk_by_mut(|one, other| takes_one(one) && is_beside(one, other)) {
            if !BOXES.contains(&group.len()) {
                continue;
            }
            let first = group.first().map(|first| first.id);
            for part in group {
                part.part_of = first;
            }
        }
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
    let is_drawn_list = kind == Kind::Select && (element != shown || dom::local_name(element) != "select");
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
        shows: if is_read && is_drawn_list { words::of(shown) } else { None },
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
    let choices = (control.kind == Kind::Select).then(|| choices::of(field.unchecked_ref()));
    Control {
        reach: if takes_text && is_fixed(field) { Reach::Off } else { control.reach },
        filled: takes_text && is_filled(field),
        checked: control.checked || field.checked() == Some(true),
        group: if control.kind == Kind::Radio {
            dom::attribute(field, "name").filter(|name| !name.is_empty())
        } else {
            None
        },
        entry: if takes_text { entry(field, typing) } else { Entry::Left },
        max_length: field.max_length().filter(|_| takes_text).and_then(|n| usize::try_from(n).ok()),
        prefix: control.prefix.or(has_prefix.then_some(PrefixPlace::Inside)),
        choices,
        shows: control.shows.or_else(|| shown_name(field).filter(|_| takes_text)),
        ..control
    }
}

/// The name of an API user that a field only shows: nobody has typed it.
fn shown_name(field: &Field) -> Option<String> {
    let is_name = |value: &String| text::without_head(value, "api_").is_some();
    field.default_value().filter(is_name).filter(|_| is_fixed(field))
}

/// A radio's label: on what stands for it, else behind it.
fn radio_label(element: &Element, shown: &Element) -> String {
    let is_native = element == shown && dom::local_name(element) == "input";
    let drawn = if is_native { None } else { words::of(shown) };
    drawn.unwrap_or_else(|| label::after(element))
}

/// Whether a field only shows what the page put into it. An empty one that is read-only opens when it is touched, or is
/// filled by a keyboard on the page; so does one with a listener of its own for that, and one with the blanks of a mask.
fn is_fixed(field: &Field) -> bool {
    let is_text = |value: String| value.contains(char::is_alphanumeric);
    field.read_only() == Some(true) && field.default_value().is_some_and(is_text) && !dom::is(field, OPENS_AT_TOUCH)
}

/// Where the texts of a tree begin. Of a document that is what stands in its root element but for the head: to ask of all
/// of it whether it holds something costs as much as to ask of each part.
fn branches(tree: &Node) -> Vec<Node> {
    let root = (dom::node_type(tree) == Node::DOCUMENT_NODE).then(|| dom::root_element(tree.unchecked_ref())).flatten();
    let Some(root) = root else { return vec![tree.clone()] };
    let children = std::iter::successors(dom::first_element(&root), dom::next_element);
    children.filter(|child| dom::local_name(child) != "head").map(Into::into).collect()
}

/// Whether something is entered, as its pattern tells, without the value coming over. Chromium hides an autofilled value
/// until the user acts, but says that it is there.
fn is_filled(field: &Field) -> bool {
    holds(field, &FILLED) || dom::is(field, ":autofill")
}

/// Whether what is in a field fits a pattern.
fn holds(field: &Field, pattern: &'static LocalKey<Pattern>) -> bool {
    field.value().is_some_and(|value| pattern.with(|pattern| pattern.test(&value)))
}

/// What kind of control it is; `None` where it is none.
fn kind(element: &Element) -> Option<Kind> {
    Some(match dom::local_name(element).as_str() {
        "select" => Kind::Select,
        "textarea" => Kind::TextBox,
        "button" | "summary" => Kind::Button,
        "input" => match dom::attribute(element, "type").unwrap_or_default().to_ascii_lowercase().as_str() {
            "hidden" => return None,
            "submit" | "button" | "image" | "reset" => Kind::Button,
            "radio" => Kind::Radio,
            "password" => Kind::PasswordBox,
            "checkbox" | "file" | "range" | "color" | "date" => Kind::Other,
            _ => Kind::TextBox,
        },
        tag => match dom::attribute(element, "role").unwrap_or_default().as_str() {
            "button" => Kind::Button,
            "radio" => Kind::Radio,
            "combobox" | "listbox" => Kind::Select,
            "link" | "menuitem" | "treeitem" | "tab" => Kind::Link,
            _ if tag == "a" || dom::is(element, "[onclick], [tabindex='0']") => Kind::Link,
            _ => return None,
        },
    })
}

/// Whether a text box shows dots for what is typed, as some pages do to keep the browser from storing a password.
fn is_drawn_as_dots(element: &Element) -> bool {
    dom::style(element, "-webkit-text-security").is_some_and(|dots| !matches!(dots.as_str(), "" | "none"))
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
        if let Some(hint) = dom::attribute(element, attribute).and_then(|hint| words::some(&hint)) {
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
    most.is_some_and(|most| length() >= most) && !holds(field, &OPEN)
}

/// What the first pictures of a document are called.
fn pictures(document: &Document) -> String {
    let pictures = dom::all(document, "img");
    let alts = dom::elements(&pictures).take(PICTURES).filter_map(|picture| dom::attribute(&picture, "alt"));
    alts.collect::<Vec<_>>().join(" ")
}
