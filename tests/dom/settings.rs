use std::cell::{Cell, RefCell};
use std::rc::Rc;

use einvoice_api_guide::browser::{settings, visit};
use einvoice_api_guide::journey::{Memory, Settings};
use js_sys::{Object, Promise, Reflect};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use wasm_bindgen_test::wasm_bindgen_test;

#[wasm_bindgen_test]
fn whatever_is_stored_gives_usable_settings() {
    for stored in
        ["null", "7", "\"x\"", "[]", "{}", "{\"gsp\": 7, \"automatic\": \"no\", \"paused\": null}", "{\"gsp\": \"\"}"]
    {
        let value = js_sys::JSON::parse(stored).unwrap_or(JsValue::UNDEFINED);
        let settings = serde_wasm_bindgen::from_value::<Settings>(value).unwrap_or_default().checked();
        assert_eq!(settings, Settings::default(), "{stored}");
    }
}

/// A page of the tests has no extension: each of its interfaces throws.
#[wasm_bindgen_test]
fn storage_that_throws_gives_the_defaults() {
    let read = Rc::new(RefCell::new(None));
    let out = Rc::clone(&read);
    settings::read(move |settings| *out.borrow_mut() = Some(settings));
    assert_eq!(read.take(), Some(Settings::default()));
    let is_stored = Rc::new(Cell::new(None));
    let out = Rc::clone(&is_stored);
    settings::change(|settings| settings.paused = true, move |stored| out.set(Some(stored)));
    assert_eq!(is_stored.get(), Some(false));
}

/// What is kept of a visit, when an answer came or none will.
async fn asked() -> Option<Memory> {
    let kept = Rc::new(RefCell::new(None));
    let promise = Promise::new(&mut |resolve, _| {
        let out = Rc::clone(&kept);
        visit::ask(move |memory| {
            *out.borrow_mut() = Some(memory);
            resolve.call0(&JsValue::UNDEFINED).unwrap_throw();
        });
    });
    JsFuture::from(promise).await.unwrap_throw();
    kept.take().unwrap_throw()
}

#[wasm_bindgen_test]
async fn a_background_that_is_gone_is_no_error() {
    assert_eq!(asked().await, None);
    visit::keep(&Memory::default());
}

#[wasm_bindgen_test]
async fn a_background_that_sleeps_is_waited_for_a_second() {
    let (chrome, runtime) = (Object::new(), Object::new());
    let silent = Closure::<dyn Fn()>::new(|| {});
    Reflect::set(&runtime, &"sendMessage".into(), silent.as_ref()).unwrap_throw();
    Reflect::set(&chrome, &"runtime".into(), &runtime).unwrap_throw();
    let before = Reflect::get(&js_sys::global(), &"chrome".into()).unwrap_throw();
    Reflect::set(&js_sys::global(), &"chrome".into(), &chrome).unwrap_throw();
    let begin = js_sys::Date::now();
    let memory = asked().await;
    Reflect::set(&js_sys::global(), &"chrome".into(), &before).unwrap_throw();
    assert_eq!(memory, None);
    assert!(js_sys::Date::now() - begin >= 900.0, "it gave up too soon");
}
