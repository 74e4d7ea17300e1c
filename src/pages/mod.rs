//! The extension's own pages: the options, what its button in the browser opens, and the background.

mod background;
mod options;
mod popup;

use wasm_bindgen::prelude::*;
use web_sys::{Document, Element};

use crate::browser::messages;

/// Starts the page, or the background where there is none.
pub(crate) fn start(document: Option<&Document>) -> Result<(), JsValue> {
    match document {
        Some(document) => start_page(document),
        None => {
            background::start();
            Ok(())
        }
    }
}

/// Fills the page with the user's language, then starts it.
fn start_page(document: &Document) -> Result<(), JsValue> {
    put_words(document)?;
    match document.body().map(|body| body.id()).as_deref() {
        Some("popup") => popup::start(document),
        _ => options::start(document),
    }
    Ok(())
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
