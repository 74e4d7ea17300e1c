//! The loop: after each change of the page, look, know the screen, decide, act, show. Everything it starts ends with it.

use std::cell::{Cell, RefCell};
use std::rc::{Rc, Weak};

use gloo::events::{EventListener, EventListenerOptions};
use gloo::timers::callback::Timeout;
use wasm_bindgen::prelude::*;
use web_sys::{Document, Element, Event, MutationObserver, MutationObserverInit, Window};

use crate::HOST;
use crate::browser::{self, messages, settings, storage};
use crate::hands::Selection;
use crate::journey::say::Message;
use crate::journey::{Act, Context, Deed, Guidance, Memory, Offer, Screen, Settings, gsp};
use crate::overlay::view::View;
use crate::overlay::{Overlay, Place};
use crate::pace::Pace;
use crate::page::Look;
use crate::rules::{self, Entries, Judgement};

/// After this pause the user has finished with a field, in milliseconds.
const TYPING: u32 = 700;
/// A turn acts at most this often before it shows something: there are only two acts.
const MOST_ACTS: usize = 2;
/// The attributes whose change can show, hide or enable something.
const ATTRIBUTES: [&str; 9] =
    ["class", "style", "hidden", "disabled", "readonly", "open", "type", "aria-hidden", "aria-expanded"];
/// What people do that changes a page without a mutation.
const EVENTS: [&str; 7] = ["input", "change", "click", "focusin", "focusout", "transitionend", "animationend"];

/// Starts the guide on a page of the portal.
///
/// # Errors
/// When the browser refuses to make the guide's element.
pub fn start(window: &Window, document: &Document) -> Result<(), JsValue> {
    take_off(document);
    std::panic::set_hook(Box::new(|_| {
        // Nothing of what went wrong is told: it might hold what somebody typed.
        if let Some(document) = web_sys::window().and_then(|window| window.document()) {
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
    while let Ok(Some(left)) = document.query_selector(HOST) {
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
    _listeners: Vec<EventListener>,
    _mutations: Option<Mutations>,
    _settings: storage::Changes,
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
        let listen = |name: &'static str| {
            let guide = Rc::downgrade(self);
            let capture = EventListenerOptions::run_in_capture_phase();
            EventListener::new_with_options(&self.document, name, capture, move |event| {
                if let Some(guide) = guide.upgrade() {
                    guide.noticed(event);
                }
            })
        };
        let mut listeners: Vec<EventListener> = EVENTS.map(listen).into();
        for name in ["pageshow", "resize"] {
            let guide = Rc::downgrade(self);
            listeners.push(EventListener::new(&self.window, name, move |_| changed(&guide)));
        }
        let guide = Rc::downgrade(self);
        let mutations = Mutations::watch(&self.document, move || changed(&guide));
        let guide = Rc::downgrade(self);
        let settings = storage::Changes::listen(move || {
            let guide = guide.clone();
            settings::read(move |settings| {
                let Some(guide) = guide.upgrade() else { return };
                guide.state.borrow_mut().settings = settings;
                guide.turn();
            });
        });
        self.watches.replace(Some(Watches { _listeners: listeners, _mutations: mutations, _settings: settings }));
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
        let Some(field) = event.target().and_then(|target| target.dyn_into::<Element>().ok()) else { return };
        if !field.matches("input, textarea").unwrap_or(false) {
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
                match state.decide(&look, &self.typing) {
                    Guidance::Act(act) if !state.settings.paused => state.act(act, &look),
                    guidance => return state.show(&self.document, &guidance, &look),
                }
            }
        });
    }

    /// The user pressed a button of the callout.
    fn pressed(self: &Rc<Self>, offer: Offer) {
        if offer == Offer::Copy {
            return self.copy();
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
                Offer::Copy => {}
            }
            if matches!(offer, Offer::UseSuccessor | Offer::Pause | Offer::Resume) {
                settings::write(&state.settings);
            }
        }
        self.turn();
    }

    /// Copies the API user name, and says whether that worked.
    fn copy(self: &Rc<Self>) {
        let Some(name) = self.state.borrow().names.first().cloned() else { return };
        let guide = Rc::downgrade(self);
        browser::copy(&self.window, &name, move |is_copied| {
            let message = if is_copied { Message::Copied } else { Message::CopyFailed };
            if let Some(guide) = guide.upgrade() {
                guide.state.borrow().overlay.say(&messages::just(message));
            }
        });
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
    let Some(this) = guide.upgrade() else { return };
    let guide = guide.clone();
    this.pace.changed(move || {
        if let Some(guide) = guide.upgrade() {
            guide.turn();
        }
    });
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

    fn guidance(&self, screen: &Screen, judgement: &Judgement) -> Guidance {
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
        let target = view.target.and_then(|(_, at)| look.element(at)).map(|element| Place {
            element: element.clone(),
            free: view.free.iter().filter_map(|id| look.element(*id)).cloned().collect(),
        });
        // The page is free to refuse: then it goes without the guide.
        if self.overlay.show(document, view, target).is_err() {
            self.overlay.hide();
        }
    }
}

/// The verdicts of step 8. What is typed lives only here, for as long as it takes.
fn judge(screen: &Screen, look: &Look) -> Judgement {
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

/// Watches the document for changes, until dropped.
struct Mutations {
    observer: MutationObserver,
    _callback: Closure<dyn Fn()>,
}

impl Mutations {
    fn watch(document: &Document, changed: impl Fn() + 'static) -> Option<Self> {
        let callback = Closure::<dyn Fn()>::new(changed);
        let observer = MutationObserver::new(callback.as_ref().unchecked_ref()).ok()?;
        let what = MutationObserverInit::new();
        what.set_child_list(true);
        what.set_subtree(true);
        what.set_character_data(true);
        what.set_attribute_filter(&ATTRIBUTES.iter().map(|name| JsValue::from_str(name)).collect::<js_sys::Array>());
        let root = document.body()?;
        observer.observe_with_options(&root, &what).ok()?;
        Some(Self { observer, _callback: callback })
    }
}

impl Drop for Mutations {
    fn drop(&mut self) {
        self.observer.disconnect();
    }
}
