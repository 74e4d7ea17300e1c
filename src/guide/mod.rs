//! The loop: after each change of the page, look, know the screen, decide, act, show. Everything it starts ends with it.

mod offers;
mod pace;
mod typing;
mod visit;
mod watch;

use std::cell::{Cell, RefCell};
use std::rc::{Rc, Weak};

use wasm_bindgen::prelude::*;
use web_sys::{Document, Element, Event, Window};
use zeroize::Zeroizing;

use self::pace::Pace;
use self::typing::Keys;
use self::visit::Visit;
use self::watch::Watch;
use crate::browser::requests::Asked;
use crate::browser::{self, badge, messages, requests, settings, storage};
use crate::hands;
use crate::journey::mark::Mark;
use crate::journey::memory::{self, Selection};
use crate::journey::reading::taxpayer;
use crate::journey::{
    Act, Context, Guidance, Offer, Readiness, Screen, Settings, Step, Target, description, vocabulary,
};
use crate::net;
use crate::overlay::view::{Help, Secret, View};
use crate::overlay::{Farewell, Overlay, Place};
use crate::page::{Interest, Look, dom};
use crate::rules::{self, Entries, Judgement};
use crate::snapshot::Control;

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
        guide.farewell.learn();
        guide.state.borrow_mut().settings = settings;
        guide.listen();
        guide.visit.ask(guide.later());
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
    suggested: Option<Suggested>,
    /// The step that the extension's button shows on this tab.
    marked: Option<Step>,
    /// The step that the user has asked for help, and how much.
    help: Option<(Step, Help)>,
}

impl State {
    /// Has the extension's button show the step on this tab, where that is another one than before.
    fn mark_button(&mut self) {
        let step = self.shown.as_ref().and_then(|shown| shown.guidance.step()).filter(|_| !self.settings.is_paused());
        if std::mem::replace(&mut self.marked, step) != step {
            badge::tell(step.map(|step| step.number() as u8));
        }
    }
}

/// The password that the guide made.
pub struct Suggested {
    secret: Secret,
    /// Whether the user has typed nothing since asking for it.
    is_awaited: bool,
}

