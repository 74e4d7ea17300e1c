//! The most expensive mistake of the job: the wrong GSP.

use anyhow::{Result, ensure};
use e2e::newcomer::TERA;
use e2e::{Newcomer, Visit, in_both_browsers};
use serde_json::json;

/// The successor that some product guides name since 2026.
const BVM: &str = "BVM IT Consulting Services India Private Limited";

/// The wanted GSP under another of its spellings, which the practice portal lists among its look-alikes.
const TERA_AS_IN_ITS_BANK_DETAILS: &str = "TERA  SOFTWARE LTD.";

/// Another GSP of the list, easily taken for the wanted one.
const OTHER: &str = "Masters India Private Limited";

/// What the form has chosen now.
async fn chosen(visit: &Visit) -> Result<String> {
    visit.hand().chosen("gsp").await
}

in_both_browsers! {
    async fn the_guide_chooses_the_gsp_itself_and_says_so(visit: &Visit) -> Result<()> {
        visit.start("form", "").await?;
        visit.guide().when("the name", |sight| sight.rings("api-username")).await?;
        ensure!(chosen(visit).await? == TERA, "chosen: {}", chosen(visit).await?);
        let words = visit.guide().words().await?;
        ensure!(words.contains(TERA), "the guide chose in silence: {words}");
        Ok(())
    }

    async fn a_list_without_the_gsp_blocks_and_touches_nothing(visit: &Visit) -> Result<()> {
        visit.start("form", "gsp=without-tera").await?;
        let sight = visit.guide().when("the block", |sight| sight.is("blocked")).await?;
        ensure!(sight.at("select-gsp") && sight.target.is_none(), "the guide says: {sight}");
        ensure!(!visit.guide().shows_a_ring().await?, "there is a ring on a list without the GSP");
        let words = visit.guide().words().await?;
        ensure!(words.contains("Tera"), "the guide does not say what is missing: {words}");
        ensure!(chosen(visit).await? != OTHER, "a wrong GSP was chosen");
        let untouched: bool = visit.ask("return document.querySelector('select').selectedIndex <= 0;").await?;
        ensure!(untouched, "chosen all the same: {}", chosen(visit).await?);
        Ok(())
    }

    async fn among_look_alikes_only_the_right_gsp_is_chosen(visit: &Visit) -> Result<()> {
        visit.start("form", "gsp=lookalikes").await?;
        Newcomer::new(visit).choosing(TERA_AS_IN_ITS_BANK_DETAILS).finish().await
    }

    async fn the_successor_is_taken_only_when_the_user_says_so(visit: &Visit) -> Result<()> {
        visit.start("form", "gsp=successor").await?;
        visit.guide().when("the block", |sight| sight.is("blocked") && sight.at("select-gsp")).await?;
        ensure!(chosen(visit).await? != BVM, "the successor was chosen unasked");
        visit.guide().press("use-successor").await?;
        Newcomer::new(visit).choosing(BVM).finish().await
    }

    async fn the_gsp_of_the_settings_is_the_one_that_is_chosen(visit: &Visit) -> Result<()> {
        visit.browser().prefer(json!({ "gsp": BVM })).await?;
        visit.start("form", "gsp=successor").await?;
        Newcomer::new(visit).choosing(BVM).finish().await
    }

    async fn a_choice_made_after_the_guides_own_is_the_users_and_stands(visit: &Visit) -> Result<()> {
        visit.start("form", "").await?;
        visit.guide().when("the name", |sight| sight.rings("api-username")).await?;
        visit.hand().choose("gsp", OTHER).await?;
        visit.guide().when_saying(OTHER).await?;
        ensure!(chosen(visit).await? == OTHER, "the user's choice was undone");
        Newcomer::new(visit).choosing(OTHER).finish().await
    }

    async fn a_choice_made_after_the_guides_own_stands_where_it_reloads_the_form(visit: &Visit) -> Result<()> {
        visit.start("form", "reload=on").await?;
        visit.guide().when("the name", |sight| sight.rings("api-username")).await?;
        visit.hand().choose("gsp", OTHER).await?;
        visit.guide().when_saying(OTHER).await?;
        ensure!(chosen(visit).await? == OTHER, "the user's choice was undone");
        Newcomer::new(visit).choosing(OTHER).finish().await
    }

    async fn the_guide_says_what_it_chose_even_where_a_choice_reloads_the_form(visit: &Visit) -> Result<()> {
        visit.start("form", "reload=on").await?;
        visit.guide().when("the name", |sight| sight.rings("api-username")).await?;
        visit.guide().when_saying(TERA).await
    }

    async fn the_wanted_gsp_comes_back_when_the_user_says_so(visit: &Visit) -> Result<()> {
        visit.start("form", "").await?;
        visit.guide().when("the name", |sight| sight.rings("api-username")).await?;
        visit.hand().choose("gsp", OTHER).await?;
        visit.guide().press("select").await?;
        Newcomer::new(visit).finish().await
    }

    async fn what_the_guide_selected_can_be_undone_and_stays_undone(visit: &Visit) -> Result<()> {
        visit.start("form", "").await?;
        visit.guide().when("the name", |sight| sight.rings("api-username")).await?;
        visit.guide().press("undo").await?;
        visit.guide().when("the choice by hand", |sight| !sight.rings("api-username")).await?;
        visit.at_rest().await?;
        ensure!(chosen(visit).await? != TERA, "the guide chose again after the undo");
        Newcomer::new(visit).finish().await
    }
}
