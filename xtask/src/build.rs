//! `./build.sh`: the extension, ready to load.

use anyhow::Result;

use crate::extension::Made;
use crate::manifest::Browser;
use crate::paths::{Paths, shown};
use crate::tools::Need;
use crate::wasm::{Care, Compiled, Form, Module};
use crate::{bundle, extension, load, size, tools, twin, wasm};

/// Builds and says where.
pub fn command(paths: &Paths) -> Result<()> {
    tools::provide(paths, &NEEDS)?;
    quick(paths)?;
    println!(
        "Built the extension quickly, without the slow optimisers: load {} in Chromium (chrome://extensions, Load unpacked) or {} in Firefox (about:debugging, Load Temporary Add-on).",
        shown(&paths.dist.join(Browser::Chromium.name())),
        shown(&paths.dist.join(Browser::Firefox.name()).join("manifest.json")),
    );
    Ok(())
}

/// What a build needs.
pub const NEEDS: [Need; 2] = [Need::WasmTarget, Need::NodeModules];

/// Builds for whoever changes a line and looks at what becomes of it.
pub fn quick(paths: &Paths) -> Result<()> {
    build(paths, Care::Quick)
}

/// Builds what ships, is tested or measured.
pub fn thorough(paths: &Paths) -> Result<()> {
    build(paths, Care::Thorough)
}

/// What the content script is made of.
struct Guide {
    module: Compiled,
    twin: String,
}

/// Makes the modules and the twin, loads them once, and writes both folders.
fn build(paths: &Paths, care: Care) -> Result<()> {
    let guide = guide(paths, care)?;
    let pages = wasm::make(paths, Module::Pages, care.form(), care)?;
    let chromium = bundle::content_script(paths, &guide.module, Browser::Chromium)?;
    let firefox = bundle::content_script(paths, &guide.module, Browser::Firefox)?;
    load::check(paths, &guide.module, &chromium, &guide.twin)?;
    let page_script = bundle::page_script(paths, &pages)?;
    let shared: [Made; 3] =
        [("guide.wasm", &guide.module.module), ("pages.wasm", &pages.module), ("pages.js", page_script.as_bytes())];
    let scripts: [Made; 2] = [("guide.js", chromium.as_bytes()), ("guide-twin.js", guide.twin.as_bytes())];
    let folder = extension::write(paths, Browser::Chromium, &[&shared[..], &scripts].concat())?;
    let scripts: [Made; 1] = [("guide.js", firefox.as_bytes())];
    extension::write(paths, Browser::Firefox, &[&shared[..], &scripts].concat())?;
    size::check(&folder, care)
}

fn guide(paths: &Paths, care: Care) -> Result<Guide> {
    let plain = wasm::make(paths, Module::Guide, Form::Plain, care)?;
    let twin = bundle::twin_script(paths, &twin::translate(paths, &plain, care)?, &plain.glue)?;
    let module = match care.form() {
        Form::Plain => plain,
        form @ Form::References => wasm::make(paths, Module::Guide, form, care)?,
    };
    Ok(Guide { module, twin })
}
