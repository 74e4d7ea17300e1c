//! The end: the API user exists. No source quotes the portal's message (facts.md, section D), so it is known by the
//! name itself, in a message of success or in a list beside the GSP.

use crate::journey::gsp;
use crate::journey::guidance::Guidance;
use crate::journey::reading::Reading;
use crate::journey::say::{Message, Say};
use crate::journey::text::{has_any, plain};

const SUCCESS: [&str; 6] = ["created", "registered", "success", "successfully", "saved", "added"];
const NO_SUCCESS: [&str; 8] = ["already", "not", "failed", "error", "could not", "cannot", "will be", "invalid"];
const LIST: [&str; 4] = ["list of api users", "list of gsp", "list of gsps", "registered gsps"];

/// The API users the page shows for the wanted GSP.
#[derive(Clone, Debug)]
pub struct Created {
    names: Vec<String>,
}

impl Created {
    /// A message of success with a name, else the rows of a list of API users that name the wanted GSP.
    pub(super) fn find(reading: &Reading<'_>, wanted: &str) -> Option<Self> {
        let texts = || reading.page.texts.iter().map(String::as_str);
        let is_success = |text: &&str| {
            let text = plain(text);
            has_any(&text, &SUCCESS) && !has_any(&text, &NO_SUCCESS)
        };
        let told = names(texts().filter(is_success));
        if !told.is_empty() {
            return Some(Self { names: told });
        }
        if !reading.has_title(&LIST) {
            return None;
        }
        let listed = names(texts().filter(|text| gsp::mentions(text, wanted)));
        (!listed.is_empty()).then_some(Self { names: listed })
    }

    pub(super) fn decide(&self) -> Guidance {
        let first = if self.names.len() == 1 { Message::KeepName } else { Message::KeepOneOfNames };
        let say = vec![Say::just(first), Say::just(Message::WhatNext), Say::just(Message::NotThePortalLogin)];
        Guidance::Done { names: self.names.clone(), say }
    }
}

/// The different `API_…` names in the texts, as they stand there.
fn names<'a>(texts: impl Iterator<Item = &'a str>) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    for word in texts
        .flat_map(|text| text.split(|c: char| c.is_whitespace() || matches!(c, '"' | '\'' | ',' | ':' | '(' | ')')))
    {
        let word = word.trim_end_matches(['.', '!', ';']);
        let is_name = word.get(..4).is_some_and(|head| head.eq_ignore_ascii_case("api_")) && word.len() > 4;
        if is_name && word.len() <= 64 && !found.iter().any(|name| name == word) {
            found.push(word.to_owned());
        }
    }
    found
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
            assert_eq!(names([text].into_iter()), want, "{text}");
        }
    }
}
