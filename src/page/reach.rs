//! Whether a person can see and use a control, and what is in the way.

use std::cell::OnceCell;
use std::rc::Rc;

use js_sys::{Array, Object};
use wasm_bindgen::prelude::*;
use web_sys::{Document, Element};

use super::area::{Area, Inside};
use super::clip::{Clips, Extent, leaves_nothing, parent, value};
use super::dom::{self, Field, holds};
use super::front::Front;
use super::hit;
use crate::snapshot::{Layer, Reach};

/// What is switched off by itself or by what it is in.
const OFF: &str = ":disabled, [aria-disabled=true], [aria-disabled=true] *";
/// What a page may draw in its own way below the real one, which is clear as glass and takes the press.
const GLASS: &str = "select, input[type=radio], input[type=checkbox], input[type=file]";
/// How far above such a control the part may be that is clear as glass with it, in elements.
const GLASS_LEVELS: usize = 2;
/// Where a control is felt for: shares of the width of what is seen of it.
const SHARES: [f64; 3] = [0.5, 0.2, 0.8];
/// How many lines of a link that is broken over lines are felt for.
const LINES: usize = 3;
/// A bar, such as a header that stays, covers no larger share of the window.
const BAR: f64 = 0.5;

/// One look's ways of asking about the elements of one document.
pub(super) struct Sight {
    document: Document,
    clips: Clips,
    /// What a drawn element is asked.
    how: JsValue,
    /// The same, and whether it is clear as glass.
    how_opaque: JsValue,
    front: OnceCell<Option<Front>>,
    frame: Option<Frame>,
}

/// The frame that holds a document, as the document around it sees it.
struct Frame {
    around: Rc<Sight>,
    element: Element,
    inside: Inside,
}

impl Sight {
    pub(super) fn new(document: &Document, frame: Option<(Rc<Self>, Element)>) -> Option<Self> {
        let window = dom::window(document)?;
        let frame = frame.map(|(around, element)| {
            let inside = Inside::of_frame(&element, Area::in_frame(&element), &window);
            Frame { around, element, inside }
        });
        Some(Self {
            document: document.clone(),
            clips: Clips::of(document, &window),
            how: options(&["visibilityProperty", "contentVisibilityAuto"]),
            how_opaque: options(&["visibilityProperty", "contentVisibilityAuto", "opacityProperty"]),
            front: OnceCell::new(),
            frame,
        })
    }

    /// The sight of a document, with those of the documents around it.
    pub(super) fn around(document: &Document) -> Option<Self> {
        let frame = dom::window(document)?.frame_element().ok().flatten();
        let frame = frame.and_then(|frame| Some((Rc::new(Self::around(&dom::owner(&frame)?)?), frame)));
        Self::new(document, frame)
    }

    /// Where `element` is in the outermost window.
    pub(super) fn area(&self, element: &Element) -> Area {
        self.outside(Area::in_frame(element))
    }

    /// Where a part of this window is in the outermost one.
    pub(super) fn outside(&self, area: Area) -> Area {
        self.frame.as_ref().map_or(area, |frame| frame.around.outside(frame.inside.outside(area)))
    }

    /// Whether a person can use `control`, which shows itself as `shown`.
    pub(super) fn reach(&self, control: &Element, shown: &Element) -> Reach {
        if !self.is_drawn(shown) {
            return Reach::Hidden;
        }
        let area = Area::in_frame(shown);
        if !area.has_size() || self.is_glass(shown) && !self.may_be_glass(control, shown) {
            return Reach::Gone;
        }
        match self.reach_at(shown, area) {
            unseen if unseen.is_unseen() => unseen,
            _ if dom::is(control, OFF) => Reach::Off,
            // The real control may lie over what stands for it, clear as glass.
            Reach::Covered if control != shown && self.is_hit(control, area.middle()) => Reach::Clear,
            reach => reach,
        }
    }

    /// Whether `element` is drawn at all.
    pub(super) fn is_drawn(&self, element: &Element) -> bool {
        dom::check_visibility(element, &self.how)
    }

    /// Whether `element` is drawn, of some size, and where scrolling can bring it into view.
    pub(super) fn is_seen(&self, element: &Element) -> bool {
        if !dom::check_visibility(element, &self.how_opaque) {
            return false;
        }
        let area = Area::in_frame(element);
        area.has_size() && self.clips.extent(element, area).then.has_size() && !self.is_cut_away(element)
    }

