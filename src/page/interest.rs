//! What matters on a page, as questions that the browser answers without handing its texts over.

use std::collections::{BTreeMap, HashSet};

use js_sys::{JsString, RegExp};
use wasm_bindgen::JsCast;

use super::dom::Pattern;
use crate::text::plain;
use crate::text::vocabulary::Vocabulary;

/// What people do not see, or see as another sign: a text with it is looked at more closely.
const ODD: &str = "[\\u00ad\\u200b-\\u200f\\u2060\\ufeff\\uff01-\\uff5e]";
/// A space may be any white space, or none: cells stand close together in a page's text.
const SPACE: &str = "\\s*";
/// Any of the hyphens and dashes that pages use, with spaces around it or without.
const HYPHEN: &str = "\\s*[-\\u2010-\\u2015\\u2212]\\s*";
/// Straight and curly.
const APOSTROPHE: &str = "['\\u2018\\u2019]";

/// What matters on a page. Made once: a pattern is dear to make and cheap to ask.
pub struct Interest {
    texts: Pattern,
    called: Pattern,
    /// What holds a name, in whatever else.
    named: Pattern,
    names: HashSet<&'static str>,
}

impl Interest {
    /// What holds or is called one of these words.
    #[must_use]
    pub fn new(vocabulary: &Vocabulary) -> Self {
        let names = any(&vocabulary.called);
        Self {
            texts: pattern(&format!("{ODD}|{}", any(&shortest(&vocabulary.said)))),
            // Signs and a number may stand before a name, and signs behind it. One that shows nothing may be named by
            // an attribute.
            called: pattern(&format!("{ODD}|^\\s*$|^\\W*(?:\\d{{1,2}}\\W+|\\w\\)\\s*)?(?:{names})\\W*$")),
            named: pattern(&format!("{ODD}|{}", any_apart(&vocabulary.called))),
            names: vocabulary.called.iter().copied().collect(),
        }
    }

    /// Whether a text holds something that matters.
    pub(super) fn is_in(&self, text: &JsString) -> bool {
        self.texts.test(text)
    }

    /// Whether what shows this text may be called something that matters.
    pub(super) fn may_be_called(&self, text: &JsString) -> bool {
        self.called.test(text)
    }

    /// Whether something in what shows this text may be called something that matters.
    pub(super) fn holds_a_name(&self, text: &JsString) -> bool {
        self.named.test(text)
    }

    /// Whether a link or button of this name matters.
    pub(super) fn is_called(&self, name: &str) -> bool {
        self.names.contains(plain(name).as_str())
    }
}

/// A pattern, whatever the case. Dear to make: to be kept.
pub(super) fn pattern(source: &str) -> Pattern {
    RegExp::new(source, "i").unchecked_into()
}

/// The phrases that hold no other one.
fn shortest(phrases: &[&'static str]) -> Vec<&'static str> {
    let is_needed = |phrase: &&&str| !phrases.iter().any(|other| other != *phrase && phrase.contains(other));
    phrases.iter().filter(is_needed).copied().collect()
}

/// Any of these phrases. What several begin with is asked for once: a browser tries one alternative after the other at
/// each letter of a text.
fn any(phrases: &[&str]) -> String {
    let mut begins: BTreeMap<char, Vec<&str>> = BTreeMap::new();
    for phrase in phrases {
        let mut rest = phrase.chars();
        if let Some(first) = rest.next() {
            begins.entry(first).or_default().push(rest.as_str());
        }
    }
    let alternatives: Vec<String> = begins.iter().map(|(first, rests)| source(*first) + &any(rests)).collect();
    let may_end = phrases.iter().any(|phrase| phrase.is_empty());
    match (&alternatives[..], may_end) {
        ([], _) => String::new(),
        ([only], false) => only.clone(),
        (all, may_end) => format!("(?:{}){}", all.join("|"), if may_end { "?" } else { "" }),
    }
}

/// The same where a short word counts only between others: "ok" stands in "Look" as well. Longer names may stand close
/// together in the text of several elements.
fn any_apart(phrases: &[&'static str]) -> String {
    let (short, long): (Vec<_>, Vec<_>) = phrases.iter().partition(|phrase| phrase.is_ascii() && phrase.len() <= 4);
    let long = shortest(&long);
    let needed: Vec<&str> = short.into_iter().filter(|name| !long.contains(name)).collect();
    format!("\\b(?:{})\\b|{}", any(&needed), any(&long))
}

/// The pattern of one letter or sign of a phrase.
fn source(c: char) -> String {
    match c {
        ' ' => SPACE.to_owned(),
        '-' => HYPHEN.to_owned(),
        '\'' => APOSTROPHE.to_owned(),
        c if c.is_alphanumeric() || c == '_' => c.to_string(),
        c => format!("\\{c}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_phrase_that_holds_another_is_not_asked_for() {
        assert_eq!(shortest(&["enter otp", "gsp", "otp"]), ["gsp", "otp"]);
    }

    #[test]
    fn signs_of_a_phrase_are_only_signs() {
        assert_eq!(any(&["mis (new)"]), "mis\\s*\\(new\\)");
    }

    #[test]
    fn what_phrases_begin_with_is_asked_for_once() {
        assert_eq!(any(&["gsp", "gst", "otp"]), "(?:gs(?:p|t)|otp)");
        assert_eq!(any(&["log in", "log"]), "log(?:\\s*in)?");
    }
}
