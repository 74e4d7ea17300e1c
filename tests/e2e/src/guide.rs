//! The guide as it is seen from outside: the contract's attributes, its ring and its callout.

use std::fmt;

use anyhow::{Context, Result, bail, ensure};
use serde::Deserialize;
use thirtyfour::prelude::*;

use crate::browser::{Browser, is_gone};
use crate::oracle::{Oracle, oracle};
use crate::pierce::piercing;
use crate::shadow;
use crate::wait::until;

/// The element the guide adds to the page.
pub const HOST_ELEMENT: &str = "einvoice-api-guide";

/// How far the ring may stand off its target, in CSS pixels ("a few pixels of margin").
const MARGIN: f64 = 16.0;

/// The least the ring must stand off: none, but for rounding.
const ROUNDING: f64 = -1.0;

const LOOK: &str = "
    const guide = document.querySelector(':root > einvoice-api-guide');
    const attribute = name => guide?.getAttribute(`data-${name}`) ?? null;
    return {
        document: performance.timeOrigin,
        path: location.pathname,
        step: attribute('step'),
        state: attribute('state'),
        target: attribute('target'),
        username: attribute('username'),
        password: attribute('password'),
        whole: everywhere('template[data-late]').length === 0 && everywhere(':root[data-listens]').length === 0,
    };";

const MEASURE: &str = "
    const [ring, target, selector] = arguments;
    const tag = element => element ? element.outerHTML.split('>', 1)[0] + '>' : 'nothing';
    const box = ring.getBoundingClientRect();
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
    const under = deepest(x, y);
    const off = inner => [inner.left - box.left, inner.top - box.top, box.right - inner.right, box.bottom - inner.bottom];
    // Of what is wider than the window the ring is around what is seen of it.
    const root = document.documentElement;
    const inView = box => {
        const [left, top] = [Math.max(box.left, 0), Math.max(box.top, 0)];
        const [right, bottom] = [Math.min(box.right, root.clientWidth), Math.min(box.bottom, root.clientHeight)];
        return right > left && bottom > top ? [new DOMRect(left, top, right - left, bottom - top)] : [];
    };
    // A link may be broken over lines.
    const boxes = element => [boxOf(element), ...linesOf(element)].flatMap(box => [box, ...inView(box)]);
    const size = margins => Math.max(...margins.map(Math.abs));
    const wanted = meant(target, selector).filter(element => holds(element, under));
    const pieces = wanted
        .flatMap(element => [element, ...(element.dataset.is ? element.querySelectorAll('*') : [])].filter(seen))
        .flatMap(boxes)
        .map(off)
        .sort((one, other) => size(one) - size(other));
    return {
        x, y,
        shown: ring.checkVisibility({ visibilityProperty: true }) && box.width > 0 && box.height > 0,
        in_view: x >= 0 && y >= 0 && x < innerWidth && y < innerHeight,
        under: tag(under),
        margins: pieces[0] ?? null,
        words: wanted[0]?.textContent ?? '',
        catches: getComputedStyle(ring).pointerEvents !== 'none',
    };";

/// What the callout covers of what it must leave free: its target, the field in use, what the portal has to say.
const COVERED: &str = "
    const [callout, target, selector] = arguments;
    const box = callout.getBoundingClientRect();
    const overlaps = element => {
        const other = boxOf(element);
        const across = Math.min(box.right, other.right) - Math.max(box.left, other.left);
        const down = Math.min(box.bottom, other.bottom) - Math.max(box.top, other.top);
        return across > 1 && down > 1;
    };
    const used = focused()?.matches('input, select, textarea') ? focused() : null;
    const messages = [...document.querySelectorAll('.alert, .divError, [role=alert]')];
    const targets = target ? meant(target, selector).slice(0, 1) : [];
    return [...targets, used, ...messages].filter(element => element && seen(element) && overlaps(element))
        .map(element => element.outerHTML.split('>', 1)[0] + '>');";

/// What the contract's attributes say at one moment.
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub struct Sight {
    /// Which page load this is: the moment it began.
    pub document: f64,
    /// The path of the page.
    pub path: String,
    /// `data-step`.
    pub step: Option<String>,
    /// `data-state`.
    pub state: Option<String>,
    /// `data-target`.
    pub target: Option<String>,
    /// `data-username`.
    pub username: Option<String>,
    /// `data-password`.
    pub password: Option<String>,
    /// Have all parts of the page come that come late, on a made-up portal, and does it listen?
    pub whole: bool,
}

