//! What of an element is not cut off, and what scrolling would show of it: boxes that clip what is in them, boxes that
//! scroll, and the window.

use std::cell::{OnceCell, RefCell};
use std::rc::Rc;

use web_sys::{CssStyleDeclaration, Document, Element, Window};

use super::area::{Area, Inside};
use super::dom;

/// What makes a box the frame of reference of all that is placed in it, `fixed` or not, by its value where it does not.
const FRAMES: [(&str, &str); 6] = [
    ("transform", "none"),
    ("perspective", "none"),
    ("filter", "none"),
    ("backdrop-filter", "none"),
    ("contain", "none"),
    ("will-change", "auto"),
];
/// What lies in the top layer is held by the window alone.
const ON_TOP: &str = ":modal, :popover-open";

/// The clipping boxes of one document. Each element is asked once: what many controls are in is the same.
pub(super) struct Clips {
    document: Document,
    window: Window,
    /// What the window shows.
    pub view: Area,
    /// All that the window can show by scrolling.
    page: Area,
    places: js_sys::Map,
    grounds: RefCell<Vec<Rc<Ground>>>,
}

/// What there is of an element.
#[derive(Clone, Debug)]
pub(super) struct Extent {
    /// What is not cut off now.
    pub now: Area,
    /// What is not cut off after scrolling, where it then is.
    pub then: Area,
    /// Whether it is in a part that is folded to nothing.
    pub is_folded: bool,
    /// Whether anything around it scrolls.
    pub can_move: bool,
    /// The innermost box that scrolls around it.
    pub scroller: Option<Scroller>,
    /// The outermost box that cuts some of it off and shows it to no scrolling of the user's.
    pub cutter: Option<Element>,
}

/// A box that scrolls.
#[derive(Clone, Debug)]
pub(super) struct Scroller {
    /// The box.
    pub element: Element,
    /// What is in it shows here.
    pub area: Area,
}

/// What an element gives to those in it.
struct Ground {
    element: Element,
    around: Option<Rc<Ground>>,
    position: Position,
    /// What holds its content.
    holder: Holder,
    is_frame: OnceCell<bool>,
}

#[derive(Clone, Copy, PartialEq)]
enum Position {
    /// Where the text flows, perhaps moved a little.
    Static,
    Relative,
    Absolute,
    Fixed,
}

/// What holds some content.
#[derive(Clone)]
enum Holder {
    /// The page, which the window scrolls.
    Page,
    /// The window itself.
    Window,
    /// A box that clips.
    Box(Rc<Clip>),
}

/// A box that clips what is in it.
struct Clip {
    element: Element,
    area: Area,
    /// All that it can show by scrolling.
    content: Area,
    across: Way,
    down: Way,
    around: Holder,
}

/// How a box holds its content in one direction.
#[derive(Clone, Copy, PartialEq)]
enum Way {
    /// It shows what goes beyond it.
    Open,
    /// It cuts it off.
    Cuts,
    /// It scrolls to it.
    Scrolls,
}

impl Clips {
    pub(super) fn of(document: &Document, window: &Window) -> Self {
        let view = Area::of_window(document);
        Self {
            document: document.clone(),
            window: window.clone(),
            view,
            page: page(document, window, view),
            places: js_sys::Map::new(),
            grounds: RefCell::default(),
        }
    }

    /// What there is of `element`, which is at `area`.
    pub(super) fn extent(&self, element: &Element, area: Area) -> Extent {
        let mut extent =
            Extent { now: area, then: area, is_folded: false, can_move: false, scroller: None, cutter: None };
        let mut holder = self.holder(element);
        while let Holder::Box(clip) = holder {
            extent.pass(&clip);
            holder = clip.around.clone();
        }
        let bounds = if matches!(holder, Holder::Page) { self.page } else { self.view };
        extent.can_move |= bounds.width() > self.view.width() + 1.0 || bounds.height() > self.view.height() + 1.0;
        extent.now = extent.now.within(self.view);
        extent.then = extent.then.within(bounds);
        extent
    }

    /// Whether `element` stays where it is while the page scrolls under it, up to a point or for good.
    pub(super) fn is_stuck(&self, element: &Element) -> bool {
        let position = self.style(element).map(|style| value(&style, "position")).unwrap_or_default();
        matches!(position.as_str(), "fixed" | "sticky")
    }

    /// What a part can cover that is fixed to the window: all of that, or a body that is transformed.
    pub(super) fn stage(&self) -> Area {
        let roots = [dom::body(&self.document), dom::root_element(&self.document)];
        let frame = roots.into_iter().flatten().find(|root| self.is_frame(&self.ground(root)));
        frame.map_or(self.view, |frame| Area::in_frame(&frame).within(self.view))
    }

