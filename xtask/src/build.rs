//! `./build.sh`: the extension, ready to load.

use anyhow::Result;

use crate::extension::Made;
use crate::manifest::Browser;
use crate::paths::{Paths, shown};
use crate::tools::Need;
use crate::wasm::Part;
use crate::{bundle, extension, load, size, tools, twin, wasm};

/// Builds and says where.
pub fn command(paths: &Paths) -> Result<()> {
    tools::provide(paths, &NEEDS)?;
    build(paths)?;
    println!(
        "Built the extension: load {} in Chromium (chrome://extensions, Load unpacked) or {} in Firefox (about:debugging, Load Temporary Add-on).",
        shown(&paths.dist.join(Browser::Chromium.name())),
        shown(&paths.dist.join(Browser::Firefox.name()).join("manifest.json")),
    );
    Ok(())
}

/// What a build needs.
pub const NEEDS: [Need; 2] = [Need::WasmTarget, Need::NodeModules];

/// Makes the module and its twin, loads them once, writes both folders and weighs them.
pub fn build(paths: &Paths) -> Result<()> {
    let guide = wasm::compile(paths, Part::Guide)?;
    let pages = wasm::compile(paths, Part::Pages)?;
    let twin = bundle::head("guide.wasm", &guide.module) + &twin::translate(paths, &guide)?;
    let chromium = bundle::content_script(paths, &guide, Browser::Chromium)?;
    let firefox = bundle::content_script(paths, &guide, Browser::Firefox)?;
    load::check(paths, &guide, &chromium, &twin)?;
    let page_script = bundle::page_script(paths, &pages)?;
    let shared: [Made; 3] =
        [("guide.wasm", &guide.module), ("pages.wasm", &pages.module), ("pages.js", page_script.as_bytes())];
    let scripts: [Made; 2] = [("guide.js", chromium.as_bytes()), ("guide-twin.js", twin.as_bytes())];
    let folder = extension::write(paths, Browser::Chromium, &[&shared[..], &scripts].concat())?;
    let scripts: [Made; 1] = [("guide.js", firefox.as_bytes())];
    extension::write(paths, Browser::Firefox, &[&shared[..], &scripts].concat())?;
    size::check(&folder)
}
