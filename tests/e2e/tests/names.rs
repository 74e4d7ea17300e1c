//! The names that are kept: when the user says so, on this computer, and never with a password.

use anyhow::{Result, ensure};
use e2e::newcomer::{API_NAME, API_SECRET, TERA};
use e2e::{Newcomer, Visit, in_both_browsers};
use practice_portal::people;
use serde_json::{Value, json};

/// Whoever is logged in to the practice portal.
const GSTIN: &str = "29ZZZCZ0000Z1ZX";

/// What the popup shows of the kept names: a line each.
const LINES: &str = "return document.getElementById('names').hidden ? []
    : [...document.querySelectorAll('#list li')].map(line => line.textContent);";

/// Presses "Export", and answers the file instead of saving it.
const EXPORT: &str = "
    const done = arguments[0];
    const [make, click] = [URL.createObjectURL, HTMLAnchorElement.prototype.click];
    let file;
    URL.createObjectURL = blob => (file = blob, 'about:blank');
    HTMLAnchorElement.prototype.click = function () {
        file.arrayBuffer().then(bytes => done([this.download, new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)]));
    };
    document.getElementById('export').click();
    [URL.createObjectURL, HTMLAnchorElement.prototype.click] = [make, click];";

/// The popup, once it shows as many names.
async fn popup(visit: &Visit, count: usize) -> Result<Vec<String>> {
    visit.browser().open_popup().await?;
    lines(visit, count).await
}

async fn lines(visit: &Visit, count: usize) -> Result<Vec<String>> {
    e2e::wait::until(&format!("{count} kept names"), async || {
        let lines: Vec<String> = visit.ask(LINES).await?;
        Ok((lines.len() == count).then_some(lines))
    })
    .await
}

async fn seek(visit: &Visit, words: &str) -> Result<f64> {
    let seek = format!(
        "const [box, begin] = [document.getElementById('search'), performance.now()];
         box.value = {words:?};
         box.dispatchEvent(new Event('input'));
         document.getElementById('list').getBoundingClientRect();
         return performance.now() - begin;"
    );
    visit.ask(&seek).await
}

/// The exported file: its name and what it holds.
async fn exported(visit: &Visit) -> Result<(String, String)> {
    let saved = visit.browser().session().execute_async(EXPORT, vec![]).await?;
    Ok(saved.convert()?)
}

/// An office's names.
fn of_an_office(count: usize) -> Value {
    let name = |n: usize| json!({ "name": format!("API_client{n}"), "gsp": TERA, "gstin": format!("29ZZZCZ{n:04}Z1ZX"), "day": "2026-11-27" });
    (0..count).map(name).collect()
}

in_both_browsers! {
    async fn a_name_is_kept_when_the_user_says_so_and_never_the_password(visit: &Visit) -> Result<()> {
        visit.start("form", "").await?;
        Newcomer::new(visit).finish().await?;
        visit.guide().press("keep-name").await?;
        visit.guide().when_saying("Kept on this computer").await?;
        let stored = visit.browser().stored().await?;
        let kept = &stored["names"][0];
        let full = format!("API_{API_NAME}");
        ensure!(kept["name"] == full && kept["gsp"] == TERA && kept["gstin"] == GSTIN, "kept: {kept}");
        ensure!(!stored.to_string().contains(API_SECRET), "the password is stored");
        let lines = popup(visit, 1).await?;
        ensure!(lines[0].contains(&full) && lines[0].contains(GSTIN), "the popup shows {lines:?}");
        let (_, file) = exported(visit).await?;
        ensure!(file.contains(&full), "the exported file lacks the name: {file}");
        for secret in [API_SECRET, people::API_OTP, people::PASSWORD] {
            ensure!(!file.contains(secret), "the exported file holds `{secret}`: {file}");
        }
        visit.browser().tell("document.querySelector('#list [data-do=delete]').click();", vec![]).await?;
        self::lines(visit, 0).await?;
        let stored = visit.browser().stored().await?;
        ensure!(stored["names"] == json!([]), "left: {stored}");
        Ok(())
    }

    async fn all_that_belongs_to_a_name_can_be_copied(visit: &Visit) -> Result<()> {
        visit.start("form", "").await?;
        Newcomer::new(visit).finish().await?;
        visit.guide().press("copy-all").await?;
        visit.guide().when_saying("Copied").await?;
        visit.open("/Home/ForgotUserPwd").await?;
        let pasted = visit.hand().paste_into("#txtUserName").await?;
        for part in [API_NAME, TERA, GSTIN] {
            ensure!(pasted.contains(part), "no `{part}` in `{pasted}`");
        }
        ensure!(!pasted.contains(API_SECRET), "the password was copied");
        Ok(())
    }

    async fn five_hundred_names_are_shown_and_sought_without_a_wait(visit: &Visit) -> Result<()> {
        visit.browser().keep(of_an_office(500)).await?;
        popup(visit, 500).await?;
        let took = seek(visit, "client499 tera").await?;
        let lines = lines(visit, 1).await?;
        ensure!(lines[0].contains("API_client499"), "found {lines:?}");
        let back = seek(visit, "").await?;
        // What a person takes for at once, on a machine that is busy with other tests.
        ensure!(took.max(back) < 400.0, "seeking took {took} ms, and showing all again {back} ms");
        Ok(())
    }

    async fn the_exported_file_is_harmless_in_a_spreadsheet(visit: &Visit) -> Result<()> {
        let name = json!({ "name": "=API_x", "gsp": "A \"Ltd\", B", "gstin": GSTIN, "day": "2026-11-27" });
        visit.browser().keep(json!([name])).await?;
        popup(visit, 1).await?;
        let (called, file) = exported(visit).await?;
        ensure!(called == "api-users.csv", "it is called {called}");
        let want = format!(
            "\u{feff}\"GSTIN\",\"API user name\",\"GSP\",\"Noted on\"\r\n\
             \"{GSTIN}\",\"'=API_x\",\"A \"\"Ltd\"\", B\",\"2026-11-27\"\r\n"
        );
        ensure!(file == want, "the file: {file:?}");
        Ok(())
    }

    async fn the_gstins_without_a_name_are_told_and_all_names_can_be_deleted(visit: &Visit) -> Result<()> {
        visit.browser().keep(of_an_office(2)).await?;
        popup(visit, 2).await?;
        let paste = "
            document.getElementById('gstins').value = '29ZZZCZ0001Z1ZX, 33ZZZCZ0000Z1ZX';
            document.getElementById('gstins').dispatchEvent(new Event('input'));
            return document.getElementById('todo').textContent;";
        let missing: String = visit.ask(paste).await?;
        ensure!(missing == "33ZZZCZ0000Z1ZX", "to be done: {missing}");
        let press = "document.getElementById('delete-all').click();";
        visit.browser().tell(press, vec![]).await?;
        ensure!(visit.ask::<Vec<String>>(LINES).await?.len() == 2, "one press deleted all");
        visit.browser().tell(press, vec![]).await?;
        lines(visit, 0).await?;
        Ok(())
    }

    async fn a_broken_store_of_names_is_no_reason_to_lose_the_others(visit: &Visit) -> Result<()> {
        let good = of_an_office(1)[0].clone();
        visit.browser().keep(json!([7, null, { "name": 3 }, good, "x"])).await?;
        let lines = popup(visit, 1).await?;
        ensure!(lines[0].contains("API_client0"), "shown: {lines:?}");
        Ok(())
    }
}
