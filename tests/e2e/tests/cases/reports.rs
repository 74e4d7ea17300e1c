//! Pages rebuilt from public reports of how the portal and its kin look. The first line of each says what is right.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail, ensure};
use e2e::cases;
use e2e::stage::Stage;

/// Pages that go on changing by themselves: what is true when that is over.
const UNTIL: [(&str, &str); 1] = [("31-box-made-anew", "document.body.innerText.includes('Attempt 6 of 6')")];

/// Where a ring is as right as on the selector's element: around these together.
const OR_AROUND: [(&str, &str); 1] = [("10-otp-six-boxes", ".otp1")];

/// What a page's first line says.
struct Expected<'a> {
    step: &'a str,
    target: &'a str,
    selector: &'a str,
}

impl<'a> Expected<'a> {
    fn read(html: &'a str) -> Result<Self> {
        let line = html.lines().next().and_then(|line| line.strip_prefix("<!-- expect ")?.strip_suffix(" -->"));
        let line = line.context("the first line says nothing")?;
        let (step, rest) = line.split_once(' ').context("no step")?;
        let (target, selector) = rest.split_once(' ').context("no target")?;
        Ok(Self {
            step: step.strip_prefix("step=").context("no step")?,
            target: target.strip_prefix("target=").context("no target")?,
            selector: selector.strip_prefix("selector=").context("no selector")?,
        })
    }

    /// Where the portal has such a page.
    fn path(&self) -> &'static str {
        match (self.step, self.target) {
            ("sign-in", "login-otp") => "/UserAccount/LoginOtp",
            ("sign-in", _) => "/Home/Login",
            (_, "home") => "/UserAccount/CreateSubUser",
            ("api-registration" | "user-credentials" | "create-api-user", _) => "/Home/MainMenu",
            _ => "/ApiRegistration/CreateApiUser",
        }
    }
}

async fn must_be_right(stage: &Stage, name: &str, html: &str) -> Result<()> {
    let expected = Expected::read(html)?;
    let said = format!("{} guiding {}", expected.step, expected.target);
    stage.show(expected.path(), html).await?;
    if let Some((_, over)) = UNTIL.iter().find(|(page, _)| *page == name) {
        stage.when(over).await?;
    }
    stage.says(&said).await?;
    stage.browser().at_rest().await?;
    if let Some((_, around)) = OR_AROUND.iter().find(|(page, _)| *page == name)
        && stage.ring_is_on_nothing_but(around).await.is_ok()
    {
        stage.ring_is_on(around).await?;
    } else {
        stage.ring_is_on(expected.selector).await?;
    }
    stage.holds_still(&said).await
}

cases! {
    /// Every page, with all that is wrong in one answer.
    async fn the_pages_of_reports_are_all_right(stage: &Stage) -> Result<()> {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../fixtures/reports");
        let mut pages = fs::read_dir(folder)?.map(|entry| Ok(entry?.path())).collect::<Result<Vec<_>>>()?;
        pages.retain(|path| path.extension().is_some_and(|end| end == "html"));
        pages.sort();
        ensure!(pages.len() == 16, "{} pages", pages.len());
        let mut wrong = Vec::new();
        for path in &pages {
            let name = path.file_stem().and_then(|stem| stem.to_str()).context("a page without a name")?;
            stage.begin_again().await?;
            if let Err(error) = must_be_right(stage, name, &fs::read_to_string(path)?).await {
                wrong.push(format!("{name}: {error:#}"));
            }
        }
        if !wrong.is_empty() {
            bail!("{} of {} pages are wrong:\n{}", wrong.len(), pages.len(), wrong.join("\n"));
        }
        Ok(())
    }
}
