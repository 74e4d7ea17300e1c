//! The loop: after each change of the page, look, know the screen, decide, act, show. Everything it starts ends with it.

mod pace;
mod typing;
mod visit;
mod watch;

use std::cell::{Cell, RefCell};
use std::rc::{Rc, Weak};

use wasm_bindgen::prelude::*;
use web_sys::{Document, Element, Event, Window};

use self::pace::Pace;
use self::typing::Keys;
use self::visit::Visit;
use self::watch::Watch;
use crate::browser::{self, messages, names, requests, settings, storage};
use crate::hands;
use crate::journey::memory::{self, Selection};
use crate::journey::reading::taxpayer;
use crate::journey::say::{Message, Say};
use crate::journey::{
    Act, Context, Guidance, Offer, Readiness, Screen, Settings, Target, description, gsp, vocabulary,
};
use crate::kept::{self, Kept};
use crate::net;
use crate::overlay::view::{Secret, View};
use crate::overlay::{Farewell, Overlay, Place};
use crate::page::{Interest, Look};
use crate::rules::{self, Entries, Judgement};

/// A turn acts at most this often before it shows something: there are only two acts.
const MOST_ACTS: usize = 2;
/// What only a user does.
const USES: [&str; 4] = ["input", "change", "click", "keyup"];
/// Whatever is waited for, after this time the user is told what to do, in milliseconds.
const LONG_WAIT: f64 = 5_000.0;

/// Starts the guide on a page of the portal.
///
/// # Errors
/// When the browser refuses to make the guide's element.
pub fn start(window: &Window, document: &Document) -> Result<(), JsValue> {
    let farewell = Rc::new(Farewell::new(document));
    farewell.take_off();
    let guide = Guide::new(window, document, Rc::clone(&farewell))?;
    GUIDE.with(|slot| slot.replace(Some(Rc::clone(&guide))));
    let (window, document) = (window.clone(), document.clone());
    net::on_failure(move || {
        let (window, document) = (window.clone(), document.clone());
        farewell.say_failed(Rc::new(move || browser::copy(&window, &describe(&document), |_| {})));
    });
    settings::read(move |settings| {
        guide.state.borrow_mut().settings = settings;
        guide.listen();
        guide.turn();
    });
    Ok(())
}

thread_local! {
    /// The one guide of this document: it owns everything that has to end with it.
    static GUIDE: RefCell<Option<Rc<Guide>>> = const { RefCell::new(None) };
}

struct Guide {
    window: Window,
    document: Document,
    interest: Interest,
    state: RefCell<State>,
    visit: Rc<Visit>,
    pace: Rc<Pace>,
    keys: Keys,
    /// Whether the hands are at work: what the page then reports is not the user's doing.
    is_acting: Cell<bool>,
    ears: RefCell<Option<Ears>>,
    farewell: Rc<Farewell>,
}

/// What a turn reads and changes.
struct State {
    settings: Settings,
    overlay: Overlay,
    shown: Option<Shown>,
    judged: Option<Judged>,
    /// The password that the guide made when asked to: kept while the form is there, and nowhere else.
    suggested: Option<Secret>,
}

/// What is shown, and since when, in milliseconds of the window's clock.
struct Shown {
    guidance: Guidance,
    since: f64,
    /// What the ring is on.
    ringed: Option<(Target, Element)>,
}

/// Verdicts, and the fields they are about.
struct Judged {
    fields: [Option<Element>; 3],
    judgement: Judgement,
}

/// What listens on the page and in the extension. Dropping it ends the listening.
struct Ears {
    watch: Watch,
    _settings: storage::Changes,
    _requests: requests::Requests,
}

impl Guide {
    fn new(window: &Window, document: &Document, farewell: Rc<Farewell>) -> Result<Rc<Self>, JsValue> {
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
        farewell.mind(&overlay);
        let guide = Rc::new(Self {
            window: window.clone(),
            document: document.clone(),
            interest: Interest::new(&vocabulary::all()),
            state: RefCell::new(State {
                settings: Settings::default(),
                overlay,
                shown: None,
                judged: None,
                suggested: None,
            }),
            visit: Visit::new(),
            pace: Pace::new(window.performance()),
            keys: Keys::default(),
            is_acting: Cell::new(false),
            ears: RefCell::default(),
            farewell,
        });
        slot.replace(Rc::downgrade(&guide));
        Ok(guide)
    }

