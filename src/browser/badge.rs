//! The mark on the extension's button in the browser: on each tab the step that its guide is at, or the pause.

use serde::{Deserialize, Serialize};

use super::{background, chrome, messages, news, settings, value};

/// What the guide tells the background.
#[derive(Serialize, Deserialize)]
#[serde(tag = "badge", rename_all = "kebab-case")]
enum Request {
    /// It is at this step, from 1 to 9, or at none.
    Step {
        /// Its number.
        number: Option<u8>,
    },
}

/// A mark, on one tab or on all others.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Mark {
    /// None: as on the others.
    text: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    tab_id: Option<i32>,
}

/// Tells the background the step of this tab's guide, or that there is none.
pub fn tell(number: Option<u8>) {
    background::tell(&Request::Step { number });
}

/// The background's side: marks the tabs of the guides.
pub fn serve() {
    background::serve(|message, guide, _| {
        if let Some(Request::Step { number }) = value::read(message) {
            put(&Mark { text: number.map(|number| number.to_string()), tab_id: Some(guide.tab) });
            if number.is_some() {
                news::seen(show);
            }
        }
        false
    });
}

/// The mark of a pause.
const PAUSED: &str = "II";
/// The mark of an installation that the user has not seen the guide of.
const INSTALLED: &str = "!";

/// Shows on all tabs without a step that the guide is paused, or only just installed.
pub fn show() {
    settings::read(|settings| {
        news::are_there(move |there| {
            let (text, title) = match (settings.is_paused(), there) {
                (true, _) => (PAUSED, "actionTitle"),
                (false, true) => (INSTALLED, "actionReload"),
                (false, false) => ("", "actionTitle"),
            };
            put(&Mark { text: Some(text.to_owned()), tab_id: None });
            let title = value::with_property("title", &messages::text(title, Vec::new()).into());
            // Nothing depends on it.
            let _ = chrome::set_title(&title, &chrome::ignored());
        });
    });
}

fn put(mark: &Mark) {
    if let Some(mark) = value::of(mark) {
        // A tab may be gone by now.
        let _ = chrome::set_badge(&mark, &chrome::ignored());
    }
}
