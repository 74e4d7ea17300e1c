//! `./build.sh bench`: what a load of the portal's main menu costs with the guide, beside its peers.

use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result};

use crate::paths::{Paths, shown};
use crate::run::{cargo, run};
use crate::tools::{self, Need};
use crate::{build, looks};

const NEEDS: [Need; 3] = [Need::WasmTarget, Need::NodeModules, Need::Chromium];

/// Builds the extension and the practice portal, and has loads of its main menu measured (tests/bench).
pub fn command(paths: &Paths) -> Result<()> {
    tools::provide(paths, &NEEDS)?;
    build::thorough(paths)?;
    let mut portal = cargo();
    portal.current_dir(&paths.root).args(["build", "--quiet", "--package", "practice-portal"]);
    run(&mut portal).context("the practice portal does not compile")?;
    let results = paths.target.join("bench.json");
    measure(paths, &results)?;
    looks::measure(paths)?;
    println!("Measured the extension in {}; the figures are in {}.", shown(&paths.dist), shown(&results));
    Ok(())
}

/// Measures and prints, and writes the figures down.
fn measure(paths: &Paths, results: &Path) -> Result<()> {
    let work = paths.target.join("bench");
    fs::create_dir_all(&work).with_context(|| format!("cannot make {}", work.display()))?;
    let mut bench = Command::new("node");
    bench.current_dir(&paths.root).arg("tests/bench/main.mjs");
    bench.arg("--extension").arg(paths.dist.join("chromium"));
    bench.arg("--portal").arg(paths.target.join("debug/practice-portal"));
    bench.arg("--modules").arg(paths.root.join("node_modules"));
    bench.arg("--work").arg(&work).arg("--out").arg(results);
    bench.env("CHROMIUM", tools::installed(Need::Chromium)?);
    run(&mut bench).context("the loads could not be measured")
}
