//! Which screen of the portal this is. One file a screen, each with what it is known by and what to do on it.

mod contacts;
mod created;
mod form;
mod home;
mod inner;
mod login_otp;
mod menu;
mod notice;
mod otp;
mod otp_box;
mod sign_in;

pub use form::{Credentials, Form};

use super::answers::Answer;
use super::assign::{BAR, Bar};
use super::context::Context;
use super::guidance::Guidance;
use super::reading::Reading;
use super::say::{Message, Say};
use super::step::Step;
use crate::snapshot::{Layer, Snapshot};

/// A screen of the job.
#[derive(Clone, Debug)]
pub enum Screen<'a> {
    /// Nothing to do with the job.
    Elsewhere,
    /// A page of the job, covered while the portal works.
    Busy,
    /// A pop-up over a page of the job.
    Notice(notice::Notice),
    /// The public home page.
    Home(home::Home),
    /// The login dialog.
    SignIn(sign_in::SignIn<'a>),
    /// The login's OTP.
    LoginOtp(login_otp::LoginOtp<'a>),
    /// "Contacts of Technical Person".
    Contacts(contacts::Contacts),
    /// The main menu, and what the portal answered on it.
    Menu(menu::Menu, Option<Answer>),
    /// The OTP of the API registration.
    Otp(otp::Otp<'a>),
    /// The registration form.
    Form(Form<'a>),
    /// The API user exists.
    Created(created::Created),
    /// Another page behind the login.
    Inner(inner::Inner),
}

impl<'a> Screen<'a> {
    /// Recognises the screen. `wanted` is the GSP of the settings.
    #[must_use]
    pub fn of(page: &'a Snapshot, wanted: &str) -> Self {
        Self::sure(page, wanted, BAR)
    }

    /// The same, for one who wants to be as sure as `bar`.
    #[must_use]
    pub fn sure(page: &'a Snapshot, wanted: &str, bar: Bar) -> Self {
        let front = Self::uncovered(&Reading::sure(page, bar), wanted);
        if !matches!(front, Self::Elsewhere) || page.layer == Layer::None {
            return front;
        }
        match (Self::uncovered(&Reading::below(page, bar), wanted), page.layer) {
            (Self::Elsewhere, _) => Self::Elsewhere,
            (_, Layer::Curtain) => Self::Busy,
            _ => notice::Notice::find(&Reading::sure(page, bar)).map_or(Self::Elsewhere, Self::Notice),
        }
    }

    /// The screens from the most telling to the least.
    fn uncovered(reading: &Reading<'a>, wanted: &str) -> Self {
        None.or_else(|| contacts::Contacts::find(reading).map(Self::Contacts))
            .or_else(|| created::Created::find(reading, wanted).map(Self::Created))
            .or_else(|| Form::find(reading).map(Self::Form))
            .or_else(|| otp::Otp::find(reading).map(Self::Otp))
            .or_else(|| {
                menu::Menu::find(reading).map(|menu| Self::Menu(menu, Answer::read(reading, &[Answer::PortalFault])))
            })
            .or_else(|| sign_in::SignIn::find(reading).map(Self::SignIn))
            .or_else(|| login_otp::LoginOtp::find(reading).map(Self::LoginOtp))
            .or_else(|| inner::Inner::find(reading).map(Self::Inner))
            .or_else(|| home::Home::find(reading).map(Self::Home))
            .unwrap_or(Self::Elsewhere)
    }

    /// What to do on it.
    #[must_use]
    pub fn decide(&self, context: &Context<'_>) -> Guidance {
        match self {
            Self::Elsewhere => Guidance::Nothing,
            Self::Busy => Guidance::Wait { step: Step::SignIn, say: vec![Say::just(Message::PortalBusy)] },
            Self::Notice(notice) => notice.decide(),
            Self::Home(home) => home.decide(),
            Self::SignIn(sign_in) => sign_in.decide(),
            Self::LoginOtp(otp) => otp.decide(),
            Self::Contacts(contacts) => contacts.decide(),
            Self::Menu(menu, answer) => menu.decide(*answer),
            Self::Otp(otp) => otp.decide(),
            Self::Form(form) => form.decide(context),
            Self::Created(created) => created.decide(),
            Self::Inner(inner) => inner.decide(),
        }
    }
}
