//! What a page may not see of the guide, and what nobody may see of what was typed.

use anyhow::{Context, Result, ensure};
use e2e::cases;
use e2e::stage::Stage;

use crate::page::{MENU, home, main_menu};

/// Takes the element's name before the guide does, and keeps whatever is made of it.
const SPY: &str = "<script>
    window.spies = [];
    const shadow = Element.prototype.attachShadow;
    Element.prototype.attachShadow = function (how) { const root = shadow.call(this, how); spies.push(root); return root; };
    customElements.define('einvoice-api-guide', class extends HTMLElement {
        constructor() { super(); this.inside = this.attachInternals(); spies.push(this); }
    });
</script>";

/// Everything of the guide that the page has hold of: a root, or words.
const SEEN: &str = "
    const within = element => [element, ...element.querySelectorAll('*')];
    const hosts = spies.filter(one => one instanceof Element).flatMap(within);
    return spies.filter(one => one instanceof ShadowRoot).length
        + hosts.filter(one => one.shadowRoot ?? one.inside?.shadowRoot).length
        + hosts.filter(one => one.textContent.trim()).length;";

cases! {
    async fn the_closed_root_stays_closed(stage: &Stage) -> Result<()> {
        stage.show("/", &home(&format!("<a href='#in' id=btnLogin>Login</a>{SPY}"))).await?;
        stage.says("sign-in guiding login-button").await?;
        stage.browser().at_rest().await?;
        let seen: usize = stage.ask(SEEN).await?;
        ensure!(seen == 0, "the page has hold of {seen} parts of the guide");
        Ok(())
    }

    async fn a_name_taken_by_the_page_later_opens_nothing(stage: &Stage) -> Result<()> {
        stage.show("/", &home("<a href='#in' id=btnLogin>Login</a>")).await?;
        stage.says("sign-in guiding login-button").await?;
        stage.run("window.spies = []; customElements.define('einvoice-api-guide', class extends HTMLElement {
            constructor() {
                super();
                spies.push(this);
                try { this.inside = this.attachInternals(); } catch {}
            } });").await?;
        let seen: usize = stage.ask(SEEN).await?;
        ensure!(seen == 0, "the page has hold of {seen} parts of the guide");
        stage.rings("sign-in guiding login-button", "#btnLogin").await
    }

    async fn an_element_that_makes_its_like_does_not_hang_the_tab(stage: &Stage) -> Result<()> {
        let hydra = "<script>customElements.define('einvoice-api-guide', class extends HTMLElement {
                disconnectedCallback() {
                    if (document.querySelectorAll('einvoice-api-guide').length < 3) {
                        document.documentElement.append(document.createElement('einvoice-api-guide'));
                    }
                }
            });
            document.documentElement.append(document.createElement('einvoice-api-guide'));
            setTimeout(() => document.documentElement.dataset.lives = 'yes', 1000);</script>";
        stage.show("/", &home(&format!("<a href='#in' id=btnLogin>Login</a>{hydra}"))).await?;
        stage.when("document.documentElement.dataset.lives").await
    }

    async fn text_typed_into_an_editable_part_is_in_no_description(stage: &Stage) -> Result<()> {
        let without = MENU.replace("API Registration", "Update").replace("User Credentials", "My GSTIN");
        let editable = "<div id=note contenteditable>Note: </div><div id=box role=textbox contenteditable>Box: </div>
            <div id=combo role=combobox contenteditable>Combo: </div><p><textarea id=paste></textarea></p>";
        stage.show("/Home/MainMenu", &main_menu(&without, editable)).await?;
        for part in ["#note", "#box", "#combo"] {
            stage.types(part, "please register the password mangorivet").await?;
        }
        stage.says("* blocked -").await?;
        let description = description(stage).await?;
        ensure!(!description.contains("mangorivet") && !description.contains("please"), "it holds {description}");
        Ok(())
    }

    async fn a_taxpayers_name_is_in_no_description(stage: &Stage) -> Result<()> {
        let without = MENU.replace("API Registration", "Update").replace("User Credentials", "My GSTIN");
        let page = main_menu(&without, "<p><textarea id=paste></textarea></p>")
            .replace("TEST\n        TRADERS", "INDIA TAX SOFTWARE PRIVATE LIMITED");
        stage.show("/Home/MainMenu", &page).await?;
        stage.says("* blocked -").await?;
        let description = description(stage).await?.to_lowercase();
        let words = ["india tax", "tax software", "software private"];
        ensure!(!words.iter().any(|word| description.contains(word)), "it holds {description}");
        Ok(())
    }

    async fn what_is_typed_is_in_no_attribute(stage: &Stage) -> Result<()> {
        let page = crate::page::last_form(crate::page::CREDENTIALS);
        stage.show("/ApiRegistration/CreateApiUser", &page).await?;
        stage.says("set-credentials guiding api-username").await?;
        stage.types("#txtApiUser", "genems7\t").await?;
        stage.types("#txtApiPwd", "Mango7$River\t").await?;
        stage.says("set-credentials guiding api-password-again").await?;
        let tag: String = stage.ask("return document.querySelector('einvoice-api-guide').outerHTML;").await?;
        ensure!(!tag.contains("genems7") && !tag.contains("Mango7"), "it says {tag}");
        Ok(())
    }
}

/// What the guide copies as a description of the page.
async fn description(stage: &Stage) -> Result<String> {
    stage.press("describe").await?;
    stage.browser().at_rest().await?;
    let text = stage.hand().paste_into("#paste").await?;
    ensure!(text.starts_with('{'), "no description was copied: {text}");
    serde_json::from_str::<serde_json::Value>(&text).context("not JSON")?;
    Ok(text)
}
