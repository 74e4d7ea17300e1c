//! What the extension's own pages ask of the guide.

use wasm_bindgen::prelude::*;

use super::chrome;
use crate::net;

/// What can be asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Asked {
    /// The description of the page.
    Description,
    /// The number of the step that is shown; empty where none is.
    Step,
    /// To be silent for this visit.
    Pause,
    /// To take the focus to the callout, or back.
    Callout,
}

impl Asked {
    const ALL: [Self; 4] = [Self::Description, Self::Step, Self::Pause, Self::Callout];

    /// The message that asks for it.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Description => "describe",
            Self::Step => "step",
            Self::Pause => "pause",
            Self::Callout => "callout",
        }
    }
}

/// Answers the extension's own pages, until dropped.
#[must_use = "dropping it ends the answering"]
pub struct Requests {
    listener: Closure<dyn Fn(JsValue, JsValue, js_sys::Function)>,
}

impl Requests {
    /// Answers each request with what `answer` says.
    pub fn answer(answer: impl Fn(Asked) -> Option<String> + 'static) -> Self {
        let listener = Closure::<dyn Fn(JsValue, JsValue, js_sys::Function)>::new(
            move |message: JsValue, sender: JsValue, then: js_sys::Function| {
                let Some(asked) = Asked::ALL.into_iter().find(|asked| message == asked.name()) else { return };
                if !chrome::is_ours(&sender) {
                    return;
                }
                net::enter(|| {
                    if let Some(said) = answer(asked) {
                        // Whoever asked may be gone.
                        let _ = then.call1(&JsValue::UNDEFINED, &said.into());
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
