//! A person's hand: pointer and keys, through WebDriver's actions.

use std::time::Duration;

use anyhow::Result;
use thirtyfour::Key;
use thirtyfour::action_chain::ActionChain;
use thirtyfour::components::SelectElement;
use thirtyfour::prelude::*;

use crate::browser::Browser;
use crate::oracle::oracle;
use crate::wait::until;

/// The middle of what a selector names, scrolled into view; nothing while it is not to be had.
const MIDDLE: &str = "
    const element = [...document.querySelectorAll(arguments[0])].find(one => one.checkVisibility());
    element?.scrollIntoView({ block: 'center', behavior: 'instant' });
    const box = element?.getBoundingClientRect();
    const [x, y] = box ? [box.x + box.width / 2, box.y + box.height / 2] : [];
    return element?.contains(document.elementFromPoint(x, y)) ? [x, y] : null;";

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
        self.click_selected(oracle(target)?.selector).await
    }

    /// Replaces what the focused field holds.
    pub async fn write(&self, text: &str) -> Result<()> {
        let keys = self.with_control("a").send_keys(text);
        self.0.once(async |_| keys.perform().await).await
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

    /// Picks an option of a target's list.
    pub async fn choose(&self, target: &str, option: &str) -> Result<()> {
        let field = oracle(target)?.selector;
        self.0
            .once(async |driver| {
                let list = SelectElement::new(&driver.find(By::Css(field)).await?).await?;
                list.select_by_exact_text(option).await
            })
            .await
    }

    /// The option a target's list has chosen.
    pub async fn chosen(&self, target: &str) -> Result<String> {
        let words = "return document.querySelector(arguments[0])?.selectedOptions[0]?.text.trim() ?? '';";
        self.0.read(words, vec![oracle(target)?.selector.into()]).await
    }

    /// Scrolls until a height of the viewport is in its middle.
    pub(crate) async fn scroll_to(&self, y: f64) -> Result<()> {
        let wheel = "scrollBy({ top: arguments[0] - innerHeight / 2, behavior: 'instant' });";
        self.0.tell(wheel, vec![y.into()]).await
    }

    async fn click_selected(&self, selector: &str) -> Result<()> {
        let [x, y]: [f64; 2] = until(format!("{selector} to be within reach"), async || {
            self.0.at_rest().await?;
            self.0.glance(MIDDLE, vec![selector.into()]).await
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
