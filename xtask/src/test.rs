//! `./build.sh test`: everything that can fail, in the order of how soon it tells.

use std::io::{Write, stdout};
use std::process::{Command, ExitCode};
use std::time::Instant;

use anyhow::{Result, ensure};

use crate::build;
use crate::foreign_pages;
use crate::paths::Paths;
use crate::run::{cargo, run, watch};
use crate::tally::Tally;
use crate::tools::{self, Need};

const NEEDS: [Need; 9] = [
    Need::WasmTarget,
    Need::Rustfmt,
    Need::Clippy,
    Need::NodeModules,
    Need::Chromium,
    Need::ChromeDriver,
    Need::Firefox,
    Need::GeckoDriver,
    Need::WasmTestRunner,
];

/// A step's name and what it does.
type Step = (&'static str, fn(&Paths) -> Result<Tally>);

const STEPS: [Step; 9] = [
    ("tools", provide),
    ("format", format),
    ("clippy", clippy),
    ("clippy for WebAssembly", clippy_wasm),
    ("native tests", native),
    ("tests in a browser's WebAssembly", dom),
    ("build", build),
    ("web-ext lint", lint),
    ("end to end", end_to_end),
];

/// Runs every step, whatever became of the one before, and ends with the count.
pub fn command(paths: &Paths) -> ExitCode {
    let mut all = Tally::default();
    let mut failed = Vec::new();
    for (name, step) in STEPS {
        println!("\n== {name}");
        let begin = Instant::now();
        let tally = step(paths).unwrap_or_else(|error| {
            println!("{error:#}");
            Tally::one(false)
        });
        println!("-- {name}: {tally} ({} s)", begin.elapsed().as_secs());
        if tally.failed > 0 {
            failed.push(name);
        }
        all += tally;
    }
    match failed[..] {
        [] => println!("\nEverything was tested, and nothing failed."),
        _ => println!("\nFailed: {}.", failed.join(", ")),
    }
    println!("tests: {all}");
    let _ = stdout().flush();
    if failed.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

fn provide(paths: &Paths) -> Result<Tally> {
    tools::provide(paths, &NEEDS)?;
    Ok(Tally::default())
}

fn format(paths: &Paths) -> Result<Tally> {
    one(cargo().current_dir(&paths.root).args(["fmt", "--all", "--check"]))
}

fn clippy(paths: &Paths) -> Result<Tally> {
    let mut cargo = cargo();
    cargo.current_dir(&paths.root).args(["clippy", "--quiet", "--workspace", "--all-targets"]);
    one(cargo.args(["--", "-D", "warnings"]))
}

fn clippy_wasm(paths: &Paths) -> Result<Tally> {
    let mut cargo = cargo();
    cargo.current_dir(&paths.root).args(["clippy", "--quiet", "--package", "einvoice-api-guide"]);
    cargo.args(["--target", "wasm32-unknown-unknown", "--lib", "--test", "dom"]);
    one(cargo.args(["--", "-D", "warnings"]))
}

fn native(paths: &Paths) -> Result<Tally> {
    let mut cargo = cargo();
    cargo.current_dir(&paths.root).args(["test", "--workspace", "--exclude", "e2e", "--no-fail-fast"]);
    many(&mut cargo)
}

fn dom(paths: &Paths) -> Result<Tally> {
    foreign_pages::lay_out(paths)?;
    many(&mut dom_tests(paths)?)
}

/// The tests of what touches a document, as WebAssembly in headless Chromium.
pub fn dom_tests(paths: &Paths) -> Result<Command> {
    let mut cargo = cargo();
    cargo
        .current_dir(&paths.root)
        .args(["test", "--package", "einvoice-api-guide", "--target", "wasm32-unknown-unknown", "--test", "dom"])
        .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER", tools::installed(Need::WasmTestRunner)?)
        .env("CHROMEDRIVER", tools::installed(Need::ChromeDriver)?)
        // The runner would take Firefox's driver first.
        .env_remove("GECKODRIVER")
        .env("WASM_BINDGEN_TEST_ONLY_WEB", "1")
        // Thousands of made-up pages.
        .env("WASM_BINDGEN_TEST_TIMEOUT", "1800")
        .env("WASM_BINDGEN_TEST_DRIVER_TIMEOUT", "30");
    Ok(cargo)
}

fn build(paths: &Paths) -> Result<Tally> {
    build::thorough(paths)?;
    Ok(Tally::one(true))
}

fn lint(paths: &Paths) -> Result<Tally> {
    let mut lint = Command::new(paths.npm_tool("web-ext"));
    lint.args(["lint", "--warnings-as-errors", "--no-config-discovery", "--source-dir"])
        .arg(paths.dist.join("firefox"));
    one(&mut lint)
}

fn end_to_end(paths: &Paths) -> Result<Tally> {
    ensure!(paths.dist.join("chromium/guide.js").is_file(), "there is no extension to test");
    let mut cargo = cargo();
    cargo
        .current_dir(&paths.root)
        .args(["test", "--package", "e2e", "--no-fail-fast"])
        .env("EXTENSION_DIST", &paths.dist)
        .env("CHROMEDRIVER", tools::installed(Need::ChromeDriver)?)
        .env("GECKODRIVER", tools::installed(Need::GeckoDriver)?);
    many(&mut cargo)
}

/// A program that passes or fails as a whole.
fn one(command: &mut Command) -> Result<Tally> {
    run(command)?;
    Ok(Tally::one(true))
}

/// A program that counts its tests. One that fails without a failed test did not even get to run them.
fn many(command: &mut Command) -> Result<Tally> {
    let mut tally = Tally::default();
    let status = watch(command, |line| {
        if let Some(counted) = Tally::of_line(line) {
            tally += counted;
        }
    })?;
    if !status.success() && tally.failed == 0 {
        tally += Tally::one(false);
    }
    Ok(tally)
}
