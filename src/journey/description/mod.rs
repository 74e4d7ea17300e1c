//! A description of a page for a report of a problem: the snapshot as JSON, with every word left out that is not one
//! of a portal's own. Such a file in `tests/fixtures/pages/` is a test.

mod redact;

use serde_json::Value;

use crate::snapshot::Snapshot;

/// Describes a page. What is as it mostly is, such as an empty text, is passed over.
#[must_use]
pub fn of(page: &Snapshot) -> String {
    // Plain data always is JSON.
    let mut page = serde_json::to_value(redact::page(page)).unwrap_or_default();
    pass_over_the_usual(&mut page);
    serde_json::to_string_pretty(&page).unwrap_or_default() + "\n"
}

fn pass_over_the_usual(value: &mut Value) {
    match value {
        Value::Object(object) => {
            object.values_mut().for_each(pass_over_the_usual);
            object.retain(|_, value| !is_usual(value));
        }
        Value::Array(items) => items.iter_mut().for_each(pass_over_the_usual),
        _ => {}
    }
}

fn is_usual(value: &Value) -> bool {
    match value {
        Value::Null | Value::Bool(false) => true,
        Value::String(text) => text.is_empty(),
        Value::Array(items) => items.is_empty(),
        _ => false,
    }
}
