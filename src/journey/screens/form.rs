//! "Register your GSTIN for API Interface": the channel, the GSP, and the new user's name and password
//! (facts.md, section A, "Registration form"). Steps 6 to 8 are one page, shown part by part.

use super::otp_box;
use crate::journey::answers::Answer;
use crate::journey::context::Context;
use crate::journey::gsp::{self, Listed};
use crate::journey::guidance::{Act, Guidance, Offer, Pointer};
use crate::journey::memory::{Deed, Memory};
use crate::journey::reading::Reading;
use crate::journey::say::{Message, Say};
use crate::journey::step::{Step, Target};
use crate::journey::text::{find, has_any, is_any};
use crate::page::snapshot::{Choices, Control, ControlId, Kind};
use crate::rules::{Again, Judgement, Password, Prefix, UserName};

const THROUGH_GSP: [&str; 3] = ["through gsp", "gsp", "through gst suvidha provider"];
const OTHER_CHANNELS: [&str; 5] = ["erp", "client-id", "client id", "direct", "directly"];
const QUESTION: [&str; 3] = ["register your gstin", "for api interface", "api interface"];
const GSP_LIST: [&str; 5] = ["select your gsp", "select gsp", "gsp name", "your gsp", "gsp"];
const USERNAME: [&str; 4] = ["username", "user name", "user id", "login id"];
const PASSWORD: [&str; 1] = ["password"];
const AGAIN: [&str; 6] = ["re-enter", "reenter", "re enter", "confirm", "retype", "again"];
const SUBMIT: [&str; 4] = ["submit", "save", "register", "add"];

/// What the portal may answer to it.
const ANSWERS: [Answer; 4] = [Answer::NameTaken, Answer::WeakPassword, Answer::AlreadyRegistered, Answer::PortalFault];

/// The registration form, as much of it as is shown.
#[derive(Clone, Debug)]
pub struct Form {
    channel: Option<Control>,
    other_channel: bool,
    gsp: Option<Control>,
    credentials: Option<Credentials>,
    answer: Option<Answer>,
}

/// The fields of step 8.
#[derive(Clone, Debug)]
pub struct Credentials {
    /// The user name's field.
    pub username: Control,
    /// Where its fixed `API_` is.
    pub prefix: Prefix,
    /// The password's field.
    pub password: Control,
    /// The field for the password once more.
    pub again: Control,
    submit: Option<ControlId>,
}

impl Form {
    /// Two signs at least, one of them a control that no other form has.
    pub(super) fn find(reading: &Reading<'_>) -> Option<Self> {
        let radios: Vec<&Control> = reading.clear_of(Kind::Radio).collect();
        let others: Vec<&&Control> =
            radios.iter().filter(|radio| has_any(reading.radio_label(radio), &OTHER_CHANNELS)).collect();
        let mut ours = radios.iter().filter(|radio| is_any(reading.radio_label(radio), &THROUGH_GSP));
        let channel = match (ours.next(), ours.next()) {
            (Some(radio), None) => Some(*radio),
            _ => None,
        };
        let gsp = gsp_list(reading);
        let credentials = Credentials::find(reading, gsp);
        let has_prefix = credentials.as_ref().is_some_and(|c| c.shows_prefix(reading));
        let signs = usize::from(channel.is_some())
            + usize::from(channel.is_some() && !others.is_empty())
            + usize::from(gsp.is_some())
            + usize::from(reading.says(&QUESTION))
            + usize::from(otp_box::is_about_the_api(reading))
            + usize::from(has_prefix);
        if signs < 2 || (channel.is_none() && gsp.is_none() && !has_prefix) {
            return None;
        }
        Some(Self {
            channel: channel.cloned(),
            // Any other radio counts: taking over somebody's choice is worse than one press more.
            other_channel: radios.iter().any(|radio| radio.checked && Some(*radio) != channel),
            gsp: gsp.cloned(),
            credentials,
            answer: Answer::read(reading, &ANSWERS),
        })
    }

