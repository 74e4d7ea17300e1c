//! Whatever changes what is seen is heard.

use anyhow::{Context, Result};
use e2e::cases;
use e2e::stage::Stage;

use crate::page::{CREDENTIALS, MENU, OTP, channels, form, home, inner, list, main_menu};

const LOGIN: &str = "sign-in guiding login-button";
const ENTRY: &str = "api-registration guiding api-registration";

/// Attributes that change what a thing is, each with a page's part, and the change that makes of it the way in.
const ATTRIBUTES: [(&str, &str, &str); 11] = [
    ("aria-label", "<a href='#in' id=way aria-label=News>i</a>", "way.setAttribute('aria-label', 'Login')"),
    ("value", "<input type=button id=way value=News>", "way.setAttribute('value', 'Login')"),
    (
        "title",
        "<a href='#in' id=way title=News></a><style>#way{display:block;width:40px;height:20px}</style>",
        "way.title = 'Login'",
    ),
    ("alt", "<a href='#in' id=way><img alt=News width=40 height=20></a>", "way.firstChild.alt = 'Login'"),
    (
        "aria-labelledby",
        "<span id=one hidden>News</span><span id=two hidden>Login</span><a href='#in' id=way aria-labelledby=one>i</a>",
        "way.setAttribute('aria-labelledby', 'two')",
    ),
    ("id", "<span id=one hidden>Login</span><a href='#in' class=way aria-labelledby=two>i</a>", "one.id = 'two'"),
    ("inert", "<div inert id=part><a href='#in' class=way>Login</a></div>", "part.inert = false"),
    ("hidden", "<div hidden id=part><a href='#in' class=way>Login</a></div>", "part.hidden = false"),
    ("aria-disabled", "<a href='#in' id=way aria-disabled=true>Login</a>", "way.removeAttribute('aria-disabled')"),
    ("open", "<details id=part><summary>More</summary><a href='#in' class=way>Login</a></details>", "part.open = true"),
    (
        "popover",
        "<div popover=manual id=part><a href='#in' class=way>Login</a></div>",
        "part.removeAttribute('popover')",
    ),
];

/// Whether the guide finds the way in once this has changed, and not before.
async fn is_heard(stage: &Stage, part: &str, change: &str) -> Result<()> {
    stage.show("/", &home(&format!("<p>{part}</p>"))).await?;
    stage.browser().at_rest().await?;
    stage.never_said(LOGIN).await.context("before the change")?;
    stage.run(&format!("{change};")).await?;
    stage.rings(LOGIN, "#way, .way").await
}

