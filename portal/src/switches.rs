//! What can be changed about the portal, for one session at a time.

use std::num::ParseIntError;

use portals::Portal;
use portals::style::Between;
use serde::{Deserialize, Serialize};

/// An enum whose variants are words of the address bar.
macro_rules! words {
    ($(#[$about:meta])* $name:ident { $($(#[$note:meta])* $variant:ident = $word:literal,)+ }) => {
        $(#[$about])*
        #[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize, Serialize)]
        pub(crate) enum $name {
            $($(#[$note])* #[serde(rename = $word)] $variant,)+
        }

        impl $name {
            const WORDS: &'static [&'static str] = &[$($word),+];

            fn word(self) -> &'static str {
                match self {
                    $(Self::$variant => $word,)+
                }
            }
        }
    };
}

words! {
    /// The Content-Security-Policy.
    Csp {
        #[default] None = "none",
        Strict = "strict",
        Strictest = "strictest",
    }
}

words! {
    /// Whether something is there.
    Toggle {
        #[default] Off = "off",
        On = "on",
    }
}

impl Toggle {
    pub(crate) fn is_on(self) -> bool {
        self == Self::On
    }
}

words! {
    /// Which GSPs can be chosen (facts.md, 0 and E).
    GspList {
        /// As photographed, with Tera Software Limited.
        #[default] Of2022 = "2022",
        /// Neither it nor its successor.
        WithoutTera = "without-tera",
        /// It under an irregular spelling, among names that sound like it.
        Lookalikes = "lookalikes",
        /// Its successor instead of it.
        Successor = "successor",
    }
}

words! {
    /// The radio "Directly", seen in 2026 (facts.md, RX).
    Directly {
        #[default] Off = "off",
        Shown = "shown",
        Checked = "checked",
    }
}

words! {
    /// Where the portal says no.
    Told {
        /// In a block of the page, as the newest source has it of the login (facts-2026.md, 1.1).
        #[default] Page = "page",
        /// In a native alert, as older sources have it (facts.md, A), and nowhere else.
        Alert = "alert",
        Both = "both",
    }
}

impl Told {
    pub(crate) fn in_alert(self) -> bool {
        self != Self::Page
    }

    pub(crate) fn in_page(self) -> bool {
        self != Self::Alert
    }
}

words! {
    /// What the next request meets, once.
    Fault {
        #[default] None = "none",
        ServerError = "500",
        Expire = "expire",
    }
}

words! {
    /// What the registration answers next, once, whatever is asked of it.
    Answered {
        #[default] AsDue = "as-due",
        /// On the way to the OTP.
        Mobile = "mobile",
        Gstin = "gstin",
        Twice = "twice",
        Exists = "exists",
        Weak = "weak",
        Fault = "fault",
    }
}

/// The seed of a made-up portal, or none.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize)]
#[serde(try_from = "String")]
pub(crate) struct Seed(Option<u64>);

impl TryFrom<String> for Seed {
    type Error = ParseIntError;

    fn try_from(word: String) -> Result<Self, Self::Error> {
        match word.as_str() {
            "" | "off" => Ok(Self(None)),
            seed => seed.parse().map(|seed| Self(Some(seed))),
        }
    }
}

/// A session's switches.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Switches {
    pub(crate) csp: Csp,
    pub(crate) login_otp: Toggle,
    pub(crate) contacts: Toggle,
    pub(crate) notice: Toggle,
    pub(crate) gsp: GspList,
    pub(crate) directly: Directly,
    pub(crate) reload: Toggle,
    pub(crate) told: Told,
    /// How long every answer takes, in milliseconds.
    pub(crate) slow: u64,
    pub(crate) error: Fault,
    pub(crate) answered: Answered,
    /// The made-up portal that draws the screens of the job. Its style decides about GSPs, "Directly" and reloads, and
    /// adds screens of its own between login and menu. Its scripts are inline: no policy is sent.
    pub(crate) seed: Option<u64>,
}

/// The switches somebody asks for; those not named stay as they are.
#[derive(Debug, Default, Deserialize)]
pub(crate) struct Wishes {
    csp: Option<Csp>,
    login_otp: Option<Toggle>,
    contacts: Option<Toggle>,
    notice: Option<Toggle>,
    gsp: Option<GspList>,
    directly: Option<Directly>,
    reload: Option<Toggle>,
    told: Option<Told>,
    slow: Option<u64>,
    error: Option<Fault>,
    answered: Option<Answered>,
    seed: Option<Seed>,
}

/// A switch as the control page shows it.
#[derive(Debug, Serialize)]
pub(crate) struct Row {
    name: &'static str,
    value: &'static str,
    choices: &'static [&'static str],
}

