//! `./build.sh bench looks`: how long a look takes on pages of many sizes.

use std::fs;
use std::process::Command;

use anyhow::{Context, Result};

use crate::paths::Paths;
use crate::run::run;
use crate::tools::{self, Need};
use crate::wasm::{self, Care, Form, Module};

const NEEDS: [Need; 3] = [Need::WasmTarget, Need::NodeModules, Need::Chromium];

/// Measures and prints.
pub fn command(paths: &Paths) -> Result<()> {
    tools::provide(paths, &NEEDS)?;
    measure(paths)?;
    println!("Measured the look in Chromium, as the build makes it.");
    Ok(())
}

/// Compiles the look by itself and has it timed in Chromium.
pub fn measure(paths: &Paths) -> Result<()> {
    let look = wasm::make(paths, Module::Look, Form::References, Care::Thorough)?;
    let glue = paths.work().join("look.js");
    fs::write(&glue, &look.glue).context("cannot write the glue of the look")?;
    let mut time = Command::new("node");
    time.current_dir(&paths.root).arg("tests/finding/speed.mjs").arg("--module").arg(&look.path);
    time.arg("--glue").arg(&glue).env("CHROMIUM", tools::installed(Need::Chromium)?);
    run(&mut time).context("the look cannot be timed")
}
