//! The words beside the ring: step, sentences, requirements, names, buttons, and the place where changes are announced.

use std::rc::Rc;

use gloo::events::EventListener;
use web_sys::{Document, Element};

use super::announce::Announcer;
use super::buttons::{Buttons, on_press};
use super::keys;
use super::part::Part;
use super::view::{Check, Secret, State, View};
use crate::browser::messages;
use crate::journey::Offer;
use crate::journey::say::Message;
use crate::journey::step::Step;

/// The parts of the bar that shows how strong a password is.
const MOST_STRENGTH: usize = 3;

/// The callout and its parts.
pub(super) struct Callout {
    document: Document,
    frame: Part,
    progress: Part,
    title: Part,
    marks: Vec<Part>,
    fold: Part,
    /// Whether there is something to make small.
    can_fold: bool,
    heading: Part,
    body: Part,
    status: Part,
    buttons: Buttons,
    announcer: Announcer,
    _folded: EventListener,
}

impl Callout {
    pub(super) fn new(document: &Document, root: &Part, pressed: Rc<dyn Fn(Offer)>) -> Self {
        let frame = root.add(document, "section", "");
        frame.set("part", "callout");
        frame.set("aria-keyshortcuts", keys::KEYS);
        let heading = frame.add(document, "div", "");
        let line = heading.add(document, "p", "progress");
        let progress = line.add(document, "span", "");
        let title = line.add(document, "span", "title");
        let fold = line.add(document, "button", "fold");
        fold.set("type", "button");
        fold.set("data-do", Offer::Fold.name());
        let folded = on_press(&fold, Rc::clone(&pressed), Offer::Fold);
        let bar = heading.add(document, "div", "marks");
        bar.set("aria-hidden", "true");
        let marks = Step::ALL.iter().map(|_| bar.add(document, "span", "")).collect();
        let body = frame.add(document, "div", "body");
        let status = frame.add(document, "p", "status");
        let buttons = Buttons::new(document, &frame, pressed);
        let announcer = Announcer::new(document, &frame);
        let document = document.clone();
        Self {
            document,
            frame,
            progress,
            title,
            marks,
            fold,
            can_fold: false,
            heading,
            body,
            status,
            buttons,
            announcer,
            _folded: folded,
        }
    }

    /// The callout as a whole.
    pub(super) fn frame(&self) -> Part {
        self.frame.clone()
    }

    /// Fills in `view`; `before` is what was shown until now, `focused` what of the callout has the focus.
    pub(super) fn fill(&mut self, view: &View, before: Option<&View>, focused: Option<&Element>) {
        self.show_status("");
        let kind = match (view.state, view.target) {
            (State::Paused, _) => "paused",
            (_, Some(_)) if view.is_folded => "beside pill",
            (_, Some(_)) => "beside",
            _ if view.is_folded => "pill",
            _ => "alone",
        };
        self.frame.set("class", kind);
        self.frame.set("aria-label", &messages::just(Message::CalloutLabel));
        self.fill_heading(view);
        self.fill_body(view);
        self.can_fold = view.state != State::Paused && !view.is_folded;
        let pause = self.can_fold.then(|| (Offer::Pause, messages::just(Message::Pause)));
        let buttons: Vec<_> = view.buttons.iter().cloned().chain(pause).collect();
        self.buttons.show(&buttons, focused);
        if view.is_folded && focused.is_some() {
            self.focus();
        }
        self.announcer.tell(view, before);
    }

    /// Leaves the buttons out where they cannot be pressed.
    pub(super) fn leave_buttons_out(&self, is_out: bool) {
        self.buttons.leave_out(is_out);
    }

    /// Gives the focus to the first button; to the one that unfolds where there is no other.
    pub(super) fn focus(&self) {
        if !self.buttons.focus(0) {
            // An element of our own that is shown takes it.
            let _ = self.fold.focus();
        }
    }

    /// Whether there is something to make small.
    pub(super) fn can_fold(&self) -> bool {
        self.can_fold
    }

    /// Says the outcome of a button.
    pub(super) fn say(&self, text: &str) {
        self.show_status(text);
        self.announcer.say(text.to_owned());
    }

    fn show_status(&self, text: &str) {
        self.status.say(text);
        self.status.show(!text.is_empty());
    }

    fn fill_heading(&self, view: &View) {
        self.heading.show(view.state != State::Paused);
        let fold = messages::just(if view.is_folded { Message::Unfold } else { Message::Fold });
        self.fold.set("aria-label", &fold);
        self.fold.set("title", &fold);
        self.fold.set("aria-expanded", if view.is_folded { "false" } else { "true" });
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
                self.fill_secret(view.secret.as_ref());
                self.fill_strength(view.strength.as_ref());
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

    /// A short bar, and its word: never the colour alone.
    fn fill_strength(&self, strength: Option<&(usize, String)>) {
        let Some((level, word)) = strength else { return };
        let line = self.body.add(&self.document, "div", "strength");
        line.set("data-level", &level.to_string());
        for place in 1..=MOST_STRENGTH {
            line.add(&self.document, "span", if place <= *level { "full" } else { "" }).set("aria-hidden", "true");
        }
        line.add(&self.document, "b", "").say(word);
    }

    fn fill_secret(&self, secret: Option<&Secret>) {
        let Some(Secret(secret)) = secret else { return };
        let line = self.body.add(&self.document, "p", "names").add(&self.document, "code", "");
        line.set("part", "secret");
        line.set("translate", "no");
        line.say(secret);
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
}
