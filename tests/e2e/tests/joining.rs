//! People arrive in the middle: the step comes from the page, never from a counter.

use anyhow::{Result, ensure};
use e2e::{Newcomer, Visit, in_both_browsers};

/// Joining at a screen, the guide is at `step` with its ring on `target`, and leads on to the end.
async fn joining(visit: &Visit, at: &str, step: &str, target: &str) -> Result<()> {
    visit.start(at, "").await?;
    let mut newcomer = Newcomer::new(visit);
    let first = newcomer.next().await?;
    ensure!(first.at(step) && first.rings(target), "at {at} the guide says: {first}");
    newcomer.obey(&first).await?;
    newcomer.finish().await
}

in_both_browsers! {
    async fn joined_at_the_home_page(visit: &Visit) -> Result<()> {
        joining(visit, "home", "sign-in", "login-button").await
    }

    async fn joined_at_the_login_otp(visit: &Visit) -> Result<()> {
        joining(visit, "login-otp", "sign-in", "login-otp").await
    }

    async fn joined_at_the_contacts_page(visit: &Visit) -> Result<()> {
        joining(visit, "contacts", "sign-in", "exit-contacts").await
    }

    async fn joined_at_the_menu(visit: &Visit) -> Result<()> {
        joining(visit, "menu", "api-registration", "api-registration").await
    }

    async fn joined_at_the_otp(visit: &Visit) -> Result<()> {
        joining(visit, "otp", "verify-otp", "otp").await
    }

    async fn joined_at_the_form(visit: &Visit) -> Result<()> {
        joining(visit, "form", "set-credentials", "api-username").await
    }

    async fn joined_when_all_is_done(visit: &Visit) -> Result<()> {
        visit.start("done", "").await?;
        let sight = visit.guide().when("the end", |sight| sight.is("done")).await?;
        ensure!(sight.at("done") && sight.target.is_none(), "at the end the guide says: {sight}");
        ensure!(!visit.guide().shows_a_ring().await?, "there is a ring when all is done");
        let name = visit.guide().name().await?;
        ensure!(name.starts_with("API_"), "the guide says to keep `{name}`");
        Ok(())
    }

    async fn joined_on_an_inner_page_without_the_menu(visit: &Visit) -> Result<()> {
        visit.start("menu", "").await?;
        visit.open("/Invoice/BulkUpload").await?;
        let mut newcomer = Newcomer::new(visit);
        let first = newcomer.next().await?;
        ensure!(first.rings("home"), "on an inner page the guide says: {first}");
        newcomer.obey(&first).await?;
        newcomer.finish().await
    }

    async fn joined_with_the_login_dialog_already_open(visit: &Visit) -> Result<()> {
        visit.start("home", "").await?;
        let mut stranger = Newcomer::new(visit);
        stranger.follow_until("the dialog", |sight| sight.rings("portal-password")).await?;
        let mut newcomer = Newcomer::new(visit);
        newcomer.finish().await
    }

    async fn joined_with_part_of_the_menu_open(visit: &Visit) -> Result<()> {
        visit.start("menu", "").await?;
        let mut stranger = Newcomer::new(visit);
        stranger.follow_until("the sub-menu", |sight| sight.rings("create-api-user")).await?;
        visit.browser().reload().await?;
        Newcomer::new(visit).finish().await
    }

    async fn going_back_in_history_is_followed(visit: &Visit) -> Result<()> {
        visit.start("menu", "").await?;
        let mut stranger = Newcomer::new(visit);
        stranger.follow_until("the OTP", |sight| sight.rings("otp")).await?;
        visit.browser().back().await?;
        Newcomer::new(visit).finish().await
    }
}
