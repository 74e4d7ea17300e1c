//! What the portal answered: its refusals, read from the page (facts.md, sections C and D).

use super::reading::Reading;
use super::say::{Message, Say};
use super::words::words;
use crate::text::vocabulary::Said;

/// A refusal that the user can do something about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answer {
    /// "Incorrect OTP !!".
    WrongOtp,
    /// "Invalid Login Credentials".
    WrongLogin,
    /// "Invalid Captcha".
    WrongCaptcha,
    /// Code 3004.
    NameTaken,
    /// Code 3003.
    WeakPassword,
    /// Code 3022 and its like: the GSTIN has an API user for this GSP.
    AlreadyRegistered,
    /// The portal has no mobile number to send the code to.
    MobileNotRegistered,
    /// Codes 1014, 3046: the GSTIN may not make e-Invoices.
    GstinNotEnabled,
    /// The same was sent twice.
    SentTwice,
    /// The session is over.
    SessionEnded,
    /// Codes 3020, 3043, 3058: the portal's own fault.
    PortalFault,
}

words! {
    said SESSION_ENDED = ["session has expired", "session expired", "session has ended", "session timed out"];
    said WRONG_OTP = ["incorrect otp", "invalid otp", "wrong otp", "otp is incorrect", "otp is not valid"];
    said NAME_TAKEN = ["username is already registered", "user name is already registered", "different username"];
    said WEAK_PASSWORD = ["password should contain", "password must contain", "weak password"];
    said ALREADY_REGISTERED = ["already exists", "already registered"];
    said MOBILE_NOT_REGISTERED =
        ["mobile number is not registered", "mobile number not registered", "mobile no is not registered", "mobile no not registered", "no mobile number", "mobile number not found", "mobile number is not available"];
    said GSTIN_NOT_ENABLED =
        ["not enabled for e-invoice", "not enabled for e-invoicing", "not enabled for einvoice", "gstin is not enabled", "gstin not enabled", "not eligible for e-invoice", "gstin is inactive"];
    said SENT_TWICE = ["already submitted", "duplicate request", "already in process", "already being processed", "request is in process"];
    said WRONG_CAPTCHA = ["invalid captcha", "incorrect captcha", "wrong captcha"];
    said WRONG_LOGIN = ["invalid login credentials", "invalid login"];
    said PORTAL_FAULT = ["internal server error", "something went wrong", "data not saved"];
}

/// The words of each answer, the more telling first.
const ANSWERS: [(Answer, Said); 11] = [
    (Answer::SessionEnded, SESSION_ENDED),
    (Answer::MobileNotRegistered, MOBILE_NOT_REGISTERED),
    (Answer::GstinNotEnabled, GSTIN_NOT_ENABLED),
    (Answer::SentTwice, SENT_TWICE),
    (Answer::WrongOtp, WRONG_OTP),
    (Answer::NameTaken, NAME_TAKEN),
    (Answer::WeakPassword, WEAK_PASSWORD),
    (Answer::AlreadyRegistered, ALREADY_REGISTERED),
    (Answer::WrongCaptcha, WRONG_CAPTCHA),
    (Answer::WrongLogin, WRONG_LOGIN),
    (Answer::PortalFault, PORTAL_FAULT),
];

impl Answer {
    /// The answer on the page, if it is one that this screen gets: elsewhere the same words may be in the news.
    #[must_use]
    pub fn read(reading: &Reading<'_>, expected: &[Self]) -> Option<Self> {
        let is_given = |(answer, words): &&(Self, Said)| expected.contains(answer) && reading.says(*words);
        ANSWERS.iter().find(is_given).map(|(answer, _)| *answer)
    }

    /// What to do about it.
    #[must_use]
    pub fn help(self) -> Say {
        Say::just(match self {
            Self::WrongOtp => Message::HelpWrongOtp,
            Self::WrongLogin => Message::HelpWrongLogin,
            Self::WrongCaptcha => Message::HelpWrongCaptcha,
            Self::NameTaken => Message::HelpNameTaken,
            Self::WeakPassword => Message::HelpWeakPassword,
            Self::AlreadyRegistered => Message::HelpAlreadyRegistered,
            Self::MobileNotRegistered => Message::HelpMobileNotRegistered,
            Self::GstinNotEnabled => Message::HelpGstinNotEnabled,
            Self::SentTwice => Message::HelpSentTwice,
            Self::SessionEnded => Message::HelpSessionEnded,
            Self::PortalFault => Message::HelpPortalFault,
        })
    }
}
