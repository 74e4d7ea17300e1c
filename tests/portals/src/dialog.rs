//! Dialogs: the login, and those that stay hidden.

use crate::button::Button;
use crate::dice::Dice;
use crate::draw::{Draw, shown_if};
use crate::field::Field;
use crate::ids::Name;
use crate::layout::Row;
use crate::style::{CaptchaBox, DialogKind, HiddenLogin, Ids, Layout, LoginWords, Panels};
use crate::target::Target;
use crate::text::escaped;

impl Draw<'_> {
    /// A dialog over the page.
    pub(crate) fn dialog(&self, key: &str, is_open: bool, inner: &str) -> String {
        let shown = if is_open { " §show" } else { "" };
        let known = self.live(&format!("data-d=\"{key}\""));
        if self.style.dialog == DialogKind::Native {
            let opens = if is_open { " data-opens=\"\"" } else { "" };
            return format!("<dialog class=\"§native\"{opens}{known}>{inner}</dialog>");
        }
        let role = if self.style.ids == Ids::Absent { "" } else { " role=\"dialog\"" };
        format!(
            "<div class=\"§backdrop{shown}\"{known}></div><div class=\"§modal{shown}\"{role} tabindex=\"-1\"{known}><div class=\"§modal-box\">{inner}</div></div>"
        )
    }

    /// The script that opens what is open from the start and cannot be drawn open.
    pub(crate) fn opening(&self) -> &'static str {
        match self.style.dialog {
            DialogKind::Drawn => "",
            DialogKind::Native => {
                "<script>(function open(root) { root.querySelectorAll(\"dialog[data-opens]\").forEach((dialog) => dialog.showModal()); root.querySelectorAll(\"*\").forEach((host) => host.shadowRoot && open(host.shadowRoot)); })(document);</script>"
            }
        }
    }

    /// What logging in is called.
    pub(crate) fn login_words(&self) -> &'static str {
        match self.style.login_words {
            LoginWords::Login => "Login",
            LoginWords::LogIn => "Log In",
            LoginWords::SignIn => "Sign In",
        }
    }

    /// The login dialog of the home page.
    pub(crate) fn login_dialog(&self) -> String {
        let close = "<button type=\"button\" class=\"§close\"><span>&times;</span></button>";
        let close = close.replace("button\" class", &format!("button\"{} class", self.live("data-b=\"close\"")));
        let title = self.dice("login.title").one(&[
            "e-Invoice System Login",
            "e-INVOICE SYSTEM LOGIN",
            "Login to e-Invoice System",
        ]);
        let body = self.embedded(&self.form("/Home/Login", &self.login_fields()), 430);
        let inner = format!("{close}<h5 class=\"§modal-title\">{}</h5>{body}", escaped(title));
        self.dialog("login", self.state.login_open, &inner)
    }

    fn login_fields(&self) -> String {
        let filled = &self.state.filled;
        let layout = self.dialog_layout();
        let salt = self.live("data-k=\"3\"");
        let user_words = self.dice("login.user").one(&["User name", "Username", "User Name", "User ID"]);
        let user = Field {
            value: &filled.username,
            neighbour: Name::LoginPassword,
            longest: Some(50),
            ..Field::new(Some(Target::PortalUsername), Name::LoginUser, user_words)
        };
        let password = Field {
            kind: "password",
            value: &filled.password,
            neighbour: Name::Captcha,
            ..Field::new(Some(Target::PortalPassword), Name::LoginPassword, "Password")
        };
        let rows = [self.field(&user, layout), self.field(&password, layout)];
        let fields = self.rows("login", &rows, layout) + self.keys() + &self.captcha(layout);
        let fields = if self.style.late == crate::style::Late::Fields { self.late(&fields) } else { fields };
        let enter = Button {
            class: "§btn §btn-primary §btn-block",
            ..Button::new(Some(Target::SignIn), Name::LogIn, self.login_words(), 0)
        };
        format!(
            "<input type=\"hidden\" name=\"UserLogin.Salt\" value=\"{}\"{salt}>{fields}{}<div class=\"§links\"><a href=\"/Home/ForgotUserPwd\">Forgot Password ?</a> <a href=\"/Home/ForgotUserName\">Forgot Username ?</a></div>",
            self.salt(),
            self.button(&enter)
        )
    }

    /// The picture, and the box for its letters.
    fn captcha(&self, layout: Layout) -> String {
        if self.gone(Target::Captcha) {
            return String::new();
        }
        let has_label = self.dice("captcha.label").chance(40)
            && !matches!(layout, Layout::Placeholder | Layout::Floating | Layout::Overlaid);
        let picture = format!(
            "<div class=\"§captcha\">{}<a href=\"#\" class=\"§refresh\"><i class=\"§fa §fa-refresh\"></i></a></div>",
            self.picture()
        );
        let hint =
            self.dice("captcha.hint").one(&["ENTER ABOVE CAPTCHA", "Enter Captcha", "Enter the text shown above"]);
        let field = Field {
            kind: self.captcha_kind(),
            value: &self.state.filled.captcha,
            hint: if has_label { "" } else { hint },
            neighbour: Name::LoginUser,
            longest: Some(6),
            ..Field::new(Some(Target::Captcha), Name::Captcha, "Captcha")
        };
        let row = Row { ..self.field(&field, layout) };
        let layout = if has_label { layout } else { Layout::Placeholder };
        picture + &self.rows("captcha", &[row], layout)
    }

    /// The type of a box for a picture's letters.
    pub(crate) fn captcha_kind(&self) -> &'static str {
        if self.style.captcha_box == CaptchaBox::Password { "password" } else { "text" }
    }

    /// A picture of letters.
    pub(crate) fn picture(&self) -> String {
        if !self.state.captcha.is_empty() {
            return format!("<img src=\"{}\" width=\"150\" height=\"40\" alt=\"\">", escaped(&self.state.captcha));
        }
        format!(
            "<img src=\"data:image/svg+xml,{}\" width=\"150\" height=\"40\" alt=\"\">",
            drawing(&letters(self.seed))
        )
    }

    fn salt(&self) -> String {
        if self.state.salt.is_empty() { self.dice("salt").word(12) } else { escaped(&self.state.salt) }
    }

    /// The login dialog that is in the header of pages where nobody needs it.
    pub(crate) fn hidden_login(&self) -> String {
        if self.style.hidden_login == HiddenLogin::No {
            return String::new();
        }
        let [user, password, captcha] = match self.style.ids {
            Ids::Absent => ["", "", ""],
            _ => [" id=\"txtUserName\"", " id=\"txt_password\"", " id=\"CaptchaCode\""],
        };
        let inner = format!(
            "<h5 class=\"§modal-title\">e-Invoice System Login</h5><div><div class=\"§form-group\"><label>User name</label><input type=\"text\" class=\"§form-control\"{user}></div><div class=\"§form-group\"><label>Password</label><input type=\"password\" class=\"§form-control\"{password}></div><input type=\"text\" class=\"§form-control\"{captcha} placeholder=\"ENTER ABOVE CAPTCHA\"><button type=\"button\" class=\"§btn §btn-primary §btn-block\">{}</button></div>",
            self.login_words()
        );
        format!("<div class=\"§modal\" role=\"dialog\" tabindex=\"-1\"><div class=\"§modal-box\">{inner}</div></div>")
    }

    /// Dialogs of other tasks, hidden.
    pub(crate) fn panels(&self) -> String {
        let panel = |title: &str, fields: &str| {
            format!(
                "<div class=\"§ui-dialog\" style=\"display:none;z-index:10000\"><div class=\"§ui-title\">{title}</div>{fields}<input type=\"button\" class=\"§btn\" value=\"Submit\"></div>"
            )
        };
        let otp = || {
            panel(
                "Verify Mobile Number",
                "<label>Enter OTP:</label><input type=\"text\" id=\"txtOtp1\"><input type=\"button\" value=\"Verify OTP\">",
            )
        };
        let passwords = || {
            panel(
                "Change Password",
                "<label>Username:</label><input type=\"text\"><label>Password:</label><input type=\"password\"><label>Re-enter Password:</label><input type=\"password\">",
            )
        };
        match self.style.panels {
            Panels::No => String::new(),
            Panels::Otp => otp(),
            Panels::Many => otp() + &passwords(),
        }
    }

    /// A cover over the page that is not to be seen.
    pub(crate) fn preloader(&self) -> String {
        use crate::style::Preloader;
        let known = self.live("data-loading=\"\"");
        let inner = "<div class=\"§loading-box\">Please wait...</div>";
        match self.style.preloader {
            Preloader::No => String::new(),
            Preloader::Hidden => format!("<div class=\"§loading{}\"{known}>{inner}</div>", shown_if(false)),
            Preloader::Transparent => format!("<div class=\"§loading §transparent\"{known}>{inner}</div>"),
        }
    }
}

/// The letters of the drawn picture.
pub(crate) fn letters(seed: u64) -> String {
    Dice::of(seed, "captcha").word(5).to_uppercase()
}

/// A drawing of letters, as the address of a picture.
fn drawing(letters: &str) -> String {
    let letter = |(at, letter): (usize, char)| {
        let turn = (at * 37) % 30;
        let x = 14 + at * 26;
        format!("%3Ctext x='{x}' y='28' transform='rotate({} {x} 24)'%3E{letter}%3C/text%3E", turn.saturating_sub(12))
    };
    let letters: String = letters.chars().enumerate().map(letter).collect();
    format!(
        "%3Csvg xmlns='http%3A%2F%2Fwww.w3.org%2F2000%2Fsvg' width='150' height='40'%3E%3Crect width='150' height='40' fill='%23eee'/%3E%3Cpath d='M0 30 L150 8 M0 12 L150 33' stroke='%23999'/%3E%3Cg font-size='22' font-family='serif' fill='%23246'%3E{letters}%3C/g%3E%3C/svg%3E"
    )
}