    /// A computed style.
    pub(super) fn style(&self, element: &Element) -> Option<CssStyleDeclaration> {
        self.window.get_computed_style(element).ok()?
    }

    /// What holds `element`.
    fn holder(&self, element: &Element) -> Holder {
        let Some(around) = parent(element).map(|parent| self.ground(&parent)) else { return Holder::Page };
        let position = self.style(element).map_or(Position::Static, |style| position(&style));
        self.holder_in(&around, element, position)
    }

    fn holder_in(&self, around: &Rc<Ground>, element: &Element, position: Position) -> Holder {
        if matches!(position, Position::Static | Position::Relative) {
            return around.holder.clone();
        }
        if !dom::is(element, ON_TOP) {
            let mut next = Some(around);
            while let Some(ground) = next {
                let is_placed = position == Position::Absolute && ground.position != Position::Static;
                if is_placed || self.is_frame(ground) {
                    return ground.holder.clone();
                }
                next = ground.around.as_ref();
            }
        }
        if position == Position::Fixed { Holder::Window } else { Holder::Page }
    }

    fn ground(&self, element: &Element) -> Rc<Ground> {
        if let Some(place) = self.places.get(element).as_f64()
            && let Some(ground) = self.grounds.borrow().get(place as usize)
        {
            return Rc::clone(ground);
        }
        let ground = Rc::new(self.new_ground(element));
        let mut grounds = self.grounds.borrow_mut();
        self.places.set(element, &(grounds.len() as f64).into());
        grounds.push(Rc::clone(&ground));
        ground
    }

    fn new_ground(&self, element: &Element) -> Ground {
        let around = parent(element).map(|parent| self.ground(&parent));
        let style = self.style(element);
        let position = style.as_ref().map_or(Position::Static, position);
        let holder = match &around {
            Some(around) => self.holder_in(around, element, position),
            None => Holder::Page,
        };
        let clip = style.and_then(|style| self.clip(element, &style, &holder));
        let holder = clip.map_or(holder, |clip| Holder::Box(Rc::new(clip)));
        Ground { element: element.clone(), around, position, holder, is_frame: OnceCell::new() }
    }

    /// The box that `element` makes, where it clips.
    fn clip(&self, element: &Element, style: &CssStyleDeclaration, around: &Holder) -> Option<Clip> {
        // In most elements nothing is clipped: one question.
        let overflow = value(style, "overflow");
        if overflow == "visible" || self.is_the_windows(element) {
            return None;
        }
        if matches!(value(style, "display").as_str(), "inline" | "contents") {
            return None;
        }
        let (across, down) = overflow.split_once(' ').unwrap_or((&overflow, &overflow));
        let inside = Inside::of(element, Area::in_frame(element));
        let content = content(element, &inside, value(style, "direction") == "rtl");
        let (across, down) = (Way::of(across), Way::of(down));
        Some(Clip { element: element.clone(), area: inside.area, content, across, down, around: around.clone() })
    }

    /// Whether the overflow of an element is not its own but the window's.
    fn is_the_windows(&self, element: &Element) -> bool {
        let Some(root) = dom::root_element(&self.document) else { return false };
        if root == *element {
            return true;
        }
        dom::body(&self.document).is_some_and(|body| body == *element)
            && self.style(&root).is_none_or(|style| value(&style, "overflow") == "visible")
    }

    fn is_frame(&self, ground: &Ground) -> bool {
        *ground.is_frame.get_or_init(|| {
            let Some(style) = self.style(&ground.element) else { return false };
            FRAMES.iter().any(|(name, none)| {
                let value = value(&style, name);
                match *name {
                    "contain" => ["paint", "layout", "strict", "content"].iter().any(|kind| value.contains(kind)),
                    "will-change" => ["transform", "perspective", "filter"].iter().any(|kind| value.contains(kind)),
                    _ => !value.is_empty() && value != *none,
                }
            })
        })
    }
}

