//! Where things are.

use std::env;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};

/// The folders the build reads and writes.
pub struct Paths {
    /// The root of the repository.
    pub root: PathBuf,
    /// Cargo's output, where the build keeps its own intermediate files too.
    pub target: PathBuf,
    /// What the commands make.
    pub dist: PathBuf,
}

impl Paths {
    /// Finds the root from the folder cargo runs this program for.
    pub fn find() -> Result<Self> {
        let package =
            env::var_os("CARGO_MANIFEST_DIR").map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")), PathBuf::from);
        let root = package.parent().context("xtask lies in no folder")?.to_path_buf();
        ensure!(
            root.join("manifest.json").is_file(),
            "{} is not the root of the guide: it has no manifest.json",
            root.display()
        );
        let target = env::var_os("CARGO_TARGET_DIR").map_or_else(|| root.join("target"), |dir| root.join(dir));
        let dist = root.join("dist");
        Ok(Self { root, target, dist })
    }

    /// A program that npm installed.
    pub fn npm_tool(&self, name: &str) -> PathBuf {
        self.root.join("node_modules/.bin").join(name)
    }

    /// The intermediate files of the module on its way into the extension.
    pub fn work(&self) -> PathBuf {
        self.target.join("guide")
    }
}

/// The path as people write it: relative to where they stand.
pub fn shown(path: &Path) -> String {
    let here = env::current_dir().unwrap_or_default();
    path.strip_prefix(here).unwrap_or(path).display().to_string()
}
