//! What the user can do with the callout itself.

use anyhow::{Context, Result, ensure};
use e2e::{Newcomer, Visit, in_both_browsers};
use thirtyfour::Key;

/// Which element of the page has the focus, by its id.
const FOCUSED: &str = "return document.activeElement?.id ?? '';";

/// All that may come between the login and the menu.
const ALL: &str = "login_otp=on&contacts=on&notice=on";
/// The windows of most screens, and of small ones.
const WINDOWS: [(u32, u32); 2] = [(1366, 768), (1024, 600)];

/// Does the whole job, and looks at each step at what the callout covers that it must not.
async fn nothing_is_covered(visit: &Visit) -> Result<()> {
    visit.start("home", ALL).await?;
    let mut newcomer = Newcomer::new(visit);
    loop {
        let sight = newcomer.next().await?;
        visit.at_rest().await?;
        let covered = visit.guide().covered(sight.target.as_deref()).await?;
        ensure!(covered.is_empty(), "at `{sight}` the callout covers {covered:?}");
        if !sight.rings_something() {
            ensure!(sight.is("done"), "the guide stopped at: {sight}");
            return Ok(());
        }
        newcomer.obey(&sight).await?;
    }
}

in_both_browsers! {
    async fn at_no_step_the_callout_covers_target_field_or_message(visit: &Visit) -> Result<()> {
        for (width, height) in WINDOWS {
            visit.browser().session().set_window_rect(0, 0, width, height).await?;
            nothing_is_covered(visit).await.with_context(|| format!("in a window of {width} x {height}"))?;
            visit.become_a_stranger().await?;
        }
        let (width, height) = WINDOWS[0];
        visit.browser().session().set_window_rect(0, 0, width, height).await?;
        visit.start("menu", "").await
    }

    async fn a_callout_made_small_stays_small_on_the_next_page_and_the_ring_stays(visit: &Visit) -> Result<()> {
        visit.start("menu", "").await?;
        let guide = visit.guide();
        guide.when("the menu", |sight| sight.rings("api-registration")).await?;
        guide.press("fold").await?;
        guide.when_not_saying("In the menu, press").await?;
        ensure!(guide.shows_a_ring().await?, "the ring went with the words");
        visit.browser().reload().await?;
        guide.when("the menu again", |sight| sight.rings("api-registration")).await?;
        guide.when_not_saying("In the menu, press").await?;
        let mut newcomer = Newcomer::new(visit);
        newcomer.follow_until("the OTP", |sight| sight.rings("otp")).await?;
        guide.when_not_saying("Type the code").await?;
        guide.press("fold").await?;
        guide.when_saying("Type the code").await
    }

    async fn escape_makes_the_callout_small_only_when_the_user_is_in_it(visit: &Visit) -> Result<()> {
        visit.start("form", "").await?;
        let guide = visit.guide();
        guide.when("the name", |sight| sight.rings("api-username")).await?;
        visit.hand().click_on("api-username").await?;
        visit.hand().press(Key::Escape).await?;
        visit.at_rest().await?;
        ensure!(guide.words().await?.contains("Make up a user name"), "Escape on the page made the callout small");
        visit.hand().go_to_the_callout().await?;
        visit.hand().press(Key::Escape).await?;
        guide.when_not_saying("Make up a user name").await?;
        visit.hand().go_to_the_callout().await?;
        let focused: String = visit.ask(FOCUSED).await?;
        ensure!(focused == "txtApiUserName", "the focus did not come back: `{focused}`");
        Ok(())
    }

    async fn a_step_is_explained_and_what_is_not_there_answered_when_asked(visit: &Visit) -> Result<()> {
        visit.start("menu", "").await?;
        let guide = visit.guide();
        guide.when("the menu", |sight| sight.rings("api-registration")).await?;
        guide.press("explain").await?;
        guide.when_saying("your invoicing software talks to the portal by itself").await?;
        guide.press("not-here").await?;
        guide.when_saying("Look for it on the page").await?;
        guide.press("describe").await?;
        guide.when_saying("Copied").await?;
        guide.press("explain").await?;
        guide.when_not_saying("your invoicing software talks").await
    }
}
