//! From the guide's Rust to a WebAssembly module and its glue.

use std::env;
use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};
use walrus::ModuleConfig;
use wasm_bindgen_cli_support::Bindgen;

use crate::binaryen;
use crate::paths::Paths;
use crate::run::{cargo, output, run};

/// What a plain module uses beyond the first version of WebAssembly. Named one by one: with `--all-features`, Binaryen
/// writes modules that no browser takes.
pub const PLAIN_FEATURES: [&str; 5] = [
    "--enable-bulk-memory",
    "--enable-bulk-memory-opt",
    "--enable-mutable-globals",
    "--enable-nontrapping-float-to-int",
    "--enable-sign-ext",
];

/// The two modules of the extension, and one for a benchmark.
#[derive(Clone, Copy)]
pub enum Module {
    /// The content script's.
    Guide,
    /// The one of the extension's own pages.
    Pages,
    /// The look by itself (tests/look).
    Look,
}

/// How much is done for a module's speed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Care {
    /// What is soon done: for whoever changes a line and looks at what becomes of it.
    Quick,
    /// All the optimisers: for what ships, is tested or measured.
    Thorough,
}

/// How a module holds the browser's objects.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// By reference, which WebAssembly in a browser does best.
    References,
    /// By number, in a list that the glue keeps: wasm2js knows no references, and no multiple values.
    Plain,
}

/// A module, made.
pub struct Compiled {
    /// Where the module is, for the tools that go on with it.
    pub path: PathBuf,
    /// The module's bytes.
    pub module: Vec<u8>,
    /// wasm-bindgen's glue: a script that declares `wasm_bindgen`.
    pub glue: String,
}

impl Module {
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

impl Care {
    /// Cargo's profile.
    fn profile(self) -> &'static str {
        match self {
            Self::Quick => "quick",
            Self::Thorough => "release",
        }
    }

    /// How modules are made that run as WebAssembly: quickly as the twin's is, so that everything is compiled once.
    pub fn form(self) -> Form {
        match self {
            Self::Quick => Form::Plain,
            Self::Thorough => Form::References,
        }
    }

    /// What Binaryen does beyond what it is asked for.
    pub fn optimisers(self) -> &'static [&'static str] {
        match self {
            Self::Quick => &[],
            Self::Thorough => &["-Oz"],
        }
    }
}

impl Form {
    fn name(self) -> &'static str {
        match self {
            Self::References => "references",
            Self::Plain => "plain",
        }
    }

    /// The compiler's flags.
    fn flags(self) -> &'static [&'static str] {
        match self {
            Self::References => &[],
            Self::Plain => &["-Ctarget-feature=-reference-types,-multivalue"],
        }
    }

    /// What its modules use beyond the first version of WebAssembly.
    fn features(self) -> Vec<&'static str> {
        let more: &[&str] = match self {
            Self::References => &["--enable-reference-types", "--enable-multivalue"],
            Self::Plain => &[],
        };
        [&PLAIN_FEATURES[..], more].concat()
    }
}

/// Compiles, binds and optimises.
pub fn make(paths: &Paths, module: Module, form: Form, care: Care) -> Result<Compiled> {
    let work = paths.work().join(format!("{}-{}", module.name(), form.name()));
    let compiled = compile(paths, &work.join("target"), module, form, care)?;
    let (bound, glue) = bind(&compiled, &work.join("bindings"), form)?;
    let path = match care {
        // As it is, where it is: in the place of an optimised one it would be taken for that.
        Care::Quick => bound,
        Care::Thorough => {
            let path = work.join("module.wasm");
            let words = [&form.features(), care.optimisers(), &["--strip-debug", "--strip-producers"]].concat();
            binaryen::make(paths, "wasm-opt", &words, &bound, &path)?;
            path
        }
    };
    let module = fs::read(&path).context("cannot read the module")?;
    Ok(Compiled { path, module, glue })
}

/// Compiles. In a target folder of its own: cargo gives the library the same name with any flags and features, so that
/// each module would undo the build of the one before.
fn compile(paths: &Paths, target: &Path, module: Module, form: Form, care: Care) -> Result<PathBuf> {
    let (what, file) = module.build();
    let mut cargo = cargo();
    cargo
        .current_dir(&paths.root)
        .args(["build", "--quiet", "--profile", care.profile(), "--package", "einvoice-api-guide"])
        .args(["--target", "wasm32-unknown-unknown", "--target-dir"])
        .arg(target)
        .args(what)
        .env_remove("RUSTFLAGS")
        .env("CARGO_ENCODED_RUSTFLAGS", flags(paths, form)?.join(&OsString::from("\x1f")));
    run(&mut cargo).context("the guide does not compile")?;
    Ok(target.join("wasm32-unknown-unknown").join(care.profile()).join(file))
}

/// All flags of the compiler. The prefixes take this machine's paths out of the module, so that it comes out the same anywhere.
fn flags(paths: &Paths, form: Form) -> Result<Vec<OsString>> {
    let mut flags: Vec<_> = form.flags().iter().map(OsString::from).collect();
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

/// Makes the glue and the module it belongs to. Without the list of features, in which the standard library declares
/// reference types, wasm-bindgen stays with its plain list of objects.
fn bind(compiled: &Path, folder: &Path, form: Form) -> Result<(PathBuf, String)> {
    let mut module = ModuleConfig::new()
        // The compiler's output is well-formed, but for a strict reader not always valid.
        .strict_validate(false)
        .parse_file(compiled)
        .with_context(|| format!("cannot read {}", compiled.display()))?;
    if form == Form::Plain {
        module.customs.remove_raw("target_features");
    }
    Bindgen::new()
        .input_module("guide", module)
        .no_modules(true)?
        .typescript(false)
        .generate(folder)
        .context("wasm-bindgen cannot bind the module")?;
    let glue = fs::read_to_string(folder.join("guide.js")).context("cannot read the glue")?;
    Ok((folder.join("guide_bg.wasm"), glue))
}
