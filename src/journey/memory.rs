//! What the guide remembers of a visit: what it did itself, what the user said about it and pressed. A visit outlives a
//! document, for the portal loads whole pages; nothing that anybody typed is in it.

use serde::{Deserialize, Serialize};

use super::mark::Mark;
use super::step::Target;

/// After this time a press tells nothing of the page any more, in milliseconds.
const FRESH: f64 = 10.0 * 60.0 * 1000.0;

/// One of the two selections the guide may make.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Selection {
    /// "Through GSP".
    Channel,
    /// The GSP.
    Gsp,
}

/// What became of one of the two selections the guide may make, each at most once a visit.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Deed {
    /// Not done by the guide.
    #[default]
    NotYet,
    /// Asked for by the user with a button: to be done whatever the settings say.
    Asked,
    /// Done by the guide. With the place of what was selected before, if anything was.
    Done(Option<usize>),
    /// Tried by the guide, and the page did not let it.
    Refused,
    /// Taken back by the user: from here on it is the user's own choice.
    TakenBack,
}

impl Deed {
    /// Whether the guide made the selection, and it still stands as its own.
    #[must_use]
    pub fn is_done(self) -> bool {
        matches!(self, Self::Done(_))
    }
}

/// The control that the user pressed last of those that were ringed.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Pressed {
    /// What it was.
    pub target: Target,
    /// When, in milliseconds since 1970.
    pub at: f64,
}

/// The guide's memory of a visit.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Memory {
    /// Selecting "Through GSP".
    pub channel: Deed,
    /// Selecting the GSP.
    pub gsp: Deed,
    /// Whether the user wants to keep a GSP other than the one in the settings.
    pub keeps_other: bool,
    /// What the user pressed last.
    pub pressed: Option<Pressed>,
    /// Of the user name that was sent last.
    pub sent: Option<Mark>,
    /// Whether the user has made the callout small.
    pub folded: bool,
    /// Whether the user has edited the form since the portal answered it. Of one document only.
    #[serde(skip)]
    pub edited: bool,
}

/// What happened just before a page came, as far as it tells of the page.
#[derive(Clone, Copy, Debug, Default)]
pub struct Before {
    /// What the user pressed last, if that was a short time ago.
    pub pressed: Option<Target>,
    /// Of the user name that was sent on this visit.
    pub sent: Option<Mark>,
}

/// Something to remember.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Event {
    /// The guide made a selection, where this one was selected before.
    Made(Selection, Option<usize>),
    /// The page did not let the guide make it.
    Refused(Selection),
    /// The user asked for it.
    Asked(Selection),
    /// The user took it back.
    TookBack(Selection),
    /// The user keeps another GSP.
    Kept,
    /// The user edited the form.
    Edited,
    /// The user pressed what was ringed, or sent the form, at this time in milliseconds since 1970.
    Pressed(Target, f64),
    /// The user sent the form with this user name.
    Sent(Mark),
    /// The user made the callout small, or large again.
    Folded(bool),
    /// The page is this.
    Saw(Place),
}

/// What a page says about where the user is in the job.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// Nobody is signed in: the home page, the login, its OTP.
    SignedOut,
    /// The main menu.
    Menu,
    /// The OTP of the registration.
    Otp,
    /// The registration form.
    Form,
    /// The API user exists.
    Done,
    /// A curtain, a notice, an inner page, or a page that is not understood: it tells nothing.
    Unclear,
}

/// The parts of the memory that are forgotten, each by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Part {
    /// What the guide did on the form, and what the user said to it.
    Deeds,
    /// That the form was edited.
    Edited,
    /// Which user name was sent: whoever signs in next sends another.
    Sent,
}

/// What is forgotten where: the rule in one table. Only a recognised other screen ends anything.
const FORGOTTEN: [(Place, &[Part]); 6] = [
    (Place::SignedOut, &[Part::Deeds, Part::Sent]),
    (Place::Menu, &[Part::Deeds, Part::Edited]),
    (Place::Otp, &[Part::Deeds]),
    (Place::Form, &[]),
    (Place::Done, &[Part::Deeds, Part::Edited]),
    (Place::Unclear, &[]),
];

impl Memory {
    /// Remembers something.
    pub fn learn(&mut self, event: Event) {
        match event {
            Event::Made(selection, before) => *self.deed_mut(selection) = Deed::Done(before),
            Event::Refused(selection) => *self.deed_mut(selection) = Deed::Refused,
            Event::Asked(selection) => *self.deed_mut(selection) = Deed::Asked,
            Event::TookBack(selection) => *self.deed_mut(selection) = Deed::TakenBack,
            Event::Kept => self.keeps_other = true,
            Event::Edited => self.edited = true,
            // A press into a field leads nowhere.
            Event::Pressed(target, _) if target.is_field() => {}
            Event::Pressed(target, at) => {
                self.pressed = Some(Pressed { target, at });
                // What the portal answers next is about the form as it is now.
                self.edited &= !matches!(target, Target::Submit | Target::VerifyOtp | Target::LoginVerifyOtp);
            }
            Event::Sent(mark) => self.sent = Some(mark),
            Event::Folded(is_folded) => self.folded = is_folded,
            Event::Saw(place) => self.forget_at(place),
        }
    }

