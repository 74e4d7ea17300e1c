//! "Register your GSTIN for API Interface": the channel, the GSP, and the new user's name and password
//! (facts.md, section A, "Registration form"). Steps 6 to 8 are one page, shown part by part.

use super::job;
use super::password::SHOWN_PASSWORD;
use crate::journey::answers::Answer;
use crate::journey::assign::{Found, best};
use crate::journey::context::{Context, Readiness};
use crate::journey::gsp::{self, Listed};
use crate::journey::guidance::{Act, Guidance, Offer, Pointer};
use crate::journey::ideas::ideas;
use crate::journey::meaning::Meaning;
use crate::journey::memory::{Deed, Memory, Selection};
use crate::journey::reading::Reading;
use crate::journey::say::{Message, Say};
use crate::journey::step::{Step, Target};
use crate::journey::words::words;
use crate::rules::{Advice, Again, Judgement, Password, Prefix, Suggestion, UserName, most_noted};
use crate::snapshot::{Choices, Control, Kind, PrefixPlace, Reach};
use crate::text::has_any;

words! {
    said THROUGH_GSP = ["through gsp", "gst suvidha provider", "via gsp"];
    said LIST_NAMES = ["select your gsp", "select gsp", "gsp name", "your gsp", "gsp", "gst suvidha provider"];
    said USER_NAMES = ["username", "user name", "user id", "login id", "api user name", "api username"];
    said AGAIN_NAMES =
        ["re-enter password", "confirm password", "re-enter", "reenter", "re enter", "confirm", "retype", "again"];
    /// Our channel where it is no radio.
    called CHANNEL = ["through gsp", "gsp"];
    called SUBMIT = ["submit", "save", "register", "add", "create", "create user", "create api user", "generate", "confirm"];
}
const OTHER_CHANNELS: [&str; 5] = ["erp", "client-id", "client id", "direct", "directly"];
const GSP_LIST: Meaning = Meaning {
    kinds: &[Kind::Select],
    names: LIST_NAMES,
    others: &["state", "language", "year", "erp", "search"],
    stems: &["gsp"],
};
/// What a list of companies counts for beside its labels.
const LISTS_COMPANIES: i32 = 4;
const USERNAME: Meaning = Meaning {
    kinds: &[Kind::TextBox],
    names: USER_NAMES,
    others: &["captcha", "otp", "mobile", "search", "client-id", "client id", "e-mail", "email", "password"],
    stems: &["username", "userid", "loginid"],
};
/// What the fixed `API_` at a field counts for beside its labels.
const HAS_PREFIX: i32 = 6;
const AGAIN: Meaning = Meaning {
    kinds: &[Kind::PasswordBox, Kind::TextBox],
    names: AGAIN_NAMES,
    // Where both passwords are named in one text, it tells nothing.
    others: &["enter password re-enter password", "password confirm password", "password re-enter password"],
    stems: &["confirm", "reenter", "retype"],
};

/// What the portal may answer to it.
const ANSWERS: [Answer; 6] = [
    Answer::NameTaken,
    Answer::WeakPassword,
    Answer::AlreadyRegistered,
    Answer::GstinNotEnabled,
    Answer::SentTwice,
    Answer::PortalFault,
];

/// The registration form, as much of it as is shown.
#[derive(Clone, Debug)]
pub struct Form<'a> {
    channel: Option<&'a Control>,
    /// Our channel where it is a plain element, of which nobody can tell whether it is chosen.
    drawn_channel: Option<&'a Control>,
    offers_channels: bool,
    other_channel: bool,
    /// The other choices of that question.
    rivals: Vec<&'a Control>,
    gsp: Option<&'a Control>,
    credentials: Option<Credentials<'a>>,
    answer: Option<Answer>,
    /// User names to take instead of one that is taken.
    ideas: Option<[String; 2]>,
}

/// The fields of step 8.
#[derive(Clone, Debug)]
pub struct Credentials<'a> {
    /// The user name's field.
    pub username: &'a Control,
    /// Where its fixed `API_` is.
    pub prefix: Prefix,
    /// The password's field.
    pub password: &'a Control,
    /// The most characters that it takes, by its field or by a note of the page.
    pub password_limit: Option<usize>,
    /// The field for the password once more.
    pub again: &'a Control,
    /// The button that sends them.
    pub submit: Option<&'a Control>,
}

