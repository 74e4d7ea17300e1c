//! A real browser with a fresh profile, driven through WebDriver, the extension loaded from its folder.

use std::cell::{Cell, OnceCell, RefCell};
use std::fs;
use std::os::unix::fs::MetadataExt;
use std::path::Path;
use std::time::Duration;

use anyhow::{Context, Result, ensure};
use practice_portal::HOSTS;
use reqwest::Method;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use tempfile::TempDir;
use thirtyfour::common::command::FormatRequestData;
use thirtyfour::error::{WebDriverError, WebDriverErrorInner};
use thirtyfour::extensions::addons::firefox::FirefoxTools;
use thirtyfour::prelude::*;
use thirtyfour::session::handle::SessionHandle;
use thirtyfour::{RequestData, SessionId};

use crate::driver::{DriverProcess, chromedriver, geckodriver};
use crate::extension::{Manifest, unpacked};
use crate::recorder::{self, Acts};
use crate::site::Site;
use crate::wait::until;

/// The inner address Firefox gives the extension: fixed, so that its own pages can be opened.
const FIREFOX_UUID: &str = "0f3c1a52-6a5e-4e0b-9a44-2f1f6f0e7c11";

/// The screen most people of the job sit before (portal/facts.md, H).
const SCREEN: (u32, u32) = (1366, 768);

/// How long a script may take to answer. One whose page gives way to the next at the wrong moment never does.
const ANSWER: Duration = Duration::from_secs(4);

/// Answers whether the page stayed at rest for five frames and as many idle moments.
const REST: &str = "
    const done = arguments[0];
    const frame = () => new Promise(resolve => requestAnimationFrame(resolve));
    const idle = () => new Promise(resolve => requestIdleCallback(resolve));
    const still = () => document.readyState === 'complete'
        && document.getAnimations().every(one => one.effect.getTiming().iterations === Infinity);
    (async () => {
        let rested = still();
        for (let turn = 0; turn < 5; turn++) {
            await frame();
            await idle();
            rested &&= still();
        }
        done(rested);
    })();";

/// Asks something as the extension's own pages do, of every tab: one of them holds the guide.
const ASK: &str = "
    const [what, done] = arguments;
    const tabs = (globalThis.browser ?? chrome).tabs;
    tabs.query({})
        .then(all => Promise.all(all.map(tab => tabs.sendMessage(tab.id, what).catch(() => null))))
        .then(answers => done(answers.find(answer => typeof answer === 'string') ?? null));";

/// The two browsers the extension is made for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Chromium, through chromedriver.
    Chromium,
    /// Firefox, through geckodriver.
    Firefox,
}

impl Kind {
    /// The name of the browser's folder in `dist`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Chromium => "chromium",
            Self::Firefox => "firefox",
        }
    }
}

/// The colours that a user has set for all pages.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Colours {
    /// Light.
    Light,
    /// Dark.
    Dark,
    /// A few colours of the user's own, as in a high contrast theme.
    Forced,
}

/// A running browser. Ending it takes its driver and its profile with it.
pub struct Browser {
    kind: Kind,
    driver: WebDriver,
    alerts: RefCell<Vec<String>>,
    /// Whether somebody asked the guide to act again.
    asked_again: Cell<bool>,
    /// How many entries of lists were chosen by WebDriver, whose events look like the guide's.
    chosen: Cell<u32>,
    /// The identifier Chromium gave the extension, once it was asked for.
    id: OnceCell<String>,
    _process: DriverProcess,
    _home: TempDir,
}

impl Browser {
    /// Starts a browser that can reach nothing but `site`, with the extension of this folder, if any.
    pub async fn launch(kind: Kind, site: &Site, extension: Option<&Path>) -> Result<Self> {
        let home = tempfile::Builder::new().prefix("e2e").tempdir()?;
        let (process, driver) = match kind {
            Kind::Chromium => chromium(site, extension, home.path()).await?,
            Kind::Firefox => firefox(extension, home.path()).await?,
        };
        driver.set_window_rect(0, 0, SCREEN.0, SCREEN.1).await?;
        driver.set_script_timeout(ANSWER).await?;
        Ok(Self {
            kind,
            driver,
            alerts: RefCell::default(),
            asked_again: Cell::default(),
            chosen: Cell::default(),
            id: OnceCell::new(),
            _process: process,
            _home: home,
        })
    }

