//! Logging in, with an OTP if the session's switch says so (facts.md, 2FA), and logging out.

use std::sync::Arc;

use axum::Router;
use axum::extract::State;
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::{get, post};
use portals::Screen;
use serde::Deserialize;

use super::public;
use crate::app::App;
use crate::gate::send_home;
use crate::people;
use crate::sent::Sent;
use crate::session::{Login, Session, Visit};

pub(super) const LOGIN_OTP: &str = "/UserAccount/LoginOtp";
pub(super) const CONTACTS: &str = "/UserAccount/TechPersonContacts";
pub(super) const MAIN_MENU: &str = "/Home/MainMenu";
const CONTACTS_OVER_MENU: &str = "/Home/MainMenu?contacts";

pub(super) fn routes() -> Router<Arc<App>> {
    Router::new()
        .route("/Home/Login", post(log_in).get(async || Redirect::to("/")))
        .route(LOGIN_OTP, get(otp_page).post(verify_otp))
        .route("/Home/Logout", get(log_out))
}

/// The login form under the names its fields have (facts.md, PYL).
#[derive(Deserialize)]
struct Credentials {
    #[serde(rename = "UserLogin.UserName", default)]
    username: String,
    /// Not the password: the page hashes it before it is sent.
    #[serde(rename = "UserLogin.Password", default)]
    hash: String,
    #[serde(rename = "CaptchaCode", default)]
    captcha: String,
}

async fn log_in(State(app): State<Arc<App>>, visit: Visit, Sent(form): Sent<Credentials>) -> Response {
    let mut session = visit.open();
    session.log_out();
    let refusal = if !session.solves(&form.captcha) {
        "Invalid Captcha"
    } else if !session.knows(&form.username, &form.hash) {
        "Invalid Login Credentials"
    } else if session.switches.asks_login_otp() {
        session.login = Login::AwaitsOtp;
        return Redirect::to(LOGIN_OTP).into_response();
    } else {
        return welcome(&mut session);
    };
    session.refuse(refusal);
    app.screens.show_public(&mut session, "home.html", public::practice_data())
}

/// Lets somebody in: to what is asked of them first, or to the menu.
fn welcome(session: &mut Session) -> Response {
    session.login = Login::In;
    let first = if session.switches.asks_contacts() { contacts(session) } else { MAIN_MENU };
    Redirect::to(first).into_response()
}

/// Where a technical person is asked for: on a page of its own, or in a dialog over the menu.
pub(super) fn contacts(session: &Session) -> &'static str {
    let over_menu = session.switches.made_up().is_some_and(|portal| portal.path(Screen::Contacts) == MAIN_MENU);
    if over_menu { CONTACTS_OVER_MENU } else { CONTACTS }
}

async fn otp_page(State(app): State<Arc<App>>, visit: Visit) -> Response {
    let mut session = visit.open();
    if session.login != Login::AwaitsOtp {
        return send_home(&mut session);
    }
    session.alert = Some("OTP has been sent to your registered mobile number".to_owned());
    app.screens.show(&mut session, "login_otp.html", ())
}

#[derive(Deserialize)]
struct LoginOtp {
    #[serde(rename = "LoginOtp", default)]
    otp: String,
}

async fn verify_otp(State(app): State<Arc<App>>, visit: Visit, Sent(form): Sent<LoginOtp>) -> Response {
    let mut session = visit.open();
    if session.login != Login::AwaitsOtp {
        return send_home(&mut session);
    }
    if form.otp == people::LOGIN_OTP {
        return welcome(&mut session);
    }
    session.refuse("Incorrect OTP !!");
    app.screens.show(&mut session, "login_otp.html", ())
}

async fn log_out(visit: Visit) -> Redirect {
    visit.open().log_out();
    Redirect::to("/")
}
