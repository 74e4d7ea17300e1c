//! Who sent the background a message: it answers the guide in a tab of the portal, and nobody else.

use serde::Deserialize;
use wasm_bindgen::prelude::*;
use web_sys::Url;

use super::{chrome, value};

/// The hosts of the portal: from a page of any other nothing is taken.
const HOSTS: [&str; 2] = ["einvoice1.gst.gov.in", "einvoice2.gst.gov.in"];

/// Who asks something of the background.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Sender {
    /// The page's address.
    url: String,
    /// 0 for the tab's own document.
    frame_id: u32,
    tab: Tab,
}

#[derive(Deserialize)]
struct Tab {
    id: i32,
}

/// The tab of the guide that asks; `None` where it is none of ours, or not on the portal. A page cannot ask at all.
pub(super) fn tab_of_guide(sender: &JsValue) -> Option<i32> {
    if !chrome::is_ours(sender) {
        return None;
    }
    let sender: Sender = value::read(sender.clone())?;
    let page = Url::new(&sender.url).ok()?;
    let is_guide = sender.frame_id == 0 && page.protocol() == "https:" && HOSTS.contains(&page.hostname().as_str());
    is_guide.then_some(sender.tab.id)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_hosts_are_those_of_the_manifest() {
        let manifest: serde_json::Value = serde_json::from_str(include_str!("../../manifest.json")).unwrap();
        let matches = HOSTS.map(|host| format!("https://{host}/*"));
        assert_eq!(manifest["content_scripts"][0]["matches"], serde_json::json!(matches));
    }
}