    /// The fields of step 8, where they are shown.
    #[must_use]
    pub fn credentials(&self) -> Option<&Credentials> {
        self.credentials.as_ref()
    }

    pub(super) fn decide(&self, context: &Context<'_>) -> Guidance {
        let guidance = match &self.channel {
            Some(channel) if !channel.checked => self.choose_channel(channel, context),
            _ => self.choose_gsp(context),
        };
        match guidance {
            Guidance::Point(pointer) => Guidance::Point(pointer.beside(self.controls())),
            other => other,
        }
    }

    /// Everything on the form that is filled in or pressed.
    fn controls(&self) -> impl Iterator<Item = ControlId> {
        let fields = self.credentials.iter().flat_map(|c| [c.username.id, c.password.id, c.again.id]);
        let submit = self.credentials.iter().filter_map(|c| c.submit);
        self.channel.iter().chain(&self.gsp).map(|control| control.id).chain(fields).chain(submit)
    }

    fn choose_channel(&self, channel: &Control, context: &Context<'_>) -> Guidance {
        let untouched = context.memory.channel == Deed::NotYet && !self.other_channel;
        if untouched && context.settings.automatic {
            return Guidance::Act(Act::ChooseChannel(channel.id));
        }
        let pointer = Pointer::new(Step::ThroughGsp, Target::ThroughGsp, channel.id, Say::just(Message::ChooseChannel));
        Guidance::Point(if self.other_channel { pointer.also(Say::just(Message::OtherChannel)) } else { pointer })
    }

    fn choose_gsp(&self, context: &Context<'_>) -> Guidance {
        let wait = Guidance::Wait { step: Step::SelectGsp, say: vec![Say::just(Message::WaitForList)] };
        let owns_up = |guidance| own_up(guidance, context.memory);
        let Some((list, choices)) = self.gsp.as_ref().and_then(|list| Some((list, list.choices.as_ref()?))) else {
            return wait;
        };
        if choices.texts.iter().all(|choice| gsp::is_placeholder(choice)) {
            return wait;
        }
        let wanted = context.settings.gsp.as_str();
        match chosen(choices) {
            Some(chosen) if gsp::same(chosen, wanted) => self.fill_credentials(context, None),
            Some(other) if context.memory.keeps_other => self.fill_credentials(context, Some(other)),
            other => choose_from(list, choices, other, context)
                .map_or_else(|| self.fill_credentials(context, other), owns_up),
        }
    }

    fn fill_credentials(&self, context: &Context<'_>, other: Option<&str>) -> Guidance {
        let Some(credentials) = &self.credentials else {
            return Guidance::Wait { step: Step::SetCredentials, say: vec![Say::just(Message::WaitForFields)] };
        };
        let answer = self.answer.filter(|_| !context.memory.edited);
        let Some(mut pointer) = credentials.point(context.judgement, answer) else {
            return Guidance::Wait { step: Step::SetCredentials, say: vec![Say::just(Message::WaitForFields)] };
        };
        if let Some(answer) = answer {
            pointer = pointer.also(answer.help());
        }
        let wanted = context.settings.gsp.as_str();
        let pointer = match (other, context.memory.gsp, context.memory.channel) {
            (Some(other), ..) => {
                pointer.also(Say::with(Message::OtherGspKept, [other, wanted])).offering(Offer::Select)
            }
            (None, Deed::Done, Deed::Done) => {
                pointer.also(Say::with(Message::SelectedBoth, [wanted])).offering(Offer::Undo)
            }
            (None, Deed::Done, _) => pointer.also(Say::with(Message::SelectedGsp, [wanted])).offering(Offer::Undo),
            (None, ..) => pointer.also(Say::with(Message::GspIsSelected, [wanted])),
        };
        Guidance::Point(pointer)
    }
}

