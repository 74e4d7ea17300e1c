//! One look at the document: which controls and texts of the job a person would find on it.

use wasm_bindgen::JsCast;
use web_sys::{Document, Element, Node, TreeWalker};

use super::dom::{Entry, Field, List};
use super::reach::Sight;
use super::snapshot::{Choices, Control, ControlId, Kind, Reach, Snapshot};
use super::{label, name, words};
use crate::journey::vocabulary;

/// Everything that may be a control.
const CONTROLS: &str = "a, button, input:not([type=hidden]), select, textarea, summary, [role=button], [role=link], \
     [role=menuitem], [onclick]";
/// The most choices of a list that are read.
const MOST_CHOICES: u32 = 5_000;
/// The most controls and texts that are kept: no screen of the job comes near.
const MOST: usize = 2_000;
/// How many pictures' names are read.
const PICTURES: u32 = 8;
/// NodeFilter.SHOW_TEXT.
const SHOW_TEXT: u32 = 4;

/// A snapshot and the elements behind its controls.
#[derive(Default)]
pub struct Look {
    /// What was seen.
    pub snapshot: Snapshot,
    elements: Vec<Element>,
}

impl Look {
    /// Looks at the page. `typing` is the field the user is typing in.
    #[must_use]
    pub fn at(document: &Document, typing: Option<&Element>) -> Self {
        let Some(window) = document.default_view() else { return Self::default() };
        let sight = Sight::new(&window, document);
        let mut look = Self::default();
        look.snapshot.path = window.location().pathname().unwrap_or_default();
        look.snapshot.title = title(document);
        look.snapshot.texts = texts(document, &sight);
        look.snapshot.layer = sight.layer();
        look.read_controls(document, &sight, typing);
        look
    }

    /// The element behind a control.
    #[must_use]
    pub fn element(&self, id: ControlId) -> Option<&Element> {
        self.elements.get(id.0)
    }

    /// What is typed in a field. For step 8 alone: the caller judges it and lets it go.
    #[must_use]
    pub fn typed(&self, id: ControlId) -> String {
        let field = self.element(id).map(JsCast::unchecked_ref::<Field>);
        field.and_then(Field::value).map(String::from).unwrap_or_default()
    }

    fn read_controls(&mut self, document: &Document, sight: &Sight, typing: Option<&Element>) {
        let Ok(found) = document.query_selector_all(CONTROLS) else { return };
        let elements = (0..found.length()).filter_map(|i| found.get(i)?.dyn_into::<Element>().ok());
        for element in elements.take(MOST) {
            let kind = kind(&element);
            let name = name::of(&element, kind);
            let hints = hints(&element, kind, &name);
            let is_pressable = matches!(kind, Kind::Link | Kind::Button);
            if is_pressable && !vocabulary::keeps_control(&name) && hints.is_empty() {
                continue;
            }
            let id = ControlId(self.snapshot.controls.len());
            self.snapshot.controls.push(control(id, &element, kind, name, hints, sight, typing));
            self.elements.push(element);
        }
    }
}

fn control(
    id: ControlId,
    element: &Element,
    kind: Kind,
    name: String,
    hints: Vec<String>,
    sight: &Sight,
    typing: Option<&Element>,
) -> Control {
    let reach = sight.reach(element);
    let is_field = !matches!(kind, Kind::Link | Kind::Button);
    let is_read = is_field && reach != Reach::Hidden;
    let field = element.unchecked_ref::<Field>();
    let takes_text = is_read && matches!(kind, Kind::TextBox | Kind::PasswordBox);
    Control {
        id,
        kind,
        name,
        before: if is_read { label::before(element) } else { Vec::new() },
        after: if is_read && kind == Kind::Radio { label::after(element) } else { String::new() },
        hints,
        reach: if takes_text && field.read_only() == Some(true) { Reach::Disabled } else { reach },
        filled: takes_text && is_filled(field),
        checked: is_read && field.checked() == Some(true),
        in_use: takes_text && typing.is_some_and(|typing| typing.is_same_node(Some(element))),
        max_length: field.max_length().filter(|_| takes_text).and_then(|n| usize::try_from(n).ok()),
        prefix_inside: kind == Kind::TextBox && field.default_value().is_some_and(|value| value.starts_with("API_")),
        choices: (is_read && kind == Kind::Select).then(|| choices(element.unchecked_ref())),
    }
}

