//! How long a look takes on pages of many sizes. Asked for by `./build.sh bench finding`, and printed, not judged.

use std::fmt::Write as _;

use einvoice_api_guide::page::Look;
use wasm_bindgen::prelude::*;
use wasm_bindgen_test::{console_log, wasm_bindgen_test};

use crate::finding::pages::Stage;

/// The sizes, in elements.
const SIZES: [usize; 6] = [100, 300, 1_000, 3_000, 10_000, 30_000];
/// How many looks are measured.
const LOOKS: usize = 41;

#[wasm_bindgen_test]
async fn looks_are_measured() {
    if option_env!("PAGES_OF_EACH").is_none() {
        return;
    }
    let stage = Stage::new();
    let clock = web_sys::window().and_then(|window| window.performance()).unwrap_throw();
    console_log!("elements   look, ms (median)   slowest of {LOOKS}");
    for size in SIZES {
        let page = stage.show(&page_of(size)).await;
        let elements = page.get_elements_by_tag_name("*").length();
        let mut times: Vec<f64> = (0..LOOKS)
            .map(|_| {
                let start = clock.now();
                let look = Look::at(&page, None);
                let took = clock.now() - start;
                assert!(look.snapshot.controls.len() > 5, "the form was not seen");
                took
            })
            .collect();
        times.sort_by(f64::total_cmp);
        console_log!("{elements:8}   {:17.2}   {:8.2}", times[LOOKS / 2], times[LOOKS - 1]);
    }
}

/// A page of about so many elements: news, tables and links as on portals, and the registration form behind them.
fn page_of(elements: usize) -> String {
    let mut html = String::from("<!doctype html><title>e-Invoice System</title><body><h4>e-Invoice System</h4>");
    for row in 0..elements / 10 {
        let _ = write!(
            html,
            "<div class=row><div class=col><label>Row {row}</label></div><div class=col><span>A remark on e-Invoice \
             {row}</span> <a href='/Others/Page{row}'>Notification {row}</a></div><ul><li>A line of the news</li>\
             <li><b>Bold</b> words</li></ul></div>"
        );
    }
    html + "<p>GSTIN: 29ZZZCZ0000Z1ZX - Name: MADE-UP</p><h5>API Registration</h5>\
        <form><p>DO you wish to Register your GSTIN for API Interface: \
        <input type=radio name=t> Through GSP <input type=radio name=t> Through ERP</p>\
        <p>Select your GSP: <select><option>--Select--<option>Tera Software Limited</select></p>\
        <p>Username: API_<input></p><p>Password: <input type=password></p>\
        <p>Re-enter Password: <input type=password></p><button>Submit</button></form>"
}
