//! The trees a page is made of: its document, the open shadow roots in it, and the frames that may be looked into.

use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::{Document, Element, HtmlIFrameElement, Node};

use super::dom;
use super::reach::Sight;
use crate::snapshot::Layer;

/// A tree inside another one.
pub(super) struct Part {
    /// What holds it: a shadow host or a frame.
    pub holder: Element,
    /// The tree.
    pub tree: Node,
    /// What sees it.
    pub sight: Rc<Sight>,
}

impl Part {
    /// What lies over all that a frame shows. A shadow root has no window of its own.
    pub(super) fn layer(&self) -> Layer {
        if dom::node_type(&self.tree) == Node::DOCUMENT_NODE { self.sight.layer() } else { Layer::None }
    }
}

/// The trees directly inside `tree`: its open shadow roots, then its frames of the same origin.
pub(super) fn parts(tree: &Node, sight: &Rc<Sight>) -> Vec<Part> {
    let mut parts = Vec::new();
    for (holder, root) in dom::shadow_roots(tree) {
        parts.push(Part { holder, tree: root.into(), sight: Rc::clone(sight) });
    }
    // One name at a time: the browser has a short way for that.
    for name in ["iframe", "frame"] {
        for frame in dom::elements(&dom::all(tree, name)) {
            parts.extend(frame_part(frame, sight));
        }
    }
    parts
}

/// What a frame shows, if it is seen and of the page's own origin.
fn frame_part(frame: Element, sight: &Rc<Sight>) -> Option<Part> {
    if !sight.is_seen(&frame) {
        return None;
    }
    let document: Document = frame.unchecked_ref::<HtmlIFrameElement>().content_document()?;
    let inner = Sight::new(&document, Some((Rc::clone(sight), frame.clone())))?;
    // Of a frame without a size the border is still seen.
    if !inner.window().has_size() {
        return None;
    }
    Some(Part { holder: frame, tree: document.into(), sight: Rc::new(inner) })
}
