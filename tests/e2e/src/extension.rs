//! The built extension: where it is, and how its own pages are reached.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use serde_json::Value;
use tempfile::TempDir;

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

/// Goes before the guide's scripts in a copy of the extension: every root is open to the page.
const OPEN_ROOTS: &str = "{
    const attach = Element.prototype.attachShadow;
    Element.prototype.attachShadow = function () {
        return attach.call(this, { mode: 'open' });
    };
}
";

/// A copy of the extension for one browser that lets the page look into the guide's root: for tests that must.
pub(crate) fn opened(kind: Kind) -> Result<TempDir> {
    let copy = tempfile::Builder::new().prefix("opened").tempdir()?;
    copy_folder(&unpacked(kind)?, copy.path())?;
    let scripts = ["guide.js", "guide-twin.js"].map(|name| copy.path().join(name));
    // Firefox needs no twin.
    for script in scripts.into_iter().filter(|script| script.exists()) {
        let opened = format!("{OPEN_ROOTS}{}", fs::read_to_string(&script)?);
        fs::write(&script, opened)?;
    }
    Ok(copy)
}

fn copy_folder(from: &Path, to: &Path) -> Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        let (here, there) = (entry.path(), to.join(entry.file_name()));
        if here.is_dir() {
            copy_folder(&here, &there)?;
        } else {
            fs::copy(&here, &there)?;
        }
    }
    Ok(())
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
