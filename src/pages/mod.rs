//! The extension's own pages: the options, what its button in the browser opens, and the background.

mod background;
mod copying;
mod names;
mod options;
mod popup;

use wasm_bindgen::prelude::*;
use web_sys::{Document, Element};

use crate::browser::messages;

/// Starts the page, or the background: Chromium runs that without a document, Firefox in one of its own making.
pub(crate) fn start(document: Option<&Document>) -> Result<(), JsValue> {
    let Some((document, start)) = document.and_then(|document| Some((document, page(document)?))) else {
        background::start();
        return Ok(());
    };
    put_words(document)?;
    start(document);
    Ok(())
}

/// What starts this page; `None` where it is none of the extension's own.
fn page(document: &Document) -> Option<fn(&Document)> {
    match document.body()?.id().as_str() {
        "options" => Some(options::start),
        "popup" => Some(popup::start),
        _ => None,
    }
}

/// Puts the words of `data-message` into each element that asks for them.
fn put_words(document: &Document) -> Result<(), JsValue> {
    let asking = document.query_selector_all("[data-message]")?;
    for element in (0..asking.length()).filter_map(|i| asking.get(i)?.dyn_into::<Element>().ok()) {
        let key = element.get_attribute("data-message").unwrap_or_default();
        element.set_text_content(Some(&messages::text(&key, Vec::new())));
    }
    Ok(())
}
