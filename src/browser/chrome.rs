//! Hand-written bindings to the few `chrome.*` functions in use, the same in Chromium and Firefox.

use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(catch, js_namespace = ["chrome", "i18n"], js_name = getMessage)]
    pub(super) fn get_message(key: &str, gaps: Vec<String>) -> Result<String, JsValue>;

    #[wasm_bindgen(catch, js_namespace = ["chrome", "storage", "local"], js_name = get)]
    pub(super) fn storage_get(key: &str, then: &js_sys::Function) -> Result<(), JsValue>;

    #[wasm_bindgen(catch, js_namespace = ["chrome", "storage", "local"], js_name = set)]
    pub(super) fn storage_set(items: &JsValue, then: &js_sys::Function) -> Result<(), JsValue>;

    #[wasm_bindgen(catch, js_namespace = ["chrome", "storage", "onChanged"], js_name = addListener)]
    pub(super) fn on_changed_add(listener: &js_sys::Function) -> Result<(), JsValue>;

    #[wasm_bindgen(catch, js_namespace = ["chrome", "storage", "onChanged"], js_name = removeListener)]
    pub(super) fn on_changed_remove(listener: &js_sys::Function) -> Result<(), JsValue>;

    #[wasm_bindgen(catch, js_namespace = ["chrome", "runtime", "onMessage"], js_name = addListener)]
    pub(super) fn on_message_add(listener: &js_sys::Function) -> Result<(), JsValue>;

    #[wasm_bindgen(catch, js_namespace = ["chrome", "runtime", "onMessage"], js_name = removeListener)]
    pub(super) fn on_message_remove(listener: &js_sys::Function) -> Result<(), JsValue>;

    #[wasm_bindgen(catch, js_namespace = ["chrome", "tabs"], js_name = query)]
    pub(super) fn tabs_query(which: &JsValue, then: &js_sys::Function) -> Result<(), JsValue>;

    #[wasm_bindgen(catch, js_namespace = ["chrome", "tabs"], js_name = sendMessage)]
    pub(super) fn tabs_send(tab: &JsValue, message: &str, then: &js_sys::Function) -> Result<(), JsValue>;

    #[wasm_bindgen(js_namespace = chrome, js_name = runtime, thread_local_v2)]
    static RUNTIME: Option<Runtime>;

    type Runtime;

    type Promise;

    #[wasm_bindgen(method, structural)]
    fn then(this: &Promise, then: &js_sys::Function, failed: &js_sys::Function) -> JsValue;

    #[wasm_bindgen(method, getter, structural, catch)]
    fn id(this: &Runtime) -> Result<Option<String>, JsValue>;

    #[wasm_bindgen(method, getter, structural, js_name = lastError)]
    fn last_error(this: &Runtime) -> JsValue;
}

/// The extension's id, gone when the extension is.
pub(super) fn runtime_id() -> Option<String> {
    RUNTIME.with(|runtime| runtime.as_ref()?.id().ok()?)
}

/// Whether the call whose callback runs now has failed. Asking also keeps the browser from logging it.
pub(super) fn has_failed() -> bool {
    RUNTIME.with(|runtime| runtime.as_ref().is_none_or(|runtime| runtime.last_error().is_truthy()))
}

/// A function that the browser calls once.
pub(super) fn callback(then: impl FnOnce(JsValue) + 'static) -> js_sys::Function {
    let mut then = Some(then);
    let closure = Closure::<dyn FnMut(JsValue)>::new(move |value| {
        if let Some(then) = then.take() {
            then(value);
        }
    });
    closure.into_js_value().unchecked_into()
}

/// Hangs two functions on a promise.
pub(super) fn then(promise: &js_sys::Promise, then: &js_sys::Function, failed: &js_sys::Function) {
    promise.unchecked_ref::<Promise>().then(then, failed);
}