/// What is shown, and since when, in milliseconds of the window's clock.
struct Shown {
    guidance: Guidance,
    since: f64,
    /// What the ring is on.
    ringed: Option<(Target, Element)>,
    /// The button that sends the form, wherever the ring is.
    submit: Option<Element>,
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
                marked: None,
                help: None,
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
                guide.farewell.learn();
                guide.state.borrow_mut().settings = settings;
                guide.turn();
            });
        });
        let guide = Rc::downgrade(self);
        let requests = requests::Requests::answer(move |what| {
            let guide = guide.upgrade()?;
            Some(match what {
                Asked::Description => guide.describe(),
                Asked::Step => guide.step().map_or_else(String::new, |step| step.number().to_string()),
                Asked::Pause => {
                    guide.pressed(Offer::Pause);
                    String::new()
                }
                Asked::Callout => {
                    guide.state.try_borrow().ok()?.overlay.go_to_callout();
                    String::new()
                }
            })
        });
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
            if let Ok(mut state) = self.state.try_borrow_mut()
                && let Some(suggested) = state.suggested.as_mut()
            {
                suggested.is_awaited = false;
            }
        }
        let pressed = match event.type_().as_str() {
            "click" => self.pressed_at(event),
            // Whoever presses Enter in a field sends the form as well.
            "submit" => self.sends_credentials(event).then_some(Target::Submit),
            _ => None,
        };
        if let Some(target) = pressed {
            self.has_pressed(target);
        }
    }

    /// What was pressed, if the event came to what the ring is on or to the button that sends the form.
    fn pressed_at(&self, event: &Event) -> Option<Target> {
        let state = self.state.try_borrow().ok()?;
        let shown = state.shown.as_ref()?;
        let submit = shown.submit.as_ref().map(|submit| (Target::Submit, submit));
        let ringed = shown.ringed.as_ref().map(|(target, element)| (*target, element));
        let path = event.composed_path();
        [ringed, submit].into_iter().flatten().find(|(_, element)| path.includes(element, 0)).map(|(target, _)| target)
    }

    /// Whether the event sends the form that holds the fields of step 8.
    fn sends_credentials(&self, event: &Event) -> bool {
        let form = event.composed_path().get(0);
        let Some(form) = form.dyn_ref::<Element>() else { return false };
        let Ok(state) = self.state.try_borrow() else { return false };
        let fields = state.judged.as_ref().map(|judged| &judged.fields);
        fields.is_some_and(|fields| fields.iter().flatten().any(|field| dom::contains(form, field)))
    }

    /// The user pressed something that leads on. Of a user name that is sent only a mark is kept.
    fn has_pressed(&self, target: Target) {
        self.visit.learn(memory::Event::Pressed(target, js_sys::Date::now()));
        if target == Target::Submit
            && let Some(mark) = self.mark()
        {
            self.visit.learn(memory::Event::Sent(mark));
        }
    }

    /// The mark of the user name that is in its field.
    fn mark(&self) -> Option<Mark> {
        let (look, wanted) = (self.look(), self.wanted());
        let username = Screen::of(&look.snapshot, &wanted).credentials()?.username.id;
        Some(Mark::of(&Zeroizing::new(look.typed(username)), browser::random(&self.window)?))
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
                let before = self.visit.memory().before(js_sys::Date::now());
                let screen = Screen::after(&look.snapshot, &state.settings.gsp, before);
                match self.decide(&mut state, &screen, &look) {
                    Guidance::Act(act) if !state.settings.is_paused() => self.act(act, &look),
                    guidance => {
                        self.show(&mut state, guidance, &screen, &look);
                        // After the words: nobody waits for the button's mark.
                        return state.mark_button();
                    }
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

    fn decide(&self, state: &mut State, screen: &Screen<'_>, look: &Look) -> Guidance {
        self.visit.learn(memory::Event::Saw(screen.place()));
        let mut judgement =
            if state.settings.is_paused() { Judgement::default() } else { self.judge(state, screen, look) };
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
    fn readiness(&self, screen: &Screen<'_>) -> Readiness {
        if screen.needs_the_visit() && !self.visit.is_known() {
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

    fn show(self: &Rc<Self>, state: &mut State, guidance: Guidance, screen: &Screen<'_>, look: &Look) {
        let Some(guidance) = self.in_time(state, guidance, screen.is_last_resort()) else { return };
        let since = self.since(state, &guidance);
        let ringed = guidance.pointer().and_then(|pointer| Some((pointer.target, look.shown(pointer.at)?.clone())));
        let submit = screen.credentials().and_then(|fields| look.element(fields.submit?.id).cloned());
        let shown = self.in_patience(guidance.clone(), since);
        let view = if state.settings.is_paused() {
            shown.step().map(|step| View::paused(step, state.settings.paused_for_visit, &messages::say))
        } else {
            let secret = state.suggested.as_ref().map(|suggested| &suggested.secret);
            let help = state.help.filter(|(step, _)| shown.step() == Some(*step)).map(|(_, help)| help);
            View::of(&shown, &state.settings.gsp, &messages::say)
                .map(|view| with_secret(view.with_help(help, &messages::say), secret))
                .map(|view| if self.visit.memory().folded { view.folded() } else { view })
        };
        state.shown = Some(Shown { guidance, since, ringed, submit });
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

    /// The GSP of the settings.
    fn wanted(&self) -> String {
        self.state.try_borrow().map(|state| state.settings.gsp.clone()).unwrap_or_default()
    }

    /// What a report of a problem needs to know of the page, and nothing else.
    fn describe(&self) -> String {
        description::of(&Look::at(&self.document, &self.interest, None).snapshot)
    }

    /// The step that is shown.
    fn step(&self) -> Option<Step> {
        self.state.try_borrow().ok()?.shown.as_ref()?.guidance.step()
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
pub fn judge(screen: &Screen<'_>, look: &Look, gsp: &str, suggested: Option<&Suggested>) -> Judgement {
    let Some(fields) = screen.credentials() else { return Judgement::default() };
    let names: Vec<&str> = taxpayer(&look.snapshot).chain([gsp]).collect();
    let typed = |control: &Control| Zeroizing::new(look.typed(control.id));
    rules::judge(&Entries {
        username: &typed(fields.username),
        prefix: fields.prefix,
        username_limit: fields.username.max_length,
        password: &typed(fields.password),
        password_limit: fields.password_limit,
        page_refuses: look.breaks_pattern(fields.password.id),
        page_asks_for: look.asks_for(fields.password.id),
        again: &typed(fields.again),
        suggested: suggested
            .map(|Suggested { secret, is_awaited }| rules::Suggested { password: &secret.0, is_awaited: *is_awaited }),
        names: &names,
    })
}
