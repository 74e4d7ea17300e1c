//! The field the user is typing in: it is not finished while the focus is in it, and of a password there is a verdict
//! after a pause.

use std::cell::{Cell, RefCell};

use gloo::timers::callback::Timeout;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, KeyboardEvent};

use crate::net;
use crate::page::{Typing, dom};

/// After this pause there is something to say to what was typed, in milliseconds.
const PAUSE: u32 = 700;

/// What is being typed where, but never what.
#[derive(Default)]
pub(super) struct Keys {
    field: RefCell<Option<Element>>,
    pause: RefCell<Option<Timeout>>,
    is_changed: Cell<bool>,
    has_caps_lock: Cell<bool>,
}

impl Keys {
    /// Hears of an event that the user caused. Answers whether it edited a text; `then` is called after a pause.
    pub(super) fn hear(&self, event: &Event, then: impl FnOnce() + 'static) -> bool {
        match event.type_().as_str() {
            "input" => {
                // Behind the host of a shadow root the event says which field it was.
                let field = event.composed_path().get(0);
                let Some(field) = field.dyn_ref::<Element>().filter(|field| takes_text(field)) else { return false };
                self.field.replace(Some(field.clone()));
                // Replacing the timeout ends the one before: only a pause after the last key counts.
                self.pause.replace(Some(Timeout::new(PAUSE, move || net::enter(then))));
                true
            }
            "keyup" => {
                if let Some(key) = event.dyn_ref::<KeyboardEvent>() {
                    self.has_caps_lock.set(key.get_modifier_state("CapsLock"));
                }
                false
            }
            "focusin" | "focusout" | "change" => {
                self.field.take();
                self.pause.take();
                false
            }
            _ => false,
        }
    }

    /// The pause is over: its timeout runs right now and must not be dropped under its own feet.
    pub(super) fn paused(&self) {
        self.pause.take().map(Timeout::forget);
    }

    /// The field that is in use, and how.
    pub(super) fn now(&self) -> Option<(Element, Typing)> {
        let field = self.field.borrow().clone()?;
        let is_going = self.pause.borrow().is_some();
        Some((field, if is_going { Typing::Going } else { Typing::Paused }))
    }

    /// Whether Caps Lock is on, as the last key told.
    pub(super) fn caps_lock(&self) -> bool {
        self.has_caps_lock.get()
    }

    /// A field may hold something else than before.
    pub(super) fn changed(&self) {
        self.is_changed.set(true);
    }

    /// Whether that was so since the last time of asking.
    pub(super) fn take_changed(&self) -> bool {
        self.is_changed.take()
    }
}

fn takes_text(field: &Element) -> bool {
    match dom::local_name(field).as_str() {
        "textarea" => true,
        "input" => !dom::is(field, "[type=radio i], [type=checkbox i], [type=file i], [type=range i], [type=color i]"),
        _ => false,
    }
}
