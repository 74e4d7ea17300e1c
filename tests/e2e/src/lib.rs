//! End-to-end tests: the extension as it ships, in real browsers, on the practice portal.
//!
//! A test is one [`Visit`]: a portal, a browser made like new, the extension loaded from `dist`. The [`Newcomer`] does
//! only what the guide's contract says (`data-target` and the ring's box); the [`oracle`] knows what each target really is.
//! Everything waits for a state, with a deadline; nothing waits for a time, and nothing is tried again.

pub mod axe;
pub mod browser;
mod driver;
pub mod extension;
pub mod guide;
pub mod hand;
pub mod newcomer;
pub mod oracle;
mod pierce;
mod recorder;
mod seats;
mod shadow;
pub mod site;
pub mod stage;
mod visit;
pub mod wait;

pub use browser::Kind;
pub use newcomer::Newcomer;
pub use seats::run;
pub use visit::Visit;
