//! What is shown, in words: a [`Guidance`] turned into the text of the callout. Pure but for the words it is given.

use zeroize::Zeroizing;

use crate::journey::guidance::{Guidance, Offer, Pointer};
use crate::journey::say::{Message, Say};
use crate::journey::step::{Step, Target};
use crate::rules::{Broken, Judgement, Lengths, Password, Suggestion};
use crate::snapshot::ControlId;

/// The state in `data-state`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// A ring is shown.
    Guiding,
    /// The page is busy.
    Waiting,
    /// It cannot go on.
    Blocked,
    /// The user has paused it.
    Paused,
    /// The job is done.
    Done,
}

impl State {
    /// Its name in `data-state`.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Guiding => "guiding",
            Self::Waiting => "waiting",
            Self::Blocked => "blocked",
            Self::Paused => "paused",
            Self::Done => "done",
        }
    }
}

/// Everything the overlay shows.
#[derive(Clone, Debug, PartialEq)]
pub struct View {
    /// The state.
    pub state: State,
    /// The step; none while paused on a page where it is not told.
    pub step: Step,
    /// What the ring means and is on.
    pub target: Option<(Target, ControlId)>,
    /// The controls that the callout must leave free.
    pub free: Vec<ControlId>,
    /// "Step 4 of 9".
    pub progress: String,
    /// The step's name.
    pub title: String,
    /// The sentences, the first one the most important.
    pub sentences: Vec<String>,
    /// Requirements with whether each is met.
    pub checks: Vec<Check>,
    /// How strong the password is, from 1 to 3, and the words for it.
    pub strength: Option<(usize, String)>,
    /// API user names to keep.
    pub names: Vec<String>,
    /// The password that the guide made, to be read.
    pub secret: Option<Secret>,
    /// Buttons: what each does and says.
    pub buttons: Vec<(Offer, String)>,
    /// The verdicts of step 8.
    pub verdicts: Option<(&'static str, &'static str)>,
    /// Whether only the step is shown, and the ring.
    pub is_folded: bool,
}

/// How much of its help the user has asked a step for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Help {
    /// What the step is about.
    Meaning,
    /// Also what to do where it is not on the screen.
    NotHere,
}

/// A password that the guide made. Nothing writes it down by accident.
#[derive(Clone, PartialEq, Eq)]
pub struct Secret(pub Zeroizing<String>);

impl std::fmt::Debug for Secret {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Secret")
    }
}

/// One requirement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Check {
    /// Its words.
    pub text: String,
    /// "done" or "not yet".
    pub spoken: String,
    /// Whether it is met.
    pub met: bool,
}

/// Where the words come from.
pub type Words<'a> = &'a dyn Fn(&Say) -> String;

impl View {
    /// The view of a guidance; `None` where there is nothing to show.
    #[must_use]
    pub fn of(guidance: &Guidance, wanted: &str, words: Words<'_>) -> Option<Self> {
        Some(match guidance {
            Guidance::Nothing | Guidance::NotYet | Guidance::Act(_) => return None,
            Guidance::Point(pointer) => Self::pointing(pointer, wanted, words),
            Guidance::Wait { step, say } => Self::plain(State::Waiting, *step, say, words),
            Guidance::Blocked { step, say, offers } => {
                let mut view = Self::plain(State::Blocked, *step, say, words);
                view.offer(offers, wanted, words);
                view
            }
            Guidance::Done { names, say } => {
                let mut view = Self::plain(State::Done, Step::Done, say, words);
                view.names.clone_from(names);
                if names.len() == 1 {
                    view.offer(&[Offer::Copy, Offer::CopyAll, Offer::KeepName], wanted, words);
                }
                view
            }
        })
    }

    /// The view while paused, for this visit or for good: one button to go on.
    #[must_use]
    pub fn paused(step: Step, is_for_visit: bool, words: Words<'_>) -> Self {
        let say: Vec<Say> = is_for_visit.then(|| Say::just(Message::PausedForVisit)).into_iter().collect();
        let mut view = Self::plain(State::Paused, step, &say, words);
        view.buttons.push((Offer::Resume, words(&Say::just(Message::Resume))));
        view
    }

    fn pointing(pointer: &Pointer, wanted: &str, words: Words<'_>) -> Self {
        let mut view = Self::plain(State::Guiding, pointer.step, &pointer.say, words);
        view.target = Some((pointer.target, pointer.at));
        view.free.clone_from(&pointer.free);
        view.offer(&pointer.offers, wanted, words);
        if let Some(judgement) = &pointer.checks {
            view.verdicts = Some((judgement.username.name(), judgement.password.name()));
            // Beside a password that is to be filled in, a verdict would be read as one on that.
            if pointer.target == Target::ApiPassword && judgement.suggestion != Suggestion::Awaited {
                view.checks = checks(judgement, words);
                view.strength = strength(&judgement.password).map(|(level, word)| (level, words(&Say::just(word))));
            }
            if judgement.suggestion.is_shown()
                && let Some((_, text)) = view.buttons.iter_mut().find(|(offer, _)| *offer == Offer::Suggest)
            {
                *text = words(&Say::just(Message::SuggestAnother));
            }
        }
        view
    }

