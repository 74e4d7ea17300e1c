//! The registration form.

use super::otp::PLACE;
use crate::button::Button;
use crate::draw::Draw;
use crate::field::Field;
use crate::ids::Name;
use crate::layout::Row;
use crate::radio::hint;
use crate::state::Channel;
use crate::style::{
    AgainWords, Keeps, Late, Layout, PasswordWords, PrefixKind, Reload, Remark, Reveal, SubmitWhen, SubmitWords, Tip,
    Touch, UserWords,
};
use crate::target::Target;

const QUESTION: &str = "DO you wish to Register your GSTIN for API Interface";
const RULE: &str = "Password should contain atleast one upper case, one lower case, one number and one special character like [%,$,#,@,_,!,*]. Minimum length is 8 and maximum length is 15.";

impl Draw<'_> {
    pub(crate) fn form_screen(&self) -> String {
        let reload = if self.style.reload == Reload::Yes { self.live("data-reload=\"4\"") } else { String::new() };
        let loses = if self.style.keeps == Keeps::LosesFirst && self.style.reload == Reload::Yes {
            self.live(&format!("data-loses=\"{}\"", self.seed))
        } else {
            String::new()
        };
        let parts = format!("{}{}{}", self.question(), self.channel_parts(), self.form_buttons());
        let parts = if self.style.late == Late::Fields { self.late(&parts) } else { parts };
        let parts = format!("<div{reload}{loses}>{parts}</div>");
        let title =
            self.dice("form.title").one(&["API Registration", "API Registration Through GSP", "API Registration"]);
        let card =
            self.card(title, &(self.remark() + &self.form("/ApiRegistration/SaveApiUser", &parts) + self.keys()));
        self.inner(&PLACE, &self.beside_other_form(&card))
    }

    fn remark(&self) -> String {
        let remark = self.dice("remark").one(&[
            "Note: Your user is registered with the prefix, e.g. API_genems. The API user is active once created.",
            "The user name will be created successfully as API_username. Keep it for your ERP.",
            "API user name once created (for example API_ABCTRADERS) cannot be changed.",
        ]);
        match self.style.remark {
            Remark::No => String::new(),
            Remark::Example => format!("<p class=\"§line\">{remark}</p>"),
        }
    }

    /// The keyboard that comes when a box for a password is touched.
    pub(crate) fn keys(&self) -> &'static str {
        match self.style.touch {
            Touch::Keyboard if !self.state.live => {
                "<div data-keys=\"\" hidden><button type=\"button\">1</button><button type=\"button\">2</button><button type=\"button\">3</button><button type=\"button\">q</button><button type=\"button\">w</button></div>"
            }
            _ => "",
        }
    }

    fn question(&self) -> String {
        let layout = match self.style.layout {
            Layout::Row | Layout::Table | Layout::Terms | Layout::NestedTable => self.style.layout,
            _ => Layout::Stacked,
        };
        let row = Row { words: QUESTION.to_owned(), control: self.radios(), ..Row::default() };
        self.rows("question", &[row], layout)
    }

    /// What belongs to each channel.
    fn channel_parts(&self) -> String {
        let parts = [
            (Channel::Gsp, self.gsp_part()),
            (Channel::Erp, "<p>No ERP has been linked to your GSTIN.</p>".to_owned()),
            (Channel::ClientId, "<p>No other GSTIN of your PAN has a Client-Id.</p>".to_owned()),
            (
                Channel::Direct,
                "<p>A Client-Id is issued to eligible taxpayers after the testing on the sandbox.</p>".to_owned(),
            ),
        ];
        parts.iter().map(|(channel, html)| self.channel_part(*channel, html)).collect()
    }

    fn channel_part(&self, channel: Channel, html: &str) -> String {
        let is_shown = self.channel() == Some(channel)
            || (self.style.reveal == Reveal::Shown && channel == Channel::Gsp && self.channel().is_none());
        let known = self.live(&format!("data-p=\"{}\"", channel.value()));
        match (is_shown, self.style.reveal) {
            (true, _) => format!("<div{known}>{html}</div>"),
            (false, Reveal::Absent) if self.state.live => {
                format!("<div{known} hidden><template>{html}</template></div>")
            }
            (false, Reveal::Absent) => String::new(),
            (false, _) => format!("<div class=\"§d-none\"{known}>{html}</div>"),
        }
    }

    fn gsp_part(&self) -> String {
        let layout = self.style.layout;
        let rows = [self.gsp_row(layout), self.user_row(), self.password_row(), self.again_row()];
        let rows = rows.map(|row| Row { before: 1, ..row });
        self.rows("gsp", &rows, layout)
    }

    fn user_row(&self) -> Row {
        let words = match self.style.user_words {
            UserWords::Username => "Username",
            UserWords::UserName => "User Name",
            UserWords::Username2 => "User name",
            UserWords::ApiUserName => "API User Name",
        };
        let before = match self.style.prefix {
            PrefixKind::Addon => "<span class=\"§addon\">API_</span>",
            PrefixKind::Text => "<span class=\"§before\">API_</span>",
            PrefixKind::Inside => "",
            PrefixKind::Box => "<input type=\"text\" class=\"§form-control §short\" value=\"API_\" disabled>",
        };
        let inside = if self.style.prefix == PrefixKind::Inside { "API_" } else { "" };
        let value = format!("{inside}{}", self.state.filled.api_username);
        let field = Field {
            value: &value,
            before: before.to_owned(),
            neighbour: Name::ApiPassword,
            ..Field::new(Some(Target::ApiUsername), Name::ApiUser, words)
        };
        self.field(&field, self.style.layout)
    }

    fn password_row(&self) -> Row {
        let words = match self.style.password_words {
            PasswordWords::Password => "Password",
            PasswordWords::NewPassword => "New Password",
            PasswordWords::EnterPassword => "Enter Password",
        };
        let field = Field {
            kind: "password",
            value: &self.state.filled.api_password,
            neighbour: Name::ApiAgain,
            longest: Some(15),
            after: self.tip(),
            ..Field::new(Some(Target::ApiPassword), Name::ApiPassword, words)
        };
        let row = self.field(&field, self.style.layout);
        let strong = if self.state.filled.api_password.is_empty() { "" } else { " <span>Strong!</span>" };
        let beside = if row.is_gone { String::new() } else { format!("{}{strong}", hint(RULE)) };
        Row { beside, ..row }
    }

    /// The rules in a box over the field, which is shown while the field has the focus.
    fn tip(&self) -> String {
        let filled = &self.state.filled;
        let has_focus = !filled.api_username.is_empty() && filled.api_password.is_empty() && !self.state.live;
        match self.style.tip {
            Tip::No => String::new(),
            Tip::OverField if self.gone(Target::ApiPassword) => String::new(),
            Tip::OverField => {
                format!("<div class=\"§tip{}\" role=\"tooltip\">{RULE}</div>", if has_focus { " §show" } else { "" })
            }
        }
    }

    fn again_row(&self) -> Row {
        let words = match self.style.again_words {
            AgainWords::ReEnter => "Re-enter Password",
            AgainWords::Confirm => "Confirm Password",
            AgainWords::Retype => "Retype Password",
            AgainWords::Again => "Password (again)",
        };
        let field = Field {
            kind: "password",
            value: &self.state.filled.api_again,
            neighbour: Name::LoginPassword,
            longest: Some(15),
            ..Field::new(Some(Target::ApiPasswordAgain), Name::ApiAgain, words)
        };
        self.field(&field, self.style.layout)
    }

    fn form_buttons(&self) -> String {
        let words = match self.style.submit_words {
            SubmitWords::Submit => "Submit",
            SubmitWords::Save => "Save",
            SubmitWords::Add => "Add",
            SubmitWords::Create => "Create",
            SubmitWords::Generate => "Generate",
        };
        let filled = &self.state.filled;
        let is_filled =
            ![&filled.api_username, &filled.api_password, &filled.api_again].iter().any(|text| text.is_empty());
        let is_off = match self.style.submit_when {
            SubmitWhen::Always => false,
            SubmitWhen::Filled => !is_filled,
            SubmitWhen::Agreed => !self.has_agreed(),
        };
        let submit = Button { disabled: is_off, ..Button::new(Some(Target::Submit), Name::Save, words, 3) };
        let waits = self.style.submit_when == SubmitWhen::Filled;
        let waits = if waits { self.live("data-waits=\"8 9 10\"") } else { String::new() };
        format!("{}<div class=\"§buttons\"{waits}>{}{}</div>", self.agreement(), self.button(&submit), self.exit(None))
    }

    /// Whether the box "I agree" is ticked, where there is one. Who goes the whole way finds it so.
    pub(crate) fn has_agreed(&self) -> bool {
        self.state.live || self.dice("agreed").chance(50)
    }

    fn agreement(&self) -> String {
        if self.style.submit_when != SubmitWhen::Agreed {
            return String::new();
        }
        let ticked = if self.has_agreed() { " checked" } else { "" };
        format!(
            "<div class=\"§line\"><label data-is=\"agree\"><input type=\"checkbox\"{ticked}> I agree to the terms and conditions of the API interface</label></div>"
        )
    }
}