    /// Starts listening for everything that may change what to do.
    fn listen(self: &Rc<Self>) {
        let guide = Rc::downgrade(self);
        let hear = Rc::new(move |event: Option<&Event>| {
            if let Some(guide) = guide.upgrade() {
                guide.hear(event);
            }
        });
        let watch = Watch::new(&self.window, &self.document, hear);
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
        self.ears.replace(Some(Ears { watch, _settings: settings, _requests: requests }));
    }

    /// The user, or the page, did something.
    fn hear(self: &Rc<Self>, event: Option<&Event>) {
        if let Some(event) = event {
            let kind = event.type_();
            if matches!(kind.as_str(), "input" | "change") {
                self.keys.changed();
            }
            if event.is_trusted() && !self.is_acting.get() {
                self.hear_user(event);
                if USES.contains(&kind.as_str()) {
                    return self.pace.used(|| self.later());
                }
            }
        }
        self.changed();
    }

    /// The user did something.
    fn hear_user(self: &Rc<Self>, event: &Event) {
        let guide = Rc::downgrade(self);
        let has_edited = self.keys.hear(event, move || {
            if let Some(guide) = guide.upgrade() {
                guide.keys.paused();
                guide.changed();
            }
        });
        if has_edited {
            self.visit.learn(memory::Event::Edited);
        }
        if event.type_() == "click"
            && let Some(target) = self.ringed_at(event)
        {
            self.visit.learn(memory::Event::Pressed(target, js_sys::Date::now()));
        }
    }

    /// What the ring means, if the event came to what it is on.
    fn ringed_at(&self, event: &Event) -> Option<Target> {
        let state = self.state.try_borrow().ok()?;
        let (target, element) = state.shown.as_ref()?.ringed.as_ref()?;
        event.composed_path().includes(element, 0).then_some(*target)
    }

    /// Something may have changed: a turn is due soon.
    fn changed(self: &Rc<Self>) {
        self.pace.changed(|| self.later());
    }

    /// A turn to be done later, if the guide is still there.
    fn later(self: &Rc<Self>) -> Box<dyn FnOnce()> {
        let guide = Rc::downgrade(self);
        Box::new(move || {
            if let Some(guide) = guide.upgrade() {
                guide.turn();
            }
        })
    }

    /// One turn of the loop: look, know, decide, act until there is nothing more to act on, show.
    fn turn(self: &Rc<Self>) {
        if !browser::is_alive() {
            return self.leave();
        }
        self.pace.measure(|| {
            // Borrowed only while the hands are at work, whose events come back here: the turn goes on after them.
            let Ok(mut state) = self.state.try_borrow_mut() else { return };
            for _ in 0..=MOST_ACTS {
                let look = self.look();
                let pressed = self.visit.memory().just_pressed(js_sys::Date::now());
                let screen = Screen::after(&look.snapshot, &state.settings.gsp, pressed);
                match self.decide(&mut state, &screen, &look) {
                    Guidance::Act(act) if !state.settings.paused => self.act(act, &look),
                    guidance => return self.show(&mut state, guidance, screen.is_last_resort(), &look),
                }
            }
        });
    }

    /// Looks at the page, and listens to what was found inside it.
    fn look(&self) -> Look {
        let typing = self.keys.now();
        let typing = typing.as_ref().map(|(field, typing)| (field, *typing));
        let look = Look::at(&self.document, &self.interest, typing);
        if let Some(ears) = self.ears.borrow_mut().as_mut() {
            ears.watch.listen_to(&look.inner);
        }
        look
    }

    fn decide(self: &Rc<Self>, state: &mut State, screen: &Screen<'_>, look: &Look) -> Guidance {
        self.visit.learn(memory::Event::Saw(screen.place()));
        let mut judgement = if state.settings.paused { Judgement::default() } else { self.judge(state, screen, look) };
        judgement.caps_lock = self.keys.caps_lock();
        let readiness = self.readiness(screen);
        let memory = self.visit.memory();
        screen.decide(&Context {
            settings: &state.settings,
            memory: &memory,
            judgement: &judgement,
            readiness,
            now: js_sys::Date::now(),
        })
    }

