//! A portal: a style, and pages in it.

use crate::draw::Draw;
use crate::names;
use crate::state::{Screen, State};
use crate::style::{ContactsKind, Style, Wanted};

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
        Self { seed, style: Style::of(seed) }
    }

    /// The portal of a seed on which the whole job can be done: its list has the wanted GSP.
    #[must_use]
    pub fn whole(seed: u64) -> Self {
        let mut portal = Self::of(seed);
        if portal.style.wanted == Wanted::Missing {
            portal.style.wanted = Wanted::Usual;
        }
        portal
    }

    /// The same portal in another style.
    #[must_use]
    pub fn with(seed: u64, style: Style) -> Self {
        Self { seed, style }
    }

    /// Its style.
    #[must_use]
    pub fn style(&self) -> &Style {
        &self.style
    }

    /// The path of a screen's address.
    #[must_use]
    pub fn path(&self, screen: Screen) -> &'static str {
        match (screen, self.style.contacts) {
            (Screen::Contacts, ContactsKind::Dialog) => Screen::MainMenu.path(),
            (screen, _) => screen.path(),
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
        let state = State::default();
        Draw { seed: self.seed, style: &self.style, state: &state, without: None }.gsps()
    }

    /// A whole HTML document.
    #[must_use]
    pub fn render(&self, state: &State) -> String {
        self.draw(state, None)
    }

    /// The document without one thing.
    pub(crate) fn draw(&self, state: &State, without: Option<crate::target::Target>) -> String {
        let draw = Draw { seed: self.seed, style: &self.style, state, without };
        draw.classed(&draw.page())
    }
}
