//! The nine steps of the job and the things the guide can point at: the names seen from outside.

use serde::{Deserialize, Serialize};

/// A step of the job, in order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Step {
    /// Logging in, with everything that stands between the home page and the main menu.
    SignIn,
    /// "API Registration" in the main menu.
    ApiRegistration,
    /// "User Credentials" below it.
    UserCredentials,
    /// "Create API User" below that.
    CreateApiUser,
    /// The OTP sent to the mobile registered with GST.
    VerifyOtp,
    /// The channel: Through GSP.
    ThroughGsp,
    /// The GSP.
    SelectGsp,
    /// User name and password of the new API user.
    SetCredentials,
    /// The API user exists.
    Done,
}

impl Step {
    /// All steps, in order.
    pub const ALL: [Self; 9] = [
        Self::SignIn,
        Self::ApiRegistration,
        Self::UserCredentials,
        Self::CreateApiUser,
        Self::VerifyOtp,
        Self::ThroughGsp,
        Self::SelectGsp,
        Self::SetCredentials,
        Self::Done,
    ];

    /// Its number, from 1 to 9.
    #[must_use]
    pub fn number(self) -> usize {
        self as usize + 1
    }

    /// Its name in `data-step`.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::SignIn => "sign-in",
            Self::ApiRegistration => "api-registration",
            Self::UserCredentials => "user-credentials",
            Self::CreateApiUser => "create-api-user",
            Self::VerifyOtp => "verify-otp",
            Self::ThroughGsp => "through-gsp",
            Self::SelectGsp => "select-gsp",
            Self::SetCredentials => "set-credentials",
            Self::Done => "done",
        }
    }
}

/// What the ring can be on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Target {
    /// The button that opens the login dialog.
    LoginButton,
    /// The portal's user name.
    PortalUsername,
    /// The portal's password.
    PortalPassword,
    /// The letters of the picture.
    Captcha,
    /// The button that logs in.
    SignIn,
    /// The OTP of the login.
    LoginOtp,
    /// The button that checks it.
    LoginVerifyOtp,
    /// "Exit" on "Contacts of Technical Person".
    ExitContacts,
    /// What closes a notice.
    CloseNotice,
    /// The way back to the main menu.
    Home,
    /// "API Registration" in the menu.
    ApiRegistration,
    /// "User Credentials" in the menu.
    UserCredentials,
    /// "Create API User" in the menu.
    CreateApiUser,
    /// The OTP of the API registration.
    Otp,
    /// The button that checks it.
    VerifyOtp,
    /// The radio "Through GSP".
    ThroughGsp,
    /// The list of GSPs.
    Gsp,
    /// The new user name.
    ApiUsername,
    /// The new password.
    ApiPassword,
    /// The new password once more.
    ApiPasswordAgain,
    /// The form's "Submit".
    Submit,
}

impl Target {
    /// Whether it is something to type in or to choose from.
    #[must_use]
    pub fn is_field(self) -> bool {
        matches!(
            self,
            Self::PortalUsername
                | Self::PortalPassword
                | Self::Captcha
                | Self::LoginOtp
                | Self::Otp
                | Self::Gsp
                | Self::ApiUsername
                | Self::ApiPassword
                | Self::ApiPasswordAgain
        )
    }

    /// Its name in `data-target`.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::LoginButton => "login-button",
            Self::PortalUsername => "portal-username",
            Self::PortalPassword => "portal-password",
            Self::Captcha => "captcha",
            Self::SignIn => "sign-in",
            Self::LoginOtp => "login-otp",
            Self::LoginVerifyOtp => "login-verify-otp",
            Self::ExitContacts => "exit-contacts",
            Self::CloseNotice => "close-notice",
            Self::Home => "home",
            Self::ApiRegistration => "api-registration",
            Self::UserCredentials => "user-credentials",
            Self::CreateApiUser => "create-api-user",
            Self::Otp => "otp",
            Self::VerifyOtp => "verify-otp",
            Self::ThroughGsp => "through-gsp",
            Self::Gsp => "gsp",
            Self::ApiUsername => "api-username",
            Self::ApiPassword => "api-password",
            Self::ApiPasswordAgain => "api-password-again",
            Self::Submit => "submit",
        }
    }
}
