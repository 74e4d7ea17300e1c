//! Keeping the ring on its target without polling: scrolling, resizing, animations, and, for everything else that can
//! move an element, an intersection observer whose window is cut to where the element is now (floating-ui's recipe).

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use gloo::events::{EventListener, EventListenerOptions};
use wasm_bindgen::prelude::*;
use web_sys::{Element, EventTarget, IntersectionObserver, IntersectionObserverInit, ResizeObserver, Window};

use crate::guide::net;
use crate::page::area::{Area, window_of};

/// The shares of an element inside the observer's window at whose crossing it reports.
const THRESHOLDS: [f64; 7] = [0.0, 0.2, 0.4, 0.6, 0.8, 0.9, 0.99];

/// What can move an element without changing the page.
const MOVES: [&str; 5] = ["scroll", "resize", "transitionend", "animationend", "load"];

/// Watches where an element is, until dropped.
#[must_use = "dropping it ends the watching"]
pub(super) struct Follow {
    _listeners: Vec<EventListener>,
    _size: Option<Size>,
    _shift: Rc<Shift>,
}

impl Follow {
    /// Calls `moved` whenever `target` may have moved.
    pub(super) fn new(window: &Window, target: &Element, moved: Rc<dyn Fn()>) -> Self {
        let shift = Shift::watch(window, target, Rc::clone(&moved));
        let told: Rc<dyn Fn()> = {
            let shift = Rc::downgrade(&shift);
            Rc::new(move || {
                moved();
                if let Some(shift) = shift.upgrade() {
                    shift.renew();
                }
            })
        };
        let inner = window_of(target).filter(|inner| inner != window);
        let mut listeners = Vec::new();
        for window in [Some(window.clone()), inner].into_iter().flatten() {
            for name in MOVES {
                let told = Rc::clone(&told);
                let capture = EventListenerOptions::run_in_capture_phase();
                let window = window.unchecked_ref::<EventTarget>();
                listeners.push(EventListener::new_with_options(window, name, capture, move |_| net::enter(|| told())));
            }
        }
        Self { _listeners: listeners, _size: Size::watch(target, told), _shift: shift }
    }
}

/// Watches an element's size.
struct Size {
    observer: ResizeObserver,
    _callback: Closure<dyn Fn()>,
}

impl Size {
    fn watch(target: &Element, moved: Rc<dyn Fn()>) -> Option<Self> {
        let callback = Closure::<dyn Fn()>::new(move || net::enter(|| moved()));
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
struct Shift {
    window: Window,
    target: Element,
    observer: RefCell<Option<IntersectionObserver>>,
    callback: RefCell<Option<Closure<dyn Fn()>>>,
    is_new: Cell<bool>,
}

impl Shift {
    fn watch(window: &Window, target: &Element, moved: Rc<dyn Fn()>) -> Rc<Self> {
        let shift = Rc::new(Self {
            window: window.clone(),
            target: target.clone(),
            observer: RefCell::default(),
            callback: RefCell::default(),
            is_new: Cell::default(),
        });
        let weak = Rc::downgrade(&shift);
        // The first report of a new observer says where the element is; only a later one says that it moved.
        let callback = Closure::<dyn Fn()>::new(move || {
            net::enter(|| {
                let Some(shift) = weak.upgrade() else { return };
                if shift.is_new.replace(false) {
                    return;
                }
                moved();
                shift.renew();
            });
        });
        shift.callback.replace(Some(callback));
        shift.renew();
        shift
    }

    /// Cuts the observer's window to where the element is now.
    fn renew(&self) {
        if let Some(old) = self.observer.take() {
            old.disconnect();
        }
        let area = Area::in_window(&self.target);
        let Some(document) = self.window.document() else { return };
        let Area { right: width, bottom: height, .. } = Area::of_window(&document);
        let insets =
            [area.top, width - area.right, height - area.bottom, area.left].map(|inset| -(inset.floor() as i32));
        let is_in_view = area.width() > 0.0 && area.height() > 0.0 && insets.iter().all(|inset| *inset <= 0);
        if !is_in_view {
            return;
        }
        let [top, right, bottom, left] = insets;
        let thresholds = js_sys::Array::new();
        for share in THRESHOLDS {
            thresholds.push(&share.into());
        }
        let margin = format!("{top}px {right}px {bottom}px {left}px");
        let init = IntersectionObserverInit::new();
        init.set_root_margin(&margin);
        init.set_threshold(&thresholds);
        let callback = self.callback.borrow();
        let Some(callback) = callback.as_ref() else { return };
        let observer = IntersectionObserver::new_with_options(callback.as_ref().unchecked_ref(), &init);
        let Ok(observer) = observer else { return };
        self.is_new.set(true);
        observer.observe(&self.target);
        self.observer.replace(Some(observer));
    }
}

impl Drop for Shift {
    fn drop(&mut self) {
        if let Some(observer) = self.observer.take() {
            observer.disconnect();
        }
    }
}
