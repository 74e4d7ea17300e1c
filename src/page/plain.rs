//! Entries, buttons and choices that are plain elements with a listener, which no markup tells from a text: known by
//! being called, as a whole, something that is looked for.

use js_sys::JsString;
use web_sys::{Element, Node};

use super::interest::Interest;
use super::{dom, words};

/// Deeper branches are not read: no page that people use goes there.
const DEEPEST: u32 = 100;
/// The most that are found: no screen of the job comes near.
const MOST: usize = 100;
/// How many elements in one are asked whether they can be pressed.
const INNER: usize = 8;
/// What is a control by its markup, or names something else.
const NOT_PLAIN: &str = "a, button, input, select, option, textarea, summary, label, legend, caption, th, h1, h2, h3, h4, h5, \
     h6, script, style, noscript, template, iframe, [role=heading], [role=button], [role=link], [role=menuitem], \
     [role=treeitem], [role=tab], [role=radio], [role=option], [role=combobox], [role=listbox]";
/// What says of itself that it can be pressed.
const SAYS_SO: &str = "[tabindex], [onclick]";

thread_local! {
    static IS_NOT_PLAIN: JsString = JsString::from(NOT_PLAIN);
    static IS_HIDDEN: JsString = JsString::from("[hidden]");
}

/// An element that may be pressed, and what its own text calls it.
pub(super) struct Plain {
    pub element: Element,
    pub name: String,
}

/// The plain elements below `parent` that are called something of interest.
pub(super) fn gather(parent: &Node, interest: &Interest, depth: u32, found: &mut Vec<Plain>) {
    let mut next = dom::first_child(parent).filter(|_| depth < DEEPEST);
    while let Some(node) = next.filter(|_| found.len() < MOST) {
        if let Some(element) = dom::as_element(&node).filter(|element| may_hold(element, interest)) {
            match own_name(element, interest) {
                Some(name) => {
                    found.push(Plain { element: pressed(element, &name), name });
                    gather_in_blocks(element, interest, depth, found);
                }
                None => gather(&node, interest, depth + 1, found),
            }
        }
        next = dom::next(&node);
    }
}

/// What of an element so called says that it can be pressed; the element itself where nothing does.
fn pressed(element: &Element, name: &str) -> Element {
    let says_so = |inner: &Element| !is_only_called_so(inner) && words::of(inner).as_deref() == Some(name);
    let inner = || dom::elements(&dom::all(element, "*")).take(INNER).find(says_so);
    if is_only_called_so(element) { inner().unwrap_or_else(|| element.clone()) } else { element.clone() }
}

/// Whether nothing but its text says that an element can be pressed.
pub(super) fn is_only_called_so(element: &Element) -> bool {
    !dom::is(element, SAYS_SO) && dom::style(element, "cursor").as_deref() != Some("pointer")
}

/// The same behind an element's own text, where a part of a menu may stand.
fn gather_in_blocks(element: &Element, interest: &Interest, depth: u32, found: &mut Vec<Plain>) {
    let mut next = dom::first_element(element);
    while let Some(child) = next {
        if !is_inline(&child) && may_hold(&child, interest) {
            gather(&child, interest, depth + 2, found);
        }
        next = dom::next_element(&child);
    }
}

fn may_hold(element: &Element, interest: &Interest) -> bool {
    let may = |text: JsString| {
        // In an element without others its own text is all of it: the one question spares the dearer ones.
        interest.holds_a_name(&text) && (interest.may_be_called(&text) || dom::first_element(element).is_some())
    };
    dom::script_text(element).is_some_and(may) && !dom::fits(element, &IS_NOT_PLAIN) && !words::is_editable(element)
}

/// Whether an element is a plain one that is called something of interest.
pub(super) fn is_called(element: &Element, interest: &Interest) -> bool {
    may_hold(element, interest) && own_name(element, interest).is_some()
}

/// What an element's own text, up to the first block in it, calls it; `None` where that is of no interest.
fn own_name(element: &Element, interest: &Interest) -> Option<String> {
    let mut text = String::new();
    let mut next = dom::first_child(element);
    while let Some(node) = next {
        match dom::as_element(&node) {
            Some(inner) if !is_inline(inner) || dom::fits(inner, &IS_NOT_PLAIN) || holds_what_is_not_plain(inner) => {
                break;
            }
            Some(inner) if !dom::fits(inner, &IS_HIDDEN) => text.push_str(&words::of(&node).unwrap_or_default()),
            None if dom::node_type(&node) == Node::TEXT_NODE => text.push_str(&dom::text(&node).unwrap_or_default()),
            _ => {}
        }
        next = dom::next(&node);
    }
    let name = words::some(&text).filter(|name| interest.is_called(name))?;
    let is_alone = !is_inline(element) || !is_in_a_sentence(element);
    (is_alone && dom::one(element, dom::FIELDS).is_none()).then_some(name)
}

fn holds_what_is_not_plain(element: &Element) -> bool {
    dom::first_element(element).is_some() && dom::one(element, NOT_PLAIN).is_some()
}

/// Whether words stand before or behind an element in its line.
fn is_in_a_sentence(element: &Element) -> bool {
    let is_words = |node: Node| {
        dom::node_type(&node) == Node::TEXT_NODE
            && dom::text(&node).is_some_and(|text| text.chars().any(char::is_alphanumeric))
    };
    dom::previous(element).is_some_and(is_words) || dom::next(element).is_some_and(is_words)
}

fn is_inline(element: &Element) -> bool {
    words::is_inline(&dom::local_name(element))
}
