//! `./build.sh try`: the extension and the practice portal in a browser, or, without a display, pictures of the job.

use std::env;

use anyhow::{Context, Result};

use crate::build;
use crate::paths::{Paths, shown};
use crate::run::{cargo, run};
use crate::tools::{self, Need};

const NEEDS: [Need; 4] = [Need::WasmTarget, Need::NodeModules, Need::Chromium, Need::ChromeDriver];

/// Builds and hands over to the end-to-end package, which knows the portal and the browsers; with a seed, to a made-up
/// portal.
pub fn command(paths: &Paths, seed: Option<&str>) -> Result<()> {
    let arguments = seed.map_or_else(Vec::new, |seed| vec!["--seed", seed]);
    practise(paths, &arguments)?;
    if has_display() {
        println!(
            "The browser with the practice portal is closed; what it showed was the extension in {}.",
            shown(&paths.dist)
        );
    } else {
        println!(
            "There is no display, so the tour was made as pictures: open {}.",
            shown(&paths.dist.join("tour/index.html"))
        );
    }
    Ok(())
}

/// Builds, and has the whole job pictured in every window, in every colour and in three languages.
pub fn pictures(paths: &Paths) -> Result<()> {
    tools::provide(paths, &[Need::Fonts])?;
    practise(paths, &["--pictures"])
}

fn practise(paths: &Paths, arguments: &[&str]) -> Result<()> {
    tools::provide(paths, &NEEDS)?;
    build::quick(paths)?;
    let mut cargo = cargo();
    cargo.current_dir(&paths.root).args(["run", "--quiet", "--package", "e2e", "--bin", "try", "--"]).args(arguments);
    run(cargo.env("EXTENSION_DIST", &paths.dist).env("CHROMEDRIVER", tools::installed(Need::ChromeDriver)?))
        .context("the practice did not work")
}

fn has_display() -> bool {
    ["DISPLAY", "WAYLAND_DISPLAY"].iter().any(|name| env::var_os(name).is_some_and(|value| !value.is_empty()))
}
