//! The API registration: OTP, form, list, freeze and change of password (facts.md, A: "OTP page", "Registration form").

use std::sync::Arc;

use axum::Router;
use axum::extract::State;
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::{get, post};
use minijinja::context;
use serde::Deserialize;

use crate::app::App;
use crate::gate::LoggedIn;
use crate::gsps;
use crate::made_up;
use crate::people;
use crate::rules::{self, LONGEST_PASSWORD, Refusal, THROUGH_GSP};
use crate::sent::Sent;
use crate::session::{ApiOtp, Received, Session};
use crate::switches::{Answered, Directly};

pub(super) const OTP: &str = "/ApiRegistration/CreateApiUser";
pub(super) const FORM: &str = "/ApiRegistration/RegisterApiUser";
pub(super) const LIST: &str = "/ApiRegistration/ListOfApiUsers";

pub(super) fn routes() -> Router<Arc<App>> {
    Router::new()
        .route(OTP, get(send_otp))
        .route("/ApiRegistration/VerifyOtp", post(verify_otp).get(async || Redirect::to(OTP)))
        .route(FORM, get(form))
        .route("/ApiRegistration/ChangeOption", post(change_option).get(async || Redirect::to(FORM)))
        .route("/ApiRegistration/SaveApiUser", post(save).get(async || Redirect::to(FORM)))
        .route(LIST, get(list))
        .route("/ApiRegistration/FreezeApiUser", get(freeze_page).post(freeze))
        .route("/ApiRegistration/ChangeApiPassword", get(password_page).post(change_password))
}

/// Opening the page sends the OTP: there is no button for it.
async fn send_otp(State(app): State<Arc<App>>, LoggedIn(visit): LoggedIn) -> Response {
    let mut session = visit.open();
    if refuses(&mut session) {
        return app.screens.show(&mut session, "otp.html", ());
    }
    session.api_otp = ApiOtp::Sent;
    session.alert = Some("OTP has been sent to your Register mobile no , Please check and enter".to_owned());
    app.screens.show(&mut session, "otp.html", ())
}

#[derive(Deserialize)]
struct ApiOtpForm {
    #[serde(rename = "Otp", default)]
    otp: String,
}

async fn verify_otp(State(app): State<Arc<App>>, LoggedIn(visit): LoggedIn, Sent(form): Sent<ApiOtpForm>) -> Response {
    let mut session = visit.open();
    if session.api_otp == ApiOtp::NotSent {
        return Redirect::to(OTP).into_response();
    }
    if form.otp != people::API_OTP {
        session.refuse("Incorrect OTP !!");
        return app.screens.show(&mut session, "otp.html", ());
    }
    session.api_otp = ApiOtp::Verified;
    session.alert = Some("OTP verified successfully".to_owned());
    Redirect::to(FORM).into_response()
}

async fn form(State(app): State<Arc<App>>, LoggedIn(visit): LoggedIn) -> Response {
    let mut session = visit.open();
    if session.api_otp != ApiOtp::Verified {
        return Redirect::to(OTP).into_response();
    }
    let untouched = Received {
        through: (session.switches.directly == Directly::Checked).then(|| "DIRECT".to_owned()),
        ..Received::default()
    };
    show_form(&app, &mut session, &untouched)
}

/// The form with what was chosen and named; passwords are to be typed again.
fn show_form(app: &App, session: &mut Session, filled: &Received) -> Response {
    if let Some(drawn) = made_up::form(session, filled) {
        return drawn;
    }
    let page = context! {
        through => filled.through,
        gsp => filled.gsp,
        username => filled.username,
        gsps => gsps::listed(&session.switches),
        directly => session.switches.directly != Directly::Off,
        reload => session.switches.reload.is_on(),
        longest_password => LONGEST_PASSWORD,
        through_gsp => THROUGH_GSP,
    };
    app.screens.show(session, "register.html", page)
}

/// Draws the form again after a choice, where the session's switch makes a choice load the page.
async fn change_option(
    State(app): State<Arc<App>>,
    LoggedIn(visit): LoggedIn,
    Sent(filled): Sent<Received>,
) -> Response {
    let mut session = visit.open();
    if session.api_otp != ApiOtp::Verified {
        return Redirect::to(OTP).into_response();
    }
    show_form(&app, &mut session, &filled)
}

