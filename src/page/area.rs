//! Where things are, in CSS pixels of the window, also for what stands in a frame.

use web_sys::{Document, DomRect, Element, Window};

use super::dom;
use crate::snapshot::Spot;

/// Less is no size to see or to press, in CSS pixels.
const SMALLEST: f64 = 2.0;

/// A part of the window.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Area {
    /// From the window's left edge to its left one.
    pub left: f64,
    /// From the window's top edge to its top one.
    pub top: f64,
    /// From the window's left edge to its right one.
    pub right: f64,
    /// From the window's top edge to its bottom one.
    pub bottom: f64,
}

impl Area {
    /// Where `element` is in the window of its own document.
    #[must_use]
    pub fn in_frame(element: &Element) -> Self {
        Self::from(&dom::bounds(element))
    }

    /// What the window of a document shows, without its scroll bars.
    ///
    /// The root element's size is not asked: in quirks mode it is the whole page's.
    #[must_use]
    pub fn of_window(document: &Document) -> Self {
        let viewport = dom::window(document).and_then(|window| window.visual_viewport());
        // A user who has zoomed in with two fingers sees less of it, which does not change where things are.
        let size = |viewport: web_sys::VisualViewport| {
            (viewport.width() * viewport.scale(), viewport.height() * viewport.scale())
        };
        let scroller = || dom::scroller(document).map(|scroller| dom::inner_size(&scroller));
        let (right, bottom) =
            viewport.map(size).filter(|(width, _)| *width > 0.0).or_else(scroller).unwrap_or_default();
        Self { left: 0.0, top: 0.0, right, bottom }
    }

    /// The same in whole pixels, which are enough to tell what is beside what.
    #[must_use]
    pub fn spot(self) -> Spot {
        Spot { left: self.left as i32, top: self.top as i32, right: self.right as i32, bottom: self.bottom as i32 }
    }

    /// Its width; below zero where it is less than nothing.
    #[must_use]
    pub fn width(self) -> f64 {
        self.right - self.left
    }

    /// Its height; below zero where it is less than nothing.
    #[must_use]
    pub fn height(self) -> f64 {
        self.bottom - self.top
    }

    /// Whether it is large enough to be seen.
    #[must_use]
    pub fn has_size(self) -> bool {
        self.width() >= SMALLEST && self.height() >= SMALLEST
    }

    /// Its middle.
    #[must_use]
    pub fn middle(self) -> (f64, f64) {
        self.at(0.5)
    }

    /// The point in the middle of its height, at this share of its width.
    #[must_use]
    pub fn at(self, share: f64) -> (f64, f64) {
        (self.left + self.width() * share, f64::midpoint(self.top, self.bottom))
    }

    /// Whether a point is in it.
    #[must_use]
    pub fn holds(self, (x, y): (f64, f64)) -> bool {
        (self.left..self.right).contains(&x) && (self.top..self.bottom).contains(&y)
    }

    /// What of it lies within `other`: of no size where nothing does.
    #[must_use]
    pub fn within(self, other: Self) -> Self {
        Self {
            left: self.left.max(other.left),
            top: self.top.max(other.top),
            right: self.right.min(other.right),
            bottom: self.bottom.min(other.bottom),
        }
    }

    /// The same within `bounds`, at the nearest edge where nothing of it is.
    #[must_use]
    pub fn held_in(self, bounds: Self) -> Self {
        let across = |x: f64| x.max(bounds.left).min(bounds.right);
        let down = |y: f64| y.max(bounds.top).min(bounds.bottom);
        Self { left: across(self.left), top: down(self.top), right: across(self.right), bottom: down(self.bottom) }
    }

    /// The smallest area that holds both.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        Self {
            left: self.left.min(other.left),
            top: self.top.min(other.top),
            right: self.right.max(other.right),
            bottom: self.bottom.max(other.bottom),
        }
    }

    /// The same part with a margin around it.
    #[must_use]
    pub fn with_margin(self, margin: f64) -> Self {
        Self {
            left: self.left - margin,
            top: self.top - margin,
            right: self.right + margin,
            bottom: self.bottom + margin,
        }
    }
}

impl From<&DomRect> for Area {
    fn from(area: &DomRect) -> Self {
        Self { left: area.left(), top: area.top(), right: area.right(), bottom: area.bottom() }
    }
}

/// How what is inside an element's borders lies in the window: where it begins, and how much larger than by its own
/// measure it is drawn, under `zoom` or a transform.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Inside {
    /// Where it is.
    pub area: Area,
    /// Drawn pixels for one of its own, across and down.
    pub scale: (f64, f64),
}

impl Inside {
    /// The inside of an element that is at `around`.
    pub(super) fn of(element: &Element, around: Area) -> Self {
        let share = |drawn: f64, own: f64| if own > 0.0 { drawn / own } else { 1.0 };
        // What is no HTML has no borders.
        let Some((width, height)) = dom::outer_size(element) else { return Self { area: around, scale: (1.0, 1.0) } };
        let scale = (share(around.width(), width), share(around.height(), height));
        let ((left, top), (width, height)) = (dom::border(element), dom::inner_size(element));
        let (left, top) = (around.left + left * scale.0, around.top + top * scale.1);
        let area = Area { left, top, right: left + width * scale.0, bottom: top + height * scale.1 };
        Self { area, scale }
    }

    /// The window of a frame that is at `around`. It may count other pixels than what is around it.
    pub(super) fn of_frame(frame: &Element, around: Area, window: &Window) -> Self {
        let inside = Self::of(frame, around);
        let size =
            |side: Result<wasm_bindgen::JsValue, _>| side.ok().and_then(|side| side.as_f64()).filter(|s| *s > 0.0);
        let share = |drawn: f64, own: Option<f64>| own.map_or(1.0, |own| drawn / own);
        let across = share(inside.area.width(), size(window.inner_width()));
        let down = share(inside.area.height(), size(window.inner_height()));
        Self { area: inside.area, scale: (across, down) }
    }

    /// Where a part of the frame's window is in the window around it.
    pub(super) fn outside(&self, part: Area) -> Area {
        let (across, down) = self.scale;
        Area {
            left: self.area.left + part.left * across,
            top: self.area.top + part.top * down,
            right: self.area.left + part.right * across,
            bottom: self.area.top + part.bottom * down,
        }
    }
}

/// The window of an element's document.
#[must_use]
pub fn window_of(element: &Element) -> Option<Window> {
    dom::window(&dom::owner(element)?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_frame_that_is_drawn_larger_shows_its_parts_larger() {
        let area = Area { left: 100.0, top: 50.0, right: 300.0, bottom: 150.0 };
        let frame = Inside { area, scale: (2.0, 0.5) };
        let part = Area { left: 10.0, top: 20.0, right: 20.0, bottom: 40.0 };
        assert_eq!(frame.outside(part), Area { left: 120.0, top: 60.0, right: 140.0, bottom: 70.0 });
    }

    #[test]
    fn of_what_lies_apart_nothing_is_within() {
        let area = |left| Area { left, top: 0.0, right: left + 10.0, bottom: 10.0 };
        assert!(!area(0.0).within(area(10.0)).has_size());
        assert!(area(0.0).within(area(5.0)).has_size());
    }
}
