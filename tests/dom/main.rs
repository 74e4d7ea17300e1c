//! The rooms that touch the DOM, in a real browser: what a look reads, what the hands do, what the overlay draws.
#![cfg(target_arch = "wasm32")]

mod accname;
mod finding;
mod hands;
mod overlay;
mod page;
mod reach;
mod settings;

use wasm_bindgen::prelude::*;
use wasm_bindgen_test::wasm_bindgen_test_configure;
use web_sys::{Document, Element, HtmlElement};

wasm_bindgen_test_configure!(run_in_browser);

fn document() -> Document {
    web_sys::window().and_then(|window| window.document()).expect_throw("the tests run in a page")
}

/// A part of the page, taken off again when dropped.
struct Fixture(HtmlElement);

impl Fixture {
    fn new(html: &str) -> Self {
        // A test that failed has left its part behind.
        if let Some(left) = document().query_selector("[data-fixture]").unwrap_throw() {
            left.remove();
        }
        let holder: HtmlElement = document().create_element("div").unwrap_throw().unchecked_into();
        holder.set_inner_html(html);
        holder.set_attribute("data-fixture", "").unwrap_throw();
        document().body().unwrap_throw().prepend_with_node_1(&holder).unwrap_throw();
        Self(holder)
    }

    fn find(&self, selector: &str) -> Element {
        self.0.query_selector(selector).unwrap_throw().expect_throw(selector)
    }
}

impl Drop for Fixture {
    fn drop(&mut self) {
        self.0.remove();
    }
}
