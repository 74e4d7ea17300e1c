//! The extension in both browsers, on the practice portal. Each module holds one kind of promise.

mod accessibility;
mod built;
mod button;
mod callout;
mod description;
mod gsp;
mod interstitials;
mod joining;
mod journey;
mod languages;
mod names;
mod policies;
mod portals;
mod practice;
mod promises;
mod refusals;
mod silence;
