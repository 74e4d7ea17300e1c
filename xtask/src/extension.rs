//! The folders that browsers load: `dist/chromium` and `dist/firefox`.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use serde_json::Value;

use crate::manifest::{self, Browser};
use crate::paths::Paths;

/// A file the build makes, by its name in the extension.
pub type Made<'a> = (&'static str, &'a [u8]);

/// Writes a browser's folder afresh: the manifest, all of `extension/` but the loader's sources, and what was made.
pub fn write(paths: &Paths, browser: Browser, made: &[Made]) -> Result<PathBuf> {
    let folder = paths.dist.join(browser.name());
    if folder.exists() {
        fs::remove_dir_all(&folder).with_context(|| format!("cannot clear {}", folder.display()))?;
    }
    copy(&paths.root.join("extension"), &folder)?;
    for (name, bytes) in made {
        write_file(&folder.join(name), bytes)?;
    }
    let manifest = manifest::derive(&source(paths)?, browser);
    manifest::check(&manifest, &folder)?;
    write_file(&folder.join("manifest.json"), format!("{manifest:#}\n").as_bytes())?;
    Ok(folder)
}

fn source(paths: &Paths) -> Result<Value> {
    let text = fs::read_to_string(paths.root.join("manifest.json")).context("cannot read manifest.json")?;
    serde_json::from_str(&text).context("manifest.json is not JSON")
}

/// Copies a folder, except `content` (the loader's sources) and hidden files.
fn copy(from: &Path, to: &Path) -> Result<()> {
    fs::create_dir_all(to).with_context(|| format!("cannot make {}", to.display()))?;
    for (name, path) in entries(from)? {
        if name == "content" || name.starts_with('.') {
            continue;
        }
        let to = to.join(&name);
        if path.is_dir() {
            copy(&path, &to)?;
        } else {
            fs::copy(&path, &to).with_context(|| format!("cannot copy {}", path.display()))?;
        }
    }
    Ok(())
}

/// What lies in a folder, sorted by name.
pub fn entries(folder: &Path) -> Result<Vec<(String, PathBuf)>> {
    let mut entries = Vec::new();
    for entry in fs::read_dir(folder).with_context(|| format!("cannot read {}", folder.display()))? {
        let entry = entry.with_context(|| format!("cannot read {}", folder.display()))?;
        let Ok(name) = entry.file_name().into_string() else {
            bail!("the name of {} is not UTF-8", entry.path().display());
        };
        entries.push((name, entry.path()));
    }
    entries.sort();
    Ok(entries)
}

fn write_file(path: &Path, bytes: &[u8]) -> Result<()> {
    fs::write(path, bytes).with_context(|| format!("cannot write {}", path.display()))
}
