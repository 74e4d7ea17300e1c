//! The kept names in the popup: search, copy, delete, export, and which GSTINs of a list have none yet.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use gloo::events::EventListener;
use wasm_bindgen::prelude::*;
use web_sys::{Blob, Document, Element, Event, HtmlAnchorElement, HtmlInputElement, HtmlTextAreaElement, Url};

use super::copying::copy;
use super::parts::part;
use crate::browser::{messages, names, storage};
use crate::kept::{self, Kept};
use crate::net;

/// The parts of the page, and what they show.
struct List {
    document: Document,
    section: Element,
    search: HtmlInputElement,
    count: Element,
    list: Element,
    delete_all: Element,
    pasted: HtmlTextAreaElement,
    todo_count: Element,
    todo: Element,
    status: Element,
    names: RefCell<Vec<Kept>>,
    /// The names in the list, in its order.
    shown: RefCell<Vec<Kept>>,
    /// Whether "Delete all" was pressed once.
    is_asked: Cell<bool>,
}

/// Shows the kept names, now and whenever they change.
///
/// # Errors
/// When a part of the page is missing.
pub(super) fn start(document: &Document) -> Result<(), JsValue> {
    let list = Rc::new(List::find(document)?);
    list.on(&list.search, "input", |list, _| list.fill());
    list.on(&list.list, "click", List::press);
    list.on(&part(document, "export")?, "click", |list, _| {
        // A browser that refuses to save a file says so itself.
        let _ = list.export();
    });
    list.on(&list.delete_all, "click", |list, _| list.ask_or_delete_all());
    list.on(&list.pasted, "input", |list, _| list.compare());
    let changed = Rc::clone(&list);
    storage::Changes::listen(move || changed.read()).forget();
    list.read();
    Ok(())
}

impl List {
    fn find(document: &Document) -> Result<Self, JsValue> {
        let part = |id: &str| part(document, id);
        Ok(Self {
            document: document.clone(),
            section: part("names")?,
            search: part("search")?.unchecked_into(),
            count: part("count")?,
            list: part("list")?,
            delete_all: part("delete-all")?,
            pasted: part("gstins")?.unchecked_into(),
            todo_count: part("todo-count")?,
            todo: part("todo")?,
            status: part("status")?,
            names: RefCell::default(),
            shown: RefCell::default(),
            is_asked: Cell::default(),
        })
    }

    /// Calls `then` at each event, as long as the page is open.
    fn on(self: &Rc<Self>, target: &Element, event: &'static str, then: fn(&Rc<Self>, &Event)) {
        let list = Rc::clone(self);
        EventListener::new(target, event, move |event| net::enter(|| then(&list, event))).forget();
    }

    fn read(self: &Rc<Self>) {
        let list = Rc::clone(self);
        names::read(move |names| {
            let is_empty = names.is_empty();
            list.names.replace(names);
            let _ = list.section.toggle_attribute_with_force("hidden", is_empty);
            list.fill();
            list.compare();
        });
    }

    /// Fills the list with the names that are sought.
    fn fill(&self) {
        self.ask(false);
        let names = self.names.borrow();
        let shown: Vec<Kept> = kept::matching(&names, &self.search.value()).cloned().collect();
        self.list.set_text_content(None);
        let words = ["namesNoGstin", "namesCopy", "namesDelete"].map(|key| messages::text(key, Vec::new()));
        for (at, kept) in shown.iter().enumerate() {
            // An element of our own page can be made.
            let _ = self.add(at, kept, &words);
        }
        let gaps = [shown.len(), names.len()].map(|count| count.to_string()).to_vec();
        self.count.set_text_content(Some(&messages::text("namesCount", gaps)));
        self.shown.replace(shown);
    }

