//! Pages of other sites with forms like ours, where there are any: a folder named by `TEST_PAGES` when the tests run.

use einvoice_api_guide::journey::bar::BAR;
use wasm_bindgen_test::{console_log, wasm_bindgen_test};

use super::pages::{Stage, fetched, listed};
use super::verdict::{Deed, Seen};

#[wasm_bindgen_test]
async fn pages_of_others_have_no_ring() {
    let stage = Stage::new();
    let mut rings = Vec::new();
    let names = listed("decoys/index.json").await;
    for name in &names {
        let Some(html) = fetched(&format!("decoys/{name}")).await else { panic!("{name} is listed and not there") };
        // As if it were the portal's own home page: the address that says the least.
        let deed = Seen::of(&stage.show(&without_scripts(&html)).await, "/").deed(BAR);
        if matches!(deed, Deed::On { .. } | Deed::Done) {
            console_log!("{name}: {deed}");
            rings.push(name);
        }
    }
    console_log!("pages of others: {} tried, {} with a ring", names.len(), rings.len());
    assert!(rings.is_empty(), "{rings:?}");
}

/// The page as it was saved: its scripts would change it, or wait for a network that is not there.
fn without_scripts(html: &str) -> String {
    let mut kept = String::with_capacity(html.len());
    let mut rest = html;
    while let Some(start) = rest.to_ascii_lowercase().find("<script") {
        kept.push_str(&rest[..start]);
        let end = rest[start..].to_ascii_lowercase().find("</script>").map_or(rest.len(), |end| start + end + 9);
        rest = &rest[end..];
    }
    kept + rest
}
