//! The members of the page's nodes that are read, each asked by way of its prototype: on a form or a document, markup can
//! stand in front of any member (`<input name="id">` in a form, `<img name="body">` in a document).
//!
//! Whatever is found by its name at the call belongs to the browser, never to the page: a content script sees the
//! prototypes of its own isolated world. They also answer for the nodes of a frame, which belong to another realm.

use std::thread::LocalKey;

use js_sys::{Array, Function, JsString, Object, Reflect};
use wasm_bindgen::prelude::*;
use web_sys::{Document, DomRect, DomRectList, Element, Node, NodeList, ShadowRoot, ValidityState, Window};

use super::attributes::ATTRIBUTES;

/// The name of the guide's own element, which is no part of the page.
pub const HOST: &str = "einvoice-api-guide";

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(extends = Node, js_name = Node)]
    type AnyNode;
    #[wasm_bindgen(method, final, js_class = "Node", js_name = contains)]
    fn holds(this: &AnyNode, other: &Node) -> bool;
    #[wasm_bindgen(method, final, js_class = "Node", js_name = compareDocumentPosition)]
    fn position_of(this: &AnyNode, other: &Node) -> u16;
    #[wasm_bindgen(method, final, js_class = "Node", js_name = getRootNode)]
    fn root(this: &AnyNode) -> Node;

    #[wasm_bindgen(extends = Element, js_name = Element)]
    type AnyElement;
    #[wasm_bindgen(method, final, js_class = "Element", js_name = getAttribute)]
    fn attribute(this: &AnyElement, name: &str) -> Option<String>;
    #[wasm_bindgen(method, final, js_class = "Element", js_name = matches)]
    fn is(this: &AnyElement, selector: &JsString) -> bool;
    #[wasm_bindgen(method, final, js_class = "Element", js_name = closest)]
    fn nearest(this: &AnyElement, selector: &str) -> Option<Element>;
    #[wasm_bindgen(method, final, js_class = "Element", js_name = querySelectorAll)]
    fn find_all(this: &AnyElement, selector: &str) -> NodeList;
    #[wasm_bindgen(method, final, js_class = "Element", js_name = querySelector)]
    fn find_one(this: &AnyElement, selector: &str) -> Option<Element>;
    #[wasm_bindgen(method, final, js_class = "Element", js_name = getBoundingClientRect)]
    fn bounds(this: &AnyElement) -> DomRect;
    #[wasm_bindgen(method, final, js_class = "Element", js_name = getClientRects)]
    fn pieces(this: &AnyElement) -> DomRectList;
    #[wasm_bindgen(method, final, js_class = "Element", js_name = checkVisibility)]
    fn check_visibility(this: &AnyElement, how: &JsValue) -> bool;

    #[wasm_bindgen(extends = Document, js_name = Document)]
    type AnyDocument;
    #[wasm_bindgen(method, final, js_class = "Document", js_name = querySelectorAll)]
    fn find_all(this: &AnyDocument, selector: &str) -> NodeList;
    #[wasm_bindgen(method, final, js_class = "Document", js_name = querySelector)]
    fn find_one(this: &AnyDocument, selector: &str) -> Option<Element>;
    #[wasm_bindgen(method, final, js_class = "Document", js_name = elementFromPoint)]
    fn at(this: &AnyDocument, x: f32, y: f32) -> Option<Element>;
    #[wasm_bindgen(method, final, js_class = "Document", js_name = elementsFromPoint)]
    fn all_at(this: &AnyDocument, x: f32, y: f32) -> Array;
    #[wasm_bindgen(method, final, js_class = "Document", js_name = getElementById)]
    fn by_id(this: &AnyDocument, id: &str) -> Option<Element>;

    #[wasm_bindgen(extends = ShadowRoot, js_name = ShadowRoot)]
    type AnyRoot;
    #[wasm_bindgen(method, final, js_class = "DocumentFragment", js_name = querySelectorAll)]
    fn find_all(this: &AnyRoot, selector: &str) -> NodeList;
    #[wasm_bindgen(method, final, js_class = "DocumentFragment", js_name = querySelector)]
    fn find_one(this: &AnyRoot, selector: &str) -> Option<Element>;
    #[wasm_bindgen(method, final, js_class = "ShadowRoot", js_name = elementFromPoint)]
    fn at(this: &AnyRoot, x: f32, y: f32) -> Option<Element>;
    #[wasm_bindgen(method, final, js_class = "ShadowRoot", js_name = elementsFromPoint)]
    fn all_at(this: &AnyRoot, x: f32, y: f32) -> Array;
    #[wasm_bindgen(method, final, js_class = "DocumentFragment", js_name = getElementById)]
    fn by_id(this: &AnyRoot, id: &str) -> Option<Element>;

    /// An `input`, `select` or `textarea`, or none of them: members that it lacks are `None`. Nothing stands in front of a
    /// field's own members; of another element they are not to be asked ([`Field::of`]).
    #[wasm_bindgen(extends = Element)]
    #[derive(Clone)]
    pub type Field;
    /// What is in it.
    #[wasm_bindgen(method, getter, structural)]
    pub fn value(this: &Field) -> Option<JsString>;
    /// What the page put into it.
    #[wasm_bindgen(method, getter, structural, js_name = defaultValue)]
    pub fn default_value(this: &Field) -> Option<String>;
    /// Whether it is chosen.
    #[wasm_bindgen(method, getter, structural)]
    pub fn checked(this: &Field) -> Option<bool>;
    /// Whether it is read-only.
    #[wasm_bindgen(method, getter, structural, js_name = readOnly)]
    pub fn read_only(this: &Field) -> Option<bool>;
    /// The most characters it takes; -1 where the page does not say.
    #[wasm_bindgen(method, getter, structural, js_name = maxLength)]
    pub fn max_length(this: &Field) -> Option<i32>;
    /// Whether it keeps the page's own checks, such as its `pattern`.
    #[wasm_bindgen(method, getter, structural)]
    pub fn validity(this: &Field) -> Option<ValidityState>;
    /// The `label` elements that name it.
    #[wasm_bindgen(method, getter, structural)]
    pub fn labels(this: &Field) -> Option<NodeList>;

    /// A native drop-down list.
    #[wasm_bindgen(extends = Element)]
    pub type List;
    /// Its entries.
    #[wasm_bindgen(method, getter, structural)]
    pub fn options(this: &List) -> NodeList;
    /// The place of the chosen entry; -1 where none is.
    #[wasm_bindgen(method, getter, structural, js_name = selectedIndex)]
    pub fn selected_index(this: &List) -> i32;

    /// An entry of a native drop-down list.
    #[wasm_bindgen(extends = Element)]
    pub type Listed;
    /// Its text.
    #[wasm_bindgen(method, getter, structural)]
    pub fn text(this: &Listed) -> String;
    /// Whether it cannot be chosen.
    #[wasm_bindgen(method, getter, structural)]
    pub fn disabled(this: &Listed) -> bool;

    /// A regular expression, asked about texts that stay on the browser's side.
    #[wasm_bindgen(extends = js_sys::RegExp)]
    pub type Pattern;
    /// Whether it matches a text.
    #[wasm_bindgen(method, structural)]
    pub fn test(this: &Pattern, text: &JsString) -> bool;

    // One way to call a getter for each kind of answer.
    #[wasm_bindgen(js_namespace = ["Function", "prototype", "call"], js_name = call)]
    fn get_node(getter: &Function, of: &Node) -> Option<Node>;
    #[wasm_bindgen(js_namespace = ["Function", "prototype", "call"], js_name = call)]
    fn get_text(getter: &Function, of: &Node) -> Option<String>;
    #[wasm_bindgen(js_namespace = ["Function", "prototype", "call"], js_name = call)]
    fn get_script_text(getter: &Function, of: &Node) -> Option<JsString>;
    #[wasm_bindgen(js_namespace = ["Function", "prototype", "call"], js_name = call)]
    fn get_number(getter: &Function, of: &Node) -> f64;
    #[wasm_bindgen(catch, js_namespace = ["Function", "prototype", "call"], js_name = call)]
    fn find_number(getter: &Function, of: &Node) -> Result<f64, JsValue>;
    #[wasm_bindgen(js_namespace = ["Function", "prototype", "call"], js_name = call)]
    fn get_nodes(getter: &Function, of: &Node) -> NodeList;
    #[wasm_bindgen(js_namespace = ["Function", "prototype", "call"], js_name = call)]
    fn get_window(getter: &Function, of: &Node) -> Option<Window>;

    #[wasm_bindgen(js_namespace = ["Array", "prototype", "findIndex"], js_name = call)]
    fn find_index(list: &NodeList, test: &Function, this: &JsValue) -> i32;
    #[wasm_bindgen(thread_local_v2, js_namespace = ["Function", "prototype"], js_name = call)]
    static CALL: Function;
    #[wasm_bindgen(thread_local_v2, js_namespace = Node, js_name = prototype)]
    static NODE: Object;
    #[wasm_bindgen(thread_local_v2, js_namespace = Element, js_name = prototype)]
    static ELEMENT: Object;
    #[wasm_bindgen(thread_local_v2, js_namespace = HTMLElement, js_name = prototype)]
    static HTML_ELEMENT: Object;
    #[wasm_bindgen(thread_local_v2, js_namespace = Document, js_name = prototype)]
    static DOCUMENT: Object;
    #[wasm_bindgen(thread_local_v2, js_namespace = ShadowRoot, js_name = prototype)]
    static SHADOW_ROOT: Object;
}

