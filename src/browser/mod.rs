//! What the guide uses of the extension interfaces: messages, storage, and whether it is still alive.

mod background;
pub mod badge;
mod chrome;
pub mod messages;
pub mod names;
pub mod news;
pub mod office;
pub mod pause;
pub mod requests;
pub mod settings;
pub mod storage;
pub mod tabs;
mod value;
pub mod visit;

use std::rc::Rc;

use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(thread_local_v2, js_name = document)]
    static DOCUMENT: Option<web_sys::Document>;
}

/// The document this script was put into.
#[must_use]
pub fn document() -> Option<web_sys::Document> {
    DOCUMENT.with(Clone::clone)
}

/// Whether the extension behind this script is still there: an update or a removal leaves old scripts on open pages.
#[must_use]
pub fn is_alive() -> bool {
    chrome::runtime_id().is_some()
}

/// A number by chance, from the browser's source for secrets; `None` where it has none.
#[must_use]
pub fn random(window: &web_sys::Window) -> Option<u32> {
    let mut bytes = [0; 4];
    window.crypto().ok()?.get_random_values_with_u8_array(&mut bytes).ok()?;
    Some(u32::from_le_bytes(bytes))
}

/// The day where the user is, as `2026-11-27`.
#[must_use]
pub fn today() -> String {
    let now = js_sys::Date::new_0();
    format!("{:04}-{:02}-{:02}", now.get_full_year(), now.get_month() + 1, now.get_date())
}

/// Copies a text for the user, and says whether that worked.
pub fn copy(window: &web_sys::Window, text: &str, then: impl Fn(bool) + 'static) {
    let then = Rc::new(then);
    let failed = Rc::clone(&then);
    let copied = chrome::callback(move |_| then(true));
    let failed = chrome::callback(move |_| failed(false));
    chrome::then(&window.navigator().clipboard().write_text(text), &copied, &failed);
}
