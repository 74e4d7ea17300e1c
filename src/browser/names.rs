//! The kept names in storage. The guide asks the background to keep one; the extension's own pages read and change them.

use serde::{Deserialize, Serialize};
use wasm_bindgen::prelude::*;

use super::{background, chrome, storage, value};
use crate::kept::{self, Kept};

/// The key they are stored under.
const KEY: &str = "names";

/// What the guide asks of the background.
#[derive(Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Request {
    /// Keep this name.
    KeepName(Kept),
}

/// Asks the background to keep a name, and says whether it is kept.
pub fn keep(name: Kept, then: impl FnOnce(bool) + 'static) {
    let answered = chrome::callback(move |answer| then(!chrome::has_failed() && answer.is_truthy()));
    background::ask(&Request::KeepName(name), &answered);
}

/// The background's side: keeps what the guides in the tabs ask it to keep.
pub fn serve() {
    background::serve(|message, guide, answer| {
        // A made-up name is not to stand among those that are real.
        if guide.is_practice {
            return false;
        }
        let Some(Request::KeepName(name)) = value::read(message) else { return false };
        change(
            move |names| kept::add(names, name),
            move |is_kept| {
                // Whoever asked may be gone.
                let _ = answer.call1(&JsValue::UNDEFINED, &is_kept.into());
            },
        );
        true
    });
}

/// Reads them: those that can be read.
pub fn read(then: impl FnOnce(Vec<Kept>) + 'static) {
    // Each is read by itself: one that cannot be is no reason to lose the others.
    storage::read(KEY, move |stored: Option<Vec<serde_json::Value>>| {
        let names = stored.unwrap_or_default().into_iter();
        then(kept::checked(names.filter_map(|name| serde_json::from_value(name).ok()).collect()));
    });
}

/// Changes them as they are stored by now, if `how` answers that there is something to store. Says whether it is stored.
pub fn change(how: impl FnOnce(&mut Vec<Kept>) -> bool + 'static, then: impl FnOnce(bool) + 'static) {
    read(move |mut names| if how(&mut names) { storage::write(KEY, &names, then) } else { then(false) });
}
