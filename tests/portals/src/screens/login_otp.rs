//! The OTP of the login.

use crate::button::Button;
use crate::draw::Draw;
use crate::field::Field;
use crate::ids::Name;
use crate::style::StripAtLogin;
use crate::target::Target;

impl Draw<'_> {
    pub(crate) fn login_otp_screen(&self) -> String {
        let words = self.otp_words();
        let field = Field {
            value: &self.state.filled.login_otp,
            longest: Some(6),
            neighbour: Name::LoginUser,
            ..Field::new(Some(Target::LoginOtp), Name::LoginOtp, words)
        };
        let button = Button::new(Some(Target::LoginVerifyOtp), Name::VerifyLogin, self.verify_words(), 1);
        let body = self.otp_form("/UserAccount/LoginOtp", field, &button);
        let out = "<p class=\"§center\"><a href=\"/Home/Logout\">Logout</a></p>";
        let note = "<p>OTP has been sent to the registered mobile number of the user. You may also use the OTP of the NIC-GST-Shield or the Sandes app.</p>";
        let title = self.dice("login_otp.title").one(&[
            "2-Factor Authentication",
            "Two Factor Authentication",
            "2FA Verification",
        ]);
        let content = self.beside_other_form(&self.card(title, &format!("{note}{body}{out}")));
        match self.style.strip_at_login {
            StripAtLogin::No => self.between(&content),
            StripAtLogin::Shown => self.inner(&[], &content),
        }
    }
}
