//! Where the ring is: on what is seen of its target, and nowhere else.

use anyhow::{Context, Result, ensure};
use e2e::cases;
use e2e::stage::Stage;

use crate::page::{CREDENTIALS, LOGIN, MENU, OTP, home, inner, inner_in_quirks, last_form, main_menu};

const HOME: &str = "/";
const MAIN: &str = "/Home/MainMenu";
const ENTRY: &str = "api-registration guiding api-registration";
const ENTRIES: &str = "<li><a href='#a'>Dash Board</a></li><li><a href='#b'>e-Invoice</a></li>
    <li><a href='#c'>MIS Reports</a></li><li><a href='#d'>User Management</a></li><li><a href='#e'>e-Way Bill</a></li>";

/// A menu that scrolls in a box of its own, with our entry below its edge.
fn menu_in_a_box() -> String {
    format!(
        "<div id=box style='height:100px;width:230px;overflow:auto'><ul id=menu>{ENTRIES}<li id=api><a href='#m4'
        id=mApi>API Registration</a></li><li><a href='#f'>Change Password</a></li><li><a href='#g'>Help</a></li></ul></div>"
    )
}

/// A home page of which the way in is in something that opens and closes by a class.
fn home_with(shut: &str, open: &str, holder: &str) -> String {
    home(&format!(
        "<style>#part {{ {shut} }} #part.open {{ {open} }}</style>{}",
        holder.replace("LOGIN", "<a href='#in' id=btnLogin>Login</a>")
    ))
}

/// The ring is there while the part is open, and only then.
async fn rung_only_while_open(stage: &Stage, page: &str) -> Result<()> {
    stage.show(HOME, page).await?;
    stage.run("document.getElementById('part').classList.add('open');").await?;
    stage.rings("sign-in guiding login-button", "#btnLogin").await?;
    stage.run("document.getElementById('part').classList.remove('open');").await?;
    stage.says("* * !login-button").await?;
    stage.no_ring().await?;
    stage.run("document.getElementById('part').classList.add('open');").await?;
    stage.rings("sign-in guiding login-button", "#btnLogin").await
}

/// On this page of the main menu Home is not the way.
async fn never_home(stage: &Stage) -> Result<()> {
    stage.never_said("* * home").await
}

