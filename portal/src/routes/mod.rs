//! The addresses and what they do (facts.md, A: "URLs").
//!
//! Every page is a full load. A form that fails is drawn again at the address it was sent to, as the real login is; one
//! that succeeds leads on to the next page. No source gives the addresses of the API registration: those are ours.

mod api;
mod assets;
mod control;
mod login;
mod public;
mod shell;

use std::sync::Arc;

use axum::Router;
use axum::middleware::from_fn_with_state;

use crate::app::App;
use crate::gate;

/// The whole portal.
pub(crate) fn router() -> Router {
    let app = Arc::new(App::new());
    Router::new()
        .merge(public::routes())
        .merge(login::routes())
        .merge(shell::routes())
        .merge(api::routes())
        .merge(control::routes())
        .fallback(shell::elsewhere)
        .layer(from_fn_with_state(Arc::clone(&app), gate::pass))
        // After the gate: assets belong to no session.
        .merge(assets::routes())
        .with_state(app)
}

#[cfg(test)]
mod tests;
