//! Pages on which one thing is what comes next, and the same pages without it.

use crate::dialog::letters;
use crate::dice::Dice;
use crate::menu;
use crate::portal::Portal;
use crate::state::{Channel, Filled, Screen, State};
use crate::style::{Levels, Nothing, OtpTitle, Style, SubmitWhen, Translated, Wanted};
use crate::target::Target;

/// A page, and what is to be pointed at on it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Page {
    /// The whole document.
    pub html: String,
    /// The path of its address.
    pub path: &'static str,
    /// What comes next on it, by the target's name; nothing where a ring would be wrong.
    pub expected: Option<&'static str>,
    /// What may be ringed as well.
    pub also: Vec<Ring>,
    /// What is to be said where nothing is ringed.
    pub words: Words,
    /// What was pressed on the page before, where this page cannot be told from another without it.
    pub pressed: Option<&'static str>,
    /// Its style, in one line.
    pub note: String,
}

/// A ring that may be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ring {
    /// What the control is taken for; nothing where that does not matter.
    pub target: Option<&'static str>,
    /// The mark it bears.
    pub mark: &'static str,
}

/// What is to be said where nothing is ringed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Words {
    /// It need not be anything.
    #[default]
    Free,
    /// Something: silence would leave somebody alone.
    Needed,
    /// That the API user is there.
    Done,
}

/// The page on which `target` is what comes next.
#[must_use]
pub fn page(target: Target, seed: u64) -> Page {
    page_in(target, seed, Style::of(seed))
}

/// The page on which `target` is what comes next, in a style that may not be the seed's.
#[must_use]
pub fn page_in(target: Target, seed: u64, style: Style) -> Page {
    let portal = Portal::with(seed, style_for(target, style));
    let state = state_for(target, &portal);
    let page = finished(&portal, &state, None, None);
    if portal.style.translated == Translated::Hindi || is_off(target, &portal) {
        return Page { words: Words::Needed, also: also(target, &portal), ..page };
    }
    Page { expected: Some(target.name()), also: also(target, &portal), ..page }
}

/// Whether the target's button is off until something is done that is no step of the job.
fn is_off(target: Target, portal: &Portal) -> bool {
    target == Target::Submit && portal.style.submit_when == SubmitWhen::Agreed && !portal.has_agreed()
}

/// What may be ringed beside the target: where nobody who sees this page alone can know.
fn also(target: Target, portal: &Portal) -> Vec<Ring> {
    let mut rings = Vec::new();
    if portal.style.translated == Translated::Hindi {
        // What is still known there for certain may be ringed.
        return vec![Ring::on(target)];
    }
    if is_off(target, portal) {
        rings.push(Ring { target: None, mark: "agree" });
    }
    let has_wanted_first = portal.style.nothing == Nothing::FirstWanted && portal.style.wanted != Wanted::Missing;
    if has_wanted_first && target == Target::Gsp {
        rings.push(Ring::on(Target::ApiUsername));
    }
    if has_wanted_first && target.is_from(Target::ApiUsername) {
        rings.push(Ring::on(Target::Gsp));
    }
    rings
}

impl Ring {
    /// The ring on a target.
    pub(crate) fn on(target: Target) -> Self {
        Self { target: Some(target.name()), mark: target.name() }
    }
}

/// The same page with the target's elements taken away.
#[must_use]
pub fn page_without(target: Target, seed: u64) -> Page {
    let mut portal = Portal::with(seed, style_for(target, Style::of(seed)));
    let state = state_for(target, &portal);
    if target == Target::Gsp && is_only_unlisted(seed) {
        portal.style.wanted = Wanted::Missing;
        return finished(&portal, &state, None, None);
    }
    // Where no letters are asked for, everything is filled in.
    let is_read = portal.style.translated != Translated::Hindi;
    let expected = (target == Target::Captcha && is_read).then_some(Target::SignIn.name());
    Page { also: also(target, &portal), ..finished(&portal, &state, Some(target), expected) }
}

