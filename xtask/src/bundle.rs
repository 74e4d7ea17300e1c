//! The content script: the module, the glue and the loader in one file.

use std::fmt::Write as _;
use std::fs;
use std::num::NonZeroU64;
use std::process::Command;

use anyhow::{Context, Result, ensure};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;
use sha2::{Digest, Sha256};

use crate::manifest::Browser;
use crate::paths::Paths;
use crate::run::run;
use crate::wasm::Guide;

/// What the glue asks of `WebAssembly`, and the twin's stand-in answers.
const ASSEMBLY: [&str; 2] = ["Instance", "Module"];

/// The content script for a browser.
pub fn content_script(paths: &Paths, guide: &Guide, browser: Browser) -> Result<String> {
    Ok(format!(
        "{}(() => {{\n\"use strict\";\n\n{}\n{}\n{}\n{}}})();\n",
        head("guide.wasm", &guide.module),
        prelude(paths, guide)?,
        piece(paths, "unpack.js")?,
        refused(paths, browser)?,
        piece(paths, "loader.js")?,
    ))
}

/// The script of the extension's own pages.
pub fn page_script(paths: &Paths, pages: &Guide) -> Result<String> {
    Ok(format!(
        "{}(() => {{\n\"use strict\";\n\n{}\n{}\n{}}})();\n",
        head("pages.wasm", &pages.module),
        prelude(paths, pages)?,
        piece(paths, "unpack.js")?,
        piece(paths, "pages.js")?,
    ))
}

/// The module and its glue, as the loader finds them.
///
/// The bytes are compressed before they are written down: of a module of 126 KB, `gzip -9` makes 55 KB; of its base64
/// 72, of its hexadecimal 61, and of the base64 of what zopfli makes of it 53 KB. Unpacking takes about a millisecond.
pub fn prelude(paths: &Paths, guide: &Guide) -> Result<String> {
    let bindings = minified(paths, &bindings(&guide.glue)?)?;
    Ok(format!(
        "// The module's bytes, compressed (raw deflate) and in base64.\nconst MODULE = \"{}\";\n\n\
         // wasm-bindgen's glue between the module and the browser, minified. It sees the WebAssembly it is given.\n\
         {bindings}\n",
        packed(&guide.module)?,
    ))
}

/// The glue as a function of the WebAssembly it is to use.
fn bindings(glue: &str) -> Result<String> {
    let glue = without_requests(glue)?;
    for used in glue.split("WebAssembly.").skip(1) {
        let name = used.split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
        ensure!(
            ASSEMBLY.contains(&name),
            "the glue asks for WebAssembly.{name}, which the twin's stand-in in extension/content does not have"
        );
    }
    Ok(format!("function bindings(WebAssembly) {{\n{glue}return wasm_bindgen;\n}}\n"))
}

/// A script in fewer bytes: a quarter of the glue, compressed.
fn minified(paths: &Paths, script: &str) -> Result<String> {
    let (from, to) = (paths.work().join("glue.js"), paths.work().join("glue.min.js"));
    fs::write(&from, script).context("cannot write the glue")?;
    run(Command::new(paths.npm_tool("terser"))
        .arg(&from)
        .args(["--compress", "passes=2", "--mangle", "--output"])
        .arg(&to))?;
    fs::read_to_string(&to).context("cannot read the minified glue")
}

fn packed(module: &[u8]) -> Result<String> {
    let mut packed = Vec::new();
    zopfli::compress(thorough(), zopfli::Format::Deflate, module, &mut packed).context("cannot compress the module")?;
    Ok(BASE64.encode(packed))
}

/// Four times the usual search for a shorter form.
fn thorough() -> zopfli::Options {
    zopfli::Options { iteration_count: NonZeroU64::MIN.saturating_add(59), ..zopfli::Options::default() }
}

/// The glue without its way of loading the module by a request: the extension makes none, and a reader of the file
/// should see so.
fn without_requests(glue: &str) -> Result<String> {
    let glue = replaced(glue, "async function __wbg_load(", "function initSync(", "")?;
    replaced(&glue, "let __wbg_init_promise;", "})({ __proto__", "return Object.assign(exports, { initSync });\n")
}

/// `text` with all from `from` until `to` replaced by `with`.
fn replaced(text: &str, from: &str, to: &str, with: &str) -> Result<String> {
    let found = text.split_once(from).and_then(|(before, rest)| Some((before, rest.split_once(to)?.1)));
    let (before, after) =
        found.with_context(|| format!("the glue no longer has `{from}` before `{to}`: look at xtask/src/bundle.rs"))?;
    Ok(format!("{before}{with}{to}{after}"))
}

/// The part of the loader for when WebAssembly is refused.
pub fn refused(paths: &Paths, browser: Browser) -> Result<String> {
    piece(paths, &format!("refused.{}.js", browser.name()))
}

/// Names the version and the module the script was made from.
pub fn head(name: &str, module: &[u8]) -> String {
    format!(
        "// e-Invoice API Guide {}. Made by ./build.sh from the Rust in src/, which is the source to read.\n\
         // The module in here lies beside this file as {name}; its SHA-256 is\n\
         // {}\n",
        env!("CARGO_PKG_VERSION"),
        hex(&Sha256::digest(module)),
    )
}

/// One of the loader's sources.
pub fn piece(paths: &Paths, name: &str) -> Result<String> {
    let path = paths.root.join("extension/content").join(name);
    fs::read_to_string(&path).with_context(|| format!("cannot read {}", path.display()))
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::with_capacity(2 * bytes.len()), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A module whose glue does this, between the parts that are cut out.
    fn guide(glue: &str) -> Guide {
        let glue = format!(
            "async function __wbg_load() {{ fetch(); }}\nfunction initSync() {{ {glue} }}\n\
             let __wbg_init_promise;\nreturn __wbg_init;\n}})({{ __proto__: null }});\n"
        );
        Guide { path: "guide.wasm".into(), module: vec![0, 0x61, 0xff], glue }
    }

    #[test]
    fn the_glue_loses_its_way_of_making_requests() {
        let text = bindings(&guide("").glue).unwrap();
        assert!(!text.contains("fetch") && text.contains("return Object.assign(exports, { initSync });"), "{text}");
        assert!(without_requests("let wasm_bindgen;").is_err());
    }

    #[test]
    fn the_module_is_written_compressed() {
        // A stored or a fixed block of three bytes: either way the text is base64 and short.
        let module = packed(&guide("").module).unwrap();
        assert!((4..=12).contains(&module.len()) && BASE64.decode(&module).is_ok(), "{module}");
    }

    #[test]
    fn glue_that_asks_for_more_than_the_stand_in_has_is_refused() {
        assert!(bindings(&guide("new WebAssembly.Instance(new WebAssembly.Module(m));").glue).is_ok());
        assert!(bindings(&guide("new WebAssembly.Table({});").glue).is_err());
    }

    #[test]
    fn the_head_names_the_hash() {
        let empty = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
        assert!(head("guide.wasm", &[]).contains(empty));
    }
}
