//! The portal's rules for the new API user's name and password. Pure: text in, verdicts out, nothing kept.

mod noted;
mod password;
mod strength;
mod suggest;
mod username;

pub use noted::most_noted;
pub use password::{Advice, Broken, Lengths, Password};
pub use suggest::suggest;
pub use username::{Prefix, UserName};

/// What is typed in step 8, for as long as it takes to judge it.
#[derive(Clone)]
pub struct Entries<'a> {
    /// The user name as it stands in the field.
    pub username: &'a str,
    /// Where the page shows the fixed `API_`.
    pub prefix: Prefix,
    /// The most characters the page takes for the user name.
    pub username_limit: Option<usize>,
    /// The password.
    pub password: &'a str,
    /// The most characters the page takes for the password.
    pub password_limit: Option<usize>,
    /// Whether the page's own check refuses the password: its `pattern`, for one.
    pub page_refuses: bool,
    /// What the page says that it asks for.
    pub page_asks_for: Option<String>,
    /// The password, entered again.
    pub again: &'a str,
    /// The password that the guide made, where it was asked to.
    pub suggested: Option<Suggested<'a>>,
    /// Names that the page shows: whoever guesses tries them first.
    pub names: &'a [&'a str],
}

/// The password that the guide made.
#[derive(Clone, Copy)]
pub struct Suggested<'a> {
    /// The password.
    pub password: &'a str,
    /// Whether the user has typed nothing since asking for it.
    pub is_awaited: bool,
}

/// How the two password entries compare.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Again {
    /// Nothing is entered again yet.
    #[default]
    Empty,
    /// What is entered so far is how the password begins.
    Partly,
    /// They differ.
    Differs,
    /// They are equal.
    Equal,
}

/// What became of the password that the guide made.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Suggestion {
    /// None was asked for.
    #[default]
    None,
    /// It is to be filled in: nothing was typed since it was asked for, or nothing is entered.
    Awaited,
    /// It is shown still, and another one was typed since.
    Shown,
    /// It is entered.
    Used,
}

impl Suggestion {
    /// Whether it is to be read, and not entered yet.
    #[must_use]
    pub fn is_shown(self) -> bool {
        matches!(self, Self::Awaited | Self::Shown)
    }
}

/// The verdicts on one set of entries. Holds nothing of what was typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Judgement {
    /// On the user name.
    pub username: UserName,
    /// On the password.
    pub password: Password,
    /// How many characters it may have, by what the page and the portal say.
    pub lengths: Lengths,
    /// On the second entry.
    pub again: Again,
    /// What became of the guide's own password.
    pub suggestion: Suggestion,
    /// What speaks against the password though no rule is known to forbid it.
    pub advice: Option<Advice>,
    /// What the page says that it asks for, where it refuses the password.
    pub page_asks_for: Option<String>,
    /// Whether the password begins or ends with a space, which nobody sees.
    pub has_edge_space: bool,
    /// Whether Caps Lock is on, as the last key told.
    pub caps_lock: bool,
}

/// Judges the entries of step 8.
#[must_use]
pub fn judge(entries: &Entries<'_>) -> Judgement {
    let lengths = Lengths::of(entries.password_limit);
    let names: Vec<&str> = entries.names.iter().copied().chain([entries.username]).collect();
    Judgement {
        username: username::judge(entries.username, entries.prefix, entries.username_limit),
        password: password::refused_by(password::judge(entries.password, &names, lengths), entries.page_refuses),
        advice: password::advice(entries.password),
        lengths,
        page_asks_for: entries.page_asks_for.clone().filter(|_| entries.page_refuses),
        again: compare(entries.password, entries.again),
        suggestion: match entries.suggested {
            None => Suggestion::None,
            Some(suggested) if suggested.password == entries.password => Suggestion::Used,
            Some(suggested) if suggested.is_awaited || entries.password.is_empty() => Suggestion::Awaited,
            Some(_) => Suggestion::Shown,
        },
        has_edge_space: entries.password.trim() != entries.password,
        caps_lock: false,
    }
}

fn compare(password: &str, again: &str) -> Again {
    if again.is_empty() {
        Again::Empty
    } else if again == password {
        Again::Equal
    } else if password.starts_with(again) {
        Again::Partly
    } else {
        Again::Differs
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_second_entry_is_compared_as_it_is_typed() {
        for (password, again, want) in [
            ("Abc@1234", "", Again::Empty),
            ("Abc@1234", "Abc", Again::Partly),
            ("Abc@1234", "abc", Again::Differs),
            ("Abc@1234", "Abc@1234", Again::Equal),
            ("Abc@1234", "Abc@1234 ", Again::Differs),
            ("", "x", Again::Differs),
        ] {
            assert_eq!(compare(password, again), want, "{password:?} {again:?}");
        }
    }
}
