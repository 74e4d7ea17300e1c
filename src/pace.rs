//! When to look again: soon after a change, never twice for one, and never so often that looking takes more than a
//! small share of the time.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use gloo::timers::callback::Timeout;

/// Changes that come within this time of the first are looked at together, in milliseconds.
const GATHER: f64 = 24.0;
/// After a look there is a rest of this many times what it took: looking takes at most a fiftieth of the time.
const REST: f64 = 49.0;
/// The longest rest, in milliseconds: the user waits for the guide no longer than that.
const LONGEST: f64 = 1_000.0;

/// Calls for a look after changes.
pub(crate) struct Pace {
    clock: Option<web_sys::Performance>,
    pending: RefCell<Option<Timeout>>,
    rest_until: Cell<f64>,
}

impl Pace {
    pub(crate) fn new(clock: Option<web_sys::Performance>) -> Rc<Self> {
        Rc::new(Self { clock, pending: RefCell::default(), rest_until: Cell::new(0.0) })
    }

    /// Something changed: `look` is called when it is time, unless a call is on its way already.
    pub(crate) fn changed(self: &Rc<Self>, look: impl FnOnce() + 'static) {
        if self.pending.borrow().is_some() {
            return;
        }
        let wait = GATHER.max(self.rest_until.get() - self.now());
        let pace = Rc::clone(self);
        let timeout = Timeout::new(wait as u32, move || {
            pace.pending.take().map(Timeout::forget);
            look();
        });
        self.pending.replace(Some(timeout));
    }

    /// Does a look, and measures how long to rest after it.
    pub(crate) fn measure(&self, look: impl FnOnce()) {
        let start = self.now();
        look();
        let end = self.now();
        self.rest_until.set(end + ((end - start) * REST).min(LONGEST));
    }

    fn now(&self) -> f64 {
        self.clock.as_ref().map_or(0.0, web_sys::Performance::now)
    }
}
