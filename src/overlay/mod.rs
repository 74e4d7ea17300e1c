//! What the user sees of the guide: one element on the page with a closed shadow root, a ring over the target and a
//! callout with the words. Draws nothing anywhere else.

mod announce;
mod buttons;
mod callout;
mod farewell;
mod follow;
mod host;
mod keys;
mod part;
mod ring;
mod room;
pub mod view;

use std::cell::RefCell;
use std::rc::Rc;

use gloo::events::EventListener;
use wasm_bindgen::prelude::*;
use web_sys::{
    CssStyleSheet, Document, Element, ScrollBehavior, ScrollIntoViewOptions, ScrollLogicalPosition, ShadowRoot, Window,
};

use crate::browser::messages;
use crate::journey::Offer;
use crate::journey::say::Message;
use crate::journey::step::{Step, Target};
use crate::page::dom;
use crate::page::seen::Seen;
use callout::Callout;
pub use farewell::Farewell;
use follow::Follow;
use host::Host;
use keys::Way;
use part::Part;
pub use ring::Place;
use ring::Ring;
use view::View;

const STYLE: &str = include_str!("style.css");
/// Languages that are written from right to left.
const LEFTWARD: [&str; 4] = ["ar", "fa", "he", "ur"];

/// The guide's element. Dropping it takes it off the page.
pub struct Overlay {
    window: Window,
    host: Host,
    ring: Ring,
    callout: Rc<RefCell<Callout>>,
    shown: Option<View>,
    ringed: Option<Ringed>,
    scrolled_to: Option<(Step, Target, Element)>,
    /// Whether the focus was in the callout when it went.
    had_focus: bool,
    way: Rc<Way>,
    _keys: EventListener,
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
        let host = Host::new(document)?;
        add_style(document, &host.root)?;
        let callout = Callout::new(document, host.root.unchecked_ref(), Rc::clone(&pressed));
        let ring = Ring::new(document, host.root.unchecked_ref(), callout.frame());
        let callout = Rc::new(RefCell::new(callout));
        let entered = Rc::clone(&callout);
        let way = Way::new(document, &host.root, move || {
            if let Ok(callout) = entered.try_borrow() {
                callout.focus();
            }
        });
        let foldable = Rc::clone(&callout);
        let fold = move || {
            let is_large = foldable.try_borrow().is_ok_and(|callout| callout.can_fold());
            if is_large {
                pressed(Offer::Fold);
            }
            is_large
        };
        let keys = keys::listen(window, Rc::clone(&way), fold);
        Ok(Self {
            window: window.clone(),
            host,
            ring,
            callout,
            shown: None,
            ringed: None,
            scrolled_to: None,
            had_focus: false,
            way,
            _keys: keys,
        })
    }

    /// Shows `view`, with the ring on `target`.
    ///
    /// # Errors
    /// When the page or the browser refuses a change to the guide's own element.
    pub fn show(&mut self, document: &Document, view: View, target: Option<Place>) -> Result<(), JsValue> {
        let has_come = self.host.put_on_page(document)?;
        if let Ok(mut callout) = self.callout.try_borrow_mut() {
            callout.leave_buttons_out(Host::is_dead(document));
            if self.shown.as_ref() != Some(&view) {
                self.describe(&view);
                callout.fill(&view, self.shown.as_ref(), self.host.focused().as_ref());
                self.ring.forget_sizes();
            }
            if has_come && std::mem::take(&mut self.had_focus) && has_no_focus(document) {
                callout.focus();
            }
        }
        self.ring(target, view.target.map(|(target, _)| (view.step, target)));
        self.shown = Some(view);
        Ok(())
    }

    /// Takes everything off the page until the next [`Self::show`].
    pub fn hide(&mut self) {
        self.had_focus |= self.host.focused().is_some();
        self.host.take_off();
        self.ringed = None;
        self.shown = None;
        self.scrolled_to = None;
    }

    /// The element on the page.
    fn element(&self) -> Element {
        self.host.element.clone().into()
    }

    /// Whether anything is on the page.
    #[must_use]
    pub fn is_shown(&self) -> bool {
        self.shown.is_some()
    }

    /// Takes the focus to the callout or, from there, back to where it was.
    pub fn go_to_callout(&self) {
        self.way.go();
    }

    /// Says the outcome of a button without changing the rest.
    pub fn say(&self, text: &str) {
        if let Ok(callout) = self.callout.try_borrow() {
            callout.say(text);
        }
        self.ring.forget_sizes();
    }

    /// Writes the contract's attributes, which can be seen from outside, and the language of the words.
    fn describe(&self, view: &View) {
        let host = &self.host.element;
        let language = messages::just(Message::Language);
        let is_leftward = LEFTWARD.iter().any(|leftward| language.split('-').next() == Some(leftward));
        host.set("lang", &language);
        host.set("dir", if is_leftward { "rtl" } else { "ltr" });
        host.put("data-step", Some(view.step.name()));
        host.put("data-state", Some(view.state.name()));
        host.put("data-username", view.verdicts.map(|(username, _)| username));
        host.put("data-password", view.verdicts.map(|(_, password)| password));
        host.put("data-target", view.target.map(|(target, _)| target.name()));
    }

    /// Puts the ring on an element, brings that into view once a step, and follows it.
    fn ring(&mut self, target: Option<Place>, meaning: Option<(Step, Target)>) {
        let Some(target) = target else {
            self.ring.hide();
            self.ringed = None;
            return;
        };
        // Once a step; but a page that is drawn anew is no other target, and another entry of the same meaning is.
        let before = self.scrolled_to.take().filter(|(step, what, _)| meaning == Some((*step, *what)));
        let there = match before {
            Some((.., element)) if element == target.element || !element.is_connected() => target.element.clone(),
            before => {
                let whole = not_cut_off(&target.element);
                if before.is_none_or(|(.., element)| element != whole) {
                    bring_into_view(&whole);
                }
                whole
            }
        };
        self.scrolled_to = meaning.map(|(step, what)| (step, what, there));
        self.ring.lay(&target);
        if self.ringed.as_ref().is_some_and(|ringed| ringed.place == target) {
            return;
        }
        let (ring, there) = (self.ring.clone(), target.clone());
        let follow = Follow::new(&self.window, &target.element, Rc::new(move || ring.lay(&there)));
        self.ringed = Some(Ringed { place: target, _follow: follow });
    }
}

