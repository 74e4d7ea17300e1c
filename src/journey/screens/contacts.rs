//! "Contacts of Technical Person": optional, shown after the login, left by its "Exit" (facts.md, "Interstitials").

use crate::journey::guidance::{Guidance, Pointer};
use crate::journey::reading::Reading;
use crate::journey::say::{Message, Say};
use crate::journey::step::{Step, Target};
use crate::journey::words::words;
use crate::snapshot::ControlId;

words! {
    said TITLE = ["contacts of technical person", "contact of technical person", "technical person contacts"];
    called EXIT = ["exit", "skip", "close", "cancel"];
}

/// The page that asks for a technical contact.
#[derive(Clone, Debug)]
pub struct Contacts {
    exit: Option<ControlId>,
}

impl Contacts {
    /// Its title, and a way out or at least the fields.
    pub(super) fn find(reading: &Reading<'_>) -> Option<Self> {
        if !reading.has_title(TITLE) {
            return None;
        }
        let exit = EXIT.each().find_map(|name| reading.pressable(name));
        (exit.is_some() || !reading.entries().is_empty()).then_some(Self { exit })
    }

    pub(super) fn decide(&self) -> Guidance {
        let Some(exit) = self.exit else { return Guidance::unsure(Step::SignIn, Message::NotFound, "Exit") };
        let say = Say::just(Message::ExitContacts);
        Guidance::Point(Pointer::new(Step::SignIn, Target::ExitContacts, exit, say))
    }
}