    /// Which browser this is.
    pub fn kind(&self) -> Kind {
        self.kind
    }

    /// The session, for what a test does beside the newcomer.
    pub fn session(&self) -> &WebDriver {
        &self.driver
    }

    /// Does something by Chromium's own protocol.
    pub(crate) async fn protocol(&self, command: &str, params: Value) -> Result<Value> {
        Ok(self.driver.cmd(Protocol(command.to_owned(), params)).await?.value()?)
    }

    /// From here on pages are shown in a window of this size, in CSS pixels, and in these colours, in Chromium.
    pub async fn show_as(&self, (width, height): (u32, u32), colours: Colours) -> Result<()> {
        let size = json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false });
        self.protocol("Emulation.setDeviceMetricsOverride", size).await?;
        let (scheme, forced) = match colours {
            Colours::Light => ("light", "none"),
            Colours::Dark => ("dark", "none"),
            Colours::Forced => ("dark", "active"),
        };
        let features = json!({ "features": [
            { "name": "prefers-color-scheme", "value": scheme },
            { "name": "forced-colors", "value": forced },
        ] });
        self.protocol("Emulation.setEmulatedMedia", features).await.map(drop)
    }

    /// From here on each document of this tab begins with a script, in Chromium.
    pub(crate) async fn begin_with(&self, script: &str) -> Result<()> {
        self.protocol("Page.enable", json!({})).await?;
        self.protocol("Page.addScriptToEvaluateOnNewDocument", json!({ "source": script })).await.map(drop)
    }

    /// Somebody asks the guide to act again.
    pub(crate) fn ask_again(&self) {
        self.asked_again.set(true);
    }

    /// WebDriver has chosen an entry of a list.
    pub(crate) fn has_chosen(&self) {
        self.chosen.set(self.chosen.get() + 1);
    }

    /// The guide's acts on this visit, unless somebody asked for more; the next visit begins.
    pub(crate) async fn take_acts(&self) -> Result<Option<Acts>> {
        let has_asked = self.asked_again.take();
        let script = format!("const acts = (() => {{ {} }})(); sessionStorage.clear(); return acts;", recorder::ACTS);
        let chosen = self.chosen.take();
        let acts = self.glance::<Acts>(&script, vec![]).await?;
        let of_the_guide = |acts: Acts| Acts { gsp: acts.gsp.saturating_sub(chosen), ..acts };
        Ok(acts.filter(|_| !has_asked).map(of_the_guide))
    }

    /// The words of every native alert answered so far.
    pub fn alerts(&self) -> Vec<String> {
        self.alerts.borrow().clone()
    }

    /// Opens an address and answers the alerts it greets with.
    pub async fn open(&self, address: &str) -> Result<()> {
        self.answer_alerts().await?;
        self.arrive(self.driver.goto(address).await).await
    }

    /// Reloads the page and answers the alerts it greets with.
    pub async fn reload(&self) -> Result<()> {
        self.answer_alerts().await?;
        self.arrive(self.driver.refresh().await).await
    }

    /// Runs a script that only reads. While the page is gone, or has nothing to say, it is asked again.
    pub async fn read<T: DeserializeOwned>(&self, script: &str, args: Vec<Value>) -> Result<T> {
        until("the page to answer", async || self.glance(script, args.clone()).await).await
    }

    /// Runs a script that only reads, once. Nothing: the page has nothing to say, or is being left just now.
    pub async fn glance<T: DeserializeOwned>(&self, script: &str, args: Vec<Value>) -> Result<Option<T>> {
        match self.attended(async |driver| driver.execute(script, args.clone()).await).await {
            Ok(said) => Ok(said.convert()?),
            Err(error) if error.downcast_ref().is_some_and(left_meanwhile) => Ok(None),
            Err(error) => Err(error),
        }
    }

    /// Runs a script that answers nothing.
    pub async fn tell(&self, script: &str, args: Vec<Value>) -> Result<()> {
        self.once(async |driver| driver.execute(script, args).await.map(drop)).await
    }

    /// Waits until the page is loaded, has had its frames and its idle moments, and nothing on it moves: whoever watches
    /// it has had their say.
    pub async fn at_rest(&self) -> Result<()> {
        until("the page to come to rest", async || {
            match self.attended(async |driver| driver.execute_async(REST, vec![]).await).await {
                // An alert in the middle ends the script without an answer: then the page was not at rest.
                Ok(said) => Ok((*said.json() == true).then_some(())),
                Err(error) if error.downcast_ref().is_some_and(|error| left_meanwhile(error) || is_late(error)) => {
                    Ok(None)
                }
                Err(error) => Err(error),
            }
        })
        .await
    }

    /// Does what must not be done twice. An alert in its way is answered, and the doing left to the next time.
    pub async fn once(&self, command: impl AsyncFnOnce(&WebDriver) -> WebDriverResult<()>) -> Result<()> {
        self.arrive(command(&self.driver).await).await
    }

    /// Runs a command, answering the alerts in its way, until it gets through.
    pub async fn attended<T>(&self, command: impl AsyncFn(&WebDriver) -> WebDriverResult<T>) -> Result<T> {
        loop {
            match command(&self.driver).await {
                Err(error) if is_alert(&error) => self.answer_alerts().await?,
                other => return Ok(other?),
            }
        }
    }

    /// Presses OK on every native alert, as a person does.
    pub async fn answer_alerts(&self) -> Result<()> {
        while let Some(words) = self.alert().await? {
            self.alerts.borrow_mut().push(words);
            self.driver.accept_alert().await?;
        }
        Ok(())
    }

    /// The cookies of the current page, as a request header holds them.
    pub async fn cookies(&self) -> Result<String> {
        let cookies = self.attended(async |driver| driver.get_all_cookies().await).await?;
        let pairs: Vec<String> = cookies.iter().map(|cookie| format!("{}={}", cookie.name, cookie.value)).collect();
        Ok(pairs.join("; "))
    }

    /// Throws away the cookies of the current page and the counts of its visit, and the words of the alerts.
    pub async fn forget(&self) -> Result<()> {
        self.alerts.take();
        // A test may have ended on a page of the extension, where the counts of the portal are not seen.
        self.tell("sessionStorage.clear();", vec![]).await?;
        self.attended(async |driver| driver.delete_all_cookies().await).await
    }

    /// Goes back in the history and answers the alerts it greets with.
    pub async fn back(&self) -> Result<()> {
        self.answer_alerts().await?;
        self.arrive(self.driver.back().await).await
    }

    /// Writes the extension's settings, from a page of its own.
    pub async fn prefer(&self, settings: Value) -> Result<()> {
        self.put("settings", settings).await
    }

    /// Writes something the extension stores under a key, from a page of its own.
    pub async fn put(&self, key: &str, value: Value) -> Result<()> {
        self.in_storage("storage.local.set(arguments[0])", json!({ key: value })).await.map(drop)
    }

    /// Writes the names that the extension keeps, from a page of its own.
    pub async fn keep(&self, names: Value) -> Result<()> {
        self.put("names", names).await
    }

    /// All that the extension has stored.
    pub async fn stored(&self) -> Result<Value> {
        self.in_storage("storage.local.get(null)", Value::Null).await
    }

    /// All that the extension keeps until the browser is closed.
    pub async fn stored_for_the_session(&self) -> Result<Value> {
        self.in_storage("storage.session.get(null)", Value::Null).await
    }

    /// Throws away all that the extension has stored, the memory of the visit with it.
    pub(crate) async fn forget_stored(&self) -> Result<()> {
        self.in_storage("Promise.all([storage.local.clear(), storage.session.clear()])", Value::Null).await.map(drop)
    }

    /// Opens, as a page of its own, what the extension's button in the browser opens.
    pub async fn open_popup(&self) -> Result<()> {
        let manifest = Manifest::read(&unpacked(self.kind)?)?;
        self.open_own(manifest.popup()?).await
    }

    /// Opens a page of the extension, by its path in it.
    pub async fn open_own(&self, page: &str) -> Result<()> {
        self.open(&self.address_of(page).await?).await
    }

    /// The description of the page that the popup asks the guide for.
    pub async fn description(&self) -> Result<String> {
        self.ask_guide("describe").await
    }

    /// What the guide answers to the extension's own pages.
    pub async fn ask_guide(&self, what: &str) -> Result<String> {
        self.in_another_tab(async || {
            self.open_popup().await?;
            let said = self.driver.execute_async(ASK, vec![json!(what)]).await?;
            said.json().as_str().map(str::to_owned).context("no guide answered")
        })
        .await
    }

    /// Does something in a tab of its own, and comes back.
    pub async fn in_another_tab<T>(&self, deed: impl AsyncFnOnce() -> Result<T>) -> Result<T> {
        let before = self.driver.window().await?;
        let tab = self.driver.new_tab().await?;
        self.driver.switch_to_window(tab).await?;
        let outcome = deed().await?;
        self.driver.close_window().await?;
        self.driver.switch_to_window(before).await?;
        Ok(outcome)
    }

    /// Every request the browser's pages made since the last call (Chromium only).
    pub async fn requests(&self) -> Result<Vec<Request>> {
        let entries = self.driver.get_log("performance").await?;
        entries
            .iter()
            .map(|entry| Ok(serde_json::from_str::<Value>(&entry.message)?))
            .filter_map(|message: Result<Value>| message.map(|message| Request::from_log(&message)).transpose())
            .collect()
    }

    /// Everything that was written to the browser's console since the last call (Chromium only).
    pub async fn console(&self) -> Result<String> {
        let entries = self.driver.get_log("browser").await?;
        Ok(entries.into_iter().map(|entry| entry.message + "\n").collect())
    }

    /// Ends the browser.
    pub async fn end(self) -> Result<()> {
        Ok(self.driver.quit().await?)
    }

    /// Does something with the extension's storage, from a page of its own.
    async fn in_storage(&self, deed: &str, argument: Value) -> Result<Value> {
        let manifest = Manifest::read(&unpacked(self.kind)?)?;
        self.open(&self.address_of(manifest.own_page()?).await?).await?;
        let script = format!(
            "const done = arguments[1];
            const storage = (globalThis.chrome ?? globalThis.browser).storage;
            {deed}.then(value => done({{ value }}), error => done({{ error: String(error) }}));"
        );
        let said = self.driver.execute_async(script, vec![argument]).await?;
        ensure!(said.json()["error"].is_null(), "the storage refuses: {}", said.json());
        Ok(said.json()["value"].clone())
    }

    /// The address of a page of the extension.
    async fn address_of(&self, page: &str) -> Result<String> {
        match self.kind {
            Kind::Chromium => Ok(format!("chrome-extension://{}/{page}", self.id().await?)),
            Kind::Firefox => Ok(format!("moz-extension://{FIREFOX_UUID}/{page}")),
        }
    }

    /// The identifier Chromium gave the extension, from the page where a person would read it.
    async fn id(&self) -> Result<String> {
        if let Some(id) = self.id.get() {
            return Ok(id.clone());
        }
        self.open("chrome://extensions").await?;
        let script = "const done = arguments[0];
            chrome.developerPrivate.getExtensionsInfo()
                .then(all => done(all.filter(one => one.location === 'UNPACKED').map(one => one.id)));";
        let ids = self.driver.execute_async(script, vec![]).await?;
        let ids: Vec<String> = ids.convert()?;
        let id = ids.into_iter().next().context("no extension is loaded")?;
        Ok(self.id.get_or_init(|| id).clone())
    }

    /// What comes after a command that may end before an alert.
    async fn arrive(&self, outcome: WebDriverResult<()>) -> Result<()> {
        match outcome {
            Err(error) if !is_alert(&error) => Err(error.into()),
            _ => self.answer_alerts().await,
        }
    }

    /// The words of the native alert, when one is open.
    async fn alert(&self) -> Result<Option<String>> {
        match self.driver.get_alert_text().await {
            Ok(words) => Ok(Some(words)),
            Err(error) if matches!(&*error, WebDriverErrorInner::NoSuchAlert(_)) => Ok(None),
            Err(error) => Err(error.into()),
        }
    }
}

