//! The words, from `_locales`.

use super::chrome;
use crate::journey::say::{Message, Say};

/// The words of a message in the user's language; empty when the extension is gone.
#[must_use]
pub fn say(say: &Say) -> String {
    text(say.message.key(), say.gaps.clone())
}

/// The words of a message without gaps.
#[must_use]
pub fn just(message: Message) -> String {
    text(message.key(), Vec::new())
}

/// The words under a key of `_locales`.
#[must_use]
pub fn text(key: &str, gaps: Vec<String>) -> String {
    chrome::get_message(key, gaps).unwrap_or_default()
}
