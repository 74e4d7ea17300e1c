//! The pages to practise on, before anybody logs in anywhere.

use anyhow::{Result, ensure};
use e2e::newcomer::API_NAME;
use e2e::{Newcomer, Visit, in_both_browsers};
use serde_json::json;

const HOME: &str = "practise/home.html";

/// What the ring is on, one after the other, when all is done by the guide that it may do.
const WAY: [&str; 14] = [
    "login-button",
    "portal-username",
    "portal-password",
    "captcha",
    "sign-in",
    "api-registration",
    "user-credentials",
    "create-api-user",
    "otp",
    "verify-otp",
    "api-username",
    "api-password",
    "api-password-again",
    "submit",
];

in_both_browsers! {
    async fn the_whole_job_can_be_practised_without_a_portal(visit: &Visit) -> Result<()> {
        visit.browser().open_own(HOME).await?;
        let mut newcomer = Newcomer::new(visit).slipping("captcha", "K7P4");
        newcomer.follow_until("the end", |sight| sight.is("done")).await?;
        ensure!(newcomer.targets() == WAY, "the ring went {:?}", newcomer.targets());
        let address: String = visit.ask("return location.href;").await?;
        for typed in [API_NAME, "Mango7"] {
            ensure!(!address.contains(typed), "what was typed is in the address: {address}");
        }
        Ok(())
    }

    async fn a_made_up_name_is_not_kept_among_the_real_ones(visit: &Visit) -> Result<()> {
        visit.browser().open_own("practise/done.html").await?;
        visit.guide().when("the end", |sight| sight.is("done")).await?;
        visit.guide().press("keep-name").await?;
        visit.guide().when_saying("could not be kept").await?;
        ensure!(visit.browser().stored().await?["names"] == json!(null), "a made-up name is kept");
        Ok(())
    }
}
