//! The memory of the visit, between this document and the one before: asked for where it can matter, kept at each change.

use std::cell::Cell;
use std::rc::Rc;

use crate::browser::visit;
use crate::journey::Memory;
use crate::journey::memory::Event;

/// How much is known of the visit so far.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Known {
    /// Nobody asked.
    Nothing,
    /// The answer is on its way.
    Soon,
    /// The answer came, or none will.
    All,
}

/// The memory of the visit, as this document knows it.
pub(super) struct Visit {
    memory: Cell<Memory>,
    known: Cell<Known>,
}

impl Visit {
    pub(super) fn new() -> Rc<Self> {
        Rc::new(Self { memory: Cell::default(), known: Cell::new(Known::Nothing) })
    }

    /// Whether the memory is the whole visit's. If not, it is asked for, and `then` is called when it is.
    pub(super) fn is_known(self: &Rc<Self>, then: impl FnOnce() + 'static) -> bool {
        if self.known.get() == Known::Nothing {
            self.known.set(Known::Soon);
            let visit = Rc::clone(self);
            visit::ask(move |stored| {
                visit.know(stored);
                then();
            });
        }
        self.known.get() == Known::All
    }

    /// What happened here since the start counts more than what is stored.
    fn know(&self, stored: Option<Memory>) {
        self.known.set(Known::All);
        if self.memory.get() == Memory::default() {
            self.memory.set(stored.unwrap_or_default());
        }
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
        if (Memory { edited: before.edited, ..now }) != before {
            visit::keep(&now);
        }
    }
}
