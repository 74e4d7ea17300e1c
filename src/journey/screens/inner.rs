//! Any other page behind the login: the menu exists only on the main menu, so the way on leads through Home
//! (facts.md, section A).

use super::{job, login_otp, menu};
use crate::journey::guidance::{Guidance, Pointer};
use crate::journey::reading::Reading;
use crate::journey::say::{Message, Say};
use crate::journey::step::{Step, Target};
use crate::journey::words::words;
use crate::snapshot::ControlId;

words! {
    called HOME = ["home", "main menu", "dash board", "dashboard"];
}
const HOME_PATH: &str = "/home/mainmenu";

/// A page behind the login that is not part of the job.
#[derive(Clone, Debug)]
pub struct Inner {
    home: ControlId,
}

impl Inner {
    /// Somebody is signed in, and there is a way home. A page of the job that is not understood is not left.
    pub(super) fn find(reading: &Reading<'_>) -> Option<Self> {
        // Home is never the way on where it leads to the very page.
        let is_home = reading.page.path.eq_ignore_ascii_case(HOME_PATH) || menu::is_dashboard(reading);
        if !reading.is_signed_in() || is_home || job::is_of_the_job(reading) || login_otp::is_it(reading) {
            return None;
        }
        Some(Self { home: reading.nameless(HOME_PATH).or_else(|| reading.pressable(HOME))? })
    }

    pub(super) fn decide(&self) -> Guidance {
        let say = Say::just(Message::PressHome);
        Guidance::Point(Pointer::new(Step::ApiRegistration, Target::Home, self.home, say))
    }
}
