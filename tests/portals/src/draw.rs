//! What everything that is drawn has at hand: the style, the state, and chance.

use crate::dice::Dice;
use crate::state::State;
use crate::style::{Layout, Markup, Style};
use crate::target::Target;

/// One drawing of one page.
#[derive(Debug)]
pub(crate) struct Draw<'a> {
    pub(crate) seed: u64,
    pub(crate) style: &'a Style,
    pub(crate) state: &'a State,
    pub(crate) without: Option<Target>,
}

impl Draw<'_> {
    pub(crate) fn dice(&self, key: &str) -> Dice {
        Dice::of(self.seed, key)
    }

    /// Whether the page is drawn without this.
    pub(crate) fn gone(&self, target: Target) -> bool {
        self.without == Some(target)
    }

    /// The attribute that says what an element is.
    pub(crate) fn mark(&self, target: Target) -> String {
        if self.gone(target) { String::new() } else { format!(" data-is=\"{}\"", target.name()) }
    }

    /// An attribute for the script, on a live page.
    pub(crate) fn live(&self, attributes: &str) -> String {
        if self.state.live { format!(" {attributes}") } else { String::new() }
    }

    /// Whether elements are what they are called.
    pub(crate) fn is_semantic(&self) -> bool {
        self.style.markup == Markup::Semantic
    }

    /// Puts something many elements deep, where the portal is written so.
    pub(crate) fn deep(&self, key: &str, html: &str) -> String {
        if self.style.markup != Markup::DivSoup {
            return html.to_owned();
        }
        let mut dice = self.dice(&format!("deep.{key}"));
        (0..=dice.below(3)).fold(html.to_owned(), |inner, _| format!("<div class=\"{}\">{inner}</div>", dice.word(7)))
    }

    /// Puts a part where the script inserts it late, on a live page.
    pub(crate) fn late(&self, html: &str) -> String {
        let delay = 150 + self.dice(html.get(..12).unwrap_or("late")).below(250);
        if self.state.live { format!("<template data-late=\"{delay}\">{html}</template>") } else { html.to_owned() }
    }

    /// The layout of the login dialog.
    pub(crate) fn dialog_layout(&self) -> Layout {
        match self.style.dialog_layout {
            crate::style::DialogLayout::Stacked => Layout::Stacked,
            crate::style::DialogLayout::Placeholder => Layout::Placeholder,
            crate::style::DialogLayout::SameAsForm => self.style.layout,
        }
    }
}

/// A class that shows or hides.
pub(crate) fn shown_if(shown: bool) -> &'static str {
    if shown { "" } else { " §d-none" }
}
