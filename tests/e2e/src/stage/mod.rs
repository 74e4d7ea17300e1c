//! A stage: one browser for many cases, each in a fresh tab, on pages that the case itself lays out.
//!
//! Everything is judged by states. That the guide has had its turn after a change is known by a curtain: it is drawn, the
//! guide lets go of its ring, it is taken away, the guide says what it has to say.

mod pages;
mod said;
mod theatre;

use std::cell::Cell;
use std::time::Duration;

use anyhow::{Context, Result, bail, ensure};
use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use thirtyfour::WindowHandle;
use thirtyfour::prelude::*;

pub use pages::Asked;
use pages::Pages;
use said::Said;
pub use theatre::{Case, Theatre};

use crate::browser::{Browser, Kind, is_gone};
use crate::extension::unpacked;
use crate::guide::{Guide, Sight};
use crate::hand::Hand;
use crate::pierce::piercing;
use crate::recorder;
pub use crate::recorder::Acts;
use crate::site::Site;
use crate::wait::until_within;

/// How long the guide may take to say what it has to say: the page is on this machine, but other tests may be too.
const PATIENCE: Duration = Duration::from_secs(6);

/// How long a page may take to load: one that goes on loading for ever is a failure, and soon known.
const ARRIVAL: Duration = Duration::from_secs(12);

/// How far the ring may stand off its target, in CSS pixels, and how far rounding may bring it in.
const MARGINS: std::ops::RangeInclusive<f64> = -2.0..=16.0;

/// A line of text more, which means nothing.
const NUDGE: &str = "(document.body ?? document.documentElement).append(document.createTextNode(' '));";

const DRAW_CURTAIN: &str = "
    const curtain = document.createElement('div');
    curtain.id = 'curtain-of-the-case';
    curtain.style.cssText = 'position:fixed;inset:0;z-index:2147483647;background:#fff';
    curtain.textContent = 'Please wait...';
    document.body.append(curtain);";

const TAKE_CURTAIN_AWAY: &str = "document.getElementById('curtain-of-the-case').remove();";

/// The public home page, to end a page on which nothing may happen: the guide says something of it soon.
const MARKER: &str = "
    history.replaceState(null, '', '/');
    document.title = 'e-Invoice System';
    document.body.innerHTML = '<h3>e-Invoice System</h3><h5>Latest Updates</h5><p><a id=\"marker\" href=\"#\">Login</a></p>';
    scrollTo(0, 0);";

const MEASURE: &str = "
    const [ring, selector] = arguments;
    const box = ring.getBoundingClientRect();
    const clipped = element => {
        let { left, top, right, bottom } = element.getBoundingClientRect();
        for (let up = parentOf.call(element); up instanceof Element; up = parentOf.call(up)) {
            if (getComputedStyle(up).overflow !== 'visible') {
                // Its scroll bars are not what it shows.
                const clip = Element.prototype.getBoundingClientRect.call(up);
                const [x, y] = [clip.left + up.clientLeft, clip.top + up.clientTop];
                [left, top] = [Math.max(left, x), Math.max(top, y)];
                [right, bottom] = [Math.min(right, x + up.clientWidth), Math.min(bottom, y + up.clientHeight)];
            }
        }
        const [x, y] = origin(element);
        return new DOMRect(left + x, top + y, Math.max(0, right - left), Math.max(0, bottom - top));
    };
    const wanted = everywhere(selector).filter(seen);
    const all = wanted.map(boxOf);
    const around = all.length > 1 ? [DOMRect.fromRect({
        x: Math.min(...all.map(one => one.left)),
        y: Math.min(...all.map(one => one.top)),
        width: Math.max(...all.map(one => one.right)) - Math.min(...all.map(one => one.left)),
        height: Math.max(...all.map(one => one.bottom)) - Math.min(...all.map(one => one.top)),
    })] : [];
    const off = one => [one.left - box.left, one.top - box.top, box.right - one.right, box.bottom - one.bottom];
    const size = margins => Math.max(...margins.map(Math.abs));
    const boxes = [...all, ...wanted.map(clipped), ...wanted.flatMap(linesOf), ...around];
    const margins = boxes.map(off).sort((one, other) => size(one) - size(other))[0] ?? null;
    const under = deepest(box.x + box.width / 2, box.y + box.height / 2);
    return {
        shown: ring.checkVisibility({ visibilityProperty: true }) && box.width > 0 && box.height > 0,
        area: [box.left, box.top, box.width, box.height],
        margins,
        hits: around.length > 0 || wanted.some(element => holds(element, under)),
        under: under ? under.outerHTML.split('>', 1)[0].slice(0, 80) + '>' : 'nothing',
    };";

