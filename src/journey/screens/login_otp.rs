//! The second factor of the login: an OTP of its own, asked before the main menu (facts.md, section A, "2-factor").

use super::job;
use super::otp_box::OtpBox;
use crate::journey::answers::Answer;
use crate::journey::context::Context;
use crate::journey::guidance::{Guidance, Pointer};
use crate::journey::reading::Reading;
use crate::journey::say::{Message, Say};
use crate::journey::step::{Step, Target};
use crate::journey::words::words;

words! {
    /// What only the second factor says.
    said LOGIN_OTP = [
        "2-factor", "two factor", "two-factor", "2fa", "factor authentication", "login otp", "otp for login",
        "otp to login", "logging in",
    ];
    /// Names of the button that checks the OTP.
    called VERIFY = [
        "verify otp", "verify", "verify & login", "validate otp", "submit", "submit otp", "continue", "login", "proceed",
    ];
}

/// Whether a page is the login's second factor, understood or not.
pub(super) fn is_it(reading: &Reading<'_>) -> bool {
    reading.has_title(LOGIN_OTP) && reading.says(job::ASKS) && !job::is_a_neighbours(reading)
}

/// The login's OTP page or dialog.
#[derive(Clone, Debug)]
pub struct LoginOtp<'a> {
    otp: OtpBox<'a>,
    answer: Option<Answer>,
}

impl<'a> LoginOtp<'a> {
    /// On the portal, before anybody is signed in, with an OTP box and no word of API registration.
    pub(super) fn find(reading: &Reading<'a>) -> Option<Self> {
        if !reading.is_the_portal() || job::is_about_the_api(reading) || job::is_a_neighbours(reading) {
            return None;
        }
        // Some pages show who signs in before the OTP is there: then it has to say that it belongs to the login.
        let is_of_the_login = reading.says(LOGIN_OTP) || reading.was_pressed(&[Target::SignIn, Target::LoginVerifyOtp]);
        if reading.is_signed_in() && !is_of_the_login {
            return None;
        }
        let otp = OtpBox::find(reading, VERIFY).ok()?;
        // A captcha may stand beside, and another form's box where the page names the second factor; anything more makes
        // it another form.
        let most = if reading.says(LOGIN_OTP) { 3 } else { 2 };
        if reading.entries().iter().filter(|entry| !otp.is_part(entry)).count() >= most {
            return None;
        }
        Some(Self { otp, answer: Answer::read(reading, &[Answer::WrongOtp]) })
    }

    pub(super) fn decide(&self, context: &Context<'_>) -> Guidance {
        let answer = context.standing(self.answer);
        let pointer = if self.otp.wants_typing(answer) {
            Pointer::new(Step::SignIn, Target::LoginOtp, self.otp.field.id, Say::just(Message::TypeLoginOtp))
                .also(Say::just(Message::TwoOtps))
        } else if let Some(captcha) = self.otp.open_captcha() {
            Pointer::new(Step::SignIn, Target::Captcha, captcha.id, Say::just(Message::TypeCaptcha))
        } else {
            let Some(verify) = self.otp.ready_verify() else {
                return Guidance::unsure(Step::SignIn, Message::IsOff, "Verify OTP");
            };
            Pointer::new(Step::SignIn, Target::LoginVerifyOtp, verify.id, Say::just(Message::PressVerifyLoginOtp))
        };
        let pointer = self.otp.beside(pointer);
        Guidance::Point(pointer.answering(answer))
    }
}