    fn plain(state: State, step: Step, say: &[Say], words: Words<'_>) -> Self {
        Self {
            state,
            step,
            target: None,
            free: Vec::new(),
            progress: words(&Say::with(Message::StepOf, &[&step.number().to_string()])),
            title: words(&Say::just(Message::naming(step))),
            sentences: say.iter().map(words).collect(),
            checks: Vec::new(),
            strength: None,
            names: Vec::new(),
            secret: None,
            buttons: Vec::new(),
            verdicts: None,
            is_folded: false,
        }
    }

    /// The same with the help that the user has asked for.
    #[must_use]
    pub fn with_help(mut self, help: Option<Help>, words: Words<'_>) -> Self {
        let mut say = |message| self.sentences.push(words(&Say::just(message)));
        if help.is_some() {
            say(Message::explaining(self.step));
        }
        if help == Some(Help::NotHere) {
            say(Message::LookYourself);
        }
        let offers: &[Offer] = match help {
            Some(Help::NotHere) if self.state != State::Blocked => &[Offer::Describe, Offer::Explain],
            Some(Help::Meaning) if self.target.is_some() => &[Offer::NotHere, Offer::Explain],
            _ => &[Offer::Explain],
        };
        self.offer(offers, "", words);
        self
    }

    /// The same with nothing but its step.
    #[must_use]
    pub fn folded(mut self) -> Self {
        self.is_folded = true;
        self.buttons.clear();
        self
    }

    fn offer(&mut self, offers: &[Offer], wanted: &str, words: Words<'_>) {
        self.buttons.extend(offers.iter().map(|offer| (*offer, words(&label(*offer, wanted)))));
    }
}

fn checks(judgement: &Judgement, words: Words<'_>) -> Vec<Check> {
    if matches!(judgement.password, Password::Fair | Password::Strong) {
        return Vec::new();
    }
    // What the page refuses for a reason of its own is listed only when it does.
    let refused = matches!(&judgement.password, Password::Invalid(broken) if broken.contains(&Broken::Page));
    Broken::ALL
        .into_iter()
        .chain(refused.then_some(Broken::Page))
        .map(|rule| {
            let met = judgement.password.keeps(rule);
            let spoken = if met { Message::CheckDone } else { Message::CheckNotYet };
            Check { text: words(&requirement(rule, judgement)), spoken: words(&Say::just(spoken)), met }
        })
        .collect()
}

/// How strong a password is that keeps the rules.
fn strength(password: &Password) -> Option<(usize, Message)> {
    match password {
        Password::Empty | Password::Invalid(_) => None,
        Password::Weak => Some((1, Message::StrengthWeak)),
        Password::Fair => Some((2, Message::StrengthFair)),
        Password::Strong => Some((3, Message::StrengthStrong)),
    }
}

fn requirement(rule: Broken, judgement: &Judgement) -> Say {
    match rule {
        Broken::Length => match judgement.lengths {
            Lengths::Between(least, most) => Say::with(Message::RuleLength, &[&least.to_string(), &most.to_string()]),
            Lengths::UpTo(most) => Say::with(Message::RuleLengthUpTo, &[&most.to_string()]),
        },
        Broken::Upper => Say::just(Message::RuleUpper),
        Broken::Lower => Say::just(Message::RuleLower),
        Broken::Digit => Say::just(Message::RuleDigit),
        Broken::Special => Say::just(Message::RuleSpecial),
        Broken::Space => Say::just(Message::RuleSpace),
        Broken::Page => match &judgement.page_asks_for {
            Some(what) => Say::with(Message::RulePageSays, &[what]),
            None => Say::just(Message::RulePage),
        },
    }
}

fn label(offer: Offer, wanted: &str) -> Say {
    match offer {
        Offer::Undo => Say::just(Message::Undo),
        Offer::UseSuccessor => Say::just(Message::UseSuccessor),
        Offer::Select => Say::with(Message::Select, &[wanted]),
        Offer::Keep => Say::just(Message::Keep),
        Offer::Copy => Say::just(Message::Copy),
        Offer::CopyAll => Say::just(Message::CopyAll),
        Offer::KeepName => Say::just(Message::KeepHere),
        Offer::Suggest => Say::just(Message::Suggest),
        Offer::FillPassword => Say::just(Message::FillPassword),
        Offer::CopyPassword => Say::just(Message::CopyPassword),
        Offer::Describe => Say::just(Message::Describe),
        Offer::Pause => Say::just(Message::Pause),
        Offer::Resume => Say::just(Message::Resume),
        Offer::Fold => Say::just(Message::Fold),
        Offer::Explain => Say::just(Message::Explain),
        Offer::NotHere => Say::just(Message::NotHere),
    }
}
