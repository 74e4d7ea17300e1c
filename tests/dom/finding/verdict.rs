//! What the guide makes of a page, and whether that is right.

use std::fmt;

use einvoice_api_guide::guide::judge;
use einvoice_api_guide::journey::bar::Bar;
use einvoice_api_guide::journey::memory::Before;
use einvoice_api_guide::journey::step::Target;
use einvoice_api_guide::journey::{Act, Context, Guidance, Memory, Screen, Settings, vocabulary};
use einvoice_api_guide::page::{Interest, Look};
use portals::{Page, Ring, Words};
use web_sys::{Document, Element};

/// What the guide does about a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Deed {
    /// It rings a control, or acts on it: the target it takes it for, and the mark that the control bears.
    On { target: &'static str, mark: String },
    /// It points at nothing, and says what somebody can do.
    Said,
    /// It says that the API user is there.
    Done,
    /// Nothing at all.
    Silent,
}

/// How right that is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    Right,
    Wrong,
    Silent,
}

/// A look at a page.
pub struct Seen {
    pub look: Look,
    before: Before,
}

impl Seen {
    pub fn of(page: &Document, path: &str) -> Self {
        let mut look = Look::at(page, &Interest::new(&vocabulary::all()), None);
        path.clone_into(&mut look.snapshot.path);
        Self { look, before: Before::default() }
    }

    /// The same page for one who has just pressed the target of this name.
    pub fn after(self, pressed: Option<&str>) -> Self {
        let pressed = pressed.map(|pressed| match pressed {
            "create-api-user" => Target::CreateApiUser,
            "submit" => Target::Submit,
            other => panic!("nobody knows what comes after {other}"),
        });
        Self { before: Before { pressed, sent: None }, ..self }
    }

    /// What the guide does, being as sure as `bar`.
    pub fn deed(&self, bar: Bar) -> Deed {
        let settings = Settings::default();
        let screen = Screen::sure_after(&self.look.snapshot, &settings.gsp, bar, self.before);
        let memory = Memory::default();
        let judgement = judge(&screen, &self.look, &settings.gsp, None);
        let context = Context::ready(&settings, &memory, &judgement);
        let (target, at) = match screen.decide(&context) {
            Guidance::Point(pointer) => (pointer.target.name(), pointer.at),
            Guidance::Act(Act::ChooseChannel(radio)) => ("through-gsp", radio),
            Guidance::Act(Act::ChooseGsp { list, .. }) => ("gsp", list),
            Guidance::Wait { .. } | Guidance::Blocked { .. } => return Deed::Said,
            Guidance::Done { .. } => return Deed::Done,
            Guidance::Nothing | Guidance::NotYet => return Deed::Silent,
        };
        Deed::On { target, mark: self.look.shown(at).map(mark).unwrap_or_default() }
    }
}

impl Deed {
    /// Whether it is right on a page.
    pub fn verdict(&self, page: &Page) -> Verdict {
        match self {
            Self::On { target, mark } => self.ring_verdict(page, target, mark),
            Self::Done if page.words == Words::Done => Verdict::Right,
            Self::Done => Verdict::Wrong,
            Self::Said if page.expected.is_none() && page.words != Words::Done => Verdict::Right,
            Self::Silent if page.expected.is_none() && page.words == Words::Free => Verdict::Right,
            Self::Said | Self::Silent => Verdict::Silent,
        }
    }

    fn ring_verdict(&self, page: &Page, target: &str, mark: &str) -> Verdict {
        let is_expected = page.expected == Some(target) && mark == target;
        let may_be = |ring: &Ring| ring.mark == mark && ring.target.is_none_or(|wanted| wanted == target);
        if is_expected || page.also.iter().any(may_be) { Verdict::Right } else { Verdict::Wrong }
    }
}

impl fmt::Display for Deed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Said => f.write_str("said"),
            Self::Done => f.write_str("done"),
            Self::Silent => f.write_str("silent"),
            Self::On { target, mark } => write!(f, "{target} on <{mark}>"),
        }
    }
}

/// What a made-up page says of an element, or of the one that holds it, or of what it holds.
fn mark(element: &Element) -> String {
    let holder = element.closest("[data-is]").ok().flatten();
    let marked = holder.or_else(|| element.query_selector("[data-is]").ok().flatten());
    marked.and_then(|marked| marked.get_attribute("data-is")).unwrap_or_default()
}
