//! The files that are built, as a reviewer of a store finds them.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, ensure};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;
use e2e::Kind;
use e2e::extension::unpacked;
use sha2::{Digest, Sha256};

/// What a line of a script says between these words and the end of a line or a text.
fn said<'a>(script: &'a str, before: &str) -> Result<&'a str> {
    let (_, rest) = script.split_once(before).with_context(|| format!("no script says `{before}`"))?;
    rest.split(['"', '\n']).next().context("it says nothing")
}

fn check(folder: &Path, name: &str) -> Result<()> {
    let script = fs::read_to_string(folder.join(name).with_extension("js"))?;
    let beside = fs::read(folder.join(name).with_extension("wasm"))?;
    let inside = BASE64.decode(said(&script, "const MODULE = \"")?)?;
    ensure!(inside == beside, "the module in {name}.js is not {name}.wasm");
    let hash: String = Sha256::digest(&beside).iter().map(|byte| format!("{byte:02x}")).collect();
    ensure!(said(&script, "its SHA-256 is\n// ")? == hash, "{name}.js names another hash than {hash}");
    Ok(())
}

#[test]
fn the_module_in_a_script_is_the_one_that_lies_beside_it() -> Result<()> {
    for kind in [Kind::Chromium, Kind::Firefox] {
        for name in ["guide", "pages"] {
            check(&unpacked(kind)?, name)?;
        }
    }
    Ok(())
}
