//! The certificate: made afresh at every start, for both hosts, trusted by nobody who is not told its fingerprint.

use std::io;
use std::sync::Arc;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use rcgen::{CertificateParams, KeyPair, PublicKeyData};
use ring::digest::{SHA256, digest};
use rustls::ServerConfig;
use rustls::pki_types::PrivatePkcs8KeyDer;

use crate::hosts::HOSTS;

/// A key, its certificate, and the fingerprint to trust it by.
pub(crate) struct Identity {
    pub(crate) config: Arc<ServerConfig>,
    pub(crate) spki_sha256: String,
}

impl Identity {
    /// Makes a fresh one.
    pub(crate) fn generate() -> io::Result<Self> {
        let key = KeyPair::generate().map_err(io::Error::other)?;
        let params = CertificateParams::new(HOSTS.map(String::from)).map_err(io::Error::other)?;
        let certificate = params.self_signed(&key).map_err(io::Error::other)?;
        let spki_sha256 = STANDARD.encode(digest(&SHA256, &key.subject_public_key_info()));

        // The provider is named here: none needs to be installed, and one that is does not matter.
        let provider = Arc::new(rustls::crypto::ring::default_provider());
        let mut config = ServerConfig::builder_with_provider(provider)
            .with_safe_default_protocol_versions()
            .map_err(io::Error::other)?
            .with_no_client_auth()
            .with_single_cert(vec![certificate.der().clone()], PrivatePkcs8KeyDer::from(key.serialize_der()).into())
            .map_err(io::Error::other)?;
        config.alpn_protocols = vec![b"http/1.1".to_vec()];
        Ok(Self { config: Arc::new(config), spki_sha256 })
    }
}
