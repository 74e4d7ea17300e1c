//! The two acts: once a visit, never over the user, never on what is off.

use std::time::Duration;

use anyhow::{Result, ensure};
use e2e::cases;
use e2e::stage::{Asked, Stage};

use crate::page::{CREDENTIALS, FILLED, OTP, channels, chosen_list, form, inner, last_form, list, open_list};

/// Where the form is.
const FORM: &str = "/ApiRegistration/CreateApiUser";
/// Where a choice sends it.
const CHOICE: &str = "/ApiRegistration/Save";

const NAME: &str = "set-credentials guiding api-username";
const LIST: &str = "select-gsp guiding gsp";
const CHANNEL: &str = "through-gsp guiding through-gsp";
const RADIO: &str = "#rdGsp, label[for=rdGsp]";

/// The form with the list still open.
fn open_form(list_attributes: &str) -> String {
    form(&format!("{}{}{CREDENTIALS}", channels("checked"), open_list(list_attributes)))
}

async fn chosen(stage: &Stage) -> Result<String> {
    stage.ask("return document.getElementById('ddlGsp').selectedOptions[0].text.trim();").await
}

async fn must_be_chosen(stage: &Stage, wanted: &str) -> Result<()> {
    let chosen = chosen(stage).await?;
    ensure!(chosen == wanted, "`{chosen}` is chosen, not `{wanted}`");
    Ok(())
}

/// The page's clock goes on for so long, in milliseconds: the guide had time for whatever it waits for.
async fn a_while_passes(stage: &Stage, how_long: u32) -> Result<()> {
    stage
        .run(&format!("setTimeout(() => document.documentElement.setAttribute('data-passed', ''), {how_long});"))
        .await?;
    stage.when("document.documentElement.hasAttribute('data-passed')").await?;
    stage.run("document.documentElement.removeAttribute('data-passed');").await?;
    stage.browser().at_rest().await
}

