//! What the user can do with the callout itself.

use anyhow::{Result, ensure};
use e2e::{Newcomer, Visit, in_both_browsers};
use thirtyfour::Key;

/// Which element of the page has the focus, by its id.
const FOCUSED: &str = "return document.activeElement?.id ?? '';";

in_both_browsers! {
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
