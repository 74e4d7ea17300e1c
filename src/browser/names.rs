//! The kept names in storage.

use super::storage;
use crate::kept::{self, Kept};

/// The key they are stored under.
const KEY: &str = "names";

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
