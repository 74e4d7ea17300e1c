//! The main menu: API Registration > User Credentials > Create API User, each closed until the one before is pressed
//! (facts.md, section A, "Logged-in shell"; wordings of section B).

use crate::journey::answers::Answer;
use crate::journey::guidance::{Guidance, Offer, Pointer};
use crate::journey::reading::Reading;
use crate::journey::say::{Message, Say};
use crate::journey::step::{Step, Target};
use crate::journey::words::words;
use crate::snapshot::ControlId;
use crate::text::vocabulary::Called;

words! {
    called API_REGISTRATION = ["api registration", "registration / api", "api-registration", "registration/api"];
    /// What "API Registration" stands below where it is not on the first level.
    called ABOVE = ["registration", "api"];
    called USER_CREDENTIALS = [
        "user credentials", "user credential", "gsp credentials", "api credentials", "api user credentials", "api users",
        "api user", "gsp users",
    ];
    called CREATE_API_USER = ["create api user", "create api users"];
    /// What stands beside "Create API User": where it can be seen and ours cannot, ours is not there.
    called BESIDE_CREATE = ["freeze api user", "change api password", "list of api users", "list of api user"];
    /// The same beside "User Credentials".
    called BESIDE_CREDENTIALS = ["ip whitelisting", "ip white listing"];
    called NOTHING_BESIDE = [];
    /// Other entries of the same menu: they tell it from a page that only mentions one of ours.
    called NEIGHBOURS = [
        "e-invoice", "mis reports", "user management", "ip whitelisting", "freeze api user", "change api password",
        "list of api users", "e-way bill", "change password",
    ];
    said DASHBOARD = ["dash board", "dashboard"];
}

/// The main menu, opened as far as it is.
#[derive(Clone, Debug)]
pub enum Menu {
    /// This is to be pressed next: one of our three entries.
    Next(Step, Target, ControlId),
    /// This opens the part that one of our entries is in. It is called this.
    Opener(Step, Target, ControlId, String),
    /// What was pressed last is open, and nothing in it can be seen yet.
    Opening(Step),
    /// The part is open, without the entry of this name.
    WithoutEntry(Step, &'static str),
    /// The entry of this name is on the page, but nothing that can be seen leads to it.
    Hidden(Step, &'static str),
    /// The menu is there without any of ours.
    Without,
}

/// A level of the menu.
struct Level {
    names: Called,
    beside: Called,
    step: Step,
    target: Target,
    label: &'static str,
}

/// From the deepest to the first.
const LEVELS: [Level; 3] = [
    Level {
        names: CREATE_API_USER,
        beside: BESIDE_CREATE,
        step: Step::CreateApiUser,
        target: Target::CreateApiUser,
        label: "Create API User",
    },
    Level {
        names: USER_CREDENTIALS,
        beside: BESIDE_CREDENTIALS,
        step: Step::UserCredentials,
        target: Target::UserCredentials,
        label: "User Credentials",
    },
    Level {
        names: API_REGISTRATION,
        beside: NOTHING_BESIDE,
        step: Step::ApiRegistration,
        target: Target::ApiRegistration,
        label: "API Registration",
    },
];

impl Menu {
    /// The deepest of our three entries that can be pressed, or what opens the way to one that cannot, where two more
    /// signs say that this is the menu.
    pub(super) fn find(reading: &Reading<'_>) -> Option<Self> {
        if signs(reading) < 2 {
            return None;
        }
        for (depth, level) in LEVELS.iter().enumerate() {
            if let Some(found) = level.find(reading, depth) {
                return Some(found);
            }
        }
        if !is_dashboard(reading) || reading.is_behind() {
            return None;
        }
        match LEVELS.iter().rev().find(|level| reading.exists(level.names)) {
            Some(level) => Some(Self::Hidden(level.step, level.label)),
            None => Some(Self::above(reading).unwrap_or(Self::Without)),
        }
    }

    /// The one entry that ours may be inside of, while it is closed.
    fn above(reading: &Reading<'_>) -> Option<Self> {
        let [entry] = reading.pressables(ABOVE)[..] else { return None };
        let (step, target) = (Step::ApiRegistration, Target::ApiRegistration);
        (!entry.expanded).then(|| Self::Opener(step, target, entry.id, entry.name.clone()))
    }

    pub(super) fn decide(&self, answer: Option<Answer>) -> Guidance {
        let (step, target, at, say) = match self {
            Self::Next(step, target, at) => (*step, *target, *at, Say::just(press(*target))),
            Self::Opener(step, target, at, name) => (*step, *target, *at, Say::with(Message::PressToOpen, &[name])),
            Self::Opening(step) => return Guidance::Wait { step: *step, say: vec![Say::just(Message::MenuOpening)] },
            Self::WithoutEntry(step, label) => return Guidance::unsure(*step, Message::MenuEntryMissing, label),
            Self::Hidden(step, label) => return Guidance::unsure(*step, Message::IsHidden, label),
            Self::Without => {
                let say = vec![Say::just(Message::MenuMissing), Say::just(Message::MenuMissingHelp)];
                return Guidance::Blocked { step: Step::ApiRegistration, say, offers: vec![Offer::Describe] };
            }
        };
        let mut pointer = Pointer::new(step, target, at, say);
        if target == Target::CreateApiUser {
            pointer = pointer.also(Say::just(Message::OtpGoesTo));
        }
        Guidance::Point(pointer.answering(answer))
    }
}

impl Level {
    /// What to do about this level; `depth` counts from the deepest.
    fn find(&self, reading: &Reading<'_>, depth: usize) -> Option<Menu> {
        let entries = reading.pressables(self.names);
        // One that is open may hold another of these names.
        if let Some(entry) = entries.iter().find(|entry| !entry.expanded).or(entries.first()) {
            let inside = &LEVELS[..depth];
            let is_open = |inner: &Level| !reading.pressables(inner.beside).is_empty();
            return Some(match inside.last() {
                // Pressing what is open already would close it.
                Some(inner) if inside.iter().any(is_open) => Menu::WithoutEntry(inner.step, inner.label),
                Some(inner) if entry.expanded => Menu::Opening(inner.step),
                _ => Menu::Next(self.step, self.target, entry.id),
            });
        }
        let opener = reading.opener_of(self.names)?;
        let own = LEVELS.iter().find(|level| reading.is_named(opener, level.names));
        if let Some(level) = own {
            return Some(Menu::Next(level.step, level.target, opener.id));
        }
        // A level of another name: below "API Registration" where that can be seen, else above it.
        let below = reading.pressable(API_REGISTRATION).is_some();
        let (step, target) = if below {
            (Step::UserCredentials, Target::UserCredentials)
        } else {
            (Step::ApiRegistration, Target::ApiRegistration)
        };
        Some(Menu::Opener(step, target, opener.id, opener.name.clone()))
    }
}

fn press(target: Target) -> Message {
    match target {
        Target::CreateApiUser => Message::PressCreateApiUser,
        Target::UserCredentials => Message::PressUserCredentials,
        _ => Message::PressApiRegistration,
    }
}

/// How many independent signs say that this is the main menu.
fn signs(reading: &Reading<'_>) -> usize {
    let neighbours = NEIGHBOURS.each().filter(|name| reading.leads_to(*name)).count();
    neighbours.min(2) + 2 * usize::from(is_dashboard(reading))
}

/// Whether the page calls itself the main menu.
pub(super) fn is_dashboard(reading: &Reading<'_>) -> bool {
    reading.has_title(DASHBOARD)
}
