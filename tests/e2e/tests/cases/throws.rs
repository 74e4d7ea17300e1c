//! Pages that make the guide's own calls throw, and a guide whose calls throw at each way in: it goes on, or says its
//! sentence and is gone. Never does a ring stay that nobody moves.

use anyhow::{Context, Result, ensure};
use e2e::cases;
use e2e::stage::Stage;
use serde_json::json;

use crate::page::{CREDENTIALS, LOGIN, MENU, OTP, channels, form, home, inner, last_form, main_menu, open_list};

const MAIN: &str = "/Home/MainMenu";
const FORM: &str = "/ApiRegistration/CreateApiUser";
const ENTRY: &str = "api-registration guiding api-registration";
const NAME: &str = "set-credentials guiding api-username";

/// What a field of a form may be called, and then stands before the form's own property of that name.
const PROPERTIES: &str = "id textContent localName parentElement parentNode value name nodeType nodeName tagName children childNodes
    firstChild lastChild nextSibling previousSibling firstElementChild nextElementSibling ownerDocument shadowRoot isConnected
    getAttribute hasAttribute setAttribute querySelector querySelectorAll matches closest contains checkVisibility
    getBoundingClientRect getClientRects getRootNode compareDocumentPosition className classList style hidden disabled inert type
    tabIndex labels attributes innerText outerHTML innerHTML assignedSlot elements length action method target offsetWidth
    offsetHeight clientWidth clientHeight scrollHeight scrollTop dataset title lang dir role ariaLabel isContentEditable
    addEventListener dispatchEvent currentCSSZoom namespaceURI prefix slot part append remove toString constructor";

/// What a form or a picture may be called, and then stands before the document's own property of that name.
const OF_DOCUMENT: [&str; 22] = [
    "title",
    "activeElement",
    "defaultView",
    "body",
    "documentElement",
    "createElement",
    "elementsFromPoint",
    "forms",
    "links",
    "addEventListener",
    "contains",
    "compatMode",
    "scrollingElement",
    "adoptedStyleSheets",
    "getElementById",
    "nodeType",
    "head",
    "visibilityState",
    "createTreeWalker",
    "styleSheets",
    "URL",
    "ownerDocument",
];

/// Makes every call throw that a look at a page could need.
const POISON: &str = "(() => {
    const poison = () => { throw new Error('poison'); };
    const spoil = (owner, names) => names.forEach(name => {
        if (name in owner) Object.defineProperty(owner, name, { configurable: true, get: () => poison });
    });
    spoil(Document.prototype, ['querySelectorAll', 'elementFromPoint', 'elementsFromPoint',
        'getElementsByTagName', 'createTreeWalker', 'createNodeIterator']);
    spoil(Element.prototype, ['querySelectorAll', 'getBoundingClientRect', 'getClientRects',
        'checkVisibility', 'matches', 'closest']);
    spoil(window, ['getComputedStyle']);
    return true;
})()";

/// And the one that the guide's own element may be looked for with.
const POISON_THE_SIMPLEST: &str = "for (const owner of [Document, Element, DocumentFragment]) {
    owner.prototype.querySelector = () => { throw new Error('poison'); };
}";

/// Hidden fields with these names.
fn fields(names: &str) -> String {
    names.split_whitespace().map(|name| format!("<input type=hidden name={name} value=7>")).collect()
}

/// The guide says that it had a problem, and there is no ring.
async fn says_its_sentence(stage: &Stage) -> Result<()> {
    stage.no_ring().await?;
    stage.when_words("the sentence", |words| words.contains("Reload the page")).await?;
    stage.must_say("* !guiding -").await
}

/// A page with everything spoiled for the guide once it rings.
async fn spoiled(stage: &Stage, path: &str, page: &str, said: &str) -> Result<()> {
    stage.show(path, page).await?;
    stage.says(said).await?;
    stage.browser().at_rest().await?;
    let done = stage.in_the_guides_world(POISON).await?;
    ensure!(done["result"]["value"] == true, "nothing was spoiled: {done}");
    Ok(())
}

async fn the_menu_spoiled(stage: &Stage) -> Result<()> {
    spoiled(stage, MAIN, &main_menu(MENU, "<p id=still>Note</p><div style='height:2000px'></div>"), ENTRY).await
}

