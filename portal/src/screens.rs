//! Draws the pages from the templates in `screens/`.

use axum::http::StatusCode;
use axum::response::{Html, IntoResponse, Response};
use minijinja::{Environment, Value, context};
use serde::Serialize;

use crate::made_up;
use crate::people;
use crate::session::Session;
use crate::switches::Csp;

/// The templates' names and texts.
macro_rules! templates {
    ($($name:literal),+ $(,)?) => {
        [$(($name, include_str!(concat!("../screens/", $name)))),+]
    };
}

const TEMPLATES: [(&str, &str); 26] = templates![
    "api_users.html",
    "base.html",
    "bulk_upload.html",
    "change_password.html",
    "contacts.html",
    "control.html",
    "elsewhere.html",
    "enablement.html",
    "faqs.html",
    "forgot_password.html",
    "forgot_username.html",
    "freeze.html",
    "gsps.html",
    "home.html",
    "inner.html",
    "login_dialog.html",
    "login_otp.html",
    "main_menu.html",
    "otp.html",
    "parts.html",
    "public.html",
    "register.html",
    "server_error.html",
    "taxpayer_search.html",
    "token.html",
    "user_registration.html",
];

/// The templates, read.
#[derive(Debug)]
pub(crate) struct Screens(Environment<'static>);

impl Screens {
    /// Reads the templates. One that cannot be read is missing, and showing it answers 500.
    pub(crate) fn load() -> Self {
        let mut environment = Environment::new();
        environment.set_trim_blocks(true);
        environment.set_lstrip_blocks(true);
        for (name, source) in TEMPLATES {
            if let Err(error) = environment.add_template(name, source) {
                eprintln!("{error:#}");
            }
        }
        Self(environment)
    }

    /// A page without a login dialog. It says what the session has to say, once. A made-up portal draws its own.
    pub(crate) fn show(&self, session: &mut Session, name: &str, more: impl Serialize) -> Response {
        made_up::screen(session, name).unwrap_or_else(|| self.fill_in(session, name, more))
    }

    fn fill_in(&self, session: &mut Session, name: &str, more: impl Serialize) -> Response {
        let page = context! {
            inline_alerts => session.switches.policy() == Csp::None,
            alert => session.alert.take(),
            refusal => session.refusal.take(),
            success => session.success.take(),
            token => session.tokens.issue(),
            portal => session.portal,
            salt => session.salt,
            notice => session.switches.notice,
            gstin => people::GSTIN,
            trade_name => people::TRADE_NAME,
            ..Value::from_serialize(more)
        };
        match self.0.get_template(name).and_then(|template| template.render(page)) {
            Ok(page) => Html(page).into_response(),
            Err(error) => {
                eprintln!("{error:#}");
                StatusCode::INTERNAL_SERVER_ERROR.into_response()
            }
        }
    }

    /// A public page: the login dialog is in its header, with a new captcha.
    pub(crate) fn show_public(&self, session: &mut Session, name: &str, more: impl Serialize) -> Response {
        session.renew_challenge();
        self.show(session, name, more)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_template_can_be_read() {
        let screens = Screens::load();
        for (name, _) in TEMPLATES {
            assert!(screens.0.get_template(name).is_ok(), "{name}");
        }
    }
}
