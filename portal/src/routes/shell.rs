//! The logged-in pages that have nothing to do with the API (facts.md, A: "Logged-in shell", "Interstitials").

use std::sync::Arc;

use axum::Router;
use axum::extract::{RawQuery, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::get;

use super::login::{CONTACTS, MAIN_MENU};
use crate::app::App;
use crate::gate::LoggedIn;
use crate::sent::{Sent, Unread};
use crate::session::{Login, Visit};

pub(super) fn routes() -> Router<Arc<App>> {
    Router::new()
        .route(MAIN_MENU, get(main_menu))
        .route(CONTACTS, get(contacts).post(save_contacts))
        .route("/Invoice/BulkUpload", get(bulk_upload))
}

/// The menu; with the query that the login adds where contacts are asked for over it, with those.
async fn main_menu(State(app): State<Arc<App>>, LoggedIn(visit): LoggedIn, RawQuery(query): RawQuery) -> Response {
    let template = if query.as_deref() == Some("contacts") { "contacts.html" } else { "main_menu.html" };
    app.screens.show(&mut visit.open(), template, ())
}

async fn contacts(State(app): State<Arc<App>>, LoggedIn(visit): LoggedIn) -> Response {
    app.screens.show(&mut visit.open(), "contacts.html", ())
}

/// Says that it is saved. What was typed is of no use here, and not even read.
async fn save_contacts(LoggedIn(visit): LoggedIn, _: Sent<Unread>) -> Redirect {
    visit.open().alert = Some("Details saved successfully".to_owned());
    Redirect::to(MAIN_MENU)
}

async fn bulk_upload(State(app): State<Arc<App>>, LoggedIn(visit): LoggedIn) -> Response {
    app.screens.show(&mut visit.open(), "bulk_upload.html", ())
}

/// The many pages of the menu that are no part of the practice portal.
pub(super) async fn elsewhere(State(app): State<Arc<App>>, visit: Visit) -> Response {
    let mut session = visit.open();
    if session.login == Login::In {
        return app.screens.show(&mut session, "elsewhere.html", ());
    }
    (
        StatusCode::NOT_FOUND,
        app.screens.show(&mut session, "server_error.html", minijinja::context! { missing => true }),
    )
        .into_response()
}
