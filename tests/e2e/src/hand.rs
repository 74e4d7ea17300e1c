//! A person's hand: pointer and keys, through WebDriver's actions.

use std::time::Duration;

use anyhow::Result;
use serde::Deserialize;
use serde_json::Value;
use thirtyfour::Key;
use thirtyfour::action_chain::ActionChain;
use thirtyfour::prelude::*;

use crate::browser::Browser;
use crate::oracle::oracle;
use crate::pierce::piercing;
use crate::wait::until;

/// The middle of `element`, scrolled into view; nothing while it is not to be had.
const MIDDLE: &str = "
    element?.scrollIntoView({ block: 'center', behavior: 'instant' });
    const box = element && boxOf(element);
    const [x, y] = box ? [box.x + box.width / 2, box.y + box.height / 2] : [];
    return element && holds(element, deepest(x, y)) ? [x, y] : null;";

/// What a selector names.
const SELECTED: &str = "
    const element = everywhere(arguments[0]).find(one => one.checkVisibility());";

/// What a target means.
const MEANT: &str = "
    const element = meant(arguments[0], arguments[1]).find(one => one.checkVisibility());";

/// The entry of an opened list.
const ENTRY: &str = "
    const element = everywhere('[role=option]').find(one => said(one) === arguments[0] && seen(one));";

/// How a target's list is chosen from: whether it is a list of the browser's own, and in which frame it is, if in one.
const LIST: &str = "
    const list = meant(arguments[0], arguments[1])[0];
    const frame = list?.ownerDocument.defaultView.frameElement ?? null;
    return list ? { native: list.localName === 'select', frame } : null;";

/// The option of a target's list with these words.
const OPTION: &str = "
    const list = meant(arguments[0], arguments[1]).find(one => one.localName === 'select');
    return [...list.options].find(option => said(option) === arguments[2]);";

/// How every API user's name begins.
const PREFIX: &str = "API_";

/// A target's list, as [`LIST`] tells of it.
#[derive(Deserialize)]
struct List {
    native: bool,
    frame: Option<Value>,
}

/// The hand at a browser.
pub struct Hand<'a>(pub(crate) &'a Browser);

impl Hand<'_> {
    /// Clicks at a point of the viewport.
    pub async fn click(&self, x: f64, y: f64) -> Result<()> {
        let pointer = self.actions().move_to(x.round() as i64, y.round() as i64).click();
        self.0.once(async |_| pointer.perform().await).await
    }

    /// Clicks on a target without asking the guide where it is.
    pub async fn click_on(&self, target: &str) -> Result<()> {
        self.click_found(target, MEANT, oracle(target)?.arguments().to_vec()).await
    }

    /// Replaces what the focused field holds.
    pub async fn write(&self, text: &str) -> Result<()> {
        let keys = self.with_control("a").send_keys(text);
        self.0.once(async |_| keys.perform().await).await
    }

    /// What a person leaves standing in the focused field: the start of the name, where the field holds it.
    pub(crate) async fn prefix(&self) -> Result<&'static str> {
        let held: String = self.0.read(&piercing("return focused().value ?? '';"), vec![]).await?;
        Ok(if held.starts_with(PREFIX) { PREFIX } else { "" })
    }

    /// Types into a target without asking the guide where it is.
    pub async fn type_into(&self, target: &str, text: &str) -> Result<()> {
        self.click_on(target).await?;
        self.write(text).await
    }

    /// Pastes into a field and tells what it then holds.
    pub async fn paste_into(&self, selector: &str) -> Result<String> {
        self.click_selected(selector).await?;
        let keys = self.with_control("v");
        self.0.once(async |_| keys.perform().await).await?;
        self.0.read("return document.activeElement.value;", vec![]).await
    }

    /// Presses a key.
    pub async fn press(&self, key: Key) -> Result<()> {
        let keys = self.actions().send_keys(key);
        self.0.once(async |_| keys.perform().await).await
    }

    /// Goes back by one with the Tab key.
    pub async fn press_shift_tab(&self) -> Result<()> {
        let keys = self.actions().key_down(Key::Shift).send_keys(Key::Tab).key_up(Key::Shift);
        self.0.once(async |_| keys.perform().await).await
    }

    /// Presses the keys that lead to the callout, and back to the page.
    pub async fn go_to_the_callout(&self) -> Result<()> {
        let held = self.actions().key_down(Key::Alt).key_down(Key::Shift);
        let keys = held.send_keys("g").key_up(Key::Shift).key_up(Key::Alt);
        self.0.once(async |_| keys.perform().await).await
    }

    /// Picks an option of a target's list: of the browser's own, or of one that the page has drawn in its place.
    pub async fn choose(&self, target: &str, option: &str) -> Result<()> {
        let option = option.split_whitespace().collect::<Vec<_>>().join(" ");
        let wanted = oracle(target)?.arguments();
        let List { native, frame } = self.0.read(&piercing(LIST), wanted.to_vec()).await?;
        if native {
            self.0.has_chosen();
            return self.choose_native(wanted, &option, frame).await;
        }
        self.click_on(target).await?;
        self.click_found(&option, ENTRY, vec![option.as_str().into()]).await
    }

    /// Picks an option where the browser draws the list itself, which WebDriver only does inside the list's frame.
    async fn choose_native(&self, [target, selector]: [Value; 2], option: &str, frame: Option<Value>) -> Result<()> {
        self.0
            .once(async |driver| {
                if let Some(frame) = frame {
                    WebElement::from_json(frame, driver.handle().clone())?.enter_frame().await?;
                }
                let found = driver.execute(piercing(OPTION), vec![target, selector, option.into()]).await?;
                let clicked = found.element()?.click().await;
                driver.enter_default_frame().await?;
                clicked
            })
            .await
    }

    /// The option a target's list has chosen.
    pub async fn chosen(&self, target: &str) -> Result<String> {
        let words = piercing("return meant(arguments[0], arguments[1])[0]?.selectedOptions?.[0]?.text.trim() ?? '';");
        self.0.read(&words, oracle(target)?.arguments().to_vec()).await
    }

    /// Scrolls until a height of the viewport is in its middle.
    pub(crate) async fn scroll_to(&self, y: f64) -> Result<()> {
        let wheel = "scrollBy({ top: arguments[0] - innerHeight / 2, behavior: 'instant' });";
        self.0.tell(wheel, vec![y.into()]).await
    }

    async fn click_selected(&self, selector: &str) -> Result<()> {
        self.click_found(selector, SELECTED, vec![selector.into()]).await
    }

    /// Clicks in the middle of what a script finds.
    async fn click_found(&self, what: &str, search: &str, args: Vec<Value>) -> Result<()> {
        let script = piercing(&format!("{search}{MIDDLE}"));
        let [x, y]: [f64; 2] = until(format!("{what} to be within reach"), async || {
            self.0.at_rest().await?;
            self.0.glance(&script, args.clone()).await
        })
        .await?;
        self.click(x, y).await
    }

    fn with_control(&self, key: &str) -> ActionChain {
        self.actions().key_down(Key::Control).send_keys(key).key_up(Key::Control)
    }

    /// Actions at a machine's pace: every wait between them is for a state.
    fn actions(&self) -> ActionChain {
        let session = self.0.session();
        session.action_chain_with_delay(Some(Duration::ZERO), Some(Duration::ZERO))
    }
}
