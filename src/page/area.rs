//! Where things are, in CSS pixels of the window, also for what stands in a frame.

use web_sys::{Document, Element, Window};

use crate::snapshot::Spot;

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
    /// Where `element` is in the outermost window that may be looked into.
    #[must_use]
    pub fn in_window(element: &Element) -> Self {
        let mut area = Self::in_frame(element);
        let mut window = window_of(element);
        while let Some(frame) = window.as_ref().and_then(|window| window.frame_element().ok().flatten()) {
            let (left, top) = Self::in_frame(&frame).corner_inside(&frame);
            area = area.moved(left, top);
            window = window_of(&frame);
        }
        area
    }

    /// Where `element` is in the window of its own document.
    #[must_use]
    pub fn in_frame(element: &Element) -> Self {
        let area = element.get_bounding_client_rect();
        Self { left: area.left(), top: area.top(), right: area.right(), bottom: area.bottom() }
    }

    /// What the window of a document shows, without its scroll bars.
    #[must_use]
    pub fn of_window(document: &Document) -> Self {
        let Some(root) = document.document_element() else { return Self::default() };
        let (right, bottom) = (root.client_width().into(), root.client_height().into());
        Self { left: 0.0, top: 0.0, right, bottom }
    }

    /// The same in whole pixels, which are enough to tell what is beside what.
    #[must_use]
    pub fn spot(self) -> Spot {
        Spot { left: self.left as i32, top: self.top as i32, right: self.right as i32, bottom: self.bottom as i32 }
    }

    /// Its width.
    #[must_use]
    pub fn width(self) -> f64 {
        self.right - self.left
    }

    /// Its height.
    #[must_use]
    pub fn height(self) -> f64 {
        self.bottom - self.top
    }

    /// Its middle.
    #[must_use]
    pub fn middle(self) -> (f64, f64) {
        ((self.left + self.right) / 2.0, (self.top + self.bottom) / 2.0)
    }

    /// Where the window of this frame begins, inside its border.
    #[must_use]
    pub fn corner_inside(self, frame: &Element) -> (f64, f64) {
        (self.left + f64::from(frame.client_left()), self.top + f64::from(frame.client_top()))
    }

    /// The same part, moved.
    #[must_use]
    pub fn moved(self, right: f64, down: f64) -> Self {
        Self { left: self.left + right, top: self.top + down, right: self.right + right, bottom: self.bottom + down }
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

/// The window of an element's document.
#[must_use]
pub fn window_of(element: &Element) -> Option<Window> {
    element.owner_document()?.default_view()
}
