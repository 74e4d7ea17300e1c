//! The extension's background: keeps the visit of each tab and the names that a guide is told to keep, and shows on the
//! extension's button at which step the guide is, or that it is paused. The browser stops it when nothing is asked of it, and starts it again.

use crate::browser::{badge, names, office, settings, storage, visit};
use crate::journey::Settings;

/// The mark of a pause.
const PAUSED: &str = "II";

/// Starts listening.
pub(super) fn start() {
    visit::serve();
    names::serve();
    office::serve();
    badge::serve();
    badge::show_from_the_start();
    storage::Changes::listen(|| settings::read(mark)).forget();
    settings::read(mark);
}

fn mark(settings: Settings) {
    badge::show(if settings.paused { PAUSED } else { "" });
}