impl<'a> Form<'a> {
    /// Two signs at least, one of them a control that no other form has.
    pub(super) fn find(reading: &Reading<'a>) -> Option<Self> {
        let radios = reading.clear_of(Kind::Radio);
        let others = reading.clear(|c| c.kind == Kind::Radio && has_any(reading.radio_label(c), &OTHER_CHANNELS));
        let channel = match reading.clear(|c| c.kind == Kind::Radio && is_ours(reading.radio_label(c)))[..] {
            [radio] => Some(radio),
            _ => None,
        };
        let gsp = find_list(reading).one();
        let credentials = Credentials::find(reading, gsp);
        let drawn_channel = match reading.pressables(CHANNEL)[..] {
            [drawn] if channel.is_none() && gsp.is_none() && reading.says(job::QUESTION) => Some(drawn),
            _ => None,
        };
        let has_prefix = credentials.as_ref().is_some_and(|c| c.shows_prefix(reading));
        let signs = usize::from(channel.or(drawn_channel).is_some())
            + usize::from(channel.is_some() && !others.is_empty())
            + usize::from(gsp.is_some())
            + usize::from(reading.says(job::QUESTION))
            + usize::from(job::is_about_the_api(reading))
            + usize::from(has_prefix);
        let offers_channels = others.len() > 1;
        let answer = Answer::read(reading, &ANSWERS);
        if signs < 2 || (channel.or(drawn_channel).is_none() && gsp.is_none() && !has_prefix && !offers_channels) {
            return None;
        }
        let rivals: Vec<&Control> = radios.into_iter().filter(|radio| is_rival(radio, channel)).collect();
        Some(Self {
            channel,
            drawn_channel,
            offers_channels,
            // Any other radio of the same question counts: taking over a choice is worse than one press more.
            other_channel: rivals.iter().any(|radio| radio.checked),
            rivals,
            gsp,
            credentials,
            ideas: if answer == Some(Answer::NameTaken) { ideas(reading.page) } else { None },
            answer,
        })
    }

    /// The step that its next part belongs to, as far as the page alone tells.
    pub(super) fn step(&self) -> Step {
        match (self.channel, self.gsp) {
            _ if self.drawn_channel.is_some() => Step::ThroughGsp,
            (Some(channel), _) if !channel.checked => Step::ThroughGsp,
            (_, Some(list)) if list.choices.as_ref().is_some_and(|list| list.selected.unwrap_or(0) == 0) => {
                Step::SelectGsp
            }
            _ => Step::SetCredentials,
        }
    }

