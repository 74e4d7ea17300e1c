//! What lies in front of a whole page: an open dialog, a pop-up with its backdrop, a curtain while the page works.

use web_sys::{Document, Element};

use super::area::Area;
use super::clip::{Clips, value};
use super::dom::{self, Pattern, holds};
use super::hit;
use super::interest::pattern;
use crate::snapshot::Layer;

/// What can be used in what lies in front.
const USABLE: &str = "a, button, input:not([type=hidden]), select, textarea, [role=button], [onclick]";
/// What the browser itself lets alone be used, or alone be seen: dialogs opened as such, and full screen.
const ALONE: &str = ":modal, :fullscreen";
/// How much of the window a layer covers at least, across and down.
const MOST_OF_IT: f64 = 0.9;
/// How many of the elements beside a layer are looked for behind it.
const MOST_BESIDE: usize = 50;
/// Where else a page is felt for behind a layer: shares of the window.
const SPREAD: [f64; 3] = [0.1, 0.5, 0.9];

thread_local! {
    /// What is more than white space.
    static WORDS: Pattern = pattern("\\S");
}

/// What lies in front of a page.
pub(super) struct Front {
    /// What of the page is not in here is behind it.
    pub element: Element,
    /// What kind of layer that is.
    pub layer: Layer,
}

impl Front {
    /// What lies in front of all of a document. `is_drawn` says of an element whether it is.
    pub(super) fn of(document: &Document, clips: &Clips, is_drawn: &dyn Fn(&Element) -> bool) -> Option<Self> {
        let ask = Ask { document, clips, is_drawn };
        ask.alone().or_else(|| ask.over_all())
    }

    /// Whether it hides `element`, if that is not above it.
    pub(super) fn hides(&self, element: &Element) -> bool {
        !holds(&self.element, element)
    }
}

struct Ask<'a> {
    document: &'a Document,
    clips: &'a Clips,
    is_drawn: &'a dyn Fn(&Element) -> bool,
}

impl Ask<'_> {
    /// The topmost of what the browser lets alone be used.
    fn alone(&self) -> Option<Front> {
        // To ask each element is dear, and mostly there is nothing that could be in front.
        if dom::one(self.document, "dialog").is_none() && dom::fullscreen(self.document).is_none() {
            return None;
        }
        let found: Vec<Element> = dom::elements(&dom::all(self.document, ALONE)).collect();
        let is_on_top = |element: &&Element| {
            let hit = hit::at(self.document, Area::in_frame(element).within(self.clips.view).middle());
            hit.is_some_and(|hit| holds(element, &hit))
        };
        let element = found.iter().rev().find(is_on_top).or(found.last())?;
        // The whole page in full screen is in front of nothing.
        if is_page(element) {
            return None;
        }
        Some(Front { layer: self.kind(&[element]), element: element.clone() })
    }

    /// What lies over the whole window: told by what two opposite corners show.
    fn over_all(&self) -> Option<Front> {
        let Area { left, top, .. } = self.clips.view;
        // Of most pages the corner shows the page itself.
        let first = hit::at(self.document, (left + 2.0, top + 2.0)).filter(|hit| !is_page(hit))?;
        let stage = self.clips.stage();
        let first = self.over(first, stage)?;
        let second = self.over(hit::at(self.document, (stage.right - 3.0, stage.bottom - 3.0))?, stage)?;
        let middle = hit::at(self.document, self.clips.view.middle()).and_then(outermost);
        let parts: Vec<&Element> = [Some(&first), Some(&second), middle.as_ref()].into_iter().flatten().collect();
        let layer = self.kind(&parts);
        self.has_page_behind(&first).then_some(Front { element: first, layer })
    }

    fn kind(&self, parts: &[&Element]) -> Layer {
        let can_be_used = |part: &&Element| dom::elements(&dom::all(part, USABLE)).any(|found| (self.is_drawn)(&found));
        if parts.iter().any(can_be_used) { Layer::Dialog } else { Layer::Curtain }
    }

    /// What holds `hit` and lies over all of `stage`.
    fn over(&self, hit: Element, stage: Area) -> Option<Element> {
        let mut next = Some(hit);
        while let Some(element) = next {
            if is_page(&element) {
                return None;
            }
            let position = value(&self.clips.style(&element)?, "position");
            if matches!(position.as_str(), "fixed" | "absolute") {
                let area = Area::in_frame(&element);
                if area.width() >= stage.width() * MOST_OF_IT && area.height() >= stage.height() * MOST_OF_IT {
                    return Some(element);
                }
            }
            next = dom::around(&element);
        }
        None
    }

    /// Whether anything of a page lies behind `layer`. A page's own frame may fill the window as well: behind that is
    /// nothing.
    fn has_page_behind(&self, layer: &Element) -> bool {
        let is_content = |element: &Element| {
            let is_apart = !is_page(element) && !holds(layer, element) && !holds(element, layer);
            is_apart
                && (dom::script_text(element).is_some_and(|text| WORDS.with(|words| words.test(&text)))
                    || dom::is(element, USABLE)
                    || dom::one(element, USABLE).is_some())
        };
        let (view, tree) = (self.clips.view, dom::root(layer));
        let is_behind = |point: (f64, f64)| {
            let all = hit::all_at(&tree, point);
            all.iter().skip_while(|element| !holds(layer, element)).any(is_content)
        };
        let middles = beside(layer).map(|element| Area::in_frame(&element).within(view)).filter(|area| area.has_size());
        let spread = SPREAD.iter().flat_map(|y| SPREAD.iter().map(move |x| (view.right * x, view.bottom * y)));
        // What is inert is met by no pointer.
        let is_inert = || {
            let inert = dom::all(self.document, "[inert]");
            dom::elements(&inert).any(|element| is_content(&element) && (self.is_drawn)(&element))
        };
        middles.map(Area::middle).take(MOST_BESIDE).chain(spread).any(is_behind) || is_inert()
    }
}

fn is_page(element: &Element) -> bool {
    matches!(dom::local_name(element).as_str(), "body" | "html")
}

/// What stands beside an element, or beside what it is in.
fn beside(element: &Element) -> impl Iterator<Item = Element> {
    std::iter::successors(Some(element.clone()), |element| dom::around(element)).flat_map(|element| {
        let before = std::iter::successors(dom::previous_element(&element), dom::previous_element);
        before.chain(std::iter::successors(dom::next_element(&element), dom::next_element))
    })
}

/// The child of `body`, or of its shadow root, that holds `element`.
fn outermost(mut element: Element) -> Option<Element> {
    if is_page(&element) {
        return None;
    }
    while let Some(parent) = dom::parent(&element).filter(|parent| !is_page(parent)) {
        element = parent;
    }
    Some(element)
}
