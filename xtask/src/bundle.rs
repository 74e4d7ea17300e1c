//! The scripts: a module, its glue and its loader in one file each.

use std::fmt::Write as _;
use std::fs;

use anyhow::{Context, Result, ensure};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;
use sha2::{Digest, Sha256};

use crate::languages;
use crate::manifest::Browser;
use crate::paths::Paths;
use crate::wasm::Compiled;

/// What the twin's stand-in for `WebAssembly` answers (extension/content/twin.js).
const STAND_IN: [&str; 2] = ["Instance", "Module"];

/// The content script for a browser.
pub fn content_script(paths: &Paths, guide: &Compiled, browser: Browser) -> Result<String> {
    Ok(format!(
        "{}(() => {{\n\"use strict\";\n\n{}\n{}\n{}}})();\n",
        head("guide.wasm", &guide.module),
        prelude(guide)?,
        piece(paths, &format!("refused.{}.js", browser.name()))?,
        piece(paths, "loader.js")?,
    ))
}

/// The script of the extension's own pages.
pub fn page_script(paths: &Paths, pages: &Compiled) -> Result<String> {
    Ok(format!(
        "{}(() => {{\n\"use strict\";\n\n{}\n{}\n{}}})();\n",
        head("pages.wasm", &pages.module),
        languages::script(paths)?,
        prelude(pages)?,
        piece(paths, "pages.js")?,
    ))
}

/// The script that stands in for the content script's module: `translated` declares the function `twin`.
pub fn twin_script(paths: &Paths, translated: &str, glue: &str) -> Result<String> {
    let glue = without_requests(glue)?;
    for used in glue.split("WebAssembly.").skip(1) {
        let name = used.split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
        ensure!(
            STAND_IN.contains(&name),
            "the glue asks for WebAssembly.{name}, which the twin's stand-in in extension/content does not have"
        );
    }
    Ok(format!(
        "{}\n// The module, translated to JavaScript by Binaryen's wasm2js.\n{translated}\n{GLUE}{}\n{}",
        title(),
        glue,
        piece(paths, "twin.js")?,
    ))
}

/// The module and its glue, as the loader finds them.
pub fn prelude(compiled: &Compiled) -> Result<String> {
    Ok(format!(
        "// The module's bytes, in base64.\nconst MODULE = \"{}\";\n\n{GLUE}{}",
        BASE64.encode(&compiled.module),
        without_requests(&compiled.glue)?
    ))
}

const GLUE: &str = "// The glue between the module and the browser, as wasm-bindgen writes it, without its way of loading by a request.\n";

/// The glue without its way of loading the module by a request: the extension makes none, and a reader of the file
/// should see so. What that way would take the module's address from goes too: it asks the page.
fn without_requests(glue: &str) -> Result<String> {
    let glue = replaced(glue, "let script_src;", "/**", "")?;
    let glue = replaced(&glue, "async function __wbg_load(", "function initSync(", "")?;
    replaced(&glue, "let __wbg_init_promise;", "})({ __proto__", "return Object.assign(exports, { initSync });\n")
}

/// `text` with all from `from` until `to` replaced by `with`.
fn replaced(text: &str, from: &str, to: &str, with: &str) -> Result<String> {
    let times = text.matches(from).count();
    ensure!(times == 1, "the glue has `{from}` {times} times, not once: look at xtask/src/bundle.rs");
    let found = text.split_once(from).and_then(|(before, rest)| Some((before, rest.split_once(to)?.1)));
    let (before, after) =
        found.with_context(|| format!("the glue no longer has `{to}` after `{from}`: look at xtask/src/bundle.rs"))?;
    Ok(format!("{before}{with}{to}{after}"))
}

/// Names the version and the module the script was made from.
fn head(name: &str, module: &[u8]) -> String {
    format!(
        "{}// The module in here lies beside this file as {name}; its SHA-256 is\n// {}\n",
        title(),
        hex(&Sha256::digest(module)),
    )
}

fn title() -> String {
    format!(
        "// e-Invoice API Guide {}. Made by ./build.sh from the Rust in src/, which is the source to read.\n",
        env!("CARGO_PKG_VERSION")
    )
}

/// One of the loader's sources.
fn piece(paths: &Paths, name: &str) -> Result<String> {
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

    /// Glue that does this, between the parts that are cut out.
    fn glue(does: &str) -> String {
        format!(
            "let wasm_bindgen = (function(exports) {{\nlet script_src;\nif (document.currentScript) {{}}\n/** */\n\
             async function __wbg_load() {{ fetch(); }}\nfunction initSync() {{ {does} }}\n\
             let __wbg_init_promise;\nreturn __wbg_init;\n}})({{ __proto__: null }});\n"
        )
    }

    fn paths() -> Paths {
        Paths::find().unwrap()
    }

    #[test]
    fn the_glue_loses_its_way_of_making_requests() {
        let text = without_requests(&glue("")).unwrap();
        assert!(!text.contains("fetch") && !text.contains("currentScript"), "{text}");
        assert!(text.contains("return Object.assign(exports, { initSync });"), "{text}");
        assert!(without_requests("let wasm_bindgen;").is_err());
        assert!(without_requests(&glue("async function __wbg_load() {} function initSync() {}")).is_err(), "twice");
    }

    #[test]
    fn the_module_is_written_as_it_is() {
        let compiled = Compiled { path: "guide.wasm".into(), module: vec![0, 0x61, 0xff], glue: glue("") };
        assert!(prelude(&compiled).unwrap().contains("const MODULE = \"AGH/\";"));
    }

    #[test]
    fn glue_that_asks_for_more_than_the_stand_in_has_is_refused() {
        let fits = glue("new WebAssembly.Instance(new WebAssembly.Module(m));");
        assert!(twin_script(&paths(), "", &fits).is_ok());
        assert!(twin_script(&paths(), "", &glue("new WebAssembly.Table({});")).is_err());
    }

    #[test]
    fn the_head_names_the_hash() {
        let empty = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
        assert!(head("guide.wasm", &[]).contains(empty));
    }
}
