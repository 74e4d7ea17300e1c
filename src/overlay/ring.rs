//! Where the ring goes, and what the callout is anchored to. The browser puts the callout beside it, by the styles.

use web_sys::{Document, Element};

use super::part::Part;
use crate::page::area::Area;

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
    ring: Part,
    zone: Part,
    callout: Part,
}

impl Ring {
    pub(super) fn new(document: &Document, root: &Part, callout: Part) -> Self {
        let make = |attribute: &str, value: &str| {
            let part = Part::new(document, "div");
            part.set(attribute, value);
            // Before the callout, which is to lie over the ring.
            root.prepend(&part);
            part
        };
        let ring = Self { ring: make("part", "ring"), zone: make("class", "zone"), callout };
        ring.hide();
        ring
    }

    /// Lays the ring around the target, and the zone around all that stays free: or, where the callout finds no room
    /// beside that, around the target alone. The zone ends at the window's edges, or the callout would be put beyond.
    /// The side is chosen here, the browser does the rest.
    pub(super) fn lay(&self, place: &Place) {
        let around = |element: &Element| Area::in_window(element).with_margin(MARGIN);
        let target = around(&place.element);
        let window = window(&self.ring);
        let zone = within(place.free.iter().map(around).fold(target, both), window);
        let spot = within(target, window);
        let width = Area::in_frame(&self.callout).width() + 2.0 * CALLOUT;
        let height = f64::from(self.callout.scroll_height()) + 2.0 * CALLOUT;
        let beside = |area: Area| side_with_room(area, window, width, height).map(|side| (area, side));
        let (zone, side) = beside(zone).or_else(|| beside(spot)).unwrap_or((spot, taller_side(spot, window)));
        lay(&self.ring, target);
        lay(&self.zone, zone);
        self.callout.set("data-side", side);
        self.ring.show(true);
    }

    pub(super) fn hide(&self) {
        self.ring.show(false);
    }
}

fn lay(element: &Part, area: Area) {
    let sides = [("left", area.left), ("top", area.top), ("width", area.width()), ("height", area.height())];
    for (name, pixels) in sides {
        // Whole pixels: printing fractions would weigh a tenth of the module. And setting a style of an element of
        // our own cannot fail.
        let _ = element.style().set_property(name, &format!("{}px", pixels.round() as i32));
    }
}

/// The window, without its scroll bars.
pub(super) fn window(element: &Element) -> Area {
    element.owner_document().map(|document| Area::of_window(&document)).unwrap_or_default()
}

/// The first side of `area` with room in the window for something of this size.
fn side_with_room(area: Area, window: Area, width: f64, height: f64) -> Option<&'static str> {
    let sides = [
        ("right", window.right - area.right >= width),
        ("left", area.left >= width),
        ("below", window.bottom - area.bottom >= height),
        ("above", area.top >= height),
    ];
    sides.into_iter().find(|(_, has_room)| *has_room).map(|(side, _)| side)
}

/// The side above or below with more room, where the callout has to scroll.
fn taller_side(area: Area, window: Area) -> &'static str {
    if window.bottom - area.bottom >= area.top { "below" } else { "above" }
}

/// The smallest area that holds both.
fn both(one: Area, other: Area) -> Area {
    Area {
        left: one.left.min(other.left),
        top: one.top.min(other.top),
        right: one.right.max(other.right),
        bottom: one.bottom.max(other.bottom),
    }
}

/// What of an area lies within `bounds`, at the nearest edge where nothing does.
fn within(area: Area, bounds: Area) -> Area {
    // `clamp` would bring along the printing of numbers for its panic.
    let across = |x: f64| x.max(bounds.left).min(bounds.right);
    let down = |y: f64| y.max(bounds.top).min(bounds.bottom);
    Area { left: across(area.left), top: down(area.top), right: across(area.right), bottom: down(area.bottom) }
}
