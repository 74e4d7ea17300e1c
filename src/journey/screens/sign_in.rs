//! The login dialog: user name, password, the letters of a picture (facts.md, section A). Nothing typed here is read,
//! only whether something is.

use crate::journey::answers::Answer;
use crate::journey::guidance::{Guidance, Pointer};
use crate::journey::reading::Reading;
use crate::journey::say::{Message, Say};
use crate::journey::step::{Step, Target};
use crate::page::snapshot::{Control, Kind};

const USERNAME: [&str; 6] = ["user name", "username", "user id", "userid", "login id", "txtusername"];
const CAPTCHA: [&str; 3] = ["captcha", "captcha code", "captchacode"];
const SIGN_IN: [&str; 5] = ["login", "log in", "sign in", "submit", "continue"];

/// The open login dialog, or a login page.
#[derive(Clone, Debug)]
pub struct SignIn {
    username: Control,
    password: Control,
    captcha: Option<Control>,
    submit: Control,
    answer: Option<Answer>,
}

impl SignIn {
    /// One password box, one box called user name, and a login button, on the portal.
    pub(super) fn find(reading: &Reading<'_>) -> Option<Self> {
        if !reading.is_the_portal() || reading.is_signed_in() {
            return None;
        }
        let mut passwords = reading.clear_of(Kind::PasswordBox);
        let (Some(password), None) = (passwords.next(), passwords.next()) else { return None };
        let boxes: Vec<&Control> = reading.clear_of(Kind::TextBox).collect();
        let captcha = boxes.iter().find(|b| reading.is_called(b, &CAPTCHA));
        let username =
            boxes.iter().find(|b| Some(*b) != captcha && b.id < password.id && reading.is_called(b, &USERNAME))?;
        // A search box in the header may stand beside; two more fields make it another form.
        if boxes.len() > 3 || reading.clear_of(Kind::Select).next().is_some() {
            return None;
        }
        let last = captcha.map_or(password.id, |c| c.id.max(password.id));
        let submit = reading.pressables(&SIGN_IN).find(|control| control.id > last)?;
        Some(Self {
            username: (*username).clone(),
            password: password.clone(),
            captcha: captcha.map(|c| (*c).clone()),
            submit: submit.clone(),
            answer: Answer::read(reading, &[Answer::SessionEnded, Answer::WrongLogin, Answer::WrongCaptcha]),
        })
    }

    pub(super) fn decide(&self) -> Guidance {
        let (target, control, message) = self.next();
        let captcha = self.captcha.as_ref().map(|captcha| captcha.id);
        let pointer = Pointer::new(Step::SignIn, target, control.id, Say::just(message))
            .beside([self.username.id, self.password.id, self.submit.id])
            .beside(captcha);
        Guidance::Point(match self.answer {
            Some(answer) => pointer.also(answer.help()),
            None if target == Target::PortalUsername => pointer.also(Say::just(Message::NothingIsRead)),
            None => pointer,
        })
    }

    fn next(&self) -> (Target, &Control, Message) {
        if !self.username.finished() {
            return (Target::PortalUsername, &self.username, Message::TypePortalUsername);
        }
        if !self.password.finished() {
            return (Target::PortalPassword, &self.password, Message::TypePortalPassword);
        }
        match &self.captcha {
            Some(captcha) if !captcha.finished() => (Target::Captcha, captcha, Message::TypeCaptcha),
            _ => (Target::SignIn, &self.submit, Message::PressLogin),
        }
    }
}
