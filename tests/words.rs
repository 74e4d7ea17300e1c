//! The words: each message has its text and its description, and no text has a gap that nothing fills.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use einvoice_api_guide::journey::say::Message;
use serde_json::{Map, Value};

fn file(path: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
    fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// Every language that the guide speaks.
const LANGUAGES: [&str; 8] = ["bn", "en", "gu", "hi", "kn", "mr", "ta", "te"];
/// The portal's own labels: they stay as they stand on the screen.
const LABELS: [&str; 12] = [
    "API Registration",
    "User Credentials",
    "Create API User",
    "Verify OTP",
    "Through GSP",
    "Submit",
    "Login",
    "Exit",
    "List of API Users",
    "Change API Password",
    "Verify Username and Password",
    "Show original",
];

fn messages() -> Map<String, Value> {
    messages_in("en")
}

fn messages_in(language: &str) -> Map<String, Value> {
    match serde_json::from_str(&file(&format!("extension/_locales/{language}/messages.json"))) {
        Ok(Value::Object(messages)) => messages,
        other => panic!("not a list of messages: {other:?}"),
    }
}

fn text<'a>(entry: &'a Value, field: &str) -> &'a str {
    entry.get(field).and_then(Value::as_str).unwrap_or_default()
}

#[test]
fn every_message_of_the_code_is_there_and_every_other_is_used_by_a_page() {
    let in_code: BTreeSet<String> = Message::ALL.iter().map(|message| message.key().to_owned()).collect();
    let listed: BTreeSet<String> = messages().keys().cloned().collect();
    let missing: Vec<_> = in_code.difference(&listed).collect();
    assert!(missing.is_empty(), "not in messages.json: {missing:?}");
    let scripts = ["pages/options", "pages/popup", "pages/names", "pages/copying", "browser/badge"]
        .map(|page| format!("src/{page}.rs"));
    let practice =
        ["home", "login", "menu", "otp", "form", "done"].map(|page| file(&format!("extension/practise/{page}.html")));
    let pages = ["extension/options.html", "extension/popup.html"].map(file).concat() + &practice.concat();
    let elsewhere = file("manifest.json") + &pages + &scripts.map(|path| file(&path)).concat();
    let unused: Vec<_> = listed.difference(&in_code).filter(|key| !elsewhere.contains(key.as_str())).collect();
    assert!(unused.is_empty(), "in messages.json for nothing: {unused:?}");
}

#[test]
fn every_language_is_whole_and_keeps_gaps_and_the_portals_labels() {
    let english = messages();
    for language in LANGUAGES {
        let translated = messages_in(language);
        let keys: Vec<_> = translated.keys().collect();
        assert_eq!(keys, english.keys().collect::<Vec<_>>(), "{language}");
        assert_eq!(text(&translated["Language"], "message"), language);
        for (key, entry) in &english {
            let (from, to) = (text(entry, "message"), text(&translated[key], "message"));
            assert!(!to.trim().is_empty(), "{language}: {key} has no words");
            assert_eq!(entry.get("placeholders"), translated[key].get("placeholders"), "{language}: {key}");
            let kept = entry.get("placeholders").and_then(Value::as_object).into_iter().flatten();
            for gap in kept.map(|(name, _)| format!("${name}$")).chain(["$$".to_owned(), "API_".to_owned()]) {
                assert_eq!(to.matches(&gap).count(), from.matches(&gap).count(), "{language}: {key}: {gap}");
            }
            for label in LABELS.iter().filter(|label| from.contains(&format!("\"{label}\""))) {
                assert!(to.contains(label), "{language}: {key} lacks {label}");
            }
        }
    }
}

/// A button or a heading has little room; so many characters are in its description.
#[test]
fn what_stands_in_a_small_place_is_short_in_every_language() {
    let limits: Vec<(String, usize)> = messages()
        .iter()
        .filter_map(|(key, entry)| {
            let (_, rest) = text(entry, "description").split_once("At most ")?;
            Some((key.clone(), rest.split_once(" characters")?.0.parse().ok()?))
        })
        .collect();
    assert!(limits.len() > 30, "the limits are not found");
    for language in LANGUAGES {
        let translated = messages_in(language);
        for (key, most) in &limits {
            let length = text(&translated[key], "message").chars().count();
            assert!(length <= *most, "{language}: {key} has {length} characters, at most {most} fit");
        }
    }
}

#[test]
fn the_options_offer_every_language() {
    let options = file("extension/options.html");
    for language in LANGUAGES {
        assert!(options.contains(&format!("<option value=\"{language}\" lang=\"{language}\">")), "{language}");
    }
}

#[test]
fn every_message_has_words_and_a_description() {
    for (key, entry) in messages() {
        assert!(!text(&entry, "message").trim().is_empty(), "{key} has no words");
        assert!(text(&entry, "description").ends_with('.'), "{key} is not described");
    }
}

#[test]
fn gaps_are_named_and_filled_and_every_other_dollar_is_doubled() {
    for (key, entry) in messages() {
        let empty = Map::new();
        let gaps = entry.get("placeholders").and_then(Value::as_object).unwrap_or(&empty);
        let mut rest = text(&entry, "message").replace("$$", "");
        for (place, (name, gap)) in gaps.iter().enumerate() {
            let mark = format!("${name}$");
            assert!(rest.contains(&mark), "{key} does not use {mark}");
            assert!(
                (1..=gaps.len()).any(|n| text(gap, "content") == format!("${n}")),
                "{key}: gap {place} is filled by nothing"
            );
            rest = rest.replace(&mark, "");
        }
        assert!(!rest.contains('$'), "{key} has a lone dollar sign: browsers swallow it");
    }
}
