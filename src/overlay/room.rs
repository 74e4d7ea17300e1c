//! On which side of an area the callout goes: where there is room for it, and where it covers least of the page.

use js_sys::JsString;
use web_sys::{Document, Element};

use crate::page::area::Area;
use crate::page::dom;
use crate::page::seen;

/// What of a page counts as covered: words, and all that can be used.
const SAYS_SOMETHING: &str = "input:not([type=hidden]), select, textarea, button, a, label, legend, summary, img, svg, svg *, i, \
     h1, h2, h3, h4, h5, h6, p, li, td, th, dt, dd, span, b, strong, em, small, [role=button], [role=link], [role=radio], \
     [role=checkbox], [role=option], [role=menuitem], [role=tab], [role=alert], [role=status], [title], [onclick]";
/// What is worst to cover: what can be used, what the portal has to say, and all that a dialog holds.
const MATTERS: &str = "input:not([type=hidden]), select, textarea, button, label, [role=alert], [role=status], [title], \
     [onclick], dialog *, [role=dialog] *, [role=alertdialog] *";
/// How many times worse that is.
const WEIGHT: usize = 5;
/// How far apart it is felt for, across and down, in CSS pixels.
const STEP: (f64, f64) = (100.0, 36.0);
/// So much may be covered without looking for a better place: some words, and nothing that matters.
pub(super) const LITTLE: usize = WEIGHT - 1;
/// As bad as covering so much is it not to be beside the middle, and to be so far from there, in CSS pixels.
const APART: usize = 6;
const FAR: f64 = 20.0;
/// What may stand right behind a field and belong to it: the words of a choice, a help icon, what a page says of a password.
const BELONGS: &str = "label, i, svg, img, small, span, output, button, a, [title], [role=status]";
/// How far behind it is felt for, in CSS pixels.
const BEHIND: [f64; 3] = [10.0, 24.0, 38.0];
/// It is no larger than this; words of a choice may be longer.
const SMALL: f64 = 64.0;
const LONG: f64 = 280.0;

thread_local! {
    static SAID: JsString = JsString::from(SAYS_SOMETHING);
    static MATTERING: JsString = JsString::from(MATTERS);
    static BELONGING: JsString = JsString::from(BELONGS);
}

/// A side of an area.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Side {
    Right,
    Left,
    Below,
    Above,
}

impl Side {
    const ALL: [Self; 4] = [Self::Right, Self::Left, Self::Below, Self::Above];

    /// Its name in the styles.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Right => "right",
            Self::Left => "left",
            Self::Below => "below",
            Self::Above => "above",
        }
    }

    /// The one above or below `area` with more room, where the callout has to scroll, and that room.
    pub(super) fn taller(area: Area, window: Area) -> (Self, f64) {
        let below = window.bottom - area.bottom;
        if below >= area.top { (Self::Below, below) } else { (Self::Above, area.top) }
    }

    fn has_room(self, area: Area, window: Area, (width, height): (f64, f64)) -> bool {
        match self {
            Self::Right => window.right - area.right >= width,
            Self::Left => area.left >= width,
            Self::Below => window.bottom - area.bottom >= height,
            Self::Above => area.top >= height,
        }
    }

    /// Where the styles put something of this size.
    fn area(self, align: Align, area: Area, window: Area, (width, height): (f64, f64)) -> Area {
        let along = |start: f64, end: f64, size: f64, last: f64| match align {
            Align::Middle => (f64::midpoint(start, end) - size / 2.0).min(last - size).max(0.0),
            Align::End => last - size,
            Align::Start => 0.0,
        };
        let (left, top) = match self {
            Self::Right => (area.right, along(area.top, area.bottom, height, window.bottom)),
            Self::Left => (area.left - width, along(area.top, area.bottom, height, window.bottom)),
            Self::Below => (along(area.left, area.right, width, window.right), area.bottom),
            Self::Above => (along(area.left, area.right, width, window.right), area.top - height),
        };
        Area { left, top, right: left + width, bottom: top + height }
    }
}

/// Where along its side the callout is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Align {
    /// Beside the middle, moved as far as the window asks for.
    Middle,
    /// At the window's right or lower end.
    End,
    /// At its left or upper one.
    Start,
}

impl Align {
    const ALL: [Self; 3] = [Self::Middle, Self::End, Self::Start];

    /// Its name in the styles.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Middle => "middle",
            Self::End => "end",
            Self::Start => "start",
        }
    }
}

/// A side, and where along it.
pub(super) type Spot = (Side, Align);

/// The room in a window.
pub(super) struct Room<'a> {
    /// The window.
    pub window: Area,
    /// Where the callout is now: it stays there while there is room, for it is being read.
    pub now: Option<Spot>,
    /// How bad it is to cover an area; what is this bad or worse need not be told exactly.
    pub cost: &'a dyn Fn(Area, usize) -> usize,
}

