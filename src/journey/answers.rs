//! What the portal answered: its refusals, read from the page (facts.md, sections C and D).

use super::reading::Reading;
use super::say::{Message, Say};

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
    /// The session is over.
    SessionEnded,
    /// Codes 3020, 3043, 3058: the portal's own fault.
    PortalFault,
}

/// The words of each answer, the more telling first.
const WORDS: [(Answer, &[&str]); 8] = [
    (Answer::SessionEnded, &["session has expired", "session expired", "session has ended", "session timed out"]),
    (Answer::WrongOtp, &["incorrect otp", "invalid otp", "wrong otp", "otp is incorrect", "otp is not valid"]),
    (Answer::NameTaken, &["username is already registered", "user name is already registered", "different username"]),
    (Answer::WeakPassword, &["password should contain", "password must contain", "weak password"]),
    (Answer::AlreadyRegistered, &["already exists", "already registered"]),
    (Answer::WrongCaptcha, &["invalid captcha", "incorrect captcha", "wrong captcha"]),
    (Answer::WrongLogin, &["invalid login credentials", "invalid login"]),
    (Answer::PortalFault, &["internal server error", "something went wrong", "data not saved"]),
];

impl Answer {
    /// The answer on the page, if it is one that this screen gets: elsewhere the same words may be in the news.
    #[must_use]
    pub fn read(reading: &Reading<'_>, expected: &[Self]) -> Option<Self> {
        let is_given = |(answer, words): &&(Self, &[&str])| expected.contains(answer) && reading.says(words);
        WORDS.iter().find(is_given).map(|(answer, _)| *answer)
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
            Self::SessionEnded => Message::HelpSessionEnded,
            Self::PortalFault => Message::HelpPortalFault,
        })
    }
}
