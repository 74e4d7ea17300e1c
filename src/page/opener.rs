//! What a person presses to see a link that is in a closed part of a menu.

use web_sys::Element;

use super::interest::Interest;
use super::reach::Sight;
use super::{dom, plain};

/// What opens something when pressed.
const PRESSABLE: &str = "a, button, summary, [role=button], [role=menuitem], [role=treeitem], [onclick]";
/// The attributes by which a link says what it opens.
const OPENS: [&str; 3] = ["href", "data-target", "data-bs-target"];
/// What may say so.
const OPENERS: &str = "[href^='#'], [data-target^='#'], [data-bs-target^='#'], [aria-controls]";
/// Menus are not deeper, in elements.
const LEVELS: usize = 24;

/// The control that opens the outermost closed part which holds `element`.
pub(super) fn of(element: &Element, interest: &Interest, sight: &Sight) -> Option<Element> {
    let part = closed_part(element, sight)?;
    by_attribute(&part).or_else(|| before(&part)).or_else(|| called_before(&part, interest))
}

/// Whether what a control opens is open: it says so, or a part with things to press is shown right behind it.
pub(super) fn is_open(opener: &Element, sight: &Sight) -> bool {
    if let Some(says) = dom::attribute(opener, "aria-expanded") {
        return says == "true";
    }
    dom::next_element(opener).is_some_and(|part| match dom::one(&part, PRESSABLE) {
        Some(_) => !dom::is(&part, PRESSABLE) && sight.is_seen(&part),
        // Open, and nothing is in it.
        None => dom::one(&part, "ul").is_some() && sight.is_drawn(&part),
    })
}

/// The outermost ancestor that is closed while what is around it is not.
fn closed_part(element: &Element, sight: &Sight) -> Option<Element> {
    let mut found = None;
    let mut part = element.clone();
    for _ in 0..LEVELS {
        if sight.is_closed(&part) {
            found = Some(part.clone());
        }
        match dom::parent(&part) {
            Some(parent) if dom::local_name(&parent) != "body" => part = parent,
            _ => break,
        }
    }
    found
}

/// The control that names the part by its id. The id is compared, never put into a selector: it may hold anything.
fn by_attribute(part: &Element) -> Option<Element> {
    let id = dom::attribute(part, "id").filter(|id| !id.is_empty())?;
    let names_it = |opener: &Element| {
        let says = |name: &&str| dom::attribute(opener, name).is_some_and(|value| value.strip_prefix('#') == Some(&id));
        let controls = dom::attribute(opener, "aria-controls").unwrap_or_default();
        OPENS.iter().any(says) || controls.split_whitespace().any(|controlled| controlled == id)
    };
    dom::elements(&dom::all(&dom::root(part), OPENERS)).find(names_it)
}

/// The control right before the part, unless it leads to another page.
fn before(part: &Element) -> Option<Element> {
    // An entry that is hidden by itself is in no closed part: what stands before it is another entry.
    if dom::is(part, "li, a, button, td, tr") {
        return None;
    }
    let sibling = dom::previous_element(part)?;
    let opener = if dom::is(&sibling, PRESSABLE) { sibling } else { only_pressable(&sibling)? };
    let leads_away =
        dom::attribute(&opener, "href").is_some_and(|href| href.starts_with('/') || href.starts_with("http"));
    (!leads_away).then_some(opener)
}

/// What can be pressed in a part: the heading of a closed part holds its opener and nothing else, a header more.
fn only_pressable(part: &Element) -> Option<Element> {
    let all = dom::all(part, PRESSABLE);
    let mut found = dom::elements(&all);
    found.next().filter(|_| found.next().is_none())
}

/// The plain element right before the part, or around it, that is called something of interest.
fn called_before(part: &Element, interest: &Interest) -> Option<Element> {
    [dom::previous_element(part), dom::parent(part)]
        .into_iter()
        .flatten()
        .find(|opener| plain::is_called(opener, interest))
}
