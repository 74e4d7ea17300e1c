//! The switches and the portal's own notes: for those who test, no part of the portal that is imitated.

use std::sync::Arc;

use axum::extract::{Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::get;
use axum::{Json, Router};
use minijinja::context;
use serde::{Deserialize, Serialize};

use super::{api, login};
use crate::app::App;
use crate::gate::CONTROL;
use crate::gsps;
use crate::session::{ApiOtp, ApiUser, Login, Received, Session, Visit};
use crate::switches::Wishes;

pub(super) fn routes() -> Router<Arc<App>> {
    Router::new()
        .route(CONTROL, get(page))
        .route("/practice/set", get(set))
        .route("/practice/start", get(start))
        .route("/practice/state", get(state))
        .route("/practice/errors", get(page_error_by_picture).post(page_error))
}

async fn page(State(app): State<Arc<App>>, visit: Visit) -> Response {
    let mut session = visit.open();
    let notes = serde_json::to_string_pretty(&Notes::of(&session)).unwrap_or_default();
    let page = context! { rows => session.switches.rows(), slow => session.switches.slow, seed => session.switches.seed, notes };
    app.screens.show(&mut session, "control.html", page)
}

#[derive(Deserialize)]
struct Target {
    to: Option<String>,
}

async fn set(visit: Visit, Query(wishes): Query<Wishes>, Query(target): Query<Target>) -> Response {
    visit.open().switches.grant(&wishes);
    let to = target.to.as_deref().unwrap_or("/");
    if !is_here(to) {
        return (StatusCode::BAD_REQUEST, "`to` must be a path of this portal").into_response();
    }
    Redirect::to(to).into_response()
}

/// Whether a browser takes this for an address of the same host.
fn is_here(path: &str) -> bool {
    path.starts_with('/')
        && !path.starts_with("//")
        && path.bytes().all(|byte| byte.is_ascii_graphic() && byte != b'\\')
}

#[derive(Deserialize)]
struct Start {
    at: At,
}

/// Where a session can start.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum At {
    Home,
    LoginOtp,
    Contacts,
    Menu,
    Otp,
    Form,
    Done,
}

async fn start(visit: Visit, Query(wishes): Query<Wishes>, Query(start): Query<Start>) -> Redirect {
    let mut session = visit.open();
    session.switches.grant(&wishes);
    begin(&mut session, start.at);
    Redirect::to(match start.at {
        At::Home => "/",
        At::LoginOtp => login::LOGIN_OTP,
        At::Contacts => login::contacts(&session),
        At::Menu => login::MAIN_MENU,
        At::Otp => api::OTP,
        At::Form => api::FORM,
        At::Done => api::LIST,
    })
}

/// Puts the session where it would be after all the steps before.
fn begin(session: &mut Session, at: At) {
    session.log_out();
    (session.alert, session.refusal, session.success) = (None, None, None);
    session.login = match at {
        At::Home => Login::Out,
        At::LoginOtp => Login::AwaitsOtp,
        _ => Login::In,
    };
    if at == At::Form {
        session.api_otp = ApiOtp::Verified;
    }
    if at == At::Done {
        create_example(session);
    }
}

/// An API user as if it had just been made.
fn create_example(session: &mut Session) {
    let username = "API_practice".to_owned();
    let gsp = gsps::example(&session.switches);
    session.success = Some(format!("API user {username} created successfully."));
    session.users.retain(|user| user.username != username);
    session.add_user(ApiUser::new(username, &gsp, "Mango7$River"));
}

/// What tests may know of a session.
#[derive(Serialize)]
struct Notes<'a> {
    captcha: &'a str,
    logged_in: bool,
    otp_verified: bool,
    received: Option<&'a Received>,
    users: &'a [ApiUser],
    page_errors: &'a [String],
    requests: u64,
}

impl<'a> Notes<'a> {
    fn of(session: &'a Session) -> Self {
        Self {
            captcha: &session.captcha,
            logged_in: session.login == Login::In,
            otp_verified: session.api_otp == ApiOtp::Verified,
            received: session.received.as_ref(),
            users: &session.users,
            page_errors: &session.page_errors,
            requests: session.requests,
        }
    }
}

async fn state(visit: Visit) -> Response {
    Json(Notes::of(&visit.open())).into_response()
}

async fn page_error(visit: Visit, error: String) -> StatusCode {
    visit.open().note_page_error(&error);
    StatusCode::NO_CONTENT
}

#[derive(Deserialize)]
struct PageError {
    what: String,
}

/// The strictest policy forbids every request from a script but that for a picture.
async fn page_error_by_picture(visit: Visit, Query(error): Query<PageError>) -> StatusCode {
    page_error(visit, error.what).await
}
