//! The memory of a visit, kept by the extension's background for each tab.

use serde::{Serialize, de::DeserializeOwned};

/// Asks for what is kept of this tab's visit.
pub fn ask<T: DeserializeOwned>(then: impl FnOnce(Option<T>) + 'static) {
    then(None);
}

/// Keeps it.
pub fn keep<T: Serialize>(_visit: &T) {}
