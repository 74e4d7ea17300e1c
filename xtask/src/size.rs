//! What the guide weighs, and what it may weigh.

use std::io::Write;

use anyhow::{Context, Result, ensure};
use flate2::Compression;
use flate2::write::GzEncoder;

/// The most the content script may weigh, compressed.
const SCRIPT: usize = 60 * 1024;
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
    /// Measures.
    pub fn of(bytes: &[u8]) -> Result<Self> {
        let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
        encoder.write_all(bytes).context("cannot compress")?;
        let gzip = encoder.finish().context("cannot compress")?.len();
        Ok(Self { raw: bytes.len(), gzip })
    }
}

/// Prints what both weigh and fails if either weighs too much.
pub fn check(script: &[u8], twin: &[u8]) -> Result<()> {
    for (name, bytes, most) in [("guide.js", script, SCRIPT), ("guide-twin.js", twin, TWIN)] {
        let size = Size::of(bytes)?;
        println!("{name:13} {:6.1} KB, {:5.1} KB compressed of at most {}", kb(size.raw), kb(size.gzip), most / 1024);
        ensure!(size.gzip <= most, "{name} weighs {} bytes compressed, and may weigh {most}", size.gzip);
    }
    Ok(())
}

/// In units of 1024 bytes.
pub fn kb(bytes: usize) -> f64 {
    f64::from(u32::try_from(bytes).unwrap_or(u32::MAX)) / 1024.0
}
