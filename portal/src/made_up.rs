//! The screens of the job as a made-up portal draws them: in the style of a seed, from what is true of the session.

use axum::response::{Html, IntoResponse, Response};
use portals::{Channel, Filled, Message, Screen, State, User};

use crate::people;
use crate::session::{ApiUser, Received, Session};

/// Where the letters of a picture are.
const CAPTCHA: &str = "/get-captcha-image";

/// The screen that a template stands for, if the session is on a made-up portal that draws it.
pub(crate) fn screen(session: &mut Session, template: &str) -> Option<Response> {
    let screen = screen_of(template)?;
    draw(session, State::at(screen))
}

/// The form with what was chosen and named, if the session is on a made-up portal.
pub(crate) fn form(session: &mut Session, filled: &Received) -> Option<Response> {
    let state = State {
        channel: filled.through.as_deref().and_then(Channel::of_value),
        gsp: filled.gsp.clone().unwrap_or_default(),
        filled: Filled { api_username: filled.username.clone(), ..Filled::default() },
        ..State::at(Screen::Form)
    };
    draw(session, state)
}

fn screen_of(template: &str) -> Option<Screen> {
    Some(match template {
        "home.html" => Screen::Home,
        "login_otp.html" => Screen::LoginOtp,
        "contacts.html" => Screen::Contacts,
        "main_menu.html" => Screen::MainMenu,
        "bulk_upload.html" | "elsewhere.html" => Screen::Inner,
        "otp.html" => Screen::Otp,
        "api_users.html" => Screen::Users,
        _ => return None,
    })
}

/// Draws a state, with what the session has to say, once.
fn draw(session: &mut Session, state: State) -> Option<Response> {
    let portal = session.switches.made_up()?;
    if session.captcha.is_empty() {
        // Some ask for a picture's letters beside an OTP.
        session.renew_challenge();
    }
    let state = State {
        notice_open: state.screen == Screen::MainMenu && session.switches.shows_notice(),
        messages: messages(session),
        alert: session.alert.take(),
        captcha: CAPTCHA.to_owned(),
        salt: session.salt.clone(),
        token: session.tokens.issue(),
        gstin: people::GSTIN.to_owned(),
        trade_name: people::TRADE_NAME.to_owned(),
        users: session.users.iter().map(user).collect(),
        live: true,
        ..state
    };
    Some(Html(portal.render(&state)).into_response())
}

fn messages(session: &mut Session) -> Vec<Message> {
    let good = session.success.take().map(|text| Message { good: true, text });
    let bad = session.refusal.take().map(|text| Message { good: false, text });
    good.into_iter().chain(bad).collect()
}

fn user(user: &ApiUser) -> User {
    User {
        gsp: user.gsp.clone(),
        name: user.username.clone(),
        status: if user.frozen { "Freezed" } else { "Active" }.to_owned(),
        day: user.created_on.clone(),
    }
}