/// The ring at one moment, beside what it should be on.
#[derive(Debug, Clone, PartialEq, Deserialize)]
struct Ring {
    shown: bool,
    area: [f64; 4],
    margins: Option<[f64; 4]>,
    hits: bool,
    under: String,
}

impl Ring {
    fn fits(&self) -> bool {
        self.shown && self.hits && self.margins.is_some_and(|all| all.iter().all(|one| MARGINS.contains(one)))
    }
}

/// A browser with the extension, and pages under the portal's name.
pub struct Stage {
    pages: Pages,
    site: Site,
    browser: Browser,
    lobby: WindowHandle,
    asked_again: Cell<bool>,
}

impl Stage {
    /// Starts both.
    pub(crate) async fn build() -> Result<Self> {
        let pages = Pages::default();
        let site = Site::with_pages(pages.router()).await?;
        let browser = Browser::launch(Kind::Chromium, &site, Some(&unpacked(Kind::Chromium)?)).await?;
        browser.session().set_page_load_timeout(ARRIVAL).await?;
        let lobby = browser.session().window().await?;
        Ok(Self { pages, site, browser, lobby, asked_again: Cell::default() })
    }

    /// Ends both.
    pub(crate) async fn pull_down(self) -> Result<()> {
        self.browser.end().await
    }

    /// A fresh tab, in which nothing has happened yet.
    pub(crate) async fn begin(&self) -> Result<()> {
        self.pages.clear();
        self.asked_again.set(false);
        let session = self.browser.session();
        let tab = session.new_tab().await?;
        session.switch_to_window(tab).await?;
        self.browser.begin_with(recorder::SCRIPT).await
    }

    /// Closes the tab. In it the guide may have acted once on each thing, unless the case asked for more.
    pub(crate) async fn end(&self) -> Result<()> {
        let session = self.browser.session();
        self.browser.answer_alerts().await?;
        session.close_window().await?;
        Ok(session.switch_to_window(self.lobby.clone()).await?)
    }

    /// Another fresh tab in place of this one: another visit.
    pub async fn begin_again(&self) -> Result<()> {
        self.end().await?;
        self.begin().await
    }

    /// The browser.
    pub fn browser(&self) -> &Browser {
        &self.browser
    }

