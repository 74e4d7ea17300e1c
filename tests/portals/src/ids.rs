//! What controls are called in the source.

use crate::draw::Draw;
use crate::style::Ids;

/// A control that has an id.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Name {
    LoginUser,
    LoginPassword,
    Captcha,
    LoginOtp,
    Otp,
    Gsp,
    ApiUser,
    ApiPassword,
    ApiAgain,
    OtherCaptcha,
    Digit,
    Mobile,
    Email,
    Person,
    File,
    OpenLogin,
    LogIn,
    VerifyLogin,
    Verify,
    Save,
    Other,
}

/// Its usual id, the same with a mistake, and an id that another page has, too.
fn ids(name: Name) -> [&'static str; 3] {
    match name {
        Name::LoginUser => ["txtUserName", "txtUsrName", "txtUserName"],
        Name::LoginPassword => ["txt_password", "txtPasword", "txt_password"],
        Name::Captcha => ["CaptchaCode", "CapchaCode", "CaptchaCode"],
        Name::LoginOtp => ["txtLoginOtp", "txtLogOPT", "txtOtp"],
        Name::Otp => ["txtOtp", "txtOPT", "txtOtp"],
        Name::Gsp => ["ddlGsp", "ddlGps", "ddlState"],
        Name::ApiUser => ["txtApiUserName", "txtApiUsrNmae", "txtUserName"],
        Name::ApiPassword => ["txtApiPassword", "txtApiPasword", "txt_password"],
        Name::ApiAgain => ["txtApiConfirmPassword", "txtApiConfrimPasswd", "txtConfirmPassword"],
        Name::OtherCaptcha => ["txtCaptchaCode", "txtCapcha", "CaptchaCode"],
        Name::Digit => ["", "", ""],
        Name::Mobile => ["txtMobile", "txtMoblie", "txtRegMobile"],
        Name::Email => ["txtEmail", "txtEmial", "txtEmail"],
        Name::Person => ["txtName", "txtNmae", "txtUserName"],
        Name::File => ["JsonFile", "JosnFile", "JsonFile"],
        Name::OpenLogin => ["btnLogin", "btnLogn", "btnLogin"],
        Name::LogIn => ["btnSignIn", "btnSingIn", "btnLogin"],
        Name::VerifyLogin => ["btnVerifyLoginOtp", "btnVerfyOPT", "btnVerifyOTP"],
        Name::Verify => ["btnVerifyOTP", "btnSendOPT", "btnSubmit"],
        Name::Save => ["btnSubmit", "btnSumbit", "btnSave"],
        Name::Other => ["btngo", "btnGoo", "btngo"],
    }
}

/// The name under which the practice portal wants it.
fn wanted(name: Name) -> Option<&'static str> {
    Some(match name {
        Name::LoginUser => "UserLogin.UserName",
        Name::LoginPassword => "UserLogin.Password",
        Name::Captcha => "CaptchaCode",
        Name::LoginOtp => "LoginOtp",
        Name::Otp => "Otp",
        Name::Gsp => "GspName",
        Name::ApiUser => "ApiUser.UserName",
        Name::ApiPassword => "ApiUser.Password",
        Name::ApiAgain => "ApiUser.ConfirmPassword",
        _ => return None,
    })
}

/// The place of a control's name in the script's list of them.
fn place(name: Name) -> Option<usize> {
    Some(match name {
        Name::LoginUser => 0,
        Name::LoginPassword => 1,
        Name::Captcha => 2,
        Name::LoginOtp => 4,
        Name::Otp => 5,
        Name::Gsp => 7,
        Name::ApiUser => 8,
        Name::ApiPassword => 9,
        Name::ApiAgain => 10,
        _ => return None,
    })
}

impl Draw<'_> {
    /// The id of a control, where it has one.
    pub(crate) fn id(&self, name: Name) -> Option<String> {
        if name == Name::Digit {
            return None;
        }
        let [usual, typo, reused] = ids(name);
        let mut dice = self.dice(&format!("id.{usual}"));
        match self.style.ids {
            Ids::Usual => Some(usual.to_owned()),
            Ids::Typo => Some(typo.to_owned()),
            Ids::Reused => Some(reused.to_owned()),
            Ids::WebForms if dice.chance(50) => Some(format!("ctl00_ContentPlaceHolder1_{usual}")),
            Ids::WebForms => {
                let kind = if usual.starts_with("btn") { "Button" } else { "TextBox" };
                Some(format!("ctl00_ContentPlaceHolder1_{kind}{}", 1 + dice.below(90)))
            }
            Ids::Random => Some(dice.word(8)),
            Ids::Absent => None,
        }
    }

    /// The attributes `id` and `name`, and what the script knows a control by.
    pub(crate) fn called(&self, name: Name) -> String {
        let id = self.id(name);
        let named = match (&id, self.style.ids) {
            (Some(id), Ids::WebForms) => Some(id.replace('_', "$")),
            (_, Ids::Usual) => wanted(name).map(str::to_owned).or_else(|| id.clone()),
            (Some(id), _) => Some(id.clone()),
            (None, _) => None,
        };
        let known = match place(name) {
            Some(place) => self.live(&format!("data-k=\"{place}\"")),
            None => String::new(),
        };
        let id = id.map(|id| format!(" id=\"{id}\"")).unwrap_or_default();
        let named = named.map(|named| format!(" name=\"{named}\"")).unwrap_or_default();
        format!("{id}{named}{known}")
    }
}
