//! For those who listen to the page, or use no pointer (WCAG 2.2 AA).

use anyhow::{Result, ensure};
use e2e::browser::Colours;
use e2e::guide::HOST_ELEMENT;
use e2e::newcomer::API_NAME;
use e2e::{Kind, Newcomer, Visit, axe, in_both_browsers};
use serde_json::json;
use thirtyfour::Key;

/// The extension's own pages.
const PAGES: [&str; 8] = [
    "popup.html",
    "options.html",
    "practise/home.html",
    "practise/login.html",
    "practise/menu.html",
    "practise/otp.html",
    "practise/form.html",
    "practise/done.html",
];

/// Answers when the page has its words.
const HAS_WORDS: &str = "
    const asking = [...document.querySelectorAll('[data-message]')];
    return asking.every(one => one.textContent) ? true : null;";

/// Writes down everything that is announced from now on, and what is being announced.
const LISTEN: &str = "
    const place = document.querySelector(':root > einvoice-api-guide')?.shadowRoot?.querySelector('[role=status]');
    if (!place) {
        return null;
    }
    window.announced = [];
    const hear = () => place.textContent && window.announced.push(place.textContent);
    hear();
    new MutationObserver(hear).observe(place, { childList: true, characterData: true, subtree: true });
    return true;";

/// What was announced.
const ANNOUNCED: &str = "return window.announced;";

/// Which element of the page has the focus, by its id.
const FOCUSED: &str = "return document.activeElement?.id ?? '';";

/// In light and in dark, as far as the browser can be told.
async fn in_each_light(visit: &Visit, check: impl AsyncFn() -> Result<()>) -> Result<()> {
    check().await?;
    if visit.browser().kind() == Kind::Chromium {
        visit.browser().show_as((1366, 768), Colours::Dark).await?;
        check().await?;
        visit.browser().show_as((1366, 768), Colours::Light).await?;
    }
    Ok(())
}

/// Checks the guide's own element, in a root that is open.
async fn check_callout(visit: &Visit, what: &str) -> Result<()> {
    visit.at_rest().await?;
    in_each_light(visit, async || axe::check(visit.browser(), what, Some(HOST_ELEMENT)).await).await
}

async fn check_callouts(visit: &Visit) -> Result<()> {
    let guide = visit.guide();
    visit.start("menu", "").await?;
    guide.when("the menu", |sight| sight.rings("api-registration")).await?;
    check_callout(visit, "a ring").await?;
    guide.press("explain").await?;
    guide.when_saying("your invoicing software talks").await?;
    check_callout(visit, "a step explained").await?;
    guide.press("fold").await?;
    guide.when_not_saying("your invoicing software talks").await?;
    check_callout(visit, "a small callout").await?;
    guide.press("fold").await?;
    guide.press("pause").await?;
    guide.when("the pause", |sight| sight.is("paused")).await?;
    check_callout(visit, "a pause").await?;
    guide.press("resume").await?;
    visit.start("form", "").await?;
    let mut newcomer = Newcomer::new(visit);
    newcomer.follow_until("the password", |sight| sight.rings("api-password")).await?;
    visit.hand().type_into("api-password", "Ab1").await?;
    guide.when("a verdict", |sight| sight.password.as_deref() == Some("invalid")).await?;
    check_callout(visit, "a list of what is missing").await?;
    visit.hand().type_into("api-password", "Password@123").await?;
    guide.when("a verdict", |sight| sight.password.as_deref() == Some("weak")).await?;
    check_callout(visit, "a strength").await?;
    guide.press("suggest").await?;
    guide.secret().await?;
    check_callout(visit, "a password made").await?;
    newcomer.finish().await?;
    check_callout(visit, "the end").await
}

async fn announce(visit: &Visit) -> Result<()> {
    let guide = visit.guide();
    visit.start("form", "").await?;
    visit.ask::<bool>(LISTEN).await?;
    guide.when("the name", |sight| sight.rings("api-username")).await?;
    let at_first = said(visit, 1).await?;
    ensure!(at_first[0].starts_with("Step 8 of 9. "), "the first words of the page: {at_first:?}");
    visit.hand().type_into("api-username", API_NAME).await?;
    guide.when("the password", |sight| sight.rings("api-password")).await?;
    let then = said(visit, 2).await?;
    visit.at_rest().await?;
    ensure!(!then[1].contains("Step 8"), "the step is told twice: {then:?}");
    let heard: Vec<String> = visit.ask(ANNOUNCED).await?;
    ensure!(heard == then, "something is told twice: {heard:?}");
    let focused: String = visit.ask(FOCUSED).await?;
    ensure!(focused == "txtApiUserName", "the focus went to `{focused}`");
    Ok(())
}

/// Waits until so much was announced.
async fn said(visit: &Visit, times: usize) -> Result<Vec<String>> {
    e2e::wait::until(format!("{times} announcements"), async || {
        let heard: Vec<String> = visit.ask(ANNOUNCED).await?;
        Ok((heard.len() >= times).then_some(heard))
    })
    .await
}

