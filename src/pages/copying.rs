//! Copying from one of the extension's own pages.

use web_sys::Element;

use crate::browser::{self, messages};

/// Copies a text, and says in `status` whether that worked: `done` is the message where it did.
pub(super) fn copy(text: &str, done: &'static str, status: Element) {
    let Some(window) = web_sys::window() else { return };
    browser::copy(&window, text, move |is_copied| {
        let key = if is_copied { done } else { "popupNotCopied" };
        status.set_text_content(Some(&messages::text(key, Vec::new())));
    });
}