async fn save(State(app): State<Arc<App>>, LoggedIn(visit): LoggedIn, Sent(filled): Sent<Received>) -> Response {
    let mut session = visit.open();
    if session.api_otp != ApiOtp::Verified {
        return Redirect::to(OTP).into_response();
    }
    session.received = Some(filled.clone());
    if refuses(&mut session) {
        return show_form(&app, &mut session, &filled);
    }
    match rules::check(&filled, &gsps::listed(&session.switches), &session.users) {
        Ok(user) => {
            session.success = Some(format!(
                "API user {} created successfully. Please note the Username and Password for use in your ERP.",
                user.username
            ));
            session.add_user(user);
            Redirect::to(LIST).into_response()
        }
        Err(refusal) => {
            session.refuse(refusal.text());
            show_form(&app, &mut session, &filled)
        }
    }
}

/// Says no, where the session's switch asks for that once. Words with a number are of the portal's own list (facts.md, MGC);
/// the others are ours.
fn refuses(session: &mut Session) -> bool {
    let words = match std::mem::take(&mut session.switches.answered) {
        Answered::AsDue => return false,
        Answered::Mobile => "Mobile number is not registered for this GSTIN",
        Answered::Gstin => "3046: This GSTIN is not enabled for e-Invoice",
        Answered::Twice => "This request is already submitted",
        Answered::Exists => "3022: API user already exists for the GSTIN and the GSP",
        Answered::Weak => Refusal::WeakPassword.text(),
        Answered::Fault => "3020: Data not saved. Something went wrong",
    };
    session.refuse(words);
    true
}

async fn list(State(app): State<Arc<App>>, LoggedIn(visit): LoggedIn) -> Response {
    show_users(&app, &mut visit.open(), "api_users.html")
}

async fn freeze_page(State(app): State<Arc<App>>, LoggedIn(visit): LoggedIn) -> Response {
    show_users(&app, &mut visit.open(), "freeze.html")
}

async fn password_page(State(app): State<Arc<App>>, LoggedIn(visit): LoggedIn) -> Response {
    show_users(&app, &mut visit.open(), "change_password.html")
}

fn show_users(app: &App, session: &mut Session, template: &str) -> Response {
    let users = session.users.clone();
    app.screens.show(session, template, context! { users, longest_password => LONGEST_PASSWORD })
}

#[derive(Deserialize)]
struct Chosen {
    #[serde(rename = "ApiUserName", default)]
    username: String,
    #[serde(rename = "OldPassword", default)]
    old: String,
    #[serde(rename = "NewPassword", default)]
    new: String,
    #[serde(rename = "ConfirmPassword", default)]
    again: String,
}

/// Freezes an API user, for good (facts.md, C: 3036).
async fn freeze(State(app): State<Arc<App>>, LoggedIn(visit): LoggedIn, Sent(chosen): Sent<Chosen>) -> Response {
    let mut session = visit.open();
    match session.users.iter_mut().find(|user| user.username == chosen.username) {
        Some(user) => {
            user.frozen = true;
            session.alert = Some("API user has been freezed".to_owned());
        }
        None => session.refuse("Please select API User"),
    }
    show_users(&app, &mut session, "freeze.html")
}

async fn change_password(
    State(app): State<Arc<App>>,
    LoggedIn(visit): LoggedIn,
    Sent(chosen): Sent<Chosen>,
) -> Response {
    let mut session = visit.open();
    match set_password(&mut session, chosen) {
        Ok(()) => session.alert = Some("Successfully updated New password".to_owned()),
        Err(refusal) => session.refuse(refusal.text()),
    }
    show_users(&app, &mut session, "change_password.html")
}

fn set_password(session: &mut Session, chosen: Chosen) -> Result<(), Refusal> {
    let user = session.users.iter_mut().find(|user| user.username == chosen.username).ok_or(Refusal::NoName)?;
    if user.password != chosen.old {
        return Err(Refusal::WrongPassword);
    }
    rules::check_password(&chosen.new, &chosen.again)?;
    if user.password == chosen.new {
        return Err(Refusal::SamePassword);
    }
    user.password = chosen.new;
    Ok(())
}
