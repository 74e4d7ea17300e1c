//! A portal: a style, and pages in it.

use crate::draw::Draw;
use crate::names;
use crate::state::{Screen, State};
use crate::style::{
    ContactsKind, Embedding, OtpTitle, RadioKind, Reveal, Split, Style, Translated, Unseen, Wanted, Zoom,
};

/// A whole portal in one style.
#[derive(Clone, Debug)]
pub struct Portal {
    pub(crate) seed: u64,
    pub(crate) style: Style,
}

impl Portal {
    /// The portal of a seed.
    #[must_use]
    pub fn of(seed: u64) -> Self {
        Self::with(seed, Style::of(seed))
    }

    /// The portal of a seed on which the whole job can be done: its list has the wanted GSP.
    #[must_use]
    pub fn whole(seed: u64) -> Self {
        let mut portal = Self::of(seed);
        if portal.style.wanted == Wanted::Missing {
            portal.style.wanted = Wanted::Usual;
        }
        if portal.style.translated == Translated::Hindi {
            portal.style.translated = Translated::SameWords;
        }
        portal
    }

    /// The same portal in another style.
    #[must_use]
    pub fn with(seed: u64, style: Style) -> Self {
        Self { seed, style: consistent(style) }
    }

    /// Its style.
    #[must_use]
    pub fn style(&self) -> &Style {
        &self.style
    }

    /// The path of a screen's address.
    #[must_use]
    pub fn path(&self, screen: Screen) -> &'static str {
        match screen {
            Screen::Contacts if self.style.contacts == ContactsKind::Dialog => Screen::MainMenu.path(),
            Screen::Otp if self.style.otp_title == OtpTitle::Unnamed => "/Home/VerifyOtp",
            screen => screen.path(),
        }
    }

    /// The wanted GSP as its list has it.
    #[must_use]
    pub fn wanted(&self) -> Option<&'static str> {
        names::spelled(self.style.wanted)
    }

    /// The names of its list of GSPs.
    #[must_use]
    pub fn gsps(&self) -> Vec<String> {
        self.at(&State::default()).gsps()
    }

    /// A whole HTML document.
    #[must_use]
    pub fn render(&self, state: &State) -> String {
        self.draw(state, None)
    }

    /// Whether the box "I agree" is ticked on a page that does not work.
    pub(crate) fn has_agreed(&self) -> bool {
        self.at(&State::default()).has_agreed()
    }

    /// The drawing of a state.
    pub(crate) fn at<'a>(&'a self, state: &'a State) -> Draw<'a> {
        Draw { seed: self.seed, style: &self.style, state, without: None }
    }

    /// The document without one thing.
    pub(crate) fn draw(&self, state: &State, without: Option<crate::target::Target>) -> String {
        let draw = Draw { without, ..self.at(state) };
        draw.classed(&draw.page())
    }
}

/// The style without what cannot be together.
fn consistent(mut style: Style) -> Style {
    use Unseen::{DrawerBottom, DrawerLeft, DrawerRight, DrawerTop};
    let has_drawer = [DrawerLeft, DrawerRight, DrawerTop, DrawerBottom].contains(&style.unseen);
    if style.zoom == Zoom::Transformed && has_drawer {
        // A drawer is fixed to what is transformed, and could be scrolled to.
        style.unseen = Unseen::ZeroFrame;
    }
    if style.radio == RadioKind::Plain && style.reveal == Reveal::Shown {
        // Nobody could tell whether it is chosen.
        style.reveal = Reveal::Hidden;
    }
    if style.translated != Translated::No {
        // Browsers translate neither frames nor shadow roots, and put words together that were split.
        style.embedding = Embedding::No;
        style.split = Split::Whole;
    }
    style
}
