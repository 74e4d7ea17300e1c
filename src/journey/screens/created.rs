//! The end: the API user exists. No source quotes the portal's message (facts.md, section D), so it is known by the
//! name itself, in a message of success or in a list beside the GSP.

use crate::journey::gsp;
use crate::journey::guidance::Guidance;
use crate::journey::reading::Reading;
use crate::journey::say::{Message, Say};
use crate::journey::words::words;
use crate::snapshot::Kind;
use crate::text::{find, has_any, plain, trimmed, words};

const SUCCESS: [&str; 6] = ["created", "registered", "success", "successfully", "saved", "added"];
const NO_SUCCESS: [&str; 12] = [
    "already",
    "not",
    "failed",
    "error",
    "could not",
    "cannot",
    "will be",
    "invalid",
    "frozen",
    "inactive",
    "cancelled",
    "deactivated",
];
/// What a row says of a user that cannot be used.
const NOT_IN_USE: [&str; 9] =
    ["frozen", "freezed", "freeze", "inactive", "in-active", "not active", "cancelled", "canceled", "deactivated"];
/// What stands beside a name that is nobody's.
const EXAMPLE: [&str; 9] =
    ["e.g", "eg", "example", "such as", "prefix", "prefixed", "use api_", "format", "after the api user"];

words! {
    said LIST = ["list of api users", "list of gsp", "list of gsps", "registered gsps"];
    /// What every name begins with.
    said PREFIX = ["api_"];
}

/// The API users the page shows for the wanted GSP.
#[derive(Clone, Debug)]
pub struct Created {
    names: Vec<String>,
}

impl Created {
    /// A message of success with a name, else the rows of a list of API users that name the wanted GSP: for somebody who
    /// is signed in, and nowhere that something is still to be filled in.
    pub(super) fn find(reading: &Reading<'_>, wanted: &str) -> Option<Self> {
        let is_form = reading.clear(|control| matches!(control.kind, Kind::PasswordBox | Kind::Radio)).len() > 1;
        if !reading.is_signed_in() || is_form {
            return None;
        }
        let told = names(reading, &|text| {
            let text = plain(text);
            has_any(&text, &SUCCESS) && !has_any(&text, &NO_SUCCESS) && !is_example(&text)
        });
        if !told.is_empty() {
            return Some(Self { names: told });
        }
        if !reading.has_title(LIST) {
            return None;
        }
        let listed = names(reading, &|text| gsp::mentions(text, wanted) && !has_any(&plain(text), &NOT_IN_USE));
        (!listed.is_empty()).then_some(Self { names: listed })
    }

    pub(super) fn decide(&self) -> Guidance {
        let first = if self.names.len() == 1 { Message::KeepName } else { Message::KeepOneOfNames };
        let say = vec![Say::just(first), Say::just(Message::WhatNext), Say::just(Message::NotThePortalLogin)];
        Guidance::Done { names: self.names.clone(), say }
    }
}

/// Whether a plain text only shows what a name looks like.
fn is_example(text: &str) -> bool {
    has_any(text, &EXAMPLE)
}

/// The different `API_…` names in the texts of which `test` holds, as they stand there.
fn names(reading: &Reading<'_>, test: &dyn Fn(&str) -> bool) -> Vec<String> {
    let mut found = Vec::new();
    for text in &reading.page.texts {
        if PREFIX.0.iter().any(|prefix| find(&text.to_ascii_lowercase(), prefix).is_some()) && test(text) {
            add_names(text, &mut found);
        }
    }
    found
}

fn add_names(text: &str, found: &mut Vec<String>) {
    for word in words(text, b"\"',:()") {
        let word = trimmed(word, b".!;");
        let is_name = word.get(..4).is_some_and(|head| head.eq_ignore_ascii_case("api_")) && word.len() > 4;
        if is_name && word.len() <= 64 && !found.iter().any(|name| name == word) {
            found.push(word.to_owned());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_taken_as_they_stand() {
        for (text, want) in [
            ("API user API_genems created successfully.", vec!["API_genems"]),
            ("User Name: API_a, API_b", vec!["API_a", "API_b"]),
            ("Enter the name after API_", vec![]),
            ("Tera Software Limited API_x.y Active", vec!["API_x.y"]),
        ] {
            let mut found = Vec::new();
            add_names(text, &mut found);
            assert_eq!(found, want, "{text}");
        }
    }
}
