//! What a press on each of the callout's buttons does.

use std::rc::Rc;

use web_sys::Element;
use zeroize::Zeroizing;

use super::{Guide, Suggested, fields};
use crate::browser::{self, messages, names, pause, settings};
use crate::hands;
use crate::journey::memory::{self, Selection};
use crate::journey::reading::taxpayer;
use crate::journey::say::{Message, Say};
use crate::journey::{Guidance, Offer, Screen, Settings, gsp};
use crate::kept::{self, Kept};
use crate::overlay::view::{Help, Secret};
use crate::rules;

impl Guide {
    /// The user pressed a button of the callout.
    pub(super) fn pressed(self: &Rc<Self>, offer: Offer) {
        let mut outcome = None;
        match offer {
            Offer::Copy | Offer::CopyAll | Offer::CopyPassword | Offer::Describe => return self.copy(offer),
            Offer::KeepName => return self.keep_name(),
            Offer::Suggest => outcome = self.suggest().err(),
            Offer::FillPassword => outcome = self.fill_password().err(),
            Offer::Undo => self.undo(),
            Offer::Select => self.visit.learn(memory::Event::Asked(Selection::Gsp)),
            Offer::Keep => self.visit.learn(memory::Event::Kept),
            Offer::UseSuccessor => {
                self.visit.learn(memory::Event::Asked(Selection::Gsp));
                self.set(|settings| settings.gsp = gsp::SUCCESSOR.to_owned());
            }
            Offer::Pause => self.pause(),
            Offer::Resume => self.set(Settings::resume),
            Offer::Fold => self.visit.learn(memory::Event::Folded(!self.visit.memory().folded)),
            Offer::Explain => self.help(|help| if help.is_some() { None } else { Some(Help::Meaning) }),
            Offer::NotHere => self.help(|_| Some(Help::NotHere)),
        }
        self.turn();
        // Said last: a view that is drawn anew says nothing of the press before.
        if let Some(outcome) = outcome {
            self.say(outcome);
        }
    }

    /// Is silent for the rest of the visit, on this page at once.
    fn pause(&self) {
        let Ok(mut state) = self.state.try_borrow_mut() else { return };
        state.settings.paused_for_visit = true;
        pause::for_this_visit();
    }

    /// Changes how much help the step that is shown gives.
    fn help(&self, change: fn(Option<Help>) -> Option<Help>) {
        let Ok(mut state) = self.state.try_borrow_mut() else { return };
        let Some(step) = state.shown.as_ref().and_then(|shown| shown.guidance.step()) else { return };
        let before = state.help.filter(|(of, _)| *of == step).map(|(_, help)| help);
        state.help = change(before).map(|help| (step, help));
    }

    /// Changes a setting, for this page at once.
    fn set(&self, change: fn(&mut Settings)) {
        let Ok(mut state) = self.state.try_borrow_mut() else { return };
        change(&mut state.settings);
        settings::change(change, |_| {});
    }

    /// Copies the API user name or a description of the page, and says whether that worked.
    fn copy(self: &Rc<Self>, offer: Offer) {
        let (text, done) = match offer {
            Offer::Describe => (Some(self.describe()), Message::Described),
            Offer::CopyAll => (self.name().map(|name| messages::say(&block(&self.kept(name)))), Message::Copied),
            Offer::CopyPassword => (self.suggested().map(|secret| secret.0.to_string()), Message::PasswordCopied),
            _ => (self.name(), Message::Copied),
        };
        let Some(text) = text else { return };
        let guide = Rc::downgrade(self);
        browser::copy(&self.window, &text, move |is_copied| {
            if let Some(guide) = guide.upgrade() {
                guide.say(if is_copied { done } else { Message::CopyFailed });
            }
        });
    }

    /// Keeps the shown name on this computer, and says whether that worked.
    fn keep_name(self: &Rc<Self>) {
        let Some(new) = self.name().map(|name| self.kept(name)) else { return };
        let guide = Rc::downgrade(self);
        names::keep(new, move |is_kept| {
            if let Some(guide) = guide.upgrade() {
                guide.say(if is_kept { Message::NameKept } else { Message::NameNotKept });
            }
        });
    }

    /// Makes a password, in place of the one before.
    ///
    /// # Errors
    /// When none can be made: what to say of it.
    fn suggest(&self) -> Result<(), Message> {
        let mut state = self.state.try_borrow_mut().map_err(|_| Message::NoPasswordMade)?;
        let lengths = state.judged.as_ref().map(|judged| judged.judgement.lengths).unwrap_or_default();
        let made = rules::suggest(lengths, || browser::random(&self.window));
        state.suggested = made.map(|made| Suggested { secret: Secret(Zeroizing::new(made)), is_awaited: true });
        self.keys.changed();
        if state.suggested.is_some() { Ok(()) } else { Err(Message::NoPasswordMade) }
    }

    fn suggested(&self) -> Option<Secret> {
        self.state.try_borrow().ok()?.suggested.as_ref().map(|suggested| suggested.secret.clone())
    }

    /// Puts the guide's password into both fields.
    ///
    /// # Errors
    /// When the page does not take it: what to say of it.
    fn fill_password(&self) -> Result<(), Message> {
        let (look, wanted) = (self.look(), self.wanted());
        let Secret(password) = self.suggested().ok_or(Message::PasswordNotFilled)?;
        let [_, first, again] =
            fields(&Screen::of(&look.snapshot, &wanted), &look).ok_or(Message::PasswordNotFilled)?;
        let fill = |field: Option<Element>| field.is_some_and(|field| hands::fill(&field, &password));
        let is_filled = self.with_hands(|| fill(first) && fill(again));
        // What the portal said of the password before holds no more.
        self.visit.learn(memory::Event::Edited);
        self.keys.changed();
        if is_filled { Ok(()) } else { Err(Message::PasswordNotFilled) }
    }

    /// Says what became of a press on a button of the callout.
    fn say(&self, outcome: Message) {
        if let Ok(state) = self.state.try_borrow() {
            state.overlay.say(&messages::just(outcome));
        }
    }

    /// A name with all that belongs to it, as the page and the settings tell.
    fn kept(&self, name: String) -> Kept {
        let gstin = taxpayer(&self.look().snapshot).find_map(kept::gstin_in).unwrap_or_default();
        Kept { name, gsp: self.wanted(), gstin, day: browser::today() }
    }

    /// The first of the names that are shown to be kept.
    fn name(&self) -> Option<String> {
        match &self.state.try_borrow().ok()?.shown.as_ref()?.guidance {
            Guidance::Done { names, .. } => names.first().cloned(),
            _ => None,
        }
    }
}

/// A name with all that belongs to it, to paste into a program or a message.
fn block(kept: &Kept) -> Say {
    Say::with(Message::NameBlock, &[&kept.name, &kept.gsp, &kept.gstin, &kept.day])
}
