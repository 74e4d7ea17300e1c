//! Reads the page and changes nothing in it.

mod dom;
mod label;
mod name;
mod reach;
mod read;
pub mod snapshot;
mod words;

pub use read::Look;
