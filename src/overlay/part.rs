//! The guide's own elements. What is done to them cannot fail, so there is no failure to handle, which would be a
//! sixth of this room.

use wasm_bindgen::prelude::*;
use web_sys::{Document, Element, HtmlElement, Node};

#[wasm_bindgen]
extern "C" {
    /// An element of the guide's own.
    #[wasm_bindgen(extends = HtmlElement, extends = Element, extends = Node)]
    #[derive(Clone, Debug)]
    pub type Part;

    #[wasm_bindgen(method, structural, js_name = setAttribute)]
    pub fn set(this: &Part, name: &str, value: &str);
    #[wasm_bindgen(method, structural, js_name = removeAttribute)]
    pub fn unset(this: &Part, name: &str);
    #[wasm_bindgen(method, structural)]
    fn append(this: &Part, part: &Part);
    #[wasm_bindgen(method, structural)]
    pub fn prepend(this: &Part, part: &Part);

    /// What makes elements.
    type Maker;

    #[wasm_bindgen(method, structural, js_name = createElement)]
    fn create_element(this: &Maker, name: &str) -> Part;
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
