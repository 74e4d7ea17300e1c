//! A person who has never seen the portal and does only what the guide says.

use std::collections::{HashMap, HashSet};

use anyhow::{Context, Result, bail, ensure};
use practice_portal::people;

use crate::guide::{Ring, Sight};
use crate::oracle::oracle;
use crate::site::ApiUser;
use crate::visit::Visit;
use crate::wait::until;

/// More than any journey needs; a newcomer who does more goes round in circles.
pub const MOST_ACTIONS: usize = 120;

/// What the newcomer types after `API_` unless told otherwise.
pub const API_NAME: &str = "genems";

/// A password that keeps every rule.
pub const API_SECRET: &str = "Mango7$River";

/// The GSP the guide looks for unless its settings say otherwise.
pub const TERA: &str = "Tera Software Limited";

/// Someone who follows the ring.
pub struct Newcomer<'a> {
    visit: &'a Visit,
    gsp: &'static str,
    slips: HashMap<&'static str, &'static str>,
    reloads: bool,
    reloaded: HashSet<String>,
    before: Option<(Sight, String)>,
    journal: Vec<Sight>,
}

impl<'a> Newcomer<'a> {
    /// A newcomer before the browser of this visit.
    pub fn new(visit: &'a Visit) -> Self {
        Self {
            visit,
            gsp: TERA,
            slips: HashMap::new(),
            reloads: false,
            reloaded: HashSet::new(),
            before: None,
            journal: Vec::new(),
        }
    }

    /// Types `wrong` the first time the ring is on `target`, and the right thing from then on.
    pub fn slipping(mut self, target: &'static str, wrong: &'static str) -> Self {
        self.slips.insert(target, wrong);
        self
    }

    /// Picks this GSP where the guide leaves the choice to the hand.
    pub fn choosing(mut self, gsp: &'static str) -> Self {
        self.gsp = gsp;
        self
    }

    /// Reloads the page once at every target, before doing what it asks for.
    pub fn reloading(mut self) -> Self {
        self.reloads = true;
        self
    }

    /// Everything seen so far, in order.
    pub fn journal(&self) -> &[Sight] {
        &self.journal
    }

    /// The targets seen so far, in order.
    pub fn targets(&self) -> Vec<String> {
        self.journal.iter().filter_map(|sight| sight.target.clone()).collect()
    }

    /// Follows the ring until the job is done, and checks what came of it.
    pub async fn finish(&mut self) -> Result<()> {
        self.follow_until("the job to be done", |sight| sight.is("done")).await?;
        let guide = self.visit.guide();
        ensure!(!guide.shows_a_ring().await?, "there is a ring when all is done");
        let records = self.visit.records().await?;
        let user = ApiUser { username: format!("API_{API_NAME}"), gsp: self.gsp.to_owned() };
        ensure!(records.users.contains(&user), "the portal has no {user:?}, only {:?}", records.users);
        let name = guide.name().await?;
        ensure!(name == user.username, "the guide says to keep `{name}`, the name is `{}`", user.username);
        Ok(())
    }

    /// Follows the ring until `there`.
    pub async fn follow_until(&mut self, what: &str, there: impl Fn(&Sight) -> bool) -> Result<Sight> {
        for _ in 0..MOST_ACTIONS {
            let sight = self.next().await?;
            if there(&sight) {
                return Ok(sight);
            }
            if sight.is("blocked") {
                // What the guide misses may come yet: there are parts of pages that come late.
                self.before = Some((sight, String::new()));
                continue;
            }
            if !sight.rings_something() {
                let words = self.visit.guide().words().await?;
                bail!("the guide stopped short of {what}, saying: {words}\n{}", self.story());
            }
            self.obey(&sight).await?;
        }
        bail!("{MOST_ACTIONS} actions did not bring {what}\n{}", self.story())
    }

    /// Waits for the guide to say something new that a person can act upon, or that ends the following.
    pub async fn next(&mut self) -> Result<Sight> {
        let before = self.before.take();
        let sight = self.news(before).await.with_context(|| self.story())?;
        self.journal.push(sight.clone());
        Ok(sight)
    }

    /// Does what the ring asks for, after checking that the ring is right.
    pub async fn obey(&mut self, sight: &Sight) -> Result<()> {
        let target = sight.target.clone().context("there is no ring to follow")?;
        let words = self.act(&target).await.with_context(|| format!("at {target}\n{}", self.story()))?;
        self.before = Some((sight.clone(), words));
        Ok(())
    }

