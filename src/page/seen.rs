//! What is seen of one element now, for whoever draws around it.

use web_sys::{Document, Element, Window};

use super::area::{Area, window_of};
use super::dom;
use super::hit;
use super::reach::{Sight, lines};
use crate::snapshot::Reach;

/// How far an element may go beyond what is seen of it and still be seen whole, in CSS pixels.
const ROUNDING: f64 = 1.0;

/// What is seen of an element in the outermost window.
#[derive(Clone, Debug, PartialEq)]
pub struct Seen {
    /// What of it is not cut off; of no size where nothing is left.
    pub area: Area,
    /// Where all of it is.
    pub whole: Area,
    /// Whether it can be used.
    pub reach: Reach,
    /// Whether it is in a frame, or in a box that scrolls.
    pub is_boxed: bool,
    /// The box that cuts some of it off and that nobody can scroll: what is in it is to stay where it is.
    pub cutter: Option<Element>,
}

/// The element of the page that a pointer would meet at a point of the window, as if the guide were not there.
#[must_use]
pub fn at(document: &Document, point: (f64, f64)) -> Option<Element> {
    hit::at(document, point)
}

impl Seen {
    /// What is seen of `element` now; `None` where it is on no page any more. Of a link that is broken over lines the
    /// first counts.
    #[must_use]
    pub fn of(element: &Element) -> Option<Self> {
        if !element.is_connected() {
            return None;
        }
        let sight = Sight::around(&dom::owner(element)?)?;
        let own = first_line(element);
        let extent = sight.extent(element, own);
        Some(Self {
            area: sight.seen_outside(extent.now),
            whole: sight.outside(own),
            reach: sight.reach(element, element),
            is_boxed: sight.is_framed() || extent.scroller.is_some(),
            cutter: extent.cutter,
        })
    }

    /// Whether nothing of it is cut off.
    #[must_use]
    pub fn is_whole(&self) -> bool {
        let (area, whole) = (self.area.with_margin(ROUNDING), self.whole);
        area.left <= whole.left && area.top <= whole.top && area.right >= whole.right && area.bottom >= whole.bottom
    }

    /// Whether something of it is to be seen now.
    #[must_use]
    pub fn is_in_view(&self) -> bool {
        self.area.has_size() && self.reach != Reach::Scroll && !self.reach.is_unseen()
    }
}

/// What of an element is not cut off now, in the outermost window; `None` where it is on no page any more.
#[must_use]
pub fn area(element: &Element) -> Option<Area> {
    let sight = Sight::around(&dom::owner(element)?).filter(|_| element.is_connected())?;
    Some(sight.seen_outside(sight.extent(element, first_line(element)).now))
}

/// The windows of the frames that an element is in, the innermost first.
#[must_use]
pub fn windows_around(element: &Element, outermost: &Window) -> Vec<Window> {
    let around = |window: &Window| window.frame_element().ok().flatten().as_ref().and_then(window_of);
    std::iter::successors(window_of(element), around).take_while(|window| window != outermost).collect()
}

/// Where an element is, or its first line where it is broken over several.
fn first_line(element: &Element) -> Area {
    let mut lines = lines(element);
    match (lines.next(), lines.next()) {
        (Some(first), Some(second)) if second.top >= first.bottom - ROUNDING => first,
        _ => Area::in_frame(element),
    }
}
