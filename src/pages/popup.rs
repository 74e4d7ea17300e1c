//! What the extension's button in the browser opens: where the user is in the job, the way to the portal, the kept names
//! with what to do next and, on the portal, a description of a page that the guide does not understand.

use gloo::events::EventListener;
use wasm_bindgen::prelude::*;
use web_sys::{Document, Element};

use super::copying::copy;
use super::names;
use super::parts::part;
use crate::browser::requests::Asked;
use crate::browser::{messages, settings, storage, tabs};
use crate::journey::say::Message;
use crate::journey::{Settings, Step};
use crate::net;

/// The portal's two addresses: they lead to the same.
const PORTALS: [&str; 2] = ["https://einvoice1.gst.gov.in/", "https://einvoice2.gst.gov.in/"];

/// Asks the guide in the active tab, and shows what fits.
pub(crate) fn start(document: &Document) {
    let page = document.clone();
    tabs::ask(Asked::Description, move |description| {
        let Some(description) = description else { return show(&page, "elsewhere") };
        show(&page, "here");
        offer(&page, description);
    });
    let page = document.clone();
    tabs::ask(Asked::Step, move |number| show_step(&page, number.and_then(|number| number.parse().ok())));
    // The page's own parts are ours: where one is missing there is nothing to press, or no list.
    let _ = offer_pause(document);
    let _ = names::start(document);
}

fn show(document: &Document, id: &str) {
    if let Ok(part) = part(document, id) {
        let _ = part.remove_attribute("hidden");
    }
}

/// Shows at which of the nine steps the user is.
fn show_step(document: &Document, number: Option<usize>) {
    let step = number.and_then(|number| Step::ALL.get(number.checked_sub(1)?));
    let (Some(step), Ok(line)) = (step, part(document, "step")) else { return };
    let name = messages::text(Message::naming(*step).key(), Vec::new());
    line.set_text_content(Some(&messages::text("popupStep", vec![step.number().to_string(), name])));
    show(document, "step");
}

/// Copies the description when the user says so: as the page was when the popup opened.
fn offer(document: &Document, description: String) {
    let Some(button) = document.get_element_by_id("describe") else { return };
    let Some(status) = document.get_element_by_id("status") else { return };
    EventListener::new(&button, "click", move |_| net::enter(|| copy(&description, "popupCopied", status.clone())))
        .forget();
}

/// Opens the portal that is set, and pauses the guide or lets it go on.
fn offer_pause(document: &Document) -> Result<(), JsValue> {
    let (button, portal) = (part(document, "pause")?, part(document, "open")?);
    let press = |_: &web_sys::Event| {
        net::enter(|| settings::change(|settings| settings.paused = !settings.paused, |_| {}));
    };
    EventListener::new(&button, "click", press).forget();
    let follow = move || {
        let (button, portal) = (button.clone(), portal.clone());
        settings::read(move |settings| show_settings(&button, &portal, &settings));
    };
    follow();
    storage::Changes::listen(follow).forget();
    Ok(())
}

fn show_settings(button: &Element, portal: &Element, settings: &Settings) {
    let message = if settings.paused { Message::Resume } else { Message::Pause };
    button.set_text_content(Some(&messages::text(message.key(), Vec::new())));
    let [first, second] = PORTALS;
    // An attribute of an element of our own can be set.
    let _ = portal.set_attribute("href", if settings.second_portal { second } else { first });
}
