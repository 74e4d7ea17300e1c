//! What the guide says and does next: the outcome of a decision.

use super::answers::Answer;
use super::memory::Selection;
use super::say::{Message, Say};
use super::step::{Step, Target};
use crate::rules::Judgement;
use crate::snapshot::{Control, ControlId};

/// What to do about the page as it is now.
#[derive(Clone, Debug, PartialEq)]
pub enum Guidance {
    /// The page has nothing to do with the job.
    Nothing,
    /// It takes a moment to know: what is shown stays.
    NotYet,
    /// Ring a control and say what to do with it.
    Point(Pointer),
    /// The page is busy, or about to show what comes next.
    Wait {
        /// The step that waits.
        step: Step,
        /// What is waited for.
        say: Vec<Say>,
    },
    /// It cannot go on; the words say why.
    Blocked {
        /// The step that is stuck.
        step: Step,
        /// Why, and what to do.
        say: Vec<Say>,
        /// What the user can press.
        offers: Vec<Offer>,
    },
    /// Act on the page, then look again.
    Act(Act),
    /// The API user exists.
    Done {
        /// Its full names, `API_` included; more than one where the page lists several for the GSP.
        names: Vec<String>,
        /// What to do next.
        say: Vec<Say>,
    },
}

impl Guidance {
    /// The screen is known, but not what to point at: says what to look for, by its usual label.
    #[must_use]
    pub fn unsure(step: Step, message: Message, label: &str) -> Self {
        let say = vec![Say::with(message, &[label]), Say::just(Message::LookYourself)];
        Self::Blocked { step, say, offers: vec![Offer::Describe] }
    }

    /// Whether it says that something is missing, which a part of the page that is still to come might bring.
    #[must_use]
    pub fn is_blocked(&self) -> bool {
        matches!(self, Self::Blocked { .. })
    }

    /// What is ringed.
    #[must_use]
    pub fn pointer(&self) -> Option<&Pointer> {
        if let Self::Point(pointer) = self { Some(pointer) } else { None }
    }

    /// What to say when a wait takes long: what the user can do.
    #[must_use]
    pub fn overdue(self) -> Self {
        let Self::Wait { step, mut say } = self else { return self };
        say.push(Say::just(match step {
            Step::ThroughGsp | Step::SelectGsp => Message::WaitedForChoice,
            _ => Message::WaitedLong,
        }));
        Self::Blocked { step, say, offers: vec![Offer::Describe] }
    }

    /// The step it belongs to.
    #[must_use]
    pub fn step(&self) -> Option<Step> {
        match self {
            Self::Nothing | Self::NotYet => None,
            Self::Point(pointer) => Some(pointer.step),
            Self::Wait { step, .. } | Self::Blocked { step, .. } => Some(*step),
            Self::Act(Act::ChooseChannel(_)) => Some(Step::ThroughGsp),
            Self::Act(Act::ChooseGsp { .. }) => Some(Step::SelectGsp),
            Self::Done { .. } => Some(Step::Done),
        }
    }
}

/// A ring and its words.
#[derive(Clone, Debug, PartialEq)]
pub struct Pointer {
    /// The step.
    pub step: Step,
    /// What the ring means.
    pub target: Target,
    /// What the ring is on.
    pub at: ControlId,
    /// What to do, the first sentence first.
    pub say: Vec<Say>,
    /// What the user can press.
    pub offers: Vec<Offer>,
    /// The checks beside the fields, in step 8.
    pub checks: Option<Judgement>,
    /// What the callout must leave free beside the target: the other controls of the same screen.
    pub free: Vec<ControlId>,
}

/// The only two things the guide ever does on the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Act {
    /// Choose the radio "Through GSP".
    ChooseChannel(ControlId),
    /// Choose an entry of the list of GSPs.
    ChooseGsp {
        /// The list.
        list: ControlId,
        /// The entry's place in it.
        choice: usize,
    },
}

impl Act {
    /// What it acts on.
    #[must_use]
    pub fn control(self) -> ControlId {
        match self {
            Self::ChooseChannel(control) | Self::ChooseGsp { list: control, .. } => control,
        }
    }

    /// Which selection it makes.
    #[must_use]
    pub fn selection(self) -> Selection {
        match self {
            Self::ChooseChannel(_) => Selection::Channel,
            Self::ChooseGsp { .. } => Selection::Gsp,
        }
    }
}

/// A button in the callout.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Offer {
    /// Take back what the guide selected.
    Undo,
    /// Take the successor of a GSP that is not listed, and keep it as the setting.
    UseSuccessor,
    /// Select the wanted GSP after all.
    Select,
    /// Keep the GSP the user chose.
    Keep,
    /// Copy the API user name.
    Copy,
    /// Copy the name with all that belongs to it.
    CopyAll,
    /// Keep the name on this computer.
    KeepName,
    /// Make a strong password.
    Suggest,
    /// Put that password into both fields.
    FillPassword,
    /// Copy it.
    CopyPassword,
    /// Copy a description of the page, for a report of the problem.
    Describe,
    /// Be silent until resumed.
    Pause,
    /// Guide again.
    Resume,
    /// Make the callout small, or large again.
    Fold,
    /// Say what the step is about, or leave that out again.
    Explain,
    /// Say what to do where the user does not see what is spoken of.
    NotHere,
}

impl Offer {
    /// Its name in `data-do`.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Undo => "undo",
            Self::UseSuccessor => "use-successor",
            Self::Select => "select",
            Self::Keep => "keep",
            Self::Copy => "copy",
            Self::CopyAll => "copy-all",
            Self::KeepName => "keep-name",
            Self::Suggest => "suggest",
            Self::FillPassword => "fill-password",
            Self::CopyPassword => "copy-password",
            Self::Describe => "describe",
            Self::Pause => "pause",
            Self::Resume => "resume",
            Self::Fold => "fold",
            Self::Explain => "explain",
            Self::NotHere => "not-here",
        }
    }
}

impl Pointer {
    /// A pointer with one sentence and nothing to press.
    #[must_use]
    pub fn new(step: Step, target: Target, at: ControlId, say: Say) -> Self {
        Self { step, target, at, say: vec![say], offers: Vec::new(), checks: None, free: Vec::new() }
    }

    /// The same with one more sentence.
    #[must_use]
    pub fn also(mut self, say: Say) -> Self {
        self.say.push(say);
        self
    }

    /// The same with help on what the portal answered, if it did.
    #[must_use]
    pub fn answering(self, answer: Option<Answer>) -> Self {
        match answer {
            Some(answer) => self.also(answer.help()),
            None => self,
        }
    }

    /// The same, leaving these controls free.
    #[must_use]
    pub fn beside(mut self, controls: &[&Control]) -> Self {
        for control in controls {
            self.free.push(control.id);
        }
        self
    }

    /// The same with a button.
    #[must_use]
    pub fn offering(mut self, offer: Offer) -> Self {
        self.offers.push(offer);
        self
    }
}