    /// Whether it is time to act: what was done before on this visit is known, and the page listens.
    fn readiness(self: &Rc<Self>, screen: &Screen<'_>) -> Readiness {
        let guide = Rc::downgrade(self);
        let is_known = !screen.needs_the_visit()
            || self.visit.is_known(move || {
                if let Some(guide) = guide.upgrade() {
                    guide.turn();
                }
            });
        if !is_known {
            Readiness::VisitUnknown
        } else if self.document.ready_state() == "complete" {
            Readiness::Ready
        } else {
            Readiness::PageLoads
        }
    }

    /// The verdicts of step 8. What is typed is read when it may have changed, lives only here, and for as long as it
    /// takes.
    fn judge(&self, state: &mut State, screen: &Screen<'_>, look: &Look) -> Judgement {
        let Some(fields) = fields(screen, look) else {
            (state.judged, state.suggested) = (None, None);
            return Judgement::default();
        };
        let has_changed = self.keys.take_changed();
        match &state.judged {
            Some(judged) if !has_changed && judged.fields == fields => judged.judgement.clone(),
            _ => {
                let judgement = judge(screen, look, &state.settings.gsp, state.suggested.as_ref());
                state.judged = Some(Judged { fields, judgement: judgement.clone() });
                judgement
            }
        }
    }

    /// Makes one of the two selections, once a visit.
    fn act(&self, act: Act, look: &Look) {
        let element = look.element(act.control());
        // Remembered before it is done: the page may be gone with it.
        let selection = act.selection();
        self.visit.learn(memory::Event::Made(selection, None));
        let outcome = self.with_hands(|| match act {
            Act::ChooseChannel(_) => element.is_some_and(hands::choose_radio).then_some(None),
            Act::ChooseGsp { choice, .. } => element.and_then(|list| hands::choose_entry(list, choice)),
        });
        self.visit.learn(match outcome {
            Some(before) => memory::Event::Made(selection, before),
            None => memory::Event::Refused(selection),
        });
    }

    /// Takes back the guide's last selection, on the page as it is now; from here on it is the user's own.
    fn undo(&self) {
        let memory = self.visit.memory();
        let Some(selection) = memory.last_made() else { return };
        let look = self.look();
        let wanted = self.wanted();
        if let Screen::Form(form) = Screen::of(&look.snapshot, &wanted)
            && let Some(element) = form.control(selection).and_then(|control| look.element(control.id))
        {
            let before = match memory.deed(selection) {
                memory::Deed::Done(before) => before,
                _ => None,
            };
            self.with_hands(|| match selection {
                Selection::Channel => hands::clear_radio(element),
                Selection::Gsp => hands::put_back(element, before),
            });
        }
        self.visit.learn(memory::Event::TookBack(selection));
    }

    fn with_hands<T>(&self, work: impl FnOnce() -> T) -> T {
        self.is_acting.set(true);
        let outcome = work();
        self.is_acting.set(false);
        outcome
    }

    fn show(self: &Rc<Self>, state: &mut State, guidance: Guidance, is_last_resort: bool, look: &Look) {
        let Some(guidance) = self.in_time(state, guidance, is_last_resort) else { return };
        let since = self.since(state, &guidance);
        let ringed = guidance.pointer().and_then(|pointer| Some((pointer.target, look.shown(pointer.at)?.clone())));
        let shown = self.in_patience(guidance.clone(), since);
        let view = if state.settings.paused {
            shown.step().map(|step| View::paused(step, &messages::say))
        } else {
            View::of(&shown, &state.settings.gsp, &messages::say)
                .map(|view| with_secret(view, state.suggested.as_ref()))
        };
        state.shown = Some(Shown { guidance, since, ringed });
        let Some(view) = view else { return state.overlay.hide() };
        let target = view.target.and_then(|(_, at)| look.shown(at)).map(|element| Place {
            element: element.clone(),
            free: view.free.iter().filter_map(|id| look.shown(*id)).cloned().collect(),
        });
        // The page is free to refuse: then it goes without the guide.
        if state.overlay.show(&self.document, view, target).is_err() {
            state.overlay.hide();
        }
    }

