//! The only room that writes to the page: the two selections the guide may make, and their way back. It fires the
//! events a person's click would fire, and never submits, presses a button or moves the focus.

use wasm_bindgen::JsCast;
use web_sys::{Event, EventTarget, HtmlInputElement, HtmlSelectElement};

use crate::browser;

/// A selection made by the guide.
#[derive(Clone, Debug)]
pub enum Selection {
    /// A radio that was not chosen before.
    Radio(HtmlInputElement),
    /// A list, with the place of what was selected before.
    Choice(HtmlSelectElement, i32),
}

impl Selection {
    /// Chooses a radio; `None` where the page does not let it be chosen, or made it of something that cannot be put back.
    #[must_use]
    pub fn radio(radio: &HtmlInputElement) -> Option<Self> {
        if radio.local_name() != "input" {
            return None;
        }
        radio.click();
        radio.checked().then(|| Self::Radio(radio.clone()))
    }

    /// Chooses the entry at `place` of a list; `None` where the page does not let it be chosen.
    #[must_use]
    pub fn choice(list: &HtmlSelectElement, place: usize) -> Option<Self> {
        if list.local_name() != "select" {
            return None;
        }
        let place = i32::try_from(place).ok()?;
        let before = list.selected_index();
        list.set_selected_index(place);
        tell(list);
        (list.selected_index() == place).then(|| Self::Choice(list.clone(), before))
    }

    /// Puts back what was selected before.
    pub fn take_back(self) {
        match self {
            Self::Radio(radio) => {
                radio.set_checked(false);
                tell(&radio);
            }
            Self::Choice(list, before) => {
                list.set_selected_index(before);
                tell(&list);
            }
        }
    }
}

/// Fires what follows a person's choice.
fn tell(target: &EventTarget) {
    for name in ["input", "change"] {
        let how = browser::object(&[("bubbles", true.into()), ("composed", (name == "input").into())]);
        let Ok(event) = Event::new_with_event_init_dict(name, how.unchecked_ref()) else { continue };
        // An error here is the page's own: a listener of its threw, as it would have for a person.
        let _ = target.dispatch_event(&event);
    }
}
