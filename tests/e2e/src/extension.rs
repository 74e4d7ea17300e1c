//! The built extension: where it is, and how its own pages are reached.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use serde_json::Value;

use crate::browser::Kind;
use crate::driver::named_by;

/// The folder of the built extension: `$EXTENSION_DIST`, or `dist` at the top of the workspace.
pub fn dist() -> PathBuf {
    named_by("EXTENSION_DIST").unwrap_or_else(|| Path::new(env!("CARGO_MANIFEST_DIR")).join("../../dist"))
}

/// The unpacked extension for one browser.
pub fn unpacked(kind: Kind) -> Result<PathBuf> {
    let folder = dist().join(kind.name());
    folder.canonicalize().with_context(|| format!("there is no {}: build the extension first", folder.display()))
}

/// What of the manifest the harness needs.
#[derive(Debug)]
pub(crate) struct Manifest(Value);

impl Manifest {
    /// Reads the manifest of an unpacked extension.
    pub(crate) fn read(folder: &Path) -> Result<Self> {
        let text = fs::read_to_string(folder.join("manifest.json"))
            .with_context(|| format!("{} has no manifest", folder.display()))?;
        Ok(Self(serde_json::from_str(&text)?))
    }

    /// The extension's own page that has access to its storage.
    pub(crate) fn own_page(&self) -> Result<&str> {
        ["/options_ui/page", "/options_page", "/action/default_popup"]
            .iter()
            .find_map(|pointer| self.0.pointer(pointer)?.as_str())
            .context("the extension has no page of its own")
    }

    /// What the extension's button in the browser opens.
    pub(crate) fn popup(&self) -> Result<&str> {
        self.0.pointer("/action/default_popup").and_then(Value::as_str).context("the extension has no popup")
    }

    /// The identifier Firefox knows the extension by.
    pub(crate) fn gecko_id(&self) -> Result<&str> {
        self.0
            .pointer("/browser_specific_settings/gecko/id")
            .and_then(Value::as_str)
            .context("the manifest names no Firefox identifier")
    }
}
