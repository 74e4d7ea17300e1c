//! What the extension's button in the browser opens: the way to the portal, the kept names with what to do next and, on
//! the portal, a description of a page that the guide does not understand.

use gloo::events::EventListener;
use web_sys::Document;

use super::copying::copy;
use super::names;
use crate::browser::{requests, tabs};
use crate::net;

/// Asks the guide in the active tab, and shows what fits.
pub(crate) fn start(document: &Document) {
    let page = document.clone();
    tabs::ask(requests::DESCRIBE, move |description| {
        let Some(description) = description else { return show(&page, "elsewhere") };
        show(&page, "here");
        offer(&page, description);
    });
    // The page's own parts are ours: where one is missing there is no list.
    let _ = names::start(document);
}

fn show(document: &Document, id: &str) {
    if let Some(part) = document.get_element_by_id(id) {
        let _ = part.remove_attribute("hidden");
    }
}

/// Copies the description when the user says so: as the page was when the popup opened.
fn offer(document: &Document, description: String) {
    let Some(button) = document.get_element_by_id("describe") else { return };
    let Some(status) = document.get_element_by_id("status") else { return };
    EventListener::new(&button, "click", move |_| net::enter(|| copy(&description, "popupCopied", status.clone())))
        .forget();
}
