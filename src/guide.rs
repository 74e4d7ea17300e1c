//! The loop: after each change of the page, look, know the screen, decide, act, show. Everything it starts ends with it.

use std::cell::{Cell, RefCell};
use std::rc::{Rc, Weak};

use gloo::events::{EventListener, EventListenerOptions};
use gloo::timers::callback::Timeout;
use wasm_bindgen::prelude::*;
use web_sys::{Document, Element, Event, MutationObserver, MutationObserverInit, Node, Window};

use crate::HOST;
use crate::browser::{self, messages, requests, settings, storage};
use crate::hands::Selection;
use crate::journey::say::Message;
use crate::journey::{Act, Context, Deed, Guidance, Memory, Offer, Screen, Settings, description, gsp};
use crate::overlay::view::View;
use crate::overlay::{Overlay, Place};
use crate::pace::Pace;
use crate::page::Look;
use crate::page::dom::Tree;
use crate::rules::{self, Entries, Judgement};

/// After this pause the user has finished with a field, in milliseconds.
const TYPING: u32 = 700;
/// A turn acts at most this often before it shows something: there are only two acts.
const MOST_ACTS: usize = 2;
/// The attributes whose change can show, hide or enable something.
const ATTRIBUTES: [&str; 10] = [
    "class",
    "style",
    "hidden",
    "disabled",
    "readonly",
    "open",
    "type",
    "aria-hidden",
    "aria-expanded",
    "aria-checked",
];
/// What people do that changes a page without a mutation.
const EVENTS: [&str; 8] = ["input", "change", "click", "focusin", "focusout", "transitionend", "animationend", "load"];

/// Starts the guide on a page of the portal.
///
/// # Errors
/// When the browser refuses to make the guide's element.
pub fn start(window: &Window, document: &Document) -> Result<(), JsValue> {
    take_off(document);
    std::panic::set_hook(Box::new(|_| {
        // Nothing of what went wrong is told: it might hold what somebody typed.
        if let Some(document) = browser::document() {
            take_off(&document);
        }
    }));
    let guide = Guide::new(window, document)?;
    GUIDE.with(|slot| slot.replace(Some(Rc::clone(&guide))));
    settings::read(move |settings| {
        guide.state.borrow_mut().settings = settings;
        guide.watch();
        guide.turn();
    });
    Ok(())
}

thread_local! {
    /// The one guide of this document: it owns everything that has to end with it.
    static GUIDE: RefCell<Option<Rc<Guide>>> = const { RefCell::new(None) };
}

/// Takes a guide's element off the page, whoever put it there.
fn take_off(document: &Document) {
    while let Some(left) = document.unchecked_ref::<Tree>().one(HOST) {
        left.remove();
    }
}

struct Guide {
    window: Window,
    document: Document,
    state: RefCell<State>,
    pace: Rc<Pace>,
    typing: Typing,
    watches: RefCell<Option<Watches>>,
}

/// What a turn reads and changes.
struct State {
    settings: Settings,
    memory: Memory,
    overlay: Overlay,
    selections: Vec<Selection>,
    names: Vec<String>,
}

/// What listens on the page. Dropping it ends the listening.
struct Watches {
    trees: Vec<Watched>,
    mutations: Option<Mutations>,
    _listeners: Vec<EventListener>,
    _settings: storage::Changes,
    _requests: requests::Requests,
}

/// A tree that is listened to: the document, a shadow root in it, or the document of a frame.
struct Watched {
    tree: Node,
    _listeners: Vec<EventListener>,
}

/// The field the user is typing in, until a pause or until the focus goes elsewhere.
#[derive(Default)]
struct Typing {
    field: RefCell<Option<Element>>,
    pause: RefCell<Option<Timeout>>,
    edited: Cell<bool>,
}