impl Drop for Overlay {
    fn drop(&mut self) {
        self.host.take_off();
    }
}

/// Whether nothing of the page has the focus.
fn has_no_focus(document: &Document) -> bool {
    dom::focused(document).is_none_or(|focused| dom::body(document).is_none_or(|body| body == focused))
}

/// What to bring into view. What a box cuts off that is just opening, scrolling would leave moved in the box: then it is
/// the box.
fn not_cut_off(target: &Element) -> Element {
    Seen::of(target).and_then(|seen| seen.cutter).unwrap_or_else(|| target.clone())
}

/// Scrolls only where the target is not seen whole. In a box as little as is needed comes first: that moves nothing but
/// the box, where the box is seen.
fn bring_into_view(target: &Element) {
    let Some(seen) = Seen::of(target).filter(|seen| !seen.reach.is_unseen()) else { return };
    if seen.is_in_view() && seen.is_whole() {
        return;
    }
    let how = ScrollIntoViewOptions::new();
    how.set_behavior(ScrollBehavior::Instant);
    how.set_inline(ScrollLogicalPosition::Nearest);
    if seen.is_boxed {
        how.set_block(ScrollLogicalPosition::Nearest);
        part::scroll_to(target, &how);
        if Seen::of(target).is_some_and(|seen| seen.is_in_view()) {
            return;
        }
    }
    how.set_block(ScrollLogicalPosition::Center);
    part::scroll_to(target, &how);
}

/// Puts the styles in without a `style` element, which the page's policy might refuse.
fn add_style(document: &Document, root: &ShadowRoot) -> Result<(), JsValue> {
    if let Ok(sheet) = CssStyleSheet::new()
        && sheet.replace_sync(STYLE).is_ok()
        && js_sys::Reflect::set(root, &"adoptedStyleSheets".into(), &js_sys::Array::of1(&sheet)).is_ok()
    {
        return Ok(());
    }
    root.unchecked_ref::<Part>().add(document, "style", "").say(STYLE);
    Ok(())
}
