//! What a decision depends on beside the screen.

use super::answers::Answer;
use super::memory::Memory;
use super::settings::Settings;
use crate::rules::Judgement;

/// What a decision depends on beside the screen.
pub struct Context<'a> {
    /// What the user has set.
    pub settings: &'a Settings,
    /// What happened on this visit.
    pub memory: &'a Memory,
    /// The verdicts of step 8; all empty elsewhere.
    pub judgement: &'a Judgement,
    /// Whether it is time to act.
    pub readiness: Readiness,
    /// The time, in milliseconds since 1970.
    pub now: f64,
}

impl<'a> Context<'a> {
    /// A context in which it is time to act.
    #[must_use]
    pub fn ready(settings: &'a Settings, memory: &'a Memory, judgement: &'a Judgement) -> Self {
        Self { settings, memory, judgement, readiness: Readiness::Ready, now: 0.0 }
    }

    /// What the portal answered, unless the user has edited since.
    #[must_use]
    pub fn standing(&self, answer: Option<Answer>) -> Option<Answer> {
        answer.filter(|_| !self.memory.edited)
    }
}

/// Whether it is time to act on the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Readiness {
    /// It is.
    Ready,
    /// What happened before on this visit is not known yet: the same may have been done already.
    VisitUnknown,
    /// The page still loads: it may not listen yet to what is chosen.
    PageLoads,
}
