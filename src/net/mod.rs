//! The one way in: everything the browser calls us for comes through here, and whatever is thrown on the way, by the
//! page, by the browser or by a trap in the module, ends here and nowhere else.
//!
//! An exception that leaves the module runs no destructors: what was borrowed stays borrowed, and nothing of it can be
//! trusted any more. So there is no second try. The first failure ends the guide, which says so, and later calls are not
//! let in.

use std::cell::{Cell, RefCell};

use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    /// Calls a part of this module by way of the browser: only there is a trap something that can be caught.
    #[wasm_bindgen(catch, js_namespace = ["Function", "prototype", "call"], js_name = call)]
    fn call(work: &mut dyn FnMut()) -> Result<(), JsValue>;
}

thread_local! {
    static IS_OVER: Cell<bool> = const { Cell::new(false) };
    static ON_FAILURE: RefCell<Option<Box<dyn FnMut()>>> = const { RefCell::new(None) };
}

/// Lets the browser in: does `work`, unless something failed before. Nothing of what went wrong is kept: it might hold
/// what somebody typed.
pub fn enter(work: impl FnOnce()) {
    if !IS_OVER.get() {
        let mut work = Some(work);
        let outcome = call(&mut || {
            if let Some(work) = work.take() {
                work();
            }
        });
        if outcome.is_err() {
            fail();
        }
    }
}

/// The same after a failure as well: for what the failure itself shows.
pub fn enter_anyway(work: impl FnOnce()) {
    let mut work = Some(work);
    // There is nothing left to end.
    let _ = call(&mut || {
        if let Some(work) = work.take() {
            work();
        }
    });
}

/// What to do at the first failure. It may rely on nothing that was in use before it.
pub fn on_failure(then: impl FnMut() + 'static) {
    ON_FAILURE.with(|slot| slot.replace(Some(Box::new(then))));
}

/// Something failed: from here on nobody is let in.
fn fail() {
    if IS_OVER.replace(true) {
        return;
    }
    let Some(then) = ON_FAILURE.with(|slot| slot.try_borrow_mut().ok().and_then(|mut slot| slot.take())) else {
        return;
    };
    enter_anyway(then);
}
