//! The screens, one a file.

mod contacts;
mod form;
mod home;
mod inner;
mod login_otp;
mod main_menu;
mod other_form;
mod otp;

mod users;

use crate::draw::Draw;
use crate::state::Screen;

impl Draw<'_> {
    /// The whole page.
    pub(crate) fn page(&self) -> String {
        match self.state.screen {
            Screen::Home => self.home_screen(),
            Screen::LoginOtp => self.login_otp_screen(),
            Screen::Contacts => self.contacts_screen(),
            Screen::MainMenu => self.main_menu_screen(""),
            Screen::Inner => self.inner_screen(),
            Screen::Otp => self.otp_screen(),
            Screen::Form => self.form_screen(),
            Screen::Users => self.users_screen(),
        }
    }
}
