//! Labels by structure: most fields of these portals have no accessible name, and their label stands right before them
//! (a label without `for`, the previous cell, the column beside, a bare text).

use wasm_bindgen::JsCast;
use web_sys::{Element, Node};

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
            if holds_field(&node) {
                return texts;
            }
            texts.extend(text(&node));
            if texts.len() >= most {
                return texts;
            }
            sibling = next(&node);
        }
        match level.parent_element() {
            Some(parent) if parent.local_name() != "body" => level = parent.into(),
            _ => return texts,
        }
    }
    texts
}

fn holds_field(node: &Node) -> bool {
    let Some(element) = node.dyn_ref::<Element>() else { return false };
    element.matches(FIELDS).unwrap_or(false) || element.query_selector(FIELDS).ok().flatten().is_some()
}

fn text(node: &Node) -> Option<String> {
    match node.node_type() {
        Node::TEXT_NODE => {}
        Node::ELEMENT_NODE => {
            let name = node.node_name();
            if matches!(name.as_str(), "SCRIPT" | "STYLE" | "TEMPLATE" | "NOSCRIPT") {
                return None;
            }
        }
        _ => return None,
    }
    words::of(node).filter(|text| text.len() <= LONGEST)
}
