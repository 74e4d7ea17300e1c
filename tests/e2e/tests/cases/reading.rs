//! What the guide makes of a page.

use anyhow::{Result, ensure};
use e2e::cases;
use e2e::stage::Stage;

use crate::page::{
    CREDENTIALS, FILLED, LOGIN, MENU, OTP, channels, chosen_list, form, home, inner, last_form, main_menu, public,
};

const FORM: &str = "/ApiRegistration/CreateApiUser";
/// Where the form is sent.
const SENT: &str = "/ApiRegistration/Save";
/// The key, as WebDriver has it.
const ENTER: &str = "\u{e007}";
const SUBMIT: &str = "set-credentials guiding submit";

/// The list of API users with this in its rows.
fn users(rows: &str) -> String {
    inner(&format!("<h4>List of API Users</h4><table border=1><tr><th>GSP<th>User Name<th>Status</tr>{rows}</table>"))
}

cases! {
    async fn an_example_in_a_text_is_no_user(stage: &Stage) -> Result<()> {
        let faq = "<h4>FAQ</h4><p>After the API user is created, use API_username and its password in your ERP.</p>";
        stage.show("/Others/Faqs", &public(faq)).await?;
        stage.browser().at_rest().await?;
        stage.ends().await?;
        stage.never_said("done * *").await
    }

    async fn an_example_in_a_text_after_the_login_is_no_user(stage: &Stage) -> Result<()> {
        let help = "<h4>Help</h4><p>After the API user is created successfully, use API_username and its password.</p>";
        stage.show("/Others/Help", &inner(help)).await?;
        stage.rings("api-registration guiding home", "#lnkHome").await?;
        stage.holds("api-registration guiding home").await?;
        stage.never_said("done * *").await
    }

    async fn a_remark_on_the_form_is_no_user(stage: &Stage) -> Result<()> {
        let remark = "<p>Your user is registered with the prefix, e.g. API_genems</p>";
        stage.show(FORM, &last_form(&format!("{CREDENTIALS}{remark}"))).await?;
        stage.rings("set-credentials guiding api-username", "#txtApiUser").await?;
        stage.holds("set-credentials guiding api-username").await?;
        stage.never_said("done * *").await
    }

    async fn a_frozen_user_is_not_ready(stage: &Stage) -> Result<()> {
        for word in ["Frozen", "Freezed", "Inactive", "Cancelled"] {
            let rows = format!("<tr><td>Tera Software Limited<td>API_genems<td>{word}</tr>");
            stage.show("/ApiRegistration/ListOfApiUsers", &users(&rows)).await?;
            stage.says("!- * *").await?;
            stage.never_said("done * *").await?;
        }
        Ok(())
    }

    async fn a_user_of_another_gsp_is_not_ready(stage: &Stage) -> Result<()> {
        let rows = "<tr><td>Vay Network Services Private Limited<td>API_genems<td>Active</tr>";
        stage.show("/ApiRegistration/ListOfApiUsers", &users(rows)).await?;
        stage.says("!- * *").await?;
        stage.holds_still("!done * *").await?;
        stage.never_said("done * *").await
    }

    async fn a_user_that_is_there_is_ready(stage: &Stage) -> Result<()> {
        let rows = "<tr><td>Tera Software Limited<td>API_genems<td>Active</tr>";
        stage.show("/ApiRegistration/ListOfApiUsers", &users(rows)).await?;
        stage.says("done done -").await?;
        stage.holds("done done -").await?;
        let name = stage.guide().name().await?;
        ensure!(name.contains("API_genems"), "the name: {name}");
        Ok(())
    }

    async fn of_several_users_the_one_just_made_is_told(stage: &Stage) -> Result<()> {
        let row = |name: &str| format!("<tr><td>Tera Software Limited<td>{name}<td>Active</tr>");
        stage.lay(SENT, &users(&["API_older", "API_genems7", "API_genems77"].map(row).concat()));
        stage.show(FORM, &last_form(FILLED)).await?;
        stage.rings(SUBMIT, "#btnSubmit").await?;
        stage.click("#btnSubmit").await?;
        stage.says("done done -").await?;
        let name = stage.guide().name().await?;
        ensure!(name == "API_genems7", "the name: {name}");
        Ok(())
    }

    async fn who_presses_enter_has_sent_the_form_wherever_the_ring_is(stage: &Stage) -> Result<()> {
        let open = FILLED.replace("id=txtApiPwd2 value='Mango7$River'", "id=txtApiPwd2");
        stage.lay(SENT, &inner("<h4>API Registration</h4><table border=1><tr><td>API_genems7</tr></table>"));
        stage.show(FORM, &last_form(&open)).await?;
        stage.rings("set-credentials guiding api-password-again", "#txtApiPwd2").await?;
        stage.types("#txtApiPwd2", ENTER).await?;
        stage.says("done done -").await?;
        let name = stage.guide().name().await?;
        ensure!(name == "API_genems7", "the name: {name}");
        Ok(())
    }

    async fn a_shown_password_keeps_the_login(stage: &Stage) -> Result<()> {
        let eye = "<p><button type=button id=eye onclick='txt_password.type = \"text\"'>Show</button></p>";
        let page = home(&format!("<p><a href='#in' id=btnLogin>Login</a></p>{LOGIN}{eye}"));
        stage.show("/", &page.replace("id=txtUserName", "id=txtUserName value=tester").replace("id=txt_password",
            "id=txt_password value=Secret-1")).await?;
        stage.rings("sign-in guiding captcha", "#CaptchaCode").await?;
        stage.click("#eye").await?;
        stage.holds("sign-in guiding captcha").await?;
        stage.ring_is_on("#CaptchaCode").await
    }

    async fn a_submit_that_is_off_is_named(stage: &Stage) -> Result<()> {
        let agree = "<p><label><input type=checkbox id=agree onchange='btnSubmit.disabled = !this.checked'>
            I agree to the terms</label></p>";
        let off = FILLED.replace("id=btnSubmit", "id=btnSubmit disabled");
        stage.show(FORM, &last_form(&format!("{agree}{off}"))).await?;
        stage.says("set-credentials * -").await?;
        stage.when_words("a word on Submit", |words| words.contains("Submit")).await?;
        let words = stage.words().await?;
        ensure!(!words.contains("Waiting for the fields"), "the words: {words}");
        stage.click("#agree").await?;
        stage.rings(SUBMIT, "#btnSubmit").await
    }

    async fn a_submit_of_another_name_is_rung(stage: &Stage) -> Result<()> {
        for name in ["Create", "Generate", "Save", "Add", "Create API User", "Register"] {
            let named = FILLED.replace(">Submit<", &format!(">{name}<"));
            stage.show(FORM, &last_form(&named)).await?;
            stage.rings(SUBMIT, "#btnSubmit").await?;
        }
        Ok(())
    }

    async fn while_the_portal_works_the_step_stays(stage: &Stage) -> Result<()> {
        let curtain = "<div id=work style='display:none;position:fixed;inset:0;background:#fff;z-index:9'>Please wait...</div>";
        stage.show(FORM, &last_form(&format!("{FILLED}{curtain}"))).await?;
        stage.says(SUBMIT).await?;
        stage.run("work.style.display = 'block';").await?;
        stage.says("* waiting -").await?;
        stage.must_say("set-credentials waiting -").await?;
        stage.never_said("sign-in * *").await
    }

    async fn hyphens_and_quotes_of_print_are_read(stage: &Stage) -> Result<()> {
        let dashes = home("<p><a href='#in' id=btnLogin>Login\u{bb}</a></p>").replace("e-Invoice", "e\u{2011}Invoice")
            .replace("e - Invoice", "e\u{2011}Invoice");
        stage.show("/", &dashes).await?;
        stage.rings("sign-in guiding login-button", "#btnLogin").await?;
        let quotes = channels("").replace(">Through GSP<", ">\u{201c}Through GSP\u{201d}<");
        stage.show(FORM, &form(&format!("{quotes}{}{CREDENTIALS}", chosen_list()))).await?;
        stage.rings("set-credentials guiding api-username", "#txtApiUser").await?;
        stage.show(FORM, &inner(&OTP.replace("Enter OTP:", "Enter OTP\u{ff1a}"))).await?;
        stage.rings("verify-otp guiding otp", "#txtOtp").await
    }

    async fn hindi_beside_english_is_read(stage: &Stage) -> Result<()> {
        let both = MENU.replace(">API Registration<", ">एपीआई पंजीकरण / API Registration<");
        stage.show("/Home/MainMenu", &main_menu(&both, "")).await?;
        stage.rings("api-registration guiding api-registration", "#mApi").await
    }

    async fn entries_that_are_no_links_are_rung(stage: &Stage) -> Result<()> {
        let plain = "<div id=menu><div class=e>e-Invoice</div><div class=e>MIS Reports</div><div class=e id=mApi>API
            Registration</div><div class=e>Change Password</div></div><style>.e{cursor:pointer;padding:6px;width:200px}</style>
            <script>document.querySelectorAll('.e').forEach(one => one.addEventListener('click', () => {}));</script>";
        for looks in ["cursor:pointer", ""] {
            let page = main_menu(&plain.replace("cursor:pointer", looks), "");
            stage.show("/Home/MainMenu", &page).await?;
            stage.rings("api-registration guiding api-registration", "#mApi").await?;
        }
        Ok(())
    }

    async fn an_otp_page_of_a_neighbour_is_not_ours(stage: &Stage) -> Result<()> {
        for title in ["User Management - Create Sub User", "Freeze API User", "Change API Password", "IP Whitelisting"] {
            let page = OTP.replace("<h4>API Registration</h4>", &format!("<h4>{title}</h4>"));
            let remark = "<p>Note: A user for your software is made under API Registration, Create API User.</p>";
            stage.show("/UserAccount/Neighbour", &inner(&format!("{page}{remark}"))).await?;
            stage.rings("api-registration guiding home", "#lnkHome").await?;
        }
        Ok(())
    }

    async fn a_page_between_that_nobody_foresaw_is_not_met_with_silence(stage: &Stage) -> Result<()> {
        let survey = "<html><title>e-Invoice System</title><body><h3>e - Invoice System</h3><div>GSTIN: 29AABCT1332L000 - Name:
            TEST TRADERS</div><h4>Your password expires in 3 days</h4><p><button>Change now</button>
            <button>Remind me later</button></p>";
        stage.show("/UserAccount/PasswordExpiry", &format!("<!DOCTYPE html>{survey}")).await?;
        stage.says("!- !guiding -").await?;
        ensure!(!stage.words().await?.trim().is_empty(), "no word");
        Ok(())
    }

    async fn an_otp_page_without_the_apis_name_is_known_from_the_press_before(stage: &Stage) -> Result<()> {
        let menu = "<ul id=menu><li><a href='#a'>API Registration</a><li><a href='#b'>User Credentials</a><li>
            <a href='/Otp/Enter' id=mCreate>Create API User</a><li><a href='#c'>Freeze API User</a></ul>";
        stage.lay("/Otp/Enter", &inner(&OTP.replace("<h4>API Registration</h4>", "<h4>Verification</h4>")));
        stage.show("/Home/MainMenu", &main_menu(menu, "")).await?;
        stage.rings("create-api-user guiding create-api-user", "#mCreate").await?;
        stage.click("#mCreate").await?;
        stage.rings("verify-otp guiding otp", "#txtOtp").await
    }

    async fn an_otp_page_of_the_login_with_the_strip_is_the_logins(stage: &Stage) -> Result<()> {
        let page = OTP.replace("<h4>API Registration</h4>", "<h4>2-Factor Authentication</h4>");
        stage.show("/UserAccount/LoginOtp", &inner(&page)).await?;
        stage.rings("sign-in guiding login-otp", "#txtOtp").await
    }

    async fn another_box_and_submit_beside_the_form_are_left_alone(stage: &Stage) -> Result<()> {
        let other = "<form><p>Search: <input id=q> <button id=go>Submit</button></p></form>";
        for page in [
            last_form(FILLED).replace("<h4>", &format!("{other}<h4>")),
            last_form(FILLED).replace("</body>", &format!("{other}</body>")),
        ] {
            stage.show(FORM, &page).await?;
            stage.rings(SUBMIT, "#btnSubmit").await?;
        }
        Ok(())
    }
}