impl Extent {
    /// Goes out of a box.
    fn pass(&mut self, clip: &Rc<Clip>) {
        let (across, down) = (clip.across, clip.down);
        self.now = clipped(self.now, clip.area, across, down);
        // What a box only cuts off, no scrolling of the user's shows.
        let fixed = |way| if way == Way::Cuts { way } else { Way::Open };
        let left = clipped(self.then, clip.area, fixed(across), fixed(down));
        if left != self.then {
            self.cutter = Some(clip.element.clone());
        }
        self.then = left;
        if across == Way::Scrolls {
            let reached = clipped(self.then, clip.content, across, Way::Open);
            (self.then.left, self.then.right) = moved(reached.left, reached.right, clip.area.left, clip.area.right);
        }
        if down == Way::Scrolls {
            let reached = clipped(self.then, clip.content, Way::Open, down);
            (self.then.top, self.then.bottom) = moved(reached.top, reached.bottom, clip.area.top, clip.area.bottom);
        }
        self.is_folded |= !clip.area.has_size();
        if matches!(across, Way::Scrolls) || matches!(down, Way::Scrolls) {
            self.can_move = true;
            let scroller = || Scroller { element: clip.element.clone(), area: clip.area };
            self.scroller.get_or_insert_with(scroller);
        }
    }
}

impl Way {
    fn of(overflow: &str) -> Self {
        match overflow {
            "visible" => Self::Open,
            "hidden" | "clip" => Self::Cuts,
            _ => Self::Scrolls,
        }
    }
}

/// What of `area` is within `bounds`, in the directions that are not open.
fn clipped(area: Area, bounds: Area, across: Way, down: Way) -> Area {
    let within = area.within(bounds);
    let (left, right) = if across == Way::Open { (area.left, area.right) } else { (within.left, within.right) };
    let (top, bottom) = if down == Way::Open { (area.top, area.bottom) } else { (within.top, within.bottom) };
    Area { left, top, right, bottom }
}

/// A stretch, moved as little as needed to lie in another one, and no longer than that.
fn moved(start: f64, end: f64, from: f64, to: f64) -> (f64, f64) {
    let length = (end - start).min(to - from);
    let start = start.min(to - length).max(from);
    (start, start + length)
}

/// All that an element can show by scrolling.
fn content(element: &Element, inside: &Inside, is_leftward: bool) -> Area {
    let ((left, top), (width, height)) = (dom::scrolled(element), dom::scroll_size(element));
    let (across, down) = inside.scale;
    let top = inside.area.top - top * down;
    let (left, right) = if is_leftward {
        let right = inside.area.right - left * across;
        (right - width * across, right)
    } else {
        let left = inside.area.left - left * across;
        (left, left + width * across)
    };
    Area { left, top, right, bottom: top + height * down }
}

/// All that a window can show by scrolling.
fn page(document: &Document, window: &Window, view: Area) -> Area {
    let (x, y) = (window.scroll_x().unwrap_or_default(), window.scroll_y().unwrap_or_default());
    let scroller = dom::scroller(document).or_else(|| dom::root_element(document));
    let (width, height) = scroller.as_ref().map(dom::scroll_size).unwrap_or_default();
    let (width, height) = (width.max(view.right), height.max(view.bottom));
    let style = scroller.and_then(|scroller| window.get_computed_style(&scroller).ok()?);
    let is_leftward = style.is_some_and(|style| value(&style, "direction") == "rtl");
    let left = if is_leftward { view.right - width - x } else { -x };
    Area { left, top: -y, right: left + width, bottom: height - y }
}

fn position(style: &CssStyleDeclaration) -> Position {
    match value(style, "position").as_str() {
        "relative" | "sticky" => Position::Relative,
        "absolute" => Position::Absolute,
        "fixed" => Position::Fixed,
        _ => Position::Static,
    }
}

/// A property's value; empty where the browser does not know it.
pub(super) fn value(style: &CssStyleDeclaration, name: &str) -> String {
    style.get_property_value(name).unwrap_or_default()
}

/// Whether a `clip-path` leaves nothing, in the ways that pages hide what is for screen readers or for the browser alone.
pub(super) fn leaves_nothing(clip_path: &str) -> bool {
    ["inset(50%", "inset(100%", "circle(0"].iter().any(|nothing| clip_path.starts_with(nothing))
}

/// What an element is drawn in: its slot, its parent, or the host of its shadow root.
pub(super) fn parent(element: &Element) -> Option<Element> {
    dom::slot(element).or_else(|| dom::around(element))
}

#[cfg(test)]
mod tests {
    use super::moved;

    #[test]
    fn scrolling_brings_as_much_into_a_box_as_it_can_show() {
        for ((start, end), expected) in [
            ((120.0, 140.0), (80.0, 100.0)),
            ((-50.0, -20.0), (0.0, 30.0)),
            ((10.0, 30.0), (10.0, 30.0)),
            ((50.0, 400.0), (0.0, 100.0)),
        ] {
            assert_eq!(moved(start, end, 0.0, 100.0), expected);
        }
    }
}
