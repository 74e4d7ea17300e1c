//! What the user sees of the guide: one element on the page with a closed shadow root, a ring over the target and a
//! callout with the words. Draws nothing anywhere else.

mod callout;
mod farewell;
mod follow;
mod host;
mod part;
mod ring;
pub mod view;

use std::rc::Rc;

use wasm_bindgen::prelude::*;
use web_sys::{
    CssStyleSheet, Document, Element, ScrollBehavior, ScrollIntoViewOptions, ScrollLogicalPosition, ShadowRoot, Window,
};

use crate::journey::Offer;
use crate::journey::step::{Step, Target};
use crate::page::area::Area;
use callout::Callout;
pub use farewell::Farewell;
use follow::Follow;
use part::Part;
pub use ring::Place;
use ring::Ring;
use view::View;

const STYLE: &str = include_str!("style.css");

/// The guide's element. Dropping it takes it off the page.
pub struct Overlay {
    window: Window,
    host: Part,
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
        let (host, root) = host::make(document)?;
        add_style(document, &root)?;
        let callout = Callout::new(document, root.unchecked_ref(), pressed);
        let ring = Ring::new(document, root.unchecked_ref(), callout.frame());
        Ok(Self { window: window.clone(), host, ring, callout, shown: None, ringed: None, scrolled_to: None })
    }

    /// Shows `view`, with the ring on `target`.
    ///
    /// # Errors
    /// When the page or the browser refuses a change to the guide's own element.
    pub fn show(&mut self, document: &Document, view: View, target: Option<Place>) -> Result<(), JsValue> {
        self.put_on_page(document)?;
        if self.shown.as_ref() != Some(&view) {
            self.describe(&view);
            self.callout.fill(&view, self.shown.as_ref());
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

    /// Whether anything is on the page.
    #[must_use]
    pub fn is_shown(&self) -> bool {
        self.shown.is_some()
    }

    /// Says the outcome of a button without changing the rest.
    pub fn say(&self, text: &str) {
        self.callout.say(text);
    }

    fn put_on_page(&self, document: &Document) -> Result<(), JsValue> {
        if self.host.is_connected() {
            return Ok(());
        }
        host::put_on_page(document, &self.host)
    }

    /// Writes the contract's attributes: what can be seen from outside.
    fn describe(&self, view: &View) {
        self.host.put("data-step", Some(view.step.name()));
        self.host.put("data-state", Some(view.state.name()));
        self.host.put("data-username", view.verdicts.map(|(username, _)| username));
        self.host.put("data-password", view.verdicts.map(|(_, password)| password));
        self.host.put("data-target", view.target.map(|(target, _)| target.name()));
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
        let area = Area::in_window(target);
        let window = ring::window(&self.host);
        let is_in_view =
            area.top >= 0.0 && area.left >= 0.0 && area.bottom <= window.bottom && area.right <= window.right;
        if is_in_view {
            return;
        }
        let how = ScrollIntoViewOptions::new();
        how.set_block(ScrollLogicalPosition::Center);
        how.set_inline(ScrollLogicalPosition::Nearest);
        how.set_behavior(ScrollBehavior::Instant);
        target.scroll_into_view_with_scroll_into_view_options(&how);
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
    root.unchecked_ref::<Part>().add(document, "style", "").say(STYLE);
    Ok(())
}