in_both_browsers! {
    async fn axe_finds_nothing_on_the_extensions_own_pages(visit: &Visit) -> Result<()> {
        visit.browser().keep(json!([{ "name": "API_one", "gsp": "T", "gstin": "", "day": "2026-11-27" }])).await?;
        for page in PAGES {
            visit.browser().open_own(page).await?;
            visit.ask::<bool>(HAS_WORDS).await?;
            in_each_light(visit, async || axe::check(visit.browser(), page, None).await).await?;
        }
        visit.start("menu", "").await
    }

    async fn axe_finds_nothing_on_the_callout(visit: &Visit) -> Result<()> {
        visit.start("menu", "").await?;
        Visit::begin_with_open_root(visit.browser().kind()).await?.for_once(check_callouts).await
    }

    async fn each_step_is_announced_once_and_the_focus_stays(visit: &Visit) -> Result<()> {
        visit.start("menu", "").await?;
        Visit::begin_with_open_root(visit.browser().kind()).await?.for_once(announce).await
    }

    async fn every_part_has_its_role_and_its_name(visit: &Visit) -> Result<()> {
        visit.start("menu", "").await?;
        let guide = visit.guide();
        guide.when("the menu", |sight| sight.rings("api-registration")).await?;
        for (part, role, name) in [
            ("[part=callout]", "region", "e-Invoice API Guide"),
            ("[data-do=fold]", "button", "Make small"),
            ("[data-do=explain]", "button", "What does this mean?"),
            ("[data-do=pause]", "button", "Pause the guide"),
            (".spoken", "status", ""),
        ] {
            let [said, called] = guide.role_and_name(part).await?;
            ensure!(said == role && called == name, "{part} is the {said} `{called}`");
        }
        guide.press("fold").await?;
        guide.when_not_saying("In the menu, press").await?;
        let [_, called] = guide.role_and_name("[data-do=fold]").await?;
        ensure!(called == "Show the guide", "the small callout opens with `{called}`");
        guide.press("fold").await?;
        visit.start("form", "").await?;
        Newcomer::new(visit).follow_until("the password", |sight| sight.rings("api-password")).await?;
        visit.hand().type_into("api-password", "Ab1").await?;
        guide.when("a verdict", |sight| sight.password.as_deref() == Some("invalid")).await?;
        for (part, role) in [(".checks", "list"), (".checks li", "listitem")] {
            let [said, _] = guide.role_and_name(part).await?;
            ensure!(said == role, "{part} is a {said}");
        }
        Ok(())
    }

    async fn the_callout_is_used_by_keyboard_alone_and_keeps_nobody(visit: &Visit) -> Result<()> {
        visit.start("form", "").await?;
        let (guide, hand) = (visit.guide(), visit.hand());
        guide.when("the name", |sight| sight.rings("api-username")).await?;
        hand.click_on("api-username").await?;
        hand.go_to_the_callout().await?;
        hand.press_shift_tab().await?;
        let back = guide.focused().await?;
        ensure!(back.as_deref() == Some("fold"), "the way back leads to {back:?}");
        hand.press(Key::Tab).await?;
        hand.press(Key::Tab).await?;
        hand.press(Key::Enter).await?;
        guide.when_saying("by itself").await?;
        ensure!(guide.focused().await?.is_some(), "the focus was lost with a press");
        hand.press(Key::Escape).await?;
        guide.when_not_saying("Make up a user name").await?;
        ensure!(guide.focused().await?.as_deref() == Some("fold"), "the focus was lost with the callout made small");
        hand.press(Key::Space).await?;
        guide.when_saying("Make up a user name").await?;
        hand.go_to_the_callout().await?;
        let focused: String = visit.ask(FOCUSED).await?;
        ensure!(focused == "txtApiUserName", "the focus did not come back: `{focused}`");
        hand.go_to_the_callout().await?;
        // Last, for it may lead out of the page.
        let mut order = Vec::new();
        while let Some(next) = guide.focused().await? {
            ensure!(order.len() < 10, "the callout keeps the focus: {order:?}");
            order.push(next);
            hand.press(Key::Tab).await?;
        }
        ensure!(order == ["undo", "not-here", "explain", "pause"], "the way through the callout: {order:?}");
        Ok(())
    }

    /// The browser's own keys cannot be pressed by a test: from here on it is what they lead to.
    async fn the_keyboard_command_leads_to_the_callout_and_back(visit: &Visit) -> Result<()> {
        visit.start("form", "").await?;
        let guide = visit.guide();
        guide.when("the name", |sight| sight.rings("api-username")).await?;
        visit.hand().click_on("api-username").await?;
        visit.browser().ask_guide("callout").await?;
        let focused = guide.focused().await?;
        ensure!(focused.as_deref() == Some("undo"), "the command leads to {focused:?}");
        visit.browser().ask_guide("callout").await?;
        let focused: String = visit.ask(FOCUSED).await?;
        ensure!(focused == "txtApiUserName", "the command leads back to `{focused}`");
        Ok(())
    }
}
