//! What all requests share.

use crate::screens::Screens;
use crate::store::Store;

/// The templates, and the sessions of all visitors.
#[derive(Debug)]
pub(crate) struct App {
    pub(crate) screens: Screens,
    pub(crate) store: Store,
}

impl App {
    /// With the templates read and no visitor yet.
    pub(crate) fn new() -> Self {
        Self { screens: Screens::load(), store: Store::default() }
    }
}
