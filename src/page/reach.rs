//! Whether a person can see and use a control, and whether something lies over the whole page.

use std::rc::Rc;

use wasm_bindgen::prelude::*;
use web_sys::{Document, Element, Node, Window};

use super::HOST;
use super::area::Area;
use super::dom::{self, holds};
use crate::snapshot::{Layer, Reach};

/// What can be used in a layer over the page.
const USABLE: &str = "a, button, input:not([type=hidden]), select, textarea, [role=button], [onclick]";
/// Less is no size to see or to press, in CSS pixels.
const SMALLEST: f64 = 2.0;

/// One look's ways of asking about the elements of one document.
pub(super) struct Sight {
    tree: Node,
    window: Window,
    width: f64,
    height: f64,
    /// Where its window begins in the outermost one.
    corner: (f64, f64),
    scrolled: (f64, f64),
    how: JsValue,
    /// What lies over the whole of it, as the first corner shows it.
    over: Option<Element>,
    /// The frame that holds the document, as the document around it sees it.
    frame: Option<(Rc<Sight>, Element)>,
}

impl Sight {
    pub(super) fn new(document: &Document, frame: Option<(Rc<Self>, Element)>) -> Option<Self> {
        let window = document.default_view()?;
        let how = js_sys::Object::new();
        for key in ["visibilityProperty", "contentVisibilityAuto"] {
            // Setting a property of an object of our own cannot fail.
            let _ = js_sys::Reflect::set(&how, &key.into(), &JsValue::TRUE);
        }
        // Without the scroll bars: nothing of the page can be hit under these.
        let size = Area::of_window(document);
        let (width, height) = (size.right, size.bottom);
        let corner = frame.as_ref().map_or((0.0, 0.0), |(around, frame)| around.area(frame).corner_inside(frame));
        let scrolled = (window.scroll_x().unwrap_or(0.0), window.scroll_y().unwrap_or(0.0));
        let tree = document.clone().into();
        let mut sight = Self { tree, window, width, height, corner, scrolled, how: how.into(), over: None, frame };
        sight.over = sight.layer_at(2.0, 2.0);
        Some(sight)
    }

    /// Where `element` is in the outermost window.
    pub(super) fn area(&self, element: &Element) -> Area {
        Area::in_frame(element).moved(self.corner.0, self.corner.1)
    }

    /// Whether a person can use `control`, which shows itself as `shown`.
    pub(super) fn reach(&self, control: &Element, shown: &Element) -> Reach {
        if !self.is_seen(shown) {
            return Reach::Hidden;
        }
        if dom::is(control, ":disabled, [aria-disabled=true]") {
            return Reach::Off;
        }
        if self.is_hit(shown, Area::in_frame(shown)) { Reach::Clear } else { Reach::Covered }
    }

    /// Whether `element` is drawn at all.
    pub(super) fn is_drawn(&self, element: &Element) -> bool {
        dom::check_visibility(element, &self.how)
    }

    /// Whether `element` is drawn, of some size, and where scrolling can bring it into view.
    pub(super) fn is_seen(&self, element: &Element) -> bool {
        if !self.is_drawn(element) {
            return false;
        }
        let area = Area::in_frame(element);
        area.width() >= SMALLEST && area.height() >= SMALLEST && !self.is_beyond_the_page(area)
    }

    /// What lies over the whole page: told by what two opposite corners show.
    pub(super) fn layer(&self) -> Layer {
        let Some(first) = &self.over else { return Layer::None };
        let Some(second) = self.layer_at(self.width - 3.0, self.height - 3.0) else { return Layer::None };
        let middle = self.at(self.width / 2.0, self.height / 2.0).and_then(outermost_in_body);
        let is_dialog = self.is_usable(first) || self.is_usable(&second) || middle.is_some_and(|m| self.is_usable(&m));
        if is_dialog { Layer::Dialog } else { Layer::Curtain }
    }

    /// What lies over the whole page at this point.
    fn layer_at(&self, x: f64, y: f64) -> Option<Element> {
        self.full_layer(self.at(x, y)?)
    }

    /// Whether something in `holder` can be used.
    fn is_usable(&self, holder: &Element) -> bool {
        dom::elements(&dom::all(holder, USABLE)).any(|element| self.is_drawn(&element))
    }

    /// The nearest ancestor that is fixed over the whole window.
    fn full_layer(&self, element: Element) -> Option<Element> {
        let mut next = Some(element);
        while let Some(element) = next {
            if is_page(&element) {
                return None;
            }
            let style = self.window.get_computed_style_with_pseudo_elt(&element, "").ok()??;
            let position = style.get_property_value("position").ok()?;
            if matches!(position.as_str(), "fixed" | "absolute") {
                let area = Area::in_frame(&element);
                if area.width() >= self.width * 0.9 && area.height() >= self.height * 0.9 {
                    return Some(element);
                }
            }
            next = dom::parent(&element).or_else(|| dom::host_of(&element));
        }
        None
    }

    /// Whether the middle of `element` shows it, or would after scrolling.
    fn is_hit(&self, element: &Element, area: Area) -> bool {
        let (x, y) = area.middle();
        let in_view = (0.0..self.width).contains(&x) && (0.0..self.height).contains(&y);
        if !in_view {
            return !self.has_layer_without(element);
        }
        let is_shown = self
            .at(x, y)
            .is_none_or(|hit| holds(element, &hit) || dom::local_name(&hit) == "label" && dom::contains(&hit, element));
        is_shown && self.is_frame_hit(area)
    }

    /// Whether the frame around shows this part of itself.
    fn is_frame_hit(&self, area: Area) -> bool {
        let Some((sight, frame)) = &self.frame else { return true };
        let (left, top) = Area::in_frame(frame).corner_inside(frame);
        sight.is_hit(frame, area.moved(left, top))
    }

    /// Whether a layer lies over the page that does not hold `element`.
    fn has_layer_without(&self, element: &Element) -> bool {
        self.over.as_ref().is_some_and(|layer| !holds(layer, element))
    }

    /// The page's topmost element at a point, as if the guide were not there, and inside shadow roots too.
    fn at(&self, x: f64, y: f64) -> Option<Element> {
        let mut top = first_at(&self.tree, x, y, &|hit| dom::local_name(hit) != HOST)?;
        while let Some(root) = dom::shadow_root(&top) {
            // A root without anything there answers with what is outside, and with the guide.
            match first_at(&root, x, y, &|hit| dom::contains(&root, hit)) {
                Some(inner) => top = inner,
                None => break,
            }
        }
        Some(top)
    }

    /// Whether no scrolling brings it into view.
    fn is_beyond_the_page(&self, area: Area) -> bool {
        area.right + self.scrolled.0 <= 0.0 || area.bottom + self.scrolled.1 <= 0.0
    }
}

/// The topmost element of which `test` holds at a point of a tree.
fn first_at(tree: &Node, x: f64, y: f64, test: &dyn Fn(&Element) -> bool) -> Option<Element> {
    let top = dom::at_point(tree, x, y)?;
    if test(&top) {
        return Some(top);
    }
    dom::all_at_point(tree, x, y).into_iter().find(test)
}

fn is_page(element: &Element) -> bool {
    matches!(dom::local_name(element).as_str(), "body" | "html")
}

/// The child of `body` that holds `element`.
fn outermost_in_body(mut element: Element) -> Option<Element> {
    if is_page(&element) {
        return None;
    }
    loop {
        let parent = dom::parent(&element).or_else(|| dom::host_of(&element))?;
        if dom::local_name(&parent) == "body" {
            return Some(element);
        }
        element = parent;
    }
}
