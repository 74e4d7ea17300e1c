//! What the extension's button in the browser opens: where the user is in the job, the way to the portal, the kept names
//! with what to do next and, on the portal, a description of a page that the guide does not understand.

use std::rc::Rc;

use gloo::events::EventListener;
use wasm_bindgen::prelude::*;
use web_sys::{Document, Element};

use super::copying::copy;
use super::names;
use super::parts::part;
use crate::browser::requests::Asked;
use crate::browser::{badge, messages, news, settings, storage, tabs};
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
    news::seen(badge::show);
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

/// What the settings change on the page.
struct Doors {
    portal: Element,
    pause_for_visit: Element,
    pause: Element,
    resume: Element,
}

/// Opens the portal that is set, and pauses the guide or lets it go on.
fn offer_pause(document: &Document) -> Result<(), JsValue> {
    let part = |id| part(document, id);
    let doors = Rc::new(Doors {
        portal: part("open")?,
        pause_for_visit: part("pause-visit")?,
        pause: part("pause")?,
        resume: part("resume")?,
    });
    let press = |button: &Element, deed: fn()| {
        EventListener::new(button, "click", move |_| net::enter(deed)).forget();
    };
    press(&doors.pause_for_visit, || tabs::ask(Asked::Pause, |_| {}));
    press(&doors.pause, || settings::change(|settings| settings.paused = true, |_| {}));
    press(&doors.resume, || settings::change(Settings::resume, |_| {}));
    let follow = move || {
        let doors = Rc::clone(&doors);
        settings::read(move |settings| doors.show(&settings));
    };
    follow();
    storage::Changes::listen(follow).forget();
    Ok(())
}

impl Doors {
    fn show(&self, settings: &Settings) {
        let is_paused = settings.is_paused();
        // The attributes of elements of our own can be set.
        let _ = self.pause_for_visit.toggle_attribute_with_force("hidden", is_paused);
        let _ = self.pause.toggle_attribute_with_force("hidden", is_paused);
        let _ = self.resume.toggle_attribute_with_force("hidden", !is_paused);
        let [first, second] = PORTALS;
        let _ = self.portal.set_attribute("href", if settings.second_portal { second } else { first });
    }
}
