//! Labels by structure: most fields of these portals have no accessible name, and their label stands right before them
//! (a label without `for`, the previous cell, the column beside, a bare text).

use wasm_bindgen::JsCast;
use web_sys::{Element, Node};

use super::dom::{self, Field};
use super::words;
use crate::text::squeezed;

/// How many ancestors up a label is looked for.
const LEVELS: usize = 5;
/// How many texts are kept.
const TEXTS: usize = 3;
/// A longer text is no label, in bytes.
const LONGEST: usize = 200;
/// The same with all the white space of the page's code, in UTF-16 units.
const FAR_TOO_LONG: u32 = 2_000;

/// What stands before a field.
#[derive(Default)]
pub(super) struct Before {
    /// The texts, nearest first, up to the field before it.
    pub texts: Vec<String>,
    /// Whether a field among them is only there to show the fixed `API_`.
    pub has_prefix: bool,
}

/// What stands before `element`.
pub(super) fn before(element: &Element) -> Before {
    let mut before = Before::default();
    let mut level: Node = element.clone().into();
    for _ in 0..LEVELS {
        let mut sibling = dom::previous(&level);
        while let Some(node) = sibling {
            if is_fixed_prefix(&node) {
                before.has_prefix = true;
            } else if holds_field(&node) {
                return before;
            }
            before.texts.extend(text(&node));
            if before.texts.len() >= TEXTS {
                return before;
            }
            sibling = dom::previous(&node);
        }
        match around(&level) {
            Some(parent) => level = parent,
            None => break,
        }
    }
    before
}

/// The words behind `element`, up to their end or to the field behind it.
pub(super) fn after(element: &Element) -> String {
    let mut level: Node = element.clone().into();
    let mut words = String::new();
    for _ in 0..LEVELS {
        let mut sibling = dom::next(&level);
        while let Some(node) = sibling {
            if holds_field(&node) || !words.trim().is_empty() && !is_part_of_a_sentence(&node) {
                return squeezed(&words);
            }
            words.push_str(&text(&node).and_then(|_| words::all(&node)).unwrap_or_default());
            sibling = dom::next(&node);
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
    let parent = dom::around(level)?;
    (dom::local_name(&parent) != "body").then(|| parent.into())
}

fn is_part_of_a_sentence(node: &Node) -> bool {
    dom::as_element(node).is_none_or(|element| words::is_inline(&dom::local_name(element)))
}

fn holds_field(node: &Node) -> bool {
    dom::as_element(node)
        .is_some_and(|element| dom::is(element, dom::FIELDS) || dom::one(element, dom::FIELDS).is_some())
}

/// Whether a field is only there to show the fixed `API_`.
fn is_fixed_prefix(node: &Node) -> bool {
    let Some(field) = dom::as_element(node).and_then(Field::of) else { return false };
    field.default_value().is_some_and(|value| value.trim().eq_ignore_ascii_case("api_"))
        && (dom::is(field, ":disabled") || field.read_only() == Some(true))
}

/// The text of a node, unless it is too long for a label. Its length is asked before it is read.
fn text(node: &Node) -> Option<String> {
    let is_read = match dom::node_type(node) {
        Node::TEXT_NODE => true,
        Node::ELEMENT_NODE => !words::is_unread(&dom::local_name(node.unchecked_ref())),
        _ => false,
    };
    let is_short = |node: &Node| dom::script_text(node).is_some_and(|text| text.length() <= FAR_TOO_LONG);
    words::of(Some(node).filter(|node| is_read && is_short(node))?).filter(|text| text.len() <= LONGEST)
}
