//! Loads what was built once, before anyone relies on it: in Node, with WebAssembly and with the twin.

use std::fs;
use std::process::Command;

use anyhow::{Context, Result};

use crate::bundle;
use crate::paths::Paths;
use crate::run::output;
use crate::wasm::Compiled;

/// Fails unless the module starts both ways and its strings arrive, also after its memory has grown.
pub fn check(paths: &Paths, guide: &Compiled, script: &str, twin: &str) -> Result<()> {
    let folder = paths.work().join("load");
    fs::create_dir_all(&folder).with_context(|| format!("cannot make {}", folder.display()))?;
    let bindings = format!("{}\nexport {{ MODULE, wasm_bindgen }};\n", bundle::prelude(guide)?);
    let files = [
        ("check.mjs", include_str!("load.mjs")),
        ("bindings.mjs", &bindings),
        ("guide-twin.mjs", twin),
        ("guide.js", script),
    ];
    for (name, text) in files {
        fs::write(folder.join(name), text).with_context(|| format!("cannot write {name}"))?;
    }
    let mut node = Command::new("node");
    node.arg(folder.join("check.mjs")).arg(env!("CARGO_PKG_VERSION")).arg(&guide.path);
    output(&mut node).context("the built extension does not load")?;
    Ok(())
}
