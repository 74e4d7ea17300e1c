//! How soon the guide is ready on the portal's home page, both ways in: WebAssembly, and its JavaScript twin.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use e2e::Kind;
use e2e::browser::Browser;
use e2e::extension::unpacked;
use e2e::site::Site;
use e2e::wait::until;

/// How many loads are measured each way, after the ones that warm up.
const LOADS: usize = 25;

/// Loads that are not counted: the browser's first ones fill its caches.
const WARM_UP: usize = 3;

/// Put before the content script: takes the time when it begins, and again when the guide has said its first word.
const STOPWATCH: &str = "
;(() => {
    const began = performance.now();
    const watch = new MutationObserver(() => {
        if (!document.querySelector(':root > einvoice-api-guide[data-step]')) return;
        document.documentElement.dataset.ready = performance.now() - began;
        watch.disconnect();
    });
    watch.observe(document.documentElement, { attributeFilter: ['data-step'], childList: true, subtree: true });
})();
";

/// The two ways in, and the policy that makes the guide take each.
const WAYS: [(&str, &str); 2] = [("WebAssembly", "none"), ("JavaScript twin", "strict")];

#[tokio::main]
async fn main() -> Result<()> {
    let site = Site::open().await?;
    let copy = tempfile::tempdir()?;
    copy_folder(&unpacked(Kind::Chromium)?, copy.path())?;
    wind_up(&copy.path().join("guide.js"))?;
    let browser = Browser::launch(Kind::Chromium, &site, Some(copy.path())).await?;
    let outcome = measure_both(&browser, &site).await;
    browser.end().await?;
    outcome
}

async fn measure_both(browser: &Browser, site: &Site) -> Result<()> {
    println!("From the content script's first line to the guide's first word, {LOADS} loads each way:\n");
    println!("{:<16} {:>10} {:>10}", "way in", "median", "p90");
    for (way, policy) in WAYS {
        let mut times = measure(browser, site, policy).await?;
        times.sort_by(f64::total_cmp);
        println!("{way:<16} {:>7.1} ms {:>7.1} ms", times[LOADS / 2], times[LOADS * 9 / 10]);
    }
    Ok(())
}

async fn measure(browser: &Browser, site: &Site, policy: &str) -> Result<Vec<f64>> {
    let start = format!("/practice/start?at=home&csp={policy}");
    browser.open(&site.address(Kind::Chromium, &start)).await?;
    let mut times = Vec::with_capacity(LOADS);
    for load in 0..WARM_UP + LOADS {
        browser.reload().await?;
        let time = until("the guide to be ready", async || {
            let ready = "const { ready } = document.documentElement.dataset; return ready ? Number(ready) : null;";
            browser.read(ready, vec![]).await
        })
        .await?;
        if load >= WARM_UP {
            times.push(time);
        }
    }
    Ok(times)
}

/// Wraps the content script.
fn wind_up(script: &Path) -> Result<()> {
    let guide = fs::read_to_string(script).with_context(|| format!("there is no {} to measure", script.display()))?;
    Ok(fs::write(script, format!("{STOPWATCH}{guide}"))?)
}

fn copy_folder(from: &Path, to: &Path) -> Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        let copy = to.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            copy_folder(&entry.path(), &copy)?;
        } else {
            fs::copy(entry.path(), copy)?;
        }
    }
    Ok(())
}
