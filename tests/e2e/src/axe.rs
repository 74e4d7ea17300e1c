//! axe-core, which knows the mistakes that keep a page from those who cannot see it or use no pointer.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};

use crate::browser::Browser;

/// Where npm has put it.
const SOURCE: &str = "../../node_modules/axe-core/axe.min.js";

/// Lists what it finds, each with the element and what is wrong there.
const FIND: &str = "
    const of = arguments[0] ? { include: [[arguments[0]]] } : document;
    return axe.run(of, { resultTypes: ['violations'] }).then(({ violations, passes }) => ({
        passed: passes.length,
        found: violations.flatMap(({ id, nodes }) => nodes.map(node => `${id}: ${node.html}: ${node.failureSummary}`)),
    }));";

/// Checks the page, or what of it a selector names, with all that is inside.
///
/// # Errors
/// With everything that it finds.
pub async fn check(browser: &Browser, what: &str, selector: Option<&str>) -> Result<()> {
    let source = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(SOURCE)).context("axe-core")?;
    browser.tell(&source, vec![]).await?;
    let said: Value = browser.read(FIND, vec![json!(selector)]).await?;
    ensure!(said["found"] == json!([]), "{what}: {:#}", said["found"]);
    ensure!(said["passed"].as_u64() > Some(5), "{what}: nothing was looked at: {said}");
    Ok(())
}
