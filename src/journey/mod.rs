//! Knowing the screen and deciding what to do about it. Pure: a snapshot in, a [`Guidance`] out.

pub mod answers;
pub mod assign;
pub mod bar;
pub mod context;
pub mod description;
pub mod gsp;
pub mod guidance;
mod ideas;
pub mod mark;
pub mod meaning;
pub mod memory;
pub mod reading;
pub mod say;
pub mod screens;
pub mod settings;
pub mod step;
pub mod vocabulary;
mod words;

pub use context::{Context, Readiness};
pub use guidance::{Act, Guidance, Offer, Pointer};
pub use memory::{Deed, Memory};
pub use screens::Screen;
pub use settings::Settings;
pub use step::{Step, Target};