impl Switches {
    /// No answer takes longer than this, whatever is asked for.
    const SLOWEST: u64 = 60_000;

    /// Sets those that are asked for.
    pub(crate) fn grant(&mut self, wishes: &Wishes) {
        fn set<T: Copy>(switch: &mut T, wish: Option<T>) {
            if let Some(wish) = wish {
                *switch = wish;
            }
        }
        set(&mut self.csp, wishes.csp);
        set(&mut self.login_otp, wishes.login_otp);
        set(&mut self.contacts, wishes.contacts);
        set(&mut self.notice, wishes.notice);
        set(&mut self.gsp, wishes.gsp);
        set(&mut self.directly, wishes.directly);
        set(&mut self.reload, wishes.reload);
        set(&mut self.told, wishes.told);
        set(&mut self.slow, wishes.slow.map(|slow| slow.min(Self::SLOWEST)));
        set(&mut self.error, wishes.error);
        set(&mut self.answered, wishes.answered);
        set(&mut self.seed, wishes.seed.map(|Seed(seed)| seed));
    }

    /// The made-up portal that draws the screens of the job, if one does.
    pub(crate) fn made_up(&self) -> Option<Portal> {
        self.seed.map(Portal::whole)
    }

    /// Whether the made-up portal puts this between the login and the menu.
    fn puts_between(&self, between: Between) -> bool {
        self.made_up().is_some_and(|portal| [between, Between::All].contains(&portal.style().between))
    }

    /// Whether the login asks for an OTP.
    pub(crate) fn asks_login_otp(&self) -> bool {
        self.login_otp.is_on() || self.puts_between(Between::LoginOtp)
    }

    /// Whether a technical person is asked for behind the login.
    pub(crate) fn asks_contacts(&self) -> bool {
        self.contacts.is_on() || self.puts_between(Between::Contacts)
    }

    /// Whether there is a notice over the menu of a made-up portal.
    pub(crate) fn shows_notice(&self) -> bool {
        self.notice.is_on() || self.puts_between(Between::Notice)
    }

    /// The policy that pages are sent with.
    pub(crate) fn policy(&self) -> Csp {
        if self.seed.is_some() { Csp::None } else { self.csp }
    }

    /// All that have words, for the control page.
    pub(crate) fn rows(&self) -> [Row; 10] {
        let toggle = |name, toggle: Toggle| Row { name, value: toggle.word(), choices: Toggle::WORDS };
        [
            Row { name: "csp", value: self.csp.word(), choices: Csp::WORDS },
            toggle("login_otp", self.login_otp),
            toggle("contacts", self.contacts),
            toggle("notice", self.notice),
            Row { name: "gsp", value: self.gsp.word(), choices: GspList::WORDS },
            Row { name: "directly", value: self.directly.word(), choices: Directly::WORDS },
            toggle("reload", self.reload),
            Row { name: "told", value: self.told.word(), choices: Told::WORDS },
            Row { name: "error", value: self.error.word(), choices: Fault::WORDS },
            Row { name: "answered", value: self.answered.word(), choices: Answered::WORDS },
        ]
    }
}
