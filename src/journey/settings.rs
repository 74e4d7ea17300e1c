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
    /// Whether the user has paused the guide.
    pub paused: bool,
    /// The language of the words, as `_locales` names it; empty for the browser's own.
    pub language: String,
    /// Whether the portal is opened by its second name, einvoice2.
    pub second_portal: bool,
}

/// What an office has set for its users, in place of their own settings (`extension/managed.json`).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Managed {
    /// The GSP to select.
    pub gsp: Option<String>,
    /// Whether the guide selects by itself.
    pub automatic: Option<bool>,
    /// The language of the words.
    pub language: Option<String>,
}

impl Managed {
    /// Whether nothing is set.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            gsp: gsp::DEFAULT.to_owned(),
            automatic: true,
            paused: false,
            language: String::new(),
            second_portal: false,
        }
    }
}

impl Settings {
    /// The settings where an office has its say.
    #[must_use]
    pub fn under(self, managed: &Managed) -> Self {
        Self {
            gsp: managed.gsp.clone().unwrap_or(self.gsp),
            automatic: managed.automatic.unwrap_or(self.automatic),
            language: managed.language.clone().unwrap_or(self.language),
            ..self
        }
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
    fn what_an_office_sets_goes_before_what_the_user_sets() {
        let own = Settings { gsp: "Own Limited".to_owned(), paused: true, ..Settings::default() };
        assert_eq!(own.clone().under(&Managed::default()), own);
        let managed =
            Managed { gsp: Some("Office Limited".to_owned()), automatic: Some(false), language: Some("hi".to_owned()) };
        let both = own.under(&managed);
        assert_eq!((both.gsp.as_str(), both.automatic, both.language.as_str()), ("Office Limited", false, "hi"));
        assert!(both.paused, "a pause is the user's own");
    }

    #[test]
    fn an_unusable_name_becomes_the_default() {
        for gsp in ["", "   ", "--Select--", &"x".repeat(201)] {
            assert_eq!(Settings { gsp: gsp.to_owned(), ..Settings::default() }.checked(), Settings::default());
        }
        let set = Managed { gsp: Some(String::new()), ..Managed::default() };
        assert_eq!(Settings::default().under(&set).checked(), Settings::default(), "an office may set nonsense too");
        let other = Settings { gsp: " Adaequare Info Private Limited ".to_owned(), ..Settings::default() };
        assert_eq!(other.checked().gsp, "Adaequare Info Private Limited");
    }
}
