//! That the extension has only just been installed, until the user has seen it: a page of the portal that was open then is
//! without a guide until it is loaded anew. Which pages are open nobody tells the extension, so the button says it.

use serde::Deserialize;

use super::{chrome, storage, value};

/// The key of it, until the browser is closed.
const KEY: &str = "installed";

/// What the browser tells of an installation.
#[derive(Deserialize)]
struct Details {
    reason: String,
}

/// Remembers an installation, and calls `then`. An update is told by the guides that were on a page then.
pub fn serve(then: fn()) {
    let _ = chrome::on_installed_add(&chrome::listener(move |details| {
        let details: Option<Details> = value::read(details);
        if details.is_some_and(|details| details.reason == "install") {
            storage::remember(KEY, &true);
            then();
        }
    }));
}

/// Whether the user has not seen it yet.
pub fn are_there(then: impl FnOnce(bool) + 'static) {
    storage::recall(KEY.to_owned(), move |there: Option<bool>| then(there.unwrap_or_default()));
}

/// The user has seen it: the popup says it, and a guide on a page shows that it is there. `then` is called if that is new.
pub fn seen(then: impl FnOnce() + 'static) {
    are_there(move |there| {
        if there {
            storage::forget(KEY);
            then();
        }
    });
}
