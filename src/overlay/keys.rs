//! The keyboard's way to the callout and back: Alt+Shift+G, wherever the focus is on the page; and Escape, in the callout,
//! which makes that small. The callout comes last in the page's order, so that without the keys every later control would
//! have to be passed.
//!
//! No browser and no screen reader takes these keys for itself, and with Alt and Shift together no layout types a letter
//! of India's scripts. The key is known by its place, so that the layout does not matter.

use std::cell::RefCell;
use std::rc::Rc;

use gloo::events::{EventListener, EventListenerOptions};
use wasm_bindgen::prelude::*;
use web_sys::{Document, Element, KeyboardEvent, ShadowRoot, Window};

use super::part;
use crate::net;
use crate::page::dom;

/// The keys, as `aria-keyshortcuts` names them.
pub(super) const KEYS: &str = "Alt+Shift+G";
/// The key's place on the keyboard.
const CODE: &str = "KeyG";

/// What the keys do.
pub(super) struct Deeds {
    /// Gives the focus to the callout.
    pub enter: Rc<dyn Fn()>,
    /// Makes the callout small; answers whether it was large.
    pub fold: Rc<dyn Fn() -> bool>,
}

/// Listens for the keys.
pub(super) fn listen(window: &Window, document: &Document, root: &ShadowRoot, deeds: Deeds) -> EventListener {
    let (document, root) = (document.clone(), root.clone());
    let left = RefCell::new(None::<Element>);
    let options = EventListenerOptions { passive: false, ..EventListenerOptions::run_in_capture_phase() };
    EventListener::new_with_options(window, "keydown", options, move |event| {
        net::enter(|| {
            if !root.host().is_connected() {
                return;
            }
            if is_escape(event.unchecked_ref()) && root.active_element().is_some() {
                if (deeds.fold)() {
                    event.prevent_default();
                }
                return;
            }
            if !is_ours(event.unchecked_ref()) {
                return;
            }
            event.prevent_default();
            if root.active_element().is_none() {
                left.replace(dom::focused(&document));
                (deeds.enter)();
            } else if let Some(back) = left.take().filter(|back| back.is_connected()) {
                part::focus(&back);
            }
        });
    })
}

fn is_escape(event: &KeyboardEvent) -> bool {
    event.is_trusted() && event.code() == "Escape"
}

fn is_ours(event: &KeyboardEvent) -> bool {
    let has_others = event.ctrl_key() || event.meta_key();
    event.is_trusted() && event.alt_key() && event.shift_key() && !has_others && event.code() == CODE
}
