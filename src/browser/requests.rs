//! What the extension's own pages ask of the guide.

use wasm_bindgen::prelude::*;

use super::chrome;
use crate::net;

/// Asks for the description of the page.
pub const DESCRIBE: &str = "describe";

/// Answers the extension's own pages, until dropped.
#[must_use = "dropping it ends the answering"]
pub struct Requests {
    listener: Closure<dyn Fn(JsValue, JsValue, js_sys::Function)>,
}

impl Requests {
    /// Answers each request for a description with what `describe` says.
    pub fn answer(describe: impl Fn() -> Option<String> + 'static) -> Self {
        let listener = Closure::<dyn Fn(JsValue, JsValue, js_sys::Function)>::new(
            move |message: JsValue, sender: JsValue, answer: js_sys::Function| {
                if message != DESCRIBE || !chrome::is_ours(&sender) {
                    return;
                }
                net::enter(|| {
                    if let Some(description) = describe() {
                        // Whoever asked may be gone.
                        let _ = answer.call1(&JsValue::UNDEFINED, &description.into());
                    }
                });
            },
        );
        let _ = chrome::on_message_add(listener.as_ref().unchecked_ref());
        Self { listener }
    }
}

impl Drop for Requests {
    fn drop(&mut self) {
        let _ = chrome::on_message_remove(self.listener.as_ref().unchecked_ref());
    }
}
