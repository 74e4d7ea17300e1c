//! The only room that writes to the page: the two selections the guide may make, their way back, and a password of the
//! guide's own where the user asks for it. It fires the events a person's click or key would fire, and never submits,
//! presses a button or moves the focus.

use wasm_bindgen::JsCast;
use web_sys::{Element, Event, EventInit, EventTarget, HtmlInputElement, HtmlSelectElement};

use crate::page::dom;

/// Chooses a radio. Answers whether the page let it be chosen: not one that is made of something that cannot be put back.
#[must_use]
pub fn choose_radio(radio: &Element) -> bool {
    let Some(radio) = native::<HtmlInputElement>(radio, "input") else { return false };
    radio.click();
    radio.checked()
}

/// Takes the choice off a radio.
pub fn clear_radio(radio: &Element) {
    let Some(radio) = native::<HtmlInputElement>(radio, "input") else { return };
    radio.set_checked(false);
    tell(radio);
}

/// Chooses the entry at `place` of a list. Answers the place of what was chosen before, if anything was; `None` where the
/// page does not let it be chosen.
#[must_use]
pub fn choose_entry(list: &Element, place: usize) -> Option<Option<usize>> {
    let list = native::<HtmlSelectElement>(list, "select")?;
    let before = usize::try_from(list.selected_index()).ok();
    let entry = list.item(u32::try_from(place).ok()?)?;
    // A disabled entry, or one of a disabled group, is chosen all the same, and never sent.
    if dom::is(&entry, ":disabled, :disabled > *") {
        return None;
    }
    let place = i32::try_from(place).ok()?;
    list.set_selected_index(place);
    tell(list);
    (list.selected_index() == place).then_some(before)
}

/// Chooses in a list what was chosen before the guide did.
pub fn put_back(list: &Element, before: Option<usize>) {
    let Some(list) = native::<HtmlSelectElement>(list, "select") else { return };
    list.set_selected_index(before.and_then(|place| i32::try_from(place).ok()).unwrap_or(-1));
    tell(list);
}

/// Puts a text into a field. Answers whether the page let it stay there.
#[must_use]
pub fn fill(field: &Element, text: &str) -> bool {
    let Some(field) = native::<HtmlInputElement>(field, "input").filter(|field| !field.read_only()) else {
        return false;
    };
    field.set_value(text);
    tell(field);
    field.value() == text
}

/// The element as the browser's own control. One of a frame belongs to another realm, so the name decides.
fn native<'a, T: JsCast>(element: &'a Element, name: &str) -> Option<&'a T> {
    let can_be_used = dom::local_name(element) == name && !dom::is(element, ":disabled");
    can_be_used.then(|| element.unchecked_ref())
}

/// Fires what follows a person's choice.
fn tell(target: &EventTarget) {
    for name in ["input", "change"] {
        let how = EventInit::new();
        how.set_bubbles(true);
        how.set_composed(name == "input");
        let Ok(event) = Event::new_with_event_init_dict(name, &how) else { continue };
        // An error here is the page's own: a listener of its threw, as it would have for a person.
        let _ = target.dispatch_event(&event);
    }
}
