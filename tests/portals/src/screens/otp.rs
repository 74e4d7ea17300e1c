//! The OTP of the API registration.

use crate::button::Button;
use crate::dialog::letters;
use crate::draw::Draw;
use crate::field::Field;
use crate::ids::Name;
use crate::layout::Row;
use crate::style::{Late, Layout, OtpBox, OtpCaptcha, OtpTitle, OtpWords, VerifyWhen, VerifyWords};
use crate::target::Target;

/// Where the way to the form leads along.
pub(super) const PLACE: [&str; 3] = ["API Registration", "User Credentials", "Create API User"];

impl Draw<'_> {
    pub(crate) fn otp_screen(&self) -> String {
        let field = Field {
            value: &self.state.filled.otp,
            longest: Some(6),
            neighbour: Name::OtherCaptcha,
            ..Field::new(Some(Target::Otp), Name::Otp, self.otp_words())
        };
        let button = Button::new(Some(Target::VerifyOtp), Name::Verify, self.verify_words(), 2);
        let body = self.otp_form("/ApiRegistration/VerifyOtp", field, &button);
        let (place, title): (&[&str], _) = match self.style.otp_title {
            OtpTitle::Named => (&PLACE, "API Registration"),
            OtpTitle::Unnamed => {
                (&[], self.dice("otp.title").one(&["OTP Verification", "Verify OTP", "Authentication"]))
            }
        };
        self.inner(place, &self.beside_other_form(&self.card(title, &body)))
    }

    /// A box for an OTP with its button, attached or below.
    pub(crate) fn otp_form(&self, action: &str, mut field: Field<'_>, button: &Button<'_>) -> String {
        let layout = self.otp_layout();
        let value = field.value;
        let button =
            Button { disabled: self.style.verify_when == VerifyWhen::Full && value.is_empty(), ..button.clone() };
        let drawn = self.waiting(&self.button(&button), field.name);
        let is_attached =
            self.dice("otp.attached").chance(50) && ![Layout::Floating, Layout::Overlaid].contains(&layout);
        if is_attached {
            field.after.clone_from(&drawn);
        }
        let mut rows = vec![self.otp_row(field, layout)];
        // What is attached stays where the box is taken away.
        rows[0].is_gone &= !is_attached;
        let mut before = String::new();
        if self.style.otp_captcha == OtpCaptcha::Yes {
            let solved = if value.is_empty() { String::new() } else { letters(self.seed) };
            let captcha = Field {
                kind: self.captcha_kind(),
                value: &solved,
                hint: "Enter Captcha",
                neighbour: Name::LoginUser,
                // Who goes the whole way is asked for these letters, too.
                ..Field::new(self.state.live.then_some(Target::Captcha), Name::OtherCaptcha, "Captcha")
            };
            rows.push(self.field(&captcha, layout));
            before = format!("<div class=\"§captcha §center\">{}</div>", self.picture());
        }
        let below = if is_attached { String::new() } else { format!("<div class=\"§buttons\">{drawn}</div>") };
        let fields = self.rows("otp", &rows, layout) + &before + &below;
        let fields = if self.style.late == Late::Fields { self.late(&fields) } else { fields };
        self.form(action, &fields)
    }

    /// The portal's layout, where what an OTP is typed into can be in it.
    fn otp_layout(&self) -> Layout {
        let is_over = matches!(
            self.style.layout,
            Layout::Placeholder | Layout::Floating | Layout::Overlaid | Layout::Wrapped | Layout::BareText
        );
        let is_plain = matches!(self.style.otp_box, OtpBox::One | OtpBox::Password);
        if is_over && !is_plain { Layout::Stacked } else { self.style.layout }
    }

    /// What an OTP is typed into.
    fn otp_row(&self, field: Field<'_>, layout: Layout) -> Row {
        let mask = if self.state.live { "" } else { "______" };
        match self.style.otp_box {
            OtpBox::One => self.field(&field, layout),
            OtpBox::Password => self.field(&Field { kind: "password", ..field }, layout),
            OtpBox::Masked if field.value.is_empty() => {
                let row = self.field(&Field { value: mask, ..field }, layout);
                Row {
                    control: row.control.replacen("<input", &format!("<input{}", self.live("data-mask=\"\"")), 1),
                    ..row
                }
            }
            OtpBox::Masked => self.field(&field, layout),
            OtpBox::Six => self.six_boxes(field, layout),
        }
    }

    /// A box for each digit; the first bears the mark, and on a live page an unseen one holds them all.
    fn six_boxes(&self, field: Field<'_>, layout: Layout) -> Row {
        let is_gone = field.target.is_some_and(|target| self.gone(target));
        let mut digits = field.value.chars();
        let mut boxes = String::new();
        let first = Field { longest: Some(1), after: String::new(), ..field.clone() };
        for place in 0..6 {
            let digit = digits.next().map(String::from).unwrap_or_default();
            let one = Field { value: &digit, ..first.clone() };
            let one = if place == 0 { one } else { Field { target: None, name: Name::Digit, ..one } };
            boxes.push_str(&self.field(&one, layout).control);
        }
        let boxes = if self.state.live {
            // The digits are sent together.
            let known = self.called(field.name);
            let key = known.split(" data-k=").nth(1).unwrap_or_default();
            let boxes = boxes.replacen(&format!(" data-k={key}"), "", 1);
            format!("<span class=\"§six\" data-six=\"\">{boxes}<input type=\"hidden\" data-k={key} value=\"\"></span>")
        } else {
            format!("<span class=\"§six\">{boxes}</span>")
        };
        let boxes = if is_gone { String::new() } else { boxes };
        let tie = self.tie(field.name, field.words, field.neighbour);
        let control = format!("<div class=\"§input-group\">{boxes}{}</div>", field.after);
        Row { words: field.words.to_owned(), of_label: tie.of_label, control, is_gone, ..Row::default() }
    }

    /// A button that waits for a box, on a live page.
    fn waiting(&self, button: &str, name: Name) -> String {
        if self.style.verify_when == VerifyWhen::Always || !self.state.live {
            return button.to_owned();
        }
        let place = if name == Name::LoginOtp { 4 } else { 5 };
        format!("<span data-waits=\"{place}\">{button}</span>")
    }

    pub(crate) fn otp_words(&self) -> &'static str {
        match self.style.otp_words {
            OtpWords::EnterOtp => "Enter OTP",
            OtpWords::Otp => "OTP",
            OtpWords::EnterTheOtp => "Enter the OTP",
            OtpWords::OneTimePassword => "One Time Password (OTP)",
        }
    }

    pub(crate) fn verify_words(&self) -> &'static str {
        match self.style.verify_words {
            VerifyWords::VerifyOtp => "Verify OTP",
            VerifyWords::Verify => "Verify",
            VerifyWords::ValidateOtp => "Validate OTP",
        }
    }
}
