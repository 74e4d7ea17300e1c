//! Whole portals made up from a seed, each in a style of its own: whoever follows the ring finishes on them, too.

use std::io::{Write, stderr};
use std::ops::Range;

use anyhow::{Result, ensure};
use e2e::{Kind, Newcomer, Visit, run};
use portals::Portal;

/// Makes of each range of seeds a test with a browser of its own.
macro_rules! newcomers_finish_on_made_up_portals {
    ($($module:ident: $kind:ident { $($name:ident: $seeds:expr,)+ })+) => {
        $(mod $module {
            $(
                #[test]
                fn $name() -> anyhow::Result<()> {
                    super::newcomers_finish(e2e::Kind::$kind, $seeds)
                }
            )+
        })+
    };
}

newcomers_finish_on_made_up_portals! {
    chromium: Chromium {
        newcomers_finish_on_made_up_portals_from_0: 0..10,
        newcomers_finish_on_made_up_portals_from_10: 10..20,
        newcomers_finish_on_made_up_portals_from_20: 20..30,
        newcomers_finish_on_made_up_portals_from_30: 30..40,
        newcomers_finish_on_made_up_portals_from_40: 40..50,
    }
    firefox: Firefox {
        newcomers_finish_on_made_up_portals_from_0: 0..10,
    }
}

/// One newcomer after the other at the same browser, each on a portal that has never seen them; all get their turn.
fn newcomers_finish(kind: Kind, seeds: Range<u64>) -> Result<()> {
    run(kind, "newcomers_finish_on_made_up_portals", async |visit| {
        let all = seeds.end - seeds.start;
        let mut failed = Vec::new();
        for seed in seeds.clone() {
            if let Err(error) = newcomer_finishes(visit, seed).await {
                let style = Portal::whole(seed).style().to_string();
                tell(&format!("seed {seed}: {error:#}\n\n{style}\n\n./build.sh try --seed {seed}\n"));
                failed.push(seed);
            }
        }
        let finished = all - failed.len() as u64;
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
