//! The trees a page is made of: its document, the open shadow roots in it, and the frames that may be looked into.

use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::{Document, Element, HtmlIFrameElement, Node, ShadowRoot};

use super::dom::{self, Tree};
use super::reach::Sight;
use crate::snapshot::Layer;

/// A tree inside another one.
pub(super) struct Part {
    /// What holds it: a shadow host or a frame.
    pub holder: Element,
    /// The tree.
    pub tree: Tree,
    /// What sees it.
    pub sight: Rc<Sight>,
}

impl Part {
    /// What lies over all that a frame shows. A shadow root has no window of its own.
    pub(super) fn layer(&self) -> Layer {
        if self.tree.node_type() == Node::DOCUMENT_NODE { self.sight.layer() } else { Layer::None }
    }
}

/// The trees directly inside `tree`: its open shadow roots, then its frames of the same origin.
pub(super) fn parts(tree: &Tree, sight: &Rc<Sight>) -> Vec<Part> {
    let mut parts = Vec::new();
    for (holder, root) in dom::shadow_roots(tree) {
        parts.push(Part { holder, tree: root.unchecked_into(), sight: Rc::clone(sight) });
    }
    // One name at a time: the browser has a short way for that.
    for name in ["iframe", "frame"] {
        let frames = tree.all(name);
        for frame in (0..frames.length()).filter_map(|i| frames.get(i)).map(JsCast::unchecked_into::<Element>) {
            parts.extend(frame_part(frame, sight));
        }
    }
    parts
}

/// What a frame shows, if it is drawn and of the page's own origin.
fn frame_part(frame: Element, sight: &Rc<Sight>) -> Option<Part> {
    if !sight.is_drawn(&frame) {
        return None;
    }
    let document: Document = frame.unchecked_ref::<HtmlIFrameElement>().content_document()?;
    let inner = Sight::new(&document, Some((Rc::clone(sight), frame.clone())))?;
    Some(Part { holder: frame, tree: document.unchecked_into(), sight: Rc::new(inner) })
}

/// Whether `element` is `inner` or holds it, also from outside the shadow roots that `inner` is in.
pub(super) fn holds(element: &Element, inner: &Element) -> bool {
    let mut next = Some(inner.clone());
    while let Some(inner) = next {
        if element.contains(Some(&inner)) {
            return true;
        }
        next = host_of(&inner);
    }
    false
}

/// The host of the shadow root that `node` is in.
pub(super) fn host_of(node: &Node) -> Option<Element> {
    let root = node.get_root_node();
    (root.node_type() == Node::DOCUMENT_FRAGMENT_NODE).then(|| root.unchecked_into::<ShadowRoot>().host())
}

/// Whether `node` comes after `other`, or inside it, in the order of the page.
pub(super) fn follows(node: &Node, other: &Node) -> bool {
    other.compare_document_position(node) & Node::DOCUMENT_POSITION_FOLLOWING != 0
}