/// Whether something is entered. Chromium hides an autofilled value until the user acts, but says that it is there.
fn is_filled(field: &Field) -> bool {
    field.value().is_some_and(|value| value.length() > 0) || field.matches(":autofill").unwrap_or(false)
}

fn kind(element: &Element) -> Kind {
    match element.local_name().as_str() {
        "select" => Kind::Select,
        "textarea" => Kind::TextBox,
        "button" | "summary" => Kind::Button,
        "input" => match element.get_attribute("type").unwrap_or_default().to_ascii_lowercase().as_str() {
            "submit" | "button" | "image" | "reset" => Kind::Button,
            "radio" => Kind::Radio,
            "password" => Kind::PasswordBox,
            "checkbox" | "file" | "range" | "color" | "date" => Kind::Other,
            _ => Kind::TextBox,
        },
        "a" => Kind::Link,
        _ if element.get_attribute("role").as_deref() == Some("button") => Kind::Button,
        _ => Kind::Link,
    }
}

/// Weak hints: for fields how the page calls them, for nameless links where they lead.
fn hints(element: &Element, kind: Kind, name: &str) -> Vec<String> {
    let attributes: &[&str] = match kind {
        Kind::Link if name.is_empty() => &["href"],
        Kind::Link | Kind::Button => &[],
        _ => &["placeholder", "name", "id", "autocomplete"],
    };
    attributes
        .iter()
        .filter_map(|attribute| element.get_attribute(attribute))
        .filter_map(|hint| words::some(&hint))
        .collect()
}

fn choices(list: &List) -> Choices {
    let options = list.options();
    let count = options.length();
    let entries: Vec<Entry> =
        (0..count.min(MOST_CHOICES)).filter_map(|i| options.item(i)).map(JsCast::unchecked_into::<Entry>).collect();
    Choices {
        texts: entries.iter().map(Entry::text).collect(),
        selected: usize::try_from(list.selected_index()).ok(),
        preset: entries.iter().any(Entry::default_selected),
        cut: count > MOST_CHOICES,
    }
}

fn title(document: &Document) -> String {
    let mut title = document.title();
    let Ok(pictures) = document.query_selector_all("img[alt]") else { return title };
    for picture in (0..pictures.length().min(PICTURES)).filter_map(|i| pictures.get(i)?.dyn_into::<Element>().ok()) {
        title.push(' ');
        title.push_str(&picture.get_attribute("alt").unwrap_or_default());
    }
    title
}

/// The visible texts of the job, each with the inline pieces beside it and each table row as one.
fn texts(document: &Document, sight: &Sight) -> Vec<String> {
    let mut kept: Vec<String> = Vec::new();
    let mut last: Option<Element> = None;
    let Some(mut walk) =
        document.body().and_then(|body| document.create_tree_walker_with_what_to_show(&body, SHOW_TEXT).ok())
    else {
        return kept;
    };
    while let Some(node) = next(&mut walk) {
        let is_kept = node.node_value().is_some_and(|text| vocabulary::keeps_text(&text));
        let Some(block) = is_kept.then(|| words::block_of(&node)).flatten() else { continue };
        if last.as_ref() == Some(&block) || !sight.is_drawn(&block) {
            continue;
        }
        kept.extend(words::of(&block).filter(|text| text.len() <= vocabulary::LONGEST));
        last = Some(block);
        if kept.len() >= MOST {
            break;
        }
    }
    kept
}

fn next(walk: &mut TreeWalker) -> Option<Node> {
    walk.next_node().ok().flatten()
}