    /// The guide on the browser's page.
    pub fn guide(&self) -> Guide<'_> {
        Guide(&self.browser)
    }

    /// The hand of a person at this browser.
    pub fn hand(&self) -> Hand<'_> {
        Hand(&self.browser)
    }

    /// Answers each request for this path with this page, whatever its method.
    pub fn lay(&self, path: &str, html: &str) {
        self.pages.lay(path, html, Duration::ZERO);
    }

    /// The same, after a while.
    pub fn lay_slowly(&self, path: &str, html: &str, after: Duration) {
        self.pages.lay(path, html, after);
    }

    /// Lays a page and opens it.
    pub async fn show(&self, path: &str, html: &str) -> Result<()> {
        self.lay(path, html);
        self.open(path).await
    }

    /// Opens a page that was laid under this machine's own name, where the extension is not at home.
    pub async fn open_without_the_guide(&self, path: &str) -> Result<()> {
        self.browser.open(&format!("https://127.0.0.1:{}{path}", self.site.port())).await
    }

    /// Opens a page that was laid.
    pub async fn open(&self, path: &str) -> Result<()> {
        self.browser.open(&self.site.address(Kind::Chromium, path)).await
    }

    /// How often this was asked for.
    pub fn asked(&self, method: Asked, path: &str) -> usize {
        self.pages.asked(method, path)
    }

    /// Runs a script of the page's own.
    pub async fn run(&self, script: &str) -> Result<()> {
        self.browser.tell(script, vec![]).await
    }

    /// Asks the page. The script must only read; while it says null, it is asked again.
    pub async fn ask<T: DeserializeOwned>(&self, script: &str) -> Result<T> {
        self.browser.read(&piercing(script), vec![]).await
    }

    /// Waits until this expression is true on the page.
    pub async fn when(&self, expression: &str) -> Result<()> {
        let script = piercing(&format!("return Boolean({expression});"));
        until_within(PATIENCE * 2, expression, async || {
            Ok(self.browser.glance::<bool>(&script, vec![]).await?.filter(|there| *there))
        })
        .await
        .map(drop)
    }

    /// Waits until the guide says this: step, state and target, each a word, several with `|` between, `-` for none or
    /// `*` for whatever it be; `!` before it turns it round.
    pub async fn says(&self, wanted: &str) -> Result<Sight> {
        let said = Said::parse(wanted)?;
        let mut last = None;
        let seen = until_within(PATIENCE, format!("`{wanted}`"), async || {
            last = self.glance().await?;
            Ok(last.clone().filter(|sight| said.is(sight)))
        })
        .await;
        seen.with_context(|| format!("the guide says `{}`", last.map(|sight| sight.to_string()).unwrap_or_default()))
    }

    /// Whether the guide says this now.
    pub async fn must_say(&self, wanted: &str) -> Result<()> {
        let said = Said::parse(wanted)?;
        let now = self.look().await?;
        ensure!(said.is(&now), "the guide says `{now}`, not `{wanted}`");
        Ok(())
    }

    /// What the guide says now.
    pub async fn look(&self) -> Result<Sight> {
        self.guide().look().await
    }

    /// Waits until the guide says this with its ring on what the selector finds (any of it, or all of it together).
    pub async fn rings(&self, wanted: &str, selector: &str) -> Result<()> {
        self.says(wanted).await?;
        self.ring_is_on(selector).await
    }

    /// Waits until the ring stands still, snugly on what the selector finds.
    pub async fn ring_is_on(&self, selector: &str) -> Result<()> {
        let mut last = None;
        let outcome = until_within(PATIENCE, format!("the ring on {selector}"), async || {
            let now = self.measure(selector).await?;
            let still = now.is_some() && now == last;
            last.clone_from(&now);
            Ok(now.filter(|ring| still && ring.fits()))
        })
        .await;
        outcome.map(drop).with_context(|| format!("the ring: {last:?}"))
    }

    /// Whether there is no ring, or one on what the selector finds.
    pub async fn ring_is_on_nothing_but(&self, selector: &str) -> Result<()> {
        match self.measure(selector).await? {
            Some(ring) if ring.shown && !ring.fits() => bail!("the ring is not on {selector}: {ring:?}"),
            _ => Ok(()),
        }
    }

    /// Waits until no ring can be seen.
    pub async fn no_ring(&self) -> Result<()> {
        until_within(PATIENCE, "the ring to go", async || {
            Ok((!self.measure(":root").await?.is_some_and(|ring| ring.shown)).then_some(()))
        })
        .await
    }

    /// The guide goes on saying this: through two turns with a curtain between them, and after one change more.
    pub async fn holds(&self, wanted: &str) -> Result<()> {
        self.says(wanted).await?;
        self.curtain().await?;
        self.says(wanted).await?;
        self.holds_still(wanted).await
    }

    /// The same without a curtain, where that would be in the way: after two changes that mean nothing.
    pub async fn holds_still(&self, wanted: &str) -> Result<()> {
        let before = self.trail().await?.len();
        self.says(wanted).await?;
        for _ in 0..2 {
            self.run(NUDGE).await?;
            self.browser.at_rest().await?;
            self.must_say(wanted).await?;
        }
        let said = Said::parse(wanted)?;
        let wrong = self.trail().await?.into_iter().skip(before).find(|seen| !said.is_of(seen));
        ensure!(wrong.is_none(), "in between the guide said `{}`", wrong.unwrap_or_default());
        Ok(())
    }

    /// Draws a curtain over the page and takes it away once the guide has seen it.
    pub async fn curtain(&self) -> Result<()> {
        self.run(DRAW_CURTAIN).await?;
        self.says("* !guiding *").await.context("under a curtain")?;
        self.run(TAKE_CURTAIN_AWAY).await
    }

    /// Turns the page into one of which the guide says something for certain. Whatever it had to do before is done.
    pub async fn ends(&self) -> Result<()> {
        self.run(MARKER).await?;
        self.rings("sign-in guiding login-button", "#marker").await.context("at the end of the page")
    }

    /// Everything the guide said in this document, in its order.
    pub async fn trail(&self) -> Result<Vec<String>> {
        self.ask("return window.__trail ?? [];").await
    }

    /// Whether the guide never said this in this document.
    pub async fn never_said(&self, wanted: &str) -> Result<()> {
        let said = Said::parse(wanted)?;
        let trail = self.trail().await?;
        ensure!(!trail.iter().any(|seen| said.is_of(seen)), "the guide said {trail:?}");
        Ok(())
    }

    /// From here on the guide may act again in this case: somebody asks it to.
    pub fn somebody_asks_for_more(&self) {
        self.asked_again.set(true);
    }

    /// Whether somebody asked it to.
    pub(crate) fn may_act_again(&self) -> bool {
        self.asked_again.get()
    }

    /// How often the guide acted in this tab.
    pub async fn acts(&self) -> Result<Acts> {
        self.ask(recorder::ACTS).await
    }

    /// Whether the guide acted so often in this tab: on the channel, and on the list.
    pub async fn must_have_acted(&self, channel: u32, gsp: u32) -> Result<()> {
        let acts = self.acts().await?;
        ensure!(acts == Acts { channel, gsp }, "the guide acted: {acts:?}, not {channel} and {gsp} times");
        Ok(())
    }

    /// The words of the callout.
    pub async fn words(&self) -> Result<String> {
        self.guide().words().await
    }

    /// Waits until the callout's words satisfy `test`.
    pub async fn when_words(&self, what: &str, test: impl Fn(&str) -> bool) -> Result<()> {
        let mut last = String::new();
        let outcome = until_within(PATIENCE * 2, what, async || {
            last = self.words().await?;
            Ok(test(&last).then_some(()))
        })
        .await;
        outcome.with_context(|| format!("the words: {last}"))
    }

    /// Presses a button of the callout.
    pub async fn press(&self, what: &str) -> Result<()> {
        self.guide().press(what).await
    }

    /// A person presses what the selector finds.
    pub async fn click(&self, selector: &str) -> Result<()> {
        self.browser.once(async |driver| driver.find(By::Css(selector)).await?.click().await).await
    }

    /// A person types into what the selector finds.
    pub async fn types(&self, selector: &str, text: &str) -> Result<()> {
        self.browser.once(async |driver| driver.find(By::Css(selector)).await?.send_keys(text).await).await
    }

    /// Does something by the browser's own protocol.
    pub async fn protocol(&self, command: &str, params: Value) -> Result<Value> {
        self.browser.protocol(command, params).await
    }

    /// A picture of what is seen, as bytes: the same for the same.
    pub async fn picture(&self) -> Result<Vec<u8>> {
        Ok(self.browser.session().screenshot_as_png().await?)
    }

    /// Evaluates in the world of the extension's script on this page, where only the guide is at home.
    pub async fn in_the_guides_world(&self, expression: &str) -> Result<Value> {
        const SOME: i64 = 400;
        for context in 1..SOME {
            let asked = json!({ "expression": "Boolean(globalThis.chrome?.runtime?.id) && location.protocol === 'https:'",
                "contextId": context, "returnByValue": true });
            let answer = self.protocol("Runtime.evaluate", asked).await;
            if answer.is_ok_and(|answer| answer["result"]["value"] == true) {
                let done = json!({ "expression": expression, "contextId": context, "returnByValue": true });
                return self.protocol("Runtime.evaluate", done).await;
            }
        }
        bail!("the guide's world is not to be found")
    }

    /// Sends the guide a message as the popup does, from a tab beside this one, and comes back. Whatever it answers.
    pub async fn ask_as_the_popup(&self, message: &str) -> Result<()> {
        const SEND: &str = "
            const [message, done] = arguments;
            const ask = tab => chrome.tabs.sendMessage(tab.id, message).catch(() => null);
            chrome.tabs.query({}).then(all => Promise.all(all.map(ask))).then(() => done(true));";
        let session = self.browser.session();
        let here = session.window().await?;
        let beside = session.new_tab().await?;
        session.switch_to_window(beside).await?;
        self.browser.open_popup().await?;
        let outcome = session.execute_async(SEND, vec![message.into()]).await;
        session.close_window().await?;
        session.switch_to_window(here).await?;
        Ok(outcome.map(drop)?)
    }

    /// What the guide says, unless the page is being left.
    async fn glance(&self) -> Result<Option<Sight>> {
        Ok(Some(self.look().await?))
    }

    async fn measure(&self, selector: &str) -> Result<Option<Ring>> {
        let Some(ring) = self.guide().part("[part=ring]").await? else { return Ok(None) };
        let (script, args) = (piercing(MEASURE), vec![ring.to_json()?, selector.into()]);
        match self.browser.attended(async |driver| driver.execute(&script, args.clone()).await).await {
            Ok(value) => Ok(value.convert()?),
            Err(error) if error.downcast_ref().is_some_and(is_gone) => Ok(None),
            Err(error) => Err(error),
        }
    }
}