impl Guide {
    fn new(window: &Window, document: &Document) -> Result<Rc<Self>, JsValue> {
        let slot: Rc<RefCell<Weak<Self>>> = Rc::default();
        let pressed = Rc::clone(&slot);
        let overlay = Overlay::new(
            window,
            document,
            Rc::new(move |offer| {
                if let Some(guide) = pressed.borrow().upgrade() {
                    guide.pressed(offer);
                }
            }),
        )?;
        let guide = Rc::new(Self {
            window: window.clone(),
            document: document.clone(),
            state: RefCell::new(State {
                settings: Settings::default(),
                memory: Memory::default(),
                overlay,
                selections: Vec::new(),
                names: Vec::new(),
            }),
            pace: Pace::new(window.performance()),
            typing: Typing::default(),
            watches: RefCell::default(),
        });
        slot.replace(Rc::downgrade(&guide));
        Ok(guide)
    }

    /// Starts listening for everything that may change what to do.
    fn watch(self: &Rc<Self>) {
        let mut listeners = Vec::new();
        for name in ["pageshow", "resize"] {
            let guide = Rc::downgrade(self);
            listeners.push(EventListener::new(&self.window, name, move |_| changed(&guide)));
        }
        let guide = Rc::downgrade(self);
        let mutations = Mutations::new(move || changed(&guide));
        let guide = Rc::downgrade(self);
        let settings = storage::Changes::listen(move || {
            let guide = guide.clone();
            settings::read(move |settings| {
                let Some(guide) = guide.upgrade() else { return };
                guide.state.borrow_mut().settings = settings;
                guide.turn();
            });
        });
        let guide = Rc::downgrade(self);
        let requests = requests::Requests::answer(move || Some(guide.upgrade()?.describe()));
        let watches =
            Watches { trees: Vec::new(), mutations, _listeners: listeners, _settings: settings, _requests: requests };
        self.watches.replace(Some(watches));
        self.watch_tree(&self.document);
    }

