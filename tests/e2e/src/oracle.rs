//! The oracle: which element of the practice portal each `data-target` means.
//!
//! Made-up portals (the switch `seed`) say it themselves: they mark each control with `data-is`. On the plain one these
//! selectors find it. The guide never sees these selectors; it finds its way by what a person would read. That is what makes them a test.

use anyhow::{Context, Result};
use serde_json::Value;

/// What the ring must be on.
#[derive(Debug, Clone, Copy)]
pub struct Oracle {
    /// The target's name in the contract.
    pub target: &'static str,
    /// The element on the plain portal's page.
    pub selector: &'static str,
}

impl Oracle {
    /// What scripts take to find it: the target's name and the selector.
    pub(crate) fn arguments(self) -> [Value; 2] {
        [self.target.into(), self.selector.into()]
    }
}

/// One row for each target of the contract.
pub const TARGETS: [Oracle; 21] = [
    row("login-button", "#btnLogin"),
    row("portal-username", "#txtUserName"),
    row("portal-password", "#txt_password"),
    row("captcha", "#CaptchaCode"),
    row("sign-in", ".btnlogin"),
    row("login-otp", "#txtLoginOtp"),
    row("login-verify-otp", "#btnVerifyLoginOtp"),
    row("exit-contacts", ".btn-danger[href='/Home/MainMenu']"),
    row("close-notice", "#exampleModal [data-dismiss=modal]"),
    row("home", ".strip a[href='/Home/MainMenu']"),
    row("api-registration", "a[href='#collapse4']"),
    row("user-credentials", "a[href='#collapse4_2']"),
    row("create-api-user", "a[href='/ApiRegistration/CreateApiUser']"),
    row("otp", "#txtOtp"),
    row("verify-otp", "#btnVerifyOTP"),
    row("through-gsp", "#rdbGsp"),
    row("gsp", "#ddlGsp"),
    row("api-username", "#txtApiUserName"),
    row("api-password", "#txtApiPassword"),
    row("api-password-again", "#txtApiConfirmPassword"),
    row("submit", "#btnSubmit"),
];

/// The row of a target.
pub fn oracle(target: &str) -> Result<Oracle> {
    TARGETS
        .into_iter()
        .find(|row| row.target == target)
        .with_context(|| format!("`{target}` is no target of the contract"))
}

const fn row(target: &'static str, selector: &'static str) -> Oracle {
    Oracle { target, selector }
}
