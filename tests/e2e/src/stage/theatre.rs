//! The stages, shared by all cases.

use std::pin::Pin;
use std::sync::{Mutex, PoisonError};

use anyhow::{Context, Error, Result, ensure};
use tokio::runtime::Runtime;
use tokio::sync::Semaphore;

use super::Stage;

/// How many browsers there may be: the machines this is tested on have two cores.
const STAGES: usize = 2;

/// What a case does, in a tab of its own.
type Play = for<'a> fn(&'a Stage) -> Pin<Box<dyn Future<Output = Result<()>> + 'a>>;

/// A case: what is shown, what is done, and what must become of it.
#[derive(Clone, Copy)]
pub struct Case {
    /// Named after what broke.
    pub name: &'static str,
    /// Plays it.
    pub play: Play,
}

/// The stages that stand ready.
pub struct Theatre {
    runtime: Runtime,
    ready: Mutex<Vec<Stage>>,
    seats: Semaphore,
}

impl Theatre {
    /// None stands yet.
    pub fn open() -> Result<Self> {
        Ok(Self { runtime: Runtime::new()?, ready: Mutex::default(), seats: Semaphore::new(STAGES) })
    }

    /// Plays a case on a stage that is free.
    pub fn play(&self, case: &Case) -> Result<()> {
        self.runtime.block_on(async {
            let _seat = self.seats.acquire().await?;
            let ready = self.stages().pop();
            let stage = match ready {
                Some(stage) => stage,
                None => Stage::build().await.context("no browser to test in")?,
            };
            stage.begin().await?;
            let outcome = (case.play)(&stage).await;
            let outcome = match outcome {
                Ok(()) => acted_once(&stage).await,
                Err(error) => Err(explain(&stage, error).await),
            };
            // A stage that a case has broken is not used again.
            match stage.end().await {
                Ok(()) => self.stages().push(stage),
                Err(_) => drop(stage.pull_down().await),
            }
            outcome
        })
    }

    /// Takes all stages down.
    pub fn close(self) -> Result<()> {
        let stages = std::mem::take(&mut *self.stages());
        self.runtime.block_on(async {
            for stage in stages {
                stage.pull_down().await?;
            }
            Ok(())
        })
    }

    fn stages(&self) -> std::sync::MutexGuard<'_, Vec<Stage>> {
        self.ready.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// The promise that every case ends with: one act of a kind in a visit at most.
async fn acted_once(stage: &Stage) -> Result<()> {
    let acts = stage.acts().await?;
    ensure!(stage.may_act_again() || (acts.channel <= 1 && acts.gsp <= 1), "the guide acted more than once: {acts:?}");
    Ok(())
}

/// Adds what helps to understand a failure.
async fn explain(stage: &Stage, error: Error) -> Error {
    let trail = stage.trail().await.unwrap_or_default();
    let acts = stage.acts().await.map(|acts| format!("{acts:?}")).unwrap_or_default();
    let last = &trail[trail.len().saturating_sub(8)..];
    error.context(format!("the guide said {last:?}; {acts}"))
}

/// Makes of each function a case, in a list named `CASES`.
#[macro_export]
macro_rules! cases {
    ($($(#[$about:meta])* async fn $name:ident($stage:ident: $world:ty) -> $outcome:ty $body:block)+) => {
        $($(#[$about])* async fn $name($stage: $world) -> $outcome $body)+

        /// The cases of this module.
        pub(crate) const CASES: &[$crate::stage::Case] = &[$($crate::stage::Case {
            name: stringify!($name),
            play: |stage| Box::pin($name(stage)),
        }),+];
    };
}
