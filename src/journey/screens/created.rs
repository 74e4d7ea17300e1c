//! The end: the API user exists. No source quotes the portal's message (facts.md, section D), so evidence is added up: a
//! name `API_…`, a message of success, "Submit" pressed a moment ago, the wanted GSP beside the name, a list of users.

use super::inner::Inner;
use crate::journey::gsp;
use crate::journey::guidance::{Guidance, Offer};
use crate::journey::reading::Reading;
use crate::journey::say::{Message, Say};
use crate::journey::step::{Step, Target};
use crate::journey::words::words;
use crate::snapshot::Kind;
use crate::text::{has_any, plain, trimmed, without_head, words};

words! {
    said LIST = ["list of api users", "list of gsp", "list of gsps", "registered gsps", "api user details"];
    /// What every name begins with.
    said PREFIX = ["api_"];
    said SUCCESS = ["created", "registered", "success", "successfully", "saved", "added"];
    /// What is said of a user that cannot be used.
    said NOT_IN_USE =
        ["frozen", "freezed", "freeze", "inactive", "in-active", "not active", "cancelled", "canceled", "deactivated"];
    /// What the name of a GSP ends in: it may stand in a cell of its own beside the user's.
    said OF_A_COMPANY = ["limited", "ltd", "llp"];
}
/// What makes of a message of success another one.
const NO_SUCCESS: [&str; 8] = ["already", "not", "failed", "error", "could not", "cannot", "will be", "invalid"];
/// What stands beside a name that is nobody's.
const EXAMPLE: [&str; 12] = [
    "e.g",
    "eg",
    "example",
    "such as",
    "prefix",
    "prefixed",
    "use api_",
    "format",
    "of the form",
    "after the api user",
    "api_username",
    "api_name",
];
/// How many cells around a name may belong to the same user.
const CELLS: usize = 3;
/// How many words a name's label has at most.
const LONGEST_LABEL: usize = 4;
/// No name is longer, in bytes.
const LONGEST_NAME: usize = 64;

/// What the page says of API users.
#[derive(Clone, Debug)]
pub enum Created {
    /// These can be used with the wanted GSP.
    Ready(Vec<String>),
    /// One was made, and the page does not name it.
    Nameless,
    /// This one cannot be used, and there is a way on.
    NotReady(Say, Option<Inner>),
}

/// A user that the page shows.
struct User {
    name: String,
    /// The sentence that names it, or its row.
    own: String,
    /// What may be said of it: the cells around its own as well.
    about: String,
    /// Whether it stands in a cell of its own, or behind a label.
    is_apart: bool,
}

impl Created {
    /// For somebody who is signed in, and nowhere that something is still to be filled in.
    pub(super) fn find(reading: &Reading<'_>, wanted: &str) -> Option<Self> {
        let is_form = !reading.clear_of(Kind::PasswordBox).is_empty() || reading.says(super::job::QUESTION);
        if !reading.is_signed_in() || is_form {
            return None;
        }
        let users = users(reading);
        let was_sent = reading.was_pressed(&[Target::Submit]);
        let is_told = was_sent && reading.page.texts.iter().any(|text| tells_success(text));
        let is_list = reading.has_title(LIST) || was_sent;
        let is_ready = |user: &User| {
            // After a message of success the menu's "Freeze API User" nearby is not about it.
            let about = plain(if is_told { &user.own } else { &user.about });
            let is_just_made = user.is_apart && reading.was_sent(&user.name);
            let is_listed = is_list && (gsp::mentions(&user.about, wanted) || is_just_made);
            let is_refused = has_any(&about, &NO_SUCCESS) || has_any(&about, NOT_IN_USE.0) || has_any(&about, &EXAMPLE);
            !is_refused && (is_listed || is_told || tells_success(&user.about))
        };
        let mut ready: Vec<String> = Vec::new();
        for user in users.iter().filter(|user| is_ready(user)) {
            if !ready.contains(&user.name) {
                ready.push(user.name.clone());
            }
        }
        // Of several it is the one that was just made.
        if let Some(new) = ready.iter().find(|name| reading.was_sent(name)).cloned() {
            ready = vec![new];
        }
        if !ready.is_empty() {
            return Some(Self::Ready(ready));
        }
        if is_told && users.is_empty() {
            return Some(Self::Nameless);
        }
        let unusable = users.iter().filter(|_| reading.has_title(LIST)).find_map(|user| why_not(user, wanted))?;
        Some(Self::NotReady(unusable, Inner::find(reading)))
    }

    /// Whether the job is done.
    pub(super) fn is_done(&self) -> bool {
        !matches!(self, Self::NotReady(..))
    }