cases! {
    async fn an_entry_below_the_edge_of_a_scroll_box_is_brought_into_view(stage: &Stage) -> Result<()> {
        stage.show(MAIN, &main_menu(&menu_in_a_box(), "")).await?;
        stage.rings(ENTRY, "#mApi").await?;
        stage.holds(ENTRY).await?;
        stage.ring_is_on("#mApi").await?;
        let scrolled: f64 = stage.ask("return scrollY;").await?;
        ensure!(scrolled == 0.0, "the page itself was scrolled by {scrolled}");
        never_home(stage).await
    }

    async fn home_is_not_rung_on_the_main_menu(stage: &Stage) -> Result<()> {
        let without = MENU.replace("API Registration", "Update");
        stage.show(MAIN, &main_menu(&without.replace("User Credentials", "My GSTIN"), "")).await?;
        stage.says("* blocked -").await?;
        stage.holds("* blocked -").await?;
        never_home(stage).await
    }

    async fn home_is_not_rung_beside_a_menu_that_loads(stage: &Stage) -> Result<()> {
        let loading = format!("<div style='position:relative;width:230px'>{MENU}
            <div id=loading style='position:absolute;inset:0;background:#eee'>Loading</div></div>");
        stage.show(MAIN, &main_menu(&loading, "")).await?;
        stage.says("!- !guiding -").await?;
        stage.holds_still("!- !guiding -").await?;
        stage.run("document.getElementById('loading').remove();").await?;
        stage.rings(ENTRY, "#mApi").await?;
        never_home(stage).await
    }

    async fn home_is_not_rung_on_a_translated_menu(stage: &Stage) -> Result<()> {
        stage.show(MAIN, &main_menu(MENU, "")).await?;
        stage.says(ENTRY).await?;
        stage.run("
            document.documentElement.classList.add('translated-ltr');
            document.documentElement.lang = 'hi';
            const words = ['ई-चालान', 'एमआईएस रिपोर्ट', 'उपयोगकर्ता प्रबंधन', 'एपीआई पंजीकरण', 'प्रयोक्ता परिचय', 'पासवर्ड बदलें'];
            const put = (element, text) => {
                const inner = document.createElement('font');
                inner.append(text);
                const outer = document.createElement('font');
                outer.append(inner);
                element.replaceChildren(outer);
            };
            [...document.querySelectorAll('#menu a')].forEach((link, at) => put(link, words[at]));
            put(document.querySelector('h4'), 'डैश बोर्ड');").await?;
        stage.says("!- !guiding -").await?;
        stage.when_words("a word on the translation", |words| words.to_lowercase().contains("translat")).await?;
        stage.holds("!- !guiding -").await?;
        never_home(stage).await
    }

    async fn home_is_not_rung_on_a_dashboard_in_a_fixed_root(stage: &Stage) -> Result<()> {
        let page = inner("<h4>Dash Board</h4><ul><li><a href='#a'>e-Invoice</a><li><a href='#b'>MIS Reports</a>
            <li><a href='#c'>Change Password</a></ul>")
            .replace("<body>", "<body><div style='position:fixed;inset:0;overflow:auto'>");
        stage.show(MAIN, &page).await?;
        stage.says("api-registration blocked -").await?;
        stage.holds_still("api-registration blocked -").await?;
        never_home(stage).await
    }

    async fn the_ring_leaves_with_what_a_box_scrolls_away(stage: &Stage) -> Result<()> {
        let more = format!("<div id=box style='height:150px;width:230px;overflow:auto'><ul id=menu>
            <li><a href='#m4' id=mApi>API Registration</a></li>{ENTRIES}{}</ul></div>", ENTRIES.replace('#', "#x"));
        stage.show(MAIN, &main_menu(&more, "")).await?;
        stage.rings(ENTRY, "#mApi").await?;
        stage.run("document.getElementById('box').scrollTop = 100;").await?;
        stage.no_ring().await?;
        stage.run("document.getElementById('box').scrollTop = 0;").await?;
        stage.rings(ENTRY, "#mApi").await
    }

    async fn the_ring_follows_in_a_box_that_scrolls(stage: &Stage) -> Result<()> {
        let more = format!("<div id=box style='height:150px;width:230px;overflow:auto'><ul id=menu>{ENTRIES}
            <li><a href='#m4' id=mApi>API Registration</a></li>{}</ul></div>", ENTRIES.replace('#', "#x"));
        stage.show(MAIN, &main_menu(&more, "")).await?;
        stage.rings(ENTRY, "#mApi").await?;
        for by in [-25, 40, -15] {
            stage.run(&format!("document.getElementById('box').scrollTop += {by};")).await?;
            stage.ring_is_on("#mApi").await?;
        }
        Ok(())
    }

    async fn a_frame_nobody_sees_is_not_rung(stage: &Stage) -> Result<()> {
        stage.lay("/Home/KeepAlive", &main_menu(MENU, ""));
        for style in ["width=0 height=0", "style='position:absolute;left:-9999px;width:600px;height:400px'", "style='opacity:0'"] {
            let page = inner(&format!("<h4>Feedback</h4><p>Tell us.</p><iframe src='/Home/KeepAlive' {style}></iframe>"));
            stage.show("/Others/Feedback", &page).await?;
            stage.when("document.querySelector('iframe').contentDocument.readyState === 'complete'").await?;
            stage.rings("api-registration guiding home", "#lnkHome").await.context(style)?;
            stage.holds_still("api-registration guiding home").await?;
        }
        Ok(())
    }

    async fn a_drawer_off_the_left_edge_is_not_rung(stage: &Stage) -> Result<()> {
        let drawer = "<nav id=part>LOGIN</nav>";
        rung_only_while_open(stage, &home_with("position:fixed;top:90px;left:-300px;width:300px", "left:0", drawer)).await
    }

    async fn a_drawer_off_the_right_edge_is_not_rung(stage: &Stage) -> Result<()> {
        let drawer = "<nav id=part>LOGIN</nav>";
        rung_only_while_open(stage, &home_with("position:fixed;top:90px;right:-300px;width:300px", "right:0", drawer)).await
    }

    async fn a_sheet_below_the_bottom_edge_is_not_rung(stage: &Stage) -> Result<()> {
        let drawer = "<nav id=part>LOGIN</nav>";
        rung_only_while_open(stage, &home_with("position:fixed;left:90px;bottom:-200px;height:200px", "bottom:0", drawer)).await
    }

    async fn a_sheet_above_the_top_edge_is_not_rung(stage: &Stage) -> Result<()> {
        let drawer = "<nav id=part>LOGIN</nav>";
        rung_only_while_open(stage, &home_with("position:fixed;left:90px;top:-200px;height:200px", "top:90px", drawer)).await
    }

    async fn a_transparent_link_is_not_rung(stage: &Stage) -> Result<()> {
        rung_only_while_open(stage, &home_with("opacity:0", "opacity:1", "<div id=part>LOGIN</div>")).await
    }

    async fn a_link_clipped_away_is_not_rung(stage: &Stage) -> Result<()> {
        let shut = "height:0;overflow:hidden";
        rung_only_while_open(stage, &home_with(shut, "height:40px", "<div id=part>LOGIN</div>")).await
    }

    async fn the_opener_is_the_nearest_control(stage: &Stage) -> Result<()> {
        let floats = "<div><a href='#h' id=help>Help</a></div><div id=wrap><div style='float:left'><a href='#o' id=opener>MIS
            Reports</a><ul style='display:none'><li><a href='#m4'>API Registration</a></ul></div></div>
            <div style='clear:both'><a href='#e'>e-Invoice</a></div>";
        stage.show(MAIN, &main_menu(floats, "")).await?;
        stage.rings(ENTRY, "#opener").await?;
        stage.holds(ENTRY).await
    }

    async fn the_ring_fits_a_zoomed_page(stage: &Stage) -> Result<()> {
        for zoom in ["1.25", "0.8"] {
            let page = home("<p style='padding:120px 0 0 300px'><a href='#in' id=btnLogin>Login</a></p>");
            stage.show(HOME, &page.replace("<html", &format!("<html style='zoom:{zoom}'"))).await?;
            stage.rings("sign-in guiding login-button", "#btnLogin").await?;
        }
        Ok(())
    }

    async fn the_ring_fits_a_zoomed_body(stage: &Stage) -> Result<()> {
        let page = home("<p style='padding:120px 0 0 300px'><a href='#in' id=btnLogin>Login</a></p>");
        stage.show(HOME, &page.replace("<body", "<body style='zoom:1.25'")).await?;
        stage.rings("sign-in guiding login-button", "#btnLogin").await
    }

    async fn the_ring_fits_a_transformed_root(stage: &Stage) -> Result<()> {
        let page = home("<p style='padding:120px 0 0 300px'><a href='#in' id=btnLogin>Login</a></p>");
        for style in ["transform:scale(0.8);transform-origin:0 0", "transform:translateX(60px)"] {
            stage.show(HOME, &page.replace("<html", &format!("<html style='{style}'"))).await?;
            stage.rings("sign-in guiding login-button", "#btnLogin").await?;
        }
        Ok(())
    }

    async fn the_ring_leaves_with_its_target(stage: &Stage) -> Result<()> {
        stage.show(HOME, &home("<p id=p><a href='#in' id=btnLogin>Login</a></p>")).await?;
        stage.rings("sign-in guiding login-button", "#btnLogin").await?;
        stage.run("window.kept = document.getElementById('btnLogin'); kept.remove();").await?;
        stage.no_ring().await?;
        stage.says("* * !login-button").await?;
        stage.run("document.getElementById('p').append(kept);").await?;
        stage.rings("sign-in guiding login-button", "#btnLogin").await
    }

    async fn a_notice_in_quirks_mode_is_closed_first(stage: &Stage) -> Result<()> {
        let tall = "<div style='height:3000px'></div>";
        let notice = "<div style='position:fixed;inset:0;background:rgba(0,0,0,.5)'><div style='margin:80px auto;width:400px;
            background:#fff'><button id=shut>×</button><p>Important Notice: the portal is closed on Sunday.</p></div></div>";
        stage.show(MAIN, &inner_in_quirks(&format!("<nav>{MENU}</nav><h4>Dash Board</h4>{tall}{notice}"))).await?;
        stage.when("document.compatMode === 'BackCompat'").await?;
        stage.rings("* guiding close-notice", "#shut").await
    }

    async fn a_target_far_below_in_quirks_mode_is_brought_into_view(stage: &Stage) -> Result<()> {
        let page = inner_in_quirks(&format!("<div style='height:2500px'></div>{OTP}"));
        stage.show("/ApiRegistration/CreateApiUser", &page).await?;
        stage.rings("verify-otp guiding otp", "#txtOtp").await?;
        stage.when("(box => box.top >= 0 && box.bottom <= innerHeight)(txtOtp.getBoundingClientRect())").await
    }

    async fn a_page_in_a_fixed_root_is_guided(stage: &Stage) -> Result<()> {
        for style in ["position:fixed;inset:0;overflow:auto", "position:absolute;top:0;left:0;width:100%;min-height:100%"] {
            let page = format!("<!DOCTYPE html><title>e-Invoice System</title><body><div id=app style='{style}'>
                <h3>e - Invoice System</h3><p><a href='#in' id=btnLogin>Login</a></p><h5>Latest Updates</h5></div>");
            stage.show(HOME, &page).await?;
            stage.rings("sign-in guiding login-button", "#btnLogin").await?;
        }
        Ok(())
    }

    async fn the_guide_stands_above_a_dialog_opened_later(stage: &Stage) -> Result<()> {
        let dialog = "<style>dialog::backdrop{background:#fff}</style><dialog id=notice><p>Important Notice: the portal is
            closed on Sunday.</p><button id=shut>Close</button></dialog>";
        stage.show(MAIN, &main_menu(MENU, dialog)).await?;
        stage.rings(ENTRY, "#mApi").await?;
        stage.run("document.getElementById('notice').showModal();").await?;
        stage.rings("* guiding close-notice", "#shut").await?;
        stage.browser().at_rest().await?;
        let with = stage.picture().await?;
        stage.run("document.querySelector('einvoice-api-guide').remove();").await?;
        ensure!(with != stage.picture().await?, "nothing of the guide was seen before the dialog");
        Ok(())
    }

    async fn the_guide_comes_back_when_a_dialog_is_closed(stage: &Stage) -> Result<()> {
        let dialog = "<dialog id=notice><p>Important Notice: the portal is closed on Sunday.</p>
            <button id=shut onclick='notice.close()'>Close</button></dialog>";
        stage.show(MAIN, &main_menu(MENU, dialog)).await?;
        stage.says(ENTRY).await?;
        stage.run("document.getElementById('notice').showModal();").await?;
        stage.says("* * !api-registration").await?;
        stage.click("#shut").await?;
        stage.rings(ENTRY, "#mApi").await
    }

    async fn a_link_over_two_lines_is_rung(stage: &Stage) -> Result<()> {
        let narrow = "<div style='width:200px'>In the menu of this page <a href='#m4' id=mApi style='display:inline'>API
            Registration</a> comes first</div><ul id=menu><li><a href='#a'>e-Invoice</a><li><a href='#b'>MIS Reports</a>
            <li><a href='#f'>Change Password</a></ul>";
        stage.show(MAIN, &main_menu(narrow, "")).await?;
        stage.when("mApi.getClientRects().length > 1").await?;
        stage.rings(ENTRY, "#mApi").await
    }

    async fn a_label_over_its_field_is_rung(stage: &Stage) -> Result<()> {
        let over = "<h4>API Registration</h4><p style='position:relative'><input type=text id=txtOtp maxlength=6 style='width:260px;
            height:30px'><label for=txtOtp style='position:absolute;left:0;top:0;width:260px;height:30px'>Enter OTP:</label>
            <button type=button id=btnVerifyOTP>Verify OTP</button></p>";
        stage.show("/ApiRegistration/CreateApiUser", &inner(over)).await?;
        stage.rings("verify-otp guiding otp", "#txtOtp, label[for=txtOtp]").await
    }

    async fn a_hint_over_a_password_does_not_hide_it(stage: &Stage) -> Result<()> {
        let over = CREDENTIALS.replace("<input type=password id=txtApiPwd name=ApiPwd>", "<span style='position:relative'>
            <input type=password id=txtApiPwd><span style='position:absolute;inset:0;background:#ffd'>Minimum 8 letters</span>
            </span>").replace("name=ApiUser", "name=ApiUser value=genems7");
        stage.show("/ApiRegistration/CreateApiUser", &last_form(&over)).await?;
        stage.says("set-credentials * !submit|api-password-again|api-username").await.map(drop)
    }

    async fn the_ring_stays_on_a_field_of_a_login_that_scrolls(stage: &Stage) -> Result<()> {
        let page = home(&format!("{LOGIN}<div style='height:2000px'></div>"));
        stage.show(HOME, &page).await?;
        stage.rings("sign-in guiding portal-username", "#txtUserName").await?;
        stage.run("scrollTo({ top: 60, behavior: 'instant' });").await?;
        stage.ring_is_on("#txtUserName").await
    }

    async fn scrolling_back_brings_the_ring_back(stage: &Stage) -> Result<()> {
        let page = home("<header style='position:sticky;top:0;height:120px;background:#fff;z-index:2'>GST</header>
            <p><a href='#in' id=btnLogin>Login</a></p><div style='height:3000px'></div>");
        stage.show(HOME, &page).await?;
        stage.rings("sign-in guiding login-button", "#btnLogin").await?;
        stage.run("scrollTo({ top: 130, behavior: 'instant' }); document.body.append('News');").await?;
        stage.no_ring().await?;
        stage.run("scrollTo({ top: 0, behavior: 'instant' });").await?;
        stage.rings("sign-in guiding login-button", "#btnLogin").await
    }

    async fn a_narrow_window_keeps_the_ring_on_its_target(stage: &Stage) -> Result<()> {
        stage.protocol("Emulation.setDeviceMetricsOverride", serde_json::json!({
            "width": 320, "height": 256, "deviceScaleFactor": 1, "mobile": false })).await?;
        stage.show("/ApiRegistration/CreateApiUser", &last_form(CREDENTIALS)).await?;
        stage.rings("set-credentials guiding api-username", "#txtApiUser").await
    }
}
