//! The running server.

use std::io;
use std::net::{Ipv4Addr, SocketAddr, TcpListener};

use axum::Router;
use axum_server::Handle;
use axum_server::tls_rustls::RustlsConfig;

use crate::routes::router;
use crate::tls::Identity;

/// A running practice portal. Dropping it stops it.
#[derive(Debug)]
#[must_use = "dropping the portal stops it"]
pub struct Portal {
    handle: Handle<SocketAddr>,
    port: u16,
    spki_sha256: String,
}

impl Portal {
    /// Starts a portal on this port of 127.0.0.1, or on any free one if it is 0. Needs a tokio runtime.
    pub async fn start(port: u16) -> io::Result<Self> {
        Self::serve(port, router()).await
    }

    /// Starts a server like it, under the same names, with pages of the caller's own. Needs a tokio runtime.
    pub async fn serve(port: u16, pages: Router) -> io::Result<Self> {
        let identity = Identity::generate()?;
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port))?;
        listener.set_nonblocking(true)?;
        let port = listener.local_addr()?.port();

        let handle = Handle::new();
        let server = axum_server::from_tcp_rustls(listener, RustlsConfig::from_config(identity.config))?
            .handle(handle.clone())
            .serve(pages.into_make_service());
        tokio::spawn(server);
        Ok(Self { handle, port, spki_sha256: identity.spki_sha256 })
    }

    /// The port it listens on.
    pub fn port(&self) -> u16 {
        self.port
    }

    /// The base64 SHA-256 of the certificate's SubjectPublicKeyInfo, as Chromium's
    /// `--ignore-certificate-errors-spki-list` wants it.
    pub fn spki_sha256(&self) -> &str {
        &self.spki_sha256
    }
}

impl Drop for Portal {
    fn drop(&mut self) {
        self.handle.shutdown();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn dropping_the_portal_frees_its_port() {
        let portal = Portal::start(0).await.unwrap();
        let port = portal.port();
        assert_ne!(port, 0);
        assert_eq!(portal.spki_sha256().len(), 44);
        tokio::net::TcpStream::connect((Ipv4Addr::LOCALHOST, port)).await.unwrap();
        drop(portal);
        for _ in 0..100 {
            if TcpListener::bind((Ipv4Addr::LOCALHOST, port)).is_ok() {
                return;
            }
            tokio::time::sleep(std::time::Duration::from_millis(20)).await;
        }
        panic!("port {port} is still taken");
    }
}
