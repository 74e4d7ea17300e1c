//! Where the ring goes, and what the callout is anchored to. The browser puts the callout beside it, by the styles.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use js_sys::Number;
use web_sys::{Document, Element};

use super::part::Part;
use super::room::{self, Align, LITTLE, Room, Side, Spot};
use crate::page::area::Area;
use crate::page::dom;
use crate::page::seen::{self, Seen};

/// How far the ring stands off its target, in CSS pixels.
const MARGIN: f64 = 5.0;
/// How far the callout stands off, as in the styles.
const CALLOUT: f64 = 12.0;
/// How much shorter the lines of a narrow callout are, by the styles.
const SHORTER: f64 = 18.0 / 22.0;
/// A callout that has to scroll is at least so high, in CSS pixels.
const LOWEST: f64 = 96.0;

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
    laid: Rc<Cell<Option<Laid>>>,
    sizes: Rc<Cell<Option<Sizes>>>,
    /// Where it was laid last, and on which side and in which form the callout was then.
    place: Rc<RefCell<Option<Place>>>,
    stand: Rc<Cell<Option<(Spot, Form)>>>,
    /// What belongs to a field there and stands right behind it.
    belonging: Rc<RefCell<Vec<Element>>>,
}

/// Where everything is now.
#[derive(Clone, Copy, PartialEq)]
struct Laid {
    /// The ring; none where nothing of its target is to be seen.
    ring: Option<Area>,
    zone: Area,
    spot: Spot,
    form: Form,
    /// Drawn pixels for one of the element's own.
    zoom: f64,
}

/// How much room the callout needs in each form, in a window of this size.
#[derive(Clone, Copy, PartialEq)]
struct Sizes {
    window: Area,
    whole: (f64, f64),
    small: (f64, f64),
}

/// How much the callout shows.
#[derive(Clone, Copy, PartialEq)]
enum Form {
    /// Everything.
    Whole,
    /// The same in shorter lines.
    Narrow,
    /// The first sentence and the buttons.
    Small,
}

impl Form {
    fn name(self) -> &'static str {
        match self {
            Self::Whole => "whole",
            Self::Narrow => "narrow",
            Self::Small => "small",
        }
    }
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
        let (ring, zone) = (make("part", "ring"), make("class", "zone"));
        let ring = Self {
            ring,
            zone,
            callout,
            laid: Rc::default(),
            sizes: Rc::default(),
            place: Rc::default(),
            stand: Rc::default(),
            belonging: Rc::default(),
        };
        ring.hide();
        ring
    }

    /// Lays the ring around what is seen of the target, and the zone around all that stays free: or, where the callout
    /// finds no room beside that, around the target alone. The zone ends at the window's edges, or the callout would be
    /// put beyond. The side is chosen here, the browser does the rest.
    pub(super) fn lay(&self, place: &Place) {
        let Some(seen) = Seen::of(&place.element) else { return self.hide() };
        let window = window(&self.ring);
        let ring = seen.is_in_view().then(|| seen.area.with_margin(MARGIN));
        let target = ring.unwrap_or(seen.whole);
        let is_new = self.place.borrow().as_ref() != Some(place);
        if is_new {
            self.place.replace(Some(place.clone()));
            self.stand.take();
        }
        let document = dom::owner(&self.callout);
        let free: Vec<Area> = place.free.iter().filter_map(seen::area).filter(|area| area.has_size()).collect();
        if let Some(document) = document.as_ref().filter(|_| is_new) {
            let fields = free.iter().copied().chain([target]);
            self.belonging.replace(fields.flat_map(|area| room::belonging(document, area)).collect());
        }
        let belonging = self.belonging.borrow().iter().filter_map(seen::area).collect::<Vec<_>>();
        let free = free.into_iter().chain(belonging).filter(|area| area.has_size());
        let all = free.map(|area| area.with_margin(MARGIN)).fold(target, Area::and);
        // The ring itself may not be drawn yet, and tells nothing then.
        let zoom = self.callout.zoom().filter(|zoom| *zoom > 0.0).unwrap_or(1.0);
        let sizes = self.sizes(window, zoom);
        let cost = |area, most| document.as_ref().map_or(0, |document| room::covered(document, area, most));
        let stand = self.stand.get();
        let room = Room { window, now: stand.map(|(spot, _)| spot), cost: &cost };
        let form = stand.map(|(_, form)| form);
        let (zone, spot, form) = sizes.room(all.held_in(window), target.held_in(window), &room, form);
        self.stand.set(Some((spot, form)));
        self.put(Laid { ring, zone, spot, form, zoom });
    }

    /// Takes the ring off; the callout stays where it is.
    pub(super) fn hide(&self) {
        self.ring.show(false);
        self.laid.take();
    }

    /// The callout's words are others now.
    pub(super) fn forget_sizes(&self) {
        self.sizes.take();
    }

    fn put(&self, laid: Laid) {
        if self.laid.replace(Some(laid)) == Some(laid) {
            return;
        }
        if let Some(ring) = laid.ring {
            lay(&self.ring, ring, laid.zoom);
        }
        lay(&self.zone, laid.zone, laid.zoom);
        let (side, align) = laid.spot;
        self.callout.set("data-side", side.name());
        self.callout.set("data-align", align.name());
        self.callout.set("data-form", laid.form.name());
        self.ring.show(laid.ring.is_some());
    }

    /// What the callout needs. Measured once for its words: it takes a layout.
    fn sizes(&self, window: Area, zoom: f64) -> Sizes {
        if let Some(sizes) = self.sizes.get().filter(|sizes| sizes.window == window) {
            return sizes;
        }
        let measure = |form: Form| {
            self.callout.set("data-form", form.name());
            let width = Area::in_frame(&self.callout).width();
            let ((_, content), (_, inner)) = (dom::scroll_size(&self.callout), dom::inner_size(&self.callout));
            let borders = dom::outer_size(&self.callout).map_or(0.0, |(_, outer)| outer - inner);
            (width + 2.0 * CALLOUT * zoom, (content + borders + 2.0 * CALLOUT) * zoom)
        };
        let sizes = Sizes { window, small: measure(Form::Small), whole: measure(Form::Whole) };
        self.sizes.set(Some(sizes));
        // What was measured last is not what is shown.
        self.laid.take();
        sizes
    }
}

