//! The one element that the guide adds to a page, with its closed shadow root.

use wasm_bindgen::prelude::*;
use web_sys::{Document, ShadowRoot, ShadowRootInit, ShadowRootMode};

use super::part::Part;
use crate::page::HOST;
use crate::page::dom;

/// Makes the element, not yet on the page.
///
/// # Errors
/// When the browser refuses it a shadow root.
pub(super) fn make(document: &Document) -> Result<(Part, ShadowRoot), JsValue> {
    let host = Part::new(document, HOST);
    host.set("popover", "manual");
    let root = host.attach_shadow(&ShadowRootInit::new(ShadowRootMode::Closed))?;
    Ok((host, root))
}

/// Puts it on the page, over all of it.
///
/// # Errors
/// When the page or the browser refuses.
pub(super) fn put_on_page(document: &Document, host: &Part) -> Result<(), JsValue> {
    let Some(root) = dom::root_element(document) else { return Ok(()) };
    root.append_child(host)?;
    host.show_popover()
}
