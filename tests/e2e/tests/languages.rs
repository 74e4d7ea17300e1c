//! The language of the words is the one that is set, at once and whatever the browser's is.

use anyhow::{Result, ensure};
use e2e::{Visit, in_both_browsers};
use serde_json::json;

/// Chooses in a list of the options page as a person does.
const CHOOSE: &str = "
    const [id, value] = arguments;
    const list = document.getElementById(id);
    list.value = value;
    list.dispatchEvent(new Event('change'));";

async fn language(visit: &Visit) -> Result<String> {
    visit.ask("return document.querySelector(':root > einvoice-api-guide').lang;").await
}

in_both_browsers! {
    async fn a_chosen_language_is_spoken_at_once_on_the_portal_and_in_the_options(visit: &Visit) -> Result<()> {
        visit.start("menu", "").await?;
        let guide = visit.guide();
        guide.when_saying("In the menu, press").await?;
        let in_options = async || {
            visit.browser().open_own("options.html").await?;
            // The page listens when its words stand there.
            visit.ask::<String>("return document.querySelector('h1').textContent || null;").await?;
            visit.browser().tell(CHOOSE, vec![json!("language"), json!("hi")]).await?;
            let title = "return document.querySelector('h1').textContent.includes('Options') ? null : document.documentElement.lang;";
            visit.ask::<String>(title).await
        };
        let spoken = visit.browser().in_another_tab(in_options).await?;
        ensure!(spoken == "hi", "the options page stays English");
        guide.when_saying("\"API Registration\" दबाएँ").await?;
        ensure!(language(visit).await? == "hi", "screen readers are told another language");
        visit.browser().reload().await?;
        guide.when_saying("\"API Registration\" दबाएँ").await
    }

    async fn what_an_office_sets_goes_before_what_the_user_sets(visit: &Visit) -> Result<()> {
        let office = json!({ "gsp": "Vay Network Services Private Limited", "automatic": false });
        visit.browser().prefer(json!({ "gsp": "Adaequare Info Private Limited", "automatic": true })).await?;
        visit.browser().put("managed", office).await?;
        visit.browser().open_own("options.html").await?;
        let locked = "const off = id => document.getElementById(id).disabled;
            return document.getElementById('managed').hidden ? null
                : [off('tera'), off('gsp'), off('automatic'), off('paused')];";
        let locked: Vec<bool> = visit.ask(locked).await?;
        ensure!(locked == [true, true, true, false], "locked: {locked:?}");
        let name: String = visit.ask("return document.getElementById('gsp').value || null;").await?;
        ensure!(name == "Vay Network Services Private Limited", "the options show `{name}`");
        visit.start("form", "").await?;
        visit.guide().when("the channel", |sight| sight.rings("through-gsp")).await.map(drop)
    }
}
