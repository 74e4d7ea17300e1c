//! The pages of a case, served under the portal's name, and what was asked for.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use axum::Router;
use axum::extract::State;
use axum::http::{Method, StatusCode, Uri};
use axum::response::{Html, IntoResponse, Response};

/// How a page is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Asked {
    /// Opened.
    Get,
    /// Sent a form.
    Post,
}

/// A page, and how long its server takes over it.
#[derive(Clone)]
struct Page {
    html: String,
    after: Duration,
}

#[derive(Default)]
struct Desk {
    pages: HashMap<String, Page>,
    asked: Vec<(Asked, String)>,
}

/// What the server of a stage answers, and what it was asked.
#[derive(Clone, Default)]
pub(super) struct Pages(Arc<Mutex<Desk>>);

impl Pages {
    pub(super) fn router(&self) -> Router {
        Router::new().fallback(answer).with_state(self.clone())
    }

    pub(super) fn clear(&self) {
        *self.desk() = Desk::default();
    }

    pub(super) fn lay(&self, path: &str, html: &str, after: Duration) {
        self.desk().pages.insert(path.to_owned(), Page { html: html.to_owned(), after });
    }

    pub(super) fn asked(&self, method: Asked, path: &str) -> usize {
        self.desk().asked.iter().filter(|(how, what)| *how == method && what == path).count()
    }

    /// A case that failed in the middle of something leaves plain data behind, nothing half done.
    fn desk(&self) -> MutexGuard<'_, Desk> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

async fn answer(State(pages): State<Pages>, method: Method, uri: Uri) -> Response {
    let how = if method == Method::POST { Asked::Post } else { Asked::Get };
    let page = {
        let mut desk = pages.desk();
        desk.asked.push((how, uri.path().to_owned()));
        desk.pages.get(uri.path()).cloned()
    };
    let Some(page) = page else { return StatusCode::NOT_FOUND.into_response() };
    tokio::time::sleep(page.after).await;
    Html(page.html).into_response()
}