    fn forget_at(&mut self, place: Place) {
        for part in FORGOTTEN.iter().filter(|(at, _)| *at == place).flat_map(|(_, parts)| *parts) {
            match part {
                Part::Deeds => (self.channel, self.gsp, self.keeps_other) = Default::default(),
                Part::Edited => self.edited = false,
                Part::Sent => self.sent = None,
            }
        }
    }

    /// What became of a selection.
    #[must_use]
    pub fn deed(&self, selection: Selection) -> Deed {
        match selection {
            Selection::Channel => self.channel,
            Selection::Gsp => self.gsp,
        }
    }

    fn deed_mut(&mut self, selection: Selection) -> &mut Deed {
        match selection {
            Selection::Channel => &mut self.channel,
            Selection::Gsp => &mut self.gsp,
        }
    }

    /// The selection that an Undo takes back: the guide's last one.
    #[must_use]
    pub fn last_made(&self) -> Option<Selection> {
        [Selection::Gsp, Selection::Channel].into_iter().find(|selection| self.deed(*selection).is_done())
    }

    /// What the user pressed last, if that was a short time before `now` (milliseconds since 1970).
    #[must_use]
    pub fn just_pressed(&self, now: f64) -> Option<Target> {
        let fresh = self.pressed.filter(|pressed| (0.0..FRESH).contains(&(now - pressed.at)));
        fresh.map(|pressed| pressed.target)
    }

    /// What tells of a page that comes `now`.
    #[must_use]
    pub fn before(&self, now: f64) -> Before {
        Before { pressed: self.just_pressed(now), sent: self.sent }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn after_both() -> Memory {
        let mut memory = Memory::default();
        memory.learn(Event::Pressed(Target::VerifyOtp, 1.0));
        memory.learn(Event::Made(Selection::Channel, None));
        memory.learn(Event::Made(Selection::Gsp, Some(0)));
        memory.learn(Event::Edited);
        memory.learn(Event::Sent(Mark::of("genems", 1)));
        memory
    }

    /// A curtain of 50 ms once made the guide select again, without end.
    #[test]
    fn only_a_recognised_other_screen_ends_it() {
        for (place, keeps_deeds, keeps_edit) in [
            (Place::Unclear, true, true),
            (Place::Form, true, true),
            (Place::Menu, false, false),
            (Place::Otp, false, true),
            (Place::Done, false, false),
            (Place::SignedOut, false, true),
        ] {
            let mut memory = after_both();
            memory.learn(Event::Saw(place));
            assert_eq!(memory.gsp.is_done(), keeps_deeds, "{place:?}");
            assert_eq!(memory.edited, keeps_edit, "{place:?}");
        }
    }

    #[test]
    fn the_name_that_was_sent_is_known_until_somebody_else_signs_in() {
        let mut memory = after_both();
        for place in [Place::Done, Place::Menu, Place::Otp, Place::Form, Place::Unclear] {
            memory.learn(Event::Saw(place));
        }
        assert!(memory.before(2.0).sent.is_some_and(|mark| mark.is_of("API_genems")));
        memory.learn(Event::Saw(Place::SignedOut));
        assert_eq!(memory.sent, None);
    }

    #[test]
    fn an_undo_holds_for_the_rest_of_the_visit() {
        let mut memory = after_both();
        memory.learn(Event::TookBack(Selection::Gsp));
        memory.learn(Event::Saw(Place::Unclear));
        memory.learn(Event::Saw(Place::Form));
        assert_eq!(memory.gsp, Deed::TakenBack);
        assert_eq!(memory.last_made(), Some(Selection::Channel));
    }

    #[test]
    fn an_answer_after_submit_stands_until_the_next_edit() {
        let mut memory = after_both();
        memory.learn(Event::Pressed(Target::Submit, 2.0));
        assert!(!memory.edited);
        memory.learn(Event::Edited);
        assert!(memory.edited);
    }

    #[test]
    fn an_old_press_tells_nothing() {
        let mut memory = Memory::default();
        memory.learn(Event::Pressed(Target::CreateApiUser, 1_000.0));
        assert_eq!(memory.just_pressed(2_000.0), Some(Target::CreateApiUser));
        assert_eq!(memory.just_pressed(1_000.0 + FRESH), None);
        assert_eq!(memory.just_pressed(0.0), None, "a clock set back");
    }

    /// A press into the box for the OTP once made the page another one.
    #[test]
    fn a_press_into_a_field_changes_nothing() {
        let mut memory = Memory::default();
        memory.learn(Event::Pressed(Target::CreateApiUser, 1.0));
        memory.learn(Event::Pressed(Target::Otp, 2.0));
        assert_eq!(memory.just_pressed(3.0), Some(Target::CreateApiUser));
    }

    #[test]
    fn what_is_stored_of_a_visit_comes_back_and_holds_no_edit() {
        let memory = after_both();
        let stored = serde_json::to_string(&memory).unwrap();
        let back: Memory = serde_json::from_str(&stored).unwrap();
        assert_eq!(back, Memory { edited: false, ..memory });
        assert_eq!(serde_json::from_str::<Memory>("{}").unwrap(), Memory::default());
    }
}
