//! The portal says no.

use anyhow::{Result, ensure};
use e2e::newcomer::{API_NAME, API_SECRET};
use e2e::wait::until;
use e2e::{Newcomer, Visit, in_both_browsers};
use serde_json::json;

/// How often the ring was on a target.
fn times(newcomer: &Newcomer<'_>, target: &str) -> usize {
    newcomer.targets().iter().filter(|seen| *seen == target).count()
}

/// The form with its name filled in, as far as the password.
async fn at_the_password(visit: &Visit) -> Result<()> {
    visit.start("form", "").await?;
    let guide = visit.guide();
    guide.when("the name", |sight| sight.rings("api-username")).await?;
    visit.hand().type_into("api-username", API_NAME).await?;
    guide.when("the password", |sight| sight.rings("api-password")).await.map(drop)
}

/// What a password manager does: it fills the fields in at once, with events of its own making and no key.
const AUTOFILL: &str = "
    for (const [id, value] of Object.entries(arguments[0])) {
        const field = document.getElementById(id);
        field.value = value;
        for (const kind of ['input', 'change']) field.dispatchEvent(new Event(kind, { bubbles: true }));
    }";

in_both_browsers! {
    async fn each_refusal_of_the_form_is_told_in_plain_help(visit: &Visit) -> Result<()> {
        for (answered, words) in [
            ("gstin", "This GSTIN is not enabled for e-Invoice"),
            ("twice", "It was sent twice"),
            ("exists", "There is an API user for this GSP already"),
            ("weak", "The portal refused the password"),
            ("fault", "The portal has a problem"),
        ] {
            visit.start("form", "").await?;
            let mut newcomer = Newcomer::new(visit);
            let submit = newcomer.follow_until("Submit", |sight| sight.rings("submit")).await?;
            visit.arm(&format!("answered={answered}")).await?;
            newcomer.obey(&submit).await?;
            visit.guide().when_saying(words).await?;
        }
        Ok(())
    }

    async fn a_missing_mobile_number_is_told_where_the_code_is_asked_for(visit: &Visit) -> Result<()> {
        visit.start("menu", "answered=mobile").await?;
        let mut newcomer = Newcomer::new(visit);
        newcomer.follow_until("the OTP", |sight| sight.at("verify-otp")).await?;
        visit.guide().when_saying("no mobile number").await
    }

    async fn a_pasted_password_is_judged_like_a_typed_one(visit: &Visit) -> Result<()> {
        at_the_password(visit).await?;
        let guide = visit.guide();
        guide.press("suggest").await?;
        guide.secret().await?;
        guide.press("copy-password").await?;
        guide.when_saying("Copied").await?;
        visit.hand().paste_into("#txtApiPassword").await?;
        let sight = guide.when("a verdict", |sight| sight.rings("api-password-again")).await?;
        ensure!(sight.password.as_deref() == Some("strong"), "of a pasted password the guide says: {sight}");
        visit.hand().paste_into("#txtApiConfirmPassword").await?;
        guide.when("the ring on Submit", |sight| sight.rings("submit")).await.map(drop)
    }

    async fn what_a_password_manager_fills_in_is_judged_at_once(visit: &Visit) -> Result<()> {
        visit.start("form", "").await?;
        let guide = visit.guide();
        guide.when("the name", |sight| sight.rings("api-username")).await?;
        let entries = json!({
            "txtApiUserName": API_NAME, "txtApiPassword": API_SECRET, "txtApiConfirmPassword": API_SECRET,
        });
        visit.browser().tell(AUTOFILL, vec![entries]).await?;
        let sight = guide.when("the ring on Submit", |sight| sight.rings("submit")).await?;
        ensure!(
            sight.username.as_deref() == Some("ok") && sight.password.as_deref() == Some("weak"),
            "of what was filled in the guide says: {sight}"
        );
        Ok(())
    }

    async fn a_password_that_is_taken_back_is_judged_no_more(visit: &Visit) -> Result<()> {
        at_the_password(visit).await?;
        visit.hand().type_into("api-password", "kV7#zmQ2xLp9").await?;
        let guide = visit.guide();
        guide.when("the verdict", |sight| sight.password.as_deref() == Some("strong")).await?;
        visit.disturb("while (document.execCommand('undo')) {}").await?;
        guide.when("another verdict", |sight| sight.password.as_deref() != Some("strong")).await.map(drop)
    }

    async fn after_a_wrong_otp_the_ring_is_on_the_otp_again(visit: &Visit) -> Result<()> {
        visit.start("otp", "").await?;
        let mut newcomer = Newcomer::new(visit).slipping("otp", "000000");
        newcomer.finish().await?;
        ensure!(times(&newcomer, "otp") == 2, "the ring went {:?}", newcomer.targets());
        Ok(())
    }

    async fn after_a_wrong_login_otp_the_ring_is_on_the_login_otp_again(visit: &Visit) -> Result<()> {
        visit.start("login-otp", "").await?;
        let mut newcomer = Newcomer::new(visit).slipping("login-otp", "000000");
        newcomer.finish().await?;
        ensure!(times(&newcomer, "login-otp") == 2, "the ring went {:?}", newcomer.targets());
        Ok(())
    }

    async fn after_a_wrong_captcha_the_guide_leads_through_the_login_again(visit: &Visit) -> Result<()> {
        visit.start("home", "").await?;
        let mut newcomer = Newcomer::new(visit).slipping("captcha", "WRONG");
        newcomer.finish().await?;
        ensure!(times(&newcomer, "captcha") == 2, "the ring went {:?}", newcomer.targets());
        Ok(())
    }

    async fn after_a_wrong_password_the_guide_leads_through_the_login_again(visit: &Visit) -> Result<()> {
        visit.start("home", "").await?;
        Newcomer::new(visit).slipping("portal-password", "not-the-password").finish().await
    }

    async fn a_taken_name_leads_back_to_the_name(visit: &Visit) -> Result<()> {
        visit.start("form", "").await?;
        let mut newcomer = Newcomer::new(visit).slipping("api-username", "taken");
        newcomer.finish().await?;
        ensure!(times(&newcomer, "api-username") == 2, "the ring went {:?}", newcomer.targets());
        let received = visit.records().await?.received;
        ensure!(
            received.as_ref().is_some_and(|form| form.username == API_NAME && form.password == API_SECRET),
            "the portal received {received:?}"
        );
        Ok(())
    }

    async fn a_session_that_ends_at_the_otp_leads_back_to_the_login(visit: &Visit) -> Result<()> {
        visit.start("otp", "").await?;
        let mut newcomer = Newcomer::new(visit);
        newcomer.follow_until("the filled OTP", |sight| sight.rings("verify-otp")).await?;
        visit.arm("error=expire").await?;
        let back = newcomer.follow_until("the login", |sight| sight.rings("login-button")).await?;
        ensure!(back.at("sign-in"), "after the session the guide says: {back}");
        newcomer.obey(&back).await?;
        newcomer.finish().await
    }

    async fn an_error_page_of_the_portal_gets_no_ring(visit: &Visit) -> Result<()> {
        visit.start("menu", "error=500").await?;
        visit.at_rest().await?;
        let sight = visit.look().await?;
        ensure!(!sight.rings_something(), "on an error page the guide says: {sight}");
        ensure!(!visit.guide().shows_a_ring().await?, "there is a ring on an error page");
        Ok(())
    }

    async fn an_invalid_name_keeps_the_ring_on_the_name(visit: &Visit) -> Result<()> {
        visit.start("form", "").await?;
        let guide = visit.guide();
        guide.when("the name", |sight| sight.rings("api-username")).await?;
        visit.hand().type_into("api-username", "API_x y").await?;
        let sight = guide
            .when("the verdict", |sight| sight.username.as_deref() == Some("invalid"))
            .await?;
        ensure!(sight.rings("api-username"), "with an invalid name the guide says: {sight}");
        Ok(())
    }

    async fn a_password_is_judged_while_it_is_typed(visit: &Visit) -> Result<()> {
        at_the_password(visit).await?;
        let guide = visit.guide();
        for (password, verdicts) in [
            ("abc", &["invalid"][..]),
            (API_SECRET, &["weak"]),
            ("kV7#zmQ2xLp9", &["strong"]),
            ("mango7$river", &["invalid"]),
        ] {
            visit.hand().type_into("api-password", password).await?;
            guide
                .when(&format!("a verdict {verdicts:?}"), |sight| {
                    sight.password.as_deref().is_some_and(|said| verdicts.contains(&said))
                })
                .await?;
        }
        Ok(())
    }

    async fn a_password_is_made_filled_in_and_forgotten(visit: &Visit) -> Result<()> {
        at_the_password(visit).await?;
        let guide = visit.guide();
        guide.press("suggest").await?;
        let first = guide.secret().await?;
        guide.press("suggest").await?;
        let made = until("another password", async || Ok(Some(guide.secret().await?).filter(|made| *made != first))).await?;
        ensure!(made.len() == 15, "{} characters were made", made.len());
        guide.press("fill-password").await?;
        let sight = guide.when("the ring on Submit", |sight| sight.rings("submit")).await?;
        ensure!(sight.password.as_deref() == Some("strong"), "of its own password the guide says: {sight}");
        guide.when_saying("password manager").await?;
        ensure!(guide.secret().await? == made, "the password to be saved is not shown");
        Newcomer::new(visit).finish().await?;
        let received = visit.records().await?.received;
        ensure!(
            received.as_ref().is_some_and(|form| form.password == made && form.password_again == made),
            "the portal received {received:?}"
        );
        ensure!(!guide.words().await?.contains(&made), "the password is shown after the form is gone");
        ensure!(!visit.browser().stored().await?.to_string().contains(&made), "the password is stored");
        Ok(())
    }

    async fn a_space_at_the_end_of_the_password_is_told(visit: &Visit) -> Result<()> {
        at_the_password(visit).await?;
        visit.hand().type_into("api-password", "kV7#zmQ2xLp9 ").await?;
        visit.guide().when_saying("a space at the beginning or the end").await
    }

    async fn two_different_passwords_keep_the_ring_off_submit(visit: &Visit) -> Result<()> {
        visit.start("form", "").await?;
        let mut newcomer = Newcomer::new(visit);
        newcomer.follow_until("the repetition", |sight| sight.rings("api-password-again")).await?;
        visit.hand().type_into("api-password-again", "Mango7$Rivet").await?;
        visit.at_rest().await?;
        let sight = visit.look().await?;
        ensure!(!sight.rings("submit"), "with two passwords the guide says: {sight}");
        visit.hand().type_into("api-password-again", API_SECRET).await?;
        visit.guide().when("the ring on Submit", |sight| sight.rings("submit")).await?;
        Ok(())
    }
}
