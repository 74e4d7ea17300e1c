//! What the registration form refuses, and with which words (facts.md, C and D).

use crate::session::{ApiUser, Received};

/// The name that somebody else always has already.
pub(crate) const TAKEN: &str = "API_taken";

/// The value of the radio "Through GSP".
pub(crate) const THROUGH_GSP: &str = "GSP";

/// Longest password (facts.md, ICG: printed on the sister portal's form).
pub(crate) const LONGEST_PASSWORD: usize = 15;

/// Shortest password (facts.md, C: weak sources).
const SHORTEST_PASSWORD: usize = 8;

/// Longest name, without its prefix: of no source, so a length that nobody needs.
const LONGEST_NAME: usize = 50;

/// Why a form is refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Refusal {
    NoChannel,
    OtherChannel,
    NoGsp,
    NoName,
    WeakPassword,
    PasswordsDiffer,
    SamePassword,
    WrongPassword,
    NameTaken,
}

impl Refusal {
    /// The words of the refusal. Those with a number are of the portal's own list (facts.md, MGC); the others are ours.
    pub(crate) fn text(self) -> &'static str {
        match self {
            Self::NoChannel => "Please select how you wish to register",
            Self::OtherChannel => "Only Through GSP can be practised on this practice portal",
            Self::NoGsp => "Please select your GSP",
            Self::NoName => "Please enter a valid Username",
            Self::WeakPassword => {
                "3003: Password should contain atleast one upper case, one lower case, one number and one special \
                 character like [%,$,#,@,_,!,*]"
            }
            Self::PasswordsDiffer => "Password and Re-enter Password are not same",
            Self::SamePassword => "3023: New password should be different from the old password",
            Self::WrongPassword => "3024: Password could not be changed, old password is incorrect",
            Self::NameTaken => "3004: This username is already registered. Please choose a different username.",
        }
    }
}

/// The API user that the form asks for, if it breaks no rule.
pub(crate) fn check(form: &Received, gsps: &[String], users: &[ApiUser]) -> Result<ApiUser, Refusal> {
    match form.through.as_deref() {
        None | Some("") => return Err(Refusal::NoChannel),
        Some(THROUGH_GSP) => {}
        Some(_) => return Err(Refusal::OtherChannel),
    }
    let gsp = form.gsp.as_deref().unwrap_or_default();
    if !gsps.iter().any(|name| name == gsp) {
        return Err(Refusal::NoGsp);
    }
    check_name(&form.username)?;
    check_password(&form.password, &form.password_again)?;
    let username = format!("API_{}", form.username);
    let same = |other: &str| other.eq_ignore_ascii_case(&username);
    if same(TAKEN) || users.iter().any(|user| same(&user.username)) {
        return Err(Refusal::NameTaken);
    }
    Ok(ApiUser::new(username, gsp, &form.password))
}

fn check_name(name: &str) -> Result<(), Refusal> {
    let fits = (1..=LONGEST_NAME).contains(&name.len()) && name.bytes().all(|byte| byte.is_ascii_graphic());
    if fits { Ok(()) } else { Err(Refusal::NoName) }
}

/// Refuses a password that is weak or that was not typed twice alike.
pub(crate) fn check_password(password: &str, again: &str) -> Result<(), Refusal> {
    let has = |kind: fn(&u8) -> bool| password.as_bytes().iter().any(kind);
    let strong = (SHORTEST_PASSWORD..=LONGEST_PASSWORD).contains(&password.chars().count())
        && has(u8::is_ascii_uppercase)
        && has(u8::is_ascii_lowercase)
        && has(u8::is_ascii_digit)
        && has(u8::is_ascii_punctuation);
    if !strong {
        return Err(Refusal::WeakPassword);
    }
    if password != again {
        return Err(Refusal::PasswordsDiffer);
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::gsps::TERA;

    fn form(username: &str, password: &str) -> Received {
        Received {
            through: Some(THROUGH_GSP.to_owned()),
            gsp: Some(TERA.to_owned()),
            username: username.to_owned(),
            password: password.to_owned(),
            password_again: password.to_owned(),
        }
    }

    fn refusal(form: &Received) -> Option<Refusal> {
        let users = [ApiUser::new("API_mine".to_owned(), TERA, "")];
        check(form, &[TERA.to_owned()], &users).err()
    }

    #[test]
    fn names_are_refused_when_taken_or_impossible() {
        for (name, expected) in [
            ("traders", None),
            ("API_twice", None),
            ("taken", Some(Refusal::NameTaken)),
            ("TAKEN", Some(Refusal::NameTaken)),
            ("mine", Some(Refusal::NameTaken)),
            ("", Some(Refusal::NoName)),
            ("two words", Some(Refusal::NoName)),
        ] {
            assert_eq!(refusal(&form(name, "Mango7$River")), expected, "{name}");
        }
    }

    #[test]
    fn passwords_are_refused_when_weak() {
        for (password, strong) in [
            ("Mango7$River", true),
            ("Mango7_R", true),
            ("Mango7$RiverRun", true),
            ("Mango7$", false),
            ("Mango7$RiverRuns", false),
            ("mango7$river", false),
            ("MANGO7$RIVER", false),
            ("Mango$River", false),
            ("Mango7River", false),
            ("", false),
        ] {
            let expected = (!strong).then_some(Refusal::WeakPassword);
            assert_eq!(refusal(&form("traders", password)), expected, "{password}");
        }
    }

    #[test]
    fn a_form_is_refused_without_channel_gsp_or_equal_passwords() {
        let good = form("traders", "Mango7$River");
        let cases = [
            (Received { through: None, ..good.clone() }, Refusal::NoChannel),
            (Received { through: Some("ERP".to_owned()), ..good.clone() }, Refusal::OtherChannel),
            (Received { gsp: Some(String::new()), ..good.clone() }, Refusal::NoGsp),
            (Received { gsp: Some("Somebody".to_owned()), ..good.clone() }, Refusal::NoGsp),
            (Received { password_again: "Mango7$Rivet".to_owned(), ..good.clone() }, Refusal::PasswordsDiffer),
        ];
        for (form, expected) in cases {
            assert_eq!(refusal(&form), Some(expected), "{form:?}");
        }
    }
}