impl Sight {
    /// Is the guide at this step?
    pub fn at(&self, step: &str) -> bool {
        self.step.as_deref() == Some(step)
    }

    /// Is the guide in this state?
    pub fn is(&self, state: &str) -> bool {
        self.state.as_deref() == Some(state)
    }

    /// Is there a ring on this target?
    pub fn rings(&self, target: &str) -> bool {
        self.is("guiding") && self.target.as_deref() == Some(target)
    }

    /// Is there a ring at all?
    pub fn rings_something(&self) -> bool {
        self.is("guiding") && self.target.is_some()
    }

    /// Does it tell a newcomer the same as `other`: same page load, same words to act upon?
    pub fn tells_the_same_as(&self, other: &Self) -> bool {
        let gist = |sight: &Self| (sight.step.clone(), sight.state.clone(), sight.target.clone());
        self.document == other.document && gist(self) == gist(other)
    }
}

impl fmt::Display for Sight {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let said = |attribute: &Option<String>| attribute.clone().unwrap_or_else(|| "-".to_owned());
        write!(f, "{} {} {} on {}", said(&self.step), said(&self.state), said(&self.target), self.path)
    }
}

/// The ring at rest, and what lies under its centre.
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub struct Ring {
    /// The centre, in the viewport.
    pub x: f64,
    /// The centre, in the viewport.
    pub y: f64,
    /// Can it be seen?
    pub shown: bool,
    /// Is its centre on the screen?
    pub in_view: bool,
    /// The tag of the element under the centre.
    pub under: String,
    /// How far it stands off the wanted element, or the piece of it that it fits best: left, top, right, bottom. None
    /// when it is not on it.
    pub margins: Option<[f64; 4]>,
    /// The words it is around, where it is on the wanted element.
    pub words: String,
    /// Does it take the pointer's clicks away from the page?
    pub catches: bool,
}

impl Ring {
    /// Checks that the ring is where the oracle says, snugly, and out of the pointer's way.
    pub fn must_be_on(&self, wanted: Oracle) -> Result<()> {
        let name = wanted.target;
        ensure!(self.shown, "the ring for {name} cannot be seen");
        ensure!(!self.catches, "the ring for {name} catches the pointer");
        let Some(margins) = self.margins else {
            bail!("the ring for {name} is on {}, not on {}", self.under, wanted.selector);
        };
        ensure!(
            margins.iter().all(|margin| (ROUNDING..=MARGIN).contains(margin)),
            "the ring for {name} does not fit: {margins:?} px (left, top, right, bottom)"
        );
        Ok(())
    }
}

/// The guide on the page of a browser.
pub struct Guide<'a>(pub(crate) &'a Browser);

