//! Made-up portals. `cargo run -p portals -- show TARGET SEED` opens a page of them in a browser.

use einvoice_api_guide::journey::assign::{BAR, Bar};
use portals::{Page, Target, page, page_without};
use wasm_bindgen_test::{console_log, wasm_bindgen_test};

use super::pages::Stage;
use super::verdict::{Seen, Verdict};

/// How many pages of each screen are tried, and how many with the target taken away.
const OF_SCREEN: u64 = 500;
const WITHOUT: u64 = 100;
/// How many pages of each target are tried instead, where somebody says so.
const OF_TARGET: Option<&str> = option_env!("PAGES_OF_EACH");
/// The bars of the curve.
const LEAST: [i32; 7] = [1, 2, 3, 4, 6, 8, 10];
const AHEAD: [i32; 5] = [1, 2, 3, 4, 6];

#[derive(Clone, Copy, Default)]
struct Count {
    right: u32,
    wrong: u32,
    silent: u32,
}

impl Count {
    fn add(&mut self, verdict: Verdict) {
        match verdict {
            Verdict::Right => self.right += 1,
            Verdict::Wrong => self.wrong += 1,
            Verdict::Silent => self.silent += 1,
        }
    }
}

#[wasm_bindgen_test]
async fn made_up_portals_are_understood() {
    let stage = Stage::new();
    let mut all = Count::default();
    for target in Target::ALL {
        let mut count = Count::default();
        for seed in 0..pages_of(target, OF_SCREEN) {
            let page = page(target, seed);
            let verdict = tried(&stage, target, seed, &page).await;
            count.add(verdict);
            all.add(verdict);
        }
        console_log!("{:20} right {:4} wrong {:4} silent {:4}", target.name(), count.right, count.wrong, count.silent);
    }
    console_log!("{:20} right {:4} wrong {:4} silent {:4}", "all", all.right, all.wrong, all.silent);
    let share = f64::from(all.right) / f64::from(all.right + all.wrong + all.silent);
    assert_eq!(all.wrong, 0, "the guide was wrong on {} pages", all.wrong);
    assert!(share >= 0.99, "the guide was right on {share} of the pages");
}

#[wasm_bindgen_test]
async fn where_the_target_is_taken_away_nothing_else_is_taken_for_it() {
    let stage = Stage::new();
    let mut wrong = 0;
    for target in Target::ALL {
        for seed in 0..pages_of(target, WITHOUT) {
            let page = page_without(target, seed);
            if tried(&stage, target, seed, &page).await == Verdict::Wrong {
                wrong += 1;
            }
        }
    }
    assert_eq!(wrong, 0, "the guide was wrong on {wrong} pages");
}

/// The curve behind the bar: asked for by `./build.sh bench finding`, and printed, not judged.
#[wasm_bindgen_test]
async fn curve() {
    if OF_TARGET.is_none() {
        return;
    }
    let stage = Stage::new();
    let mut counts = [[(Count::default(), 0); AHEAD.len()]; LEAST.len()];
    for target in Target::ALL {
        for seed in 0..pages_of(target, 0) {
            let (with, without) = (page(target, seed), page_without(target, seed));
            let seen = Seen::of(&stage.show(&with.html).await, with.path);
            each_bar(&mut counts, |bar, count| count.0.add(seen.deed(bar).verdict(with.expected)));
            let seen = Seen::of(&stage.show(&without.html).await, without.path);
            each_bar(&mut counts, |bar, count| {
                count.1 += u32::from(seen.deed(bar).verdict(without.expected) == Verdict::Wrong);
            });
        }
    }
    console_log!("least ahead   right  wrong silent  wrong where absent");
    for (least, row) in LEAST.iter().zip(&counts) {
        for (ahead, (with, absent)) in AHEAD.iter().zip(row) {
            console_log!("{least:5} {ahead:5}  {:6} {:6} {:6}  {absent:6}", with.right, with.wrong, with.silent);
        }
    }
}

fn each_bar<T>(table: &mut [[T; AHEAD.len()]; LEAST.len()], mut each: impl FnMut(Bar, &mut T)) {
    for (least, row) in LEAST.iter().zip(table) {
        for (ahead, cell) in AHEAD.iter().zip(row) {
            each(Bar { least: *least, ahead: *ahead }, cell);
        }
    }
}

/// Tries a page, and says what is not right about it.
async fn tried(stage: &Stage, target: Target, seed: u64, page: &Page) -> Verdict {
    let seen = Seen::of(&stage.show(&page.html).await, page.path);
    let deed = seen.deed(BAR);
    let verdict = deed.verdict(page.expected);
    if verdict == Verdict::Wrong || verdict == Verdict::Silent && page.expected.is_some() {
        let kind = if page.expected == Some(target.name()) { "" } else { " (taken away)" };
        console_log!("{verdict:?}: {} {seed}{kind}: {deed}; {}", target.name(), page.note);
    }
    verdict
}

/// A screen's pages are shared among its targets.
fn pages_of(target: Target, of_screen: u64) -> u64 {
    use Target::{
        ApiPassword, ApiPasswordAgain, ApiRegistration, ApiUsername, Captcha, CreateApiUser, Gsp, LoginOtp,
        LoginVerifyOtp, Otp, PortalPassword, PortalUsername, SignIn, Submit, ThroughGsp, UserCredentials, VerifyOtp,
    };
    if let Some(count) = OF_TARGET.and_then(|count| count.parse().ok()) {
        return count;
    }
    let targets = match target {
        PortalUsername | PortalPassword | Captcha | SignIn => 4,
        LoginOtp | LoginVerifyOtp | Otp | VerifyOtp => 2,
        ApiRegistration | UserCredentials | CreateApiUser => 3,
        ThroughGsp | Gsp | ApiUsername | ApiPassword | ApiPasswordAgain | Submit => 6,
        _ => 1,
    };
    of_screen.div_ceil(targets)
}
