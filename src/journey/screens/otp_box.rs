//! An OTP box with its button, as two screens have it.

use crate::journey::answers::Answer;
use crate::journey::assign::{Found, assign};
use crate::journey::guidance::Pointer;
use crate::journey::meaning::Meaning;
use crate::journey::reading::Reading;
use crate::journey::words::words;
use crate::snapshot::{Control, Kind, Reach};
use crate::text::vocabulary::Called;

words! {
    said OTP_NAMES = ["otp", "one time password", "one-time password", "verification code"];
    said CAPTCHA_NAMES =
        ["captcha", "captcha code", "enter above captcha", "enter captcha", "shown above", "text shown", "letters"];
}
const OTP: Meaning = Meaning {
    kinds: &[Kind::TextBox, Kind::PasswordBox],
    names: OTP_NAMES,
    others: &["captcha", "mobile", "user name", "username", "search", "gstin"],
    stems: &["otp"],
};
/// The letters of a picture, which some pages ask for beside the OTP.
pub(super) const CAPTCHA: Meaning = Meaning {
    kinds: &[Kind::TextBox, Kind::PasswordBox],
    names: CAPTCHA_NAMES,
    others: &["otp", "user name", "username", "password", "search"],
    stems: &["captcha"],
};

/// An OTP box and the button that checks it.
#[derive(Clone, Debug)]
pub(super) struct OtpBox<'a> {
    pub(super) field: &'a Control,
    pub(super) captcha: Option<&'a Control>,
    pub(super) verify: &'a Control,
}

/// Of an OTP box in parts, one for each digit, the first that is empty.
fn first_open<'a>(field: &'a Control, parts: &[&'a Control]) -> &'a Control {
    let last = parts.last().copied().unwrap_or(field);
    std::iter::once(field).chain(parts.iter().copied()).find(|part| !part.filled).unwrap_or(last)
}

/// Why there is no OTP box to point at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Missing {
    /// No box is called OTP.
    Box,
    /// Two are.
    Alike,
    /// The box is there, the button is not.
    Button,
}

impl<'a> OtpBox<'a> {
    /// The one box called OTP and the first button of `verify`'s names behind it.
    pub(super) fn find(reading: &Reading<'a>, verify: Called) -> Result<Self, Missing> {
        match assign(reading, &reading.entries(), [&OTP, &CAPTCHA]) {
            [Found::One(field), captcha] => {
                let captcha = captcha.one();
                let parts = reading.parts_of(field);
                let own: Vec<&Control> = parts.iter().copied().chain(captcha).collect();
                let verify = reading.pressable_after(field, verify, &own).ok_or(Missing::Button)?;
                Ok(Self { field: first_open(field, &parts), captcha, verify })
            }
            [Found::Alike, _] => Err(Missing::Alike),
            [Found::Nowhere, _] => Err(Missing::Box),
        }
    }

    /// Whether a control is this box, or one of its parts.
    pub(super) fn is_part(&self, control: &Control) -> bool {
        control.id == self.field.id || control.part_of.is_some() && control.part_of == self.field.part_of
    }

    /// The button that checks the OTP, unless it is switched off.
    pub(super) fn ready_verify(&self) -> Option<&'a Control> {
        Some(self.verify).filter(|verify| verify.reach != Reach::Off)
    }

    /// The letters of a picture beside it, while they have yet to be typed.
    pub(super) fn open_captcha(&self) -> Option<&'a Control> {
        self.captcha.filter(|captcha| !captcha.finished())
    }

    /// The same pointer, with all of it left free by the callout.
    pub(super) fn beside(&self, pointer: Pointer) -> Pointer {
        let pointer = pointer.beside(&[self.field, self.verify]);
        match self.captcha {
            Some(captcha) => pointer.beside(&[captcha]),
            None => pointer,
        }
    }

    /// Whether an OTP has yet to be typed: none is there, or the one that is there was refused.
    pub(super) fn wants_typing(&self, answer: Option<Answer>) -> bool {
        !self.field.left_or_full() || answer == Some(Answer::WrongOtp)
    }
}
