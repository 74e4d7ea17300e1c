//! Whole portals made up from a seed, each in a style of its own: whoever follows the ring finishes on them, too.

use std::io::{Write, stderr};

use anyhow::{Context, Result, ensure};
use e2e::{Kind, Newcomer, Visit, run};
use portals::Portal;

#[test]
fn newcomers_finish_on_made_up_portals_in_firefox() -> Result<()> {
    newcomers_finish(Kind::Firefox, (0..portals(Kind::Firefox)?).collect())
}

#[test]
fn newcomers_finish_on_made_up_portals_of_even_seeds() -> Result<()> {
    newcomers_finish(Kind::Chromium, (0..portals(Kind::Chromium)?).step_by(2).collect())
}

#[test]
fn newcomers_finish_on_made_up_portals_of_odd_seeds() -> Result<()> {
    newcomers_finish(Kind::Chromium, (1..portals(Kind::Chromium)?).step_by(2).collect())
}

/// How many portals are made up for a browser: more where somebody says so, as `./build.sh bench finding` does.
fn portals(kind: Kind) -> Result<u64> {
    let (variable, usual) = match kind {
        Kind::Chromium => ("PORTALS_IN_CHROMIUM", 12),
        Kind::Firefox => ("PORTALS_IN_FIREFOX", 3),
    };
    let Ok(said) = std::env::var(variable) else { return Ok(usual) };
    said.parse().with_context(|| format!("{variable} is `{said}`, which is no number of portals"))
}

/// One newcomer after the other at the same browser, each on a portal that has never seen them; all get their turn.
fn newcomers_finish(kind: Kind, seeds: Vec<u64>) -> Result<()> {
    run(kind, "newcomers_finish_on_made_up_portals", async |visit| {
        let all = seeds.len();
        let mut failed = Vec::new();
        for &seed in &seeds {
            if let Err(error) = newcomer_finishes(visit, seed).await {
                let style = Portal::whole(seed).style().to_string();
                tell(&format!("seed {seed}: {error:#}\n\n{style}\n\n./build.sh try --seed {seed}\n"));
                failed.push(seed);
            }
        }
        let finished = all - failed.len();
        tell(&format!("{finished} of {all} newcomers finished on made-up portals in {}", kind.name()));
        ensure!(failed.is_empty(), "no newcomer finished on the portals of the seeds {failed:?}");
        Ok(())
    })
}

async fn newcomer_finishes(visit: &Visit, seed: u64) -> Result<()> {
    visit.become_a_stranger().await?;
    let outcome = follow_the_ring(visit, seed).await;
    visit.witness(&format!("portal_{seed}"), outcome).await
}

async fn follow_the_ring(visit: &Visit, seed: u64) -> Result<()> {
    visit.start("home", &format!("seed={seed}")).await?;
    let wanted = Portal::whole(seed).wanted().unwrap_or_default();
    Newcomer::new(visit).choosing(wanted).finish().await
}

/// Says it whether the test fails or not: what is printed is only shown of tests that fail.
fn tell(words: &str) {
    let _ = writeln!(stderr(), "{words}");
}
