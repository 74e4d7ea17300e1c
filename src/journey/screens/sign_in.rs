//! The login dialog: user name, password, the letters of a picture (facts.md, section A). Nothing typed here is read,
//! only whether something is.

use super::otp_box::CAPTCHA;
use super::password::SHOWN_PASSWORD;
use crate::journey::answers::Answer;
use crate::journey::assign::assign;
use crate::journey::guidance::{Guidance, Pointer};
use crate::journey::meaning::Meaning;
use crate::journey::reading::Reading;
use crate::journey::say::{Message, Say};
use crate::journey::step::{Step, Target};
use crate::journey::words::words;
use crate::snapshot::{Control, ControlId, Kind};

words! {
    said NAMES = ["user name", "username", "user id", "userid", "login id"];
    called SIGN_IN = ["login", "log in", "sign in", "submit", "continue", "login now"];
}
const USERNAME: Meaning = Meaning {
    kinds: &[Kind::TextBox],
    names: NAMES,
    others: &["captcha", "otp", "mobile", "search", "gstin", "e-mail", "email"],
    stems: &["username", "userid", "loginid"],
};

/// Whether a box for a password can be seen, hidden or shown.
pub(super) fn has_password(reading: &Reading<'_>) -> bool {
    find_password(reading).is_some() || !reading.clear_of(Kind::PasswordBox).is_empty()
}

/// The one box for a password, also while it shows what is typed. The letters of a picture may be hidden as they are
/// typed, too.
fn find_password<'a>(reading: &Reading<'a>) -> Option<&'a Control> {
    let is_captcha = |control: &&Control| CAPTCHA.fit(reading, control, 0) >= reading.bar.least;
    let hidden: Vec<_> = reading.clear_of(Kind::PasswordBox).into_iter().filter(|c| !is_captcha(c)).collect();
    let shown = || reading.clear(|c| SHOWN_PASSWORD.fit(reading, c, 0) >= reading.bar.least);
    let boxes = if hidden.is_empty() { shown() } else { hidden };
    match boxes[..] {
        [password] => Some(password),
        _ => None,
    }
}

/// The open login dialog, or a login page.
#[derive(Clone, Debug)]
pub struct SignIn<'a> {
    username: &'a Control,
    password: &'a Control,
    captcha: Option<&'a Control>,
    submit: &'a Control,
    answer: Option<Answer>,
}

/// The one box behind the password: in a login dialog it is for the letters of the picture, whatever it is called.
fn only_other<'a>(entries: &[&'a Control], username: &Control, password: &Control) -> Option<&'a Control> {
    let mut others = entries.iter().filter(|entry| ![username.id, password.id].contains(&entry.id));
    match (others.next(), others.next()) {
        (Some(other), None) if other.kind != Kind::Select && other.follows(password) => Some(other),
        _ => None,
    }
}

impl<'a> SignIn<'a> {
    /// One password box, one box called user name, and a login button, on the portal.
    pub(super) fn find(reading: &Reading<'a>) -> Option<Self> {
        if !reading.is_the_portal() || reading.is_signed_in() {
            return None;
        }
        let password = find_password(reading)?;
        let entries = reading.entries();
        // A search box in the header may stand beside; two more fields make it another form.
        if entries.len() > 4 || entries.iter().any(|entry| entry.kind == Kind::Select) {
            return None;
        }
        let [username, captcha] = assign(reading, &entries, [&USERNAME, &CAPTCHA]);
        let username = username.one().filter(|username| password.follows(username))?;
        let captcha = captcha.one().or_else(|| only_other(&entries, username, password));
        let last = captcha.filter(|captcha| captcha.follows(password)).unwrap_or(password);
        let submit = reading.pressable_after(last, SIGN_IN, &[])?;
        Some(Self {
            username,
            password,
            captcha,
            submit,
            answer: Answer::read(reading, &[Answer::SessionEnded, Answer::WrongLogin, Answer::WrongCaptcha]),
        })
    }

    pub(super) fn decide(&self) -> Guidance {
        let (target, at, message) = self.next();
        let pointer = Pointer::new(Step::SignIn, target, at, Say::just(message)).beside(&[
            self.username,
            self.password,
            self.submit,
        ]);
        let pointer = match self.captcha {
            Some(captcha) => pointer.beside(&[captcha]),
            None => pointer,
        };
        Guidance::Point(match self.answer {
            Some(answer) => pointer.also(answer.help()),
            None if target == Target::PortalUsername => pointer.also(Say::just(Message::NothingIsRead)),
            None => pointer,
        })
    }

    fn next(&self) -> (Target, ControlId, Message) {
        if !self.username.finished() {
            return (Target::PortalUsername, self.username.id, Message::TypePortalUsername);
        }
        if !self.password.finished() {
            return (Target::PortalPassword, self.password.id, Message::TypePortalPassword);
        }
        match self.captcha {
            Some(captcha) if !captcha.finished() => (Target::Captcha, captcha.id, Message::TypeCaptcha),
            _ => (Target::SignIn, self.submit.id, Message::PressLogin),
        }
    }
}