    pub(super) fn decide(&self) -> Guidance {
        match self {
            Self::Ready(names) => {
                done(names, if names.len() == 1 { Message::KeepName } else { Message::KeepOneOfNames })
            }
            Self::Nameless => done(&[], Message::DoneWithoutName),
            Self::NotReady(why, Some(home)) => match home.decide() {
                Guidance::Point(pointer) => Guidance::Point(pointer.also(why.clone())),
                other => other,
            },
            Self::NotReady(why, None) => {
                Guidance::Blocked { step: Step::ApiRegistration, say: vec![why.clone()], offers: vec![Offer::Describe] }
            }
        }
    }
}

fn done(names: &[String], first: Message) -> Guidance {
    let say = [first, Message::WhatNext, Message::NotThePortalLogin].map(Say::just).to_vec();
    Guidance::Done { names: names.to_vec(), say }
}

/// Why a user is of no use, where that can be said.
fn why_not(user: &User, wanted: &str) -> Option<Say> {
    let about = plain(&user.about);
    if has_any(&about, NOT_IN_USE.0) {
        return Some(Say::with(Message::UserNotInUse, &[&user.name]));
    }
    let is_others = has_any(&about, OF_A_COMPANY.0) && !gsp::mentions(&user.about, wanted);
    is_others.then(|| Say::with(Message::UserOfOther, &[&user.name, wanted]))
}

/// Whether a text is a message of success: not a refusal, and no example of one.
fn tells_success(text: &str) -> bool {
    let text = plain(text);
    has_any(&text, SUCCESS.0) && !has_any(&text, &NO_SUCCESS) && !has_any(&text, &EXAMPLE)
}

/// The API users in the page's texts, and in fields that only show one.
fn users(reading: &Reading<'_>) -> Vec<User> {
    let texts = &reading.page.texts;
    let mut users = Vec::new();
    for (at, text) in texts.iter().enumerate() {
        for name in names(text) {
            let cells = || texts.get(at.saturating_sub(CELLS)..(at + CELLS + 1).min(texts.len())).unwrap_or_default();
            let (own, about, is_apart) = match place(text, &name) {
                Place::Alone => (cells().join(" . "), cells().join(" . "), true),
                Place::Labelled => (text.clone(), cells().join(" . "), true),
                Place::InASentence => (text.clone(), text.clone(), false),
            };
            users.push(User { name, own, about, is_apart });
        }
    }
    let shown = reading.page.controls.iter().filter(|c| c.kind == Kind::TextBox && !c.reach.is_unseen());
    for shown in shown.filter_map(|control| control.shows.as_ref()) {
        let user = |name| User { name, own: shown.clone(), about: shown.clone(), is_apart: true };
        users.extend(names(shown).into_iter().map(user));
    }
    users
}

/// How a name stands in its text.
#[derive(Debug, PartialEq)]
enum Place {
    /// By itself, as in a cell of a table.
    Alone,
    /// Behind its label.
    Labelled,
    InASentence,
}

fn place(text: &str, name: &str) -> Place {
    match &apart(text)[..] {
        [_] => Place::Alone,
        [label @ .., last] if label.len() <= LONGEST_LABEL && *last == name => Place::Labelled,
        _ => Place::InASentence,
    }
}

/// The words of a text, without the signs around a name.
fn apart(text: &str) -> Vec<&str> {
    words(text, b"\"',:()")
}

/// The names `API_…` in a text, as they stand there.
fn names(text: &str) -> Vec<String> {
    let words = apart(text).into_iter().map(|word| trimmed(word, b".!;"));
    let has_prefix =
        |word: &str| PREFIX.0.iter().any(|prefix| without_head(word, prefix).is_some_and(|own| !own.is_empty()));
    let is_name = |word: &&str| has_prefix(word) && word.len() <= LONGEST_NAME;
    words.filter(is_name).map(str::to_owned).collect()
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
            assert_eq!(names(text), want, "{text}");
        }
    }

    #[test]
    fn a_name_stands_alone_behind_its_label_or_in_a_sentence() {
        for (text, want) in [
            ("API_x", Place::Alone),
            ("API_x.", Place::Alone),
            ("User Name : API_x", Place::Labelled),
            ("The new user of this GSTIN is API_x", Place::InASentence),
            ("API_x is frozen", Place::InASentence),
        ] {
            assert_eq!(place(text, "API_x"), want, "{text}");
        }
    }

    #[test]
    fn a_message_of_success_is_no_refusal_and_no_example() {
        for (text, want) in [
            ("API user API_x created successfully. Note the password for use in your ERP.", true),
            ("API_x could not be created. The user name is already registered.", false),
            ("After the API user is created, use API_username in your ERP.", false),
            ("e.g. API_x is created", false),
            ("Welcome", false),
        ] {
            assert_eq!(tells_success(text), want, "{text}");
        }
    }
}