    /// Whether a part of the page is closed with all that is in it: not drawn, clear as glass, folded to nothing or put
    /// where nobody sees it. One of no height that shows what goes beyond it, as around floats, is not.
    pub(super) fn is_closed(&self, part: &Element) -> bool {
        if !dom::check_visibility(part, &self.how_opaque) {
            return true;
        }
        let area = Area::in_frame(part);
        if !area.has_size() {
            let overflow = self.clips.style(part).map(|style| value(&style, "overflow"));
            return overflow.is_some_and(|overflow| overflow != "visible");
        }
        !self.clips.extent(part, area).then.has_size()
    }

    /// What lies over the whole page.
    pub(super) fn layer(&self) -> Layer {
        self.front().map_or(Layer::None, |front| front.layer)
    }

    /// What there is of `element`, which is at `area`, in its own window.
    pub(super) fn extent(&self, element: &Element, area: Area) -> Extent {
        self.clips.extent(element, area)
    }

    /// What of a part of this window is seen in the outermost one.
    pub(super) fn seen_outside(&self, area: Area) -> Area {
        let Some(frame) = &self.frame else { return area };
        let now = frame.around.clips.extent(&frame.element, frame.inside.outside(area)).now;
        frame.around.seen_outside(now)
    }

    /// What its window shows, in its own pixels.
    pub(super) fn window(&self) -> Area {
        self.clips.view
    }

    /// Whether it is the sight of a frame.
    pub(super) fn is_framed(&self) -> bool {
        self.frame.is_some()
    }

    fn front(&self) -> Option<&Front> {
        self.front.get_or_init(|| Front::of(&self.document, &self.clips, &|element| self.is_drawn(element))).as_ref()
    }

    /// Whether the part of a page at `area`, which is all of `element` or a part of it, can be used.
    fn reach_at(&self, element: &Element, area: Area) -> Reach {
        let here = self.reach_here(element, area);
        let Some(frame) = &self.frame else { return here };
        let part = match here {
            Reach::Clear => frame.inside.outside(area),
            Reach::Scroll => Area::in_frame(&frame.element),
            _ => return here,
        };
        match frame.around.reach_at(&frame.element, part) {
            Reach::Clear => here,
            there => there,
        }
    }

    /// The same as far as its own window goes.
    fn reach_here(&self, element: &Element, area: Area) -> Reach {
        // Mostly the first question answers all.
        if self.is_hit(element, area.middle()) || self.is_hit_in_lines(element, area) {
            return Reach::Clear;
        }
        let extent = self.clips.extent(element, area);
        if !extent.then.has_size() {
            return if extent.is_folded { Reach::Hidden } else { Reach::Gone };
        }
        if self.front().is_some_and(|front| front.hides(element)) {
            return Reach::Behind;
        }
        if is_inert(element) {
            return Reach::Off;
        }
        if extent.now.has_size() { self.reach_in_view(element, &extent) } else { self.reach_of_rest(&extent) }
    }

    /// Whether what is in view, but not hit in its middle, can be used.
    fn reach_in_view(&self, element: &Element, extent: &Extent) -> Reach {
        if SHARES.iter().any(|share| self.is_hit(element, extent.now.at(*share))) {
            return Reach::Clear;
        }
        if self.is_cut_away(element) {
            return Reach::Gone;
        }
        if self.clips.style(element).is_some_and(|style| value(&style, "pointer-events") == "none") {
            return Reach::Off;
        }
        match hit::at(&self.document, extent.now.middle()) {
            Some(hit) if is_hint(&hit, element) => Reach::Clear,
            Some(hit) if extent.can_move && self.is_bar(hit.clone(), element) => Reach::Scroll,
            _ => Reach::Covered,
        }
    }

    /// Whether what is out of view can be scrolled to: not in a box that something lies over.
    fn reach_of_rest(&self, extent: &Extent) -> Reach {
        let Some(scroller) = &extent.scroller else { return Reach::Scroll };
        let area = self.clips.extent(&scroller.element, scroller.area).now;
        if !area.has_size() || SHARES.iter().any(|share| self.is_hit(&scroller.element, area.at(*share))) {
            return Reach::Scroll;
        }
        Reach::Covered
    }

