//! Scripts, styles and fonts: the portal's own, and those of npm that the real portal is built on (facts.md, A: "Stack").

use std::path::Path;
use std::sync::Arc;

use axum::Router;
use axum::extract;
use axum::http::StatusCode;
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use axum::routing::get;

use crate::app::App;

/// Where npm has put its packages.
const PACKAGES: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../node_modules");

const OWN: [(&str, &str); 4] = [
    ("portal.js", include_str!("../../assets/portal.js")),
    ("screens.js", include_str!("../../assets/screens.js")),
    ("sha256.js", include_str!("../../assets/sha256.js")),
    ("css/portal.css", include_str!("../../assets/portal.css")),
];

const FROM_NPM: [(&str, &str); 7] = [
    ("css/bootstrap.min.css", "bootstrap/dist/css/bootstrap.min.css"),
    ("css/font-awesome.min.css", "font-awesome/css/font-awesome.min.css"),
    ("fonts/fontawesome-webfont.ttf", "font-awesome/fonts/fontawesome-webfont.ttf"),
    ("fonts/fontawesome-webfont.woff", "font-awesome/fonts/fontawesome-webfont.woff"),
    ("fonts/fontawesome-webfont.woff2", "font-awesome/fonts/fontawesome-webfont.woff2"),
    ("js/bootstrap.bundle.min.js", "bootstrap/dist/js/bootstrap.bundle.min.js"),
    ("js/jquery.min.js", "jquery/dist/jquery.min.js"),
];

pub(super) fn routes() -> Router<Arc<App>> {
    Router::new().route("/assets/{*name}", get(asset)).route("/favicon.ico", get(StatusCode::NO_CONTENT))
}

async fn asset(extract::Path(name): extract::Path<String>) -> Response {
    let Some(body) = read(&name) else {
        return (StatusCode::NOT_FOUND, "No such file. Has `npm ci` been run?").into_response();
    };
    ([(CONTENT_TYPE, content_type(&name)), (CACHE_CONTROL, "max-age=3600")], body).into_response()
}

fn read(name: &str) -> Option<Vec<u8>> {
    if let Some((_, text)) = OWN.iter().find(|(own, _)| *own == name) {
        return Some(text.as_bytes().to_vec());
    }
    let (_, file) = FROM_NPM.iter().find(|(served, _)| *served == name)?;
    std::fs::read(Path::new(PACKAGES).join(file)).ok()
}

fn content_type(name: &str) -> &'static str {
    match name.rsplit('.').next() {
        Some("js") => "text/javascript; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("woff2") => "font/woff2",
        Some("woff") => "font/woff",
        Some("ttf") => "font/ttf",
        _ => "application/octet-stream",
    }
}