impl Guide<'_> {
    /// What it says now.
    pub async fn look(&self) -> Result<Sight> {
        self.0.read(&piercing(LOOK), vec![]).await
    }

    /// Waits until what it says satisfies `there`.
    pub async fn when(&self, what: &str, there: impl Fn(&Sight) -> bool) -> Result<Sight> {
        let (script, mut last) = (piercing(LOOK), None);
        let seen = until(what, async || {
            let Some(sight) = self.0.glance::<Sight>(&script, vec![]).await? else {
                return Ok(None);
            };
            last = Some(sight.clone());
            Ok(there(&sight).then_some(sight))
        })
        .await;
        seen.with_context(|| match last {
            Some(sight) => format!("the guide says: {sight}"),
            None => "the guide was never looked at".to_owned(),
        })
    }

    /// The ring once it stands still, for a target.
    pub async fn ring(&self, target: &str) -> Result<Ring> {
        let wanted = oracle(target)?;
        let mut last = None;
        until(format!("the ring on {target} to stand still"), async || {
            let now = self.measure(wanted).await?;
            let still = now.is_some() && now == last;
            last.clone_from(&now);
            Ok(now.filter(|_| still))
        })
        .await
    }

    /// Does the guide show a ring, whatever it says?
    pub async fn shows_a_ring(&self) -> Result<bool> {
        let shown = "return arguments[0].checkVisibility({ visibilityProperty: true })
            && arguments[0].getBoundingClientRect().width > 0;";
        match self.part("[part=ring]").await? {
            Some(ring) => self.0.read(shown, vec![ring.to_json()?]).await,
            None => Ok(false),
        }
    }

    /// The words of the callout, as shown.
    pub async fn words(&self) -> Result<String> {
        self.text_of("[part=callout]").await
    }

    /// Waits until the callout's words hold these.
    pub async fn when_saying(&self, words: &str) -> Result<()> {
        let mut last = String::new();
        let said = until(format!("the words `{words}`"), async || {
            last = self.words().await?;
            Ok(last.contains(words).then_some(()))
        })
        .await;
        said.with_context(|| format!("the guide says: {last}"))
    }

    /// Waits until the callout's words, as they are seen, hold these no more.
    pub async fn when_not_saying(&self, words: &str) -> Result<()> {
        until(format!("the words `{words}` to go"), async || Ok((!self.words().await?.contains(words)).then_some(())))
            .await
    }

    /// What the callout covers of its target, the field in use and the portal's messages.
    pub async fn covered(&self, target: Option<&str>) -> Result<Vec<String>> {
        let callout = until("the callout", async || self.part("[part=callout]").await).await?;
        let [target, selector] = match target {
            Some(target) => oracle(target)?.arguments(),
            None => [serde_json::Value::Null, serde_json::Value::Null],
        };
        self.0.read(&piercing(COVERED), vec![callout.to_json()?, target, selector]).await
    }

    /// The full name it gives at the end.
    pub async fn name(&self) -> Result<String> {
        self.text_of("[part=name]").await
    }

    /// The password that it made.
    pub async fn secret(&self) -> Result<String> {
        self.text_of("[part=secret]").await
    }

    /// What a part is and is called to a screen reader, by its selector in the root.
    pub async fn role_and_name(&self, selector: &str) -> Result<[String; 2]> {
        let part = until(selector, async || self.part(selector).await).await?;
        self.0.attended(async |_| shadow::role_and_name(&part).await).await
    }

    /// What the button that has the focus does; nothing where none has it.
    pub async fn focused(&self) -> Result<Option<String>> {
        let Some(button) = self.part("button:focus").await? else { return Ok(None) };
        self.0.glance("return arguments[0].dataset.do;", vec![button.to_json()?]).await
    }

    /// Presses a button of the callout.
    pub async fn press(&self, what: &str) -> Result<()> {
        let selector = format!("button[data-do='{what}']");
        if matches!(what, "undo" | "select" | "use-successor") {
            self.0.ask_again();
        }
        let button = until(format!("the button `{what}`"), async || self.part(&selector).await).await?;
        self.0.once(async |_| button.click().await).await
    }

    /// The text of a part, which may go and come again between finding and reading it.
    async fn text_of(&self, selector: &str) -> Result<String> {
        until(selector, async || {
            let Some(part) = self.part(selector).await? else { return Ok(None) };
            match self.0.glance("return arguments[0].innerText;", vec![part.to_json()?]).await {
                Err(error) if error.downcast_ref().is_some_and(is_gone) => Ok(None),
                text => text,
            }
        })
        .await
    }

    pub(crate) async fn measure(&self, wanted: Oracle) -> Result<Option<Ring>> {
        let Some(ring) = self.part("[part=ring]").await? else {
            return Ok(None);
        };
        let [target, selector] = wanted.arguments();
        let (script, args) = (piercing(MEASURE), vec![ring.to_json()?, target, selector]);
        let measured = self.0.attended(async |driver| driver.execute(&script, args.clone()).await).await;
        match measured {
            Ok(value) => Ok(value.convert()?),
            Err(error) if error.downcast_ref().is_some_and(is_gone) => Ok(None),
            Err(error) => Err(error),
        }
    }

    /// Something inside the guide's closed root, which only WebDriver may enter.
    pub(crate) async fn part(&self, selector: &str) -> Result<Option<WebElement>> {
        let found = self
            .0
            .attended(async |driver| {
                let host = driver.find(By::Css(HOST_ELEMENT)).await?;
                shadow::find(&host, selector).await
            })
            .await;
        match found {
            Ok(part) => Ok(Some(part)),
            Err(error) if error.downcast_ref().is_some_and(is_gone) => Ok(None),
            Err(error) => Err(error),
        }
    }
}