cases! {
    async fn the_guide_selects_and_says_so(stage: &Stage) -> Result<()> {
        stage.show(FORM, &form(&format!("{}{}{CREDENTIALS}", channels(""), open_list("")))).await?;
        stage.rings(NAME, "#txtApiUser").await?;
        stage.holds(NAME).await?;
        must_be_chosen(stage, "Tera Software Limited").await?;
        stage.must_have_acted(1, 1).await
    }

    async fn a_choice_the_server_does_not_keep_is_made_once(stage: &Stage) -> Result<()> {
        let page = open_form("onchange='this.form.submit()'");
        stage.lay(CHOICE, &page);
        stage.show(FORM, &page).await?;
        stage.when("location.pathname === '/ApiRegistration/Save'").await?;
        stage.rings(LIST, "#ddlGsp").await?;
        stage.holds(LIST).await?;
        let posts = stage.asked(Asked::Post, CHOICE);
        ensure!(posts == 1, "the form was sent {posts} times");
        stage.must_have_acted(0, 1).await
    }

    async fn a_channel_the_server_does_not_keep_is_chosen_once(stage: &Stage) -> Result<()> {
        let page = form(&channels("onchange='this.form.submit()'"));
        stage.lay(CHOICE, &page);
        stage.show(FORM, &page).await?;
        stage.when("location.pathname === '/ApiRegistration/Save'").await?;
        stage.rings(CHANNEL, RADIO).await?;
        stage.holds(CHANNEL).await?;
        let posts = stage.asked(Asked::Post, CHOICE);
        ensure!(posts == 1, "the form was sent {posts} times");
        stage.must_have_acted(1, 0).await
    }

    async fn a_reload_is_the_same_visit(stage: &Stage) -> Result<()> {
        stage.show(FORM, &open_form("")).await?;
        stage.says(NAME).await?;
        stage.open(FORM).await?;
        stage.rings(LIST, "#ddlGsp").await?;
        stage.must_have_acted(0, 1).await
    }

    async fn another_tab_is_another_visit(stage: &Stage) -> Result<()> {
        stage.show(FORM, &open_form("")).await?;
        stage.says(NAME).await?;
        stage.begin_again().await?;
        stage.show(FORM, &open_form("")).await?;
        stage.says(NAME).await?;
        stage.must_have_acted(0, 1).await
    }

    async fn a_channel_the_page_takes_back_is_chosen_once(stage: &Stage) -> Result<()> {
        let fails = "<div id=curtain style='display:none;position:fixed;inset:0;background:#fff;z-index:9'>Loading</div>
            <script>rdGsp.onchange = () => {
                curtain.style.display = 'block';
                setTimeout(() => { rdGsp.checked = false; curtain.style.display = 'none'; }, 150);
            };</script>";
        stage.show(FORM, &form(&format!("{}{fails}", channels("")))).await?;
        stage.rings(CHANNEL, RADIO).await?;
        stage.holds(CHANNEL).await?;
        stage.must_have_acted(1, 0).await
    }

    async fn a_choice_the_page_takes_back_is_made_once_and_said(stage: &Stage) -> Result<()> {
        let back = "<script>ddlGsp.onchange = () => setTimeout(() => { ddlGsp.selectedIndex = 0;
            document.body.append('Try again'); }, 100);</script>";
        stage.show(FORM, &form(&format!("{}{}{CREDENTIALS}{back}", channels("checked"), open_list("")))).await?;
        stage.rings(LIST, "#ddlGsp").await?;
        stage.holds(LIST).await?;
        stage.must_have_acted(0, 1).await
    }

    async fn undo_holds_through_a_curtain(stage: &Stage) -> Result<()> {
        stage.show(FORM, &open_form("")).await?;
        stage.says(NAME).await?;
        stage.press("undo").await?;
        stage.rings(LIST, "#ddlGsp").await?;
        stage.holds(LIST).await?;
        must_be_chosen(stage, "--Select--").await?;
        stage.must_have_acted(0, 1).await
    }

    async fn undo_holds_through_a_reload(stage: &Stage) -> Result<()> {
        stage.show(FORM, &open_form("")).await?;
        stage.says(NAME).await?;
        stage.press("undo").await?;
        stage.says(LIST).await?;
        stage.open(FORM).await?;
        stage.holds(LIST).await?;
        must_be_chosen(stage, "--Select--").await?;
        stage.must_have_acted(0, 1).await
    }

    async fn undo_works_on_a_list_made_anew(stage: &Stage) -> Result<()> {
        let anew = "<script>document.addEventListener('change', event => {
                const old = event.target;
                if (old.id !== 'ddlGsp' || old.dataset.anew) return;
                const copy = old.cloneNode(true);
                copy.selectedIndex = old.selectedIndex;
                copy.dataset.anew = 'yes';
                old.replaceWith(copy);
            });</script>";
        stage.show(FORM, &form(&format!("{}{}{CREDENTIALS}{anew}", channels("checked"), open_list("")))).await?;
        stage.says(NAME).await?;
        stage.when("document.querySelector('select[data-anew]')").await?;
        stage.press("undo").await?;
        stage.rings(LIST, "#ddlGsp").await?;
        must_be_chosen(stage, "--Select--").await?;
        stage.holds(LIST).await?;
        stage.must_have_acted(0, 1).await
    }

    async fn keep_my_choice_holds_through_a_curtain(stage: &Stage) -> Result<()> {
        let other = list("", "<option value=''>--Select--<option selected>Vay Network Services Private Limited
            <option>Tera Software Limited<option>Webtel Electrosoft Private Limited");
        stage.show(FORM, &form(&format!("{}{other}{CREDENTIALS}", channels("checked")))).await?;
        stage.says(LIST).await?;
        stage.press("keep").await?;
        stage.rings(NAME, "#txtApiUser").await?;
        stage.holds(NAME).await?;
        must_be_chosen(stage, "Vay Network Services Private Limited").await?;
        stage.must_have_acted(0, 0).await
    }

    async fn a_choice_of_the_user_is_left_alone(stage: &Stage) -> Result<()> {
        stage.show(FORM, &open_form("")).await?;
        stage.says(NAME).await?;
        stage.run("ddlGsp.size = 0;").await?;
        stage.types("#ddlGsp", "Webtel").await?;
        stage.says("set-credentials|select-gsp guiding *").await?;
        stage.curtain().await?;
        stage.says("set-credentials|select-gsp guiding *").await?;
        must_be_chosen(stage, "Webtel Electrosoft Private Limited").await?;
        stage.must_have_acted(0, 1).await
    }

    async fn the_guides_own_click_is_no_edit(stage: &Stage) -> Result<()> {
        let refused = "<div role=alert>This username is already registered</div>";
        stage.show(FORM, &form(&format!("{refused}{}{}{FILLED}", channels(""), chosen_list()))).await?;
        stage.rings(NAME, "#txtApiUser").await?;
        stage.holds(NAME).await?;
        stage.never_said("set-credentials guiding submit").await?;
        stage.must_have_acted(1, 0).await
    }

    async fn a_ticked_box_is_no_edit(stage: &Stage) -> Result<()> {
        let refused = "<div role=alert>This username is already registered</div>";
        let box_ = "<p><label><input type=checkbox id=agree> I agree to the terms</label></p>";
        stage.show(FORM, &last_form(&format!("{refused}{FILLED}{box_}"))).await?;
        stage.rings(NAME, "#txtApiUser").await?;
        stage.click("#agree").await?;
        stage.holds(NAME).await?;
        stage.never_said("set-credentials guiding submit").await
    }

    async fn a_refusal_answered_by_editing_stays_answered_through_a_curtain(stage: &Stage) -> Result<()> {
        let refused = "<div role=alert>This username is already registered</div>";
        stage.show(FORM, &last_form(&format!("{refused}{FILLED}"))).await?;
        stage.says(NAME).await?;
        stage.types("#txtApiUser", "pune\t").await?;
        stage.rings("set-credentials guiding submit", "#btnSubmit").await?;
        stage.holds("set-credentials guiding submit").await
    }

    async fn half_an_otp_keeps_the_ring(stage: &Stage) -> Result<()> {
        stage.show("/ApiRegistration/CreateApiUser", &inner(OTP)).await?;
        stage.rings("verify-otp guiding otp", "#txtOtp").await?;
        stage.types("#txtOtp", "12").await?;
        a_while_passes(stage, 2_500).await?;
        stage.holds_still("verify-otp guiding otp").await?;
        stage.never_said("verify-otp guiding verify-otp").await?;
        stage.types("#txtOtp", "3456").await?;
        stage.rings("verify-otp guiding verify-otp", "#btnVerifyOTP").await
    }

    async fn an_otp_left_is_finished(stage: &Stage) -> Result<()> {
        let box_ = OTP.replace("maxlength=6", "");
        stage.show("/ApiRegistration/CreateApiUser", &inner(&box_)).await?;
        stage.says("verify-otp guiding otp").await?;
        stage.types("#txtOtp", "123456\t").await?;
        stage.rings("verify-otp guiding verify-otp", "#btnVerifyOTP").await
    }

    async fn a_disabled_fieldset_is_left_alone(stage: &Stage) -> Result<()> {
        let parts = format!("{}<fieldset disabled>{}</fieldset>{CREDENTIALS}", channels("checked"), open_list(""));
        stage.show(FORM, &form(&parts)).await?;
        stage.says("select-gsp * -").await?;
        stage.holds("select-gsp * -").await?;
        must_be_chosen(stage, "--Select--").await?;
        stage.must_have_acted(0, 0).await?;
        stage.run("document.querySelector('fieldset').disabled = false;").await?;
        stage.rings(NAME, "#txtApiUser").await?;
        stage.must_have_acted(0, 1).await
    }

    async fn a_disabled_channel_is_left_alone(stage: &Stage) -> Result<()> {
        let parts = format!("<fieldset disabled>{}</fieldset>", channels(""));
        stage.show(FORM, &form(&parts)).await?;
        stage.says("through-gsp|api-registration !guiding -").await?;
        stage.must_have_acted(0, 0).await?;
        stage.ask::<bool>("return !document.getElementById('rdGsp').checked || null;").await.map(drop)
    }

    async fn a_disabled_option_is_left_alone(stage: &Stage) -> Result<()> {
        let entries = "<option value=''>--Select--<option>Adaequare Info Private Limited<option disabled>Tera Software Limited
            <option>Vay Network Services Private Limited";
        stage.show(FORM, &form(&format!("{}{}{CREDENTIALS}", channels("checked"), list("", entries)))).await?;
        stage.says("select-gsp * *").await?;
        stage.holds("select-gsp * *").await?;
        must_be_chosen(stage, "--Select--").await?;
        stage.must_have_acted(0, 0).await
    }

    async fn an_inert_form_is_left_alone(stage: &Stage) -> Result<()> {
        let parts = format!("<div inert id=part>{}{}{CREDENTIALS}</div>", channels(""), open_list(""));
        stage.show(FORM, &form(&parts)).await?;
        // It has had its turn once it says something, be it of the way back.
        stage.says("!- * -|home").await?;
        stage.must_have_acted(0, 0).await?;
        stage.run("document.getElementById('part').inert = false;").await?;
        stage.rings(NAME, "#txtApiUser").await?;
        stage.must_have_acted(1, 1).await
    }

    async fn a_late_listener_is_waited_for(stage: &Stage) -> Result<()> {
        let late = format!("<div id=rest style='display:none'>{}{CREDENTIALS}</div><img src='/slow.png' alt=''>
            <script>window.onload = () => rdGsp.addEventListener('change', () => rest.style.display = 'block');</script>",
            open_list(""));
        stage.lay_slowly("/slow.png", "", Duration::from_millis(1_500));
        stage.show(FORM, &form(&format!("{}{late}", channels("")))).await?;
        stage.rings(NAME, "#txtApiUser").await?;
        must_be_chosen(stage, "Tera Software Limited").await?;
        stage.must_have_acted(1, 1).await
    }

    async fn a_wait_that_lasts_says_what_to_do(stage: &Stage) -> Result<()> {
        stage.show(FORM, &form(&channels("checked"))).await?;
        stage.says("select-gsp waiting -").await?;
        let first = stage.words().await?;
        stage.when_words("other words than at first", |words| words != first).await?;
        stage.says("select-gsp waiting|blocked -|through-gsp").await.map(drop)
    }

    async fn a_list_without_a_placeholder_can_be_passed(stage: &Stage) -> Result<()> {
        let entries = "<option>Tera Software Limited<option>Vay Network Services Private Limited<option>Webtel Private Limited";
        stage.show(FORM, &form(&format!("{}{}{CREDENTIALS}", channels("checked"), list("", entries)))).await?;
        stage.rings(NAME, "#txtApiUser").await?;
        stage.holds(NAME).await?;
        must_be_chosen(stage, "Tera Software Limited").await
    }

    async fn a_radio_of_another_group_does_not_matter(stage: &Stage) -> Result<()> {
        let language = "<p><label><input type=radio name=lang checked> English</label>
            <label><input type=radio name=lang> Hindi</label></p>";
        stage.show(FORM, &form(&format!("{language}{}{}{CREDENTIALS}", channels(""), open_list("")))).await?;
        stage.rings(NAME, "#txtApiUser").await?;
        stage.must_have_acted(1, 1).await
    }

    async fn another_channel_that_is_chosen_is_left_to_the_user(stage: &Stage) -> Result<()> {
        let erp = channels("").replace("value=erp", "value=erp checked");
        stage.show(FORM, &form(&erp)).await?;
        stage.rings(CHANNEL, RADIO).await?;
        stage.holds(CHANNEL).await?;
        stage.must_have_acted(0, 0).await
    }
}
