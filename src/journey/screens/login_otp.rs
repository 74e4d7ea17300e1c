//! The second factor of the login: an OTP of its own, asked before the main menu (facts.md, section A, "2-factor").

use super::otp_box::{self, OtpBox};
use crate::journey::answers::Answer;
use crate::journey::guidance::{Guidance, Pointer};
use crate::journey::reading::Reading;
use crate::journey::say::{Message, Say};
use crate::journey::step::{Step, Target};
use crate::page::snapshot::Kind;

/// Names of the button that checks the OTP.
const VERIFY: [&str; 9] =
    ["verify otp", "verify", "verify & login", "validate otp", "submit", "submit otp", "continue", "login", "proceed"];

/// The login's OTP page or dialog.
#[derive(Clone, Debug)]
pub struct LoginOtp {
    otp: OtpBox,
    answer: Option<Answer>,
}

impl LoginOtp {
    /// On the portal, before anybody is signed in, with an OTP box as the only field and no word of API registration.
    pub(super) fn find(reading: &Reading<'_>) -> Option<Self> {
        if !reading.is_the_portal() || reading.is_signed_in() || otp_box::is_about_the_api(reading) {
            return None;
        }
        let fields =
            reading.clear().filter(|c| !matches!(c.kind, Kind::Link | Kind::Button | Kind::Radio | Kind::Other));
        if fields.count() != 1 {
            return None;
        }
        Some(Self { otp: OtpBox::find(reading, &VERIFY)?, answer: Answer::read(reading, &[Answer::WrongOtp]) })
    }

    pub(super) fn decide(&self) -> Guidance {
        let pointer = if self.otp.wants_typing(self.answer) {
            Pointer::new(Step::SignIn, Target::LoginOtp, self.otp.field.id, Say::just(Message::TypeLoginOtp))
                .also(Say::just(Message::TwoOtps))
        } else {
            Pointer::new(Step::SignIn, Target::LoginVerifyOtp, self.otp.verify, Say::just(Message::PressVerifyLoginOtp))
        };
        let pointer = pointer.beside([self.otp.field.id, self.otp.verify]);
        Guidance::Point(pointer.answering(self.answer))
    }
}
