//! When to look again: soon after a change, never twice for one, and never so often that looking takes more than a
//! small share of the time.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use gloo::timers::callback::Timeout;

use crate::net;

/// A look to come.
type Call = Box<dyn FnOnce()>;

/// Changes that come within this time of the first are looked at together, in milliseconds.
const GATHER: f64 = 24.0;
/// After a look there is a rest of this many times what it took: looking takes at most a fiftieth of the time.
const REST: f64 = 49.0;
/// The longest rest, in milliseconds: the user waits for the guide no longer than that.
const LONGEST: f64 = 1_000.0;

/// Parts of a page come late: for so long it may leave the guide in doubt, in milliseconds.
const PATIENCE: f64 = 1_500.0;

/// Calls for a look after changes.
pub(super) struct Pace {
    clock: Option<web_sys::Performance>,
    /// The call on its way.
    pending: RefCell<Option<Timeout>>,
    /// When it comes.
    due: Cell<f64>,
    rest_until: Cell<f64>,
    in_doubt_since: Cell<Option<f64>>,
}

impl Pace {
    pub(super) fn new(clock: Option<web_sys::Performance>) -> Rc<Self> {
        let (pending, in_doubt_since) = (RefCell::default(), Cell::default());
        Rc::new(Self { clock, pending, due: Cell::new(0.0), rest_until: Cell::new(0.0), in_doubt_since })
    }

    /// Something changed: `look` is called when it is time, unless a call is on its way already.
    pub(super) fn changed(self: &Rc<Self>, look: impl FnOnce() -> Call) {
        self.call_in(GATHER.max(self.rest_until.get() - self.now()), look);
    }

    /// The user did something, and is not to wait for a rest: nobody's hands are as quick as a page.
    pub(super) fn used(self: &Rc<Self>, look: impl FnOnce() -> Call) {
        self.call_in(GATHER, look);
    }

    /// The page leaves the guide in doubt. Whether it has had its time; if not, `look` is called when it has.
    pub(super) fn is_out_of_patience(self: &Rc<Self>, look: impl FnOnce() -> Call) -> bool {
        let since = self.in_doubt_since.get().unwrap_or_else(|| self.now());
        self.in_doubt_since.set(Some(since));
        let left = since + PATIENCE - self.now();
        if left > 0.0 {
            self.call_in(left, look);
        }
        left <= 0.0
    }

    /// The page leaves no doubt any more.
    pub(super) fn is_sure(&self) {
        self.in_doubt_since.take();
    }

    /// Calls `look` after `wait`, in milliseconds, unless a call comes before that.
    pub(super) fn call_in(self: &Rc<Self>, wait: f64, look: impl FnOnce() -> Call) {
        let due = self.now() + wait;
        if self.pending.borrow().is_some() && self.due.get() <= due {
            return;
        }
        let (pace, look) = (Rc::clone(self), look());
        let timeout = Timeout::new(wait as u32, move || {
            net::enter(|| {
                pace.pending.take().map(Timeout::forget);
                look();
            });
        });
        self.due.set(due);
        // Replacing the call before ends it.
        self.pending.replace(Some(timeout));
    }

    /// Does a look, and measures how long to rest after it.
    pub(super) fn measure(&self, look: impl FnOnce()) {
        let start = self.now();
        look();
        let end = self.now();
        self.rest_until.set(end + ((end - start) * REST).min(LONGEST));
    }

    /// The window's clock, in milliseconds.
    pub(super) fn now(&self) -> f64 {
        self.clock.as_ref().map_or(0.0, web_sys::Performance::now)
    }
}
