//! What the commands need on the machine, and how to get it.
//!
//! Each command names its needs; what is there already is found, the rest is installed and said so.

use std::collections::BTreeSet;
use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::{Context, Result, bail, ensure};
use serde_json::Value;

use crate::paths::Paths;
use crate::run::{cargo, output, run};

/// Something a command needs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Need {
    /// The standard library for WebAssembly.
    WasmTarget,
    /// `cargo fmt`.
    Rustfmt,
    /// `cargo clippy`.
    Clippy,
    /// Binaryen, web-ext and the practice portal's scripts, from npm.
    NodeModules,
    /// The browser.
    Chromium,
    /// The program through which tests steer Chromium.
    ChromeDriver,
    /// The browser.
    Firefox,
    /// The program through which tests steer Firefox.
    GeckoDriver,
    /// The program that runs tests inside a browser.
    WasmTestRunner,
    /// The letters of India's languages: for pictures.
    Fonts,
}

/// A program, or a file of another kind, from the system's packages.
struct SystemProgram {
    /// The names it goes by; of a file that is no program, where it is.
    programs: &'static [&'static str],
    /// Its package in Debian.
    debian: &'static str,
    /// Its package in Ubuntu.
    ubuntu: &'static str,
}

/// A program that cargo builds from a crate.
struct CrateProgram {
    program: &'static str,
    name: &'static str,
    version: &'static str,
}

impl Need {
    fn system_program(self) -> Option<SystemProgram> {
        let (programs, debian, ubuntu): (&[&str], _, _) = match self {
            Self::Chromium => (&["chromium", "chromium-browser"], "chromium", "chromium-browser"),
            Self::ChromeDriver => (&["chromedriver"], "chromium-driver", "chromium-chromedriver"),
            Self::Firefox => (&["firefox-esr", "firefox"], "firefox-esr", "firefox"),
            Self::Fonts => {
                (&["/usr/share/fonts/truetype/noto/NotoSansTamil-Regular.ttf"], "fonts-noto-core", "fonts-noto-core")
            }
            _ => return None,
        };
        Some(SystemProgram { programs, debian, ubuntu })
    }

    fn crate_program(self) -> Option<CrateProgram> {
        let (program, name, version) = match self {
            Self::GeckoDriver => ("geckodriver", "geckodriver", "0.37.1"),
            // Of the same version as wasm-bindgen (Cargo.toml).
            Self::WasmTestRunner => ("wasm-bindgen-test-runner", "wasm-bindgen-cli", "0.2.130"),
            _ => return None,
        };
        Some(CrateProgram { program, name, version })
    }
}

/// Installs what is missing of `needs`.
pub fn provide(paths: &Paths, needs: &[Need]) -> Result<()> {
    provide_system(needs)?;
    for need in needs {
        match need {
            Need::WasmTarget => provide_wasm_target()?,
            Need::Rustfmt => provide_component("fmt", "rustfmt")?,
            Need::Clippy => provide_component("clippy", "clippy")?,
            Need::NodeModules => provide_node_modules(paths)?,
            Need::GeckoDriver | Need::WasmTestRunner => provide_crate(*need)?,
            Need::Chromium | Need::ChromeDriver | Need::Firefox | Need::Fonts => {}
        }
    }
    Ok(())
}

/// Where a program is.
pub fn installed(need: Need) -> Result<PathBuf> {
    let found = match (need.system_program(), need.crate_program()) {
        (Some(system), _) => system.programs.iter().find_map(|name| on_path(name)),
        (_, Some(program)) => program.find(),
        _ => None,
    };
    found.with_context(|| format!("{need:?} is not installed"))
}

fn on_path(name: &str) -> Option<PathBuf> {
    let folders = env::var_os("PATH")?;
    env::split_paths(&folders).map(|folder| folder.join(name)).find(|path| path.is_file())
}

fn provide_wasm_target() -> Result<()> {
    let target = "wasm32-unknown-unknown";
    let folder = output(Command::new("rustc").args(["--print", "target-libdir", "--target", target]))?;
    if Path::new(folder.trim()).is_dir() {
        return Ok(());
    }
    rustup(&["target", "add", target], "the standard library for WebAssembly")
}

fn provide_component(subcommand: &str, component: &str) -> Result<()> {
    if output(cargo().args([subcommand, "--version"])).is_ok() {
        return Ok(());
    }
    rustup(&["component", "add", component], component)
}

fn rustup(words: &[&str], what: &str) -> Result<()> {
    ensure!(
        on_path("rustup").is_some(),
        "{what} is missing. Please install Rust with rustup (https://rustup.rs), or add it to your Rust yourself"
    );
    println!("Installing {what}: rustup {}", words.join(" "));
    output(Command::new("rustup").args(words)).map(drop)
}

