//! The keyboard's way to the callout and back: Alt+Shift+G, wherever the focus is on the page; and Escape, in the callout,
//! which makes that small. The callout comes last in the page's order, so that without the keys every later control would
//! have to be passed.
//!
//! The browser knows them as a command, which the user can give other keys; where it has given them to something else, the
//! page hears them still.
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

/// The way to the callout and back.
pub(super) struct Way {
    document: Document,
    root: ShadowRoot,
    /// Gives the focus to the callout.
    enter: Box<dyn Fn()>,
    /// What of the page had the focus before.
    left: RefCell<Option<Element>>,
}

impl Way {
    pub(super) fn new(document: &Document, root: &ShadowRoot, enter: impl Fn() + 'static) -> Rc<Self> {
        let (document, root) = (document.clone(), root.clone());
        Rc::new(Self { document, root, enter: Box::new(enter), left: RefCell::default() })
    }

    /// Takes the focus to the callout or, from there, back to where it was.
    pub(super) fn go(&self) {
        if !self.root.host().is_connected() {
            return;
        }
        if !self.is_there() {
            self.left.replace(dom::focused(&self.document));
            (self.enter)();
        } else if let Some(back) = self.left.take().filter(|back| back.is_connected()) {
            part::focus(&back);
        }
    }

    /// Whether the focus is in the callout.
    fn is_there(&self) -> bool {
        self.root.active_element().is_some()
    }
}

/// Listens for the keys. `fold` makes the callout small, and answers whether it was large.
pub(super) fn listen(window: &Window, way: Rc<Way>, fold: impl Fn() -> bool + 'static) -> EventListener {
    let options = EventListenerOptions { passive: false, ..EventListenerOptions::run_in_capture_phase() };
    EventListener::new_with_options(window, "keydown", options, move |event| {
        net::enter(|| {
            if !way.root.host().is_connected() {
                return;
            }
            let is_folded = is_escape(event.unchecked_ref()) && way.is_there() && fold();
            if is_folded {
                event.prevent_default();
            } else if is_ours(event.unchecked_ref()) {
                event.prevent_default();
                way.go();
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
