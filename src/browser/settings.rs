//! The settings in storage, with what goes with them: what an office has set, and the words of the chosen language.

use js_sys::Object;
use wasm_bindgen::prelude::*;

use super::{messages, storage, value};
use crate::journey::Settings;

/// The key the settings are stored under.
pub const KEY: &str = "settings";
/// The key of what an office has set: the background puts it there.
pub(super) const MANAGED: &str = "managed";
/// The key of the words of the chosen language: the background puts them there.
pub(super) const WORDS: &str = "words";

/// Reads the settings, as an office leaves them: the defaults where nothing readable is stored. From here on all words
/// are of the language that is set.
pub fn read(then: impl FnOnce(Settings) + 'static) {
    storage::read_all(&[KEY, MANAGED, WORDS], move |items| {
        let part = |key| value::property(&items, key).unwrap_or_default().unchecked_into();
        // What an office has set stands in place of the user's own. An object of our own takes any member.
        let both: Option<Object> = Object::assign_many(&Object::new(), &[part(KEY), part(MANAGED)]).ok();
        let settings: Option<Settings> = both.and_then(|both| value::read(both.into()));
        let settings = settings.unwrap_or_default().checked();
        messages::choose(words(&items, &settings.language));
        then(settings);
    });
}

/// The stored words, if they are of this language.
fn words(items: &JsValue, language: &str) -> Option<JsValue> {
    let words = value::property(items, WORDS)?;
    let stored = value::property(&words, "language")?.as_string()?;
    (stored == language).then(|| value::property(&words, "texts"))?
}

/// Changes the user's own settings as they are stored by now: somebody else may have changed another of them. Says whether
/// that worked; where it did not they hold for this page at least.
pub fn change(how: impl FnOnce(&mut Settings) + 'static, then: impl FnOnce(bool) + 'static) {
    storage::read(KEY, move |stored: Option<Settings>| {
        let mut settings = stored.unwrap_or_default();
        how(&mut settings);
        storage::write(KEY, &settings.checked(), then);
    });
}
