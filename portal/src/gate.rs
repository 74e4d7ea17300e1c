//! What every request passes before it reaches a screen: its session is found, and the session's switches are obeyed.

use std::sync::Arc;
use std::time::Duration;

use axum::extract::{FromRequestParts, Request, State};
use axum::http::header::{CACHE_CONTROL, CONTENT_SECURITY_POLICY, COOKIE, HOST, SET_COOKIE};
use axum::http::request::Parts;
use axum::http::{HeaderMap, HeaderValue, StatusCode};
use axum::middleware::Next;
use axum::response::{IntoResponse, Redirect, Response};

use crate::app::App;
use crate::hosts;
use crate::policy;
use crate::session::{Login, Session, Visit};
use crate::switches::Fault;

const COOKIE_NAME: &str = "practice_session";

/// Where the switches are: no part of the portal that is imitated.
pub(crate) const CONTROL: &str = "/practice";

/// Lets a request through to its screen, or to the error that was ordered.
pub(crate) async fn pass(State(app): State<Arc<App>>, mut request: Request, next: Next) -> Response {
    let (visit, new_id) = match session_id(request.headers()).and_then(|id| app.store.find(id)) {
        Some(visit) => (visit, None),
        None => {
            let (id, visit) = app.store.begin();
            (visit, Some(id))
        }
    };
    request.extensions_mut().insert(visit.clone());
    let path = request.uri().path();
    let mut response = if path == CONTROL || path.starts_with("/practice/") {
        next.run(request).await
    } else {
        behave(&app, &visit, request, next).await
    };

    response.headers_mut().entry(CACHE_CONTROL).or_insert(HeaderValue::from_static("no-store"));
    if let Some(id) = new_id {
        let cookie = format!("{COOKIE_NAME}={id}; Path=/; Secure; HttpOnly; SameSite=Lax");
        if let Ok(cookie) = HeaderValue::from_str(&cookie) {
            response.headers_mut().append(SET_COOKIE, cookie);
        }
    }
    response
}

/// Answers as the session's switches say.
async fn behave(app: &App, visit: &Visit, request: Request, next: Next) -> Response {
    let (slow, fault) = {
        let mut session = visit.open();
        session.requests += 1;
        session.portal = hosts::number(host(request.headers()));
        (session.switches.slow, std::mem::take(&mut session.switches.error))
    };
    tokio::time::sleep(Duration::from_millis(slow)).await;

    let mut response = match fault {
        Fault::ServerError => {
            let page = app.screens.show(&mut visit.open(), "server_error.html", ());
            (StatusCode::INTERNAL_SERVER_ERROR, page).into_response()
        }
        Fault::Expire => {
            visit.open().log_out();
            next.run(request).await
        }
        Fault::None => next.run(request).await,
    };
    if let Some(policy) = policy::header(visit.open().switches.policy()) {
        response.headers_mut().insert(CONTENT_SECURITY_POLICY, HeaderValue::from_static(policy));
    }
    response
}

fn session_id(headers: &HeaderMap) -> Option<&str> {
    headers
        .get_all(COOKIE)
        .iter()
        .filter_map(|cookies| cookies.to_str().ok())
        .flat_map(|cookies| cookies.split(';'))
        .filter_map(|cookie| cookie.trim().split_once('='))
        .find_map(|(name, id)| (name == COOKIE_NAME).then_some(id))
}

fn host(headers: &HeaderMap) -> &str {
    headers.get(HOST).and_then(|host| host.to_str().ok()).unwrap_or_default()
}

/// Anybody's session.
impl<S: Sync> FromRequestParts<S> for Visit {
    type Rejection = StatusCode;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Self::Rejection> {
        parts.extensions.get().cloned().ok_or(StatusCode::INTERNAL_SERVER_ERROR)
    }
}

/// The session of someone who is logged in; everybody else is sent home, with words (facts.md, PYL: "Session end").
pub(crate) struct LoggedIn(pub(crate) Visit);

impl<S: Sync> FromRequestParts<S> for LoggedIn {
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Self::Rejection> {
        let visit = Visit::from_request_parts(parts, state).await.map_err(IntoResponse::into_response)?;
        if visit.open().login != Login::In {
            return Err(send_home(&mut visit.open()));
        }
        Ok(Self(visit))
    }
}

/// Ends a session that has no right to be where it is.
pub(crate) fn send_home(session: &mut Session) -> Response {
    session.expire();
    Redirect::to("/").into_response()
}
