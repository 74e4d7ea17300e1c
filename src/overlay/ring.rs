//! Where the ring goes, and what the callout is anchored to. The browser puts the callout beside it, by the styles.

use wasm_bindgen::prelude::*;
use web_sys::{Document, Element, HtmlElement, ShadowRoot};

/// How far the ring stands off its target, in CSS pixels.
const MARGIN: f64 = 5.0;
/// How far the callout stands off, as in the styles.
const CALLOUT: f64 = 12.0;

/// Where the ring goes.
#[derive(Clone, PartialEq)]
pub struct Place {
    /// The element under the ring.
    pub element: Element,
    /// The elements that the callout leaves free as well.
    pub free: Vec<Element>,
}

/// The ring, and the zone, which is not drawn: the callout is anchored to it.
#[derive(Clone)]
pub(super) struct Ring {
    ring: HtmlElement,
    zone: HtmlElement,
    callout: Element,
}

impl Ring {
    pub(super) fn new(document: &Document, root: &ShadowRoot, callout: Element) -> Result<Self, JsValue> {
        let make = |attribute: &str, value: &str| -> Result<HtmlElement, JsValue> {
            let element = document.create_element("div")?;
            element.set_attribute(attribute, value)?;
            // Before the callout, which is to lie over the ring.
            root.prepend_with_node_1(&element)?;
            Ok(element.unchecked_into())
        };
        let ring = Self { ring: make("part", "ring")?, zone: make("class", "zone")?, callout };
        ring.hide();
        Ok(ring)
    }

    /// Lays the ring around the target, and the zone around all that stays free: or, where the callout finds no room
    /// beside that, around the target alone. The zone ends at the window's edges, or the callout would be put beyond.
    /// The side is chosen here, the browser does the rest.
    pub(super) fn lay(&self, place: &Place) {
        let target = Area::of(&place.element);
        let window = Area::of_window(&self.ring);
        let zone = place.free.iter().map(Area::of).fold(target, Area::and).within(window);
        let spot = target.within(window);
        let width = self.callout.get_bounding_client_rect().width() + 2.0 * CALLOUT;
        let height = f64::from(self.callout.scroll_height()) + 2.0 * CALLOUT;
        let beside = |area: Area| area.side_with_room(window, width, height).map(|side| (area, side));
        let (zone, side) = beside(zone).or_else(|| beside(spot)).unwrap_or((spot, spot.taller_side(window)));
        lay(&self.ring, target);
        lay(&self.zone, zone);
        // An attribute of an element of our own cannot fail.
        let _ = self.callout.set_attribute("data-side", side);
        self.ring.set_hidden(false);
    }

    pub(super) fn hide(&self) {
        self.ring.set_hidden(true);
    }
}

fn lay(element: &HtmlElement, area: Area) {
    let sides =
        [("left", area.left), ("top", area.top), ("width", area.right - area.left), ("height", area.bottom - area.top)];
    for (name, pixels) in sides {
        // Whole pixels: printing fractions would weigh a tenth of the module. And setting a style of an element of
        // our own cannot fail.
        let _ = element.style().set_property(name, &format!("{}px", pixels.round() as i32));
    }
}

/// A part of the window, in CSS pixels.
#[derive(Clone, Copy)]
struct Area {
    left: f64,
    top: f64,
    right: f64,
    bottom: f64,
}

impl Area {
    /// An element with the ring's margin around it.
    fn of(element: &Element) -> Self {
        let area = element.get_bounding_client_rect();
        Self {
            left: area.left() - MARGIN,
            top: area.top() - MARGIN,
            right: area.right() + MARGIN,
            bottom: area.bottom() + MARGIN,
        }
    }

    /// The window without its scroll bars.
    fn of_window(element: &Element) -> Self {
        let root = element.owner_document().and_then(|document| document.document_element());
        let (right, bottom) = root.map_or((0, 0), |root| (root.client_width(), root.client_height()));
        Self { left: 0.0, top: 0.0, right: right.into(), bottom: bottom.into() }
    }

    /// The first side with room for something of this size.
    fn side_with_room(self, window: Self, width: f64, height: f64) -> Option<&'static str> {
        let sides = [
            ("right", window.right - self.right >= width),
            ("left", self.left >= width),
            ("below", window.bottom - self.bottom >= height),
            ("above", self.top >= height),
        ];
        sides.into_iter().find(|(_, has_room)| *has_room).map(|(side, _)| side)
    }

    /// The side above or below with more room, where the callout has to scroll.
    fn taller_side(self, window: Self) -> &'static str {
        if window.bottom - self.bottom >= self.top { "below" } else { "above" }
    }

    /// The smallest part that holds both.
    fn and(self, other: Self) -> Self {
        Self {
            left: self.left.min(other.left),
            top: self.top.min(other.top),
            right: self.right.max(other.right),
            bottom: self.bottom.max(other.bottom),
        }
    }

    /// What of it lies within `bounds`, at the nearest edge where nothing does.
    fn within(self, bounds: Self) -> Self {
        // `clamp` would bring along the printing of numbers for its panic.
        let across = |x: f64| x.max(bounds.left).min(bounds.right);
        let down = |y: f64| y.max(bounds.top).min(bounds.bottom);
        Self { left: across(self.left), top: down(self.top), right: across(self.right), bottom: down(self.bottom) }
    }
}
