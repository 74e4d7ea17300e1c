//! The words, from `_locales`: in the browser's language, or in the one that the user has chosen.

use std::cell::RefCell;

use wasm_bindgen::JsValue;

use super::{chrome, value};
use crate::journey::say::{Message, Say};

thread_local! {
    /// The words of the chosen language, by their keys; none where that is the browser's.
    static CHOSEN: RefCell<Option<JsValue>> = const { RefCell::new(None) };
}

/// From here on the words are these, by their keys; none: those of the browser's language.
pub(super) fn choose(words: Option<JsValue>) {
    CHOSEN.with(|chosen| chosen.replace(words));
}

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
    let chosen = CHOSEN.with(|chosen| value::property(chosen.borrow().as_ref()?, key)?.as_string());
    match chosen {
        Some(words) => filled(&words, &gaps),
        None => chrome::get_message(key, gaps).unwrap_or_default(),
    }
}

/// Words with their gaps filled, as the browser does it: `$1` is the first, `$$` a dollar sign.
fn filled(words: &str, gaps: &[String]) -> String {
    let mut out = String::with_capacity(words.len());
    let mut rest = words;
    while let Some((before, after)) = rest.split_once('$') {
        out.push_str(before);
        let sign = after.chars().next().unwrap_or_default();
        match sign.to_digit(10) {
            Some(number) => out.push_str(gaps.get((number as usize).wrapping_sub(1)).map_or("", String::as_str)),
            None => out.push('$'),
        }
        let is_taken = sign == '$' || sign.is_ascii_digit();
        rest = if is_taken { after.get(1..).unwrap_or_default() } else { after };
    }
    out + rest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn gaps_are_filled_as_the_browser_fills_them() {
        let gaps = ["4".to_owned(), "Tera $1 Limited".to_owned()];
        for (words, want) in [
            ("Step $1 of 9", "Step 4 of 9"),
            ("\"$2\" चुनें", "\"Tera $1 Limited\" चुनें"),
            ("One of % $$ # @", "One of % $ # @"),
            ("$3$0 and $", " and $"),
            ("$é", "$é"),
            ("", ""),
        ] {
            assert_eq!(filled(words, &gaps), want, "{words}");
        }
    }
}
