//! Right or silent: the guide on made-up portals in every style, and on pages of others that only look like ours.

mod decoys;
pub mod pages;
mod portals;
mod table;
mod verdict;
