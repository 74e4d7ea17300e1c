//! The keyboard's way to the callout and back: Alt+Shift+G, wherever the focus is on the page. The callout comes last in
//! the page's order, so that without it every later control would have to be passed.
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

/// Listens for the keys. `enter` gives the focus to the callout.
pub(super) fn listen(window: &Window, document: &Document, root: &ShadowRoot, enter: Rc<dyn Fn()>) -> EventListener {
    let (document, root) = (document.clone(), root.clone());
    let left = RefCell::new(None::<Element>);
    let options = EventListenerOptions { passive: false, ..EventListenerOptions::run_in_capture_phase() };
    EventListener::new_with_options(window, "keydown", options, move |event| {
        net::enter(|| {
            if !is_ours(event.unchecked_ref()) || !root.host().is_connected() {
                return;
            }
            event.prevent_default();
            if root.active_element().is_none() {
                left.replace(dom::focused(&document));
                enter();
            } else if let Some(back) = left.take().filter(|back| back.is_connected()) {
                part::focus(&back);
            }
        });
    })
}

fn is_ours(event: &KeyboardEvent) -> bool {
    let has_others = event.ctrl_key() || event.meta_key();
    event.is_trusted() && event.alt_key() && event.shift_key() && !has_others && event.code() == CODE
}
