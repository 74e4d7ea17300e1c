//! Steps that are done only when what they work on has changed: told by its content, not by its time.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use sha2::{Digest, Sha256};

/// Does `make`, which writes `made`, unless `made` is there and came from the very same `sources`.
pub fn unless_made(made: &Path, sources: &[&[u8]], make: impl FnOnce() -> Result<()>) -> Result<()> {
    let (note, digest) = (note_beside(made), digest(sources));
    if made.is_file() && fs::read(&note).is_ok_and(|noted| noted == digest) {
        return Ok(());
    }
    // Whoever interrupts this must not find the note of the last time beside half a file.
    if note.exists() {
        fs::remove_file(&note).with_context(|| format!("cannot remove {}", note.display()))?;
    }
    make()?;
    fs::write(&note, digest).with_context(|| format!("cannot write {}", note.display()))
}

fn note_beside(made: &Path) -> PathBuf {
    let mut name = made.as_os_str().to_owned();
    name.push(".from");
    name.into()
}

/// Each source with its length, so that none runs into the next.
fn digest(sources: &[&[u8]]) -> Vec<u8> {
    let mut hash = Sha256::new();
    for source in sources {
        hash.update(source.len().to_le_bytes());
        hash.update(source);
    }
    hash.finalize().to_vec()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_step_is_done_again_only_for_other_sources() {
        let folder = std::env::temp_dir().join(format!("fresh-{}", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        let made = folder.join("made");
        let mut times = 0;
        let mut step = |sources: &[&[u8]]| {
            let before = times;
            unless_made(&made, sources, || {
                times += 1;
                Ok(fs::write(&made, "")?)
            })
            .unwrap();
            times > before
        };
        assert!(step(&[b"a", b"b"]), "the first time");
        assert!(!step(&[b"a", b"b"]), "the same sources");
        assert!(step(&[b"ab", b""]), "cut elsewhere");
        fs::remove_file(&made).unwrap();
        assert!(step(&[b"ab", b""]), "what was made is gone");
        fs::remove_dir_all(&folder).unwrap();
    }

    #[test]
    fn a_step_that_failed_is_not_noted() {
        let made = std::env::temp_dir().join(format!("fresh-failed-{}", std::process::id()));
        fs::write(&made, "half").unwrap();
        assert!(unless_made(&made, &[b"a"], || anyhow::bail!("interrupted")).is_err());
        assert!(!note_beside(&made).exists());
        fs::remove_file(&made).unwrap();
    }
}
