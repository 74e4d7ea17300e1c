//! Pages in a frame of their own, as large as a common screen: what is looked at, and what lies around, is theirs alone.

use js_sys::Promise;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Document, HtmlIFrameElement};

use crate::document;

/// A frame that shows one page after another.
pub struct Stage(HtmlIFrameElement);

impl Stage {
    pub fn new() -> Self {
        let frame: HtmlIFrameElement = document().create_element("iframe").unwrap_throw().unchecked_into();
        frame.set_width("1366");
        frame.set_height("768");
        document().body().unwrap_throw().append_child(&frame).unwrap_throw();
        Self(frame)
    }

    /// Shows a page and waits until it and the frames in it are there.
    pub async fn show(&self, html: &str) -> Document {
        let loaded = Promise::new(&mut |resolve, _| self.0.set_onload(Some(&resolve)));
        self.0.set_srcdoc(html);
        JsFuture::from(loaded).await.expect_throw("the page is there");
        self.0.content_document().expect_throw("the frame is of this page's origin")
    }
}

impl Drop for Stage {
    fn drop(&mut self) {
        self.0.remove();
    }
}

/// A file that the build tool has laid under `target/pages`; nothing where it has not.
pub async fn fetched(path: &str) -> Option<String> {
    let response: Response = JsFuture::from(fetch(&format!("/target/pages/{path}"))).await.ok()?.unchecked_into();
    if !response.ok() {
        return None;
    }
    JsFuture::from(response.text()).await.ok()?.as_string()
}

/// The names in a list of files; none where it is not there.
pub async fn listed(path: &str) -> Vec<String> {
    let text = fetched(path).await.unwrap_or_default();
    text.split('"').skip(1).step_by(2).map(str::to_owned).collect()
}

#[wasm_bindgen]
extern "C" {
    type Response;

    #[wasm_bindgen(method, getter, structural)]
    fn ok(this: &Response) -> bool;
    #[wasm_bindgen(method, structural)]
    fn text(this: &Response) -> Promise;

    fn fetch(path: &str) -> Promise;
}
