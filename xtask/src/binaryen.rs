//! Binaryen's programs, from npm.

use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result};

use crate::fresh;
use crate::paths::Paths;
use crate::run::run;

/// Has a program make `to` from `from`, unless it has already.
pub fn make(paths: &Paths, program: &str, words: &[&str], from: &Path, to: &Path) -> Result<()> {
    let source = fs::read(from).with_context(|| format!("cannot read {}", from.display()))?;
    let versions = fs::read(paths.root.join("package-lock.json")).context("cannot read package-lock.json")?;
    fresh::unless_made(to, &[&source, words.join(" ").as_bytes(), &versions], || {
        run(Command::new(paths.npm_tool(program)).args(words).arg(from).arg("-o").arg(to))
    })
}
