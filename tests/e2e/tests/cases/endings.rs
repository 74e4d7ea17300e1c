//! What the guide holds, how it looks to those who do not see it, and how it ends.

use std::time::Duration;

use anyhow::{Context, Result, ensure};
use e2e::cases;
use e2e::stage::Stage;
use e2e::wait::until_within;
use serde_json::json;

use crate::page::{CREDENTIALS, MENU, channels, form, home, inner, main_menu, open_list};

const FORM: &str = "/ApiRegistration/CreateApiUser";
const ENTRY: &str = "api-registration guiding api-registration";
const NAME: &str = "set-credentials guiding api-username";
/// How long the browser may take to let go.
const PATIENCE: Duration = Duration::from_secs(10);

/// Loads ten documents in a frame, takes the frame off, and waits until no more of them are held than this.
async fn lets_go(stage: &Stage, but: usize) -> Result<()> {
    stage
        .run(
            "window.held = []; window.loads = 0;
        alive.addEventListener('load', () => { held.push(new WeakRef(alive.contentDocument)); loads += 1; });",
        )
        .await?;
    for load in 1..=10 {
        stage.run("alive.contentWindow.location.reload();").await?;
        stage.when(&format!("loads === {load}")).await?;
        stage.browser().at_rest().await?;
    }
    stage.run("alive.remove();").await?;
    stage.browser().at_rest().await?;
    let mut held = usize::MAX;
    let outcome = until_within(PATIENCE, format!("{but} documents held"), async || {
        stage.protocol("HeapProfiler.collectGarbage", json!({})).await?;
        held = stage.ask("return held.filter(one => one.deref()).length;").await?;
        Ok((held <= but).then_some(()))
    })
    .await;
    outcome.with_context(|| format!("{held} of 10 documents are held"))
}

cases! {
    async fn documents_of_frames_that_left_are_let_go(stage: &Stage) -> Result<()> {
        stage.lay("/Home/KeepAlive", "<!DOCTYPE html><title>x</title><p>Alive <button>Refresh</button>");
        stage.lay("/Home/MainMenu", &main_menu(MENU, "<iframe id=alive src='/Home/KeepAlive'></iframe>"));
        // The browser itself lets go of all.
        stage.open_without_the_guide("/Home/MainMenu").await?;
        lets_go(stage, 0).await?;
        stage.open("/Home/MainMenu").await?;
        stage.says(ENTRY).await?;
        lets_go(stage, 0).await?;
        stage.holds(ENTRY).await
    }

    async fn the_focus_stays_in_the_callout(stage: &Stage) -> Result<()> {
        stage.show(FORM, &form(&format!("{}{}{CREDENTIALS}", channels("checked"), open_list("")))).await?;
        stage.says(NAME).await?;
        stage.press("undo").await?;
        stage.says("select-gsp guiding gsp").await?;
        stage.browser().at_rest().await?;
        stage.when("document.activeElement?.localName === 'einvoice-api-guide'").await
    }

    async fn the_host_says_its_language_and_direction(stage: &Stage) -> Result<()> {
        let page = home("<a href='#in' id=btnLogin>Login</a>").replace("lang=en", "lang=hi dir=rtl");
        stage.show("/", &page).await?;
        stage.says("sign-in guiding login-button").await?;
        let said: [String; 2] = stage.ask("const host = document.querySelector('einvoice-api-guide');
            return [host.lang, host.dir];").await?;
        ensure!(said[0].starts_with("en") && said[1] == "ltr", "lang and dir: {said:?}");
        Ok(())
    }

    async fn nothing_of_the_guide_is_printed(stage: &Stage) -> Result<()> {
        stage.show("/", &home("<a href='#in' id=btnLogin>Login</a>")).await?;
        stage.rings("sign-in guiding login-button", "#btnLogin").await?;
        stage.protocol("Emulation.setEmulatedMedia", json!({ "media": "print" })).await?;
        let outcome = stage.no_ring().await;
        stage.protocol("Emulation.setEmulatedMedia", json!({ "media": "" })).await?;
        outcome
    }

    async fn an_element_of_its_name_put_there_by_the_page_does_not_last(stage: &Stage) -> Result<()> {
        let false_one = "<script>const other = document.createElement('einvoice-api-guide');
            other.setAttribute('data-step', 'done');
            document.documentElement.append(other);</script>";
        stage.show("/", &home(&format!("<a href='#in' id=btnLogin>Login</a>{false_one}"))).await?;
        stage.rings("sign-in guiding login-button", "#btnLogin").await?;
        stage.when("document.querySelectorAll('einvoice-api-guide').length === 1").await
    }

    async fn a_guide_taken_off_by_the_page_comes_back(stage: &Stage) -> Result<()> {
        stage.show("/", &home("<a href='#in' id=btnLogin>Login</a>")).await?;
        stage.rings("sign-in guiding login-button", "#btnLogin").await?;
        stage.run("document.querySelector('einvoice-api-guide').remove(); document.body.append(' ');").await?;
        stage.rings("sign-in guiding login-button", "#btnLogin").await
    }

    async fn a_guide_hidden_by_the_page_comes_back(stage: &Stage) -> Result<()> {
        stage.show("/", &home("<a href='#in' id=btnLogin>Login</a>")).await?;
        stage.rings("sign-in guiding login-button", "#btnLogin").await?;
        stage.run("document.querySelector('einvoice-api-guide').hidePopover(); document.body.append(' ');").await?;
        stage.rings("sign-in guiding login-button", "#btnLogin").await
    }

    async fn a_page_that_never_rests_is_guided(stage: &Stage) -> Result<()> {
        let busy = "<p id=clock>0</p><script>setInterval(() => clock.textContent = performance.now(), 5);</script>";
        stage.show("/", &home(&format!("<a href='#in' id=btnLogin>Login</a>{busy}"))).await?;
        stage.rings("sign-in guiding login-button", "#btnLogin").await?;
        let before = stage.trail().await?.len();
        stage.when("Number(clock.textContent) > 3000").await?;
        let after = stage.trail().await?;
        ensure!(after.len() == before, "it went on saying {after:?}");
        Ok(())
    }

    async fn a_large_page_is_guided(stage: &Stage) -> Result<()> {
        let rows = (0..2_000).map(|at| format!("<a href='#{at}'>Look at the address {at}</a> ")).collect::<String>();
        stage.show("/Home/MainMenu", &main_menu(MENU, &rows)).await?;
        stage.rings("api-registration guiding api-registration", "#mApi").await
    }

    async fn a_list_of_thousands_is_chosen_from_or_pointed_at(stage: &Stage) -> Result<()> {
        let entries = (0..5_000).map(|at| format!("<option>Company {at} Private Limited")).collect::<String>();
        let parts = format!("{}{}{CREDENTIALS}", channels("checked"),
            crate::page::list("", &format!("<option value=''>--Select--{entries}<option>Tera Software Limited")));
        stage.show(FORM, &form(&parts)).await?;
        stage.says("select-gsp|set-credentials guiding gsp|api-username").await.map(drop)
    }

    async fn a_page_of_the_job_without_signs_is_not_met_with_silence(stage: &Stage) -> Result<()> {
        stage.show("/ApiRegistration/CreateApiUser", &inner("<h4>API Registration</h4><p>Loading failed.</p>")).await?;
        stage.says("!- * *").await.map(drop)
    }
}
