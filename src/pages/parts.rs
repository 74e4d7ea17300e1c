//! The parts of the extension's own pages.

use wasm_bindgen::prelude::*;
use web_sys::{Document, Element};

/// A part of a page of our own, by its id.
///
/// # Errors
/// When it is missing.
pub(super) fn part(document: &Document, id: &str) -> Result<Element, JsValue> {
    document.get_element_by_id(id).ok_or_else(|| JsValue::from_str("a part of the page is missing"))
}
