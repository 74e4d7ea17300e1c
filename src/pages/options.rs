//! The options page: which GSP to select, whether to select by itself, the pause, the language, and the portal to open.

use std::rc::Rc;

use gloo::events::EventListener;
use wasm_bindgen::prelude::*;
use web_sys::{Document, Element, HtmlInputElement, HtmlSelectElement};

use super::parts::part;
use crate::browser::office::{self, Managed};
use crate::browser::{messages, settings, storage};
use crate::journey::Settings;
use crate::journey::gsp::{DEFAULT, SUCCESSOR};
use crate::net;

/// Shows the user's settings, and stores each change at once.
pub(crate) fn start(document: &Document) {
    // The page's own parts are ours: where one is missing there is nothing to set.
    let _ = bind(document);
}

/// What the user can set, by the element.
struct Fields {
    tera: HtmlInputElement,
    bvm: HtmlInputElement,
    other: HtmlInputElement,
    /// The name of another GSP.
    gsp: HtmlInputElement,
    automatic: HtmlInputElement,
    paused: HtmlInputElement,
    language: HtmlSelectElement,
    portal: HtmlSelectElement,
    status: Element,
    managed: Element,
}

/// Takes one setting over from the page.
type Change = fn(&Fields, &mut Settings);

fn bind(document: &Document) -> Result<(), JsValue> {
    let input = |id| part(document, id).map(JsCast::unchecked_into::<HtmlInputElement>);
    let list = |id| part(document, id).map(JsCast::unchecked_into::<HtmlSelectElement>);
    let fields = Rc::new(Fields {
        tera: input("tera")?,
        bvm: input("bvm")?,
        other: input("other")?,
        gsp: input("gsp")?,
        automatic: input("automatic")?,
        paused: input("paused")?,
        language: list("language")?,
        portal: list("portal")?,
        status: part(document, "status")?,
        managed: part(document, "managed")?,
    });
    let changes: [(&Element, Change); 7] = [
        (&fields.tera, |_, settings| DEFAULT.clone_into(&mut settings.gsp)),
        (&fields.bvm, |_, settings| SUCCESSOR.clone_into(&mut settings.gsp)),
        (&fields.gsp, |fields, settings| settings.gsp = fields.gsp.value()),
        (&fields.automatic, |fields, settings| settings.automatic = fields.automatic.checked()),
        (&fields.paused, |fields, settings| settings.paused = fields.paused.checked()),
        (&fields.language, |fields, settings| settings.language = fields.language.value()),
        (&fields.portal, |fields, settings| settings.second_portal = fields.portal.value() == "2"),
    ];
    for (field, change) in changes {
        let changed = Rc::clone(&fields);
        EventListener::new(field, "change", move |_| net::enter(|| save(&changed, change))).forget();
    }
    let named = Rc::clone(&fields);
    // The name of another GSP is still to be typed: nothing is set yet.
    EventListener::new(&fields.other, "change", move |_| net::enter(|| named.ask_for_name())).forget();
    let shown = Rc::clone(&fields);
    storage::Changes::listen(move || show_stored(&shown)).forget();
    show_stored(&fields);
    Ok(())
}

/// Shows what is stored: somebody else may have changed it.
fn show_stored(fields: &Rc<Fields>) {
    let fields = Rc::clone(fields);
    settings::read(move |settings| {
        fields.show(&settings);
        office::managed(move |managed| fields.lock(&managed));
    });
}

impl Fields {
    fn show(&self, settings: &Settings) {
        let (is_tera, is_bvm) = (settings.gsp == DEFAULT, settings.gsp == SUCCESSOR);
        self.tera.set_checked(is_tera);
        self.bvm.set_checked(is_bvm);
        self.other.set_checked(!is_tera && !is_bvm);
        self.gsp.set_disabled(is_tera || is_bvm);
        self.gsp.set_value(if is_tera || is_bvm { "" } else { &settings.gsp });
        self.automatic.set_checked(settings.automatic);
        self.paused.set_checked(settings.paused);
        self.language.set_value(&settings.language);
        self.portal.set_value(if settings.second_portal { "2" } else { "1" });
    }

    fn ask_for_name(&self) {
        self.gsp.set_disabled(false);
        // An element of our own that is shown takes it.
        let _ = self.gsp.focus();
    }

    /// Nobody changes what an office has set.
    fn lock(&self, managed: &Managed) {
        let is_gsp_set = managed.gsp.is_some();
        for field in [&self.tera, &self.bvm, &self.other] {
            field.set_disabled(is_gsp_set);
        }
        self.gsp.set_disabled(is_gsp_set || !self.other.checked());
        self.automatic.set_disabled(managed.automatic.is_some());
        self.language.set_disabled(managed.language.is_some());
        // An attribute of an element of our own can be set.
        let _ = self.managed.toggle_attribute_with_force("hidden", managed.is_empty());
    }
}

/// Stores one setting, and leaves the others as they are stored by now.
fn save(fields: &Rc<Fields>, change: Change) {
    let (from, to) = (Rc::clone(fields), Rc::clone(fields));
    settings::change(
        move |settings| change(&from, settings),
        move |is_stored| {
            let key = if is_stored { "optionsSaved" } else { "optionsNotSaved" };
            to.status.set_text_content(Some(&messages::text(key, Vec::new())));
            show_stored(&to);
        },
    );
}
