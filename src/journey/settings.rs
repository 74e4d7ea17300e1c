//! What the user can set.

use serde::{Deserialize, Serialize};

use super::gsp;

/// The settings, as they are stored. Anything missing or of another version falls back to its default.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Settings {
    /// The GSP to select, as it stands in the portal's list.
    pub gsp: String,
    /// Whether the guide selects the channel and the GSP itself.
    pub automatic: bool,
    /// Whether the user has paused the guide for good.
    pub paused: bool,
    /// Whether the user has paused the guide until the tab is closed.
    pub paused_for_visit: bool,
    /// The language of the words, as `_locales` names it; empty for the browser's own.
    pub language: String,
    /// Whether the portal is opened by its second name, einvoice2.
    pub second_portal: bool,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            gsp: gsp::DEFAULT.to_owned(),
            automatic: true,
            paused: false,
            paused_for_visit: false,
            language: String::new(),
            second_portal: false,
        }
    }
}

impl Settings {
    /// Whether the guide is to be silent, for whatever time.
    #[must_use]
    pub fn is_paused(&self) -> bool {
        self.paused || self.paused_for_visit
    }

    /// Ends every pause.
    pub fn resume(&mut self) {
        (self.paused, self.paused_for_visit) = (false, false);
    }

    /// The settings with an unusable GSP name replaced by the default.
    #[must_use]
    pub fn checked(mut self) -> Self {
        self.gsp = self.gsp.trim().to_owned();
        if gsp::is_placeholder(&self.gsp) || self.gsp.len() > 200 {
            self.gsp = gsp::DEFAULT.to_owned();
        }
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_unusable_name_becomes_the_default() {
        for gsp in ["", "   ", "--Select--", &"x".repeat(201)] {
            assert_eq!(Settings { gsp: gsp.to_owned(), ..Settings::default() }.checked(), Settings::default());
        }
        let other = Settings { gsp: " Adaequare Info Private Limited ".to_owned(), ..Settings::default() };
        assert_eq!(other.checked().gsp, "Adaequare Info Private Limited");
    }
}
