//! An OTP box with its button, as two screens have it.

use crate::journey::answers::Answer;
use crate::journey::reading::Reading;
use crate::page::snapshot::{Control, ControlId, Kind};

const OTP: [&str; 5] = ["otp", "one time password", "one-time password", "verification code", "txtotp"];
const API: [&str; 5] =
    ["api registration", "api interface", "api user", "register your gstin", "registration through gsp"];

/// An OTP box and the button that checks it.
#[derive(Clone, Debug)]
pub(super) struct OtpBox {
    pub(super) field: Control,
    pub(super) verify: ControlId,
}

impl OtpBox {
    /// The one box called OTP and the first button of `verify`'s names behind it.
    pub(super) fn find(reading: &Reading<'_>, verify: &[&str]) -> Option<Self> {
        let boxes = reading.clear().filter(|c| matches!(c.kind, Kind::TextBox | Kind::PasswordBox));
        let mut called = boxes.filter(|c| reading.is_called(c, &OTP));
        let (Some(field), None) = (called.next(), called.next()) else { return None };
        Some(Self { field: field.clone(), verify: reading.pressable_after(field.id, verify)? })
    }

    /// Whether an OTP has yet to be typed: none is there, or the one that is there was refused.
    pub(super) fn wants_typing(&self, answer: Option<Answer>) -> bool {
        !self.field.finished() || answer == Some(Answer::WrongOtp)
    }
}

/// Whether the page says, outside its menu, that it is about the API.
pub(super) fn is_about_the_api(reading: &Reading<'_>) -> bool {
    reading.has_title(&API)
}