/// A request of a page, as Chromium's own log tells it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Request {
    /// What was asked for.
    pub address: String,
    /// Who asked: the kind of initiator and the scripts on its stack.
    pub initiator: String,
}

impl Request {
    /// Was it asked for by the page, of the portal? What the browser or the extension keeps inside itself is no request.
    pub fn is_the_pages_own(&self) -> bool {
        let inside = ["data:", "blob:", "chrome:", "chrome-extension:", "devtools:"];
        if inside.iter().any(|scheme| self.address.starts_with(scheme)) {
            return true;
        }
        let portal = HOSTS.iter().any(|host| self.address.starts_with(&format!("https://{host}/")));
        portal && !self.initiator.contains("chrome-extension:")
    }

    fn from_log(message: &Value) -> Option<Self> {
        let event = &message["message"];
        let sent = event["method"] == "Network.requestWillBeSent";
        sent.then(|| Self {
            address: text(&event["params"]["request"]["url"]),
            initiator: event["params"]["initiator"].to_string(),
        })
    }
}

fn text(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}

fn is_alert(error: &WebDriverError) -> bool {
    matches!(&**error, WebDriverErrorInner::UnexpectedAlertOpen(_))
}

/// Did the page give way to the next one while a script ran on it?
fn left_meanwhile(error: &WebDriverError) -> bool {
    let words = error.to_string().to_lowercase();
    ["document was unloaded", "document unloaded", "aborted by navigation"].iter().any(|sign| words.contains(sign))
}

