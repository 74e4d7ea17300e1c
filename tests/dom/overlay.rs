use std::cell::RefCell;
use std::rc::Rc;

use einvoice_api_guide::HOST;
use einvoice_api_guide::journey::say::Message;
use einvoice_api_guide::journey::say::Say;
use einvoice_api_guide::journey::{Guidance, Offer, Step, Target, guidance::Pointer};
use einvoice_api_guide::overlay::view::View;
use einvoice_api_guide::overlay::{Overlay, Place};
use einvoice_api_guide::snapshot::ControlId;
use wasm_bindgen::prelude::*;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::Element;

use crate::{Fixture, document};

/// Stands in for the extension's words.
fn with_words() {
    let chrome = js_sys::Object::new();
    let i18n = js_sys::Object::new();
    let get = Closure::<dyn Fn(String) -> String>::new(|key| key).into_js_value();
    js_sys::Reflect::set(&i18n, &"getMessage".into(), &get).unwrap_throw();
    js_sys::Reflect::set(&chrome, &"i18n".into(), &i18n).unwrap_throw();
    js_sys::Reflect::set(&js_sys::global(), &"chrome".into(), &chrome).unwrap_throw();
}

fn overlay() -> Overlay {
    with_words();
    let window = web_sys::window().unwrap_throw();
    Overlay::new(&window, &document(), Rc::new(|_| {})).unwrap_throw()
}

fn view(target: Option<Target>) -> View {
    let guidance = match target {
        Some(target) => {
            let pointer = Pointer::new(Step::VerifyOtp, target, ControlId(0), Say::just(Message::TypeOtp));
            Guidance::Point(pointer.offering(Offer::Undo))
        }
        None => Guidance::Wait { step: Step::SelectGsp, say: vec![Say::just(Message::WaitForList)] },
    };
    View::of(&guidance, "x", &|say| say.message.key().to_owned()).unwrap_throw()
}

fn host() -> Option<Element> {
    document().query_selector(HOST).unwrap_throw()
}

#[wasm_bindgen_test]
fn the_element_says_what_it_shows_and_goes_when_it_is_dropped() {
    let page = Fixture::new("<button>Verify OTP</button>");
    let mut overlay = overlay();
    let place = Place { element: page.find("button"), free: Vec::new() };
    overlay.show(&document(), view(Some(Target::VerifyOtp)), Some(place)).unwrap_throw();
    let shown = host().unwrap_throw();
    let attribute = |name: &str| shown.get_attribute(name);
    assert_eq!(attribute("data-step").as_deref(), Some("verify-otp"));
    assert_eq!(attribute("data-state").as_deref(), Some("guiding"));
    assert_eq!(attribute("data-target").as_deref(), Some("verify-otp"));
    assert_eq!(attribute("data-password"), None);
    assert!(shown.shadow_root().is_none(), "the root is closed");
    overlay.show(&document(), view(None), None).unwrap_throw();
    assert_eq!(attribute("data-state").as_deref(), Some("waiting"));
    assert_eq!(attribute("data-target"), None);
    overlay.hide();
    assert!(host().is_none());
    overlay.show(&document(), view(None), None).unwrap_throw();
    drop(overlay);
    assert!(host().is_none());
}

#[wasm_bindgen_test]
fn the_element_catches_no_press_that_is_meant_for_the_page() {
    let page =
        Fixture::new("<button style='position:fixed;left:40px;top:60px;width:90px;height:30px'>Verify OTP</button>");
    let mut overlay = overlay();
    let place = Place { element: page.find("button"), free: Vec::new() };
    overlay.show(&document(), view(Some(Target::VerifyOtp)), Some(place)).unwrap_throw();
    let hit = document().element_from_point(85.0, 75.0).unwrap_throw();
    assert_eq!(hit.local_name(), "button");
}

#[wasm_bindgen_test]
fn the_page_is_not_told_of_the_guides_buttons() {
    let page = Fixture::new("<button>Verify OTP</button>");
    let mut overlay = overlay();
    let seen = Rc::new(RefCell::new(0));
    let counter = Rc::clone(&seen);
    let changed = Closure::<dyn Fn()>::new(move || *counter.borrow_mut() += 1);
    let observer = web_sys::MutationObserver::new(changed.as_ref().unchecked_ref()).unwrap_throw();
    let what = web_sys::MutationObserverInit::new();
    what.set_subtree(true);
    what.set_attributes(true);
    what.set_child_list(true);
    observer.observe_with_options(&page.0, &what).unwrap_throw();
    let place = Place { element: page.find("button"), free: Vec::new() };
    overlay.show(&document(), view(Some(Target::VerifyOtp)), Some(place)).unwrap_throw();
    assert!(observer.take_records().length() == 0, "the page's own elements stay as they are");
    observer.disconnect();
}
