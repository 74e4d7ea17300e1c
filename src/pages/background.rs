//! The extension's background: keeps the visit of each tab and the names that a guide is told to keep, hands the keyboard
//! command on, and shows on the extension's button at which step the guide is, or that it is paused. The browser stops it
//! when nothing is asked of it, and starts it again.

use crate::browser::{badge, names, news, office, pause, storage, tabs, visit};

/// Starts listening.
pub(super) fn start() {
    visit::serve();
    names::serve();
    office::serve();
    pause::serve();
    news::serve(badge::show);
    badge::serve();
    tabs::serve_command();
    storage::Changes::listen(badge::show).forget();
    badge::show();
}
