//! What a page can be about: the things a person presses or fills in on the way.

/// A control of the job, in the order of the job.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
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
    /// All targets, in order.
    pub const ALL: [Self; 21] = [
        Self::LoginButton,
        Self::PortalUsername,
        Self::PortalPassword,
        Self::Captcha,
        Self::SignIn,
        Self::LoginOtp,
        Self::LoginVerifyOtp,
        Self::ExitContacts,
        Self::CloseNotice,
        Self::Home,
        Self::ApiRegistration,
        Self::UserCredentials,
        Self::CreateApiUser,
        Self::Otp,
        Self::VerifyOtp,
        Self::ThroughGsp,
        Self::Gsp,
        Self::ApiUsername,
        Self::ApiPassword,
        Self::ApiPasswordAgain,
        Self::Submit,
    ];

    /// Its name in `data-is`.
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

    /// The target of that name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|target| target.name() == name)
    }

    /// Whether it comes at `other` or behind it.
    #[must_use]
    pub fn is_from(self, other: Self) -> bool {
        self as usize >= other as usize
    }
}
