//! A page that isn't understood: its description can be copied, and tells nothing of anybody.

use anyhow::{Context, Result, ensure};
use e2e::{Visit, in_both_browsers};
use serde_json::Value;

/// Takes our entry out of the menu, as for a GSTIN that may not have it.
const WITHOUT_ENTRY: &str = "
    const links = [...document.querySelectorAll('#menu a')];
    links.find(link => link.textContent.trim() === 'API Registration').closest('li').remove();";

/// Whether it is a description of the menu, without anything of whoever is logged in.
fn check(description: &str) -> Result<()> {
    let page: Value = serde_json::from_str(description).with_context(|| format!("not JSON: {description}"))?;
    ensure!(page["path"] == "/Home/MainMenu" && page["layer"] == "None", "not the menu: {description}");
    ensure!(page["texts"].to_string().contains("GSTIN: *************** - Name: …"), "no strip: {description}");
    let has_number = |texts: &Value| texts.to_string().contains(|c: char| c.is_ascii_digit());
    ensure!(!has_number(&page["texts"]), "numbers in {description}");
    Ok(())
}

in_both_browsers! {
    async fn a_page_that_is_not_understood_can_be_described(visit: &Visit) -> Result<()> {
        visit.start("menu", "").await?;
        visit.guide().when("the menu", |sight| sight.rings("api-registration")).await?;
        visit.disturb(WITHOUT_ENTRY).await?;
        visit.guide().when("the block", |sight| sight.is("blocked")).await?;
        visit.guide().press("describe").await?;
        visit.open("/Home/ForgotUserPwd").await?;
        check(&visit.hand().paste_into("#txtUserName").await?)
    }

    async fn the_popup_knows_where_the_guide_works(visit: &Visit) -> Result<()> {
        visit.start("menu", "").await?;
        visit.guide().when("the menu", |sight| sight.rings("api-registration")).await?;
        // Opened as a page of its own it is the active tab itself, where no guide is.
        let shown = "return [...document.querySelectorAll('#elsewhere:not([hidden])')].map(part => part.innerText)[0];";
        let in_popup = async || {
            visit.browser().open_popup().await?;
            visit.ask::<String>(shown).await
        };
        let words = visit.browser().in_another_tab(in_popup).await?;
        ensure!(words.contains("on the e-Invoice portal only"), "the popup says: {words}");
        check(&visit.browser().description().await?)
    }
}
