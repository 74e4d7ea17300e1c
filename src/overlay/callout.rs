//! The words beside the ring: step, sentences, requirements, names, buttons, and the place where changes are announced.

use std::rc::Rc;

use gloo::events::EventListener;
use wasm_bindgen::prelude::*;
use web_sys::{Document, Element, ShadowRoot};

use super::view::State;
use super::view::{Check, View};
use crate::browser::messages;
use crate::journey::Offer;
use crate::journey::say::Message;
use crate::journey::step::Step;

/// The callout and its parts.
pub(super) struct Callout {
    document: Document,
    frame: Element,
    progress: Element,
    title: Element,
    marks: Vec<Element>,
    heading: Element,
    body: Element,
    buttons: Element,
    status: Element,
    spoken: Element,
    pressed: Rc<dyn Fn(Offer)>,
    listeners: Vec<EventListener>,
}

impl Callout {
    pub(super) fn new(document: &Document, root: &ShadowRoot, pressed: Rc<dyn Fn(Offer)>) -> Result<Self, JsValue> {
        let make = |name: &str, class: &str, parent: &Element| -> Result<Element, JsValue> {
            let element = document.create_element(name)?;
            if !class.is_empty() {
                element.set_attribute("class", class)?;
            }
            parent.append_child(&element)?;
            Ok(element)
        };
        let frame = document.create_element("section")?;
        frame.set_attribute("part", "callout")?;
        frame.set_attribute("aria-label", &messages::just(Message::CalloutLabel))?;
        root.append_child(&frame)?;
        let heading = make("div", "", &frame)?;
        let line = make("p", "progress", &heading)?;
        let progress = make("span", "", &line)?;
        let title = make("span", "title", &line)?;
        let bar = make("div", "marks", &heading)?;
        bar.set_attribute("aria-hidden", "true")?;
        let marks = Step::ALL.iter().map(|_| make("span", "", &bar)).collect::<Result<_, _>>()?;
        let body = make("div", "body", &frame)?;
        let status = make("p", "status", &frame)?;
        let buttons = make("div", "buttons", &frame)?;
        // Present and empty before anything is announced: that is what screen readers wait for.
        let spoken = make("div", "spoken", &frame)?;
        spoken.set_attribute("role", "status")?;
        Ok(Self {
            document: document.clone(),
            frame,
            progress,
            title,
            marks,
            heading,
            body,
            buttons,
            status,
            spoken,
            pressed,
            listeners: Vec::new(),
        })
    }

    /// The callout as a whole.
    pub(super) fn frame(&self) -> Element {
        self.frame.clone()
    }

    /// Fills in `view`; `before` is what was shown until now.
    pub(super) fn fill(&mut self, view: &View, before: Option<&View>) -> Result<(), JsValue> {
        self.say("");
        self.fill_heading(view)?;
        self.fill_body(view)?;
        if before.map(|before| &before.buttons) != Some(&view.buttons) {
            self.fill_buttons(view)?;
        }
        self.announce(view, before);
        Ok(())
    }

    /// Says the outcome of a button.
    pub(super) fn say(&self, text: &str) {
        self.status.set_text_content(Some(text));
        let _ = self.status.toggle_attribute_with_force("hidden", text.is_empty());
        if !text.is_empty() {
            self.spoken.set_text_content(Some(text));
        }
    }

    fn fill_heading(&self, view: &View) -> Result<(), JsValue> {
        self.heading.toggle_attribute_with_force("hidden", view.state == State::Paused)?;
        self.progress.set_text_content(Some(&view.progress));
        self.title.set_text_content(Some(&view.title));
        for (step, mark) in Step::ALL.iter().zip(&self.marks) {
            let class = match step.cmp(&view.step) {
                std::cmp::Ordering::Less => "past",
                std::cmp::Ordering::Equal => "now",
                std::cmp::Ordering::Greater => "",
            };
            mark.set_attribute("class", class)?;
        }
        Ok(())
    }

    fn fill_body(&self, view: &View) -> Result<(), JsValue> {
        self.body.set_text_content(None);
        for (place, sentence) in view.sentences.iter().enumerate() {
            let line = self.add("p", if place == 0 { "lead" } else { "" }, &self.body)?;
            line.set_text_content(Some(sentence));
            if place == 0 {
                self.fill_names(&view.names)?;
                self.fill_checks(&view.checks)?;
            }
        }
        Ok(())
    }

    fn fill_names(&self, names: &[String]) -> Result<(), JsValue> {
        if names.is_empty() {
            return Ok(());
        }
        let list = self.add("div", "names", &self.body)?;
        for name in names {
            let line = self.add("code", "", &list)?;
            line.set_attribute("part", "name")?;
            line.set_text_content(Some(name));
        }
        Ok(())
    }

    fn fill_checks(&self, checks: &[Check]) -> Result<(), JsValue> {
        if checks.is_empty() {
            return Ok(());
        }
        let list = self.add("ul", "checks", &self.body)?;
        for check in checks {
            let line = self.add("li", if check.met { "met" } else { "" }, &list)?;
            line.set_text_content(Some(&check.text));
            let spoken = self.add("span", "spoken", &line)?;
            spoken.set_text_content(Some(&format!(": {}", check.spoken)));
        }
        Ok(())
    }

    fn fill_buttons(&mut self, view: &View) -> Result<(), JsValue> {
        self.listeners.clear();
        self.buttons.set_text_content(None);
        let pause = (view.state != State::Paused).then(|| (Offer::Pause, messages::just(Message::Pause)));
        for (offer, text) in view.buttons.iter().chain(&pause) {
            let button = self.add("button", "", &self.buttons)?;
            button.set_attribute("type", "button")?;
            button.set_attribute("data-do", offer.name())?;
            button.set_text_content(Some(text));
            let (offer, pressed) = (*offer, Rc::clone(&self.pressed));
            self.listeners.push(EventListener::new(&button, "click", move |event| {
                // Only a person's own press counts, never one that a page makes up.
                if event.is_trusted() {
                    pressed(offer);
                }
            }));
        }
        Ok(())
    }

    /// Announces a new step or sentence once; checks that change while typing are not read out.
    fn announce(&self, view: &View, before: Option<&View>) {
        let is_news = before.is_none_or(|before| {
            before.step != view.step || before.state != view.state || before.sentences != view.sentences
        });
        if !is_news || view.state == State::Paused {
            return;
        }
        let mut words = String::new();
        for part in [&view.progress, &view.title].into_iter().chain(&view.sentences).chain(&view.names) {
            words.push_str(part);
            words.push_str(if part.ends_with('.') { " " } else { ". " });
        }
        self.spoken.set_text_content(Some(&words));
    }

    fn add(&self, name: &str, class: &str, parent: &Element) -> Result<Element, JsValue> {
        let element = self.document.create_element(name)?;
        if !class.is_empty() {
            element.set_attribute("class", class)?;
        }
        parent.append_child(&element)?;
        Ok(element)
    }
}
