//! What the user sees of the guide: one element on the page with a closed shadow root, a ring over the target and a
//! callout with the words. Draws nothing anywhere else.

mod callout;
mod follow;
mod ring;
pub mod view;

use std::rc::Rc;

use wasm_bindgen::prelude::*;
use web_sys::{
    CssStyleSheet, Document, Element, HtmlElement, ScrollBehavior, ScrollIntoViewOptions, ScrollLogicalPosition,
    ShadowRoot, ShadowRootInit, ShadowRootMode, Window,
};

use crate::HOST;
use crate::journey::Offer;
use crate::journey::step::{Step, Target};
use callout::Callout;
use follow::Follow;
pub use ring::Place;
use ring::Ring;
use view::View;

const STYLE: &str = include_str!("style.css");

/// The guide's element. Dropping it takes it off the page.
pub struct Overlay {
    window: Window,
    host: HtmlElement,
    ring: Ring,
    callout: Callout,
    shown: Option<View>,
    ringed: Option<Ringed>,
    scrolled_to: Option<(Step, Target)>,
}

/// Where the ring is, with what keeps it there.
struct Ringed {
    place: Place,
    _follow: Follow,
}

impl Overlay {
    /// Makes the element, not yet on the page. `pressed` hears of the buttons that the user presses.
    ///
    /// # Errors
    /// When the browser refuses to make the elements.
    pub fn new(window: &Window, document: &Document, pressed: Rc<dyn Fn(Offer)>) -> Result<Self, JsValue> {
        let host: HtmlElement = document.create_element(HOST)?.unchecked_into();
        host.set_attribute("popover", "manual")?;
        let root = host.attach_shadow(&ShadowRootInit::new(ShadowRootMode::Closed))?;
        add_style(document, &root)?;
        let callout = Callout::new(document, &root, pressed)?;
        let ring = Ring::new(document, &root, callout.frame())?;
        Ok(Self { window: window.clone(), host, ring, callout, shown: None, ringed: None, scrolled_to: None })
    }

    /// Shows `view`, with the ring on `target`.
    ///
    /// # Errors
    /// When the page or the browser refuses a change to the guide's own element.
    pub fn show(&mut self, document: &Document, view: View, target: Option<Place>) -> Result<(), JsValue> {
        self.put_on_page(document)?;
        if self.shown.as_ref() != Some(&view) {
            self.describe(&view)?;
            self.callout.fill(&view, self.shown.as_ref())?;
        }
        self.ring(target, view.target.map(|(target, _)| (view.step, target)));
        self.shown = Some(view);
        Ok(())
    }

    /// Takes everything off the page until the next [`Self::show`].
    pub fn hide(&mut self) {
        self.host.remove();
        self.ringed = None;
        self.shown = None;
        self.scrolled_to = None;
    }

    /// Says the outcome of a button without changing the rest.
    pub fn say(&self, text: &str) {
        self.callout.say(text);
    }

    fn put_on_page(&self, document: &Document) -> Result<(), JsValue> {
        if self.host.is_connected() {
            return Ok(());
        }
        let Some(root) = document.document_element() else { return Ok(()) };
        root.append_child(&self.host)?;
        self.host.show_popover()
    }

    /// Writes the contract's attributes: what can be seen from outside.
    fn describe(&self, view: &View) -> Result<(), JsValue> {
        self.attribute("data-step", Some(view.step.name()))?;
        self.attribute("data-state", Some(view.state.name()))?;
        self.attribute("data-username", view.verdicts.map(|(username, _)| username))?;
        self.attribute("data-password", view.verdicts.map(|(_, password)| password))?;
        self.attribute("data-target", view.target.map(|(target, _)| target.name()))
    }

    fn attribute(&self, name: &str, value: Option<&str>) -> Result<(), JsValue> {
        match value {
            Some(value) => self.host.set_attribute(name, value),
            None => self.host.remove_attribute(name),
        }
    }

    /// Puts the ring on an element, brings that into view once a step, and follows it.
    fn ring(&mut self, target: Option<Place>, meaning: Option<(Step, Target)>) {
        let Some(target) = target else {
            self.ring.hide();
            self.ringed = None;
            return;
        };
        if self.scrolled_to != meaning {
            self.scrolled_to = meaning;
            self.bring_into_view(&target.element);
        }
        self.ring.lay(&target);
        if self.ringed.as_ref().is_some_and(|ringed| ringed.place == target) {
            return;
        }
        let (ring, there) = (self.ring.clone(), target.clone());
        let follow = Follow::new(&self.window, &target.element, Rc::new(move || ring.lay(&there)));
        self.ringed = Some(Ringed { place: target, _follow: follow });
    }

    /// Scrolls only when the target is out of view.
    fn bring_into_view(&self, target: &Element) {
        let Some(root) = target.owner_document().and_then(|document| document.document_element()) else { return };
        let area = target.get_bounding_client_rect();
        let (width, height) = (f64::from(root.client_width()), f64::from(root.client_height()));
        let is_in_view = area.top() >= 0.0 && area.left() >= 0.0 && area.bottom() <= height && area.right() <= width;
        if is_in_view {
            return;
        }
        let options = ScrollIntoViewOptions::new();
        options.set_block(ScrollLogicalPosition::Center);
        options.set_inline(ScrollLogicalPosition::Nearest);
        options.set_behavior(ScrollBehavior::Instant);
        target.scroll_into_view_with_scroll_into_view_options(&options);
    }
}

impl Drop for Overlay {
    fn drop(&mut self) {
        self.host.remove();
    }
}

/// Puts the styles in without a `style` element, which the page's policy might refuse.
fn add_style(document: &Document, root: &ShadowRoot) -> Result<(), JsValue> {
    if let Ok(sheet) = CssStyleSheet::new()
        && sheet.replace_sync(STYLE).is_ok()
    {
        root.set_adopted_style_sheets(&js_sys::Array::of1(&sheet));
        return Ok(());
    }
    let style = document.create_element("style")?;
    style.set_text_content(Some(STYLE));
    root.append_child(&style).map(drop)
}
