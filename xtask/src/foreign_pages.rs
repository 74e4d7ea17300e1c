//! Saved pages of others, for those who have them: the environment variable `TEST_PAGES` names a folder with `decoys/`
//! (pages the guide has to be silent on) and `accname/` (pages with expected names). They are not part of the project.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use crate::paths::Paths;

/// Lays the pages where the tests in the browser find them, with a list of each folder's files.
pub fn lay_out(paths: &Paths) -> Result<()> {
    let to = paths.root.join("target/pages");
    if to.exists() {
        fs::remove_dir_all(&to).context("cannot clear target/pages")?;
    }
    let Some(from) = std::env::var_os("TEST_PAGES").map(PathBuf::from) else { return Ok(()) };
    for folder in ["decoys", "accname"] {
        let names = copied(&from.join(folder), &to.join(folder), "")
            .with_context(|| format!("cannot copy {folder} from {}", from.display()))?;
        println!("{} pages of {folder} will be tried.", names.len());
        fs::write(to.join(folder).join("index.json"), serde_json::to_string(&names)?)?;
    }
    Ok(())
}

/// Copies the pages in a folder and below, and returns their names.
fn copied(from: &Path, to: &Path, prefix: &str) -> Result<Vec<String>> {
    fs::create_dir_all(to)?;
    let mut entries: Vec<_> = fs::read_dir(from)?.collect::<Result<_, _>>()?;
    entries.sort_by_key(fs::DirEntry::file_name);
    let mut names = Vec::new();
    for entry in entries {
        let name = entry.file_name().to_string_lossy().into_owned();
        let path = format!("{prefix}{name}");
        if entry.file_type()?.is_dir() {
            names.extend(copied(&entry.path(), &to.join(&name), &format!("{path}/"))?);
        } else if name.ends_with(".html") {
            fs::copy(entry.path(), to.join(&name))?;
            names.push(path);
        }
    }
    Ok(names)
}
