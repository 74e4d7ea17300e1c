//! The words the screens are known by: what a look at the page keeps and what it passes over.

use crate::text::{SOFT_HYPHEN, find};

/// Stems of the texts that matter, in lower case.
const TEXTS: [&str; 26] = [
    "api",
    "otp",
    "gsp",
    "gstin",
    "invoice system",
    "invoice portal",
    "invoice 1 portal",
    "invoice 2 portal",
    "captcha",
    "technical person",
    "latest updates",
    "dear tax",
    "session",
    "password",
    "user name",
    "user id",
    "login id",
    "invalid login",
    "already",
    "not saved",
    "server error",
    "went wrong",
    "dash board",
    "what's new",
    "one time",
    "verification code",
];

/// Stems of the links and buttons that matter, in lower case.
const CONTROLS: [&str; 31] = [
    "api",
    "credential",
    "otp",
    "login",
    "log in",
    "sign in",
    "home",
    "main menu",
    "dash",
    "exit",
    "close",
    "ok",
    "×",
    "✕",
    "got it",
    "dismiss",
    "skip",
    "cancel",
    "submit",
    "save",
    "register",
    "registration",
    "add",
    "verify",
    "validate",
    "continue",
    "proceed",
    "mis reports",
    "user management",
    "invoice",
    "e-way",
];

/// More names, matched whole.
const WHOLE: [&str; 4] = ["x", "ip whitelisting", "change password", "okay"];

/// The longest text that can be a heading, a label or a message, in bytes.
pub const LONGEST: usize = 600;
/// The longest name a link or button of ours can have, in bytes.
const LONGEST_NAME: usize = 80;

/// A regular expression, to be matched without regard to case, for the texts that may matter.
#[must_use]
pub fn texts() -> String {
    any_or_broken(&TEXTS)
}

/// The same for what links and buttons show. One that shows nothing may be named otherwise.
#[must_use]
pub fn controls() -> String {
    let mut pattern = any_or_broken(&CONTROLS);
    pattern.push_str("|^\\s*(|");
    pattern.push_str(&any(&WHOLE));
    pattern.push_str(")\\s*$");
    pattern
}

/// Whether a link or button of that name may matter.
#[must_use]
pub fn keeps_control(name: &str) -> bool {
    let name = name.to_ascii_lowercase();
    let holds = |stem: &&str| find(&name, stem).is_some();
    name.len() <= LONGEST_NAME && (CONTROLS.iter().any(holds) || WHOLE.contains(&name.trim()))
}

/// One of the stems, with any spaces between its words, or none: cells stand close together in a page's text. No other
/// sign in them has a meaning of its own.
fn any(stems: &[&str]) -> String {
    let mut pattern = String::new();
    for stem in stems {
        if !pattern.is_empty() {
            pattern.push('|');
        }
        for c in stem.chars() {
            match c {
                ' ' => pattern.push_str("\\s*"),
                c => pattern.push(c),
            }
        }
    }
    pattern
}

/// The pattern for `stems`. A word that may be broken is looked at more closely afterwards.
fn any_or_broken(stems: &[&str]) -> String {
    let mut pattern = any(stems);
    pattern.push('|');
    pattern.push(SOFT_HYPHEN);
    pattern
}
