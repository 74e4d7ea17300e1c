//! "API Registration / Enter OTP": opening it sends the OTP to the mobile registered with GST (facts.md, section A).

use super::job;
use super::otp_box::{Missing, OtpBox};
use crate::journey::answers::Answer;
use crate::journey::context::Context;
use crate::journey::guidance::{Guidance, Offer, Pointer};
use crate::journey::reading::Reading;
use crate::journey::say::{Message, Say};
use crate::journey::step::{Step, Target};
use crate::journey::words::words;

words! {
    /// Names of the button that checks the OTP.
    called VERIFY = ["verify otp", "verify", "validate otp", "submit otp"];
    /// The same, and what any form may have.
    called VERIFY_OR_SUBMIT = ["verify otp", "verify", "validate otp", "submit otp", "submit"];
}

/// What the portal may answer here.
const ANSWERS: [Answer; 4] =
    [Answer::MobileNotRegistered, Answer::GstinNotEnabled, Answer::WrongOtp, Answer::PortalFault];

/// The OTP page of the API registration.
#[derive(Clone, Debug)]
pub struct Otp<'a> {
    otp: Result<OtpBox<'a>, Missing>,
    answer: Option<Answer>,
}

impl<'a> Otp<'a> {
    /// Under a title about the API, and not a neighbour's: an OTP box with its button, or at least the words or the
    /// button for one.
    pub(super) fn find(reading: &Reading<'a>) -> Option<Self> {
        // One that does not name the API is known by what was pressed before it.
        let was_asked_for = reading.is_signed_in() && reading.was_pressed(&[Target::CreateApiUser, Target::VerifyOtp]);
        if job::is_a_neighbours(reading) || !job::is_about_the_api(reading) && !was_asked_for {
            return None;
        }
        let otp = OtpBox::find(reading, VERIFY_OR_SUBMIT);
        let is_known =
            !matches!(otp, Err(Missing::Box)) || reading.has_title(job::ASKS) || reading.pressable(VERIFY).is_some();
        let answer = Answer::read(reading, &ANSWERS);
        is_known.then_some(Self { otp, answer })
    }

    pub(super) fn decide(&self, context: &Context<'_>) -> Guidance {
        let answer = context.standing(self.answer);
        let otp = match &self.otp {
            Ok(otp) => otp,
            Err(missing) => return unsure(*missing, answer),
        };
        let pointer = if otp.wants_typing(answer) {
            Pointer::new(Step::VerifyOtp, Target::Otp, otp.field.id, Say::just(Message::TypeOtp))
                .also(Say::just(Message::OtpWhere))
        } else if let Some(captcha) = otp.open_captcha() {
            Pointer::new(Step::VerifyOtp, Target::Captcha, captcha.id, Say::just(Message::TypeCaptcha))
        } else {
            match otp.ready_verify() {
                Some(verify) => {
                    Pointer::new(Step::VerifyOtp, Target::VerifyOtp, verify.id, Say::just(Message::PressVerifyOtp))
                }
                None => return Guidance::unsure(Step::VerifyOtp, Message::IsOff, "Verify OTP"),
            }
        };
        let pointer = otp.beside(pointer);
        Guidance::Point(pointer.answering(answer))
    }
}

/// The screen is known, and what to point at is not: the portal may have said why.
fn unsure(missing: Missing, answer: Option<Answer>) -> Guidance {
    if let Some(answer) = answer {
        return Guidance::Blocked { step: Step::VerifyOtp, say: vec![answer.help()], offers: vec![Offer::Describe] };
    }
    let (message, what) = match missing {
        Missing::Box => (Message::NotFound, "Enter OTP"),
        Missing::Alike => (Message::TwoAlike, "Enter OTP"),
        Missing::Button => (Message::NotFound, "Verify OTP"),
    };
    Guidance::unsure(Step::VerifyOtp, message, what)
}
