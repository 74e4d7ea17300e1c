//! What the guide says, by the name of the message: the words themselves are in `extension/_locales`.

use super::step::Step;

/// One message with what stands in its gaps.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Say {
    /// Which message.
    pub message: Message,
    /// What stands in its gaps, in order.
    pub gaps: Vec<String>,
}

impl Say {
    /// A message without gaps.
    #[must_use]
    pub fn just(message: Message) -> Self {
        Self { message, gaps: Vec::new() }
    }

    /// A message with its gaps filled.
    #[must_use]
    pub fn with(message: Message, gaps: &[&str]) -> Self {
        let mut say = Self::just(message);
        for gap in gaps {
            say.gaps.push((*gap).to_owned());
        }
        say
    }
}

impl Message {
    /// The name of a step.
    #[must_use]
    pub fn naming(step: Step) -> Self {
        match step {
            Step::SignIn => Self::StepSignIn,
            Step::ApiRegistration => Self::StepApiRegistration,
            Step::UserCredentials => Self::StepUserCredentials,
            Step::CreateApiUser => Self::StepCreateApiUser,
            Step::VerifyOtp => Self::StepVerifyOtp,
            Step::ThroughGsp => Self::StepThroughGsp,
            Step::SelectGsp => Self::StepSelectGsp,
            Step::SetCredentials => Self::StepSetCredentials,
            Step::Done => Self::StepDone,
        }
    }

    /// What a step is about, for whoever does not know its words.
    #[must_use]
    pub fn explaining(step: Step) -> Self {
        match step {
            Step::SignIn => Self::ExplainSignIn,
            Step::ApiRegistration => Self::ExplainApiRegistration,
            Step::UserCredentials => Self::ExplainUserCredentials,
            Step::CreateApiUser => Self::ExplainCreateApiUser,
            Step::VerifyOtp => Self::ExplainVerifyOtp,
            Step::ThroughGsp => Self::ExplainThroughGsp,
            Step::SelectGsp => Self::ExplainSelectGsp,
            Step::SetCredentials => Self::ExplainSetCredentials,
            Step::Done => Self::ExplainDone,
        }
    }
}

/// Makes the list of messages; a message's key is its name.
macro_rules! messages {
    ($($name:ident,)*) => {
        /// A message of `_locales`, under the key of the same name, where its description says what it is for.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum Message {
            $(#[doc = concat!("The message `", stringify!($name), "`.")] $name,)*
        }

        impl Message {
            /// Every message.
            pub const ALL: &[Self] = &[$(Self::$name,)*];

            /// Its key in `_locales`.
            #[must_use]
            pub fn key(self) -> &'static str {
                match self {
                    $(Self::$name => stringify!($name),)*
                }
            }
        }
    };
}

messages! {
    StepOf,
    StepSignIn,
    StepApiRegistration,
    StepUserCredentials,
    StepCreateApiUser,
    StepVerifyOtp,
    StepThroughGsp,
    StepSelectGsp,
    StepSetCredentials,
    StepDone,
    Language,
    CalloutLabel,
    OpenLogin,
    NothingIsRead,
    TypePortalUsername,
    TypePortalPassword,
    TypeCaptcha,
    PressLogin,
    TypeLoginOtp,
    TwoOtps,
    PressVerifyLoginOtp,
    ExitContacts,
    CloseNotice,
    SomethingInFront,
    PortalBusy,
    PressApiRegistration,
    PressUserCredentials,
    PressCreateApiUser,
    OtpGoesTo,
    MenuMissing,
    MenuMissingHelp,
    MenuEntryMissing,
    MenuOpening,
    PressToOpen,
    NotFound,
    TwoAlike,
    IsHidden,
    LookYourself,
    PressHome,
    TypeOtp,
    OtpWhere,
    PressVerifyOtp,
    ChooseChannel,
    OtherChannel,
    ChannelMissing,
    SelectedChannel,
    SelectedBoth,
    SelectedGsp,
    GspIsSelected,
    WaitForList,
    WaitForPage,
    IsOff,
    Translated,
    UnknownPage,
    UnknownPageButtons,
    GuideFailed,
    GuideUpdated,
    WaitedForChoice,
    WaitedLong,
    ChannelNotKept,
    GspNotKept,
    WaitForFields,
    ChooseGsp,
    GspTwice,
    GspListLong,
    GspMissing,
    GspMissingHelp,
    GspSuccessor,
    OtherGspChosen,
    OtherGspKept,
    TypeApiUsername,
    PrefixTwice,
    PrefixGone,
    UsernameSpace,
    UsernameTooLong,
    TypeApiPassword,
    PasswordInvalid,
    PasswordMade,
    PasswordEdgeSpace,
    CapsLockOn,
    PasswordWeak,
    PasswordFair,
    PasswordStrong,
    TypePasswordAgain,
    PasswordsDiffer,
    PressSubmit,
    WriteDownFirst,
    KeepName,
    KeepOneOfNames,
    DoneWithoutName,
    UserNotInUse,
    UserOfOther,
    WhatNext,
    NotThePortalLogin,
    HelpWrongOtp,
    HelpWrongLogin,
    HelpWrongCaptcha,
    HelpNameTaken,
    NameIdeas,
    HelpMobileNotRegistered,
    HelpGstinNotEnabled,
    HelpSentTwice,
    HelpWeakPassword,
    HelpAlreadyRegistered,
    HelpSessionEnded,
    HelpPortalFault,
    RuleLength,
    RuleLengthUpTo,
    RuleUpper,
    RuleLower,
    RuleDigit,
    RuleSpecial,
    RuleSpace,
    RulePage,
    RulePageSays,
    AdviceOddSign,
    AdviceSignAtAnEnd,
    StrengthWeak,
    StrengthFair,
    StrengthStrong,
    CheckDone,
    CheckNotYet,
    Undo,
    UseSuccessor,
    Select,
    Keep,
    Copy,
    CopyAll,
    NameBlock,
    KeepHere,
    NameKept,
    NameNotKept,
    Suggest,
    SuggestAnother,
    FillPassword,
    CopyPassword,
    PasswordCopied,
    PasswordNotFilled,
    NoPasswordMade,
    SavePassword,
    Describe,
    Described,
    Copied,
    CopyFailed,
    Pause,
    Resume,
    PausedForVisit,
    Fold,
    Unfold,
    Explain,
    NotHere,
    ExplainSignIn,
    ExplainApiRegistration,
    ExplainUserCredentials,
    ExplainCreateApiUser,
    ExplainVerifyOtp,
    ExplainThroughGsp,
    ExplainSelectGsp,
    ExplainSetCredentials,
    ExplainDone,
}
