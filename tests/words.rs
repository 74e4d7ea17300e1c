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

fn messages() -> Map<String, Value> {
    match serde_json::from_str(&file("extension/_locales/en/messages.json")) {
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
    let scripts = ["options", "popup", "names", "copying"].map(|page| format!("src/pages/{page}.rs"));
    let practice =
        ["home", "login", "menu", "otp", "form", "done"].map(|page| file(&format!("extension/practise/{page}.html")));
    let pages = ["extension/options.html", "extension/popup.html"].map(file).concat() + &practice.concat();
    let elsewhere = file("manifest.json") + &pages + &scripts.map(|path| file(&path)).concat();
    let unused: Vec<_> = listed.difference(&in_code).filter(|key| !elsewhere.contains(key.as_str())).collect();
    assert!(unused.is_empty(), "in messages.json for nothing: {unused:?}");
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
