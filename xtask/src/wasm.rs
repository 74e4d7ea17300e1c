//! From the guide's Rust to one small WebAssembly module and its glue.

use std::env;
use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};
use wasm_bindgen_cli_support::Bindgen;

use crate::paths::Paths;
use crate::run::{cargo, run};

/// What the module uses beyond the first version of WebAssembly. Named one by one: with `--all-features`, Binaryen
/// writes modules that no browser takes. Reference types and multiple values are left out, wasm2js knows neither.
pub const FEATURES: [&str; 5] = [
    "--enable-bulk-memory",
    "--enable-bulk-memory-opt",
    "--enable-mutable-globals",
    "--enable-nontrapping-float-to-int",
    "--enable-sign-ext",
];

/// The guide, compiled.
pub struct Guide {
    /// Where the module is, for the tools that go on with it.
    pub path: PathBuf,
    /// The module's bytes.
    pub module: Vec<u8>,
    /// wasm-bindgen's glue: a script that declares `wasm_bindgen`.
    pub glue: String,
}

/// Compiles, binds and optimises.
pub fn compile(paths: &Paths) -> Result<Guide> {
    let compiled = cargo_build(paths)?;
    let bindings = bind(&compiled, &paths.work().join("bindings"))?;
    let path = paths.work().join("guide.wasm");
    optimise(paths, &bindings.join("guide_bg.wasm"), &path)?;
    let module = fs::read(&path).context("cannot read the optimised module")?;
    let glue = fs::read_to_string(bindings.join("guide.js")).context("cannot read the glue")?;
    Ok(Guide { path, module, glue })
}

/// Compiles the library, in a target folder of its own: its flags would undo everyone else's build.
fn cargo_build(paths: &Paths) -> Result<PathBuf> {
    let mut cargo = cargo();
    cargo
        .current_dir(&paths.root)
        .args(["build", "--quiet", "--release", "--lib", "--package", "einvoice-api-guide"])
        .args(["--target", "wasm32-unknown-unknown", "--target-dir"])
        .arg(paths.work())
        .env_remove("RUSTFLAGS")
        .env("CARGO_ENCODED_RUSTFLAGS", flags(paths).join(&OsString::from("\x1f")));
    run(&mut cargo).context("the guide does not compile")?;
    Ok(paths.work().join("wasm32-unknown-unknown/release/einvoice_api_guide.wasm"))
}

/// The compiler's flags. The prefixes take this machine's paths out of the module, so that it comes out the same anywhere.
fn flags(paths: &Paths) -> Vec<OsString> {
    let mut flags = vec![OsString::from("-Ctarget-feature=-reference-types,-multivalue")];
    flags.extend(crate_folders().iter().map(|folder| remapped(folder, "crates")));
    flags.push(remapped(&paths.root, "guide"));
    flags
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

/// Writes the glue and the module it belongs to. Without the list of features, in which the standard library still
/// declares reference types, wasm-bindgen stays with its plain heap of JavaScript values.
fn bind(compiled: &Path, folder: &Path) -> Result<PathBuf> {
    let mut module = walrus::ModuleConfig::new()
        .strict_validate(false)
        .parse_file(compiled)
        .with_context(|| format!("cannot read {}", compiled.display()))?;
    module.customs.remove_raw("target_features");
    Bindgen::new()
        .input_module("guide", module)
        .no_modules(true)?
        .typescript(false)
        .generate(folder)
        .context("wasm-bindgen cannot bind the module")?;
    Ok(folder.to_path_buf())
}

fn optimise(paths: &Paths, from: &Path, to: &Path) -> Result<()> {
    let mut wasm_opt = Command::new(paths.npm_tool("wasm-opt"));
    wasm_opt.args(FEATURES).args(["-Oz", "--strip-debug", "--strip-producers"]).arg(from).arg("-o").arg(to);
    run(&mut wasm_opt)
}
