//! What the extension keeps: on this computer (`storage.local`), or until the browser is closed (`storage.session`).

use serde::{Serialize, de::DeserializeOwned};
use wasm_bindgen::prelude::*;

use super::{chrome, value};
use crate::net;

/// What the browser calls what stays on this computer.
const LOCAL: &str = "local";

/// Reads what is stored under `key` and hands it on; `None` where there is nothing that can be read.
pub fn read<T: DeserializeOwned>(key: &'static str, then: impl FnOnce(Option<T>) + 'static) {
    read_all(&[key], move |items| then(item(&items, key)));
}

/// Reads what is stored under these keys, as one object with those that are there.
pub fn read_all(keys: &[&str], then: impl FnOnce(JsValue) + 'static) {
    let then = taking(then);
    let keys: js_sys::Array = keys.iter().map(|key| JsValue::from_str(key)).collect();
    if chrome::storage_get(&keys, &then).is_err() {
        let _ = then.call0(&JsValue::UNDEFINED);
    }
}

/// Stores `value` under `key` and says whether that worked.
pub fn write<T: Serialize>(key: &str, value: &T, then: impl FnOnce(bool) + 'static) {
    let then = chrome::callback(move |outcome| then(!outcome.is_null() && !chrome::has_failed()));
    let is_asked =
        value::of(value).is_some_and(|value| chrome::storage_set(&value::with_property(key, &value), &then).is_ok());
    if !is_asked {
        let _ = then.call1(&JsValue::UNDEFINED, &JsValue::NULL);
    }
}

/// Stores a value of the browser's own kind under `key`.
pub(super) fn write_value(key: &str, value: &JsValue) {
    let _ = chrome::storage_set(&value::with_property(key, value), &chrome::ignored());
}

/// Reads what is kept under `key` until the browser is closed. For the extension's own pages alone.
pub fn recall<T: DeserializeOwned>(key: String, then: impl FnOnce(Option<T>) + 'static) {
    let asked = key.clone();
    let then = taking(move |items| then(item(&items, &key)));
    if chrome::session_get(&asked, &then).is_err() {
        let _ = then.call0(&JsValue::UNDEFINED);
    }
}

/// Keeps `value` under `key` until the browser is closed.
pub fn remember<T: Serialize>(key: &str, value: &T) {
    let Some(value) = value::of(value) else { return };
    let _ = chrome::session_set(&value::with_property(key, &value), &chrome::ignored());
}

/// Forgets what is kept under `key`.
pub fn forget(key: &str) {
    let _ = chrome::session_remove(key, &chrome::ignored());
}

/// A callback that takes what was read.
fn taking(then: impl FnOnce(JsValue) + 'static) -> js_sys::Function {
    chrome::callback(move |items| {
        let _ = chrome::has_failed();
        then(items);
    })
}

/// One of the items that were read.
fn item<T: DeserializeOwned>(items: &JsValue, key: &str) -> Option<T> {
    value::property(items, key).and_then(value::read)
}

/// Tells of each change of what is stored on this computer, until dropped.
#[must_use = "dropping it ends the listening"]
pub struct Changes {
    listener: Closure<dyn Fn(JsValue, JsValue)>,
}

impl Changes {
    /// Calls `then` at each change.
    pub fn listen(then: impl Fn() + 'static) -> Self {
        let listener = Closure::<dyn Fn(JsValue, JsValue)>::new(move |_, area: JsValue| {
            if area == LOCAL {
                net::enter(&then);
            }
        });
        let _ = chrome::on_changed_add(listener.as_ref().unchecked_ref());
        Self { listener }
    }

    /// Listens as long as the page is open.
    pub fn forget(self) {
        std::mem::forget(self);
    }
}

impl Drop for Changes {
    fn drop(&mut self) {
        let _ = chrome::on_changed_remove(self.listener.as_ref().unchecked_ref());
    }
}
