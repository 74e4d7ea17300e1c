//! The look by itself, as the content script has it, for a benchmark to time in a browser.

use einvoice_api_guide::browser;
use einvoice_api_guide::journey::vocabulary;
use einvoice_api_guide::page::{Interest, Look};
use wasm_bindgen::prelude::*;

/// How long so many looks at the page took, in milliseconds.
#[wasm_bindgen]
pub fn times(looks: u32) -> Vec<f64> {
    let Some(document) = browser::document() else { return Vec::new() };
    let Some(clock) = web_sys::window().and_then(|window| window.performance()) else { return Vec::new() };
    let interest = Interest::new(&vocabulary::all());
    let mut times = Vec::new();
    for _ in 0..looks {
        let start = clock.now();
        let look = Look::at(&document, &interest, None);
        times.push(clock.now() - start);
        assert!(look.snapshot.controls.len() > 5, "the form was not seen");
    }
    times
}
