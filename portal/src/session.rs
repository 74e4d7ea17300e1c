//! What the portal knows of one visitor.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use ring::digest::{SHA256, digest};
use serde::{Deserialize, Serialize};
use time::{Duration, OffsetDateTime};

use crate::captcha;
use crate::people;
use crate::switches::Switches;
use crate::tokens::Tokens;

/// How far the login has come.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) enum Login {
    #[default]
    Out,
    /// Name, password and captcha were right; the OTP is still to come.
    AwaitsOtp,
    In,
}

/// How far the API registration's OTP has come.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) enum ApiOtp {
    #[default]
    NotSent,
    Sent,
    Verified,
}

/// The registration form exactly as it arrived.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize, Serialize)]
pub(crate) struct Received {
    #[serde(rename(deserialize = "RegisterThrough"))]
    pub(crate) through: Option<String>,
    #[serde(rename(deserialize = "GspName"))]
    pub(crate) gsp: Option<String>,
    #[serde(rename(deserialize = "ApiUser.UserName"), default)]
    pub(crate) username: String,
    #[serde(rename(deserialize = "ApiUser.Password"), default)]
    pub(crate) password: String,
    #[serde(rename(deserialize = "ApiUser.ConfirmPassword"), default)]
    pub(crate) password_again: String,
}

/// An API user.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(crate) struct ApiUser {
    /// The full name, with its `API_`.
    pub(crate) username: String,
    pub(crate) gsp: String,
    pub(crate) frozen: bool,
    /// The day it was made, as the list shows it.
    pub(crate) created_on: String,
    #[serde(skip)]
    pub(crate) password: String,
}

impl ApiUser {
    /// An API user made today.
    pub(crate) fn new(username: String, gsp: &str, password: &str) -> Self {
        Self { username, gsp: gsp.to_owned(), frozen: false, created_on: india_today(), password: password.to_owned() }
    }
}

/// Today's date where the portal is, five and a half hours ahead of Greenwich.
fn india_today() -> String {
    let now = OffsetDateTime::now_utc() + Duration::minutes(330);
    format!("{:02}/{:02}/{}", now.day(), u8::from(now.month()), now.year())
}

/// One visitor's state.
#[derive(Debug, Default)]
pub(crate) struct Session {
    pub(crate) switches: Switches,
    /// 1 or 2: which of the two hosts was asked last.
    pub(crate) portal: u8,
    /// The letters on the picture shown last.
    pub(crate) captcha: String,
    /// What the login page mixed into the password's hash.
    pub(crate) salt: String,
    pub(crate) login: Login,
    pub(crate) api_otp: ApiOtp,
    /// What the next page says in a native `alert()`.
    pub(crate) alert: Option<String>,
    /// What the next page says in its block of errors.
    pub(crate) refusal: Option<String>,
    /// What the next page says in a green message.
    pub(crate) success: Option<String>,
    /// The tokens of the pages it was given.
    pub(crate) tokens: Tokens,
    pub(crate) received: Option<Received>,
    pub(crate) users: Vec<ApiUser>,
    pub(crate) page_errors: Vec<String>,
    pub(crate) requests: u64,
}

/// No more errors than these are kept: a page may throw in a loop.
const MOST_PAGE_ERRORS: usize = 100;

/// No more of an error is kept than this many characters.
const LONGEST_PAGE_ERROR: usize = 1000;

/// No more API users than these are kept.
const MOST_USERS: usize = 100;

impl Session {
    /// Draws a new captcha and salt, as every page with a login dialog does.
    pub(crate) fn renew_challenge(&mut self) {
        self.captcha = captcha::letters();
        self.salt = format!("{:016x}", rand::random::<u64>());
    }

    /// Whether these are the made-up user's name and the hash of their password.
    pub(crate) fn knows(&self, username: &str, hash: &str) -> bool {
        username == people::USER && hash == salted(people::PASSWORD, &self.salt)
    }

    /// Whether these are the letters on the picture. Each picture is good for one try.
    pub(crate) fn solves(&mut self, letters: &str) -> bool {
        let shown = std::mem::take(&mut self.captcha);
        !shown.is_empty() && shown == letters
    }

    /// Forgets the login and all that hangs on it.
    pub(crate) fn log_out(&mut self) {
        self.login = Login::Out;
        self.api_otp = ApiOtp::NotSent;
    }

    /// Forgets the login and says so on the next page.
    pub(crate) fn expire(&mut self) {
        self.log_out();
        self.refuse("Your session has expired. Please login again");
    }

    /// Says no on the next page, where the session's switch wants it said.
    pub(crate) fn refuse(&mut self, words: &str) {
        let told = self.switches.told;
        self.alert = told.in_alert().then(|| words.to_owned());
        self.refusal = told.in_page().then(|| words.to_owned());
    }

    /// Remembers an API user.
    pub(crate) fn add_user(&mut self, user: ApiUser) {
        if self.users.len() == MOST_USERS {
            self.users.remove(0);
        }
        self.users.push(user);
    }

    /// Remembers an error that a page did not catch.
    pub(crate) fn note_page_error(&mut self, error: &str) {
        if self.page_errors.len() < MOST_PAGE_ERRORS {
            self.page_errors.push(error.chars().take(LONGEST_PAGE_ERROR).collect());
        }
    }
}

/// A visitor's session, shared by the requests they make.
#[derive(Debug, Clone, Default)]
pub(crate) struct Visit(Arc<Mutex<Session>>);

impl Visit {
    /// Opens the session. A request that died in the middle of it leaves it as it was.
    pub(crate) fn open(&self) -> MutexGuard<'_, Session> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// The password as the login page sends it: hashed, then hashed again with the salt.
///
/// The real page starts with an md5 (facts.md, PYL); what can be seen of it, a long hex string in the field, is the same.
pub(crate) fn salted(password: &str, salt: &str) -> String {
    hex_sha256(&(hex_sha256(password) + salt))
}

fn hex_sha256(text: &str) -> String {
    digest(&SHA256, text.as_bytes()).as_ref().iter().map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_captcha_is_good_for_one_try() {
        let mut session = Session::default();
        assert!(!session.solves(""));
        session.renew_challenge();
        let letters = session.captcha.clone();
        assert!(session.solves(&letters));
        assert!(!session.solves(&letters));
    }

    #[test]
    fn a_page_that_throws_in_a_loop_fills_no_memory() {
        let mut session = Session::default();
        (0..1000).for_each(|_| session.note_page_error(&"again".repeat(1000)));
        assert_eq!(session.page_errors.len(), MOST_PAGE_ERRORS);
        assert_eq!(session.page_errors[0].len(), LONGEST_PAGE_ERROR);
    }
}
