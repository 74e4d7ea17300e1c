//! Pages for everybody. The login dialog is in the header of each (facts.md, A: "Login modal").

use std::sync::Arc;

use axum::Router;
use axum::extract::{RawQuery, State};
use axum::http::StatusCode;
use axum::http::header::CONTENT_TYPE;
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use minijinja::context;
use serde::Deserialize;

use crate::app::App;
use crate::sent::{Sent, Unread};
use crate::session::Visit;
use crate::{captcha, gsps, gstin, people};

/// Pages that only tell, or whose forms lead nowhere here.
const PAGES: [(&str, &str); 5] = [
    ("/Home/ForgotUserPwd", "forgot_password.html"),
    ("/Home/ForgotUserName", "forgot_username.html"),
    ("/Home/UserRegistration", "user_registration.html"),
    ("/Home/Enablement", "enablement.html"),
    ("/Others/Faqs", "faqs.html"),
];

pub(super) fn routes() -> Router<Arc<App>> {
    let routes = Router::new()
        .route("/", get(home))
        .route("/get-captcha-image", get(captcha_image))
        .route("/Others/GSPSLIST", get(gsp_list))
        .route("/Others/TaxpayerSearch", get(search_page).post(search));
    PAGES.into_iter().fold(routes, |routes, (path, template)| {
        let page = async move |State(app): State<Arc<App>>, visit: Visit| {
            app.screens.show_public(&mut visit.open(), template, ())
        };
        let answer = async move |State(app): State<Arc<App>>, visit: Visit, _: Sent<Unread>| {
            let mut session = visit.open();
            session.refuse("This is a practice portal: nothing can be registered or changed here");
            app.screens.show_public(&mut session, template, ())
        };
        routes.route(path, get(page).post(answer))
    })
}

async fn home(State(app): State<Arc<App>>, visit: Visit) -> Response {
    app.screens.show_public(&mut visit.open(), "home.html", practice_data())
}

/// The made-up data that the home page shows.
pub(super) fn practice_data() -> minijinja::Value {
    context! {
        user => people::USER,
        password => people::PASSWORD,
        login_otp => people::LOGIN_OTP,
        api_otp => people::API_OTP,
    }
}

/// The picture of the captcha; with a query, which the refresh icon adds, of a new one.
async fn captcha_image(visit: Visit, RawQuery(refresh): RawQuery) -> Response {
    let letters = {
        let mut session = visit.open();
        if refresh.is_some() || session.captcha.is_empty() {
            session.captcha = captcha::letters();
        }
        session.captcha.clone()
    };
    match captcha::picture(&letters) {
        Ok(picture) => ([(CONTENT_TYPE, "image/png")], picture).into_response(),
        Err(_) => StatusCode::INTERNAL_SERVER_ERROR.into_response(),
    }
}

async fn gsp_list(State(app): State<Arc<App>>, visit: Visit) -> Response {
    let mut session = visit.open();
    let gsps = gsps::listed(&session.switches);
    app.screens.show_public(&mut session, "gsps.html", context! { gsps })
}

async fn search_page(State(app): State<Arc<App>>, visit: Visit) -> Response {
    app.screens.show_public(&mut visit.open(), "taxpayer_search.html", ())
}

#[derive(Deserialize)]
struct Search {
    #[serde(rename = "Gstin", default)]
    gstin: String,
}

/// Knows one taxpayer, and which numbers cannot be one.
async fn search(State(app): State<Arc<App>>, visit: Visit, Sent(search): Sent<Search>) -> Response {
    let mut session = visit.open();
    let found = search.gstin == people::GSTIN;
    if !gstin::is_valid(&search.gstin) {
        session.refuse("Invalid GSTIN");
    } else if !found {
        session.refuse("Requested data is not available");
    }
    app.screens.show_public(&mut session, "taxpayer_search.html", context! { searched => search.gstin, found })
}