    /// Adds the line of a name.
    fn add(&self, at: usize, kept: &Kept, [unknown, copy, delete]: &[String; 3]) -> Result<(), JsValue> {
        let line = self.document.create_element("li")?;
        let add = |kind: &str, class: &str, text: &str| -> Result<Element, JsValue> {
            let part = self.document.create_element(kind)?;
            part.set_attribute("class", class)?;
            part.set_text_content(Some(text));
            line.append_child(&part)?;
            Ok(part)
        };
        add("strong", "gstin", if kept.gstin.is_empty() { unknown } else { &kept.gstin })?;
        add("code", "name", &kept.name)?;
        add("span", "note", &format!("{} · {}", kept.gsp, kept.day))?;
        for (deed, words) in [("copy", copy), ("delete", delete)] {
            let button = add("button", "small", words)?;
            button.set_attribute("type", "button")?;
            // Read out of its line, "Delete" alone says nothing.
            button.set_attribute("aria-label", &format!("{words}: {}", kept.name))?;
            button.set_attribute("data-do", deed)?;
            button.set_attribute("data-at", &at.to_string())?;
        }
        self.list.append_child(&line)?;
        Ok(())
    }

    /// A press on one of the buttons in the list.
    fn press(self: &Rc<Self>, event: &Event) {
        let Some(button) = event.target().and_then(|target| target.dyn_into::<Element>().ok()) else { return };
        let at = button.get_attribute("data-at").and_then(|at| at.parse::<usize>().ok());
        let Some(kept) = at.and_then(|at| self.shown.borrow().get(at).cloned()) else { return };
        match button.get_attribute("data-do").as_deref() {
            Some("copy") => copy(&kept.name, "namesCopied", self.status.clone()),
            Some("delete") => self.delete(move |names| names.retain(|other| !other.is_same(&kept))),
            _ => {}
        }
    }

    /// The first press asks, the second deletes.
    fn ask_or_delete_all(self: &Rc<Self>) {
        if self.is_asked.get() {
            self.delete(Vec::clear);
        } else {
            self.ask(true);
        }
    }

    fn ask(&self, is_asked: bool) {
        self.is_asked.set(is_asked);
        let words = if is_asked {
            messages::text("namesReallyAll", vec![self.names.borrow().len().to_string()])
        } else {
            messages::text("namesDeleteAll", Vec::new())
        };
        self.delete_all.set_text_content(Some(&words));
    }

    fn delete(self: &Rc<Self>, how: impl FnOnce(&mut Vec<Kept>) + 'static) {
        let list = Rc::clone(self);
        names::change(
            move |names| {
                how(names);
                true
            },
            move |is_stored| {
                let key = if is_stored { "namesDeleted" } else { "namesNotDeleted" };
                list.status.set_text_content(Some(&messages::text(key, Vec::new())));
                list.read();
            },
        );
    }

    /// Saves all that are kept as a file.
    fn export(&self) -> Result<(), JsValue> {
        let keys = ["namesColumnGstin", "namesColumnName", "namesColumnGsp", "namesColumnDay"];
        let file = kept::csv(&keys.map(|key| messages::text(key, Vec::new())), self.names.borrow().iter());
        let blob = Blob::new_with_str_sequence(&js_sys::Array::of1(&file.into()))?;
        let link: HtmlAnchorElement = self.document.create_element("a")?.unchecked_into();
        // It is let go of with the page: taken back at once, some browsers would save nothing.
        link.set_href(&Url::create_object_url_with_blob(&blob)?);
        link.set_download(&messages::text("namesFile", Vec::new()));
        link.click();
        Ok(())
    }

    /// Says which of the pasted GSTINs have no name yet.
    fn compare(&self) {
        let pasted = self.pasted.value();
        let missing = kept::still_to_do(&pasted, &self.names.borrow());
        let words = match missing.len() {
            0 if kept::gstin_in(&pasted).is_none() => String::new(),
            0 => messages::text("todoNone", Vec::new()),
            count => messages::text("todoCount", vec![count.to_string()]),
        };
        self.todo_count.set_text_content(Some(&words));
        self.todo.set_text_content(Some(&missing.join("\n")));
    }
}