cases! {
    async fn a_field_called_id_harms_nothing(stage: &Stage) -> Result<()> {
        for field in ["<input type=hidden name=id value=7>", "<select name=id><option>7</select>", "<input name=id>"] {
            let edit = format!("<form style='display:none'>{field}<button>Submit</button></form>");
            stage.show(MAIN, &main_menu(MENU, &edit)).await?;
            stage.rings(ENTRY, "#mApi").await?;
        }
        stage.run("mApi.parentElement.hidden = true;").await?;
        stage.says("* * !api-registration").await.map(drop)
    }

    async fn fields_called_like_properties_harm_nothing_beside_the_menu(stage: &Stage) -> Result<()> {
        for hidden in ["style='display:none'", ""] {
            let edit = format!("<form {hidden}>{}<p>Edit <input> <button>Update</button></p></form>", fields(PROPERTIES));
            stage.show(MAIN, &main_menu(MENU, &edit)).await?;
            stage.rings(ENTRY, "#mApi").await?;
        }
        Ok(())
    }

    async fn fields_called_like_properties_harm_nothing_around_the_menu(stage: &Stage) -> Result<()> {
        let page = main_menu(&format!("<form>{}{MENU}</form>", fields(PROPERTIES)), "");
        stage.show(MAIN, &page).await?;
        stage.rings(ENTRY, "#mApi").await
    }

    async fn fields_called_like_properties_harm_nothing_in_the_form_itself(stage: &Stage) -> Result<()> {
        let parts = format!("{}{}{}{CREDENTIALS}", fields(PROPERTIES), channels(""), open_list(""));
        stage.show(FORM, &form(&parts)).await?;
        stage.rings(NAME, "#txtApiUser").await?;
        stage.must_have_acted(1, 1).await
    }

    async fn fields_called_like_properties_harm_nothing_in_the_login(stage: &Stage) -> Result<()> {
        stage.show("/", &home(&format!("<form>{}{LOGIN}</form>", fields(PROPERTIES)))).await?;
        stage.rings("sign-in guiding portal-username", "#txtUserName").await
    }

    async fn fields_called_like_properties_harm_nothing_around_the_otp(stage: &Stage) -> Result<()> {
        stage.show(FORM, &inner(&format!("<form>{}{OTP}</form>", fields(PROPERTIES)))).await?;
        stage.rings("verify-otp guiding otp", "#txtOtp").await
    }

    async fn a_form_called_like_a_property_of_the_document_harms_nothing(stage: &Stage) -> Result<()> {
        let mut wrong = Vec::new();
        for name in OF_DOCUMENT {
            let named = format!("<form name={name}><input type=hidden name=x></form><img name={name} alt=''>");
            stage.show(MAIN, &main_menu(MENU, &named)).await?;
            if let Err(error) = stage.says(ENTRY).await {
                wrong.push(format!("{name}: {error:#}"));
            }
        }
        ensure!(wrong.is_empty(), "harmed by:\n{}", wrong.join("\n"));
        Ok(())
    }

    async fn a_line_break_in_an_id_harms_nothing(stage: &Stage) -> Result<()> {
        let menu = "<ul id=menu><li><a href='#a'>e-Invoice</a><li><a href='#b'>MIS Reports</a><li><a href='#4' id=mApi>API
            Registration</a><div id='collapse\n4' style='display:none'><a href='#c'>Create API User</a></div>
            <li><a href='#p'>Change Password</a></ul>";
        stage.show(MAIN, &main_menu(menu, "")).await?;
        stage.rings(ENTRY, "#mApi").await?;
        stage.run("mApi.parentElement.style.paddingTop = '90px';").await?;
        stage.ring_is_on("#mApi").await
    }

    async fn odd_letters_in_an_id_harm_nothing(stage: &Stage) -> Result<()> {
        let long = "x".repeat(100_000);
        let odd = ["a\"b", "a'b", "a\\", "a]b", "a\u{1f600}b", "4", "-", "a b", "a\u{2028}b", "a:b(c)", "*", "a\u{7}b", &long];
        for id in odd {
            let id = id.replace('&', "&amp;").replace('"', "&quot;");
            let menu = format!("<ul id=menu><li><a href='#a'>e-Invoice</a><li><a href='#b'>MIS Reports</a><li>
                <a href=\"#{id}\" aria-controls=\"{id}\" class=way>API Registration</a><div id=\"{id}\" style='display:none'><a
                href='#c'>User Credentials</a></div><li><a href='#p'>Change Password</a></ul>");
            stage.show(MAIN, &main_menu(&menu, &format!("<label for=\"{id}\">Note</label><p id=\"x{id}\">.</p>"))).await?;
            stage.rings(ENTRY, ".way").await.with_context(|| format!("an id of {}", id.chars().take(9).collect::<String>()))?;
        }
        Ok(())
    }

    async fn odd_letters_in_a_fields_id_harm_nothing(stage: &Stage) -> Result<()> {
        for id in ["txt\nOtp", "a\"b", "a\\", "a]b", "\u{1f600}", "#", "a'b"] {
            let id = id.replace('"', "&quot;");
            let otp = format!("<h4>API Registration</h4><p><label for=\"{id}\">Enter OTP:</label> <input type=text class=otp
                id=\"{id}\" name=\"{id}\" maxlength=6> <button type=button>Verify OTP</button></p>");
            stage.show(FORM, &inner(&otp)).await?;
            stage.rings("verify-otp guiding otp", ".otp").await?;
        }
        Ok(())
    }

    async fn enormous_texts_harm_nothing(stage: &Stage) -> Result<()> {
        stage.show(MAIN, &main_menu(MENU, "<p id=p></p><label id=l></label>")).await?;
        stage.says(ENTRY).await?;
        stage.run("p.textContent = 'GSTIN API '.repeat(500000);
            l.textContent = 'otp '.repeat(200000);
            document.title = 'e-Invoice System ' + 'x'.repeat(300000);
            mApi.setAttribute('aria-describedby', 'p');
            mApi.title = 'y'.repeat(1000000);").await?;
        stage.browser().at_rest().await?;
        stage.run("mApi.parentElement.style.paddingTop = '30px';").await?;
        stage.rings(ENTRY, "#mApi").await
    }

    async fn broken_letters_harm_nothing(stage: &Stage) -> Result<()> {
        stage.show(MAIN, &main_menu(MENU, "<p id=p></p>")).await?;
        stage.says(ENTRY).await?;
        stage.run("p.textContent = 'API \\ud800 \\udfff \\u0000 \\u200f';
            document.title += ' \\ud83d';
            document.querySelector('#menu a').textContent = '\\udc00 e-Invoice';
            mApi.parentElement.style.paddingTop = '30px';").await?;
        stage.rings(ENTRY, "#mApi").await
    }

    async fn parts_nested_deeply_harm_nothing(stage: &Stage) -> Result<()> {
        stage.show(MAIN, &main_menu(MENU, "")).await?;
        stage.says(ENTRY).await?;
        stage.run("let inner = document.body;
            for (let depth = 0; depth < 450; depth++) {
                const next = document.createElement('div');
                inner.append(next);
                inner = next;
            }
            inner.innerHTML = '<label>Name <input></label>';
            mApi.parentElement.style.paddingTop = '30px';").await?;
        stage.rings(ENTRY, "#mApi").await
    }

    async fn a_page_that_spoils_its_own_world_harms_nothing(stage: &Stage) -> Result<()> {
        let spoiling = "<script>
            const no = () => { throw new Error('no'); };
            Element.prototype.attachShadow = no;
            HTMLElement.prototype.showPopover = no;
            Element.prototype.matches = no;
            Element.prototype.closest = no;
            String.prototype.normalize = no;
            RegExp.prototype.test = no;
            window.MutationObserver = window.IntersectionObserver = window.ResizeObserver = no;
            window.WebAssembly = undefined;
            Object.defineProperty(Object.prototype, 'capture', { get: no });
        </script>";
        stage.show(MAIN, &main_menu(MENU, spoiling)).await?;
        stage.rings(ENTRY, "#mApi").await
    }

    async fn an_error_of_the_page_in_the_middle_of_an_act_is_its_own(stage: &Stage) -> Result<()> {
        let throws = "<script>for (const name of ['click', 'input', 'change']) {
                document.addEventListener(name, () => { throw new Error('of the page'); }, true);
            }</script>";
        let parts = format!("{throws}{}{}{CREDENTIALS}", channels(""), open_list(""));
        stage.show(FORM, &form(&parts)).await?;
        stage.rings(NAME, "#txtApiUser").await?;
        stage.must_have_acted(1, 1).await
    }

    async fn a_page_that_answers_in_the_middle_of_an_act_is_heard_later(stage: &Stage) -> Result<()> {
        let answers = format!("<div id=rest></div><template id=more>{}{CREDENTIALS}</template><script>
                document.addEventListener('change', () => {{
                    if (!rest.firstChild) rest.append(more.content.cloneNode(true));
                    document.querySelector('h4').click();
                    document.activeElement.blur();
                    dispatchEvent(new Event('resize'));
                    document.dispatchEvent(new Event('input', {{ bubbles: true }}));
                }});
            </script>", open_list(""));
        stage.show(FORM, &form(&format!("{}{answers}", channels("")))).await?;
        stage.rings(NAME, "#txtApiUser").await?;
        stage.must_have_acted(1, 1).await
    }

    async fn a_page_that_leaves_in_the_middle_of_an_act_is_followed(stage: &Stage) -> Result<()> {
        stage.lay("/ApiRegistration/Next", &last_form(CREDENTIALS));
        let leaves = "<script>document.addEventListener('click', event => {
                if (event.target.id === 'rdGsp') document.documentElement.remove(), location.href = '/ApiRegistration/Next';
            });</script>";
        stage.show(FORM, &form(&format!("{leaves}{}", channels("")))).await?;
        stage.when("location.pathname === '/ApiRegistration/Next'").await?;
        stage.rings(NAME, "#txtApiUser").await
    }

    async fn a_throw_at_a_change_ends_with_a_sentence(stage: &Stage) -> Result<()> {
        the_menu_spoiled(stage).await?;
        stage.run("mApi.parentElement.style.paddingTop = '60px';").await?;
        says_its_sentence(stage).await
    }

    async fn a_throw_at_a_press_ends_with_a_sentence(stage: &Stage) -> Result<()> {
        the_menu_spoiled(stage).await?;
        stage.click("#still").await?;
        says_its_sentence(stage).await
    }

    async fn a_throw_at_a_key_ends_with_a_sentence(stage: &Stage) -> Result<()> {
        spoiled(stage, FORM, &inner(OTP), "verify-otp guiding otp").await?;
        stage.types("#txtOtp", "1").await?;
        says_its_sentence(stage).await
    }

    async fn a_throw_at_scrolling_ends_with_a_sentence(stage: &Stage) -> Result<()> {
        the_menu_spoiled(stage).await?;
        stage.run("scrollTo({ top: 40, behavior: 'instant' });").await?;
        says_its_sentence(stage).await
    }

    async fn a_throw_at_resizing_ends_with_a_sentence(stage: &Stage) -> Result<()> {
        the_menu_spoiled(stage).await?;
        stage.protocol("Emulation.setDeviceMetricsOverride", json!({
            "width": 900, "height": 600, "deviceScaleFactor": 1, "mobile": false })).await?;
        says_its_sentence(stage).await
    }

    async fn a_throw_of_a_timer_ends_with_a_sentence(stage: &Stage) -> Result<()> {
        stage.show(FORM, &form(&channels("checked"))).await?;
        stage.says("select-gsp waiting -").await?;
        stage.in_the_guides_world(POISON).await?;
        says_its_sentence(stage).await
    }

    async fn a_throw_at_a_button_of_the_callout_ends_with_a_sentence(stage: &Stage) -> Result<()> {
        spoiled(stage, FORM, &form(&format!("{}{}{CREDENTIALS}", channels("checked"), open_list(""))), NAME).await?;
        stage.press("undo").await?;
        says_its_sentence(stage).await
    }

    async fn a_throw_at_a_setting_ends_with_a_sentence(stage: &Stage) -> Result<()> {
        the_menu_spoiled(stage).await?;
        stage.in_the_guides_world("chrome.storage.local.set({ settings: { gsp: 'Tera Software Limited', automatic: true,
            paused: false } }), true").await?;
        let outcome = says_its_sentence(stage).await;
        stage.in_the_guides_world("chrome.storage.local.clear(), true").await?;
        outcome
    }

    async fn a_throw_at_a_question_of_the_popup_ends_with_a_sentence(stage: &Stage) -> Result<()> {
        the_menu_spoiled(stage).await?;
        stage.ask_as_the_popup("describe").await?;
        says_its_sentence(stage).await
    }

    async fn the_last_words_need_nothing_that_failed(stage: &Stage) -> Result<()> {
        the_menu_spoiled(stage).await?;
        stage.in_the_guides_world(POISON_THE_SIMPLEST).await?;
        stage.run("mApi.parentElement.style.paddingTop = '60px';").await?;
        says_its_sentence(stage).await
    }

    async fn a_guide_that_ended_stays_gone(stage: &Stage) -> Result<()> {
        the_menu_spoiled(stage).await?;
        stage.run("mApi.parentElement.style.paddingTop = '60px';").await?;
        says_its_sentence(stage).await?;
        stage.run("mApi.parentElement.style.paddingTop = '0';").await?;
        stage.click("#still").await?;
        stage.browser().at_rest().await?;
        says_its_sentence(stage).await?;
        // The next page is a new beginning.
        stage.show(MAIN, &main_menu(MENU, "")).await?;
        stage.rings(ENTRY, "#mApi").await
    }
}