    /// The fields of step 8, where they are shown.
    #[must_use]
    pub fn credentials(&self) -> Option<&Credentials<'a>> {
        self.credentials.as_ref()
    }

    /// The control of one of the two selections.
    #[must_use]
    pub fn control(&self, selection: Selection) -> Option<&'a Control> {
        match selection {
            Selection::Channel => self.channel,
            Selection::Gsp => self.gsp,
        }
    }

    pub(super) fn decide(&self, context: &Context<'_>) -> Guidance {
        if context.readiness == Readiness::VisitUnknown {
            return Guidance::NotYet;
        }
        let guidance = match (self.channel, self.drawn_channel) {
            (Some(channel), _) if !channel.checked => self.choose_channel(channel, context),
            (None, Some(drawn)) => Guidance::Point(point_at_channel(drawn, Message::ChooseChannel)),
            (None, None) if self.offers_channels => {
                Guidance::unsure(Step::ThroughGsp, Message::ChannelMissing, "Through GSP")
            }
            _ => self.choose_gsp(context),
        };
        match guidance {
            Guidance::Point(pointer) => Guidance::Point(pointer.beside(&self.controls())),
            other => other,
        }
    }

    /// Everything on the form that is chosen, filled in or pressed.
    fn controls(&self) -> Vec<&'a Control> {
        let fields = self.credentials.iter().flat_map(Credentials::controls);
        let choices = self.rivals.iter().copied().chain(self.channel).chain(self.gsp);
        choices.chain(fields).collect()
    }

    fn choose_channel(&self, channel: &Control, context: &Context<'_>) -> Guidance {
        let untouched = context.memory.channel == Deed::NotYet && !self.other_channel;
        if untouched && context.settings.automatic {
            return when_ready(Act::ChooseChannel(channel.id), context);
        }
        let message = if context.memory.channel.is_done() { Message::ChannelNotKept } else { Message::ChooseChannel };
        let pointer = point_at_channel(channel, message);
        Guidance::Point(if self.other_channel { pointer.also(Say::just(Message::OtherChannel)) } else { pointer })
    }

    fn choose_gsp(&self, context: &Context<'_>) -> Guidance {
        let wait = Guidance::Wait { step: Step::SelectGsp, say: vec![Say::just(Message::WaitForList)] };
        let owns_up = |guidance| own_up(guidance, context.memory);
        let Some(list) = self.gsp else { return wait };
        let Some(choices) = &list.choices else { return self.choose_from_drawn(list, context) };
        if !choices.cut && choices.texts.iter().all(|choice| gsp::is_placeholder(choice)) {
            return wait;
        }
        let wanted = context.settings.gsp.as_str();
        match chosen(choices, context.memory) {
            Some(chosen) if gsp::same(chosen, wanted) => self.fill_credentials(context, None),
            Some(other) if context.memory.keeps_other => self.fill_credentials(context, Some(other)),
            other => choose_from(list, choices, other, context)
                .map_or_else(|| self.fill_credentials(context, other), owns_up),
        }
    }

    /// What to do about a list that the page draws itself: only its chosen entry can be read.
    fn choose_from_drawn(&self, list: &Control, context: &Context<'_>) -> Guidance {
        let wanted = context.settings.gsp.as_str();
        match list.shows.as_deref().filter(|shown| !gsp::is_placeholder(shown)) {
            Some(shown) if gsp::same(shown, wanted) => self.fill_credentials(context, None),
            Some(other) if context.memory.keeps_other => self.fill_credentials(context, Some(other)),
            _ => Guidance::Point(point_at_list(list, Message::GspListLong, wanted)),
        }
    }

    fn fill_credentials(&self, context: &Context<'_>, other: Option<&str>) -> Guidance {
        let Some(credentials) = &self.credentials else {
            return Guidance::Wait { step: Step::SetCredentials, say: vec![Say::just(Message::WaitForFields)] };
        };
        let answer = context.standing(self.answer);
        let mut pointer = match credentials.point(context.judgement, answer) {
            Ok(pointer) => pointer,
            Err(message) => return Guidance::unsure(Step::SetCredentials, message, "Submit"),
        };
        if let Some(answer) = answer {
            pointer = pointer.also(answer.help());
        }
        if let (Some(Answer::NameTaken), Some([one, other])) = (answer, &self.ideas) {
            pointer = pointer.also(Say::with(Message::NameIdeas, &[one, other]));
        }
        let wanted = context.settings.gsp.as_str();
        let pointer = match (other, context.memory.gsp, context.memory.channel) {
            (Some(other), ..) => {
                pointer.also(Say::with(Message::OtherGspKept, &[other, wanted])).offering(Offer::Select)
            }
            (None, Deed::Done(_), Deed::Done(_)) => {
                pointer.also(Say::with(Message::SelectedBoth, &[wanted])).offering(Offer::Undo)
            }
            (None, Deed::Done(_), _) => pointer.also(Say::with(Message::SelectedGsp, &[wanted])).offering(Offer::Undo),
            (None, ..) => pointer.also(Say::with(Message::GspIsSelected, &[wanted])),
        };
        Guidance::Point(pointer)
    }
}

