//! How many bytes the scripts are, to be read; only a dictionary of megabytes, shipped by mistake, stops the build.

use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result, ensure};

use crate::wasm::Care;

/// The largest content script, as a file.
const LARGEST: usize = 640 * 1024;

/// Bytes as they are and as `gzip -9` makes them.
#[derive(Clone, Copy)]
pub struct Size {
    /// As they are.
    pub raw: usize,
    /// Compressed.
    pub gzip: usize,
}

impl Size {
    /// Measures with gzip itself, so that anyone can check.
    pub fn of(file: &Path) -> Result<Self> {
        let bytes = fs::metadata(file).with_context(|| format!("cannot read {}", file.display()))?;
        let gzip = Command::new("gzip").args(["-9", "-n", "-c"]).arg(file).output().context("cannot start gzip")?;
        ensure!(gzip.status.success(), "gzip cannot compress {}", file.display());
        Ok(Self { raw: usize::try_from(bytes.len())?, gzip: gzip.stdout.len() })
    }
}

/// Prints the sizes of the Chromium build's scripts. The guard is for what ships: built quickly, it is larger.
pub fn check(chromium: &Path, care: Care) -> Result<()> {
    for name in ["guide.js", "guide-twin.js"] {
        let size = Size::of(&chromium.join(name))?;
        println!("{name:13} {:6.1} KB, {:5.1} KB compressed", kb(size.raw), kb(size.gzip));
        ensure!(
            name != "guide.js" || care == Care::Quick || size.raw <= LARGEST,
            "the content script has more than {} KB: what came into it?",
            LARGEST / 1024
        );
    }
    Ok(())
}

/// In units of 1024 bytes.
pub fn kb(bytes: usize) -> f64 {
    f64::from(u32::try_from(bytes).unwrap_or(u32::MAX)) / 1024.0
}