cases! {
    async fn a_change_on_the_root_element_is_heard(stage: &Stage) -> Result<()> {
        let page = home("<style>.curtain{display:none;position:fixed;inset:0;background:#fff;z-index:9}
            html.loading .curtain{display:block}</style><a href='#in' id=btnLogin>Login</a><div class=curtain>Loading</div>");
        stage.show("/", &page.replace("<html", "<html class=loading")).await?;
        stage.says("* waiting -").await?;
        stage.run("document.documentElement.className = '';").await?;
        stage.rings(LOGIN, "#btnLogin").await?;
        stage.run("document.documentElement.className = 'loading';").await?;
        stage.says("* waiting -").await.map(drop)
    }

    async fn a_style_in_the_head_is_heard(stage: &Stage) -> Result<()> {
        stage.show("/", &home("<a href='#in' id=btnLogin>Login</a>")).await?;
        stage.says(LOGIN).await?;
        stage.run("document.head.append(Object.assign(document.createElement('style'),
            { id: 'hides', textContent: '#btnLogin{display:none}' }));").await?;
        stage.says("* * !login-button").await?;
        stage.run("document.getElementById('hides').remove();").await?;
        stage.rings(LOGIN, "#btnLogin").await
    }

    async fn a_part_beside_the_body_is_heard(stage: &Stage) -> Result<()> {
        stage.show("/", &home("<a href='#in' id=btnLogin>Login</a>")).await?;
        stage.says(LOGIN).await?;
        stage.run("const curtain = document.createElement('div');
            curtain.id = 'beside';
            curtain.style.cssText = 'position:fixed;inset:0;z-index:9;background:#fff';
            curtain.textContent = 'Loading';
            document.documentElement.append(curtain);").await?;
        stage.says("* !guiding -").await?;
        stage.run("document.getElementById('beside').remove();").await?;
        stage.rings(LOGIN, "#btnLogin").await
    }

    async fn a_replaced_body_is_heard(stage: &Stage) -> Result<()> {
        stage.show("/", &home("<a href='#in' id=btnLogin>Login</a>")).await?;
        stage.says(LOGIN).await?;
        stage.lay("/next", &main_menu(MENU, ""));
        stage.run("const request = new XMLHttpRequest();
            request.open('GET', '/next', false);
            request.send();
            const next = new DOMParser().parseFromString(request.responseText, 'text/html');
            history.pushState(null, '', '/Home/MainMenu');
            document.documentElement.replaceChild(document.adoptNode(next.body), document.body);").await?;
        stage.rings(ENTRY, "#mApi").await?;
        stage.run("document.getElementById('mApi').parentElement.hidden = true;").await?;
        stage.says("* * !api-registration").await?;
        stage.run("document.getElementById('mApi').parentElement.hidden = false;").await?;
        stage.rings(ENTRY, "#mApi").await
    }

    async fn a_document_written_anew_is_guided(stage: &Stage) -> Result<()> {
        stage.show("/", &home("<a href='#in' id=btnLogin>Login</a>")).await?;
        stage.says(LOGIN).await?;
        stage.lay("/next", &main_menu(MENU, ""));
        stage.run("const request = new XMLHttpRequest();
            request.open('GET', '/next', false);
            request.send();
            history.pushState(null, '', '/Home/MainMenu');
            document.open();
            document.write(request.responseText);
            document.close();").await?;
        stage.rings(ENTRY, "#mApi").await?;
        stage.run("document.getElementById('mApi').parentElement.hidden = true;").await?;
        stage.says("* * !api-registration").await?;
        stage.run("document.getElementById('mApi').parentElement.hidden = false;").await?;
        stage.rings(ENTRY, "#mApi").await?;
        // What the user does is heard as well.
        stage.run("document.body.insertAdjacentHTML('beforeend',
            '<button id=hides onclick=\"mApi.attributeStyleMap.set(`display`, `none`)\">Hide</button>');").await?;
        stage.click("#hides").await?;
        stage.says("* * !api-registration").await.map(drop)
    }

    async fn a_frame_written_anew_is_guided(stage: &Stage) -> Result<()> {
        let page = inner("<iframe id=part width=700 height=300></iframe>");
        stage.show("/ApiRegistration/CreateApiUser", &page).await?;
        stage.says("!- * *").await?;
        for verify in ["Verify OTP", "Verify"] {
            let otp = OTP.replace("Verify OTP", verify).replace('\n', " ");
            stage.run(&format!("const inside = part.contentDocument;
                inside.open();
                inside.write(`<title>e-Invoice System</title>{otp}`);
                inside.close();")).await?;
            stage.rings("verify-otp guiding otp", "#txtOtp").await?;
            stage.run("part.contentDocument.getElementById('txtOtp').parentElement.hidden = true;").await?;
            stage.says("* * !otp").await?;
            stage.run("part.contentDocument.getElementById('txtOtp').parentElement.hidden = false;").await?;
            stage.rings("verify-otp guiding otp", "#txtOtp").await?;
        }
        Ok(())
    }

    async fn every_attribute_that_is_read_is_heard(stage: &Stage) -> Result<()> {
        let mut wrong = Vec::new();
        for (name, part, change) in ATTRIBUTES {
            if let Err(error) = is_heard(stage, part, change).await {
                wrong.push(format!("{name}: {error:#}"));
            }
        }
        anyhow::ensure!(wrong.is_empty(), "not heard:\n{}", wrong.join("\n"));
        Ok(())
    }

    async fn a_verify_that_is_switched_on_is_heard(stage: &Stage) -> Result<()> {
        let off = OTP.replace("id=btnVerifyOTP", "id=btnVerifyOTP aria-disabled=true").replace("id=txtOtp", "id=txtOtp value=123456");
        stage.show("/ApiRegistration/CreateApiUser", &inner(&off)).await?;
        stage.says("verify-otp * !verify-otp").await?;
        stage.run("btnVerifyOTP.setAttribute('aria-disabled', 'false');").await?;
        stage.rings("verify-otp guiding verify-otp", "#btnVerifyOTP").await
    }

    async fn a_choice_set_by_the_page_is_seen_at_the_next_key(stage: &Stage) -> Result<()> {
        let other = list("", "<option value=''>--Select--<option selected>Vay Network Services Private Limited
            <option>Tera Software Limited<option>Webtel Electrosoft Private Limited");
        let page = form(&format!("{}{other}{CREDENTIALS}<p tabindex=0 id=still>Note</p>", channels("checked")));
        stage.show("/ApiRegistration/CreateApiUser", &page).await?;
        stage.rings("select-gsp guiding gsp", "#ddlGsp").await?;
        stage.run("ddlGsp.selectedIndex = 2;").await?;
        let keys = stage.browser().session().action_chain().send_keys(thirtyfour::Key::Shift);
        keys.perform().await?;
        stage.rings("set-credentials guiding api-username", "#txtApiUser").await
    }

    async fn an_address_that_changes_without_a_load_is_heard(stage: &Stage) -> Result<()> {
        let page = home("<a href='#in' id=btnLogin>Login</a>").replace("Latest Updates", "Updates");
        stage.show("/", &page).await?;
        stage.says(LOGIN).await?;
        stage.run("history.pushState(null, '', '/Others/Search'); document.body.append(' ');").await?;
        stage.says("* * !login-button").await?;
        stage.run("history.back();").await?;
        stage.rings(LOGIN, "#btnLogin").await
    }

    async fn a_popover_that_opens_is_heard(stage: &Stage) -> Result<()> {
        stage.show("/", &home("<div popover=manual id=part><a href='#in' id=btnLogin>Login</a></div>")).await?;
        stage.browser().at_rest().await?;
        stage.run("part.showPopover();").await?;
        stage.rings(LOGIN, "#btnLogin").await?;
        stage.run("part.hidePopover();").await?;
        stage.says("* * !login-button").await.map(drop)
    }

    async fn a_shadow_root_attached_late_is_heard(stage: &Stage) -> Result<()> {
        stage.show("/", &home("<div id=part></div><button id=some>News</button>")).await?;
        stage.browser().at_rest().await?;
        stage.run("part.attachShadow({ mode: 'open' }).innerHTML = '<a href=\"#in\" id=btnLogin>Login</a>';").await?;
        stage.click("#some").await?;
        stage.rings(LOGIN, "#btnLogin").await
    }

    async fn a_menu_that_opens_under_the_pointer_is_heard(stage: &Stage) -> Result<()> {
        let hover = "<style>li ul{display:none}li:hover>ul{display:block}</style>
            <ul id=menu><li><a href='#a'>e-Invoice</a><li><a href='#b'>MIS Reports</a><li><a href='#m4' id=mApi>API Registration</a>
            <ul><li><a href='#m42' id=mUser>User Credentials</a></ul><li><a href='#p'>Change Password</a></ul>";
        stage.show("/Home/MainMenu", &main_menu(hover, "")).await?;
        stage.rings(ENTRY, "#mApi").await?;
        stage.click("#mApi").await?;
        stage.rings("user-credentials guiding user-credentials", "#mUser").await
    }
}
