//! What screen readers are told: only what is new, and only when the place for it has been there empty.

use std::cell::RefCell;
use std::rc::Rc;

use gloo::timers::callback::Timeout;
use web_sys::Document;

use super::part::Part;
use super::view::{State, View};
use crate::net;

/// So long the place for it is there before anything is said, in milliseconds: screen readers have to find it first.
const BEFORE: u32 = 200;
/// So long what is said stays, in milliseconds: who reads the page later is not to read everything twice.
const STAY: u32 = 5_000;

/// What a sentence ends in, in any of the languages.
const ENDS: [char; 4] = ['.', '।', '?', '!'];

/// The place where changes are announced.
pub(super) struct Announcer {
    place: Part,
    /// What is said next, or taken away again.
    next: Rc<RefCell<Option<Timeout>>>,
}

impl Announcer {
    pub(super) fn new(document: &Document, callout: &Part) -> Self {
        let place = callout.add(document, "div", "spoken");
        place.set("role", "status");
        Self { place, next: Rc::default() }
    }

    /// Announces what `view` has that `before` had not. Checks that change while typing are not read out.
    pub(super) fn tell(&self, view: &View, before: Option<&View>) {
        let words = news(view, before);
        if !words.is_empty() {
            self.say(words.join(" "));
        }
    }

    /// Announces a text.
    pub(super) fn say(&self, text: String) {
        let (place, next) = (self.place.clone(), Rc::downgrade(&self.next));
        self.place.say("");
        let say = move || {
            net::enter(|| {
                place.say(&text);
                let gone = Timeout::new(STAY, move || net::enter(|| place.say("")));
                if let Some(next) = next.upgrade() {
                    // The timeout that runs right now must not be dropped under its own feet.
                    next.replace(Some(gone)).map(Timeout::forget);
                }
            });
        };
        self.next.replace(Some(Timeout::new(BEFORE, say)));
    }
}

/// The sentences that were not shown before.
fn news(view: &View, before: Option<&View>) -> Vec<String> {
    if view.state == State::Paused {
        return Vec::new();
    }
    let heading = [&view.progress, &view.title];
    let is_same_step = before.is_some_and(|before| before.state != State::Paused && before.step == view.step);
    let is_told = |text: &&String| {
        before.is_some_and(|b| b.state != State::Paused && (b.sentences.contains(text) || b.names.contains(text)))
    };
    let heading = heading.into_iter().filter(|_| !is_same_step);
    let rest = view.sentences.iter().chain(&view.names).filter(|text| !is_told(text));
    let ended = |text: &String| if text.ends_with(ENDS) { text.clone() } else { format!("{text}.") };
    heading.chain(rest).map(ended).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::journey::guidance::Guidance;
    use crate::journey::say::{Message, Say};
    use crate::journey::step::Step;

    fn view(step: Step, say: &[Message]) -> Option<View> {
        let guidance = Guidance::Wait { step, say: say.iter().map(|message| Say::just(*message)).collect() };
        View::of(&guidance, "x", &|say| say.message.key().to_owned())
    }

    #[test]
    fn only_what_is_new_is_said() {
        let Some(first) = view(Step::VerifyOtp, &[Message::TypeOtp]) else { panic!("there is a view") };
        assert_eq!(news(&first, None), ["StepOf.", "StepVerifyOtp.", "TypeOtp."]);
        let Some(second) = view(Step::VerifyOtp, &[Message::TypeOtp, Message::OtpWhere]) else {
            panic!("there is one")
        };
        assert_eq!(news(&second, Some(&first)), ["OtpWhere."]);
        assert_eq!(news(&first, Some(&first)), Vec::<String>::new());
        let Some(third) = view(Step::SelectGsp, &[Message::WaitForList]) else { panic!("there is one") };
        assert_eq!(news(&third, Some(&second)), ["StepOf.", "StepSelectGsp.", "WaitForList."]);
    }
}