    /// What may be shown by now; `None` where what is shown stays. A doubt is shown only when the page has had time for
    /// its late parts, and nothing new before the visit is known.
    fn in_time(self: &Rc<Self>, state: &State, guidance: Guidance, is_last_resort: bool) -> Option<Guidance> {
        if guidance == Guidance::NotYet {
            return state.shown.is_none().then_some(Guidance::Nothing);
        }
        if !guidance.is_blocked() && !is_last_resort {
            self.pace.is_sure();
            return Some(guidance);
        }
        Some(if self.pace.is_out_of_patience(|| self.later()) { guidance } else { Guidance::Nothing })
    }

    /// Since when the same is shown.
    fn since(&self, state: &State, guidance: &Guidance) -> f64 {
        let before = state.shown.as_ref().filter(|shown| shown.guidance == *guidance);
        before.map_or_else(|| self.pace.now(), |shown| shown.since)
    }

    /// Waiting has an end: what is waited for too long is said with a way out.
    fn in_patience(self: &Rc<Self>, guidance: Guidance, since: f64) -> Guidance {
        if !matches!(guidance, Guidance::Wait { .. }) {
            return guidance;
        }
        let left = since + LONG_WAIT - self.pace.now();
        if left <= 0.0 {
            return guidance.overdue();
        }
        self.pace.call_in(left, || self.later());
        guidance
    }

    /// The user pressed a button of the callout.
    fn pressed(self: &Rc<Self>, offer: Offer) {
        match offer {
            Offer::Copy | Offer::CopyAll | Offer::CopyPassword | Offer::Describe => return self.copy(offer),
            Offer::KeepName => return self.keep_name(),
            Offer::Suggest => self.suggest(),
            Offer::FillPassword => self.fill_password(),
            Offer::Undo => self.undo(),
            Offer::Select => self.visit.learn(memory::Event::Asked(Selection::Gsp)),
            Offer::Keep => self.visit.learn(memory::Event::Kept),
            Offer::UseSuccessor => {
                self.visit.learn(memory::Event::Asked(Selection::Gsp));
                self.set(|settings| settings.gsp = gsp::SUCCESSOR.to_owned());
            }
            Offer::Pause => self.set(|settings| settings.paused = true),
            Offer::Resume => self.set(|settings| settings.paused = false),
        }
        self.turn();
    }

    /// Changes a setting, for this page at once.
    fn set(&self, change: fn(&mut Settings)) {
        let Ok(mut state) = self.state.try_borrow_mut() else { return };
        change(&mut state.settings);
        settings::change(change, |_| {});
    }

    /// Copies the API user name or a description of the page, and says whether that worked.
    fn copy(self: &Rc<Self>, offer: Offer) {
        let (text, done) = match offer {
            Offer::Describe => (Some(self.describe()), Message::Described),
            Offer::CopyAll => (self.name().map(|name| messages::say(&block(&self.kept(name)))), Message::Copied),
            Offer::CopyPassword => (self.suggested(), Message::PasswordCopied),
            _ => (self.name(), Message::Copied),
        };
        let Some(text) = text else { return };
        let guide = Rc::downgrade(self);
        browser::copy(&self.window, &text, move |is_copied| {
            if let Some(guide) = guide.upgrade() {
                guide.say(if is_copied { done } else { Message::CopyFailed });
            }
        });
    }

    /// Keeps the shown name on this computer, and says whether that worked.
    fn keep_name(self: &Rc<Self>) {
        let Some(new) = self.name().map(|name| self.kept(name)) else { return };
        let guide = Rc::downgrade(self);
        names::keep(new, move |is_kept| {
            if let Some(guide) = guide.upgrade() {
                guide.say(if is_kept { Message::NameKept } else { Message::NameNotKept });
            }
        });
    }

    /// Makes a password, in place of the one before.
    fn suggest(&self) {
        let Ok(mut state) = self.state.try_borrow_mut() else { return };
        let lengths = state.judged.as_ref().map(|judged| judged.judgement.lengths).unwrap_or_default();
        let made = rules::suggest(lengths, || browser::random(&self.window));
        if made.is_none() {
            state.overlay.say(&messages::just(Message::NoPasswordMade));
        }
        state.suggested = made.map(Secret);
        self.keys.changed();
    }

