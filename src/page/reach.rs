//! Whether a person can see and use a control, and whether something lies over the whole page.

use wasm_bindgen::prelude::*;
use web_sys::{Document, DomRect, Element, Window};

use super::dom::{Drawn, Field};
use super::snapshot::{Layer, Reach};
use crate::HOST;

/// What can be used in a layer over the page.
const USABLE: &str = "a[href], button, input:not([type=hidden]), select, textarea, [role=button], [onclick]";

/// One look's ways of asking.
pub(super) struct Sight {
    document: Document,
    width: f64,
    height: f64,
    how: JsValue,
}

impl Sight {
    pub(super) fn new(window: &Window, document: &Document) -> Self {
        let how = js_sys::Object::new();
        for key in ["visibilityProperty", "contentVisibilityAuto"] {
            // Setting a property of an object of our own cannot fail.
            let _ = js_sys::Reflect::set(&how, &key.into(), &JsValue::TRUE);
        }
        let pixels = |value: Result<JsValue, JsValue>| value.ok().and_then(|v| v.as_f64()).unwrap_or(0.0);
        Self {
            document: document.clone(),
            width: pixels(window.inner_width()),
            height: pixels(window.inner_height()),
            how: how.into(),
        }
    }

    /// Whether a person can use `element`.
    pub(super) fn reach(&self, element: &Element) -> Reach {
        if !self.is_drawn(element) {
            return Reach::Hidden;
        }
        let area = element.get_bounding_client_rect();
        if area.width() < 2.0 || area.height() < 2.0 || self.is_beyond_the_page(&area) {
            return Reach::Hidden;
        }
        if element.unchecked_ref::<Field>().disabled() == Some(true)
            || element.get_attribute("aria-disabled").as_deref() == Some("true")
        {
            return Reach::Disabled;
        }
        if self.is_hit(element, &area) { Reach::Clear } else { Reach::Covered }
    }

    /// Whether `element` is drawn at all.
    pub(super) fn is_drawn(&self, element: &Element) -> bool {
        element.unchecked_ref::<Drawn>().check_visibility(&self.how)
    }

    /// What lies over the whole page: told by what two opposite corners show.
    pub(super) fn layer(&self) -> Layer {
        let corners = [(2.0, 2.0), (self.width - 3.0, self.height - 3.0)];
        let mut layers = corners.map(|(x, y)| self.at(x, y).and_then(|element| self.full_layer(element)));
        match (layers[0].take(), layers[1].take()) {
            (Some(first), Some(second)) => self.kind_of_layer(&first, &second),
            _ => Layer::None,
        }
    }

    fn kind_of_layer(&self, first: &Element, second: &Element) -> Layer {
        let middle = self.at(self.width / 2.0, self.height / 2.0);
        let mut holders = [Some(first.clone()), Some(second.clone()), middle.and_then(|e| outermost_in_body(&e))];
        let is_usable = |holder: &Element| {
            let found = holder.query_selector_all(USABLE);
            found.is_ok_and(|list| {
                (0..list.length()).filter_map(|i| list.get(i)?.dyn_into::<Element>().ok()).any(|e| self.is_drawn(&e))
            })
        };
        if holders.iter_mut().filter_map(Option::take).any(|holder| is_usable(&holder)) {
            Layer::Dialog
        } else {
            Layer::Curtain
        }
    }

    /// The nearest ancestor that is fixed over the whole window.
    fn full_layer(&self, element: Element) -> Option<Element> {
        let window = web_sys::window()?;
        let mut next = Some(element);
        while let Some(element) = next {
            if matches!(element.local_name().as_str(), "body" | "html") {
                return None;
            }
            let position = window.get_computed_style(&element).ok()??.get_property_value("position").ok()?;
            if matches!(position.as_str(), "fixed" | "absolute") {
                let area = element.get_bounding_client_rect();
                if area.width() >= self.width * 0.9 && area.height() >= self.height * 0.9 {
                    return Some(element);
                }
            }
            next = element.parent_element();
        }
        None
    }

    /// Whether the middle of `element` shows it, or would after scrolling.
    fn is_hit(&self, element: &Element, area: &DomRect) -> bool {
        let (x, y) = (area.x() + area.width() / 2.0, area.y() + area.height() / 2.0);
        let in_view = (0.0..self.width).contains(&x) && (0.0..self.height).contains(&y);
        if !in_view {
            return !self.has_layer_without(element);
        }
        let Some(hit) = self.at(x, y) else { return true };
        element.contains(Some(&hit)) || hit.local_name() == "label" && hit.contains(Some(element))
    }

    /// Whether a layer lies over the page that does not hold `element`.
    fn has_layer_without(&self, element: &Element) -> bool {
        self.at(2.0, 2.0).and_then(|corner| self.full_layer(corner)).is_some_and(|layer| !layer.contains(Some(element)))
    }

    /// The page's topmost element at a point, as if the guide were not there.
    fn at(&self, x: f64, y: f64) -> Option<Element> {
        let (x, y) = (x as f32, y as f32);
        let top = self.document.element_from_point(x, y)?;
        if top.local_name() != HOST {
            return Some(top);
        }
        let all = self.document.elements_from_point(x, y);
        all.iter().filter_map(|e| e.dyn_into::<Element>().ok()).find(|e| e.local_name() != HOST)
    }

    /// Whether no scrolling brings it into view.
    fn is_beyond_the_page(&self, area: &DomRect) -> bool {
        let scrolled =
            web_sys::window().map_or((0.0, 0.0), |w| (w.scroll_x().unwrap_or(0.0), w.scroll_y().unwrap_or(0.0)));
        area.right() + scrolled.0 <= 0.0 || area.bottom() + scrolled.1 <= 0.0
    }
}

/// The child of `body` that holds `element`.
fn outermost_in_body(element: &Element) -> Option<Element> {
    let mut element = element.clone();
    if matches!(element.local_name().as_str(), "body" | "html") {
        return None;
    }
    while let Some(parent) = element.parent_element() {
        if parent.local_name() == "body" {
            return Some(element);
        }
        element = parent;
    }
    None
}
