//! Values of the browser's own kind, for what its interfaces take and give.

use serde::{Serialize, de::DeserializeOwned};
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::prelude::*;

/// A property that is there and not `null`.
pub(super) fn property(object: &JsValue, key: &str) -> Option<JsValue> {
    js_sys::Reflect::get(object, &key.into()).ok().filter(|value| !value.is_undefined() && !value.is_null())
}

/// An object with one property.
pub(super) fn with_property(key: &str, value: &JsValue) -> JsValue {
    let object = js_sys::Object::new();
    // Setting a property of an object of our own cannot fail.
    let _ = js_sys::Reflect::set(&object, &key.into(), value);
    object.into()
}

/// Something as the browser stores it and sends it on: nothing in it is `undefined`, which would be left out.
pub(super) fn of<T: Serialize>(value: &T) -> Option<JsValue> {
    value.serialize(&Serializer::json_compatible()).ok()
}

/// What such a value stands for; `None` where it stands for nothing of that kind.
pub(super) fn read<T: DeserializeOwned>(value: JsValue) -> Option<T> {
    serde_wasm_bindgen::from_value(value).ok()
}