/// Whether the page without the list of GSPs is one that only does not name the wanted one.
#[must_use]
pub fn is_only_unlisted(seed: u64) -> bool {
    Dice::of(seed, "without.gsp").chance(50)
}

fn finished(portal: &Portal, state: &State, without: Option<Target>, expected: Option<&'static str>) -> Page {
    Page {
        html: portal.draw(state, without),
        path: portal.path(state.screen),
        expected,
        also: Vec::new(),
        words: Words::Free,
        pressed: (state.screen == Screen::Otp && portal.style.otp_title == OtpTitle::Unnamed)
            .then_some(Target::CreateApiUser.name()),
        note: portal.style.to_string(),
    }
}

/// The style, changed where the target could not be there in it.
fn style_for(target: Target, mut style: Style) -> Style {
    if !menu::levels(&style).contains(&target) && matches!(target, Target::ApiRegistration | Target::UserCredentials) {
        style.levels = Levels::Three;
    }
    if target.is_from(Target::Gsp) && style.wanted == Wanted::Missing {
        style.wanted = Wanted::Usual;
    }
    style
}

fn state_for(target: Target, portal: &Portal) -> State {
    let seed = portal.seed;
    State {
        screen: screen_of(target),
        login_open: matches!(
            target,
            Target::PortalUsername | Target::PortalPassword | Target::Captcha | Target::SignIn
        ),
        filled: filled_for(target, portal),
        channel: target.is_from(Target::Gsp).then_some(Channel::Gsp),
        gsp: if target.is_from(Target::ApiUsername) { wanted(portal) } else { String::new() },
        open_levels: open_levels(target, &portal.style, seed),
        notice_open: target == Target::CloseNotice,
        ..State::default()
    }
}

fn screen_of(target: Target) -> Screen {
    match target {
        Target::LoginButton | Target::PortalUsername | Target::PortalPassword | Target::Captcha | Target::SignIn => {
            Screen::Home
        }
        Target::LoginOtp | Target::LoginVerifyOtp => Screen::LoginOtp,
        Target::ExitContacts => Screen::Contacts,
        Target::CloseNotice | Target::ApiRegistration | Target::UserCredentials | Target::CreateApiUser => {
            Screen::MainMenu
        }
        Target::Home => Screen::Inner,
        Target::Otp | Target::VerifyOtp => Screen::Otp,
        Target::ThroughGsp
        | Target::Gsp
        | Target::ApiUsername
        | Target::ApiPassword
        | Target::ApiPasswordAgain
        | Target::Submit => Screen::Form,
    }
}

/// As many levels as make the target the next to press.
fn open_levels(target: Target, style: &Style, seed: u64) -> usize {
    let levels = menu::levels(style);
    let depths: Vec<usize> = (0..levels.len()).filter(|depth| levels[*depth] == target).collect();
    depths.get(Dice::of(seed, "open").below(depths.len())).copied().unwrap_or_default()
}

fn filled_for(target: Target, portal: &Portal) -> Filled {
    let mut dice = Dice::of(portal.seed, "filled");
    let from = |first: Target, text: String| if target.is_from(first) { text } else { String::new() };
    let number = format!("{:06}", dice.below(1_000_000));
    let word = dice.word(7);
    let password = format!("K{}@{}", dice.word(6), dice.below(100));
    Filled {
        username: from(Target::PortalPassword, word.clone()),
        password: from(Target::Captcha, password.clone()),
        captcha: from(Target::SignIn, letters(portal.seed)),
        login_otp: from(Target::LoginVerifyOtp, number.clone()),
        otp: from(Target::VerifyOtp, number),
        api_username: from(Target::ApiPassword, word),
        api_password: from(Target::ApiPasswordAgain, password.clone()),
        api_again: from(Target::Submit, password),
    }
}

fn wanted(portal: &Portal) -> String {
    let state = State::default();
    portal.at(&state).wanted_or_usual().to_owned()
}