impl Room<'_> {
    /// Where it is now, if there is still room for something of this size.
    pub(super) fn stays(&self, area: Area, size: (f64, f64)) -> Option<Spot> {
        self.now.filter(|(side, _)| side.has_room(area, self.window, size))
    }

    /// The place beside `area` with room for something of this size: the one it is at, or the first that covers little, or
    /// the one that covers least; and how bad it is. None where there is no room, or none that is less bad than `most`.
    pub(super) fn beside(&self, area: Area, size: (f64, f64), most: usize) -> Option<(Spot, usize)> {
        if let Some(now) = self.stays(area, size) {
            return Some((now, 0));
        }
        let has_room = |side: Side| side.has_room(area, self.window, size);
        let spots = Align::ALL.into_iter().flat_map(|align| Side::ALL.map(|side| (side, align)));
        let mut best: Option<(Spot, usize)> = None;
        for (side, align) in spots.filter(|(side, _)| has_room(*side)) {
            let place = side.area(align, area, self.window, size);
            let least = best.map_or(most, |(_, least)| least);
            let away = away(align, place, area);
            if away >= least {
                continue;
            }
            let cost = away + (self.cost)(place, least - away);
            if cost >= least {
                continue;
            }
            best = Some(((side, align), cost));
            if cost <= LITTLE {
                break;
            }
        }
        best
    }
}

/// How bad it is that the callout is not beside the middle, and how far it is from there.
fn away(align: Align, place: Area, area: Area) -> usize {
    if align == Align::Middle {
        return 0;
    }
    let gap = |(start, end): (f64, f64), (from, to): (f64, f64)| (start - to).max(from - end).max(0.0);
    let (across, down) = ((place.left, place.right), (place.top, place.bottom));
    let far = gap(across, (area.left, area.right)) + gap(down, (area.top, area.bottom));
    APART + (far / FAR) as usize
}

/// What stands right behind an element that is at `area`, and belongs to it.
pub(super) fn belonging(document: &Document, area: Area) -> impl Iterator<Item = Element> {
    let behind = BEHIND.map(|behind| seen::at(document, (area.right + behind, area.middle().1)));
    behind.into_iter().flatten().filter(|hit| {
        let area = Area::in_frame(hit);
        let longest = if dom::local_name(hit) == "label" { LONG } else { SMALL };
        area.width() <= longest && area.height() <= SMALL && dom::fits(hit, &BELONGING)
    })
}

/// How much of a page something would cover that lies at `area`. From `most` on it is not counted any further: each
/// feeling is a question to the browser.
pub(super) fn covered(document: &Document, area: Area, most: usize) -> usize {
    let along = |start: f64, end: f64, step: f64| {
        std::iter::successors(Some(start + step / 2.0), move |at| Some(at + step)).take_while(move |at| *at < end)
    };
    let (across, down) = STEP;
    let points =
        along(area.top, area.bottom, down).flat_map(|y| along(area.left, area.right, across).map(move |x| (x, y)));
    let bad = |hit: &Element| if dom::fits(hit, &MATTERING) { WEIGHT } else { usize::from(dom::fits(hit, &SAID)) };
    let mut sum = 0;
    for point in points {
        sum += seen::at(document, point).as_ref().map_or(0, bad);
        if sum >= most {
            break;
        }
    }
    sum
}

#[cfg(test)]
mod tests {
    use super::*;

    fn area(left: f64, top: f64, right: f64, bottom: f64) -> Area {
        Area { left, top, right, bottom }
    }

    const WINDOW: Area = Area { left: 0.0, top: 0.0, right: 1366.0, bottom: 650.0 };
    const SIZE: (f64, f64) = (350.0, 400.0);

    #[test]
    fn of_the_sides_with_room_it_is_the_one_that_covers_least() {
        let form = area(400.0, 300.0, 980.0, 460.0);
        let spot = |(spot, _)| spot;
        let right_is_full = |area: Area, _| usize::from(area.left > 900.0) * 2 * LITTLE;
        let room = Room { window: WINDOW, now: None, cost: &right_is_full };
        let left = Some((Side::Left, Align::Middle));
        assert_eq!(room.beside(form, SIZE, usize::MAX).map(spot), left);
        let room = Room { window: WINDOW, now: None, cost: &|_, _| 0 };
        let right = Some((Side::Right, Align::Middle));
        assert_eq!(room.beside(form, SIZE, usize::MAX).map(spot), right, "of two as good the first");
        let room = Room { window: WINDOW, now: right, cost: &right_is_full };
        assert_eq!(room.beside(form, SIZE, usize::MAX).map(spot), right, "where it is it stays");
        let room = Room { window: WINDOW, now: Some((Side::Below, Align::End)), cost: &right_is_full };
        assert_eq!(room.beside(form, SIZE, usize::MAX).map(spot), left, "unless there is no room any more");
        let top_is_full = |area: Area, _| usize::from(area.top < 240.0) * 40 + usize::from(area.left < 400.0) * 30;
        let room = Room { window: WINDOW, now: None, cost: &top_is_full };
        assert_eq!(
            room.beside(form, SIZE, usize::MAX).map(spot),
            Some((Side::Right, Align::End)),
            "below what says something"
        );
        assert_eq!(room.beside(form, SIZE, 1), None, "nothing is less bad");
        assert_eq!(room.beside(area(10.0, 10.0, 1350.0, 640.0), SIZE, usize::MAX), None);
    }

    #[test]
    fn it_is_felt_for_where_the_styles_put_it() {
        let form = area(400.0, 500.0, 980.0, 600.0);
        let placed = |side: Side, align| side.area(align, form, WINDOW, SIZE);
        assert_eq!(placed(Side::Right, Align::Middle), area(980.0, 250.0, 1330.0, 650.0));
        assert_eq!(placed(Side::Left, Align::Start), area(50.0, 0.0, 400.0, 400.0));
        assert_eq!(placed(Side::Above, Align::Middle), area(515.0, 100.0, 865.0, 500.0));
        assert_eq!(placed(Side::Below, Align::End), area(1016.0, 600.0, 1366.0, 1000.0));
    }
}
