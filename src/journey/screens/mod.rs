//! Which screen of the portal this is. One file a screen, each with what it is known by and what to do on it.

mod contacts;
mod created;
mod form;
mod home;
mod inner;
mod job;
mod login_otp;
mod menu;
mod notice;
mod otp;
mod otp_box;
mod password;
mod sign_in;
mod unknown;

pub use form::{Credentials, Form};

use super::answers::Answer;
use super::bar::{BAR, Bar};
use super::context::Context;
use super::guidance::Guidance;
use super::memory::{Before, Place};
use super::reading::Reading;
use super::say::{Message, Say};
use super::step::Step;
use crate::snapshot::{Layer, Snapshot};
use crate::text::vocabulary::Words;

/// The words of each screen.
pub(in crate::journey) const WORDS: [&[Words]; 14] = [
    contacts::WORDS,
    created::WORDS,
    form::WORDS,
    home::WORDS,
    inner::WORDS,
    job::WORDS,
    login_otp::WORDS,
    menu::WORDS,
    notice::WORDS,
    otp::WORDS,
    otp_box::WORDS,
    password::WORDS,
    sign_in::WORDS,
    unknown::WORDS,
];

/// A screen of the job.
#[derive(Clone, Debug)]
pub enum Screen<'a> {
    /// Nothing to do with the job.
    Elsewhere,
    /// A page of the job, covered while the portal works: its step.
    Busy(Step),
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
    /// A page behind the login that is not understood.
    Unknown(unknown::Unknown),
}

impl<'a> Screen<'a> {
    /// Recognises the screen. `wanted` is the GSP of the settings.
    #[must_use]
    pub fn of(page: &'a Snapshot, wanted: &str) -> Self {
        Self::after(page, wanted, Before::default())
    }

    /// The same, knowing what happened just before the page came.
    #[must_use]
    pub fn after(page: &'a Snapshot, wanted: &str, before: Before) -> Self {
        Self::sure_after(page, wanted, BAR, before)
    }

    /// The same, for one who wants to be as sure as `bar`.
    #[must_use]
    pub fn sure_after(page: &'a Snapshot, wanted: &str, bar: Bar, before: Before) -> Self {
        let front = Self::uncovered(&Reading::sure(page, bar).after(before), wanted);
        let is_found = !matches!(front, Self::Elsewhere | Self::Unknown(_));
        if is_found || page.layer == Layer::None {
            return front;
        }
        match (Self::uncovered(&Reading::below(page, bar).after(before), wanted), page.layer) {
            (Self::Elsewhere | Self::Unknown(_), _) => front,
            (below, Layer::Curtain) => Self::Busy(below.step()),
            (below, _) => notice::Notice::find(&Reading::sure(page, bar), below.step()).map_or(front, Self::Notice),
        }
    }

    /// The screens from the most telling to the least.
    fn uncovered(reading: &Reading<'a>, wanted: &str) -> Self {
        None.or_else(|| contacts::Contacts::find(reading).map(Self::Contacts))
            .or_else(|| Form::find(reading).map(Self::Form))
            .or_else(|| created::Created::find(reading, wanted).map(Self::Created))
            .or_else(|| otp::Otp::find(reading).map(Self::Otp))
            .or_else(|| {
                menu::Menu::find(reading).map(|menu| Self::Menu(menu, Answer::read(reading, &[Answer::PortalFault])))
            })
            .or_else(|| sign_in::SignIn::find(reading).map(Self::SignIn))
            .or_else(|| login_otp::LoginOtp::find(reading).map(Self::LoginOtp))
            .or_else(|| inner::Inner::find(reading).map(Self::Inner))
            .or_else(|| home::Home::find(reading).map(Self::Home))
            .or_else(|| unknown::Unknown::find(reading).map(Self::Unknown))
            .unwrap_or(Self::Elsewhere)
    }

    /// The step it belongs to, as far as it tells.
    fn step(&self) -> Step {
        match self {
            Self::Menu(..) | Self::Inner(_) | Self::Unknown(_) => Step::ApiRegistration,
            Self::Otp(_) => Step::VerifyOtp,
            Self::Form(form) => form.step(),
            Self::Created(_) => Step::Done,
            _ => Step::SignIn,
        }
    }

    /// The fields of step 8, where they are shown.
    #[must_use]
    pub fn credentials(&self) -> Option<&Credentials<'a>> {
        if let Self::Form(form) = self { form.credentials() } else { None }
    }

    /// What it says about where the user is in the job.
    #[must_use]
    pub fn place(&self) -> Place {
        match self {
            Self::Home(_) | Self::SignIn(_) | Self::LoginOtp(_) => Place::SignedOut,
            Self::Menu(..) => Place::Menu,
            Self::Otp(_) => Place::Otp,
            Self::Form(_) => Place::Form,
            Self::Created(created) if created.is_done() => Place::Done,
            Self::Elsewhere
            | Self::Busy(_)
            | Self::Notice(_)
            | Self::Contacts(_)
            | Self::Created(_)
            | Self::Inner(_)
            | Self::Unknown(_) => Place::Unclear,
        }
    }

    /// Whether what happened on the pages before can matter here.
    #[must_use]
    pub fn needs_the_visit(&self) -> bool {
        matches!(
            self,
            Self::Form(_) | Self::Otp(_) | Self::LoginOtp(_) | Self::Created(_) | Self::Inner(_) | Self::Unknown(_)
        )
    }

    /// Whether it is only what remains when nothing better is found: a part of the page that is still to come may be.
    #[must_use]
    pub fn is_last_resort(&self) -> bool {
        matches!(self, Self::Inner(_) | Self::Unknown(_))
    }

    /// What to do on it.
    #[must_use]
    pub fn decide(&self, context: &Context<'_>) -> Guidance {
        match self {
            Self::Elsewhere => Guidance::Nothing,
            Self::Busy(step) => Guidance::Wait { step: *step, say: vec![Say::just(Message::PortalBusy)] },
            Self::Notice(notice) => notice.decide(),
            Self::Home(home) => home.decide(),
            Self::SignIn(sign_in) => sign_in.decide(),
            Self::LoginOtp(otp) => otp.decide(context),
            Self::Contacts(contacts) => contacts.decide(),
            Self::Menu(menu, answer) => menu.decide(*answer),
            Self::Otp(otp) => otp.decide(context),
            Self::Form(form) => form.decide(context),
            Self::Created(created) => created.decide(),
            Self::Inner(inner) => inner.decide(),
            Self::Unknown(unknown) => unknown.decide(),
        }
    }
}
