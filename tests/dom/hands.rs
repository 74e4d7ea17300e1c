use std::cell::RefCell;
use std::rc::Rc;

use einvoice_api_guide::hands;
use gloo::events::EventListener;
use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{EventTarget, HtmlInputElement, HtmlSelectElement};

use crate::{Fixture, document};

/// Writes down the events that bubble up to the fixture.
fn heard(fixture: &Fixture) -> (Rc<RefCell<Vec<String>>>, Vec<EventListener>) {
    let heard = Rc::new(RefCell::new(Vec::new()));
    let listeners = ["click", "input", "change", "submit", "focusin"].map(|name| {
        let heard = Rc::clone(&heard);
        let target: &EventTarget = fixture.0.as_ref();
        EventListener::new(target, name, move |event| heard.borrow_mut().push(event.type_()))
    });
    (heard, listeners.into())
}

#[wasm_bindgen_test]
fn a_radio_is_chosen_as_by_a_click_and_the_focus_stays() {
    let page =
        Fixture::new("<form><input id=focus><input type=radio id=a name=r><input type=radio name=r checked></form>");
    page.find("#focus").unchecked_ref::<web_sys::HtmlElement>().focus().ok();
    let (heard, _listeners) = heard(&page);
    let radio: HtmlInputElement = page.find("#a").unchecked_into();
    assert!(hands::choose_radio(&radio) && radio.checked());
    assert_eq!(*heard.borrow(), ["click", "input", "change"]);
    assert_eq!(document().active_element().map(|element| element.id()).as_deref(), Some("focus"));
}

#[wasm_bindgen_test]
fn a_radio_that_the_page_keeps_back_is_not_claimed() {
    let page = Fixture::new("<input type=radio id=a onclick='return false'>");
    assert!(!hands::choose_radio(&page.find("#a")));
}

#[wasm_bindgen_test]
fn a_choice_is_made_and_taken_back_with_its_events() {
    let page = Fixture::new("<select><option>--Select--<option>A<option>B</select>");
    let list: HtmlSelectElement = page.find("select").unchecked_into();
    let (heard, _listeners) = heard(&page);
    let Some(before) = hands::choose_entry(&list, 2) else { panic!("it can be chosen") };
    assert_eq!(list.selected_index(), 2);
    hands::put_back(&list, before);
    assert_eq!(list.selected_index(), 0);
    assert_eq!(*heard.borrow(), ["input", "change", "input", "change"]);
}

#[wasm_bindgen_test]
fn a_choice_that_is_not_there_is_not_claimed() {
    let page = Fixture::new("<select><option>--Select--</select>");
    assert!(hands::choose_entry(&page.find("select"), 7).is_none());
}
