//! Labels by structure: most fields of these portals have no accessible name, and their label stands right before them
//! (a label without `for`, the previous cell, the column beside, a bare text).

use wasm_bindgen::JsCast;
use web_sys::{Element, Node};

use super::dom::{self, Field};
use super::tree::host_of;
use super::words;
use crate::text::squeezed;

/// How many ancestors up a label is looked for.
const LEVELS: usize = 5;
/// How many texts are kept.
const TEXTS: usize = 3;
/// A longer text is no label, in bytes.
const LONGEST: usize = 200;
const FIELDS: &str = "input:not([type=hidden]), select, textarea";

/// The texts before `element`, nearest first, up to the field before it.
pub(super) fn before(element: &Element) -> Vec<String> {
    let mut texts = Vec::new();
    let mut level: Node = element.clone().into();
    for _ in 0..LEVELS {
        let mut sibling = level.previous_sibling();
        while let Some(node) = sibling {
            if is_fixed_prefix(&node) {
                texts.push("API_".to_owned());
            } else if holds_field(&node) {
                return texts;
            }
            texts.extend(text(&node));
            if texts.len() >= TEXTS {
                return texts;
            }
            sibling = node.previous_sibling();
        }
        match around(&level) {
            Some(parent) => level = parent,
            None => break,
        }
    }
    texts
}

/// The words behind `element`, up to their end or to the field behind it.
pub(super) fn after(element: &Element) -> String {
    let mut level: Node = element.clone().into();
    let mut words = String::new();
    for _ in 0..LEVELS {
        let mut sibling = level.next_sibling();
        while let Some(node) = sibling {
            if holds_field(&node) || !words.trim().is_empty() && !is_part_of_a_sentence(&node) {
                return squeezed(&words);
            }
            if text(&node).is_some() {
                words.push_str(&node.text_content().unwrap_or_default());
            }
            sibling = node.next_sibling();
        }
        match around(&level) {
            Some(parent) if words.trim().is_empty() => level = parent,
            _ => break,
        }
    }
    squeezed(&words)
}

/// What a level of siblings is in, as far as a label may stand.
fn around(level: &Node) -> Option<Node> {
    let parent = level.parent_element().or_else(|| host_of(level))?;
    (parent.local_name() != "body").then(|| parent.into())
}

fn is_part_of_a_sentence(node: &Node) -> bool {
    node.node_type() != Node::ELEMENT_NODE || words::is_inline(&node.unchecked_ref::<Element>().local_name())
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
