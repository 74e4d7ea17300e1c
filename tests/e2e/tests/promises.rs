//! What the guide promises to leave alone.

use anyhow::{Context, Result, ensure};
use e2e::newcomer::{API_NAME, API_SECRET};
use e2e::{Kind, Newcomer, Visit, in_both_browsers};
use practice_portal::people;

/// The whole job, with all that may come between.
const ALL: &str = "login_otp=on&contacts=on&notice=on";

/// The guide's element, as the page sees it.
const HOST: &str = "return document.querySelector(':root > einvoice-api-guide').outerHTML;";

/// The browser's own list of what moved since the page began, but for what followed an input: that in which nothing but a
/// root moved that the page cannot see into. With the page's own elements the guide has to move.
const SHIFTS: &str = "
    const observer = new PerformanceObserver(() => {});
    observer.observe({ type: 'layout-shift', buffered: true });
    return observer.takeRecords()
        .filter(({ hadRecentInput, sources }) => !hadRecentInput && sources.every(({ node }) => !node))
        .flatMap(({ value, sources }) => sources.map(({ previousRect, currentRect }) =>
            `${value}: ${JSON.stringify([previousRect, currentRect])}`));";

/// What of the page stands elsewhere without the guide.
const MOVED: &str = "
    const host = document.querySelector(':root > einvoice-api-guide');
    const all = [document.documentElement, ...document.body.querySelectorAll('*')];
    const places = () => all.map(one => JSON.stringify(one.getBoundingClientRect()));
    const size = () => [document.documentElement.scrollWidth, document.documentElement.scrollHeight].join();
    const before = [size(), ...places()];
    host.style.setProperty('display', 'none', 'important');
    const after = [size(), ...places()];
    host.removeAttribute('style');
    return before.flatMap((one, at) => one === after[at] ? [] : [`${all[at - 1]?.outerHTML.slice(0, 80)}: ${one}, ${after[at]}`]);";

/// What is typed on the way and is nobody else's, but for the captcha.
const SECRETS: [&str; 4] = [API_SECRET, people::PASSWORD, people::LOGIN_OTP, people::API_OTP];

/// The job done by heart, without the extension: how many requests it takes.
async fn requests_by_heart(kind: Kind, targets: &[String]) -> Result<u64> {
    let by_heart = async |control: &Visit| {
        control.start("home", ALL).await?;
        Newcomer::new(control).repeat(targets).await?;
        Ok(control.records().await?.requests)
    };
    Visit::begin_without_extension(kind).await?.for_once(by_heart).await
}

/// The targets of a journal, with those added that the guide sees to itself.
fn by_hand(targets: &[String]) -> Vec<String> {
    let mut all = targets.to_vec();
    let form = all.iter().position(|target| target == "api-username").unwrap_or(all.len());
    all.splice(form..form, ["through-gsp".to_owned(), "gsp".to_owned()]);
    all
}