/// Did a script not answer in time?
fn is_late(error: &WebDriverError) -> bool {
    matches!(&**error, WebDriverErrorInner::ScriptTimeout(_))
}

/// Is the element gone, or about to be? Then a later look finds its successor.
pub(crate) fn is_gone(error: &WebDriverError) -> bool {
    matches!(&**error, WebDriverErrorInner::NoSuchElement(_) | WebDriverErrorInner::StaleElementReference(_))
        || error.to_string().contains("no such shadow root")
        || error.to_string().contains("detached shadow root")
        // What chromedriver answers while the page gives way to the next.
        || error.to_string().contains("untagged enum ElementRef")
        || error.to_string().contains("does not belong to the document")
}

/// The arguments that make Chromium find the portal, and only the portal, under its real name.
pub fn chromium_arguments(site: &Site, extension: Option<&Path>, profile: &Path) -> Vec<String> {
    let port = site.port();
    let mapped = HOSTS.map(|host| format!("MAP {host}:443 127.0.0.1:{port}"));
    let mut arguments = vec![
        format!("--user-data-dir={}", profile.display()),
        format!("--host-resolver-rules={}, MAP * ~NOTFOUND , EXCLUDE 127.0.0.1", mapped.join(", ")),
        format!("--ignore-certificate-errors-spki-list={}", site.fingerprint()),
        "--disable-background-networking".to_owned(),
        "--disable-component-update".to_owned(),
        "--disable-features=DisableLoadExtensionCommandLineSwitch".to_owned(),
        "--disable-quic".to_owned(),
        "--disable-sync".to_owned(),
        "--no-default-browser-check".to_owned(),
        "--no-first-run".to_owned(),
    ];
    if let Some(folder) = extension {
        arguments.push(format!("--load-extension={}", folder.display()));
    }
    if is_root() {
        arguments.push("--no-sandbox".to_owned());
    }
    arguments
}

