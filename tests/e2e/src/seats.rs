//! The browsers of the tests: two at a time, and each handed on to a test that waits for one of its kind.

use std::sync::{LazyLock, Mutex, MutexGuard, PoisonError};

use anyhow::{Context, Result, anyhow};
use tokio::runtime::Runtime;
use tokio::sync::Semaphore;

use crate::browser::Kind;
use crate::visit::Visit;

/// How many browsers may run at a time: as many as a machine of tests has cores. With three, pages answered late and tests failed that pass alone.
static SEATS: Semaphore = Semaphore::const_new(2);

/// What outlives a test: its portal and the connection to its browser are served here.
static RUNTIME: LazyLock<std::io::Result<Runtime>> = LazyLock::new(Runtime::new);

static CHROMIUM: Mutex<Queue> = Mutex::new(Queue::EMPTY);
static FIREFOX: Mutex<Queue> = Mutex::new(Queue::EMPTY);

/// The tests that wait for a browser of one kind, and those handed on to them. There are never more browsers than tests
/// waiting, so that none is left over when the last test is done.
struct Queue {
    waiting: usize,
    ready: Vec<Visit>,
}

impl Queue {
    const EMPTY: Self = Self { waiting: 0, ready: Vec::new() };

    fn of(kind: Kind) -> MutexGuard<'static, Self> {
        let queue = match kind {
            Kind::Chromium => &CHROMIUM,
            Kind::Firefox => &FIREFOX,
        };
        queue.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn leave(&mut self) -> Option<Visit> {
        self.waiting -= 1;
        self.ready.pop()
    }

    fn wants_one(&self) -> bool {
        self.waiting > self.ready.len()
    }

    /// Hands a browser on, or back when nobody waits for it.
    fn offer(&mut self, visit: Visit) -> Option<Visit> {
        if !self.wants_one() {
            return Some(visit);
        }
        self.ready.push(visit);
        None
    }
}

/// Runs one test at a browser that knows nothing of the tests before.
pub fn run(kind: Kind, name: &str, test: impl AsyncFnOnce(&Visit) -> Result<()>) -> Result<()> {
    let runtime = RUNTIME.as_ref().map_err(|error| anyhow!("nothing can run: {error}"))?;
    runtime.block_on(async {
        Queue::of(kind).waiting += 1;
        let seat = SEATS.acquire().await;
        let ready = Queue::of(kind).leave();
        let _seat = seat?;
        let visit = match ready {
            Some(visit) => visit,
            None => Visit::begin(kind).await.context("no browser to test in")?,
        };
        let outcome = test(&visit).await;
        let outcome = visit.witness(name, outcome).await;
        // What a failed test leaves behind nobody knows.
        if outcome.is_err() {
            visit.end().await?;
            return outcome;
        }
        hand_on(kind, visit).await
    })
}

async fn hand_on(kind: Kind, visit: Visit) -> Result<()> {
    if Queue::of(kind).wants_one() {
        visit.leave_no_trace().await.context("the browser cannot be made like new")?;
    }
    let left = Queue::of(kind).offer(visit);
    match left {
        Some(visit) => visit.end().await,
        None => Ok(()),
    }
}
