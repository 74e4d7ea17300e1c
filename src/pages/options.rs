//! The options page: which GSP to select, whether to select by itself, and the pause.

use std::rc::Rc;

use gloo::events::EventListener;
use wasm_bindgen::prelude::*;
use web_sys::{Document, Element, HtmlInputElement};

use crate::browser::settings::KEY;
use crate::browser::{messages, storage};
use crate::journey::Settings;

/// Shows the user's settings, and stores each change at once.
pub(crate) fn start(document: &Document) {
    let page = document.clone();
    storage::read(KEY, move |stored| {
        let settings: Settings = serde_wasm_bindgen::from_value(stored).unwrap_or_default();
        // The page's own parts are ours: where one is missing there is nothing to set.
        let _ = bind(&page, &settings.checked());
    });
}

fn bind(document: &Document, settings: &Settings) -> Result<(), JsValue> {
    let input = |id: &str| document.get_element_by_id(id).map(JsCast::unchecked_into::<HtmlInputElement>);
    let missing = || JsValue::from_str("a part of the options page is missing");
    let gsp = input("gsp").ok_or_else(missing)?;
    let automatic = input("automatic").ok_or_else(missing)?;
    let paused = input("paused").ok_or_else(missing)?;
    gsp.set_value(&settings.gsp);
    automatic.set_checked(settings.automatic);
    paused.set_checked(settings.paused);
    let status = document.get_element_by_id("status").ok_or_else(missing)?;
    let fields = Rc::new((gsp, automatic, paused, status));
    for field in [&fields.0, &fields.1, &fields.2] {
        let changed = Rc::clone(&fields);
        EventListener::new(field, "change", move |_| save(&changed)).forget();
    }
    Ok(())
}

type Fields = (HtmlInputElement, HtmlInputElement, HtmlInputElement, Element);

fn save(fields: &Rc<Fields>) {
    let (gsp, automatic, paused, _) = &**fields;
    let settings = Settings { gsp: gsp.value(), automatic: automatic.checked(), paused: paused.checked() }.checked();
    gsp.set_value(&settings.gsp);
    let Ok(value) = serde_wasm_bindgen::to_value(&settings) else { return };
    let fields = Rc::clone(fields);
    storage::write(KEY, &value, move |is_stored| {
        let key = if is_stored { "optionsSaved" } else { "optionsNotSaved" };
        fields.3.set_text_content(Some(&messages::text(key, Vec::new())));
    });
}
