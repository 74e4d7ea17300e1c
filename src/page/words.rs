//! The text of an element as a person would read it: pieces on lines and in cells of their own stay apart.

use wasm_bindgen::JsCast;
use web_sys::{Element, Node};

use crate::journey::text::squeezed;

/// Parts of sentences: what stands in them belongs to the words around it.
const INLINE: [&str; 13] =
    ["a", "b", "i", "u", "em", "strong", "span", "font", "small", "mark", "label", "abbr", "sup"];
/// What holds no text for people.
const UNREAD: [&str; 6] = ["script", "style", "noscript", "template", "option", "textarea"];

/// The text of an element, with single spaces; `None` where there is none.
pub(super) fn of(node: &Node) -> Option<String> {
    let mut text = String::new();
    match node.dyn_ref::<Element>() {
        Some(element) if element.first_element_child().is_some() => gather(element, &mut text),
        _ => text = node.text_content()?,
    }
    some(&text)
}

/// `text` with single spaces, unless it is empty.
pub(super) fn some(text: &str) -> Option<String> {
    let text = squeezed(text);
    (!text.is_empty()).then_some(text)
}

/// The nearest ancestor of a text that a person would read as one: a line, or a table's row.
pub(super) fn block_of(text: &Node) -> Option<Element> {
    let mut element = text.parent_element()?;
    loop {
        let name = element.local_name();
        if UNREAD.contains(&name.as_str()) {
            return None;
        }
        if matches!(name.as_str(), "td" | "th") {
            return element.parent_element();
        }
        // A link or a label is read by itself as well.
        if !INLINE.contains(&name.as_str()) || matches!(name.as_str(), "a" | "label") {
            return Some(element);
        }
        element = element.parent_element()?;
    }
}

fn gather(element: &Element, text: &mut String) {
    let mut next = element.first_child();
    while let Some(node) = next {
        if let Some(element) = node.dyn_ref::<Element>() {
            let name = element.local_name();
            let is_apart = !INLINE.contains(&name.as_str());
            if is_apart {
                text.push(' ');
            }
            if !UNREAD.contains(&name.as_str()) {
                gather(element, text);
            }
            if is_apart {
                text.push(' ');
            }
        } else if node.node_type() == Node::TEXT_NODE {
            text.push_str(&node.node_value().unwrap_or_default());
        }
        next = node.next_sibling();
    }
}