/// Says that the guide selected the channel, while nothing more is selected, with a way to take it back.
fn own_up(guidance: Guidance, memory: &Memory) -> Guidance {
    if memory.channel != Deed::Done {
        return guidance;
    }
    match guidance {
        Guidance::Point(pointer) => {
            Guidance::Point(pointer.also(Say::just(Message::SelectedChannel)).offering(Offer::Undo))
        }
        Guidance::Blocked { step, mut say, mut offers } => {
            say.push(Say::just(Message::SelectedChannel));
            offers.push(Offer::Undo);
            Guidance::Blocked { step, say, offers }
        }
        other => other,
    }
}

/// What to do about a list where the wanted GSP is not chosen; `None` where the user's other choice stands.
fn choose_from(list: &Control, choices: &Choices, other: Option<&str>, context: &Context<'_>) -> Option<Guidance> {
    let wanted = context.settings.gsp.as_str();
    let deed = context.memory.gsp;
    let place = match gsp::find(&choices.texts, wanted) {
        Listed::At(place) => place,
        Listed::Twice => return Some(Guidance::Point(point_at_list(list, Message::GspTwice, wanted))),
        Listed::No if choices.cut => return Some(Guidance::Point(point_at_list(list, Message::GspListLong, wanted))),
        Listed::No => return Some(missing(choices, other, wanted)),
    };
    let act = Guidance::Act(Act::ChooseGsp { list: list.id, choice: place });
    match (deed, other) {
        (Deed::Asked, _) => Some(act),
        (Deed::NotYet, None) if context.settings.automatic => Some(act),
        (_, None) => Some(Guidance::Point(point_at_list(list, Message::ChooseGsp, wanted))),
        // Chosen after the guide's own choice, in this very document: the user's hand.
        (Deed::Done | Deed::Undone, Some(_)) => None,
        (Deed::NotYet, Some(other)) => Some(Guidance::Point(
            Pointer::new(Step::SelectGsp, Target::Gsp, list.id, Say::with(Message::OtherGspChosen, [other, wanted]))
                .offering(Offer::Select)
                .offering(Offer::Keep),
        )),
    }
}

fn point_at_list(list: &Control, message: Message, wanted: &str) -> Pointer {
    Pointer::new(Step::SelectGsp, Target::Gsp, list.id, Say::with(message, [wanted]))
}

fn missing(choices: &Choices, other: Option<&str>, wanted: &str) -> Guidance {
    let mut say = vec![Say::with(Message::GspMissing, [wanted])];
    let mut offers = Vec::new();
    let has_successor = matches!(gsp::find(&choices.texts, gsp::SUCCESSOR), Listed::At(_));
    if has_successor && gsp::same(wanted, gsp::DEFAULT) {
        say.push(Say::with(Message::GspSuccessor, [gsp::SUCCESSOR]));
        offers.push(Offer::UseSuccessor);
    } else {
        say.push(Say::just(Message::GspMissingHelp));
    }
    if let Some(other) = other {
        say.push(Say::with(Message::OtherGspChosen, [other, wanted]));
        offers.push(Offer::Keep);
    }
    Guidance::Blocked { step: Step::SelectGsp, say, offers }
}

/// The chosen GSP, unless nothing is chosen or the browser merely shows the first.
fn chosen(choices: &Choices) -> Option<&str> {
    let at = choices.selected?;
    let text = choices.texts.get(at)?;
    let is_default = at == 0 && !choices.preset;
    (!is_default && !gsp::is_placeholder(text)).then_some(text)
}

/// The drop-down called GSP, or the only one whose choices are companies.
fn gsp_list<'a>(reading: &Reading<'a>) -> Option<&'a Control> {
    let lists: Vec<&Control> = reading.clear_of(Kind::Select).collect();
    let mut called = lists.iter().filter(|list| reading.labels(list).take(2).any(|label| has_any(label, &GSP_LIST)));
    match (called.next(), called.next()) {
        (Some(list), None) => return Some(*list),
        (Some(_), Some(_)) => return None,
        (None, _) => {}
    }
    match lists.as_slice() {
        [list] if lists_companies(list) => Some(*list),
        _ => None,
    }
}

