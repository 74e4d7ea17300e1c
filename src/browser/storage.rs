//! The settings in `storage.local`. Anything unreadable there counts as not set.

use wasm_bindgen::prelude::*;

use super::chrome;
use crate::journey::Settings;

/// The key the settings are stored under.
const KEY: &str = "settings";

/// Reads the settings and hands them on: the defaults where nothing readable is stored.
pub fn read(then: impl FnOnce(Settings) + 'static) {
    let then = Closure::once_into_js(move |items: JsValue| {
        let _ = chrome::has_failed();
        let stored = js_sys::Reflect::get(&items, &KEY.into()).unwrap_or(JsValue::UNDEFINED);
        then(serde_wasm_bindgen::from_value::<Settings>(stored).unwrap_or_default().checked());
    });
    // A failing call means that the extension is gone, and the guide with it.
    let _ = chrome::storage_get(KEY, then.unchecked_ref());
}

/// Stores the settings and says whether that worked.
pub fn write(settings: &Settings, then: impl FnOnce(bool) + 'static) {
    let then = Closure::once_into_js(move || then(!chrome::has_failed()));
    let items = js_sys::Object::new();
    let Ok(value) = serde_wasm_bindgen::to_value(settings) else { return };
    // Setting a property of an object of our own cannot fail.
    let _ = js_sys::Reflect::set(&items, &KEY.into(), &value);
    let _ = chrome::storage_set(&items, then.unchecked_ref());
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
