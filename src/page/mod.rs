//! Reads the page and changes nothing in it.

pub mod area;
mod attributes;
mod choices;
mod clip;
pub mod dom;
mod front;
mod hit;
mod interest;
mod label;
mod name;
mod opener;
pub mod place;
mod plain;
mod reach;
mod read;
pub mod seen;
mod stand_in;
mod texts;
mod tree;
mod words;

/// The name of the guide's own element, which is no part of the page.
pub const HOST: &str = "einvoice-api-guide";

pub use attributes::ATTRIBUTES;
pub use interest::Interest;
pub use name::accessible_name;
pub use read::{Look, Typing};