/// The getters, each found once: looking one up at every call costs more than the call.
macro_rules! getters {
    ($($name:ident = $prototype:ident . $property:literal;)*) => {
        thread_local! { $(static $name: Function = getter(&$prototype, $property);)* }
    };
}

getters! {
    NODE_TYPE = NODE."nodeType";
    PARENT = NODE."parentElement";
    FIRST_CHILD = NODE."firstChild";
    NEXT = NODE."nextSibling";
    PREVIOUS = NODE."previousSibling";
    CHILDREN = NODE."childNodes";
    TEXT = NODE."textContent";
    OWNER = NODE."ownerDocument";
    LOCAL_NAME = ELEMENT."localName";
    FIRST_ELEMENT = ELEMENT."firstElementChild";
    NEXT_ELEMENT = ELEMENT."nextElementSibling";
    PREVIOUS_ELEMENT = ELEMENT."previousElementSibling";
    SHADOW = ELEMENT."shadowRoot";
    CLIENT_LEFT = ELEMENT."clientLeft";
    CLIENT_TOP = ELEMENT."clientTop";
    CLIENT_WIDTH = ELEMENT."clientWidth";
    CLIENT_HEIGHT = ELEMENT."clientHeight";
    SCROLL_LEFT = ELEMENT."scrollLeft";
    SCROLL_TOP = ELEMENT."scrollTop";
    SCROLL_WIDTH = ELEMENT."scrollWidth";
    SCROLL_HEIGHT = ELEMENT."scrollHeight";
    SLOT = ELEMENT."assignedSlot";
    OUTER_WIDTH = HTML_ELEMENT."offsetWidth";
    OUTER_HEIGHT = HTML_ELEMENT."offsetHeight";
    HOST_OF_ROOT = SHADOW_ROOT."host";
    TITLE = DOCUMENT."title";
    BODY = DOCUMENT."body";
    ROOT_ELEMENT = DOCUMENT."documentElement";
    SCROLLER = DOCUMENT."scrollingElement";
    WINDOW = DOCUMENT."defaultView";
    FOCUSED = DOCUMENT."activeElement";
    FULLSCREEN = DOCUMENT."fullscreenElement";
}

