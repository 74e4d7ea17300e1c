//! The computation: one recursive walk that asks each element for its text, step by step as accname 1.2 counts them.

use wasm_bindgen::prelude::*;
use web_sys::{Element, Node, NodeList, Window};

use super::style;
use crate::page::area::window_of;
use crate::page::dom;
use crate::page::dom::Field;
use crate::page::words::is_in_editable;
use crate::text::{is_any, words};

/// How deep content is followed.
const DEEPEST: u32 = 60;
/// How many elements are asked for one name.
const MOST: u32 = 500;
/// A text of this many bytes is long enough.
const ENOUGH: usize = 2_000;

/// Fields of HTML: their role does not change where their value is.
const FIELDS: [&str; 3] = ["input", "select", "textarea"];
/// Elements that a `label` can label.
const LABELLED: [&str; 7] = ["input", "select", "textarea", "button", "output", "progress", "meter"];
/// The types of an `input` that shows its name itself.
const BUTTONS: [&str; 4] = ["submit", "button", "image", "reset"];
/// The types of an `input` whose value is nothing to read.
const VALUELESS: [&str; 5] = ["radio", "checkbox", "file", "color", "hidden"];
/// What shows a place in a range.
const RANGES: [&str; 6] = ["slider", "spinbutton", "progressbar", "progress", "meter", "scrollbar"];
/// The parts that name what they stand in.
const CAPTIONS: &str = ":scope > legend, :scope > caption, :scope > figcaption, :scope > title";

#[wasm_bindgen]
extern "C" {
    /// A place in a shadow root for what stands in its host.
    #[wasm_bindgen(extends = Element)]
    type Slot;

    #[wasm_bindgen(method, structural, js_name = assignedNodes)]
    fn assigned_nodes(this: &Slot) -> NodeList;
}

/// Why an element is asked for its text.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Wanted {
    /// Its name is wanted, and its role allows none from content.
    Name,
    /// Its name is wanted, if need be from its content.
    NameFromContent,
    /// An `aria-labelledby`, a `label` or the like names another element by it.
    Reference,
    /// It stands in content that is read.
    Content,
}

/// A computation on its way.
pub(super) struct Walk {
    window: Window,
    text: String,
    /// What was asked as more than content: content does not say it again.
    seen: Vec<Element>,
    /// How many elements may still be asked.
    left: u32,
    /// How much deeper it may go.
    depth: u32,
    /// Whether an `aria-labelledby` is being followed: a second one is not.
    follows: bool,
    /// Whether hidden content is read, because the element it belongs to is hidden itself.
    reveals: bool,
}

impl Walk {
    /// The text that names `element`, with white space as it comes.
    pub(super) fn text_of(element: &Element, wanted: Wanted) -> String {
        let Some(window) = window_of(element) else { return String::new() };
        let mut walk = Self {
            window,
            text: String::new(),
            seen: Vec::new(),
            left: MOST,
            depth: DEEPEST,
            follows: false,
            reveals: false,
        };
        walk.ask(element, wanted);
        walk.text
    }

    /// One element's turn.
    fn ask(&mut self, element: &Element, wanted: Wanted) {
        if self.is_done() || self.depth == 0 || self.seen.contains(element) {
            return;
        }
        self.left -= 1;
        self.depth -= 1;
        let tag = dom::local_name(element);
        let revealed = self.reveals;
        let (mut is_apart, mut is_read) = (true, true);
        // 2A, and for content how it stands to the text before and after it. Needless where nothing stands in it.
        if wanted == Wanted::Content || wanted != Wanted::Name && dom::first_element(element).is_some() {
            let (is_hidden, is_inline) = style::layout(&self.window, element);
            if wanted == Wanted::Content {
                is_apart = !is_inline || tag == "br";
                is_read =
                    (!is_hidden || revealed) && !matches!(tag.as_str(), "script" | "style" | "noscript" | "template");
            } else {
                self.reveals = is_hidden;
            }
        }
        if is_read {
            self.space(is_apart);
            self.say(element, &tag, wanted);
            self.space(is_apart);
        }
        self.reveals = revealed;
        self.depth += 1;
    }

    /// Steps 2B to 2I: the first that finds words ends them.
    fn say(&mut self, element: &Element, tag: &str, wanted: Wanted) {
        if self.labelled_by(element, wanted) {
            return;
        }
        if wanted != Wanted::Content {
            self.seen.push(element.clone());
        }
        let _ = matches!(wanted, Wanted::Reference | Wanted::Content) && self.value(element, tag)
            || tag != "slot" && self.attribute(element, "aria-label")
            || self.native(element, tag)
            || wanted != Wanted::Name && self.content(element, tag)
            || self.attribute(element, "title")
            || self.attribute(element, "placeholder");
    }