    /// Waits for something other than what was seen before: other attributes, or the ring around other words, as where
    /// one entry of a menu opens the next that is called for.
    async fn news(&self, before: Option<(Sight, String)>) -> Result<Sight> {
        let guide = self.visit.guide();
        let mut last = None;
        let seen = until("something new to do", async || {
            let sight = guide.look().await?;
            last = Some(sight.clone());
            if !sight.whole || !(sight.rings_something() || stands_still(&sight)) {
                return Ok(None);
            }
            let is_new = match &before {
                Some((before, words)) if sight.tells_the_same_as(before) => self.rings_others(&sight, words).await?,
                _ => true,
            };
            let is_settled = before.as_ref().is_some_and(|(before, _)| before.document == sight.document);
            Ok((is_new && (is_settled || self.settles(&sight).await?)).then_some(sight))
        });
        match seen.await {
            Ok(sight) => Ok(sight),
            Err(error) => Err(error.context(self.last_words(last).await)),
        }
    }

    /// What the guide said in the end.
    async fn last_words(&self, last: Option<Sight>) -> String {
        let Some(sight) = last else { return "the guide was never looked at".to_owned() };
        let words = if sight.state.is_some() { self.visit.guide().words().await.ok() } else { None };
        format!("the guide says: {sight}\n{}", words.unwrap_or_default())
    }

    /// Does a page that has just come still say so when it has come to rest? Nobody is so quick that they act before.
    async fn settles(&self, sight: &Sight) -> Result<bool> {
        self.visit.at_rest().await?;
        Ok(self.visit.look().await? == *sight)
    }

    /// Is the ring around other words than these?
    async fn rings_others(&self, sight: &Sight, words: &str) -> Result<bool> {
        let Some(target) = &sight.target else { return Ok(false) };
        let ring = self.visit.guide().measure(oracle(target)?).await?;
        Ok(ring.is_some_and(|ring| ring.margins.is_some() && ring.words != words))
    }

    /// Does the same again by heart, without a guide: the targets in this order.
    pub async fn repeat(&mut self, targets: &[String]) -> Result<()> {
        for target in targets {
            let answer = self.answer(target).await?;
            let hand = self.visit.hand();
            match answer {
                Answer::Click => hand.click_on(target).await?,
                Answer::Type(text) => hand.type_into(target, &text).await?,
                Answer::Choose(option) => hand.choose(target, &option).await?,
            }
        }
        Ok(())
    }

    /// Does it, and tells the words that the ring was around.
    async fn act(&mut self, target: &str) -> Result<String> {
        if self.reloads && self.reloaded.insert(target.to_owned()) {
            self.visit.browser().reload().await?;
            return Ok(String::new());
        }
        let ring = self.find_ring(target).await?;
        let hand = self.visit.hand();
        match self.answer(target).await? {
            Answer::Click => hand.click(ring.x, ring.y).await?,
            Answer::Type(text) => {
                hand.click(ring.x, ring.y).await?;
                let kept = if target == "api-username" { hand.prefix().await? } else { "" };
                hand.write(&format!("{kept}{text}")).await?;
            }
            Answer::Choose(option) => hand.choose(target, &option).await?,
        }
        Ok(ring.words)
    }

    /// The ring, scrolled into view as a person would, and checked against the oracle.
    async fn find_ring(&self, target: &str) -> Result<Ring> {
        let guide = self.visit.guide();
        let mut ring = guide.ring(target).await?;
        if !ring.in_view {
            self.visit.hand().scroll_to(ring.y).await?;
            ring = guide.ring(target).await?;
        }
        if ring.under.contains("role=\"tooltip\"") {
            // A hint of the field before lies there. Whoever presses it leaves that field, and the hint goes.
            self.visit.hand().click(ring.x, ring.y).await?;
            ring = guide.ring(target).await?;
        }
        ring.must_be_on(oracle(target)?)?;
        Ok(ring)
    }

    /// What a person gives when the ring is on this target.
    async fn answer(&mut self, target: &str) -> Result<Answer> {
        if let Some(slip) = self.slips.remove(target) {
            return Ok(Answer::Type(slip.to_owned()));
        }
        let typed = |text: &str| Ok(Answer::Type(text.to_owned()));
        match target {
            "portal-username" => typed(people::USER),
            "portal-password" => typed(people::PASSWORD),
            "captcha" => typed(&self.captcha().await?),
            "login-otp" => typed(people::LOGIN_OTP),
            "otp" => typed(people::API_OTP),
            "api-username" => typed(API_NAME),
            "api-password" | "api-password-again" => typed(API_SECRET),
            "gsp" => Ok(Answer::Choose(self.gsp.to_owned())),
            _ => Ok(Answer::Click),
        }
    }

    /// The letters a person reads off the picture.
    async fn captcha(&self) -> Result<String> {
        let records = self.visit.records().await?;
        records.captcha.context("the portal shows no captcha")
    }

    /// The journal, one sight a line.
    fn story(&self) -> String {
        let lines: Vec<String> = self.journal.iter().map(ToString::to_string).collect();
        format!("so far:\n  {}", lines.join("\n  "))
    }
}

/// What a person does at a target.
enum Answer {
    Click,
    Type(String),
    Choose(String),
}

/// Does the guide wait for nothing but a word with the person?
fn stands_still(sight: &Sight) -> bool {
    ["blocked", "paused", "done"].iter().any(|state| sight.is(state))
}