/// A prototype's getter. Were it not there, the call would throw and the net would catch it.
fn getter(prototype: &'static wasm_bindgen::JsThreadLocal<Object>, property: &str) -> Function {
    let property = prototype.with(|prototype| Object::get_own_property_descriptor(prototype, &property.into()));
    Reflect::get(&property, &"get".into()).unwrap_or_default().unchecked_into()
}

/// A document, an open shadow root in it, or an element with what is below it.
#[derive(Clone, Copy)]
enum Tree<'a> {
    Document(&'a AnyDocument),
    Root(&'a AnyRoot),
    Element(&'a AnyElement),
}

impl<'a> Tree<'a> {
    fn of(node: &'a Node) -> Self {
        match node_type(node) {
            Node::DOCUMENT_NODE => Self::Document(node.unchecked_ref()),
            Node::DOCUMENT_FRAGMENT_NODE => Self::Root(node.unchecked_ref()),
            _ => Self::Element(node.unchecked_ref()),
        }
    }
}

/// The elements below `tree` that fit `selector`, which is one of our own and well formed.
#[must_use]
pub fn all(tree: &Node, selector: &str) -> NodeList {
    match Tree::of(tree) {
        Tree::Document(document) => document.find_all(selector),
        Tree::Root(root) => root.find_all(selector),
        Tree::Element(element) => element.find_all(selector),
    }
}

/// The first element below `tree` that fits `selector`, which is one of our own and well formed.
#[must_use]
pub fn one(tree: &Node, selector: &str) -> Option<Element> {
    match Tree::of(tree) {
        Tree::Document(document) => document.find_one(selector),
        Tree::Root(root) => root.find_one(selector),
        Tree::Element(element) => element.find_one(selector),
    }
}

/// The element of that id in a document or a shadow root.
#[must_use]
pub fn by_id(tree: &Node, id: &str) -> Option<Element> {
    match Tree::of(tree) {
        Tree::Document(document) => document.by_id(id),
        Tree::Root(root) => root.by_id(id),
        Tree::Element(_) => None,
    }
}

/// The topmost element of a document or a shadow root at a point of its window, in CSS pixels.
#[must_use]
pub fn at_point(tree: &Node, x: f64, y: f64) -> Option<Element> {
    let (x, y) = (x as f32, y as f32);
    match Tree::of(tree) {
        Tree::Document(document) => document.at(x, y),
        Tree::Root(root) => root.at(x, y),
        Tree::Element(_) => None,
    }
}

/// All elements of a document or a shadow root at a point of its window, the topmost first.
#[must_use]
pub fn all_at_point(tree: &Node, x: f64, y: f64) -> Vec<Element> {
    let (x, y) = (x as f32, y as f32);
    let found = match Tree::of(tree) {
        Tree::Document(document) => document.all_at(x, y),
        Tree::Root(root) => root.all_at(x, y),
        Tree::Element(_) => return Vec::new(),
    };
    found.iter().map(JsValue::unchecked_into).collect()
}

/// What takes input and is shown.
pub const FIELDS: &str = "input:not([type=hidden]), select, textarea";

/// The elements of a list.
pub fn elements(list: &NodeList) -> impl Iterator<Item = Element> {
    (0..list.length()).filter_map(|i| list.get(i)).map(JsCast::unchecked_into)
}

/// Whether `element` fits `selector`, which is one of our own and well formed.
#[must_use]
pub fn is(element: &Element, selector: &str) -> bool {
    element.unchecked_ref::<AnyElement>().is(&JsString::from(selector))
}

/// The same with a selector that is asked often: it stays on the browser's side.
#[must_use]
pub fn fits(element: &Element, selector: &'static LocalKey<JsString>) -> bool {
    selector.with(|selector| element.unchecked_ref::<AnyElement>().is(selector))
}

/// `element` itself or the nearest ancestor in its tree that fits `selector`, which is one of our own.
#[must_use]
pub fn closest(element: &Element, selector: &str) -> Option<Element> {
    element.unchecked_ref::<AnyElement>().nearest(selector)
}

/// An attribute.
#[must_use]
pub fn attribute(element: &Element, name: &str) -> Option<String> {
    debug_assert!(ATTRIBUTES.contains(&name), "{name} is read and not watched");
    element.unchecked_ref::<AnyElement>().attribute(name)
}

/// The name of an element's tag, in lower case for HTML.
#[must_use]
pub fn local_name(element: &Element) -> String {
    LOCAL_NAME.with(|getter| get_text(getter, element)).unwrap_or_default()
}

/// What kind of node it is, such as [`Node::ELEMENT_NODE`].
#[must_use]
pub fn node_type(node: &Node) -> u16 {
    NODE_TYPE.with(|getter| get_number(getter, node)) as u16
}

/// `node` as an element, if it is one.
#[must_use]
pub fn as_element(node: &Node) -> Option<&Element> {
    (node_type(node) == Node::ELEMENT_NODE).then(|| node.unchecked_ref())
}

/// The text of a node and all that is below it, seen or not.
#[must_use]
pub fn text(node: &Node) -> Option<String> {
    TEXT.with(|getter| get_text(getter, node))
}

/// The same, not brought over from the browser's side.
#[must_use]
pub fn script_text(node: &Node) -> Option<JsString> {
    TEXT.with(|getter| get_script_text(getter, node))
}

/// The element that a node is in, within its tree.
#[must_use]
pub fn parent(node: &Node) -> Option<Element> {
    PARENT.with(|getter| get_node(getter, node)).map(JsCast::unchecked_into)
}

/// What a node is in: its parent, or the host of the shadow root that it is the top of.
#[must_use]
pub fn around(node: &Node) -> Option<Element> {
    parent(node).or_else(|| host_of(node))
}

/// A node's first child.
#[must_use]
pub fn first_child(node: &Node) -> Option<Node> {
    FIRST_CHILD.with(|getter| get_node(getter, node))
}

/// The node behind a node.
#[must_use]
pub fn next(node: &Node) -> Option<Node> {
    NEXT.with(|getter| get_node(getter, node))
}

/// The node before a node.
#[must_use]
pub fn previous(node: &Node) -> Option<Node> {
    PREVIOUS.with(|getter| get_node(getter, node))
}

/// A node's children, texts and all.
#[must_use]
pub fn children(node: &Node) -> NodeList {
    CHILDREN.with(|getter| get_nodes(getter, node))
}

/// An element's first child that is an element.
#[must_use]
pub fn first_element(element: &Element) -> Option<Element> {
    FIRST_ELEMENT.with(|getter| get_node(getter, element)).map(JsCast::unchecked_into)
}

/// The element behind an element.
#[must_use]
pub fn next_element(element: &Element) -> Option<Element> {
    NEXT_ELEMENT.with(|getter| get_node(getter, element)).map(JsCast::unchecked_into)
}

/// The element before an element.
#[must_use]
pub fn previous_element(element: &Element) -> Option<Element> {
    PREVIOUS_ELEMENT.with(|getter| get_node(getter, element)).map(JsCast::unchecked_into)
}

/// Whether `inner` is `node` or below it, in one tree.
#[must_use]
pub fn contains(node: &Node, inner: &Node) -> bool {
    node.unchecked_ref::<AnyNode>().holds(inner)
}

/// Whether `node` comes after `other`, or inside it, in the order of the page.
#[must_use]
pub fn follows(node: &Node, other: &Node) -> bool {
    other.unchecked_ref::<AnyNode>().position_of(node) & Node::DOCUMENT_POSITION_FOLLOWING != 0
}

/// The document or shadow root that a node is in; the node itself or what it hangs on where that is in no page.
#[must_use]
pub fn root(node: &Node) -> Node {
    node.unchecked_ref::<AnyNode>().root()
}

/// The document that a node belongs to.
#[must_use]
pub fn owner(node: &Node) -> Option<Document> {
    OWNER.with(|getter| get_node(getter, node)).map(JsCast::unchecked_into)
}

/// An element's open shadow root.
#[must_use]
pub fn shadow_root(element: &Element) -> Option<ShadowRoot> {
    SHADOW.with(|getter| get_node(getter, element)).map(JsCast::unchecked_into)
}

/// The host of the shadow root that `node` is in.
#[must_use]
pub fn host_of(node: &Node) -> Option<Element> {
    let root = root(node);
    if node_type(&root) != Node::DOCUMENT_FRAGMENT_NODE {
        return None;
    }
    HOST_OF_ROOT.with(|getter| get_node(getter, &root)).map(JsCast::unchecked_into)
}

/// Whether `element` is `inner` or holds it, also from outside the shadow roots that `inner` is in.
#[must_use]
pub fn holds(element: &Element, inner: &Element) -> bool {
    let mut next = Some(inner.clone());
    while let Some(inner) = next {
        if contains(element, &inner) {
            return true;
        }
        next = host_of(&inner);
    }
    false
}

/// A document's title.
#[must_use]
pub fn title(document: &Document) -> String {
    TITLE.with(|getter| get_text(getter, document)).unwrap_or_default()
}

/// A document's body.
#[must_use]
pub fn body(document: &Document) -> Option<Element> {
    BODY.with(|getter| get_node(getter, document)).map(JsCast::unchecked_into)
}

/// A document's root element.
#[must_use]
pub fn root_element(document: &Document) -> Option<Element> {
    ROOT_ELEMENT.with(|getter| get_node(getter, document)).map(JsCast::unchecked_into)
}

/// What is in full screen.
#[must_use]
pub fn fullscreen(document: &Document) -> Option<Element> {
    FULLSCREEN.with(|getter| get_node(getter, document)).map(JsCast::unchecked_into)
}

/// What scrolls with a document's window: the body in quirks mode, the root element else.
#[must_use]
pub fn scroller(document: &Document) -> Option<Element> {
    SCROLLER.with(|getter| get_node(getter, document)).map(JsCast::unchecked_into)
}

/// What has the focus in a document: a field, the host of the shadow root or the frame that it is in, or the body.
#[must_use]
pub fn focused(document: &Document) -> Option<Element> {
    FOCUSED.with(|getter| get_node(getter, document)).map(JsCast::unchecked_into)
}

/// A document's window; `None` of a document that is shown nowhere.
#[must_use]
pub fn window(document: &Document) -> Option<Window> {
    WINDOW.with(|getter| get_window(getter, document))
}

/// Where an element is in its own window.
#[must_use]
pub fn bounds(element: &Element) -> DomRect {
    element.unchecked_ref::<AnyElement>().bounds()
}

/// The boxes an element is drawn in: several where a link is broken over lines.
pub fn pieces(element: &Element) -> impl Iterator<Item = DomRect> {
    let pieces = element.unchecked_ref::<AnyElement>().pieces();
    (0..pieces.length()).filter_map(move |i| pieces.get(i))
}

/// Whether an element is drawn, as far as these options of `checkVisibility` ask.
#[must_use]
pub fn check_visibility(element: &Element, how: &JsValue) -> bool {
    element.unchecked_ref::<AnyElement>().check_visibility(how)
}

/// A property of an element's computed style; empty where the browser does not know it.
#[must_use]
pub fn style(element: &Element, property: &str) -> Option<String> {
    let style = window(&owner(element)?)?.get_computed_style(element).ok()??;
    style.get_property_value(property).ok()
}

/// The width of an element's left border and the height of its top one, in CSS pixels.
#[must_use]
pub fn border(element: &Element) -> (f64, f64) {
    (CLIENT_LEFT.with(|getter| get_number(getter, element)), CLIENT_TOP.with(|getter| get_number(getter, element)))
}

/// The slot of an open shadow root that an element is drawn in.
#[must_use]
pub fn slot(element: &Element) -> Option<Element> {
    SLOT.with(|getter| get_node(getter, element)).map(JsCast::unchecked_into)
}

/// The width and height of an element with its borders, in CSS pixels of its own; `None` of what is no HTML.
#[must_use]
pub fn outer_size(element: &Element) -> Option<(f64, f64)> {
    let side = |getter: &Function| find_number(getter, element).ok();
    Some((OUTER_WIDTH.with(side)?, OUTER_HEIGHT.with(side)?))
}

/// The width and height inside an element's borders and scroll bars, in CSS pixels.
#[must_use]
pub fn inner_size(element: &Element) -> (f64, f64) {
    (CLIENT_WIDTH.with(|getter| get_number(getter, element)), CLIENT_HEIGHT.with(|getter| get_number(getter, element)))
}

/// How far an element's content is scrolled, in CSS pixels.
#[must_use]
pub fn scrolled(element: &Element) -> (f64, f64) {
    (SCROLL_LEFT.with(|getter| get_number(getter, element)), SCROLL_TOP.with(|getter| get_number(getter, element)))
}

/// The width and height of an element's content, in CSS pixels.
#[must_use]
pub fn scroll_size(element: &Element) -> (f64, f64) {
    (SCROLL_WIDTH.with(|getter| get_number(getter, element)), SCROLL_HEIGHT.with(|getter| get_number(getter, element)))
}

impl Field {
    /// `element` as a field, if it is one.
    #[must_use]
    pub fn of(element: &Element) -> Option<&Self> {
        matches!(local_name(element).as_str(), "input" | "select" | "textarea").then(|| element.unchecked_ref())
    }
}

/// The elements of a tree that have an open shadow root, and these. Most trees have none: the browser's own functions
/// ask each element, in one call.
#[must_use]
pub fn shadow_roots(tree: &Node) -> Vec<(Element, ShadowRoot)> {
    let all = all(tree, "*");
    let first = SHADOW.with(|getter| CALL.with(|call| find_index(&all, call, getter)));
    let Ok(first) = u32::try_from(first) else { return Vec::new() };
    (first..all.length())
        .filter_map(|at| all.get(at))
        .map(JsCast::unchecked_into)
        .filter_map(|element: Element| shadow_root(&element).map(|root| (element, root)))
        .collect()
}
