//! What the guide remembers while one document is open: what it did itself and what the user said about it.

/// One of the two things the guide may do on the page, each at most once.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Deed {
    /// Not done by the guide.
    #[default]
    NotYet,
    /// Asked for by the user with a button: to be done whatever the settings say.
    Asked,
    /// Done by the guide.
    Done,
    /// Done, and taken back by the user: from here on it is the user's own choice.
    Undone,
}

/// The guide's memory. Leaving the registration form empties it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Memory {
    /// Selecting "Through GSP".
    pub channel: Deed,
    /// Selecting the GSP.
    pub gsp: Deed,
    /// Whether the user wants to keep a GSP other than the one in the settings.
    pub keeps_other: bool,
    /// Whether the user has typed since the portal refused the form.
    pub edited: bool,
}
