//! The few members of page elements that are read, bound so that a typed value stays on the browser's side.

use js_sys::JsString;
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    /// An `input`, `select` or `textarea`; members that one of them lacks are `None`.
    #[wasm_bindgen(extends = web_sys::Element)]
    pub type Field;

    #[wasm_bindgen(method, getter, structural)]
    pub fn value(this: &Field) -> Option<JsString>;
    #[wasm_bindgen(method, getter, structural, js_name = defaultValue)]
    pub fn default_value(this: &Field) -> Option<String>;
    #[wasm_bindgen(method, getter, structural)]
    pub fn checked(this: &Field) -> Option<bool>;
    #[wasm_bindgen(method, getter, structural)]
    pub fn disabled(this: &Field) -> Option<bool>;
    #[wasm_bindgen(method, getter, structural, js_name = readOnly)]
    pub fn read_only(this: &Field) -> Option<bool>;
    #[wasm_bindgen(method, getter, structural, js_name = maxLength)]
    pub fn max_length(this: &Field) -> Option<i32>;
    #[wasm_bindgen(method, getter, structural)]
    pub fn labels(this: &Field) -> Option<web_sys::NodeList>;

    /// An element, with the question whether it is drawn.
    #[wasm_bindgen(extends = web_sys::Element)]
    pub type Drawn;

    #[wasm_bindgen(method, structural, js_name = checkVisibility)]
    pub fn check_visibility(this: &Drawn, how: &JsValue) -> bool;

    /// A drop-down list.
    #[wasm_bindgen(extends = web_sys::Element)]
    pub type List;

    #[wasm_bindgen(method, getter, structural)]
    pub fn options(this: &List) -> web_sys::HtmlCollection;
    #[wasm_bindgen(method, getter, structural, js_name = selectedIndex)]
    pub fn selected_index(this: &List) -> i32;

    /// An entry of a drop-down list.
    #[wasm_bindgen(extends = web_sys::Element)]
    pub type Entry;

    #[wasm_bindgen(method, getter, structural)]
    pub fn text(this: &Entry) -> String;
    #[wasm_bindgen(method, getter, structural, js_name = defaultSelected)]
    pub fn default_selected(this: &Entry) -> bool;
}
