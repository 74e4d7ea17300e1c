//! The accessible name of a control: a small part of W3C accname 1.2. Left out: CSS generated content, names from
//! nested controls, recursion through `aria-labelledby`.

use wasm_bindgen::JsCast;
use web_sys::Element;

use super::dom::Field;
use super::snapshot::Kind;
use super::words;

/// The longest name kept, in characters.
const LONGEST: usize = 200;

/// The accessible name of `element`; empty where the page gives none.
pub(super) fn of(element: &Element, kind: Kind) -> String {
    let name = labelled_by(element)
        .or_else(|| attribute(element, "aria-label"))
        .or_else(|| native(element, kind))
        .or_else(|| attribute(element, "title"))
        .or_else(|| attribute(element, "placeholder"))
        .unwrap_or_default();
    name.chars().take(LONGEST).collect()
}

fn labelled_by(element: &Element) -> Option<String> {
    let ids = element.get_attribute("aria-labelledby")?;
    let root = element.owner_document()?;
    let mut text = String::new();
    for part in ids.split_whitespace().filter_map(|id| root.get_element_by_id(id)) {
        text.push_str(&words::of(&part).unwrap_or_default());
        text.push(' ');
    }
    words::some(&text)
}

fn native(element: &Element, kind: Kind) -> Option<String> {
    match kind {
        Kind::Link | Kind::Button => attribute_of_button(element).or_else(|| content(element)),
        _ => labels(element),
    }
}

/// What `input type=submit` and its like show.
fn attribute_of_button(element: &Element) -> Option<String> {
    if element.local_name() != "input" {
        return None;
    }
    attribute(element, "value").or_else(|| attribute(element, "alt"))
}

fn content(element: &Element) -> Option<String> {
    let text = words::of(element);
    text.or_else(|| {
        element
            .query_selector("img[alt], [aria-label]")
            .ok()
            .flatten()
            .and_then(|inner| attribute(&inner, "alt").or_else(|| attribute(&inner, "aria-label")))
    })
}

fn labels(element: &Element) -> Option<String> {
    let labels = element.unchecked_ref::<Field>().labels()?;
    let mut text = String::new();
    for label in (0..labels.length()).filter_map(|i| labels.get(i)) {
        text.push_str(&words::of(&label).unwrap_or_default());
        text.push(' ');
    }
    words::some(&text)
}

fn attribute(element: &Element, name: &str) -> Option<String> {
    words::some(&element.get_attribute(name)?)
}