/// Says that the guide selected the channel, while nothing more is selected, with a way to take it back.
fn own_up(guidance: Guidance, memory: &Memory) -> Guidance {
    if !memory.channel.is_done() {
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
    let act = Act::ChooseGsp { list: list.id, choice: place };
    match (deed, other) {
        (Deed::Asked, _) => Some(when_ready(act, context)),
        (Deed::NotYet, None) if context.settings.automatic => Some(when_ready(act, context)),
        (Deed::Done(_), None) => Some(Guidance::Point(point_at_list(list, Message::GspNotKept, wanted))),
        (_, None) => Some(Guidance::Point(point_at_list(list, Message::ChooseGsp, wanted))),
        // Chosen after the guide's own choice, on this very visit: the user's hand.
        (Deed::Done(_) | Deed::Refused | Deed::TakenBack, Some(_)) => None,
        (Deed::NotYet, Some(other)) => Some(Guidance::Point(
            Pointer::new(Step::SelectGsp, Target::Gsp, list.id, Say::with(Message::OtherGspChosen, &[other, wanted]))
                .offering(Offer::Select)
                .offering(Offer::Keep),
        )),
    }
}

/// An act, once the page listens.
fn when_ready(act: Act, context: &Context<'_>) -> Guidance {
    let guidance = Guidance::Act(act);
    match (context.readiness, guidance.step()) {
        (Readiness::PageLoads, Some(step)) => Guidance::Wait { step, say: vec![Say::just(Message::WaitForPage)] },
        _ => guidance,
    }
}

fn point_at_channel(channel: &Control, message: Message) -> Pointer {
    Pointer::new(Step::ThroughGsp, Target::ThroughGsp, channel.id, Say::just(message))
}

fn point_at_list(list: &Control, message: Message, wanted: &str) -> Pointer {
    Pointer::new(Step::SelectGsp, Target::Gsp, list.id, Say::with(message, &[wanted]))
}

fn missing(choices: &Choices, other: Option<&str>, wanted: &str) -> Guidance {
    let mut say = vec![Say::with(Message::GspMissing, &[wanted])];
    let mut offers = Vec::new();
    let has_successor = matches!(gsp::find(&choices.texts, gsp::SUCCESSOR), Listed::At(_));
    if has_successor && gsp::same(wanted, gsp::DEFAULT) {
        say.push(Say::with(Message::GspSuccessor, &[gsp::SUCCESSOR]));
        offers.push(Offer::UseSuccessor);
    } else {
        say.push(Say::just(Message::GspMissingHelp));
    }
    if let Some(other) = other {
        say.push(Say::with(Message::OtherGspChosen, &[other, wanted]));
        offers.push(Offer::Keep);
    }
    Guidance::Blocked { step: Step::SelectGsp, say, offers }
}

/// The chosen GSP, unless nothing is chosen or the browser merely shows the first. After a choice on this visit, the
/// guide's or the user's, the first is one as well.
fn chosen<'c>(choices: &'c Choices, memory: &Memory) -> Option<&'c str> {
    let at = choices.selected?;
    let text = choices.texts.get(at)?;
    let is_default = at == 0 && !choices.preset && memory.gsp == Deed::NotYet && !memory.edited;
    (!is_default && !gsp::is_placeholder(text)).then_some(text)
}

/// Whether a radio is another answer to the question that ours answers: of the same group, or, where one of the two is in
/// no group, any.
fn is_rival(radio: &Control, ours: Option<&Control>) -> bool {
    ours.is_none_or(|ours| {
        let is_same_group = ours.group.is_none() || radio.group.is_none() || ours.group == radio.group;
        ours.id != radio.id && is_same_group
    })
}

/// Whether a radio's plain label is that of our channel.
fn is_ours(label: &str) -> bool {
    label == "gsp" || has_any(label, THROUGH_GSP.0) && !has_any(label, &OTHER_CHANNELS)
}

/// The drop-down called GSP, or whose choices are companies.
fn find_list<'a>(reading: &Reading<'a>) -> Found<'a> {
    best(reading.bar, &reading.clear_of(Kind::Select), &|list| {
        GSP_LIST.fit(reading, list, if lists_companies(list) { LISTS_COMPANIES } else { 0 })
    })
}

fn lists_companies(list: &Control) -> bool {
    let Some(choices) = &list.choices else { return false };
    let is_company = |text: &&String| {
        let text = text.to_ascii_lowercase();
        ["limited", "ltd", "llp", "pvt"].iter().any(|form| text.contains(form))
    };
    choices.texts.iter().filter(is_company).take(3).count() == 3
}

impl<'a> Credentials<'a> {
    /// A user name's box and two password boxes behind it, one of them for the second entry.
    fn find(reading: &Reading<'a>, gsp: Option<&Control>) -> Option<Self> {
        let behind = |control: &Control| gsp.is_none_or(|gsp| control.follows(gsp));
        let boxes = reading.clear(|c| c.kind == Kind::TextBox && behind(c));
        let username = best(reading.bar, &boxes, &|field| {
            let shown = if reading.prefix_of(field).is_some() { HAS_PREFIX } else { 0 };
            USERNAME.fit(reading, field, shown)
        });
        let username = username.one()?;
        let is_password = |c: &Control| c.kind == Kind::PasswordBox || SHOWN_PASSWORD.fit(reading, c, 0) > 0;
        let passwords = reading.clear(|c| c.follows(username) && is_password(c));
        let [first, second] = passwords[..] else { return None };
        let in_order = if second.follows(first) { (first, second) } else { (second, first) };
        let (password, again) = match in_order {
            (first, second) if AGAIN.fit(reading, first, 0) > AGAIN.fit(reading, second, 0) => (second, first),
            in_order => in_order,
        };
        let noted = most_noted(reading.texts());
        Some(Self {
            username,
            prefix: match reading.prefix_of(username) {
                Some(PrefixPlace::Inside) => Prefix::Inside,
                Some(PrefixPlace::Before) | None => Prefix::Outside,
            },
            password,
            password_limit: password.max_length.filter(|most| *most > 0).into_iter().chain(noted).min(),
            again,
            submit: reading.pressable_after(in_order.1, SUBMIT, &[]),
        })
    }

