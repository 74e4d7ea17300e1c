//! The memory of the visit, between this document and the one before: asked for when the guide starts, kept at each change.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use crate::browser::visit;
use crate::journey::Memory;
use crate::journey::memory::Event;

/// The memory of the visit, as this document knows it.
pub(super) struct Visit {
    memory: Cell<Memory>,
    /// What happened here while what was kept is on its way; nothing when that has come.
    early: RefCell<Option<Vec<Event>>>,
    /// Whether somebody waits for what was kept.
    is_waited_for: Cell<bool>,
}

impl Visit {
    pub(super) fn new() -> Rc<Self> {
        Rc::new(Self { memory: Cell::default(), early: RefCell::new(Some(Vec::new())), is_waited_for: Cell::default() })
    }

    /// Asks for what was kept. `then` is called when it has come and tells something new, or was waited for.
    pub(super) fn ask(self: &Rc<Self>, then: impl FnOnce() + 'static) {
        let visit = Rc::clone(self);
        visit::ask(move |stored| {
            let has_changed = visit.know(stored.unwrap_or_default());
            if has_changed || visit.is_waited_for.get() {
                then();
            }
        });
    }

    /// Whether the memory is the whole visit's. If not, it is waited for from now on.
    pub(super) fn is_known(&self) -> bool {
        let is_known = self.early.borrow().is_none();
        self.is_waited_for.set(!is_known);
        is_known
    }

    /// Puts what happened here after what was kept. Answers whether that tells more than is known already.
    fn know(&self, stored: Memory) -> bool {
        let mut whole = stored;
        self.early.take().into_iter().flatten().for_each(|event| whole.learn(event));
        keep_change(stored, whole);
        self.memory.replace(whole) != whole
    }

    /// What is remembered now.
    pub(super) fn memory(&self) -> Memory {
        self.memory.get()
    }

    /// Remembers something, for the next document as well.
    pub(super) fn learn(&self, event: Event) {
        let before = self.memory();
        let mut now = before;
        now.learn(event);
        self.memory.set(now);
        match self.early.borrow_mut().as_mut() {
            // What was kept is not to be written over.
            Some(early) => early.push(event),
            None => keep_change(before, now),
        }
    }
}

/// Keeps the memory for the next document, where that would find another.
fn keep_change(before: Memory, now: Memory) {
    if (Memory { edited: before.edited, ..now }) != before {
        visit::keep(&now);
    }
}
