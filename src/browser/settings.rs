//! The settings in storage.

use super::storage;
use crate::journey::Settings;

/// The key the settings are stored under.
pub const KEY: &str = "settings";

/// Reads the settings: the defaults where nothing readable is stored.
pub fn read(then: impl FnOnce(Settings) + 'static) {
    storage::read(KEY, move |stored: Option<Settings>| then(stored.unwrap_or_default().checked()));
}

/// Changes the settings as they are stored by now: somebody else may have changed another of them. Says whether that
/// worked; where it did not they hold for this page at least.
pub fn change(how: impl FnOnce(&mut Settings) + 'static, then: impl FnOnce(bool) + 'static) {
    read(move |mut settings| {
        how(&mut settings);
        storage::write(KEY, &settings.checked(), then);
    });
}
