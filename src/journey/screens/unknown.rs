//! A page behind the login that nobody foresaw: a survey, an expiring password, an offer. The guide is never silent there:
//! it says so, and names what usually leads on.

use crate::journey::guidance::{Guidance, Offer};
use crate::journey::reading::Reading;
use crate::journey::say::{Message, Say};
use crate::journey::step::Step;
use crate::journey::words::words;

words! {
    /// What usually leads on from such a page, the gentlest first.
    called ON = [
        "remind me later", "later", "not now", "skip", "skip for now", "maybe later", "no thanks", "do it later",
        "continue", "proceed", "next", "ok", "okay", "close", "exit", "cancel", "i agree", "agree", "accept", "done", "back",
    ];
}

/// A page behind the login that is not understood.
#[derive(Clone, Debug)]
pub struct Unknown {
    on: Vec<String>,
    is_translated: bool,
}

impl Unknown {
    /// Somebody is signed in, and no screen is known; or the page is translated, with all that it could be known by.
    pub(super) fn find(reading: &Reading<'_>) -> Option<Self> {
        let is_translated = reading.page.translated;
        if !reading.is_signed_in() && !is_translated {
            return None;
        }
        let on = ON.each().flat_map(|name| reading.pressables(name)).map(|control| control.name.clone()).take(2);
        Some(Self { on: on.collect(), is_translated })
    }

    pub(super) fn decide(&self) -> Guidance {
        let mut say = vec![Say::just(if self.is_translated { Message::Translated } else { Message::UnknownPage })];
        if !self.is_translated && !self.on.is_empty() {
            say.push(Say::with(Message::UnknownPageButtons, &[&self.on.join("\", \"")]));
        }
        Guidance::Blocked { step: Step::ApiRegistration, say, offers: vec![Offer::Describe] }
    }
}
