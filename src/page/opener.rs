//! What a person presses to see a link that is in a closed part of a menu.

use wasm_bindgen::JsCast;
use web_sys::Element;

use super::dom::{self, Tree};
use super::reach::Sight;

/// What opens something when pressed.
const PRESSABLE: &str = "a, button, summary, [role=button], [role=menuitem], [role=treeitem], [onclick]";
/// The attributes by which a link says what it opens.
const OPENS: [&str; 4] = ["href", "data-target", "data-bs-target", "aria-controls"];
/// Menus are not deeper, in elements.
const LEVELS: usize = 24;

/// The control that opens the outermost closed part which holds `element`.
pub(super) fn of(element: &Element, sight: &Sight) -> Option<Element> {
    let part = closed_part(element, sight)?;
    by_attribute(&part).or_else(|| before(&part))
}

/// Whether what a control opens is open: it says so, or a part with things to press is shown right behind it.
pub(super) fn is_open(opener: &Element, sight: &Sight) -> bool {
    if let Some(says) = opener.get_attribute("aria-expanded") {
        return says == "true";
    }
    opener.next_element_sibling().is_some_and(|part| match dom::one(&part, PRESSABLE) {
        Some(_) => !dom::is(&part, PRESSABLE) && sight.is_seen(&part),
        // Open, and nothing is in it.
        None => dom::one(&part, "ul").is_some() && sight.is_drawn(&part),
    })
}

/// The outermost ancestor that is closed while what is around it is not.
fn closed_part(element: &Element, sight: &Sight) -> Option<Element> {
    let mut found = None;
    let mut part = element.clone();
    for _ in 0..LEVELS {
        if !sight.is_seen(&part) {
            found = Some(part.clone());
        }
        match part.parent_element() {
            Some(parent) if parent.local_name() != "body" => part = parent,
            _ => break,
        }
    }
    found
}

/// The control that names the part by its id.
fn by_attribute(part: &Element) -> Option<Element> {
    let id = part.id();
    if id.is_empty() || id.bytes().any(|c| matches!(c, b'"' | b'\\')) {
        return None;
    }
    let tree = part.get_root_node();
    let mut selector = String::new();
    for (place, attribute) in OPENS.iter().enumerate() {
        selector.push_str(if place == 0 { "[" } else { ", [" });
        selector.push_str(attribute);
        selector.push_str(if *attribute == "aria-controls" { "~=\"" } else { "=\"#" });
        selector.push_str(&id);
        selector.push_str("\"]");
    }
    tree.unchecked_ref::<Tree>().all(&selector).get(0).map(JsCast::unchecked_into)
}

/// The control right before the part, unless it leads to another page.
fn before(part: &Element) -> Option<Element> {
    let sibling = part.previous_element_sibling()?;
    let opener = if dom::is(&sibling, PRESSABLE) { sibling } else { dom::one(&sibling, PRESSABLE)? };
    let leads_away = opener.get_attribute("href").is_some_and(|href| href.starts_with('/') || href.starts_with("http"));
    (!leads_away).then_some(opener)
}
