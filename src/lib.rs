//! e-Invoice API Guide: guides an Indian business through creating its API user on the e-Invoice portal.
//!
//! One way through: look at the page, know the screen, decide, act, show. See ARCHITECTURE.md.

pub mod browser;
pub mod guide;
pub mod hands;
pub mod journey;
pub mod kept;
pub mod net;
pub mod overlay;
pub mod page;
pub mod pages;
pub mod rules;
pub mod snapshot;
pub mod text;

use wasm_bindgen::prelude::*;

/// Smaller and quicker than the standard library's allocator.
#[cfg(target_family = "wasm")]
#[global_allocator]
static ALLOCATOR: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();

pub use page::HOST;

/// Starts what this module is for: the guide on a page of the portal or, with the feature `pages`, the extension's own
/// page. Two modules, so that the content script carries nothing that only the pages need.
///
/// # Errors
/// When the browser lacks something that the start needs; nothing is left behind then.
#[wasm_bindgen]
pub fn start() -> Result<(), JsValue> {
    let document = browser::document();
    if cfg!(feature = "pages") {
        return pages::start(document.as_ref());
    }
    let Some(document) = document else { return Ok(()) };
    let Some(window) = page::dom::window(&document) else { return Ok(()) };
    guide::start(&window, &document)
}

/// The version of the extension.
#[wasm_bindgen]
#[must_use]
pub fn version() -> String {
    env!("CARGO_PKG_VERSION").to_owned()
}
