//! The pause for one visit: it ends with the tab that it was asked for in, at the latest with the browser. It is a setting,
//! so that every page knows of it before it shows anything; the background knows the tab.

use serde::{Deserialize, Serialize};

use super::{background, chrome, settings, storage, tabs, value};

/// The key of the tab, until the browser is closed.
const KEY: &str = "paused-in";

/// What the guide tells the background.
#[derive(Serialize, Deserialize)]
#[serde(tag = "pause", rename_all = "kebab-case")]
enum Request {
    /// The pause is for the visit in this tab.
    Visit,
}

/// Pauses the guide until this tab is closed.
pub fn for_this_visit() {
    background::tell(&Request::Visit);
    settings::change(|settings| settings.paused_for_visit = true, |_| {});
}

/// The background's side: ends the pause with its tab, and with the browser.
pub fn serve() {
    background::serve(|message, guide, _| {
        if let Some(Request::Visit) = value::read(message) {
            storage::remember(KEY, &guide.tab);
        }
        false
    });
    tabs::on_removed(|tab| {
        storage::recall(KEY.to_owned(), move |paused_in: Option<i32>| {
            if paused_in == Some(tab) {
                end();
            }
        });
    });
    // Who listens for it is started with the browser, and then marks the button as well.
    let _ = chrome::on_startup_add(&chrome::listener(|_| end()));
}

fn end() {
    storage::forget(KEY);
    settings::read(|settings| {
        if settings.paused_for_visit {
            settings::change(|settings| settings.paused_for_visit = false, |_| {});
        }
    });
}
