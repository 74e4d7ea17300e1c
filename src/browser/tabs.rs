//! The tab in front, and the guide in it: for the extension's own pages. It takes no permission.

use wasm_bindgen::prelude::*;

use super::chrome;
use super::storage::{property, set_property};

/// Asks the guide in the active tab, and hands on what it answers; `None` where there is no guide.
pub fn ask(request: &'static str, then: impl FnOnce(Option<String>) + 'static) {
    let answered = chrome::callback(move |answer| {
        then(if chrome::has_failed() { None } else { answer.as_string() });
    });
    let found = chrome::callback(move |tabs| {
        let _ = chrome::has_failed();
        let id = property(&tabs, "0").and_then(|tab| property(&tab, "id"));
        if chrome::tabs_send(&id.unwrap_or_default(), request, &answered).is_err() {
            let _ = answered.call0(&JsValue::UNDEFINED);
        }
    });
    let which = js_sys::Object::new();
    set_property(&which, "active", &JsValue::TRUE);
    set_property(&which, "currentWindow", &JsValue::TRUE);
    let _ = chrome::tabs_query(&which, &found);
}
