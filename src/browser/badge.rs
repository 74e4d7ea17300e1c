//! The mark on the extension's button in the browser.

use super::{chrome, value};

/// Shows a mark of a few letters, or none.
pub fn show(text: &str) {
    let _ = chrome::set_badge(&value::with_property("text", &text.into()));
}
