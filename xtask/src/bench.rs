//! `./build.sh bench`: what the guide weighs and how fast it is ready.

use anyhow::{Context, Result};

use crate::build;
use crate::paths::Paths;
use crate::run::{cargo, run};
use crate::size::{Size, kb};
use crate::tools::{self, Need};

const NEEDS: [Need; 4] = [Need::WasmTarget, Need::NodeModules, Need::Chromium, Need::ChromeDriver];

/// Builds, weighs and hands over to the end-to-end package, which measures in a browser.
pub fn command(paths: &Paths) -> Result<()> {
    tools::provide(paths, &NEEDS)?;
    build::thorough(paths)?;
    println!("{:13} {:>9} {:>9}", "", "KB", "gzip -9");
    for name in ["guide.js", "guide.wasm", "guide-twin.js"] {
        let size = Size::of(&paths.dist.join("chromium").join(name))?;
        println!("{name:13} {:9.1} {:9.1}", kb(size.raw), kb(size.gzip));
    }
    let mut cargo = cargo();
    cargo.current_dir(&paths.root).args(["run", "--quiet", "--release", "--package", "e2e", "--bin", "bench"]);
    run(cargo.env("EXTENSION_DIST", &paths.dist).env("CHROMEDRIVER", tools::installed(Need::ChromeDriver)?))
        .context("the measuring did not work")?;
    println!("Measured the extension in {}.", crate::paths::shown(&paths.dist));
    Ok(())
}
