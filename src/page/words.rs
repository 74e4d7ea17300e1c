//! The text of an element as a person would read it: pieces on lines and in cells of their own stay apart.

use js_sys::JsString;
use wasm_bindgen::JsCast;
use web_sys::{Element, Node};

use super::dom;
use crate::text::squeezed;

/// Parts of sentences: what stands in them belongs to the words around it.
const INLINE: [&str; 13] =
    ["a", "b", "i", "u", "em", "strong", "span", "font", "small", "mark", "label", "abbr", "sup"];
/// What holds no text for people.
const UNREAD: [&str; 8] = ["script", "style", "noscript", "template", "select", "option", "textarea", "iframe"];
/// What people type in that is no field of HTML: what stands in it is theirs, and never read.
const EDITABLE: &str = "[contenteditable]:not([contenteditable=false]), [role=textbox]:not(input, textarea), \
     [role=searchbox]:not(input, textarea)";

thread_local! {
    static IS_EDITABLE: JsString = JsString::from(EDITABLE);
}

/// Deeper texts are not read: no page that people use goes there.
const DEEPEST: u32 = 200;

/// The text of an element, with single spaces; `None` where there is none.
pub(super) fn of(node: &Node) -> Option<String> {
    if dom::as_element(node).is_some_and(is_editable) {
        return None;
    }
    let mut text = String::new();
    let is_element = dom::node_type(node) == Node::ELEMENT_NODE;
    match node.unchecked_ref::<Element>() {
        element if is_element && dom::first_element(element).is_some() => gather(element, &mut text, 0),
        _ => text = dom::text(node)?,
    }
    some(&text)
}

/// The same with white space as it comes, for what goes on in the line.
pub(super) fn all(node: &Node) -> Option<String> {
    match dom::as_element(node).filter(|element| dom::one(element, EDITABLE).is_some()) {
        Some(_) => of(node),
        None => dom::text(node),
    }
}

/// `text` with single spaces, unless it is empty.
pub(super) fn some(text: &str) -> Option<String> {
    let text = squeezed(text);
    (!text.is_empty()).then_some(text)
}

/// Whether an element of this name holds no text for people.
pub(super) fn is_unread(name: &str) -> bool {
    UNREAD.contains(&name)
}

/// Whether people type in an element that is no field of HTML.
pub(super) fn is_editable(element: &Element) -> bool {
    dom::fits(element, &IS_EDITABLE)
}

/// Whether an element is what people type in, or stands in it.
pub(super) fn is_in_editable(element: &Element) -> bool {
    dom::closest(element, EDITABLE).is_some()
}

/// Whether an element of this name is a part of a sentence.
pub(super) fn is_inline(name: &str) -> bool {
    INLINE.contains(&name)
}

fn gather(element: &Element, text: &mut String, depth: u32) {
    let mut next = dom::first_child(element).filter(|_| depth < DEEPEST);
    while let Some(node) = next {
        match dom::node_type(&node) {
            Node::ELEMENT_NODE => {
                let element = node.unchecked_ref::<Element>();
                let name = dom::local_name(element);
                let gap = if is_inline(&name) { "" } else { " " };
                text.push_str(gap);
                if !is_unread(&name) && !is_editable(element) {
                    gather(element, text, depth + 1);
                }
                text.push_str(gap);
            }
            Node::TEXT_NODE => text.push_str(&node.node_value().unwrap_or_default()),
            _ => {}
        }
        next = dom::next(&node);
    }
}
