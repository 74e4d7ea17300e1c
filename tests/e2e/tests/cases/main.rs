//! Cases: pages made for one thing each, with the extension in a real browser. Each is named after what once broke.
//!
//! `cargo test -p e2e --test cases NAME` plays those whose name holds `NAME`.

mod acts;
mod changes;
mod endings;
mod page;
mod places;
mod reading;
mod reports;
mod secrets;
mod throws;

use std::process::ExitCode;
use std::sync::Arc;

use anyhow::Result;
use e2e::stage::{Case, Theatre};
use libtest_mimic::{Arguments, Trial};

fn main() -> Result<ExitCode> {
    let theatre = Arc::new(Theatre::open()?);
    let all = [
        reports::CASES,
        acts::CASES,
        places::CASES,
        reading::CASES,
        changes::CASES,
        endings::CASES,
        secrets::CASES,
        throws::CASES,
    ]
    .concat();
    let trials = all.into_iter().map(|case| trial(&theatre, case)).collect();
    let conclusion = libtest_mimic::run(&Arguments::from_args(), trials);
    if let Some(theatre) = Arc::into_inner(theatre) {
        theatre.close()?;
    }
    Ok(conclusion.exit_code())
}

fn trial(theatre: &Arc<Theatre>, case: Case) -> Trial {
    let theatre = Arc::clone(theatre);
    Trial::test(case.name, move || theatre.play(&case).map_err(|error| format!("{error:#}").into()))
}
