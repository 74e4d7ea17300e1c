//! The OTP of the API registration.

use crate::button::Button;
use crate::dialog::letters;
use crate::draw::Draw;
use crate::field::Field;
use crate::ids::Name;
use crate::style::{Late, Layout, OtpCaptcha, OtpWords, VerifyWords};
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
        self.inner(&PLACE, &self.card("API Registration", &body))
    }

    /// A box for an OTP with its button, attached or below.
    pub(crate) fn otp_form(&self, action: &str, mut field: Field<'_>, button: &Button<'_>) -> String {
        let layout = self.style.layout;
        let drawn = self.button(button);
        let is_attached = self.dice("otp.attached").chance(50) && layout != Layout::Floating;
        if is_attached {
            field.after.clone_from(&drawn);
        }
        let mut rows = vec![self.field(&field, layout)];
        // What is attached stays where the box is taken away.
        rows[0].is_gone &= !is_attached;
        let mut before = String::new();
        if self.style.otp_captcha == OtpCaptcha::Yes {
            let solved = if field.value.is_empty() { String::new() } else { letters(self.seed) };
            let captcha = Field {
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
