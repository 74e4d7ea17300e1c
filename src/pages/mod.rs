//! The extension's own pages: the options, what its button in the browser opens, the pages to practise on, and the
//! background.

mod background;
mod copying;
mod names;
mod options;
mod parts;
mod popup;

use wasm_bindgen::prelude::*;
use web_sys::{Document, Element};

use crate::browser::{messages, settings, storage};
use crate::journey::say::Message;

/// Starts the page, or the background: Chromium runs that without a document, Firefox in one of its own making.
pub(crate) fn start(document: Option<&Document>) -> Result<(), JsValue> {
    let Some((document, page)) = document.and_then(|document| Some((document.clone(), page(document)?))) else {
        background::start();
        return Ok(());
    };
    // The words are of the language that the settings name.
    settings::read(move |_| {
        put_words(&document);
        page(&document);
        storage::Changes::listen(move || {
            let document = document.clone();
            settings::read(move |_| put_words(&document));
        })
        .forget();
    });
    Ok(())
}

/// What starts this page; `None` where it is none of the extension's own.
fn page(document: &Document) -> Option<fn(&Document)> {
    match document.body()?.id().as_str() {
        "options" => Some(options::start),
        "popup" => Some(popup::start),
        "practise" => Some(|_| {}),
        _ => None,
    }
}

/// Puts the words of `data-message` into each element that asks for them, where they are not there yet.
fn put_words(document: &Document) {
    // The selector is one of our own, and an element of our own can be written to.
    let Ok(asking) = document.query_selector_all("[data-message]") else { return };
    for element in (0..asking.length()).filter_map(|i| asking.get(i)?.dyn_into::<Element>().ok()) {
        let words = messages::text(&element.get_attribute("data-message").unwrap_or_default(), Vec::new());
        if element.text_content().as_ref() != Some(&words) {
            element.set_text_content(Some(&words));
        }
        if element.has_attribute("lang") {
            let _ = element.set_attribute("lang", &messages::just(Message::Language));
        }
    }
    if let Some(root) = document.document_element().filter(|root| !root.has_attribute("data-of-portal")) {
        let _ = root.set_attribute("lang", &messages::just(Message::Language));
    }
}
