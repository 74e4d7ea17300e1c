//! A notice in front of a page of the job: it has to be closed first (facts.md, "Interstitials").

use crate::journey::guidance::{Guidance, Pointer};
use crate::journey::reading::Reading;
use crate::journey::say::{Message, Say};
use crate::journey::step::{Step, Target};
use crate::journey::words::words;
use crate::snapshot::{ControlId, Kind};
use crate::text::find;

words! {
    /// Names of what closes a notice, the clearest first.
    called CLOSE = ["close", "ok", "okay", "got it", "dismiss", "×", "x", "✕", "skip"];
}

/// A pop-up over a page of the job.
#[derive(Clone, Debug)]
pub struct Notice {
    close: Option<ControlId>,
    step: Step,
}

impl Notice {
    /// To be asked only where a pop-up lies over a known page. One with fields in it is no notice.
    /// `step` is the step of the page below.
    pub(super) fn find(reading: &Reading<'_>, step: Step) -> Option<Self> {
        let is_field = |kind| matches!(kind, Kind::TextBox | Kind::PasswordBox | Kind::Select);
        if !reading.clear(|control| is_field(control.kind)).is_empty() {
            return None;
        }
        let named = CLOSE.each().find_map(|name| reading.pressable(name));
        Some(Self { close: named.or_else(|| reading.nameless("close")).or_else(|| only_drawn(reading)), step })
    }

    pub(super) fn decide(&self) -> Guidance {
        match self.close {
            Some(close) => {
                let say = Say::just(Message::CloseNotice);
                Guidance::Point(Pointer::new(Step::SignIn, Target::CloseNotice, close, say))
            }
            None => Guidance::Wait { step: self.step, say: vec![Say::just(Message::SomethingInFront)] },
        }
    }
}

/// The only thing in front that can be pressed: without a name it is drawn, and unless it leads away it is a cross.
fn only_drawn(reading: &Reading<'_>) -> Option<ControlId> {
    let [only] = reading.clear(|control| matches!(control.kind, Kind::Link | Kind::Button))[..] else { return None };
    let leads_away = only.hints.iter().any(|hint| find(hint, "/").is_some());
    (only.name.is_empty() && !leads_away).then_some(only.id)
}
