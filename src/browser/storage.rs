//! `storage.local`: what the extension keeps on this computer.

use wasm_bindgen::prelude::*;

use super::chrome;

/// Reads what is stored under `key` and hands it on; `undefined` where there is nothing.
pub fn read(key: &'static str, then: impl FnOnce(JsValue) + 'static) {
    let then = chrome::callback(move |items| {
        let _ = chrome::has_failed();
        then(property(&items, key).unwrap_or(JsValue::UNDEFINED));
    });
    // A failing call means that the extension is gone, and the guide with it.
    let _ = chrome::storage_get(key, &then);
}

/// Stores `value` under `key` and says whether that worked.
pub fn write(key: &str, value: &JsValue, then: impl FnOnce(bool) + 'static) {
    let then = chrome::callback(move |_| then(!chrome::has_failed()));
    let items = js_sys::Object::new();
    set_property(&items, key, value);
    let _ = chrome::storage_set(&items, &then);
}

/// Tells of each change of what is stored, until dropped.
#[must_use = "dropping it ends the listening"]
pub struct Changes {
    listener: Closure<dyn Fn()>,
}

impl Changes {
    /// Calls `then` at each change.
    pub fn listen(then: impl Fn() + 'static) -> Self {
        let listener = Closure::<dyn Fn()>::new(then);
        let _ = chrome::on_changed_add(listener.as_ref().unchecked_ref());
        Self { listener }
    }
}

impl Drop for Changes {
    fn drop(&mut self) {
        let _ = chrome::on_changed_remove(self.listener.as_ref().unchecked_ref());
    }
}

/// A property that is there and not `null`.
pub(super) fn property(object: &JsValue, key: &str) -> Option<JsValue> {
    js_sys::Reflect::get(object, &key.into()).ok().filter(|value| !value.is_undefined() && !value.is_null())
}

/// Sets a property of an object of our own, which cannot fail.
pub(super) fn set_property(object: &js_sys::Object, key: &str, value: &JsValue) {
    let _ = js_sys::Reflect::set(object, &key.into(), value);
}
