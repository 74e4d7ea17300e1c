//! The callout's buttons. One that stays is the same element, so that the focus stays on it.

use std::rc::Rc;

use gloo::events::EventListener;
use web_sys::{Document, Element};

use super::part::Part;
use crate::journey::Offer;
use crate::net;

/// The row of buttons.
pub(super) struct Buttons {
    document: Document,
    row: Part,
    pressed: Rc<dyn Fn(Offer)>,
    shown: Vec<Button>,
}

struct Button {
    offer: Offer,
    text: String,
    part: Part,
    _listener: EventListener,
}

impl Buttons {
    pub(super) fn new(document: &Document, callout: &Part, pressed: Rc<dyn Fn(Offer)>) -> Self {
        let row = callout.add(document, "div", "buttons");
        Self { document: document.clone(), row, pressed, shown: Vec::new() }
    }

    /// Shows these buttons. Where the one with the focus goes, the one in its place gets it. `focused` is what has it.
    pub(super) fn show(&mut self, wanted: &[(Offer, String)], focused: Option<&Element>) {
        let is_focused =
            |button: &Button| focused.is_some_and(|focused| focused == AsRef::<Element>::as_ref(&button.part));
        let place = self.shown.iter().position(is_focused);
        let mut before = std::mem::take(&mut self.shown);
        for (offer, text) in wanted {
            let kept = before.iter().position(|button| button.offer == *offer).map(|at| before.remove(at));
            let mut button = kept.unwrap_or_else(|| self.button(*offer));
            if button.text != *text {
                button.part.say(text);
                button.text.clone_from(text);
            }
            self.shown.push(button);
        }
        let is_kept = !before.iter().any(is_focused);
        before.iter().for_each(|gone| gone.part.remove());
        self.put_in_order();
        if let Some(place) = place.filter(|_| !is_kept) {
            self.focus(place);
        }
    }

    /// Leaves them out where they cannot be pressed.
    pub(super) fn leave_out(&self, is_out: bool) {
        self.row.show(!is_out);
    }

    /// Gives the focus to the button at this place, or to the last; answers whether there is one.
    pub(super) fn focus(&self, place: usize) -> bool {
        // An element of our own that is shown takes it.
        self.shown.get(place).or(self.shown.last()).is_some_and(|button| button.part.focus().is_ok())
    }

    fn button(&self, offer: Offer) -> Button {
        let part = Part::new(&self.document, "button");
        part.set("type", "button");
        part.set("data-do", offer.name());
        let listener = on_press(&part, Rc::clone(&self.pressed), offer);
        Button { offer, text: String::new(), part, _listener: listener }
    }

    /// Moves only what is not in its place: what moves loses the focus.
    fn put_in_order(&self) {
        let mut here = self.row.first();
        for button in &self.shown {
            if here.as_ref() == Some(&button.part) {
                here = button.part.next();
            } else {
                self.row.insert(&button.part, here.as_ref());
            }
        }
    }
}

/// Calls `pressed` when a person presses a button. A press that a page makes up does not count.
pub(super) fn on_press(button: &Part, pressed: Rc<dyn Fn(Offer)>, offer: Offer) -> EventListener {
    EventListener::new(button, "click", move |event| {
        if event.is_trusted() {
            net::enter(|| pressed(offer));
        }
    })
}
