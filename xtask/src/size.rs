//! What the guide weighs, and what it may weigh.

use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result, ensure};

/// The most the content script may weigh, compressed.
const SCRIPT: usize = 600 * 1024;
/// The most the twin may weigh, compressed. It is loaded only where it is needed.
const TWIN: usize = 170 * 1024;

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

/// Prints what the scripts of the Chromium build weigh, and fails if one weighs too much.
pub fn check(chromium: &Path) -> Result<()> {
    for (name, most) in [("guide.js", SCRIPT), ("guide-twin.js", TWIN)] {
        let size = Size::of(&chromium.join(name))?;
        println!("{name:13} {:6.1} KB, {:5.1} KB compressed of at most {}", kb(size.raw), kb(size.gzip), most / 1024);
        ensure!(size.gzip <= most, "{name} weighs {} bytes compressed, and may weigh {most}", size.gzip);
    }
    Ok(())
}

/// In units of 1024 bytes.
pub fn kb(bytes: usize) -> f64 {
    f64::from(u32::try_from(bytes).unwrap_or(u32::MAX)) / 1024.0
}