    /// Listens to a tree as well, unless it does already.
    fn watch_tree(self: &Rc<Self>, tree: &Node) {
        let mut watches = self.watches.borrow_mut();
        let Some(watches) = watches.as_mut() else { return };
        if watches.trees.iter().any(|watched| watched.tree == *tree) {
            return;
        }
        let listen = |name: &'static str| {
            let guide = Rc::downgrade(self);
            let capture = EventListenerOptions::run_in_capture_phase();
            EventListener::new_with_options(tree, name, capture, move |event| {
                if let Some(guide) = guide.upgrade() {
                    guide.noticed(event);
                }
            })
        };
        // Those that left the page are let go.
        watches.trees.retain(|watched| watched.tree.is_connected());
        let mut listeners = Vec::new();
        for name in EVENTS {
            listeners.push(listen(name));
        }
        watches.trees.push(Watched { tree: tree.clone(), _listeners: listeners });
        if let Some(mutations) = &watches.mutations {
            mutations.observe(tree);
        }
    }

    /// The user, or the page, did something.
    fn noticed(self: &Rc<Self>, event: &Event) {
        if event.is_trusted() {
            match event.type_().as_str() {
                "input" => self.typing_in(event),
                "focusin" | "focusout" | "change" => self.typing.stop(),
                _ => {}
            }
        }
        changed(&Rc::downgrade(self));
    }

    fn typing_in(self: &Rc<Self>, event: &Event) {
        // Behind the host of a shadow root the event says which field it was.
        let field = event.composed_path().get(0).unchecked_into::<Element>();
        if !matches!(field.local_name().as_str(), "input" | "textarea") {
            return;
        }
        let guide = Rc::downgrade(self);
        self.typing.start(field, move || {
            if let Some(guide) = guide.upgrade() {
                guide.typing.paused();
                changed(&Rc::downgrade(&guide));
            }
        });
    }

    /// One turn of the loop: look, know, decide, act until there is nothing more to act on, show.
    fn turn(self: &Rc<Self>) {
        if !browser::is_alive() {
            return self.leave();
        }
        self.pace.measure(|| {
            let Ok(mut state) = self.state.try_borrow_mut() else { return };
            for _ in 0..=MOST_ACTS {
                let look = Look::at(&self.document, self.typing.field.borrow().as_ref());
                for tree in &look.inner {
                    self.watch_tree(tree);
                }
                match state.decide(&look, &self.typing) {
                    Guidance::Act(act) if !state.settings.paused => state.act(act, &look),
                    guidance => {
                        let guidance = self.in_time(guidance);
                        return state.show(&self.document, &guidance, &look);
                    }
                }
            }
        });
    }

    /// What may be shown by now: a doubt only when the page has had time for its late parts.
    fn in_time(self: &Rc<Self>, guidance: Guidance) -> Guidance {
        if !guidance.is_doubtful() {
            self.pace.is_sure();
            return guidance;
        }
        if self.pace.is_out_of_patience(look_later(&Rc::downgrade(self))) { guidance } else { Guidance::Nothing }
    }

    /// The user pressed a button of the callout.
    fn pressed(self: &Rc<Self>, offer: Offer) {
        if matches!(offer, Offer::Copy | Offer::Describe) {
            return self.copy(offer);
        }
        {
            let Ok(mut state) = self.state.try_borrow_mut() else { return };
            match offer {
                Offer::Undo => state.undo(),
                Offer::Select => state.memory.gsp = Deed::Asked,
                Offer::Keep => state.memory.keeps_other = true,
                Offer::UseSuccessor => {
                    state.memory.gsp = Deed::Asked;
                    state.settings.gsp = gsp::SUCCESSOR.to_owned();
                }
                Offer::Pause => state.settings.paused = true,
                Offer::Resume => state.settings.paused = false,
                Offer::Copy | Offer::Describe => {}
            }
            if matches!(offer, Offer::UseSuccessor | Offer::Pause | Offer::Resume) {
                settings::write(&state.settings);
            }
        }
        self.turn();
    }

    /// Copies the API user name or a description of the page, and says whether that worked.
    fn copy(self: &Rc<Self>, offer: Offer) {
        let (text, done) = match offer {
            Offer::Describe => (Some(self.describe()), Message::Described),
            _ => (self.state.borrow().names.first().cloned(), Message::Copied),
        };
        let Some(text) = text else { return };
        let guide = Rc::downgrade(self);
        browser::copy(&self.window, &text, move |is_copied| {
            let message = if is_copied { done } else { Message::CopyFailed };
            if let Some(guide) = guide.upgrade() {
                guide.state.borrow().overlay.say(&messages::just(message));
            }
        });
    }

    /// What a report of a problem needs to know of the page, and nothing else.
    fn describe(&self) -> String {
        description::of(&Look::at(&self.document, None).snapshot)
    }

    /// The extension is gone: so is the guide.
    fn leave(&self) {
        self.watches.take();
        if let Ok(mut state) = self.state.try_borrow_mut() {
            state.overlay.hide();
        }
        GUIDE.with(RefCell::take);
    }
}

/// Something may have changed: a turn is due soon.
fn changed(guide: &Weak<Guide>) {
    if let Some(this) = guide.upgrade() {
        this.pace.changed(look_later(guide));
    }
}

/// A turn to be done later, if the guide is still there.
fn look_later(guide: &Weak<Guide>) -> Box<dyn FnOnce()> {
    let guide = guide.clone();
    Box::new(move || {
        if let Some(guide) = guide.upgrade() {
            guide.turn();
        }
    })
}

impl State {
    fn decide(&mut self, look: &Look, typing: &Typing) -> Guidance {
        let screen = Screen::of(&look.snapshot, &self.settings.gsp);
        let Screen::Form(_) = screen else {
            self.memory = Memory::default();
            self.selections.clear();
            typing.edited.set(false);
            return self.guidance(&screen, &Judgement::default());
        };
        self.memory.edited = typing.edited.get();
        let judgement = judge(&screen, look);
        self.guidance(&screen, &judgement)
    }

    fn guidance(&self, screen: &Screen<'_>, judgement: &Judgement) -> Guidance {
        screen.decide(&Context { settings: &self.settings, memory: &self.memory, judgement })
    }

