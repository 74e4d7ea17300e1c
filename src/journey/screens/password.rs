//! A password's box that shows what is typed, as two screens have it.

use crate::journey::meaning::Meaning;
use crate::journey::words::words;
use crate::snapshot::Kind;

words! {
    said NAMES = ["password"];
}

/// A password's box that shows what is typed.
pub(super) const SHOWN_PASSWORD: Meaning = Meaning {
    kinds: &[Kind::TextBox],
    names: NAMES,
    others: &["captcha", "otp", "username", "user name"],
    stems: &["password"],
};
