//! The main menu: API Registration > User Credentials > Create API User, each closed until the one before is pressed
//! (facts.md, section A, "Logged-in shell"; wordings of section B).

use crate::journey::answers::Answer;
use crate::journey::guidance::{Guidance, Pointer};
use crate::journey::reading::Reading;
use crate::journey::say::{Message, Say};
use crate::journey::step::{Step, Target};
use crate::page::snapshot::ControlId;

const API_REGISTRATION: [&str; 3] = ["api registration", "registration / api", "api-registration"];
const USER_CREDENTIALS: [&str; 2] = ["user credentials", "user credential"];
const CREATE_API_USER: [&str; 2] = ["create api user", "create api users"];
/// Other entries of the same menu: they tell it from a page that only mentions one of ours.
const NEIGHBOURS: [&str; 9] = [
    "e-invoice",
    "mis reports",
    "user management",
    "ip whitelisting",
    "freeze api user",
    "change api password",
    "list of api users",
    "e-way bill",
    "change password",
];

/// The main menu, opened as far as it is.
#[derive(Clone, Debug)]
pub enum Menu {
    /// Everything is closed.
    Closed(ControlId),
    /// "User Credentials" can be seen.
    Registration(ControlId),
    /// "Create API User" can be seen.
    Credentials(ControlId),
    /// The menu is there without any of ours.
    Without,
}

impl Menu {
    /// The deepest of our three entries that can be pressed, with two more signs that this is the menu.
    pub(super) fn find(reading: &Reading<'_>) -> Option<Self> {
        if signs(reading) < 2 {
            return None;
        }
        if let Some(create) = reading.pressable(&CREATE_API_USER) {
            return Some(Self::Credentials(create));
        }
        if let Some(credentials) = reading.pressable(&USER_CREDENTIALS) {
            return Some(Self::Registration(credentials));
        }
        if let Some(registration) = reading.pressable(&API_REGISTRATION) {
            return Some(Self::Closed(registration));
        }
        let ours = [&API_REGISTRATION[..], &USER_CREDENTIALS, &CREATE_API_USER];
        let is_without = is_dashboard(reading) && !ours.into_iter().any(|names| reading.exists(names));
        is_without.then_some(Self::Without)
    }

    pub(super) fn decide(&self, answer: Option<Answer>) -> Guidance {
        let (step, target, at, message) = match *self {
            Self::Closed(at) => (Step::ApiRegistration, Target::ApiRegistration, at, Message::PressApiRegistration),
            Self::Registration(at) => {
                (Step::UserCredentials, Target::UserCredentials, at, Message::PressUserCredentials)
            }
            Self::Credentials(at) => (Step::CreateApiUser, Target::CreateApiUser, at, Message::PressCreateApiUser),
            Self::Without => {
                let say = vec![Say::just(Message::MenuMissing), Say::just(Message::MenuMissingHelp)];
                return Guidance::Blocked { step: Step::ApiRegistration, say, offers: Vec::new() };
            }
        };
        let mut pointer = Pointer::new(step, target, at, Say::just(message));
        if let Self::Credentials(_) = self {
            pointer = pointer.also(Say::just(Message::OtpGoesTo));
        }
        Guidance::Point(pointer.answering(answer))
    }
}

/// How many independent signs say that this is the main menu.
fn signs(reading: &Reading<'_>) -> usize {
    let neighbours = NEIGHBOURS.iter().filter(|name| reading.exists(&[name])).count();
    neighbours.min(2) + usize::from(reading.is_signed_in()) + usize::from(is_dashboard(reading))
}

fn is_dashboard(reading: &Reading<'_>) -> bool {
    reading.says(&["dash board", "dashboard"])
}
