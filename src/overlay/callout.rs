//! The words beside the ring: step, sentences, requirements, names, buttons, and the place where changes are announced.

use std::rc::Rc;

use gloo::events::EventListener;
use web_sys::Document;

use super::part::Part;
use super::view::State;
use super::view::{Check, View};
use crate::browser::messages;
use crate::guide::net;
use crate::journey::Offer;
use crate::journey::say::Message;
use crate::journey::step::Step;

/// The callout and its parts.
pub(super) struct Callout {
    document: Document,
    frame: Part,
    progress: Part,
    title: Part,
    marks: Vec<Part>,
    heading: Part,
    body: Part,
    buttons: Part,
    status: Part,
    spoken: Part,
    pressed: Rc<dyn Fn(Offer)>,
    listeners: Vec<EventListener>,
}

impl Callout {
    pub(super) fn new(document: &Document, root: &Part, pressed: Rc<dyn Fn(Offer)>) -> Self {
        let frame = root.add(document, "section", "");
        frame.set("part", "callout");
        frame.set("aria-label", &messages::just(Message::CalloutLabel));
        let heading = frame.add(document, "div", "");
        let line = heading.add(document, "p", "progress");
        let progress = line.add(document, "span", "");
        let title = line.add(document, "span", "title");
        let bar = heading.add(document, "div", "marks");
        bar.set("aria-hidden", "true");
        let mut marks = Vec::new();
        for _ in Step::ALL {
            marks.push(bar.add(document, "span", ""));
        }
        let body = frame.add(document, "div", "body");
        let status = frame.add(document, "p", "status");
        let buttons = frame.add(document, "div", "buttons");
        // Present and empty before anything is announced: that is what screen readers wait for.
        let spoken = frame.add(document, "div", "spoken");
        spoken.set("role", "status");
        Self {
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
        }
    }

    /// The callout as a whole.
    pub(super) fn frame(&self) -> Part {
        self.frame.clone()
    }

    /// Fills in `view`; `before` is what was shown until now.
    pub(super) fn fill(&mut self, view: &View, before: Option<&View>) {
        self.say("");
        self.fill_heading(view);
        self.fill_body(view);
        if before.map(|before| &before.buttons) != Some(&view.buttons) {
            self.fill_buttons(view);
        }
        self.announce(view, before);
    }

    /// Says the outcome of a button.
    pub(super) fn say(&self, text: &str) {
        self.status.say(text);
        self.status.show(!text.is_empty());
        if !text.is_empty() {
            self.spoken.say(text);
        }
    }

    fn fill_heading(&self, view: &View) {
        self.heading.show(view.state != State::Paused);
        self.progress.say(&view.progress);
        self.title.say(&view.title);
        for (step, mark) in Step::ALL.iter().zip(&self.marks) {
            let class = match step.cmp(&view.step) {
                std::cmp::Ordering::Less => "past",
                std::cmp::Ordering::Equal => "now",
                std::cmp::Ordering::Greater => "",
            };
            mark.set("class", class);
        }
    }

    fn fill_body(&self, view: &View) {
        self.body.say("");
        for (place, sentence) in view.sentences.iter().enumerate() {
            let line = self.body.add(&self.document, "p", if place == 0 { "lead" } else { "" });
            line.say(sentence);
            if place == 0 {
                self.fill_names(&view.names);
                self.fill_checks(&view.checks);
            }
        }
    }

    fn fill_names(&self, names: &[String]) {
        if names.is_empty() {
            return;
        }
        let list = self.body.add(&self.document, "div", "names");
        for name in names {
            let line = list.add(&self.document, "code", "");
            line.set("part", "name");
            line.say(name);
        }
    }

    fn fill_checks(&self, checks: &[Check]) {
        if checks.is_empty() {
            return;
        }
        let list = self.body.add(&self.document, "ul", "checks");
        for check in checks {
            let line = list.add(&self.document, "li", if check.met { "met" } else { "" });
            line.say(&check.text);
            let spoken = line.add(&self.document, "span", "spoken");
            spoken.say(&format!(": {}", check.spoken));
        }
    }

    fn fill_buttons(&mut self, view: &View) {
        self.listeners.clear();
        self.buttons.say("");
        let pause = (view.state != State::Paused).then(|| (Offer::Pause, messages::just(Message::Pause)));
        for (offer, text) in view.buttons.iter().chain(&pause) {
            let button = self.buttons.add(&self.document, "button", "");
            button.set("type", "button");
            button.set("data-do", offer.name());
            button.say(text);
            let (offer, pressed) = (*offer, Rc::clone(&self.pressed));
            self.listeners.push(EventListener::new(&button, "click", move |event| {
                // Only a person's own press counts, never one that a page makes up.
                if event.is_trusted() {
                    net::enter(|| pressed(offer));
                }
            }));
        }
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
        self.spoken.say(&words);
    }
}