async fn chromium(site: &Site, extension: Option<&Path>, home: &Path) -> Result<(DriverProcess, WebDriver)> {
    let process = DriverProcess::start(&chromedriver(), &["--port=0"], home)?;
    let mut arguments = chromium_arguments(site, extension, &home.join("profile"));
    arguments.push("--headless=new".to_owned());
    arguments.push(format!("--window-size={},{}", SCREEN.0, SCREEN.1));
    let mut wanted = Capabilities::new();
    wanted.set("browserName", "chrome")?;
    wanted.set("unhandledPromptBehavior", "ignore")?;
    wanted.set("goog:loggingPrefs", json!({ "performance": "ALL" }))?;
    wanted.set(
        "goog:chromeOptions",
        // chromedriver switches extensions off unless told otherwise.
        json!({ "args": arguments, "excludeSwitches": ["disable-extensions"] }),
    )?;
    let driver = WebDriver::new(process.address(), wanted).await?;
    Ok((process, driver))
}

async fn firefox(extension: Option<&Path>, home: &Path) -> Result<(DriverProcess, WebDriver)> {
    let profiles = home.join("profiles");
    fs::create_dir(&profiles)?;
    let arguments = [
        "--port=0".to_owned(),
        "--websocket-port=0".to_owned(),
        // Or WebDriver may not open the extension's own pages.
        "--allow-system-access".to_owned(),
        format!("--profile-root={}", profiles.display()),
    ];
    let process = DriverProcess::start(&geckodriver(), &arguments, home)?;
    let mut wanted = Capabilities::new();
    wanted.set("browserName", "firefox")?;
    wanted.set("acceptInsecureCerts", true)?;
    wanted.set("unhandledPromptBehavior", "ignore")?;
    wanted.set("moz:firefoxOptions", json!({ "args": ["-headless"], "prefs": preferences(extension)? }))?;
    let driver = WebDriver::new(process.address(), wanted).await?;
    if let Some(folder) = extension {
        install(driver.handle(), folder).await?;
    }
    Ok((process, driver))
}

