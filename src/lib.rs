//! e-Invoice API Guide: guides an Indian business through creating its API user on the e-Invoice portal.
//!
//! One way through: look at the page, know the screen, decide, act, show. See ARCHITECTURE.md.

pub mod browser;
pub mod guide;
pub mod hands;
pub mod journey;
mod options;
pub mod overlay;
mod pace;
pub mod page;
pub mod rules;

use wasm_bindgen::prelude::*;

/// The name of the guide's own element.
pub const HOST: &str = "einvoice-api-guide";

/// Starts what this module is for: the guide on a page of the portal or, with the feature `pages`, the extension's own
/// page. Two modules, so that the content script carries nothing that only the pages need.
///
/// # Errors
/// When the browser lacks something that the start needs; nothing is left behind then.
#[wasm_bindgen]
pub fn start() -> Result<(), JsValue> {
    let Some(window) = web_sys::window() else { return Ok(()) };
    let Some(document) = window.document() else { return Ok(()) };
    if cfg!(feature = "pages") { options::start(&document) } else { guide::start(&window, &document) }
}

/// The version of the extension.
#[wasm_bindgen]
#[must_use]
pub fn version() -> String {
    env!("CARGO_PKG_VERSION").to_owned()
}