fn lists_companies(list: &Control) -> bool {
    let is_company = |text: &&String| {
        let text = text.to_ascii_lowercase();
        ["limited", "ltd", "llp", "pvt"].iter().any(|form| find(&text, form).is_some())
    };
    list.choices.as_ref().is_some_and(|choices| choices.texts.iter().filter(is_company).count() >= 3)
}

impl Credentials {
    /// A user name's box and two password boxes behind it, one of them for the second entry.
    fn find(reading: &Reading<'_>, gsp: Option<&Control>) -> Option<Self> {
        let behind = |control: &&Control| gsp.is_none_or(|gsp| control.id > gsp.id);
        let mut names = reading
            .clear_of(Kind::TextBox)
            .filter(behind)
            .filter(|b| reading.has_prefix_before(b) || b.prefix_inside || reading.is_called(b, &USERNAME));
        let (Some(username), None) = (names.next(), names.next()) else { return None };
        let passwords: Vec<&Control> = reading
            .clear()
            .filter(|c| c.id > username.id)
            .filter(|c| c.kind == Kind::PasswordBox || c.kind == Kind::TextBox && reading.is_called(c, &PASSWORD))
            .collect();
        let [first, second] = passwords.as_slice() else { return None };
        let is_again = |control: &Control| reading.labels(control).next().is_some_and(|label| has_any(label, &AGAIN));
        let (password, again) = if is_again(first) && !is_again(second) { (second, first) } else { (first, second) };
        let last = password.id.max(again.id);
        let is_inside = username.prefix_inside && !reading.has_prefix_before(username);
        Some(Self {
            username: username.clone(),
            prefix: if is_inside { Prefix::Inside } else { Prefix::Outside },
            password: (*password).clone(),
            again: (*again).clone(),
            submit: reading.pressable_after(last, &SUBMIT),
        })
    }

    fn shows_prefix(&self, reading: &Reading<'_>) -> bool {
        self.prefix == Prefix::Inside || reading.has_prefix_before(&self.username)
    }

    /// The next field, or the button when all is well; `None` where the button is not there.
    fn point(&self, judgement: &Judgement, answer: Option<Answer>) -> Option<Pointer> {
        let point = |target, at, message| {
            let mut pointer = Pointer::new(Step::SetCredentials, target, at, Say::just(message));
            pointer.checks = Some(judgement.clone());
            pointer
        };
        if judgement.username != UserName::Ok || self.username.in_use || answer == Some(Answer::NameTaken) {
            return Some(point(Target::ApiUsername, self.username.id, username_message(judgement.username)));
        }
        if !judgement.password.keeps_the_rules() || self.password.in_use || answer == Some(Answer::WeakPassword) {
            return Some(point(Target::ApiPassword, self.password.id, password_message(&judgement.password)));
        }
        if judgement.again != Again::Equal {
            let message =
                if judgement.again == Again::Differs { Message::PasswordsDiffer } else { Message::TypePasswordAgain };
            return Some(point(Target::ApiPasswordAgain, self.again.id, message));
        }
        Some(point(Target::Submit, self.submit?, Message::PressSubmit).also(Say::just(Message::WriteDownFirst)))
    }
}

fn username_message(verdict: UserName) -> Message {
    match verdict {
        UserName::Empty | UserName::Ok => Message::TypeApiUsername,
        UserName::PrefixTwice => Message::PrefixTwice,
        UserName::Space => Message::UsernameSpace,
        UserName::TooLong => Message::UsernameTooLong,
        UserName::PrefixGone => Message::PrefixGone,
    }
}

fn password_message(verdict: &Password) -> Message {
    match verdict {
        Password::Empty => Message::TypeApiPassword,
        Password::Invalid(_) => Message::PasswordInvalid,
        Password::Weak => Message::PasswordWeak,
        Password::Fair => Message::PasswordFair,
        Password::Strong => Message::PasswordStrong,
    }
}
