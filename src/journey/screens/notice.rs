//! A notice in front of a page of the job: it has to be closed first (facts.md, "Interstitials").

use crate::journey::guidance::{Guidance, Pointer};
use crate::journey::reading::Reading;
use crate::journey::say::{Message, Say};
use crate::journey::step::{Step, Target};
use crate::page::snapshot::{ControlId, Kind};

/// Names of what closes a notice, the clearest first.
const CLOSE: [&str; 9] = ["close", "ok", "okay", "got it", "dismiss", "×", "x", "✕", "skip"];

/// A pop-up over a page of the job.
#[derive(Clone, Debug)]
pub struct Notice {
    close: Option<ControlId>,
}

impl Notice {
    /// To be asked only where a pop-up lies over a known page. One with fields in it is no notice.
    pub(super) fn find(reading: &Reading<'_>) -> Option<Self> {
        let is_field = |kind| matches!(kind, Kind::TextBox | Kind::PasswordBox | Kind::Select);
        if !reading.clear(&|control| is_field(control.kind)).is_empty() {
            return None;
        }
        let named = CLOSE.iter().find_map(|name| reading.pressable(&[name]));
        Some(Self { close: named.or_else(|| reading.nameless("close")) })
    }

    pub(super) fn decide(&self) -> Guidance {
        match self.close {
            Some(close) => {
                let say = Say::just(Message::CloseNotice);
                Guidance::Point(Pointer::new(Step::SignIn, Target::CloseNotice, close, say))
            }
            None => Guidance::Wait { step: Step::SignIn, say: vec![Say::just(Message::SomethingInFront)] },
        }
    }
}
