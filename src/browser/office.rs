//! What an office has set for its users, and the words of the chosen language, put where a guide finds both: for the
//! background. A content script reads one storage, and carries the words of no language.

use js_sys::JSON;
use serde::{Deserialize, Serialize};
use wasm_bindgen::prelude::*;

use super::settings::{MANAGED, WORDS};
use super::{chrome, settings, storage, value};
use crate::net;

#[wasm_bindgen]
extern "C" {
    /// To each language its words, as a text: written above the module by the build.
    #[wasm_bindgen(thread_local_v2, js_name = LANGUAGES)]
    static LANGUAGES: JsValue;
}

/// What an office has set for its users, in place of their own settings (`extension/managed.json`): members of the settings.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Managed {
    /// The GSP to select.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub gsp: Option<String>,
    /// Whether the guide selects by itself.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub automatic: Option<bool>,
    /// The language of the words.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub language: Option<String>,
}

impl Managed {
    /// Whether nothing is set.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

/// Reads what an office has set.
pub fn managed(then: impl FnOnce(Managed) + 'static) {
    storage::read(MANAGED, |stored: Option<Managed>| then(stored.unwrap_or_default()));
}

/// What the browser calls the storage that an administrator fills.
const OFFICE: &str = "managed";

/// Which words are stored, and of which version of the extension.
#[derive(PartialEq, Serialize, Deserialize)]
struct Edition {
    language: String,
    version: String,
}

/// Brings what is stored up to date, now and whenever an office or the user sets something else.
pub fn serve() {
    bring_managed();
    storage::Changes::listen(bring_words).forget();
    let listener = Closure::<dyn Fn(JsValue, JsValue)>::new(move |_, area: JsValue| {
        if area == OFFICE {
            net::enter(bring_managed);
        }
    });
    let _ = chrome::on_changed_add(&listener.into_js_value().unchecked_into());
}

/// Takes over what an office has set.
fn bring_managed() {
    let found = chrome::callback(|items| {
        let set: Managed = if chrome::has_failed() { None } else { value::read(items) }.unwrap_or_default();
        managed(move |stored| {
            if stored == set {
                return bring_words();
            }
            storage::write(MANAGED, &set, |_| {});
        });
    });
    if chrome::managed_get(&found).is_err() {
        bring_words();
    }
}

/// Stores the words of the language that is set, unless they are there.
fn bring_words() {
    settings::read(|settings| {
        let wanted = Edition { language: settings.language, version: env!("CARGO_PKG_VERSION").to_owned() };
        storage::read(WORDS, move |stored: Option<Edition>| {
            if wanted.language.is_empty() || stored.as_ref() == Some(&wanted) {
                return;
            }
            let words = LANGUAGES.with(|languages| value::property(languages, &wanted.language)?.as_string());
            let Some(texts) = words.and_then(|words| JSON::parse(&words).ok()) else { return };
            let Some(words) = value::of(&wanted) else { return };
            // Setting a property of an object of our own cannot fail.
            let _ = js_sys::Reflect::set(&words, &"texts".into(), &texts);
            storage::write_value(WORDS, &words);
        });
    });
}
