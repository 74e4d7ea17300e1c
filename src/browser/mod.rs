//! What the guide uses of the extension interfaces: messages, storage, and whether it is still alive.

mod chrome;
pub mod messages;
pub mod storage;

/// Whether the extension behind this script is still there: an update or a removal leaves old scripts on open pages.
#[must_use]
pub fn is_alive() -> bool {
    chrome::runtime_id().is_some()
}

/// Copies a text for the user, and calls `then` or `failed`.
pub fn copy(window: &web_sys::Window, text: &str, then: &js_sys::Function, failed: &js_sys::Function) {
    chrome::then(&window.navigator().clipboard().write_text(text), then, failed);
}
