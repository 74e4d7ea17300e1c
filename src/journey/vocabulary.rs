//! The words the screens are known by: what a look at the page keeps and what it passes over.

use super::text::find;

/// Stems of the texts that matter, in lower case.
const TEXTS: [&str; 24] = [
    "api",
    "otp",
    "gsp",
    "gstin",
    "invoice",
    "captcha",
    "technical",
    "latest",
    "dear tax",
    "session",
    "credential",
    "password",
    "user",
    "already",
    "success",
    "created",
    "saved",
    "dash",
    "error",
    "went wrong",
    "expired",
    "what's new",
    "registered",
    "one time",
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

/// Whether a text may matter.
#[must_use]
pub fn keeps_text(text: &str) -> bool {
    text.len() <= LONGEST && holds_any(text, &TEXTS)
}

/// Whether a link or button of that name may matter.
#[must_use]
pub fn keeps_control(name: &str) -> bool {
    name.len() <= LONGEST_NAME
        && (holds_any(name, &CONTROLS) || WHOLE.contains(&name.trim().to_ascii_lowercase().as_str()))
}

fn holds_any(text: &str, stems: &[&str]) -> bool {
    let text = text.to_ascii_lowercase();
    stems.iter().any(|stem| find(&text, stem).is_some())
}
