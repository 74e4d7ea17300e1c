//! The extension's button in the browser, and what it opens: the pause, and the first minutes after an installation.

use anyhow::{Result, ensure};
use e2e::wait::until;
use e2e::{Visit, in_both_browsers};
use serde_json::json;

/// What the button shows on tabs without a step.
const MARK: &str = "return chrome.action.getBadgeText({});";
/// What it is called.
const TITLE: &str = "return chrome.action.getTitle({});";
/// Which of the buttons of the popup can be seen.
const BUTTONS: &str = "
    const ids = ['pause', 'resume', 'pause-visit'];
    return ids.filter(id => document.getElementById(id).checkVisibility());";

/// Waits until the button shows this, asked from a page of the extension.
async fn marked(visit: &Visit, mark: &str) -> Result<()> {
    until(format!("the mark `{mark}`"), async || Ok((visit.ask::<String>(MARK).await? == mark).then_some(()))).await
}

/// Waits until the popup offers this, of pause and the way back, and nothing else.
async fn offers(visit: &Visit, button: &str) -> Result<()> {
    until(
        format!("`{button}` alone"),
        async || Ok((visit.ask::<Vec<String>>(BUTTONS).await? == [button]).then_some(())),
    )
    .await
}

in_both_browsers! {
    async fn a_pause_for_the_visit_holds_on_every_page_and_ends_with_its_tab(visit: &Visit) -> Result<()> {
        visit.start("menu", "").await?;
        let guide = visit.guide();
        guide.when("the menu", |sight| sight.rings("api-registration")).await?;
        let pause_there = async || {
            visit.start("menu", "").await?;
            guide.when("the menu", |sight| sight.rings("api-registration")).await?;
            guide.press("pause").await?;
            guide.when("the pause", |sight| sight.is("paused")).await?;
            guide.when_saying("Paused until you close this tab").await?;
            visit.browser().reload().await?;
            guide.when("the pause after a reload", |sight| sight.is("paused")).await.map(drop)
        };
        visit.browser().in_another_tab(pause_there).await?;
        guide.when("the guide again", |sight| sight.rings("api-registration")).await.map(drop)
    }

    async fn the_popup_pauses_for_good_and_lets_the_guide_go_on(visit: &Visit) -> Result<()> {
        visit.browser().open_popup().await?;
        // In a tab of its own the popup has no guide in front of it.
        offers(visit, "pause").await?;
        visit.browser().tell("document.getElementById('pause').click();", vec![]).await?;
        marked(visit, "II").await?;
        offers(visit, "resume").await?;
        visit.browser().tell("document.getElementById('resume').click();", vec![]).await?;
        marked(visit, "").await?;
        ensure!(visit.browser().stored().await?["settings"]["paused"] == json!(false), "it is still paused");
        Ok(())
    }

    async fn the_button_says_to_reload_after_an_installation_until_the_guide_is_seen(visit: &Visit) -> Result<()> {
        visit.start("menu", "").await?;
        Visit::begin(visit.browser().kind()).await?.for_once(first_minutes).await
    }
}

async fn first_minutes(fresh: &Visit) -> Result<()> {
    fresh.browser().open_own("options.html").await?;
    marked(fresh, "!").await?;
    let title: String = fresh.ask(TITLE).await?;
    ensure!(title.contains("Reload its page once"), "the button is called `{title}`");
    fresh.start("menu", "").await?;
    fresh.guide().when("the menu", |sight| sight.rings("api-registration")).await?;
    fresh.browser().open_own("options.html").await?;
    marked(fresh, "").await?;
    let title: String = fresh.ask(TITLE).await?;
    ensure!(!title.contains("Reload"), "the button is still called `{title}`");
    Ok(())
}
