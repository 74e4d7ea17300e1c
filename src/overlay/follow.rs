//! Keeping the ring on its target without polling: scrolling, resizing, animations, and, for everything else that can
//! move an element, an intersection observer whose window is cut to where the element is now (floating-ui's recipe).
//! However much is heard, once a frame is looked.

use std::cell::{Cell, RefCell};
use std::rc::{Rc, Weak};

use gloo::events::{EventListener, EventListenerOptions};
use gloo::timers::callback::Timeout;
use wasm_bindgen::prelude::*;
use web_sys::{Element, EventTarget, IntersectionObserver, IntersectionObserverInit, ResizeObserver, Window};

use crate::net;
use crate::page::area::Area;
use crate::page::seen;

/// The shares of an element inside the observer's window at whose crossing it reports.
const THRESHOLDS: [f64; 7] = [0.0, 0.2, 0.4, 0.6, 0.8, 0.9, 0.99];
/// What can move an element without changing the page.
const MOVES: [&str; 5] = ["scroll", "resize", "transitionend", "animationend", "load"];
/// After so long without a scroll event, scrolling has come to rest, in milliseconds.
const REST: u32 = 150;

/// Watches where an element is, until dropped.
#[must_use = "dropping it ends the watching"]
pub(super) struct Follow {
    _listeners: Vec<EventListener>,
    _size: Option<Size>,
    _track: Rc<Track>,
}

impl Follow {
    /// Calls `moved` in the next frame whenever `target` may have moved.
    pub(super) fn new(window: &Window, target: &Element, moved: Rc<dyn Fn()>) -> Self {
        let track = Track::new(window, target, moved);
        let told = |is_scrolling: bool| {
            let track = Rc::downgrade(&track);
            move || {
                net::enter(|| {
                    if let Some(track) = track.upgrade() {
                        track.told(is_scrolling);
                    }
                });
            }
        };
        let mut listeners = Vec::new();
        for window in std::iter::once(window.clone()).chain(seen::windows_around(target, window)) {
            for name in MOVES {
                let told = told(name == "scroll");
                let capture = EventListenerOptions::run_in_capture_phase();
                let window = window.unchecked_ref::<EventTarget>();
                listeners.push(EventListener::new_with_options(window, name, capture, move |_| told()));
            }
        }
        Self { _listeners: listeners, _size: Size::watch(target, told(false)), _track: track }
    }
}

/// Watches an element's size.
struct Size {
    observer: ResizeObserver,
    _callback: Closure<dyn Fn()>,
}

impl Size {
    fn watch(target: &Element, moved: impl Fn() + 'static) -> Option<Self> {
        let callback = Closure::<dyn Fn()>::new(moved);
        let observer = ResizeObserver::new(callback.as_ref().unchecked_ref()).ok()?;
        observer.observe(target);
        Some(Self { observer, _callback: callback })
    }
}

impl Drop for Size {
    fn drop(&mut self) {
        self.observer.disconnect();
    }
}

/// Watches an element's place: an observer that reports as soon as it leaves the rectangle it is in.
struct Track {
    window: Window,
    target: Element,
    moved: Rc<dyn Fn()>,
    observer: RefCell<Option<IntersectionObserver>>,
    /// Where the element was when the observer's window was cut.
    cut: Cell<Option<Area>>,
    /// The frame that was asked for.
    frame: Cell<Option<i32>>,
    /// Ends the scrolling.
    rest: RefCell<Option<Timeout>>,
    has_scrolled: Cell<bool>,
    on_frame: Closure<dyn Fn()>,
    on_report: Closure<dyn Fn()>,
}

impl Track {
    fn new(window: &Window, target: &Element, moved: Rc<dyn Fn()>) -> Rc<Self> {
        let track = Rc::new_cyclic(|track: &Weak<Self>| {
            let call = |then: fn(&Rc<Self>)| {
                let track = Weak::clone(track);
                Closure::<dyn Fn()>::new(move || {
                    net::enter(|| {
                        if let Some(track) = track.upgrade() {
                            then(&track);
                        }
                    });
                })
            };
            Self {
                window: window.clone(),
                target: target.clone(),
                moved,
                observer: RefCell::default(),
                cut: Cell::default(),
                frame: Cell::default(),
                rest: RefCell::default(),
                has_scrolled: Cell::default(),
                on_frame: call(Self::look),
                on_report: call(Self::soon),
            }
        });
        track.renew();
        track
    }

    /// Something may have moved it.
    fn told(self: &Rc<Self>, is_scrolling: bool) {
        if is_scrolling {
            self.has_scrolled.set(true);
            if self.rest.borrow().is_none() {
                self.wait_for_rest();
            }
        }
        self.soon();
    }

    /// Asks for a frame, unless one is on its way.
    fn soon(self: &Rc<Self>) {
        if self.frame.get().is_none() {
            self.frame.set(self.window.request_animation_frame(self.on_frame.as_ref().unchecked_ref()).ok());
        }
    }

    fn look(self: &Rc<Self>) {
        self.frame.take();
        (self.moved)();
        // While it scrolls, an observer would be out of date before it reports.
        if self.rest.borrow().is_none() {
            self.renew();
        }
    }

    fn wait_for_rest(self: &Rc<Self>) {
        self.has_scrolled.set(false);
        let track = Rc::downgrade(self);
        let rest = Timeout::new(REST, move || {
            net::enter(|| {
                let Some(track) = track.upgrade() else { return };
                track.rest.take().map(Timeout::forget);
                if track.has_scrolled.get() { track.wait_for_rest() } else { track.soon() }
            });
        });
        self.rest.replace(Some(rest));
    }

    /// Cuts the observer's window to where the element is now, if that is not where it was.
    fn renew(&self) {
        let area = seen::area(&self.target);
        if self.observer.borrow().is_some() && self.cut.get() == area {
            return;
        }
        self.cut.set(area);
        if let Some(old) = self.observer.take() {
            old.disconnect();
        }
        let Some(area) = area.filter(|area| area.has_size()) else { return };
        self.observer.replace(self.observer(area));
    }

    /// An observer of what is in `area`.
    fn observer(&self, area: Area) -> Option<IntersectionObserver> {
        let Area { right: width, bottom: height, .. } = Area::of_window(&self.window.document()?);
        let insets =
            [area.top, width - area.right, height - area.bottom, area.left].map(|inset| -(inset.floor() as i32));
        if insets.iter().any(|inset| *inset > 0) {
            return None;
        }
        let [top, right, bottom, left] = insets;
        let init = IntersectionObserverInit::new();
        init.set_root_margin(&format!("{top}px {right}px {bottom}px {left}px"));
        init.set_threshold(&THRESHOLDS.iter().map(|share| JsValue::from_f64(*share)).collect::<js_sys::Array>());
        let observer = IntersectionObserver::new_with_options(self.on_report.as_ref().unchecked_ref(), &init).ok()?;
        observer.observe(&self.target);
        Some(observer)
    }
}

impl Drop for Track {
    fn drop(&mut self) {
        if let Some(observer) = self.observer.take() {
            observer.disconnect();
        }
        if let Some(frame) = self.frame.take() {
            // There is nothing left to call.
            let _ = self.window.cancel_animation_frame(frame);
        }
    }
}