    fn controls(&self) -> impl Iterator<Item = &'a Control> {
        [self.username, self.password, self.again].into_iter().chain(self.submit)
    }

    fn shows_prefix(&self, reading: &Reading<'_>) -> bool {
        reading.prefix_of(self.username).is_some()
    }

    /// The next field, or the button when all is well.
    ///
    /// # Errors
    /// When the button is not there or switched off: what to say of it.
    fn point(&self, judgement: &Judgement, answer: Option<Answer>) -> Result<Pointer, Message> {
        let point = |target, at, message| {
            let mut pointer = Pointer::new(Step::SetCredentials, target, at, Say::just(message));
            pointer.checks = Some(judgement.clone());
            if judgement.caps_lock && target != Target::Submit {
                pointer = pointer.also(Say::just(Message::CapsLockOn));
            }
            if matches!(target, Target::ApiPassword | Target::ApiPasswordAgain)
                && let Some(advice) = judgement.advice
            {
                pointer = pointer.also(Say::just(advice_message(advice)));
            }
            with_suggestion(pointer, judgement)
        };
        if judgement.username != UserName::Ok || self.username.in_use() || answer == Some(Answer::NameTaken) {
            return Ok(point(Target::ApiUsername, self.username.id, username_message(judgement.username)));
        }
        let is_awaited = judgement.suggestion == Suggestion::Awaited;
        let is_refused = !judgement.password.keeps_the_rules() || answer == Some(Answer::WeakPassword);
        if is_refused || is_awaited || self.password.in_use() {
            return Ok(point(Target::ApiPassword, self.password.id, password_message(judgement)));
        }
        if judgement.again != Again::Equal {
            let message =
                if judgement.again == Again::Differs { Message::PasswordsDiffer } else { Message::TypePasswordAgain };
            return Ok(point(Target::ApiPasswordAgain, self.again.id, message));
        }
        let submit = self.submit.ok_or(Message::NotFound)?;
        if submit.reach == Reach::Off {
            return Err(Message::IsOff);
        }
        Ok(point(Target::Submit, submit.id, Message::PressSubmit).also(Say::just(Message::WriteDownFirst)))
    }
}

/// Offers a password of the guide's own where one is to be typed, and says to save it where it is used.
fn with_suggestion(pointer: Pointer, judgement: &Judgement) -> Pointer {
    match (judgement.suggestion, pointer.target) {
        (_, Target::ApiUsername) => pointer,
        (Suggestion::Used, _) => pointer.also(Say::just(Message::SavePassword)).offering(Offer::CopyPassword),
        (suggestion, Target::ApiPassword) if suggestion.is_shown() => {
            pointer.offering(Offer::FillPassword).offering(Offer::CopyPassword).offering(Offer::Suggest)
        }
        (Suggestion::None, Target::ApiPassword) => pointer.offering(Offer::Suggest),
        _ => pointer,
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

fn advice_message(advice: Advice) -> Message {
    match advice {
        Advice::OddSign => Message::AdviceOddSign,
        Advice::SignAtAnEnd => Message::AdviceSignAtAnEnd,
    }
}

fn password_message(judgement: &Judgement) -> Message {
    match judgement.password {
        _ if judgement.suggestion == Suggestion::Awaited => Message::PasswordMade,
        _ if judgement.has_edge_space => Message::PasswordEdgeSpace,
        Password::Empty => Message::TypeApiPassword,
        Password::Invalid(_) => Message::PasswordInvalid,
        Password::Weak => Message::PasswordWeak,
        Password::Fair => Message::PasswordFair,
        Password::Strong => Message::PasswordStrong,
    }
}
