//! What a decision depends on beside the screen.

use super::memory::Memory;
use super::settings::Settings;
use crate::rules::Judgement;

/// What a decision depends on beside the screen.
pub struct Context<'a> {
    /// What the user has set.
    pub settings: &'a Settings,
    /// What happened in this document.
    pub memory: &'a Memory,
    /// The verdicts of step 8; all empty elsewhere.
    pub judgement: &'a Judgement,
}
