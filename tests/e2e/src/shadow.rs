//! The two WebDriver commands that enter a closed shadow root. (thirtyfour asks the page for it, which is refused.)

use reqwest::Method;
use serde_json::json;
use thirtyfour::common::command::FormatRequestData;
use thirtyfour::prelude::*;
use thirtyfour::{ElementId, RequestData, SessionId};

/// The element a selector finds in the root of a host, whether that root is open or closed.
pub(crate) async fn find(host: &WebElement, selector: &str) -> WebDriverResult<WebElement> {
    let session = host.handle();
    let root = session.cmd(RootOf(host.element_id())).await?;
    // Its reference reads like an element's; only the commands it may be used in differ.
    let root = root.element(session.clone())?.element_id();
    let found = session.cmd(FindIn(root, selector.to_owned())).await?;
    found.element(session.clone())
}

/// What an element is and is called in the browser's own accessibility tree.
pub(crate) async fn role_and_name(element: &WebElement) -> WebDriverResult<[String; 2]> {
    let session = element.handle();
    let role = session.cmd(Computed("role", element.element_id())).await?.value()?;
    let name = session.cmd(Computed("label", element.element_id())).await?.value()?;
    Ok([role, name])
}

/// `GET …/element/{id}/computedrole`, `GET …/element/{id}/computedlabel`
#[derive(Debug)]
struct Computed(&'static str, ElementId);

impl FormatRequestData for Computed {
    fn format_request(&self, session: &SessionId) -> RequestData {
        let Self(what, element) = self;
        RequestData::new(Method::GET, format!("session/{session}/element/{element}/computed{what}"))
    }
}

/// `GET …/element/{id}/shadow`
#[derive(Debug)]
struct RootOf(ElementId);

impl FormatRequestData for RootOf {
    fn format_request(&self, session: &SessionId) -> RequestData {
        let Self(host) = self;
        RequestData::new(Method::GET, format!("session/{session}/element/{host}/shadow"))
    }
}

/// `POST …/shadow/{id}/element`
#[derive(Debug)]
struct FindIn(ElementId, String);

impl FormatRequestData for FindIn {
    fn format_request(&self, session: &SessionId) -> RequestData {
        let Self(root, selector) = self;
        RequestData::new(Method::POST, format!("session/{session}/shadow/{root}/element"))
            .add_body(json!({ "using": "css selector", "value": selector }))
    }
}