    /// Does one of the two acts, once.
    fn act(&mut self, act: Act, look: &Look) {
        let selection = match act {
            Act::ChooseChannel(radio) => {
                look.element(radio).and_then(|element| Selection::radio(element.unchecked_ref()))
            }
            Act::ChooseGsp { list, choice } => {
                look.element(list).and_then(|element| Selection::choice(element.unchecked_ref(), choice))
            }
        };
        let deed = if selection.is_some() { Deed::Done } else { Deed::Undone };
        match act {
            Act::ChooseChannel(_) => self.memory.channel = deed,
            Act::ChooseGsp { .. } => self.memory.gsp = deed,
        }
        self.selections.extend(selection);
    }

    /// Takes back the guide's last selection; from here on it is the user's own.
    fn undo(&mut self) {
        let Some(selection) = self.selections.pop() else { return };
        match selection {
            Selection::Radio(_) => self.memory.channel = Deed::Undone,
            Selection::Choice(..) => self.memory.gsp = Deed::Undone,
        }
        selection.take_back();
    }

    fn show(&mut self, document: &Document, guidance: &Guidance, look: &Look) {
        self.names = match guidance {
            Guidance::Done { names, .. } => names.clone(),
            _ => Vec::new(),
        };
        let view = if self.settings.paused {
            guidance.step().map(|step| View::paused(step, &messages::say))
        } else {
            View::of(guidance, &self.settings.gsp, &messages::say)
        };
        let Some(view) = view else { return self.overlay.hide() };
        let target = view.target.and_then(|(_, at)| look.shown(at)).map(|element| Place {
            element: element.clone(),
            free: view.free.iter().filter_map(|id| look.shown(*id)).cloned().collect(),
        });
        // The page is free to refuse: then it goes without the guide.
        if self.overlay.show(document, view, target).is_err() {
            self.overlay.hide();
        }
    }
}

/// The verdicts of step 8. What is typed lives only here, for as long as it takes.
#[must_use]
pub fn judge(screen: &Screen<'_>, look: &Look) -> Judgement {
    let Screen::Form(form) = screen else { return Judgement::default() };
    let Some(fields) = form.credentials() else { return Judgement::default() };
    rules::judge(&Entries {
        username: &look.typed(fields.username.id),
        prefix: fields.prefix,
        username_limit: fields.username.max_length,
        password: &look.typed(fields.password.id),
        password_limit: fields.password.max_length,
        again: &look.typed(fields.again.id),
    })
}

impl Typing {
    fn start(&self, field: Element, then: impl FnOnce() + 'static) {
        self.edited.set(true);
        self.field.replace(Some(field));
        // Replacing the timeout ends the one before: only a pause after the last key counts.
        self.pause.replace(Some(Timeout::new(TYPING, then)));
    }

    /// The user went on before the pause was over.
    fn stop(&self) {
        self.field.take();
        self.pause.take();
    }

    /// The pause is over: its timeout runs right now and must not be dropped under its own feet.
    fn paused(&self) {
        self.field.take();
        self.pause.take().map(Timeout::forget);
    }
}

/// Watches trees for changes, until dropped.
struct Mutations {
    observer: MutationObserver,
    what: MutationObserverInit,
    _callback: Closure<dyn Fn()>,
}

impl Mutations {
    fn new(changed: impl Fn() + 'static) -> Option<Self> {
        let callback = Closure::<dyn Fn()>::new(changed);
        let observer = MutationObserver::new(callback.as_ref().unchecked_ref()).ok()?;
        let attributes = js_sys::Array::new();
        for name in ATTRIBUTES {
            attributes.push(&name.into());
        }
        let all = JsValue::TRUE;
        let what = browser::object(&[
            ("childList", all.clone()),
            ("subtree", all.clone()),
            ("characterData", all),
            ("attributeFilter", attributes.into()),
        ]);
        Some(Self { observer, what: what.unchecked_into(), _callback: callback })
    }

    /// The guide's own element hangs outside the body, so that it is not watched.
    fn observe(&self, tree: &Node) {
        let body = tree.unchecked_ref::<Document>().body();
        // A tree that cannot be observed is still looked at whenever something else changes.
        let _ = self.observer.observe_with_options(body.as_deref().map_or(tree, |body| body), &self.what);
    }
}

impl Drop for Mutations {
    fn drop(&mut self) {
        self.observer.disconnect();
    }
}
