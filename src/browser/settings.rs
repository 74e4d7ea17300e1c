//! The settings in storage, taken apart and put together by hand: three fields by serde-wasm-bindgen would weigh a
//! quarter of the content script. The extension's own pages use it; a test holds the two equal.

use wasm_bindgen::prelude::*;

use super::storage::{self, property, set_property};
use crate::journey::Settings;

/// The key the settings are stored under.
pub const KEY: &str = "settings";

/// Reads the settings: the defaults where nothing readable is stored.
pub fn read(then: impl FnOnce(Settings) + 'static) {
    storage::read(KEY, move |stored| then(from_value(&stored)));
}

/// Stores the settings. Where that fails they hold for this page at least.
pub fn write(settings: &Settings) {
    storage::write(KEY, &to_value(settings), |_| {});
}

/// The settings a stored value stands for, each field that is missing or unreadable by its default.
#[must_use]
pub fn from_value(stored: &JsValue) -> Settings {
    let default = Settings::default();
    let flag = |key: &str| property(stored, key).and_then(|set| set.as_bool());
    Settings {
        gsp: property(stored, "gsp").and_then(|gsp| gsp.as_string()).unwrap_or(default.gsp),
        automatic: flag("automatic").unwrap_or(default.automatic),
        paused: flag("paused").unwrap_or(default.paused),
    }
    .checked()
}

/// The value to store for some settings.
#[must_use]
pub fn to_value(settings: &Settings) -> JsValue {
    let value = js_sys::Object::new();
    set_property(&value, "gsp", &JsValue::from_str(&settings.gsp));
    set_property(&value, "automatic", &JsValue::from_bool(settings.automatic));
    set_property(&value, "paused", &JsValue::from_bool(settings.paused));
    value.into()
}