    /// 2B: the elements that `aria-labelledby` names. An element that names itself is asked as before, not as another.
    fn labelled_by(&mut self, element: &Element, wanted: Wanted) -> bool {
        let Some(ids) = dom::attribute(element, "aria-labelledby").filter(|_| !self.follows) else { return false };
        // A tree that is in no page has no ids to ask for.
        let root = dom::root(element);
        if !matches!(dom::node_type(&root), Node::DOCUMENT_NODE | Node::DOCUMENT_FRAGMENT_NODE) {
            return false;
        }
        let start = self.text.len();
        self.follows = true;
        for part in words(&ids, b"").iter().filter_map(|id| dom::by_id(&root, id)) {
            // What is typed in an editable element names nothing.
            if dom::parent(&part).is_some_and(|around| is_in_editable(&around)) {
                continue;
            }
            let wanted = if part == *element { wanted } else { Wanted::Reference };
            self.ask(&part, wanted);
        }
        self.follows = false;
        self.says_since(start)
    }

    /// 2C: the value of a control that stands in the name of another.
    fn value(&mut self, element: &Element, tag: &str) -> bool {
        let role = dom::attribute(element, "role").filter(|_| !is_any(tag, &FIELDS)).unwrap_or_default();
        match if role.is_empty() { tag } else { &role } {
            "input" => {
                let kind = kind(element);
                // Some pages write what is typed into the attribute as well: only a slider is asked.
                !is_any(&kind, &BUTTONS) && !is_any(&kind, &VALUELESS) && (kind != "range" || self.place(element))
            }
            "select" | "listbox" => self.all(element, "option:checked, [aria-selected=true]"),
            "combobox" => self.content(element, tag),
            "textarea" | "textbox" | "searchbox" => true,
            what => is_any(what, &RANGES) && self.place(element),
        }
    }

    /// What the markup says of a value. No other step is asked then, even if it is nothing.
    fn place(&mut self, element: &Element) -> bool {
        let _ = self.attribute(element, "aria-valuetext")
            || self.attribute(element, "aria-valuenow")
            || self.attribute(element, "value");
        true
    }

    /// 2E: what HTML names an element by.
    fn native(&mut self, element: &Element, tag: &str) -> bool {
        match tag {
            "input" if is_any(&kind(element), &BUTTONS) => {
                self.attribute(element, "alt") || self.attribute(element, "value")
            }
            "img" | "area" => self.attribute(element, "alt"),
            "option" | "optgroup" => self.attribute(element, "label"),
            "fieldset" | "table" | "figure" | "svg" => self.all(element, CAPTIONS),
            _ => is_any(tag, &LABELLED) && self.labels(element),
        }
    }

    fn labels(&mut self, element: &Element) -> bool {
        element.unchecked_ref::<Field>().labels().is_some_and(|labels| self.list(&labels, Wanted::Reference))
    }

    fn all(&mut self, element: &Element, selector: &str) -> bool {
        self.list(&dom::all(element, selector), Wanted::Reference)
    }

    /// 2F to 2H: everything in an element, as the browser shows it: with shadow roots and pseudo-elements.
    fn content(&mut self, element: &Element, tag: &str) -> bool {
        if dom::attribute(element, "contenteditable").is_some_and(|value| value != "false") {
            return false;
        }
        let start = self.text.len();
        style::write_pseudo(&self.window, element, "::before", &mut self.text);
        let is_filled = tag == "slot" && self.list(&element.unchecked_ref::<Slot>().assigned_nodes(), Wanted::Content);
        if !is_filled {
            let root: Option<Node> = dom::shadow_root(element).map(Into::into);
            self.list(&dom::children(root.as_ref().unwrap_or(element)), Wanted::Content);
        }
        style::write_pseudo(&self.window, element, "::after", &mut self.text);
        self.says_since(start)
    }

    fn list(&mut self, nodes: &NodeList, wanted: Wanted) -> bool {
        let start = self.text.len();
        let mut i = 0;
        while let Some(node) = nodes.get(i).filter(|_| !self.is_done()) {
            match dom::node_type(&node) {
                Node::ELEMENT_NODE => self.ask(node.unchecked_ref(), wanted),
                // 2G
                Node::TEXT_NODE => self.text.push_str(&node.node_value().unwrap_or_default()),
                _ => {}
            }
            i += 1;
        }
        self.says_since(start)
    }

    /// 2D, 2I, and values: an attribute that says something.
    fn attribute(&mut self, element: &Element, name: &str) -> bool {
        let start = self.text.len();
        self.text.push_str(&dom::attribute(element, name).unwrap_or_default());
        self.says_since(start)
    }

    fn space(&mut self, is_apart: bool) {
        if is_apart {
            self.text.push(' ');
        }
    }

    fn is_done(&self) -> bool {
        self.left == 0 || self.text.len() > ENOUGH
    }

    fn says_since(&self, start: usize) -> bool {
        self.text.get(start..).is_some_and(|said| !said.trim().is_empty())
    }
}

/// The type of an `input`.
fn kind(input: &Element) -> String {
    dom::attribute(input, "type").unwrap_or_default().to_ascii_lowercase()
}
