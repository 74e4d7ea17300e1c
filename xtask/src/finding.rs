//! `./build.sh bench finding`: how often the guide finds what it looks for, on made-up portals and beside other ways of
//! finding; the curve behind its bar; accessible names; and how long a look takes.

use std::process::Command;

use anyhow::{Context, Result};

use crate::paths::Paths;
use crate::run::{cargo, run, watch};
use crate::tools::{self, Need};
use crate::{build, foreign_pages, looks, test};

const NEEDS: [Need; 7] = [
    Need::WasmTarget,
    Need::NodeModules,
    Need::Chromium,
    Need::ChromeDriver,
    Need::Firefox,
    Need::GeckoDriver,
    Need::WasmTestRunner,
];
/// How many pages of each target are tried.
const PAGES: &str = "24";
/// The same tests that `./build.sh test` runs, on more pages of each screen and on more portals.
const PAGES_OF_SCREEN: &str = "500";
const PORTALS: [(&str, &str); 2] = [("PORTALS_IN_CHROMIUM", "50"), ("PORTALS_IN_FIREFOX", "10")];
/// A portal close to the one in the photographs: what recorded locators have recorded.
const RECORDED: &str = "21";

/// Measures and prints.
pub fn command(paths: &Paths) -> Result<()> {
    tools::provide(paths, &NEEDS)?;
    build::thorough(paths)?;
    foreign_pages::lay_out(paths)?;
    let names = in_browser(paths)?;
    let made_up = paths.work().join("portals");
    let mut dump = cargo();
    dump.current_dir(&paths.root)
        .args(["run", "--quiet", "--package", "portals", "--", "dump"])
        .arg(&made_up)
        .arg(PAGES);
    run(&mut dump).context("the portals cannot be written")?;
    let mut compare = Command::new("node");
    compare.current_dir(&paths.root).arg("tests/finding/main.mjs").arg("--pages").arg(&made_up);
    compare.arg("--extension").arg(paths.dist.join("chromium")).args(["--count", PAGES, "--recorded", RECORDED]);
    if let Some(names) = names {
        compare.args(["--names", &names]);
    }
    compare.env("CHROMIUM", tools::installed(Need::Chromium)?);
    run(&mut compare).context("the guide was wrong, or the comparison did not work")?;
    looks::measure(paths)?;
    newcomers(paths)?;
    println!("Measured how the guide finds, with {PAGES} pages of each target.");
    Ok(())
}

/// Newcomers on whole portals, from the first page to the last.
fn newcomers(paths: &Paths) -> Result<()> {
    let mut cargo = test::end_to_end_tests(paths)?;
    cargo.args(["--test", "e2e", "--", "--nocapture", "newcomers_finish_on_made_up_portals"]).envs(PORTALS);
    run(&mut cargo).context("a newcomer did not finish")
}

/// The pages of each screen, the curve and the names. Answers the guide's share of right names, where it was measured.
fn in_browser(paths: &Paths) -> Result<Option<String>> {
    let mut names = None;
    // How many pages is compiled in, and the number for each target goes before the one for each screen.
    for (part, variable, pages) in [
        ("finding::portals", "PAGES_OF_SCREEN", PAGES_OF_SCREEN),
        ("finding::portals::curve", "PAGES_OF_EACH", PAGES),
        ("accname", "PAGES_OF_EACH", PAGES),
    ] {
        let mut cargo = test::dom_tests(paths)?;
        cargo.args(["--release", "--", "--nocapture", part]).env(variable, pages);
        let status = watch(&mut cargo, |line| {
            let found = line.trim().strip_prefix("accessible names: ").and_then(|rest| rest.strip_suffix(" right"));
            names = found.map(str::to_owned).or(names.take());
        })?;
        anyhow::ensure!(status.success(), "{part} failed");
    }
    Ok(names)
}
