//! The last words of a guide that cannot go on. They are read at the start, and stand in an element made anew: at the end
//! nothing that was in use before may be relied on.

use std::cell::{OnceCell, RefCell};
use std::rc::Rc;

use gloo::events::EventListener;
use wasm_bindgen::prelude::*;
use web_sys::{Document, Element};

use super::host::Host;
use super::{Overlay, add_style, part::Part};
use crate::browser::messages;
use crate::journey::Offer;
use crate::journey::say::Message;
use crate::net;
use crate::page::dom::{self, HOST};

/// No page has more elements of a guide that is gone; a page that puts new ones there is not to keep us busy.
const MOST: usize = 8;

/// The last words of the guide.
pub struct Farewell {
    document: Document,
    words: RefCell<Words>,
    /// The element of the guide that may fail: taken off without a search, which may fail as well.
    own: OnceCell<Element>,
}

#[derive(Clone)]
struct Words {
    label: String,
    failed: String,
    updated: String,
    describe: String,
}

impl Words {
    fn read() -> Self {
        Self {
            label: messages::just(Message::CalloutLabel),
            failed: messages::just(Message::GuideFailed),
            updated: messages::just(Message::GuideUpdated),
            describe: messages::just(Message::Describe),
        }
    }
}

impl Farewell {
    /// Reads the words, while the extension is there to ask for them.
    #[must_use]
    pub fn new(document: &Document) -> Self {
        Self { document: document.clone(), words: RefCell::new(Words::read()), own: OnceCell::new() }
    }

    /// Reads the words again: another language may be set.
    pub fn learn(&self) {
        self.words.replace(Words::read());
    }

    /// Minds the guide whose last words these may be.
    pub fn mind(&self, overlay: &Overlay) {
        // There is one guide a document.
        let _ = self.own.set(overlay.element());
    }

    /// Takes a guide's element off the page, whoever put it there.
    pub fn take_off(&self) {
        for left in (0..MOST).map_while(|_| dom::one(&self.document, HOST)) {
            left.remove();
        }
    }

    /// The guide failed. `describe` copies what a report needs to know, when the user asks for it.
    pub fn say_failed(&self, describe: Rc<dyn Fn()>) {
        if let Some(own) = self.own.get() {
            own.remove();
        }
        // A page that refuses the words has at least no frozen ring on it.
        let words = self.words.borrow().clone();
        let _ = self.say(&words, &words.failed, Some(describe));
    }

    /// The extension was updated or removed.
    pub fn say_updated(&self) {
        self.take_off();
        let words = self.words.borrow().clone();
        let _ = self.say(&words, &words.updated, None);
    }

    fn say(&self, words: &Words, lead: &str, describe: Option<Rc<dyn Fn()>>) -> Result<(), JsValue> {
        let host = Host::new(&self.document)?;
        add_style(&self.document, &host.root)?;
        host.element.set("data-state", "blocked");
        let callout = host.root.unchecked_ref::<Part>().add(&self.document, "section", "");
        callout.set("part", "callout");
        callout.set("aria-label", &words.label);
        let body = callout.add(&self.document, "div", "body");
        body.set("role", "alert");
        body.add(&self.document, "p", "").say(lead);
        if let Some(describe) = describe {
            let button = callout.add(&self.document, "div", "buttons").add(&self.document, "button", "");
            button.set("type", "button");
            button.set("data-do", Offer::Describe.name());
            button.say(&words.describe);
            // It stays as long as the words do.
            EventListener::new(&button, "click", move |event| {
                if event.is_trusted() {
                    net::enter_anyway(|| describe());
                }
            })
            .forget();
        }
        host.put_on_page_plainly(&self.document)
    }
}