async fn install(session: &std::sync::Arc<SessionHandle>, folder: &Path) -> Result<()> {
    let path = folder.to_str().context("the extension's path is no text")?;
    FirefoxTools::new(session.clone()).install_addon(path, Some(true)).await.context("Firefox refuses the extension")
}

/// Firefox with every name led to this machine and its own errands switched off.
fn preferences(extension: Option<&Path>) -> Result<Value> {
    let mut preferences = json!({
        "network.dns.forceResolve": "127.0.0.1",
        "app.normandy.enabled": false,
        "app.update.disabledForTesting": true,
        "browser.newtabpage.enabled": false,
        "browser.safebrowsing.downloads.enabled": false,
        "browser.safebrowsing.malware.enabled": false,
        "browser.safebrowsing.phishing.enabled": false,
        "browser.startup.homepage": "about:blank",
        "browser.startup.page": 0,
        "browser.topsites.contile.enabled": false,
        "datareporting.policy.dataSubmissionEnabled": false,
        "dom.push.connection.enabled": false,
        "extensions.getAddons.cache.enabled": false,
        "extensions.update.enabled": false,
        "media.gmp-manager.updateEnabled": false,
        "network.captive-portal-service.enabled": false,
        "network.connectivity-service.enabled": false,
        "network.prefetch-next": false,
        "network.trr.mode": 5,
        "security.OCSP.enabled": 0,
        "services.settings.server": "",
        "signon.rememberSignons": false,
        "toolkit.telemetry.reportingpolicy.firstRun": false,
        "toolkit.telemetry.server": "",
    });
    if let Some(folder) = extension {
        let id = Manifest::read(folder)?.gecko_id()?.to_owned();
        preferences["extensions.webextensions.uuids"] = json!(json!({ id: FIREFOX_UUID }).to_string());
    }
    Ok(preferences)
}

/// Chromium's sandbox refuses to work for root.
fn is_root() -> bool {
    fs::metadata("/proc/self").is_ok_and(|process| process.uid() == 0)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::Request;

    #[test]
    fn only_what_the_page_asks_of_the_portal_is_its_own() {
        let page = json!({ "type": "parser", "url": "https://einvoice1.gst.gov.in/" });
        let guide = json!({ "stack": { "callFrames": [{ "url": "chrome-extension://abc/guide.js" }] } });
        let cases = [
            ("https://einvoice1.gst.gov.in/Home/MainMenu", &page, true),
            ("https://einvoice1.gst.gov.in/Home/MainMenu", &guide, false),
            ("https://einvoice1.gst.gov.in.example.org/", &page, false),
            ("https://example.org/", &page, false),
            ("chrome-extension://abc/twin.js", &guide, true),
        ];
        for (address, initiator, own) in cases {
            let log = json!({ "message": {
                "method": "Network.requestWillBeSent",
                "params": { "request": { "url": address }, "initiator": initiator },
            } });
            let request = Request::from_log(&log);
            assert_eq!(request.map(|request| request.is_the_pages_own()), Some(own), "{address} by {initiator}");
        }
    }
}

/// `POST …/goog/cdp/execute`
#[derive(Debug)]
struct Protocol(String, Value);

impl FormatRequestData for Protocol {
    fn format_request(&self, session: &SessionId) -> RequestData {
        let Self(command, params) = self;
        RequestData::new(Method::POST, format!("session/{session}/goog/cdp/execute"))
            .add_body(json!({ "cmd": command, "params": params }))
    }
}
