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

pub use attributes::ATTRIBUTES;
pub use dom::HOST;
pub use interest::Interest;
pub use name::accessible_name;
pub use read::{Look, Typing};
