//! What is true of a page at the moment, besides its style.

/// A screen of the portal.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Screen {
    /// The public home page, with the login dialog.
    #[default]
    Home,
    /// The OTP of the login.
    LoginOtp,
    /// "Contacts of Technical Person".
    Contacts,
    /// The main menu.
    MainMenu,
    /// A page behind the login that is no part of the job.
    Inner,
    /// The OTP of the API registration.
    Otp,
    /// The registration form.
    Form,
    /// The list of API users.
    Users,
}

impl Screen {
    /// The path of its address.
    #[must_use]
    pub fn path(self) -> &'static str {
        match self {
            Self::Home => "/",
            Self::LoginOtp => "/UserAccount/LoginOtp",
            Self::Contacts => "/UserAccount/TechPersonContacts",
            Self::MainMenu => "/Home/MainMenu",
            Self::Inner => "/Invoice/BulkUpload",
            Self::Otp => "/ApiRegistration/CreateApiUser",
            Self::Form => "/ApiRegistration/RegisterApiUser",
            Self::Users => "/ApiRegistration/ListOfApiUsers",
        }
    }
}

/// A way of registering for the API.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Channel {
    /// "Directly".
    Direct,
    /// "Through GSP".
    Gsp,
    /// "Through ERP".
    Erp,
    /// "Through Client-Id of other GSTIN".
    ClientId,
}

impl Channel {
    /// The value that is sent for it.
    #[must_use]
    pub fn value(self) -> &'static str {
        match self {
            Self::Direct => "DIRECT",
            Self::Gsp => "GSP",
            Self::Erp => "ERP",
            Self::ClientId => "CLIENT",
        }
    }

    /// The channel of a value.
    #[must_use]
    pub fn of_value(value: &str) -> Option<Self> {
        [Self::Direct, Self::Gsp, Self::Erp, Self::ClientId].into_iter().find(|channel| channel.value() == value)
    }
}

/// What is in the fields.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filled {
    /// The portal's user name.
    pub username: String,
    /// The portal's password.
    pub password: String,
    /// The letters of the picture.
    pub captcha: String,
    /// The OTP of the login.
    pub login_otp: String,
    /// The OTP of the API registration.
    pub otp: String,
    /// The new user name, without `API_`.
    pub api_username: String,
    /// The new password.
    pub api_password: String,
    /// The new password once more.
    pub api_again: String,
}

/// Something the page says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Message {
    /// Whether it is good news.
    pub good: bool,
    /// What it says.
    pub text: String,
}

/// An API user in the list of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct User {
    /// The GSP.
    pub gsp: String,
    /// The whole name.
    pub name: String,
    /// "Active" or "Freezed".
    pub status: String,
    /// The day it was made.
    pub day: String,
}

/// What is true of the page at the moment.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct State {
    /// The screen.
    pub screen: Screen,
    /// Whether the login dialog is open.
    pub login_open: bool,
    /// What is in the fields.
    pub filled: Filled,
    /// The chosen channel; `None` leaves what the style has chosen.
    pub channel: Option<Channel>,
    /// The chosen GSP, as the list has it; empty where none is.
    pub gsp: String,
    /// How many levels of the menu are open, on the way to "Create API User".
    pub open_levels: usize,
    /// Whether the notice is open.
    pub notice_open: bool,
    /// What the page says.
    pub messages: Vec<Message>,
    /// What a native alert says, on a live page.
    pub alert: Option<String>,
    /// The address of the captcha's picture; empty for a drawn one.
    pub captcha: String,
    /// The salt of the login.
    pub salt: String,
    /// The anti-forgery token of the page; empty for a made-up one.
    pub token: String,
    /// The GSTIN; empty for a made-up one.
    pub gstin: String,
    /// The trade name; empty for a made-up one.
    pub trade_name: String,
    /// The GSPs; empty for those of the style.
    pub gsps: Vec<String>,
    /// The API users in the list of them.
    pub users: Vec<User>,
    /// Whether the page works: with its script, and with parts that come late.
    pub live: bool,
}

impl State {
    /// A screen with nothing done on it.
    #[must_use]
    pub fn at(screen: Screen) -> Self {
        Self { screen, ..Self::default() }
    }
}
