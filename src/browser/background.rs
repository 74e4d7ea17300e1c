//! What the guide asks of the background, and how that answers: the guide in a tab of the portal, and nobody else.

use serde::{Deserialize, Serialize};
use wasm_bindgen::prelude::*;
use web_sys::Url;

use super::{chrome, value};
use crate::net;

/// The hosts of the portal: from a page of any other nothing is taken.
const HOSTS: [&str; 2] = ["einvoice1.gst.gov.in", "einvoice2.gst.gov.in"];

/// Who asks something of the background.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Sender {
    /// The page's address.
    url: String,
    /// 0 for the tab's own document.
    frame_id: u32,
    tab: Tab,
}

#[derive(Deserialize)]
struct Tab {
    id: i32,
}

/// The folder of our own pages that only look like the portal.
const PRACTICE: &str = "/practise/";

/// The guide that asks.
#[derive(Clone, Copy)]
pub(super) struct Guide {
    /// Its tab.
    pub tab: i32,
    /// Whether it is on a page to practise on, where nothing is real.
    pub is_practice: bool,
}

/// Asks something of the background; `then` is called with its answer, or with nothing where it cannot be asked.
pub(super) fn ask<T: Serialize>(request: &T, then: &js_sys::Function) {
    let is_sent = value::of(request).is_some_and(|request| chrome::runtime_send(&request, then).is_ok());
    if !is_sent {
        let _ = then.call0(&JsValue::UNDEFINED);
    }
}

/// Tells the background something, and waits for no answer.
pub(super) fn tell<T: Serialize>(request: &T) {
    ask(request, &chrome::ignored());
}

/// Takes what the guides in the tabs ask, as long as the browser runs the background. `take` is handed the message,
/// whose it is and how to answer, and says whether the answer comes later.
pub(super) fn serve(take: fn(JsValue, Guide, js_sys::Function) -> bool) {
    let listener = Closure::<dyn Fn(JsValue, JsValue, js_sys::Function) -> bool>::new(
        move |message: JsValue, sender: JsValue, answer: js_sys::Function| {
            let mut is_answered_later = false;
            net::enter(|| {
                is_answered_later = guide(&sender).is_some_and(|guide| take(message, guide, answer));
            });
            is_answered_later
        },
    );
    let _ = chrome::on_message_add(&listener.into_js_value().unchecked_into());
}

/// The guide that asks; `None` where it is none of ours, or neither on the portal nor on a page to practise on. A page of
/// anybody else's cannot ask at all.
fn guide(sender: &JsValue) -> Option<Guide> {
    if !chrome::is_ours(sender) {
        return None;
    }
    let sender: Sender = value::read(sender.clone())?;
    let page = Url::new(&sender.url).ok()?;
    let is_portal = page.protocol() == "https:" && HOSTS.contains(&page.hostname().as_str());
    let is_practice = page.protocol().ends_with("-extension:") && page.pathname().starts_with(PRACTICE);
    let is_guide = sender.frame_id == 0 && (is_portal || is_practice);
    is_guide.then_some(Guide { tab: sender.tab.id, is_practice })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_hosts_are_those_of_the_manifest() {
        let manifest: serde_json::Value = serde_json::from_str(include_str!("../../manifest.json")).unwrap();
        let matches = HOSTS.map(|host| format!("https://{host}/*"));
        assert_eq!(manifest["content_scripts"][0]["matches"], serde_json::json!(matches));
    }
}