    fn suggested(&self) -> Option<String> {
        self.state.try_borrow().ok()?.suggested.as_ref().map(|Secret(password)| password.clone())
    }

    /// Puts the guide's password into both fields.
    fn fill_password(&self) {
        let (Some(password), look) = (self.suggested(), self.look()) else { return };
        let wanted = self.wanted();
        let Some([_, first, again]) = fields(&Screen::of(&look.snapshot, &wanted), &look) else { return };
        let fill = |field: Option<Element>| field.is_some_and(|field| hands::fill(&field, &password));
        let is_filled = self.with_hands(|| fill(first) && fill(again));
        // What the portal said of the password before holds no more.
        self.visit.learn(memory::Event::Edited);
        self.keys.changed();
        if !is_filled {
            self.say(Message::PasswordNotFilled);
        }
    }

    /// Says what became of a press on a button of the callout.
    fn say(&self, outcome: Message) {
        if let Ok(state) = self.state.try_borrow() {
            state.overlay.say(&messages::just(outcome));
        }
    }

    /// A name with all that belongs to it, as the page and the settings tell.
    fn kept(&self, name: String) -> Kept {
        let gstin = taxpayer(&self.look().snapshot).find_map(kept::gstin_in).unwrap_or_default();
        Kept { name, gsp: self.wanted(), gstin, day: browser::today() }
    }

    /// The GSP of the settings.
    fn wanted(&self) -> String {
        self.state.try_borrow().map(|state| state.settings.gsp.clone()).unwrap_or_default()
    }

    /// The first of the names that are shown to be kept.
    fn name(&self) -> Option<String> {
        match &self.state.try_borrow().ok()?.shown.as_ref()?.guidance {
            Guidance::Done { names, .. } => names.first().cloned(),
            _ => None,
        }
    }

    /// What a report of a problem needs to know of the page, and nothing else.
    fn describe(&self) -> String {
        description::of(&Look::at(&self.document, &self.interest, None).snapshot)
    }

    /// The extension is gone, updated or removed: so is the guide, and says so where it was seen.
    fn leave(&self) {
        self.ears.take();
        let was_seen = self.state.try_borrow_mut().is_ok_and(|mut state| {
            let was_seen = state.overlay.is_shown();
            state.overlay.hide();
            was_seen
        });
        if was_seen {
            self.farewell.say_updated();
        }
        GUIDE.with(RefCell::take);
    }
}

/// The view with the guide's password, where it can be used or is to be saved.
fn with_secret(mut view: View, secret: Option<&Secret>) -> View {
    if view.buttons.iter().any(|(offer, _)| *offer == Offer::CopyPassword) {
        view.secret = secret.cloned();
    }
    view
}

/// A name with all that belongs to it, to paste into a program or a message.
fn block(kept: &Kept) -> Say {
    Say::with(Message::NameBlock, &[&kept.name, &kept.gsp, &kept.gstin, &kept.day])
}

/// A description of a page where the guide failed: with nothing that it had in use.
fn describe(document: &Document) -> String {
    description::of(&Look::at(document, &Interest::new(&vocabulary::all()), None).snapshot)
}

/// The three fields of step 8, where they are shown.
fn fields(screen: &Screen<'_>, look: &Look) -> Option<[Option<Element>; 3]> {
    let fields = screen.credentials()?;
    Some([fields.username, fields.password, fields.again].map(|field| look.element(field.id).cloned()))
}

/// The verdicts of step 8, on the way to this GSP.
#[must_use]
pub fn judge(screen: &Screen<'_>, look: &Look, gsp: &str, suggested: Option<&Secret>) -> Judgement {
    let Some(fields) = screen.credentials() else { return Judgement::default() };
    let names: Vec<&str> = taxpayer(&look.snapshot).chain([gsp]).collect();
    rules::judge(&Entries {
        username: &look.typed(fields.username.id),
        prefix: fields.prefix,
        username_limit: fields.username.max_length,
        password: &look.typed(fields.password.id),
        password_limit: fields.password_limit,
        page_refuses: look.breaks_pattern(fields.password.id),
        again: &look.typed(fields.again.id),
        suggested: suggested.map(|Secret(password)| password.as_str()),
        names: &names,
    })
}
