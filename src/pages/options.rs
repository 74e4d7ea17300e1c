//! The options page: which GSP to select, whether to select by itself, and the pause.

use std::rc::Rc;

use gloo::events::EventListener;
use wasm_bindgen::prelude::*;
use web_sys::{Document, Element, HtmlInputElement};

use crate::browser::{messages, settings, storage};
use crate::journey::Settings;
use crate::net;

/// Shows the user's settings, and stores each change at once.
pub(crate) fn start(document: &Document) {
    // The page's own parts are ours: where one is missing there is nothing to set.
    let _ = bind(document);
}

fn bind(document: &Document) -> Result<(), JsValue> {
    let input = |id: &str| document.get_element_by_id(id).map(JsCast::unchecked_into::<HtmlInputElement>);
    let missing = || JsValue::from_str("a part of the options page is missing");
    let gsp = input("gsp").ok_or_else(missing)?;
    let automatic = input("automatic").ok_or_else(missing)?;
    let paused = input("paused").ok_or_else(missing)?;
    let status = document.get_element_by_id("status").ok_or_else(missing)?;
    let fields = Rc::new((gsp, automatic, paused, status));
    for (field, change) in [(&fields.0, GSP), (&fields.1, AUTOMATIC), (&fields.2, PAUSED)] {
        let changed = Rc::clone(&fields);
        EventListener::new(field, "change", move |_| net::enter(|| save(&changed, change))).forget();
    }
    let shown = Rc::clone(&fields);
    storage::Changes::listen(move || show_stored(&shown)).forget();
    show_stored(&fields);
    Ok(())
}

/// Shows what is stored: somebody else may have changed it.
fn show_stored(fields: &Rc<Fields>) {
    let fields = Rc::clone(fields);
    settings::read(move |settings| {
        let (gsp, automatic, paused, _) = &*fields;
        gsp.set_value(&settings.gsp);
        automatic.set_checked(settings.automatic);
        paused.set_checked(settings.paused);
    });
}

type Fields = (HtmlInputElement, HtmlInputElement, HtmlInputElement, Element);

/// Takes one setting over from the page.
type Change = fn(&Fields, &mut Settings);
const GSP: Change = |fields, settings| settings.gsp = fields.0.value();
const AUTOMATIC: Change = |fields, settings| settings.automatic = fields.1.checked();
const PAUSED: Change = |fields, settings| settings.paused = fields.2.checked();

/// Stores one setting, and leaves the others as they are stored by now.
fn save(fields: &Rc<Fields>, change: Change) {
    let (from, to) = (Rc::clone(fields), Rc::clone(fields));
    settings::change(
        move |settings| change(&from, settings),
        move |is_stored| {
            let key = if is_stored { "optionsSaved" } else { "optionsNotSaved" };
            to.3.set_text_content(Some(&messages::text(key, Vec::new())));
            show_stored(&to);
        },
    );
}
