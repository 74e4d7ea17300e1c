//! A test's world: a practice portal and a browser on it.

use std::fs;
use std::path::PathBuf;

use anyhow::{Error, Result, ensure};
use practice_portal::HOSTS;
use serde_json::Value;
use tempfile::TempDir;

use crate::browser::{Browser, Kind};
use crate::extension::{opened, unpacked};
use crate::guide::{Guide, Sight};
use crate::hand::Hand;
use crate::recorder;
use crate::site::{HOST, Records, Site};

/// A browser on a practice portal.
pub struct Visit {
    site: Site,
    browser: Browser,
    /// The copy of the extension, where it is another than the one that ships.
    _extension: Option<TempDir>,
}

impl Visit {
    /// Opens a portal and a browser with the extension.
    pub async fn begin(kind: Kind) -> Result<Self> {
        let site = Site::open().await?;
        let browser = Browser::launch(kind, &site, Some(&unpacked(kind)?)).await?;
        if kind == Kind::Chromium {
            browser.begin_with(recorder::SCRIPT).await?;
            browser.begin_with(recorder::BEGINS_ANEW).await?;
        }
        Ok(Self { site, browser, _extension: None })
    }

    /// Opens a portal and a browser with the extension, its root open to the page.
    pub async fn begin_with_open_root(kind: Kind) -> Result<Self> {
        let site = Site::open().await?;
        let extension = opened(kind)?;
        let browser = Browser::launch(kind, &site, Some(extension.path())).await?;
        Ok(Self { site, browser, _extension: Some(extension) })
    }

