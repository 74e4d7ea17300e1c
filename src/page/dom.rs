//! The few members of page elements that are read, bound so that a typed value stays on the browser's side.
//!
//! All are found by name at the call, never by the type: the nodes of a frame belong to another realm.

use js_sys::{Array, Function, JsString};
use wasm_bindgen::prelude::*;
use web_sys::{Element, NodeList, ShadowRoot};

#[wasm_bindgen]
extern "C" {
    /// A document, an open shadow root, or an element with what is below it.
    #[wasm_bindgen(extends = web_sys::Node)]
    #[derive(Clone)]
    pub type Tree;

    #[wasm_bindgen(method, structural, js_name = querySelectorAll)]
    pub fn all(this: &Tree, selector: &str) -> NodeList;
    #[wasm_bindgen(method, structural, js_name = querySelector)]
    pub fn one(this: &Tree, selector: &str) -> Option<Element>;
    #[wasm_bindgen(method, structural, js_name = elementFromPoint)]
    pub fn element_from_point(this: &Tree, x: f32, y: f32) -> Option<Element>;
    #[wasm_bindgen(method, structural, js_name = elementsFromPoint)]
    pub fn elements_from_point(this: &Tree, x: f32, y: f32) -> Array;

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
    pub fn labels(this: &Field) -> Option<NodeList>;

    /// An element, with the question whether it is drawn.
    #[wasm_bindgen(extends = web_sys::Element)]
    pub type Drawn;

    #[wasm_bindgen(method, structural, js_name = checkVisibility)]
    pub fn check_visibility(this: &Drawn, how: &JsValue) -> bool;

    /// A drop-down list.
    #[wasm_bindgen(extends = web_sys::Element)]
    pub type List;

    #[wasm_bindgen(method, getter, structural)]
    pub fn options(this: &List) -> NodeList;
    #[wasm_bindgen(method, getter, structural, js_name = selectedIndex)]
    pub fn selected_index(this: &List) -> i32;

    /// An entry of a drop-down list.
    #[wasm_bindgen(extends = web_sys::Element)]
    pub type Entry;

    #[wasm_bindgen(method, getter, structural)]
    pub fn text(this: &Entry) -> String;
    #[wasm_bindgen(method, getter, structural, js_name = defaultSelected)]
    pub fn default_selected(this: &Entry) -> bool;

    /// A node whose text is not brought over before it is known to matter.
    #[wasm_bindgen(extends = web_sys::Node)]
    pub type Worded;

    #[wasm_bindgen(method, getter, structural, js_name = textContent)]
    pub fn text(this: &Worded) -> Option<JsString>;
    #[wasm_bindgen(method, structural)]
    pub fn matches(this: &Worded, selector: &JsString) -> bool;

    /// A regular expression, asked about texts that stay on the browser's side.
    #[wasm_bindgen(extends = js_sys::RegExp)]
    pub type Pattern;

    #[wasm_bindgen(method, structural)]
    pub fn test(this: &Pattern, text: &JsString) -> bool;

    #[wasm_bindgen(js_namespace = ["Array", "prototype", "findIndex"], js_name = call)]
    fn find_index(list: &NodeList, test: &Function, this: &JsValue) -> i32;
    #[wasm_bindgen(thread_local_v2, js_namespace = ["Function", "prototype"], js_name = call)]
    static CALL: Function;
    #[wasm_bindgen(thread_local_v2, js_namespace = Element, js_name = prototype)]
    static ELEMENT: js_sys::Object;
}

/// Whether `element` fits `selector`, which is one of our own and well formed.
pub(super) fn is(element: &Element, selector: &str) -> bool {
    element.unchecked_ref::<Worded>().matches(&JsString::from(selector))
}

/// The first element below `parent` that fits `selector`.
pub(super) fn one(parent: &Element, selector: &str) -> Option<Element> {
    parent.unchecked_ref::<Tree>().one(selector)
}

/// The elements below `parent` that fit `selector`.
pub(super) fn all(parent: &Element, selector: &str) -> NodeList {
    parent.unchecked_ref::<Tree>().all(selector)
}

/// The elements of a tree that have an open shadow root, and these. Most trees have none: the browser's own functions
/// ask each element, in one call.
pub(super) fn shadow_roots(tree: &Tree) -> Vec<(Element, ShadowRoot)> {
    let mut roots = Vec::new();
    let all = tree.all("*");
    let property = ELEMENT
        .with(|prototype| js_sys::Object::get_own_property_descriptor(prototype, &JsValue::from_str("shadowRoot")));
    let getter = js_sys::Reflect::get(&property, &JsValue::from_str("get"));
    let Some(getter) = getter.ok().filter(JsValue::is_function) else { return roots };
    let mut at = CALL.with(|call| find_index(&all, call, &getter)) as u32;
    while let Some(node) = all.get(at) {
        let element: Element = node.unchecked_into();
        if let Some(root) = element.shadow_root() {
            roots.push((element, root));
        }
        at += 1;
    }
    roots
}
