//! Forms as they are sent: once each, from a page of the session they are sent in.

use axum::extract::{Form, FromRequest, FromRequestParts, Request};
use axum::response::{IntoResponse, Response};
use serde::Deserialize;
use serde::de::DeserializeOwned;

use crate::gate::send_home;
use crate::session::Visit;

/// What is in a form. Who sends one twice, or without having its page, is sent home as if the session had ended.
pub(crate) struct Sent<T>(pub(crate) T);

/// A form whose fields nobody reads.
#[derive(Deserialize)]
pub(crate) struct Unread {}

/// A form with its page's token.
#[derive(Deserialize)]
struct Signed<T> {
    #[serde(rename = "__RequestVerificationToken", default)]
    token: String,
    #[serde(flatten)]
    form: T,
}

impl<S: Send + Sync, T: DeserializeOwned> FromRequest<S> for Sent<T> {
    type Rejection = Response;

    async fn from_request(request: Request, state: &S) -> Result<Self, Self::Rejection> {
        let (mut parts, body) = request.into_parts();
        let visit = Visit::from_request_parts(&mut parts, state).await.map_err(IntoResponse::into_response)?;
        let form = Form::<Signed<T>>::from_request(Request::from_parts(parts, body), state).await;
        let Form(signed) = form.map_err(IntoResponse::into_response)?;
        let mut session = visit.open();
        if session.tokens.spend(&signed.token) { Ok(Self(signed.form)) } else { Err(send_home(&mut session)) }
    }
}
