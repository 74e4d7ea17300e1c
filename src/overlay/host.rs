//! The one element that the guide adds to a page, with its closed shadow root, above all else on it.

use std::cell::Cell;

use gloo::events::EventListener;
use wasm_bindgen::prelude::*;
use web_sys::{Document, Element, ShadowRoot, ShadowRootInit, ShadowRootMode};

use super::part::Part;
use crate::net;
use crate::page::dom;
use crate::page::dom::HOST;

/// What the browser puts above all that was above all until then.
const TOPS: &str = ":modal, :fullscreen, :popover-open";
/// Outside of an open dialog of this kind nothing can be pressed.
const ALONE: &str = "dialog:modal";
/// How often a page may hide the element and see it come back.
const MOST: u32 = 20;

/// The guide's element.
pub(super) struct Host {
    /// What the page sees.
    pub element: Part,
    /// What has the root: the element itself, or a part of it.
    stage: Part,
    /// The closed root.
    pub root: ShadowRoot,
    /// What was above all else when it was put above that.
    tops: Vec<Element>,
    _hidden: EventListener,
}

impl Host {
    /// Makes the element, not yet on the page.
    ///
    /// # Errors
    /// When the browser refuses it a shadow root.
    pub(super) fn new(document: &Document) -> Result<Self, JsValue> {
        let element = Part::new(document, HOST);
        // An element that the page has defined is the page's, and tells it of its closed root as well.
        let is_the_pages = element.matches(":defined").unwrap_or(false);
        let stage = if is_the_pages { element.add(document, "div", "") } else { element.clone() };
        stage.set("popover", "manual");
        let root = stage.attach_shadow(&ShadowRootInit::new(ShadowRootMode::Closed))?;
        let hidden = show_again(&stage);
        Ok(Self { element, stage, root, tops: Vec::new(), _hidden: hidden })
    }

    /// Puts it on the page, over all of it, unless it is there. Answers whether it has only now come.
    ///
    /// # Errors
    /// When the page or the browser refuses.
    pub(super) fn put_on_page(&mut self, document: &Document) -> Result<bool, JsValue> {
        let Some(root) = dom::root_element(document) else { return Ok(false) };
        let is_there = self.element.is_connected() && dom::parent(&self.element).as_ref() == Some(&root);
        if !is_there {
            root.append_child(&self.element)?;
        }
        let tops: Vec<Element> =
            dom::elements(&dom::all(document, TOPS)).filter(|top| !dom::contains(&self.element, top)).collect();
        let is_below = tops.iter().any(|top| !self.tops.contains(top));
        self.tops = tops;
        if !is_shown(&self.stage) {
            self.stage.show_popover()?;
        } else if is_below {
            self.stage.hide_popover()?;
            self.stage.show_popover()?;
        }
        Ok(!is_there)
    }

    /// Puts it on the page, without a look at what else is there.
    ///
    /// # Errors
    /// When the page or the browser refuses.
    pub(super) fn put_on_page_plainly(&self, document: &Document) -> Result<(), JsValue> {
        let Some(root) = dom::root_element(document) else { return Ok(()) };
        root.append_child(&self.element)?;
        self.stage.show_popover()
    }

    /// Takes it off the page.
    pub(super) fn take_off(&self) {
        self.element.remove();
    }

    /// Whether the browser lets nothing of it be pressed, because a dialog alone can be used.
    pub(super) fn is_dead(document: &Document) -> bool {
        dom::one(document, ALONE).is_some()
    }

    /// What of it has the focus.
    pub(super) fn focused(&self) -> Option<Element> {
        self.root.active_element()
    }
}

/// Shows what the page hides, a number of times.
fn show_again(stage: &Part) -> EventListener {
    let (shown, left) = (stage.clone(), Cell::new(MOST));
    EventListener::new(stage, "toggle", move |_| {
        net::enter(|| {
            if left.get() > 0 && shown.is_connected() && !is_shown(&shown) {
                left.set(left.get() - 1);
                // A page that refuses is looked at again at the next turn.
                let _ = shown.show_popover();
            }
        });
    })
}

fn is_shown(stage: &Part) -> bool {
    stage.matches(":popover-open").unwrap_or_default()
}
