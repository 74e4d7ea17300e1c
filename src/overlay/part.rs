//! The guide's own elements. What is done to them cannot fail, so there is no failure to handle, which would be a
//! sixth of this room. And the two things that are done to an element of the page: it is brought into view, and it gets
//! back the focus that the user took to the callout.

use wasm_bindgen::prelude::*;
use web_sys::{Document, Element, HtmlElement, Node, ScrollIntoViewOptions};

#[wasm_bindgen]
extern "C" {
    /// An element of the guide's own.
    #[wasm_bindgen(extends = HtmlElement, extends = Element, extends = Node)]
    #[derive(Clone, Debug, PartialEq)]
    pub type Part;

    #[wasm_bindgen(method, structural, js_name = setAttribute)]
    pub fn set(this: &Part, name: &str, value: &str);
    #[wasm_bindgen(method, structural, js_name = removeAttribute)]
    pub fn unset(this: &Part, name: &str);
    #[wasm_bindgen(method, structural)]
    fn append(this: &Part, part: &Part);
    #[wasm_bindgen(method, structural)]
    pub fn prepend(this: &Part, part: &Part);
    #[wasm_bindgen(method, structural, js_name = insertBefore)]
    pub fn insert(this: &Part, part: &Part, before: Option<&Part>);
    #[wasm_bindgen(method, getter, structural, js_name = firstElementChild)]
    pub fn first(this: &Part) -> Option<Part>;
    #[wasm_bindgen(method, getter, structural, js_name = nextElementSibling)]
    pub fn next(this: &Part) -> Option<Part>;
    /// Drawn pixels for one of its own; not every browser tells.
    #[wasm_bindgen(method, getter, structural, js_name = currentCSSZoom)]
    pub fn zoom(this: &Part) -> Option<f64>;

    /// What makes elements.
    type Maker;

    #[wasm_bindgen(method, structural, js_name = createElement)]
    fn create_element(this: &Maker, name: &str) -> Part;

    /// An element of the page.
    #[wasm_bindgen(extends = Element, js_name = Element)]
    type Theirs;

    #[wasm_bindgen(method, final, js_class = "Element", js_name = scrollIntoView)]
    fn scroll_to(this: &Theirs, how: &ScrollIntoViewOptions);

    /// An element of the page that may have the focus.
    #[wasm_bindgen(extends = HtmlElement, js_name = HTMLElement)]
    type TheirField;

    #[wasm_bindgen(method, final, js_class = "HTMLElement", js_name = focus)]
    fn take_focus(this: &TheirField);
}

/// Scrolls to an element of the page.
pub(super) fn scroll_to(element: &Element, how: &ScrollIntoViewOptions) {
    element.unchecked_ref::<Theirs>().scroll_to(how);
}

/// Gives the focus to an element of the page.
pub(super) fn focus(element: &Element) {
    if element.is_instance_of::<HtmlElement>() {
        element.unchecked_ref::<TheirField>().take_focus();
    }
}

impl Part {
    /// A new element, not yet anywhere.
    pub(super) fn new(document: &Document, name: &str) -> Self {
        document.unchecked_ref::<Maker>().create_element(name)
    }

    /// A new element at the end of this one.
    pub(super) fn add(&self, document: &Document, name: &str, class: &str) -> Self {
        let part = Self::new(document, name);
        if !class.is_empty() {
            part.set("class", class);
        }
        self.append(&part);
        part
    }

    /// Sets an attribute, or takes it off.
    pub(super) fn put(&self, name: &str, value: Option<&str>) {
        match value {
            Some(value) => self.set(name, value),
            None => self.unset(name),
        }
    }

    /// Replaces all that is in it by a text.
    pub(super) fn say(&self, text: &str) {
        self.set_text_content(Some(text));
    }

    /// Shows or hides it.
    pub(super) fn show(&self, is_shown: bool) {
        self.put("hidden", if is_shown { None } else { Some("") });
    }
}
