//! The whole job, from the home page to the API user.

use anyhow::{Result, ensure};
use e2e::newcomer::{API_NAME, API_SECRET, TERA};
use e2e::site::Received;
use e2e::{Newcomer, Visit, in_both_browsers};

in_both_browsers! {
    async fn a_newcomer_who_only_follows_the_ring_finishes_the_job(visit: &Visit) -> Result<()> {
        visit.start("home", "").await?;
        let mut newcomer = Newcomer::new(visit);
        newcomer.finish().await?;
        let order = [
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
        ensure!(newcomer.targets() == order, "the ring went {:?}", newcomer.targets());
        Ok(())
    }

    async fn the_form_receives_exactly_what_the_newcomer_typed(visit: &Visit) -> Result<()> {
        visit.start("menu", "").await?;
        Newcomer::new(visit).finish().await?;
        let received = visit.records().await?.received;
        let typed = Received {
            through: received.as_ref().and_then(|form| form.through.clone()),
            gsp: Some(TERA.to_owned()),
            username: API_NAME.to_owned(),
            password: API_SECRET.to_owned(),
            password_again: API_SECRET.to_owned(),
        };
        ensure!(received.as_ref() == Some(&typed), "the portal received {received:?}");
        ensure!(typed.through.is_some(), "the portal received no channel");
        Ok(())
    }

    async fn a_reload_at_every_step_loses_nothing_but_what_was_typed(visit: &Visit) -> Result<()> {
        visit.start("home", "login_otp=on&contacts=on&notice=on").await?;
        Newcomer::new(visit).reloading().finish().await
    }

    async fn the_job_can_be_done_without_anything_done_by_the_guide_itself(visit: &Visit) -> Result<()> {
        visit.browser().prefer(serde_json::json!({ "automatic": false })).await?;
        visit.start("menu", "").await?;
        let mut newcomer = Newcomer::new(visit);
        newcomer.finish().await?;
        let targets = newcomer.targets();
        for target in ["through-gsp", "gsp"] {
            ensure!(targets.iter().any(|seen| seen == target), "no ring on {target}: {targets:?}");
        }
        Ok(())
    }

    async fn the_second_portal_is_guided_like_the_first(visit: &Visit) -> Result<()> {
        visit.open_on_second_host("/").await?;
        visit.guide().when("the ring on Login", |sight| sight.rings("login-button")).await?;
        Ok(())
    }

    async fn a_paused_guide_shows_no_ring_until_it_is_resumed(visit: &Visit) -> Result<()> {
        visit.start("menu", "").await?;
        let guide = visit.guide();
        guide.when("a ring", |sight| sight.rings("api-registration")).await?;
        guide.press("pause").await?;
        guide.when("the pause", |sight| sight.is("paused")).await?;
        ensure!(!guide.shows_a_ring().await?, "a paused guide shows a ring");
        visit.browser().reload().await?;
        guide.when("the pause after a reload", |sight| sight.is("paused")).await?;
        ensure!(!guide.shows_a_ring().await?, "a reloaded, paused guide shows a ring");
        guide.press("resume").await?;
        Newcomer::new(visit).finish().await
    }

    async fn the_full_name_can_be_copied_at_the_end(visit: &Visit) -> Result<()> {
        visit.start("form", "").await?;
        Newcomer::new(visit).finish().await?;
        visit.guide().press("copy").await?;
        visit.guide().when_saying("Copied").await?;
        visit.open("/Home/ForgotUserPwd").await?;
        let pasted = visit.hand().paste_into("#txtUserName").await?;
        ensure!(pasted == format!("API_{API_NAME}"), "pasted `{pasted}`");
        Ok(())
    }
}
