//! The memory of a visit, kept by the extension's background for each tab: a page of the portal cannot reach it, and a
//! visit outlives the portal's pages.

use std::cell::Cell;
use std::rc::Rc;

use gloo::timers::callback::Timeout;
use serde::{Deserialize, Serialize};
use wasm_bindgen::prelude::*;

use super::background::Guide;
use super::{background, chrome, storage, tabs, value};
use crate::journey::Memory;
use crate::net;

/// So long the guide waits for the background, in milliseconds: it may have to be woken.
const PATIENCE: u32 = 1_000;
/// After this time a visit is over, in milliseconds.
const LONGEST: f64 = 15.0 * 60.0 * 1000.0;

/// What the guide asks of the background.
#[derive(Serialize, Deserialize)]
#[serde(tag = "visit", rename_all = "kebab-case")]
enum Request {
    /// What is kept of this tab's visit?
    Ask,
    /// Keep this.
    Keep {
        /// All that is to be kept.
        memory: Memory,
    },
}

/// What is kept of a tab's visit.
#[derive(Serialize, Deserialize)]
struct Kept {
    /// When, in milliseconds since 1970.
    at: f64,
    memory: Memory,
}

/// Asks for what is kept of this tab's visit. Without an answer in time there is none.
pub fn ask(then: impl FnOnce(Option<Memory>) + 'static) {
    let then = Rc::new(Cell::new(Some(then)));
    let late = Rc::clone(&then);
    let timeout = Timeout::new(PATIENCE, move || {
        net::enter(|| {
            if let Some(then) = late.take() {
                then(None);
            }
        });
    });
    let answered = chrome::callback(move |answer| {
        let memory = if chrome::has_failed() { None } else { value::read(answer) };
        if let Some(then) = then.take() {
            timeout.cancel();
            then(memory);
        }
    });
    background::ask(&Request::Ask, &answered);
}

/// Keeps what happened on this tab's visit.
pub fn keep(memory: &Memory) {
    background::tell(&Request::Keep { memory: *memory });
}

/// The background's side: answers the guides in the tabs, as long as the browser runs it.
pub fn serve() {
    background::serve(take);
    tabs::on_removed(|tab| storage::forget(&key(tab)));
}

/// Does what a guide asks. Answers whether the answer comes later.
fn take(message: JsValue, Guide { tab, .. }: Guide, answer: js_sys::Function) -> bool {
    match value::read(message) {
        Some(Request::Ask) => {
            storage::recall(key(tab), move |kept: Option<Kept>| {
                let fresh = kept.filter(|kept| is_fresh(kept.at, js_sys::Date::now()));
                if fresh.is_none() {
                    storage::forget(&key(tab));
                }
                let memory = fresh.and_then(|kept| value::of(&kept.memory)).unwrap_or(JsValue::NULL);
                // Whoever asked may be gone.
                let _ = answer.call1(&JsValue::UNDEFINED, &memory);
            });
            true
        }
        Some(Request::Keep { memory }) => {
            storage::remember(&key(tab), &Kept { at: js_sys::Date::now(), memory });
            false
        }
        None => false,
    }
}

/// Whether what was kept `at` a time is of a visit that goes on `now`. A clock may be set back in between.
fn is_fresh(at: f64, now: f64) -> bool {
    (0.0..LONGEST).contains(&(now - at))
}

fn key(tab: i32) -> String {
    format!("visit-{tab}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_visit_is_forgotten_after_a_quarter_of_an_hour() {
        for (passed, want) in [(0.0, true), (LONGEST - 1.0, true), (LONGEST, false), (-1.0, false), (f64::NAN, false)] {
            assert_eq!(is_fresh(1.0e12, 1.0e12 + passed), want, "{passed}");
        }
    }
}