impl Sizes {
    /// What it needs in shorter lines, by and large: to measure that would take another layout.
    fn narrow(&self) -> (f64, f64) {
        let (width, height) = self.whole;
        (width * SHORTER, height / SHORTER)
    }

    /// With all that it says: as it is now, for it is being read; or else in shorter lines only where that covers less.
    fn beside_all(&self, all: Area, room: &Room<'_>, now: Option<Form>) -> Option<(Area, Spot, Form)> {
        if now == Some(Form::Narrow)
            && let Some(spot) = room.stays(all, self.narrow())
        {
            return Some((all, spot, Form::Narrow));
        }
        let whole = room.beside(all, self.whole, usize::MAX);
        let most = whole.map_or(usize::MAX, |(_, cost)| cost);
        let narrow = if most > LITTLE { room.beside(all, self.narrow(), most) } else { None };
        let narrow = narrow.map(|(spot, _)| (all, spot, Form::Narrow));
        narrow.or(whole.map(|(spot, _)| (all, spot, Form::Whole)))
    }

    /// Which area the callout stands beside, on which side and in which form. It covers what is to stay free only where
    /// nothing else goes, and the target never.
    fn room(&self, all: Area, target: Area, room: &Room<'_>, now: Option<Form>) -> (Area, Spot, Form) {
        let beside = |area: Area, size, form| room.beside(area, size, usize::MAX).map(|(spot, _)| (area, spot, form));
        let (side, height) = Side::taller(all, self.window);
        let squeezed = (height >= LOWEST).then_some((all, (side, Align::Middle), Form::Small));
        self.beside_all(all, room, now)
            .or_else(|| beside(all, self.small, Form::Small))
            .or(squeezed)
            .or_else(|| beside(target, self.whole, Form::Whole))
            .or_else(|| beside(target, self.small, Form::Small))
            .unwrap_or_else(|| (target, (Side::taller(target, self.window).0, Align::Middle), Form::Small))
    }
}

fn lay(element: &Part, area: Area, zoom: f64) {
    let sides = [("left", area.left), ("top", area.top), ("width", area.width()), ("height", area.height())];
    for (name, pixels) in sides {
        // Two digits are a number that the browser can write, and a style of our own element one that can be set.
        let Ok(pixels) = Number::from(pixels / zoom).to_fixed(2) else { continue };
        let _ = element.style().set_property(name, &(String::from(pixels) + "px"));
    }
}

/// The window, without its scroll bars.
pub(super) fn window(element: &Element) -> Area {
    dom::owner(element).map(|document| Area::of_window(&document)).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn area(left: f64, top: f64, right: f64, bottom: f64) -> Area {
        Area { left, top, right, bottom }
    }

    #[test]
    fn the_callout_shrinks_before_it_covers_a_field() {
        let sizes = Sizes { window: area(0.0, 0.0, 320.0, 256.0), whole: (320.0, 220.0), small: (320.0, 110.0) };
        let target = area(10.0, 20.0, 300.0, 50.0);
        let room = Room { window: sizes.window, now: None, cost: &|_, _| 0 };
        let (zone, (side, _), form) = sizes.room(area(10.0, 20.0, 300.0, 130.0), target, &room, None);
        assert!(zone.bottom == 130.0 && side == Side::Below && form == Form::Small);
        let (zone, (side, _), form) = sizes.room(area(10.0, 20.0, 300.0, 155.0), target, &room, None);
        assert!(zone.bottom == 155.0 && side == Side::Below && form == Form::Small, "it scrolls");
        let (zone, (side, _), form) = sizes.room(area(10.0, 20.0, 300.0, 250.0), target, &room, None);
        assert!(zone == target && side == Side::Below && form == Form::Small, "it leaves the target free");
    }

    #[test]
    fn with_room_the_callout_is_whole_and_beside_all() {
        let sizes = Sizes { window: area(0.0, 0.0, 1280.0, 720.0), whole: (354.0, 220.0), small: (354.0, 110.0) };
        let all = area(200.0, 100.0, 600.0, 600.0);
        let room = Room { window: sizes.window, now: None, cost: &|_, _| 0 };
        assert!(
            sizes.room(all, area(200.0, 100.0, 300.0, 130.0), &room, None)
                == (all, (Side::Right, Align::Middle), Form::Whole)
        );
    }

    /// It was laid in short lines, and at the next look in long ones: the browser counted a shift of the page.
    #[test]
    fn a_callout_in_short_lines_keeps_them_where_it_stays() {
        let sizes = Sizes { window: area(0.0, 0.0, 1280.0, 720.0), whole: (354.0, 220.0), small: (354.0, 110.0) };
        let all = area(200.0, 100.0, 600.0, 600.0);
        let wide = |area: Area, _| if area.width() > 300.0 { 50 } else { 0 };
        let room = Room { window: sizes.window, now: None, cost: &wide };
        let (_, spot, form) = sizes.room(all, all, &room, None);
        assert!(form == Form::Narrow, "in short lines it covers less");
        let room = Room { now: Some(spot), ..room };
        assert!(sizes.room(all, all, &room, Some(form)) == (all, spot, form));
    }
}
