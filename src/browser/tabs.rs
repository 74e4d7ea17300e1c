//! The tab in front, and the guide in it: for the extension's own pages. It takes no permission.

use serde::Serialize;
use wasm_bindgen::prelude::*;

use super::requests::Asked;
use super::{chrome, value};

/// Which tabs are looked for.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Which {
    active: bool,
    current_window: bool,
}

/// Hands the keyboard command on to the guide in the tab in front, as long as the browser runs the background.
pub fn serve_command() {
    // A browser without keyboard commands, as on a phone, has none to listen for.
    let _ = chrome::on_command_add(&chrome::listener(|command| {
        // The only one there is is called as what is asked.
        if command == Asked::Callout.name() {
            ask(Asked::Callout, |_| {});
        }
    }));
}

/// Calls `then` with each tab that is closed, as long as the browser runs the background.
pub(super) fn on_removed(then: fn(i32)) {
    let _ = chrome::on_tab_removed_add(&chrome::listener(move |tab| {
        if let Some(tab) = value::read(tab) {
            then(tab);
        }
    }));
}

/// Asks the guide in the active tab, and hands on what it answers; `None` where there is no guide.
pub fn ask(what: Asked, then: impl FnOnce(Option<String>) + 'static) {
    let answered = chrome::callback(move |answer| {
        then(if chrome::has_failed() { None } else { answer.as_string() });
    });
    let found = chrome::callback(move |tabs| {
        let _ = chrome::has_failed();
        let id = value::property(&tabs, "0").and_then(|tab| value::property(&tab, "id"));
        if chrome::tabs_send(&id.unwrap_or_default(), what.name(), &answered).is_err() {
            let _ = answered.call0(&JsValue::UNDEFINED);
        }
    });
    if let Some(which) = value::of(&Which { active: true, current_window: true }) {
        let _ = chrome::tabs_query(&which, &found);
    }
}
