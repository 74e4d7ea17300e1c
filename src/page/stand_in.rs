//! What a person sees of a control that the page draws in its own way: a radio's picture, a replaced drop-down.

use wasm_bindgen::JsCast;
use web_sys::Element;

use super::clip::leaves_nothing;
use super::dom::{self, Field, List};
use super::reach::Sight;
use super::words;
use crate::snapshot::Kind;

/// What says of itself that it opens a list.
const OPENS_A_LIST: &str = "[role=combobox], [aria-haspopup]";
/// What can be pressed.
const PRESSABLE: &str = "a, button, [tabindex], [onclick]";
/// What is pressed by itself, or a field.
const NAMED: &str = "a, button, label, input, select, textarea";
/// A list is larger in each direction, in CSS pixels: one of a single pixel still has its borders.
const SMALLEST: f64 = 6.0;

/// Where `element` can be seen: itself, or else what stands for it; itself again where nothing does.
pub(super) fn of(element: &Element, kind: Kind, sight: &Sight) -> Element {
    let is_itself_shown = sight.is_seen(element) && !(kind == Kind::Select && is_seen_through(element));
    if !matches!(kind, Kind::Radio | Kind::Select) || is_itself_shown {
        return element.clone();
    }
    let chosen = chosen(element);
    let is_radio = kind == Kind::Radio;
    let candidates = [
        if is_radio { label(element) } else { None },
        dom::next_element(element),
        dom::previous_element(element),
        dom::parent(element).filter(|parent| fields_in(parent) == 1),
    ];
    for candidate in candidates.into_iter().flatten() {
        let is_it = is_radio && fields_in(&candidate) < 2 || stands_for_list(&candidate, chosen.as_deref());
        if is_it && sight.is_seen(&candidate) {
            return candidate;
        }
    }
    element.clone()
}

/// Whether a list is drawn and yet cannot be seen: it is transparent, or nothing is left of it.
fn is_seen_through(element: &Element) -> bool {
    let style = |property: &str| dom::style(element, property).unwrap_or_default();
    let bounds = dom::bounds(element);
    bounds.width() < SMALLEST
        || bounds.height() < SMALLEST
        || style("opacity") == "0"
        || style("clip").starts_with("rect")
        || leaves_nothing(&style("clip-path"))
}

fn label(element: &Element) -> Option<Element> {
    Field::of(element)?.labels()?.get(0).map(JsCast::unchecked_into)
}

/// The text of a list's chosen entry.
fn chosen(element: &Element) -> Option<String> {
    let list = element.unchecked_ref::<List>();
    if dom::local_name(element) != "select" {
        return None;
    }
    let at = u32::try_from(list.selected_index()).ok()?;
    words::some(&list.options().get(at)?.text_content()?)
}

/// A list's stand-in can be pressed, and shows what is chosen or says that it opens a list.
fn stands_for_list(candidate: &Element, chosen: Option<&str>) -> bool {
    let has = |selector: &str| dom::is(candidate, selector) || dom::one(candidate, selector).is_some();
    let shows_it = words::of(candidate).as_deref() == chosen;
    has(OPENS_A_LIST) || shows_it && (chosen.is_some() || has(PRESSABLE)) || is_pressed_as_a_whole(candidate)
}

/// Whether an element is plain, and pressed as one: a drawn list that does not follow the real one shows anything.
fn is_pressed_as_a_whole(element: &Element) -> bool {
    matches!(dom::local_name(element).as_str(), "div" | "span")
        && dom::style(element, "cursor").as_deref() == Some("pointer")
        && dom::one(element, NAMED).is_none()
}

fn fields_in(element: &Element) -> u32 {
    dom::all(element, dom::FIELDS).length()
}
