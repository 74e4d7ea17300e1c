//! "API Registration / Enter OTP": opening it sends the OTP to the mobile registered with GST (facts.md, section A).

use super::otp_box::{self, OtpBox};
use crate::journey::answers::Answer;
use crate::journey::guidance::{Guidance, Pointer};
use crate::journey::reading::Reading;
use crate::journey::say::{Message, Say};
use crate::journey::step::{Step, Target};

/// Names of the button that checks the OTP.
const VERIFY: [&str; 5] = ["verify otp", "verify", "validate otp", "submit otp", "submit"];
/// Titles of the neighbouring pages that ask for an OTP too.
const NEIGHBOURS: [&str; 6] =
    ["freeze api user", "freeze user", "change api password", "change password", "ip whitelisting", "forgot password"];

/// The OTP page of the API registration.
#[derive(Clone, Debug)]
pub struct Otp {
    otp: OtpBox,
    answer: Option<Answer>,
}

impl Otp {
    /// An OTP box with its button, under a title about the API, and not a neighbour's.
    pub(super) fn find(reading: &Reading<'_>) -> Option<Self> {
        if !otp_box::is_about_the_api(reading) || reading.has_title(&NEIGHBOURS) {
            return None;
        }
        Some(Self {
            otp: OtpBox::find(reading, &VERIFY)?,
            answer: Answer::read(reading, &[Answer::WrongOtp, Answer::PortalFault]),
        })
    }

    pub(super) fn decide(&self) -> Guidance {
        let pointer = if self.otp.wants_typing(self.answer) {
            Pointer::new(Step::VerifyOtp, Target::Otp, self.otp.field.id, Say::just(Message::TypeOtp))
                .also(Say::just(Message::OtpWhere))
        } else {
            Pointer::new(Step::VerifyOtp, Target::VerifyOtp, self.otp.verify, Say::just(Message::PressVerifyOtp))
        };
        let pointer = pointer.beside([self.otp.field.id, self.otp.verify]);
        Guidance::Point(pointer.answering(self.answer))
    }
}
