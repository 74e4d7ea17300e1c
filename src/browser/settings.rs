//! The settings in storage, with what goes with them: what an office has set, and the words of the chosen language.

use serde::Deserialize;
use wasm_bindgen::JsValue;

use super::{messages, storage, value};
use crate::journey::Settings;
use crate::journey::settings::Managed;

/// The key the settings are stored under.
pub const KEY: &str = "settings";
/// The key of what an office has set: the background puts it there.
pub(super) const MANAGED: &str = "managed";
/// The key of the words of the chosen language: the background puts them there.
pub(super) const WORDS: &str = "words";

/// What is stored of the words.
#[derive(Deserialize)]
struct Stored {
    language: String,
}

/// Reads the settings, as an office leaves them: the defaults where nothing readable is stored. From here on all words
/// are of the language that is set.
pub fn read(then: impl FnOnce(Settings) + 'static) {
    read_with_managed(|settings, managed| then(settings.under(&managed).checked()));
}

/// Reads the user's own settings, and what an office has set.
pub fn read_with_managed(then: impl FnOnce(Settings, Managed) + 'static) {
    storage::read_all(&[KEY, MANAGED, WORDS], move |items| {
        let own: Settings = item(&items, KEY).unwrap_or_default();
        let managed: Managed = item(&items, MANAGED).unwrap_or_default();
        let language = own.clone().under(&managed).language;
        messages::choose(words(&items, &language));
        then(own.checked(), managed);
    });
}

fn item<T: serde::de::DeserializeOwned>(items: &JsValue, key: &str) -> Option<T> {
    value::property(items, key).and_then(value::read)
}

/// The stored words, if they are of this language.
fn words(items: &JsValue, language: &str) -> Option<JsValue> {
    let words = value::property(items, WORDS)?;
    let stored: Stored = value::read(words.clone())?;
    (stored.language == language).then(|| value::property(&words, "texts"))?
}

/// Changes the user's own settings as they are stored by now: somebody else may have changed another of them. Says whether
/// that worked; where it did not they hold for this page at least.
pub fn change(how: impl FnOnce(&mut Settings) + 'static, then: impl FnOnce(bool) + 'static) {
    read_with_managed(move |mut settings, _| {
        how(&mut settings);
        storage::write(KEY, &settings.checked(), then);
    });
}
