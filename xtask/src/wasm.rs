//! From the guide's Rust to one small WebAssembly module and its glue.

use std::env;
use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};
use walrus::{Module, ModuleConfig};
use wasm_bindgen_cli_support::Bindgen;

use crate::names;
use crate::paths::Paths;
use crate::run::{cargo, output, run};

/// What the module uses beyond the first version of WebAssembly. Named one by one: with `--all-features`, Binaryen
/// writes modules that no browser takes. Reference types and multiple values are left out, wasm2js knows neither.
pub const FEATURES: [&str; 5] = [
    "--enable-bulk-memory",
    "--enable-bulk-memory-opt",
    "--enable-mutable-globals",
    "--enable-nontrapping-float-to-int",
    "--enable-sign-ext",
];

/// Inlining what is called once makes a module shorter and, compressed, 5 % longer: it is done for tiny functions only.
const SMALLEST: [&str; 5] =
    ["--one-caller-inline-max-function-size=8", "-Oz", "-Oz", "--strip-debug", "--strip-producers"];

/// The two modules of the extension, and one for a benchmark.
#[derive(Clone, Copy)]
pub enum Part {
    /// The content script's.
    Guide,
    /// The one of the extension's own pages.
    Pages,
    /// The look by itself (tests/look).
    Look,
}

impl Part {
    fn name(self) -> &'static str {
        match self {
            Self::Guide => "guide",
            Self::Pages => "pages",
            Self::Look => "look",
        }
    }

    /// What cargo builds, and where it puts the module.
    fn build(self) -> (&'static [&'static str], &'static str) {
        match self {
            Self::Guide => (&["--lib"], "einvoice_api_guide.wasm"),
            Self::Pages => (&["--lib", "--features", "pages"], "einvoice_api_guide.wasm"),
            Self::Look => (&["--example", "look"], "examples/look.wasm"),
        }
    }
}

/// A module, compiled.
pub struct Guide {
    /// Where the module is, for the tools that go on with it.
    pub path: PathBuf,
    /// The module's bytes.
    pub module: Vec<u8>,
    /// wasm-bindgen's glue: a script that declares `wasm_bindgen`.
    pub glue: String,
}

/// Compiles, binds and optimises.
pub fn compile(paths: &Paths, part: Part) -> Result<Guide> {
    let work = paths.work().join(part.name());
    let compiled = cargo_build(paths, part, &work)?;
    let (bound, glue) = bind(&work, &compiled)?;
    let path = work.join("module.wasm");
    optimise(paths, &bound, &path)?;
    let module = fs::read(&path).context("cannot read the optimised module")?;
    Ok(Guide { path, module, glue })
}

/// Compiles the library, in a target folder of its own: its flags and features would undo everyone else's build.
fn cargo_build(paths: &Paths, part: Part, work: &Path) -> Result<PathBuf> {
    let (what, module) = part.build();
    let mut cargo = cargo();
    cargo
        .current_dir(&paths.root)
        .args(["build", "--quiet", "--release", "--package", "einvoice-api-guide"])
        .args(["--target", "wasm32-unknown-unknown", "--target-dir"])
        .arg(work)
        .args(what)
        .env_remove("RUSTFLAGS")
        .env("CARGO_ENCODED_RUSTFLAGS", flags(paths)?.join(&OsString::from("\x1f")));
    run(&mut cargo).context("the guide does not compile")?;
    Ok(work.join("wasm32-unknown-unknown/release").join(module))
}

/// The compiler's flags. The prefixes take this machine's paths out of the module, so that it comes out the same anywhere.
fn flags(paths: &Paths) -> Result<Vec<OsString>> {
    let mut flags = vec![OsString::from("-Ctarget-feature=-reference-types,-multivalue")];
    flags.extend(crate_folders().iter().map(|folder| remapped(folder, "crates")));
    flags.push(remapped(&paths.root, "guide"));
    flags.push(standard_library()?);
    Ok(flags)
}

/// Where rustup installed the standard library's source, its path would be in the module; elsewhere, and so everywhere
/// with this, it is named by the compiler's commit.
fn standard_library() -> Result<OsString> {
    let sysroot = output(Command::new("rustc").args(["--print", "sysroot"]))?;
    let version = output(Command::new("rustc").arg("-vV"))?;
    let commit = version.lines().find_map(|line| line.strip_prefix("commit-hash: "));
    let source = Path::new(sysroot.trim()).join("lib/rustlib/src/rust");
    Ok(remapped(&source, &format!("/rustc/{}", commit.unwrap_or("unknown"))))
}

fn remapped(from: &Path, to: &str) -> OsString {
    let mut flag = OsString::from("--remap-path-prefix=");
    flag.push(from);
    flag.push("=");
    flag.push(to);
    flag
}

/// Where cargo keeps the sources of the crates, one folder for each registry, named after it.
fn crate_folders() -> Vec<PathBuf> {
    let home = env::var_os("CARGO_HOME").map(PathBuf::from).or_else(|| env::home_dir().map(|home| home.join(".cargo")));
    let Some(Ok(folders)) = home.map(|home| fs::read_dir(home.join("registry/src"))) else {
        return Vec::new();
    };
    let mut folders: Vec<_> = folders.flatten().map(|folder| folder.path()).collect();
    folders.sort();
    folders
}

/// Makes the glue and the module it belongs to. Without the list of features, in which the standard library still
/// declares reference types, wasm-bindgen stays with its plain heap of JavaScript values.
fn bind(work: &Path, compiled: &Path) -> Result<(PathBuf, String)> {
    let mut module = read(compiled)?;
    module.customs.remove_raw("target_features");
    let folder = work.join("bindings");
    Bindgen::new()
        .input_module("guide", module)
        .no_modules(true)?
        .typescript(false)
        .generate(&folder)
        .context("wasm-bindgen cannot bind the module")?;
    let mut glue = fs::read_to_string(folder.join("guide.js")).context("cannot read the glue")?;
    let mut bound = read(&folder.join("guide_bg.wasm"))?;
    names::shorten(&mut bound, &mut glue)?;
    let path = work.join("bound.wasm");
    fs::write(&path, bound.emit_wasm()).context("cannot write the bound module")?;
    Ok((path, glue))
}

/// The compiler's output is well-formed, but for a strict reader not always valid.
fn read(path: &Path) -> Result<Module> {
    ModuleConfig::new()
        .strict_validate(false)
        .parse_file(path)
        .with_context(|| format!("cannot read {}", path.display()))
}

fn optimise(paths: &Paths, from: &Path, to: &Path) -> Result<()> {
    let mut wasm_opt = Command::new(paths.npm_tool("wasm-opt"));
    wasm_opt.args(FEATURES).args(SMALLEST).arg(from).arg("-o").arg(to);
    run(&mut wasm_opt)
}