/// Runs `npm ci` unless every package of the lock file is there at its version.
fn provide_node_modules(paths: &Paths) -> Result<()> {
    let wanted = packages(&paths.root.join("package-lock.json"))?;
    let there = packages(&paths.root.join("node_modules/.package-lock.json")).unwrap_or_default();
    if wanted.is_subset(&there) && paths.npm_tool("wasm-opt").exists() {
        return Ok(());
    }
    println!("Installing the tools and scripts of package.json into node_modules: npm ci");
    output(Command::new("npm").args(["ci", "--no-audit", "--no-fund"]).current_dir(&paths.root)).map(drop)
}

/// The packages of a lock file, as `place version`, but for those that not every system gets.
fn packages(lock: &Path) -> Result<BTreeSet<String>> {
    let text = fs::read_to_string(lock).with_context(|| format!("cannot read {}", lock.display()))?;
    let lock: Value = serde_json::from_str(&text).with_context(|| format!("{} is not JSON", lock.display()))?;
    let packages = lock["packages"].as_object().context("the lock file lists no packages")?;
    Ok(packages
        .iter()
        .filter(|(place, package)| !place.is_empty() && package["optional"] != true)
        .map(|(place, package)| format!("{place} {}", package["version"]))
        .collect())
}

/// Installs the missing system programs in one go.
fn provide_system(needs: &[Need]) -> Result<()> {
    let ubuntu = fs::read_to_string("/etc/os-release").is_ok_and(|text| text.lines().any(|line| line == "ID=ubuntu"));
    let missing: Vec<&str> = needs
        .iter()
        .filter(|need| installed(**need).is_err())
        .filter_map(|need| need.system_program())
        .map(|program| if ubuntu { program.ubuntu } else { program.debian })
        .collect();
    if missing.is_empty() {
        return Ok(());
    }
    let list = missing.join(" ");
    ensure!(on_path("apt-get").is_some(), "please install {list} (named as in Debian) with your system's packages");
    println!("Installing with apt-get the browsers, what steers them, or letters that pictures need: {list}");
    apt_get(&["update", "-qq"])?;
    // Without what is recommended besides: with Chromium that is printing, notifications and name services.
    apt_get(&[&["install", "-qq", "-y", "--no-install-recommends"], &missing[..]].concat())
        .with_context(|| format!("please install {list} yourself"))
}

/// As root, or else through sudo; heard of only when it fails.
fn apt_get(words: &[&str]) -> Result<()> {
    let root = output(Command::new("id").arg("-u")).is_ok_and(|id| id.trim() == "0");
    let mut command = if root {
        Command::new("apt-get")
    } else if on_path("sudo").is_some() {
        let mut sudo = Command::new("sudo");
        sudo.args(["DEBIAN_FRONTEND=noninteractive", "apt-get"]);
        sudo
    } else {
        bail!("apt-get needs root, and there is no sudo")
    };
    output(command.args(words).env("DEBIAN_FRONTEND", "noninteractive").stdin(Stdio::null())).map(drop)
}

impl CrateProgram {
    /// Looks where this build installs, then on the path, for this very version.
    fn find(&self) -> Option<PathBuf> {
        let ours = tool_folder().ok().map(|folder| folder.join("bin").join(self.program));
        [ours, on_path(self.program)].into_iter().flatten().find(|program| {
            output(Command::new(program).arg("--version"))
                .is_ok_and(|text| text.split_whitespace().any(|word| word == self.version))
        })
    }
}

fn provide_crate(need: Need) -> Result<()> {
    let Some(program) = need.crate_program() else {
        return Ok(());
    };
    if program.find().is_some() {
        return Ok(());
    }
    let folder = tool_folder()?;
    let (name, version) = (program.name, program.version);
    println!(
        "Installing {} {version} into {}, which takes some minutes: cargo install {name}",
        program.program,
        folder.display()
    );
    let mut cargo = cargo();
    cargo.args([
        "install",
        "--quiet",
        name,
        "--version",
        &format!("={version}"),
        "--bin",
        program.program,
        "--force",
        "--root",
    ]);
    run(cargo.arg(&folder))?;
    ensure!(program.find().is_some(), "{} does not say that it is version {version}", program.program);
    Ok(())
}

/// Outside the repository, so that every clone and every rerun finds what was built once.
fn tool_folder() -> Result<PathBuf> {
    let cache = env::var_os("XDG_CACHE_HOME").filter(|dir| !dir.is_empty()).map(PathBuf::from);
    let cache = cache.or_else(|| env::home_dir().map(|home| home.join(".cache")));
    Ok(cache.context("there is no home folder to keep tools in")?.join("einvoice-api-guide/tools"))
}
