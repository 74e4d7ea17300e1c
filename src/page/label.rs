//! Labels by structure: most fields of these portals have no accessible name, and their label stands right before them
//! (a label without `for`, the previous cell, the column beside, a bare text).

use wasm_bindgen::JsCast;
use web_sys::{Element, Node};

use super::dom::{self, Field};
use super::tree::host_of;
use super::words;

/// How many ancestors up a label is looked for.
const LEVELS: usize = 5;
/// How many texts are kept.
const TEXTS: usize = 3;
/// A longer text is no label, in bytes.
const LONGEST: usize = 200;
const FIELDS: &str = "input:not([type=hidden]), select, textarea";

/// The texts before `element`, nearest first, up to the field before it.
pub(super) fn before(element: &Element) -> Vec<String> {
    gather(element, Node::previous_sibling, TEXTS)
}

/// The first text behind `element`, up to the field behind it.
pub(super) fn after(element: &Element) -> String {
    gather(element, Node::next_sibling, 1).pop().unwrap_or_default()
}

fn gather(element: &Element, next: fn(&Node) -> Option<Node>, most: usize) -> Vec<String> {
    let mut texts = Vec::new();
    let mut level: Node = element.clone().into();
    for _ in 0..LEVELS {
        let mut sibling = next(&level);
        while let Some(node) = sibling {
            if is_fixed_prefix(&node) {
                texts.push("API_".to_owned());
            } else if holds_field(&node) {
                return texts;
            }
            texts.extend(text(&node));
            if texts.len() >= most {
                return texts;
            }
            sibling = next(&node);
        }
        match level.parent_element().or_else(|| host_of(&level)) {
            Some(parent) if parent.local_name() != "body" => level = parent.into(),
            _ => return texts,
        }
    }
    texts
}

fn holds_field(node: &Node) -> bool {
    if node.node_type() != Node::ELEMENT_NODE {
        return false;
    }
    let element = node.unchecked_ref::<Element>();
    dom::is(element, FIELDS) || dom::one(element, FIELDS).is_some()
}

/// Whether a field is only there to show the fixed `API_`.
fn is_fixed_prefix(node: &Node) -> bool {
    let field = node.unchecked_ref::<Field>();
    let is_closed = || field.disabled() == Some(true) || field.read_only() == Some(true);
    node.node_type() == Node::ELEMENT_NODE
        && field.default_value().is_some_and(|value| value.trim().eq_ignore_ascii_case("api_"))
        && is_closed()
}

fn text(node: &Node) -> Option<String> {
    match node.node_type() {
        Node::TEXT_NODE => {}
        Node::ELEMENT_NODE => {
            if words::is_unread(&node.unchecked_ref::<Element>().local_name()) {
                return None;
            }
        }
        _ => return None,
    }
    words::of(node).filter(|text| text.len() <= LONGEST)
}
