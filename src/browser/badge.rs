//! The mark on the extension's button in the browser.

use wasm_bindgen::prelude::*;

use super::{chrome, value};

/// Shows a mark of a few letters, or none.
pub fn show(text: &str) {
    let _ = chrome::set_badge(&value::with_property("text", &text.into()));
}

/// Has the background started with the browser: the mark is forgotten with it. Nothing needs to be done then, for the
/// background marks the button whenever it starts.
pub fn show_from_the_start() {
    let started = Closure::<dyn Fn()>::new(|| {});
    let _ = chrome::on_startup_add(&started.into_js_value().unchecked_into());
}
