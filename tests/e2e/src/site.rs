//! The practice portal of one test, and its records, read without the browser's help.

use std::net::{IpAddr, Ipv4Addr, SocketAddr};

use anyhow::{Context, Result, ensure};
use axum::Router;
use practice_portal::{HOSTS, Portal};
use reqwest::Response;
use reqwest::redirect::Policy;
use serde::Deserialize;

use crate::browser::Kind;

/// The first of the portal's two names: the one the tests use unless they say otherwise.
pub const HOST: &str = HOSTS[0];

/// A running practice portal.
pub struct Site {
    portal: Portal,
    side_door: reqwest::Client,
}

impl Site {
    /// Starts a portal on a free port.
    pub async fn open() -> Result<Self> {
        Self::of(Portal::start(0).await?)
    }

    /// A site with pages of the caller's own, under the portal's names. It keeps no records and knows no switches.
    pub async fn with_pages(pages: Router) -> Result<Self> {
        Self::of(Portal::serve(0, pages).await?)
    }

    fn of(portal: Portal) -> Result<Self> {
        // The portal may have chosen the same provider before us: one is enough.
        let _ = rustls::crypto::ring::default_provider().install_default();
        let door = SocketAddr::new(IpAddr::V4(Ipv4Addr::LOCALHOST), portal.port());
        let side_door = reqwest::Client::builder()
            .tls_danger_accept_invalid_certs(true)
            .resolve(HOST, door)
            // Where the portal sends a browser on to is the browser's business.
            .redirect(Policy::none())
            .build()?;
        Ok(Self { portal, side_door })
    }

    /// The port on this machine.
    pub fn port(&self) -> u16 {
        self.portal.port()
    }

    /// The fingerprint that lets Chromium accept the portal's certificate.
    pub fn fingerprint(&self) -> &str {
        self.portal.spki_sha256()
    }

    /// The address of a page as `kind` must name it: Chromium maps the usual port, Firefox cannot.
    pub fn address(&self, kind: Kind, path: &str) -> String {
        match kind {
            Kind::Chromium => format!("https://{HOST}{path}"),
            Kind::Firefox => format!("https://{HOST}:{}{path}", self.port()),
        }
    }

    /// What the portal has noted of the session with these cookies.
    pub async fn records(&self, cookies: &str) -> Result<Records> {
        let said = self.knock(cookies, "state").await?.error_for_status()?;
        said.json().await.context("the practice portal's records make no sense")
    }

    /// Sets switches for the session with these cookies.
    pub async fn set(&self, cookies: &str, switches: &str) -> Result<()> {
        let said = self.knock(cookies, &format!("set?{switches}")).await?;
        ensure!(said.status().is_redirection(), "the switches were refused: {}", said.status());
        Ok(())
    }

    /// Asks at the side door.
    async fn knock(&self, cookies: &str, what: &str) -> Result<Response> {
        let address = format!("https://{HOST}:{}/practice/{what}", self.port());
        Ok(self.side_door.get(address).header("cookie", cookies).send().await?)
    }
}

/// The portal's own notes on one session.
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub struct Records {
    /// The letters of the captcha on show.
    pub captcha: Option<String>,
    /// Whether the login went through.
    pub logged_in: bool,
    /// Whether the API registration OTP was right.
    pub otp_verified: bool,
    /// The form as it arrived last, if it did.
    pub received: Option<Received>,
    /// The API users that exist now.
    pub users: Vec<ApiUser>,
    /// Every uncaught error of the pages.
    pub page_errors: Vec<serde_json::Value>,
    /// How many requests the session made.
    pub requests: u64,
}

/// The registration form as the portal received it.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Received {
    /// The chosen channel.
    pub through: Option<String>,
    /// The chosen GSP.
    pub gsp: Option<String>,
    /// The user name, as typed.
    pub username: String,
    /// The password, as typed.
    pub password: String,
    /// The password's repetition, as typed.
    pub password_again: String,
}

/// An API user of the portal.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct ApiUser {
    /// The full name, with its `API_`.
    pub username: String,
    /// The GSP it works with.
    pub gsp: String,
}
