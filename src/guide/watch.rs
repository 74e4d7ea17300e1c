//! Everything that may change what is seen on a page, heard in one place: what the page changes, what the user does, and
//! what scrolls, opens or goes by.

use gloo::events::{EventListener, EventListenerOptions};
use js_sys::Array;
use wasm_bindgen::prelude::*;
use web_sys::{Document, Element, Event, MutationObserver, MutationObserverInit, MutationRecord, Node, Window};

use crate::net;
use crate::page::HOST;
use crate::page::{ATTRIBUTES, dom};

/// What happens on a page without a mutation, or before one.
const EVENTS: [&str; 14] = [
    "input",
    "change",
    "click",
    "submit",
    "focusin",
    "focusout",
    "keyup",
    "pointerup",
    "scroll",
    "toggle",
    "transitionend",
    "animationend",
    "load",
    "slotchange",
];
/// What happens to a window: a page comes back, an address changes without a load.
const WINDOW_EVENTS: [&str; 7] =
    ["load", "pageshow", "resize", "popstate", "hashchange", "fullscreenchange", "pagereveal"];

/// Listens on a page. Dropping it ends the listening.
pub(super) struct Watch {
    window: Window,
    document: Document,
    hear: Hear,
    mutations: Option<Mutations>,
    trees: Vec<Watched>,
    /// Listeners of the window, and the root element they were put there with: a document that is written anew drops all
    /// listeners, only an observer of the document itself outlives that.
    windows: Vec<EventListener>,
    root: Option<Element>,
}

/// Called with each event, and without one after mutations.
pub(super) type Hear = std::rc::Rc<dyn Fn(Option<&Event>)>;

/// A tree that is listened to: the document, a shadow root in it, or the document of a frame.
struct Watched {
    tree: Node,
    root: Option<Element>,
    _listeners: Vec<EventListener>,
}

impl Watch {
    /// Starts listening.
    pub(super) fn new(window: &Window, document: &Document, hear: Hear) -> Self {
        let heard = Hear::clone(&hear);
        let mut watch = Self {
            window: window.clone(),
            document: document.clone(),
            hear,
            mutations: Mutations::new(move || heard(None)),
            trees: Vec::new(),
            windows: Vec::new(),
            root: None,
        };
        watch.listen_to(&[]);
        watch
    }

    /// Listens to the document and the trees inside it that a look found, and lets go of those that left the page.
    pub(super) fn listen_to(&mut self, inner: &[Node]) {
        let root = dom::root_element(&self.document);
        if self.windows.is_empty() || self.root != root {
            self.windows = WINDOW_EVENTS.iter().map(|name| self.listener(&self.window, name)).collect();
            self.root = root;
        }
        self.trees.retain(|watched| is_shown(&watched.tree) && watched.root == root_of(&watched.tree));
        let document = self.document.clone().into();
        for tree in std::iter::once(&document).chain(inner) {
            if !self.trees.iter().any(|watched| watched.tree == *tree) {
                self.listen_to_tree(tree);
            }
        }
    }

    fn listen_to_tree(&mut self, tree: &Node) {
        let listeners = EVENTS.iter().map(|name| self.listener(tree, name)).collect();
        self.trees.push(Watched { tree: tree.clone(), root: root_of(tree), _listeners: listeners });
        if let Some(mutations) = &self.mutations {
            mutations.observe(tree);
        }
    }

    fn listener(&self, target: &web_sys::EventTarget, name: &'static str) -> EventListener {
        let hear = Hear::clone(&self.hear);
        let capture = EventListenerOptions::run_in_capture_phase();
        EventListener::new_with_options(target, name, capture, move |event| net::enter(|| hear(Some(event))))
    }
}

/// Whether a tree is still part of what a window shows. Every document is connected, also one whose frame is gone.
fn is_shown(tree: &Node) -> bool {
    match dom::node_type(tree) {
        Node::DOCUMENT_NODE => dom::window(tree.unchecked_ref()).is_some(),
        _ => tree.is_connected() && dom::owner(tree).is_some_and(|document| dom::window(&document).is_some()),
    }
}

/// The root element of a document: another one means that all was written anew.
fn root_of(tree: &Node) -> Option<Element> {
    (dom::node_type(tree) == Node::DOCUMENT_NODE).then(|| dom::root_element(tree.unchecked_ref()))?
}

/// Watches trees for changes, until dropped.
struct Mutations {
    observer: MutationObserver,
    what: MutationObserverInit,
    _callback: Closure<dyn Fn(Array)>,
}

impl Mutations {
    fn new(changed: impl Fn() + 'static) -> Option<Self> {
        let callback = Closure::<dyn Fn(Array)>::new(move |records: Array| {
            net::enter(|| {
                if records.iter().any(|record| !is_own(record.unchecked_ref())) {
                    changed();
                }
            });
        });
        let observer = MutationObserver::new(callback.as_ref().unchecked_ref()).ok()?;
        let what = MutationObserverInit::new();
        what.set_child_list(true);
        what.set_subtree(true);
        what.set_character_data(true);
        what.set_attribute_filter(&ATTRIBUTES.iter().map(|name| JsValue::from_str(name)).collect::<Array>());
        Some(Self { observer, what, _callback: callback })
    }

    fn observe(&self, tree: &Node) {
        // A tree that cannot be observed is still looked at whenever something else changes.
        let _ = self.observer.observe_with_options(tree, &self.what);
    }
}

impl Drop for Mutations {
    fn drop(&mut self) {
        self.observer.disconnect();
    }
}

/// Whether a mutation is only that the guide's own element came, went or changed.
fn is_own(record: &MutationRecord) -> bool {
    let is_host = |node: &Node| dom::as_element(node).is_some_and(|element| dom::local_name(element) == HOST);
    if record.target().as_ref().is_some_and(is_host) {
        return true;
    }
    let moved = [record.added_nodes(), record.removed_nodes()];
    let mut nodes = moved.iter().flat_map(|list| (0..list.length()).filter_map(|i| list.get(i))).peekable();
    nodes.peek().is_some() && nodes.all(|node| is_host(&node))
}