in_both_browsers! {
    async fn the_guide_makes_no_request(visit: &Visit) -> Result<()> {
        visit.start("home", ALL).await?;
        let mut newcomer = Newcomer::new(visit);
        newcomer.finish().await?;
        let with = visit.records().await?.requests;
        let kind = visit.browser().kind();
        let without = requests_by_heart(kind, &by_hand(&newcomer.targets())).await?;
        ensure!(with == without, "{with} requests with the guide, {without} without");
        if kind == Kind::Chromium {
            for request in visit.browser().requests().await? {
                ensure!(request.is_the_pages_own(), "not the page's own: {request:?}");
            }
        }
        Ok(())
    }

    async fn no_attribute_ever_holds_what_was_typed(visit: &Visit) -> Result<()> {
        visit.start("form", "").await?;
        let mut newcomer = Newcomer::new(visit);
        newcomer.follow_until("Submit", |sight| sight.rings("submit")).await?;
        let host: String = visit.ask(HOST).await?;
        for secret in [API_NAME, API_SECRET] {
            ensure!(!host.contains(secret), "the guide's element holds `{secret}`: {host}");
        }
        Ok(())
    }

    async fn the_settings_are_all_that_is_stored(visit: &Visit) -> Result<()> {
        visit.start("home", ALL).await?;
        Newcomer::new(visit).finish().await?;
        let stored = visit.browser().stored().await?.to_string();
        for secret in SECRETS {
            ensure!(!stored.contains(secret), "stored: {stored}");
        }
        let kept_by_page: bool = visit
            .ask("return localStorage.length === 0 && sessionStorage.length === 0;")
            .await
            .unwrap_or(true);
        ensure!(kept_by_page, "the guide keeps something in the page's storage");
        Ok(())
    }

    async fn nothing_that_was_typed_is_left_anywhere(visit: &Visit) -> Result<()> {
        visit.start("home", ALL).await?;
        let mut newcomer = Newcomer::new(visit);
        let at_captcha = newcomer.follow_until("the captcha", |sight| sight.rings("captcha")).await?;
        let captcha = visit.records().await?.captcha.context("the portal shows no captcha")?;
        newcomer.obey(&at_captcha).await?;
        newcomer.finish().await?;
        visit.guide().press("keep-name").await?;
        visit.guide().when_saying("Kept on this computer").await?;
        visit.guide().press("copy-all").await?;
        let host: String = visit.ask(HOST).await?;
        let words = visit.guide().words().await?;
        let description = visit.browser().description().await?;
        let stored = visit.browser().stored().await?.to_string();
        let session = visit.browser().stored_for_the_session().await?.to_string();
        ensure!(stored.contains(API_NAME) && session.contains("visit"), "nothing is kept: {stored} {session}");
        ensure!(session.contains("hash") && !session.contains(API_NAME), "of the name the session keeps: {session}");
        let console = match visit.browser().kind() {
            Kind::Chromium => visit.browser().console().await?,
            Kind::Firefox => String::new(),
        };
        for (place, held) in [
            ("element", host),
            ("callout", words),
            ("storage", stored),
            ("session", session),
            ("description", description),
            ("console", console),
        ] {
            for secret in SECRETS.into_iter().chain([captcha.as_str()]) {
                ensure!(!held.contains(secret), "the {place} holds `{secret}`: {held}");
            }
        }
        Ok(())
    }

    async fn the_guide_never_moves_the_focus(visit: &Visit) -> Result<()> {
        visit.start("form", "").await?;
        visit.guide().when("the name", |sight| sight.rings("api-username")).await?;
        visit.hand().type_into("api-username", API_NAME).await?;
        visit.guide().when("the next field", |sight| sight.rings("api-password")).await?;
        let stays: bool = visit
            .ask("return document.activeElement?.value === 'genems';")
            .await?;
        ensure!(stays, "the focus left the field that was typed in");
        Ok(())
    }

    async fn the_guide_never_submits_by_itself(visit: &Visit) -> Result<()> {
        visit.start("form", "").await?;
        let mut newcomer = Newcomer::new(visit);
        newcomer.follow_until("Submit", |sight| sight.rings("submit")).await?;
        visit.at_rest().await?;
        let received = visit.records().await?.received;
        ensure!(received.is_none(), "the form was sent before Submit was pressed: {received:?}");
        Ok(())
    }

    async fn the_guide_shifts_nothing_of_the_page(visit: &Visit) -> Result<()> {
        for at in ["home", "menu", "form"] {
            visit.start(at, "").await?;
            visit.guide().when("a ring", |sight| sight.rings_something()).await?;
            visit.at_rest().await?;
            // Firefox tells of no shifts: there the places of all elements must be enough.
            if visit.browser().kind() == Kind::Chromium {
                let shifts: Vec<String> = visit.ask(SHIFTS).await?;
                ensure!(shifts.is_empty(), "{at} shifts: {shifts:?}");
            }
            let moved: Vec<String> = visit.ask(MOVED).await?;
            ensure!(moved.is_empty(), "on {at} the guide moves {moved:?}");
        }
        Ok(())
    }

    async fn the_page_keeps_its_own_elements_as_they_were(visit: &Visit) -> Result<()> {
        visit.start("menu", "").await?;
        visit.guide().when("a ring", |sight| sight.rings("api-registration")).await?;
        let page = "const copy = document.documentElement.cloneNode(true);
            copy.querySelectorAll('einvoice-api-guide').forEach(guide => guide.remove());
            // The anti-forgery token is another one at every visit.
            copy.querySelectorAll('input[type=hidden]').forEach(token => token.removeAttribute('value'));
            return copy.outerHTML;";
        let with: String = visit.ask(page).await?;
        let undisturbed = async |control: &Visit| {
            control.start("menu", "").await?;
            control.ask::<String>(page).await
        };
        let without = Visit::begin_without_extension(visit.browser().kind()).await?.for_once(undisturbed).await?;
        ensure!(with == without, "the guide changed the page");
        Ok(())
    }
}