    /// Opens a portal and a browser without the extension, to compare with.
    pub async fn begin_without_extension(kind: Kind) -> Result<Self> {
        let site = Site::open().await?;
        let browser = Browser::launch(kind, &site, None).await?;
        Ok(Self { site, browser, _extension: None })
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

    /// What the guide says now.
    pub async fn look(&self) -> Result<Sight> {
        self.guide().look().await
    }

    /// Opens a page of the portal.
    pub async fn open(&self, path: &str) -> Result<()> {
        let address = self.site.address(self.browser.kind(), path);
        self.browser.open(&address).await
    }

    /// Opens a page of the portal under its second name.
    pub async fn open_on_second_host(&self, path: &str) -> Result<()> {
        let address = self.site.address(self.browser.kind(), path);
        self.browser.open(&address.replace(HOST, HOSTS[1])).await
    }

    /// Begins at a screen (`home`, `login-otp`, `contacts`, `menu`, `otp`, `form`, `done`) with the switches set.
    pub async fn start(&self, at: &str, switches: &str) -> Result<()> {
        self.open(&format!("/practice/start?at={at}&{switches}")).await
    }

    /// Sets switches, then shows a page.
    pub async fn set(&self, switches: &str, then: &str) -> Result<()> {
        self.open(&format!("/practice/set?{switches}&to={then}")).await
    }

    /// The portal's notes on this browser's session.
    pub async fn records(&self) -> Result<Records> {
        self.site.records(&self.browser.cookies().await?).await
    }

    /// Asks the page itself. The script must only read.
    pub async fn ask<T: serde::de::DeserializeOwned>(&self, script: &str) -> Result<T> {
        self.browser.read(script, vec![]).await
    }

    /// Waits until the page is at rest: see [`Browser::at_rest`].
    pub async fn at_rest(&self) -> Result<()> {
        self.browser.at_rest().await
    }

    /// Changes the page as its own script might.
    pub async fn disturb(&self, script: &str) -> Result<()> {
        self.browser.tell(script, vec![]).await
    }

    /// Sets switches behind the browser's back: the next request of its session finds them set.
    pub async fn arm(&self, switches: &str) -> Result<()> {
        self.site.set(&self.browser.cookies().await?, switches).await
    }

    /// Does something in this browser, and ends it whatever comes of that.
    pub async fn for_once<T>(self, deed: impl AsyncFnOnce(&Self) -> Result<T>) -> Result<T> {
        let outcome = deed(&self).await;
        self.end().await?;
        outcome
    }

    /// Ends the browser and the portal.
    pub async fn end(self) -> Result<()> {
        self.browser.end().await
    }

    /// Lets the portal forget this browser: the next page it opens begins a session.
    pub async fn become_a_stranger(&self) -> Result<()> {
        self.browser.forget().await
    }

    /// Makes the browser like new: no session with the portal, nothing stored, nothing in its log.
    pub(crate) async fn leave_no_trace(&self) -> Result<()> {
        // Cookies can be thrown away only on a page of whoever set them.
        self.open("/Others/Faqs").await?;
        self.browser.forget().await?;
        self.browser.forget_stored().await?;
        if self.browser.kind() == Kind::Chromium {
            self.browser.requests().await?;
        }
        Ok(())
    }

    /// What becomes of an outcome in the end: no page may have thrown, and a failure says what helps to understand it.
    pub async fn witness(&self, name: &str, outcome: Result<()>) -> Result<()> {
        let outcome = match outcome {
            Ok(()) => self.the_page_never_threw().await.and(self.the_guide_acted_once().await),
            failed => failed,
        };
        match outcome {
            Ok(()) => Ok(()),
            Err(error) => Err(self.explain(name, error).await),
        }
    }

    /// The promise that every test ends with.
    async fn the_page_never_threw(&self) -> Result<()> {
        let errors: Vec<Value> = self.records().await?.page_errors;
        ensure!(errors.is_empty(), "the portal's page threw: {errors:?}");
        Ok(())
    }

    /// The other one: no more than one act of each kind a visit.
    async fn the_guide_acted_once(&self) -> Result<()> {
        let acts = self.browser.take_acts().await?.unwrap_or_default();
        ensure!(acts.channel <= 1 && acts.gsp <= 1, "the guide acted more than once on a visit: {acts:?}");
        Ok(())
    }

    /// Keeps what the screen showed, and says where.
    async fn evidence(&self, test: &str) -> Result<PathBuf> {
        let folder = std::env::temp_dir().join("einvoice-api-guide-e2e");
        fs::create_dir_all(&folder)?;
        let stem = folder.join(format!("{}-{test}", self.browser.kind().name()));
        self.browser.answer_alerts().await?;
        let session = self.browser.session();
        session.screenshot(&stem.with_extension("png")).await?;
        fs::write(stem.with_extension("html"), session.source().await?)?;
        Ok(stem.with_extension("png"))
    }

    /// Adds to a failure what helps to understand it.
    async fn explain(&self, test: &str, error: Error) -> Error {
        let sight = match self.look().await {
            Ok(sight) => sight.to_string(),
            Err(_) => "nothing that can be read".to_owned(),
        };
        let place = match self.evidence(test).await {
            Ok(path) => path.display().to_string(),
            Err(error) => format!("nowhere ({error})"),
        };
        error.context(format!(
            "{test} in {}: the guide says `{sight}`; alerts answered: {:?}; screen kept in {place}",
            self.browser.kind().name(),
            self.browser.alerts(),
        ))
    }
}

/// Makes of each function a test in both browsers: `chromium::name` and `firefox::name`.
#[macro_export]
macro_rules! in_both_browsers {
    ($($(#[$about:meta])* async fn $name:ident($visit:ident: $world:ty) -> $outcome:ty $body:block)+) => {
        $($(#[$about])* async fn $name($visit: $world) -> $outcome $body)+

        mod chromium {
            $(
                #[test]
                fn $name() -> anyhow::Result<()> {
                    $crate::run($crate::Kind::Chromium, stringify!($name), super::$name)
                }
            )+
        }

        mod firefox {
            $(
                #[test]
                fn $name() -> anyhow::Result<()> {
                    $crate::run($crate::Kind::Firefox, stringify!($name), super::$name)
                }
            )+
        }
    };
}
