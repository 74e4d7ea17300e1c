//! `./build.sh test`: everything that can fail, in the order of how soon it tells; or a part of it.

use std::io::{Write, stdout};
use std::process::{Command, ExitCode};
use std::thread;
use std::time::Instant;

use anyhow::{Result, anyhow, ensure};

use crate::build;
use crate::foreign_pages;
use crate::paths::Paths;
use crate::run::{cargo, run, watch};
use crate::tally::Tally;
use crate::tools::{self, Need};

/// What can be tested by itself, on the way to a change.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// What needs no browser.
    Native,
    /// What touches a document, as WebAssembly in Chromium.
    Dom,
    /// The built extension in both browsers.
    EndToEnd,
}

impl Part {
    /// The part of this name.
    pub fn named(name: &str) -> Option<Self> {
        [("native", Self::Native), ("dom", Self::Dom), ("e2e", Self::EndToEnd)]
            .into_iter()
            .find_map(|(known, part)| (known == name).then_some(part))
    }

    fn needs(self) -> &'static [Need] {
        match self {
            Self::Native => &[],
            Self::Dom => &[Need::WasmTarget, Need::Chromium, Need::ChromeDriver, Need::WasmTestRunner],
            Self::EndToEnd => &[
                Need::WasmTarget,
                Need::NodeModules,
                Need::Chromium,
                Need::ChromeDriver,
                Need::Firefox,
                Need::GeckoDriver,
            ],
        }
    }
}

const ALL_NEEDS: [Need; 9] = [
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

/// Runs everything, whatever became of the step before, and ends with the count.
pub fn command(paths: &Paths) -> ExitCode {
    let mut report = Report::default();
    report.step("tools", || provide(paths, &ALL_NEEDS));
    // The build works in a folder of its own and, for the most part, on one core; so do the tests in Chromium.
    thread::scope(|scope| {
        let built = scope.spawn(|| {
            let begin = Instant::now();
            (build(paths), begin.elapsed().as_secs())
        });
        report.step("format", || format(paths));
        report.step("clippy", || clippy(paths));
        report.step("clippy for WebAssembly", || clippy_wasm(paths));
        report.step("native tests", || native(paths, None));
        report.step("tests in a browser's WebAssembly", || dom(paths, None));
        report.step("build", || {
            let (outcome, seconds) = built.join().map_err(|_| anyhow!("the build panicked"))?;
            println!("Built beside the steps before, in {seconds} s.");
            outcome
        });
    });
    report.step("web-ext lint", || lint(paths));
    report.step("end to end", || end_to_end(paths, None));
    report.end("Everything was tested, and nothing failed.")
}

/// Runs a part, or those of its tests whose name holds `name`, and ends with the count.
pub fn part(paths: &Paths, part: Part, name: Option<&str>) -> ExitCode {
    let mut report = Report::default();
    report.step("tools", || provide(paths, part.needs()));
    match part {
        Part::Native => report.step("native tests", || native(paths, name)),
        Part::Dom => report.step("tests in a browser's WebAssembly", || dom(paths, name)),
        Part::EndToEnd => {
            report.step("build", || build(paths));
            report.step("end to end", || end_to_end(paths, name));
        }
    }
    report.end("This part was tested, and nothing failed.")
}

/// What became of the steps so far.
#[derive(Default)]
struct Report {
    all: Tally,
    failed: Vec<&'static str>,
}

impl Report {
    /// Does a step and says what became of it, and how long it took.
    fn step(&mut self, name: &'static str, step: impl FnOnce() -> Result<Tally>) {
        println!("\n== {name}");
        let begin = Instant::now();
        let tally = step().unwrap_or_else(|error| {
            println!("{error:#}");
            Tally::one(false)
        });
        println!("-- {name}: {tally} ({} s)", begin.elapsed().as_secs());
        if tally.failed > 0 {
            self.failed.push(name);
        }
        self.all += tally;
    }

    fn end(self, well: &str) -> ExitCode {
        match self.failed[..] {
            [] => println!("\n{well}"),
            _ => println!("\nFailed: {}.", self.failed.join(", ")),
        }
        println!("tests: {}", self.all);
        let _ = stdout().flush();
        if self.failed.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
    }
}

fn provide(paths: &Paths, needs: &[Need]) -> Result<Tally> {
    tools::provide(paths, needs)?;
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

fn native(paths: &Paths, name: Option<&str>) -> Result<Tally> {
    let mut cargo = cargo();
    cargo.current_dir(&paths.root).args(["test", "--workspace", "--exclude", "e2e", "--no-fail-fast"]);
    many(&mut cargo, name)
}

fn dom(paths: &Paths, name: Option<&str>) -> Result<Tally> {
    foreign_pages::lay_out(paths)?;
    many(&mut dom_tests(paths)?, name)
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

fn end_to_end(paths: &Paths, name: Option<&str>) -> Result<Tally> {
    ensure!(paths.dist.join("chromium/guide.js").is_file(), "there is no extension to test");
    many(&mut end_to_end_tests(paths)?, name)
}

/// The tests of the built extension in both browsers.
pub fn end_to_end_tests(paths: &Paths) -> Result<Command> {
    let mut cargo = cargo();
    cargo
        .current_dir(&paths.root)
        .args(["test", "--package", "e2e", "--no-fail-fast"])
        .env("EXTENSION_DIST", &paths.dist)
        // More than there are browsers: whoever waits is handed one that has done its test (tests/e2e/src/seats.rs).
        .env("RUST_TEST_THREADS", "8")
        // Forty frames of the test's own harness hide the one line that says what failed.
        .env("RUST_LIB_BACKTRACE", "0")
        .env("CHROMEDRIVER", tools::installed(Need::ChromeDriver)?)
        .env("GECKODRIVER", tools::installed(Need::GeckoDriver)?);
    Ok(cargo)
}

/// A program that passes or fails as a whole.
fn one(command: &mut Command) -> Result<Tally> {
    run(command)?;
    Ok(Tally::one(true))
}

/// Cargo's tests, or those whose name holds `name`. Where it fails without a failed test, it did not even get to run them.
fn many(command: &mut Command, name: Option<&str>) -> Result<Tally> {
    if let Some(name) = name {
        command.args(["--", name]);
    }
    let mut tally = Tally::default();
    let status = watch(command, |line| {
        if let Some(counted) = Tally::of_line(line) {
            tally += counted;
        }
    })?;
    if !status.success() && tally.failed == 0 {
        tally += Tally::one(false);
    }
    ensure!(tally != Tally::default(), "there is no such test");
    Ok(tally)
}
