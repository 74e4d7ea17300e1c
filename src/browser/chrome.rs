//! Hand-written bindings to the few `chrome.*` functions in use, the same in Chromium and Firefox.

use wasm_bindgen::prelude::*;

use super::value;
use crate::net;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(catch, js_namespace = ["chrome", "i18n"], js_name = getMessage)]
    pub(super) fn get_message(key: &str, gaps: Vec<String>) -> Result<String, JsValue>;

    #[wasm_bindgen(catch, js_namespace = ["chrome", "storage", "local"], js_name = get)]
    pub(super) fn storage_get(keys: &js_sys::Array, then: &js_sys::Function) -> Result<(), JsValue>;

    #[wasm_bindgen(catch, js_namespace = ["chrome", "storage", "local"], js_name = set)]
    pub(super) fn storage_set(items: &JsValue, then: &js_sys::Function) -> Result<(), JsValue>;

    #[wasm_bindgen(catch, js_namespace = ["chrome", "storage", "managed"], js_name = get)]
    pub(super) fn managed_get(then: &js_sys::Function) -> Result<(), JsValue>;

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

    #[wasm_bindgen(catch, js_namespace = ["chrome", "tabs", "onRemoved"], js_name = addListener)]
    pub(super) fn on_tab_removed_add(listener: &js_sys::Function) -> Result<(), JsValue>;

    #[wasm_bindgen(catch, js_namespace = ["chrome", "runtime", "onStartup"], js_name = addListener)]
    pub(super) fn on_startup_add(listener: &js_sys::Function) -> Result<(), JsValue>;

    #[wasm_bindgen(catch, js_namespace = ["chrome", "commands", "onCommand"], js_name = addListener)]
    pub(super) fn on_command_add(listener: &js_sys::Function) -> Result<(), JsValue>;

    #[wasm_bindgen(catch, js_namespace = ["chrome", "runtime", "onInstalled"], js_name = addListener)]
    pub(super) fn on_installed_add(listener: &js_sys::Function) -> Result<(), JsValue>;

    #[wasm_bindgen(catch, js_namespace = ["chrome", "runtime"], js_name = sendMessage)]
    pub(super) fn runtime_send(message: &JsValue, then: &js_sys::Function) -> Result<(), JsValue>;

    #[wasm_bindgen(catch, js_namespace = ["chrome", "storage", "session"], js_name = get)]
    pub(super) fn session_get(key: &str, then: &js_sys::Function) -> Result<(), JsValue>;

    #[wasm_bindgen(catch, js_namespace = ["chrome", "storage", "session"], js_name = set)]
    pub(super) fn session_set(items: &JsValue, then: &js_sys::Function) -> Result<(), JsValue>;

    #[wasm_bindgen(catch, js_namespace = ["chrome", "storage", "session"], js_name = remove)]
    pub(super) fn session_remove(key: &str, then: &js_sys::Function) -> Result<(), JsValue>;

    #[wasm_bindgen(catch, js_namespace = ["chrome", "action"], js_name = setBadgeText)]
    pub(super) fn set_badge(badge: &JsValue, then: &js_sys::Function) -> Result<(), JsValue>;

    #[wasm_bindgen(catch, js_namespace = ["chrome", "action"], js_name = setTitle)]
    pub(super) fn set_title(title: &JsValue, then: &js_sys::Function) -> Result<(), JsValue>;

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

/// Whether a message comes from the extension itself: its id is the own one, and nobody has another's.
pub(super) fn is_ours(sender: &JsValue) -> bool {
    let id = value::property(sender, "id").and_then(|id| id.as_string());
    id.is_some() && id == runtime_id()
}

/// A function that the browser calls once.
pub(super) fn callback(then: impl FnOnce(JsValue) + 'static) -> js_sys::Function {
    let mut then = Some(then);
    let closure = Closure::<dyn FnMut(JsValue)>::new(move |value| {
        net::enter(|| {
            if let Some(then) = then.take() {
                then(value);
            }
        });
    });
    closure.into_js_value().unchecked_into()
}

/// A function that the browser calls as often as something happens, as long as the script lives.
pub(super) fn listener(then: impl Fn(JsValue) + 'static) -> js_sys::Function {
    let closure = Closure::<dyn Fn(JsValue)>::new(move |value| net::enter(|| then(value)));
    closure.into_js_value().unchecked_into()
}

/// A callback that only looks whether the call failed, which keeps the browser from logging it.
pub(super) fn ignored() -> js_sys::Function {
    callback(|_| {
        let _ = has_failed();
    })
}

/// Hangs two functions on a promise.
pub(super) fn then(promise: &js_sys::Promise, then: &js_sys::Function, failed: &js_sys::Function) {
    promise.unchecked_ref::<Promise>().then(then, failed);
}
