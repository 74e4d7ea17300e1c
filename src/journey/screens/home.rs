//! The public home page: the way in is "Login" in its header (facts.md, section A).

use super::sign_in;
use crate::journey::answers::Answer;
use crate::journey::guidance::{Guidance, Pointer};
use crate::journey::reading::{LOGIN, Reading};
use crate::journey::say::{Message, Say};
use crate::journey::step::{Step, Target};
use crate::journey::words::words;
use crate::snapshot::ControlId;

/// Where the home page is served; a failed login leaves the second in the address.
const PATHS: [&str; 5] = ["/", "/home/login", "/home", "/home/index", "/index.html"];
words! {
    /// What only the home page says.
    said NEWS = ["latest updates", "dear taxpayers", "what's new"];
}

/// The public home page.
#[derive(Clone, Debug)]
pub struct Home {
    login: ControlId,
    answer: Option<Answer>,
}

impl Home {
    /// The portal by name, its home by address or news, and a way to log in.
    pub(super) fn find(reading: &Reading<'_>) -> Option<Self> {
        let path = reading.page.path.to_ascii_lowercase();
        let is_home = PATHS.contains(&path.as_str()) || reading.says(NEWS);
        if !is_home || !reading.is_the_portal() || reading.is_signed_in() {
            return None;
        }
        // A dialog in front has to be done with first, and its "Login" is another one.
        if reading.is_behind() || sign_in::has_password(reading) {
            return None;
        }
        Some(Self {
            login: reading.pressable(LOGIN)?,
            answer: Answer::read(reading, &[Answer::SessionEnded, Answer::WrongLogin, Answer::WrongCaptcha]),
        })
    }

    pub(super) fn decide(&self) -> Guidance {
        let pointer = Pointer::new(Step::SignIn, Target::LoginButton, self.login, Say::just(Message::OpenLogin));
        Guidance::Point(pointer.answering(self.answer))
    }
}