    /// Whether a pointer meets `element` at a point of the window.
    fn is_hit(&self, element: &Element, point: (f64, f64)) -> bool {
        if !self.clips.view.holds(point) {
            return false;
        }
        // Where nothing is met at all there is nothing in the way.
        hit::at(&self.document, point).is_none_or(|hit| holds(element, &hit) || is_label_of(&hit, element))
    }

    /// Whether a pointer meets a line of `element`, where that is broken over several: the middle of all is none of it.
    fn is_hit_in_lines(&self, element: &Element, area: Area) -> bool {
        self.clips.view.holds(area.middle()) && {
            let lines: Vec<Area> = lines(element).take(LINES).collect();
            lines.len() > 1 && lines.iter().any(|line| self.is_hit(element, line.middle()))
        }
    }

    /// Whether `hit` is of a bar that stays while the page with `element` is scrolled below it.
    fn is_bar(&self, hit: Element, element: &Element) -> bool {
        let mut next = Some(hit).filter(|hit| !holds(hit, element));
        while let Some(part) = next {
            if self.clips.is_stuck(&part) {
                let (area, view) = (Area::in_frame(&part).within(self.clips.view), self.clips.view);
                return area.width() * area.height() <= view.width() * view.height() * BAR;
            }
            next = parent(&part).filter(|parent| !holds(parent, element));
        }
        false
    }

    fn is_glass(&self, element: &Element) -> bool {
        !dom::check_visibility(element, &self.how_opaque)
    }

    /// Whether a control may be clear as glass and still be seen by what the page draws below it.
    fn may_be_glass(&self, control: &Element, shown: &Element) -> bool {
        let mut around = std::iter::successors(parent(shown), parent).take(GLASS_LEVELS);
        control == shown && dom::is(control, GLASS) && around.any(|around| !self.is_glass(&around))
    }

    /// Whether nothing of `element` is shown because it is cut to nothing, as what is for screen readers alone.
    fn is_cut_away(&self, element: &Element) -> bool {
        self.clips.style(element).is_some_and(|style| {
            let is_zero = |value: &str| value.contains('0') && !value.contains(|c: char| matches!(c, '1'..='9'));
            leaves_nothing(&value(&style, "clip-path"))
                || value(&style, "position") == "absolute" && is_zero(&value(&style, "clip"))
        })
    }
}

/// The options of `checkVisibility`.
fn options(asked: &[&str]) -> JsValue {
    let entries: Array = asked.iter().map(|key| Array::of2(&JsValue::from_str(key), &JsValue::TRUE)).collect();
    // Pairs of a name and a value always make an object.
    Object::from_entries(&entries).map(Into::into).unwrap_or_default()
}

/// Whether `hit` is of a label that lies over its own field: a press on it is one on the field.
fn is_label_of(hit: &Element, element: &Element) -> bool {
    let Some(label) = dom::closest(hit, "label") else { return false };
    let labels = Field::of(element).and_then(Field::labels);
    dom::contains(&label, element) || labels.is_some_and(|labels| dom::elements(&labels).any(|own| own == label))
}

/// Whether `hit` is a hint that a page lays over a field while somebody is in it: a press goes to the field's own row, and
/// the hint leaves as it came.
fn is_hint(hit: &Element, field: &Element) -> bool {
    let is_said = dom::closest(hit, "[role=tooltip]").is_some();
    let is_beside = || dom::parent(field).is_some_and(|row| dom::contains(&row, hit));
    dom::is(field, dom::FIELDS) && (is_said || is_beside() && dom::closest(hit, dom::FIELDS).is_none())
}

/// Whether an element is in a part that is switched off as a whole.
fn is_inert(element: &Element) -> bool {
    let mut next = Some(element.clone());
    while let Some(element) = next {
        if dom::closest(&element, "[inert]").is_some() {
            return true;
        }
        next = dom::host_of(&element);
    }
    false
}

/// The lines of an element that is broken over several, or its one box.
pub(super) fn lines(element: &Element) -> impl Iterator<Item = Area> {
    dom::pieces(element).map(|piece| Area::from(&piece)).filter(|piece| piece.has_size())
}
