//! Made-up portals. `cargo run -p portals -- show TARGET SEED` opens a page of them in a browser.

use einvoice_api_guide::journey::bar::{BAR, Bar};
use portals::style::Style;
use portals::{Beside, Page, Target, beside, page, page_in, page_without};
use wasm_bindgen_test::{console_log, wasm_bindgen_test};

use super::pages::Stage;
use super::table::{Count, Table};
use super::verdict::{Seen, Verdict};

/// How many pages of each screen are tried, how many with the target taken away, and how many of each kind beside.
const OF_SCREEN: u64 = 60;
const WITHOUT: u64 = 24;
const OF_BESIDE: u64 = 6;
/// How many pages of each screen are tried instead, and as many times more of the rest, where somebody says so.
const OF_THE_SCREEN: Option<&str> = option_env!("PAGES_OF_SCREEN");
/// How many pages of each target are tried instead, where somebody says so.
const OF_TARGET: Option<&str> = option_env!("PAGES_OF_EACH");
/// The bars of the curve.
const LEAST: [i32; 7] = [1, 2, 3, 4, 6, 8, 10];
const AHEAD: [i32; 5] = [1, 2, 3, 4, 6];

#[wasm_bindgen_test]
async fn made_up_portals_are_understood() {
    let stage = Stage::new();
    let (mut targets, mut choices) = (Table::default(), Table::default());
    for target in Target::ALL {
        for seed in 0..pages_of(target, OF_SCREEN) {
            let page = page(target, seed);
            let verdict = tried(&stage, &format!("{} {seed}", target.name()), &page).await;
            targets.add(target.name(), verdict);
            choices.add_choices(&page.note, verdict);
        }
    }
    choices.print("Made-up portals, by choice:");
    targets.print("Made-up portals, by target:");
    let all = targets.all();
    console_log!("made-up portals: {all}");
    assert_eq!(all.wrong, 0, "the guide was wrong on {} pages", all.wrong);
    assert!(all.share() >= 0.99, "the guide was right on {} of the pages", all.share());
}

/// Each choice alone, on a portal that is plain but for it: which of them the guide cannot do yet.
#[wasm_bindgen_test]
async fn a_portal_that_is_odd_in_one_thing_is_understood() {
    let stage = Stage::new();
    let mut choices = Table::default();
    for (choice, style) in Style::plain_but_one() {
        for target in Target::ALL.into_iter().filter(|target| is_about(&choice, *target)) {
            let page = page_in(target, 0, style.clone());
            let verdict = tried(&stage, &format!("{} with {choice}", target.name()), &page).await;
            choices.add(&choice, verdict);
        }
    }
    choices.print("One odd thing:");
    let all = choices.all();
    console_log!("one odd thing: {all}");
    assert_eq!(all.wrong, 0, "the guide was wrong on {} pages", all.wrong);
    assert!(all.share() >= 0.99, "the guide was right on {} of the pages", all.share());
}

#[wasm_bindgen_test]
async fn what_lies_beside_the_way_is_not_taken_for_it() {
    let stage = Stage::new();
    let (mut kinds, mut choices) = (Table::default(), Table::default());
    for kind in Beside::ALL {
        for seed in 0..pages(OF_BESIDE) {
            let page = beside(*kind, seed);
            let verdict = tried(&stage, &format!("{kind:?} {seed}"), &page).await;
            kinds.add(&format!("{kind:?}"), verdict);
            choices.add_choices(&page.note, verdict);
        }
    }
    choices.print("Beside the way, by choice:");
    kinds.print("Beside the way, by kind:");
    let all = kinds.all();
    console_log!("beside the way: {all}");
    assert_eq!(all.wrong, 0, "the guide was wrong on {} pages", all.wrong);
    assert!(all.share() >= 0.99, "the guide was right on {} of the pages", all.share());
}

#[wasm_bindgen_test]
async fn where_the_target_is_taken_away_nothing_else_is_taken_for_it() {
    let stage = Stage::new();
    let mut choices = Table::default();
    let mut wrong = 0;
    for target in Target::ALL {
        for seed in 0..pages_of(target, WITHOUT) {
            let page = page_without(target, seed);
            let verdict = tried(&stage, &format!("{} {seed} (taken away)", target.name()), &page).await;
            choices.add_choices(&page.note, verdict);
            wrong += u32::from(verdict == Verdict::Wrong);
        }
    }
    choices.print("With the target taken away, by choice:");
    console_log!("with the target taken away: wrong {wrong}");
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
            let seen = look_at(&stage, &with).await;
            each_bar(&mut counts, |bar, count| count.0.add(seen.deed(bar).verdict(&with)));
            let seen = look_at(&stage, &without).await;
            each_bar(&mut counts, |bar, count| {
                count.1 += u32::from(seen.deed(bar).verdict(&without) == Verdict::Wrong);
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

async fn look_at(stage: &Stage, page: &Page) -> Seen {
    Seen::of(&stage.show(&page.html).await, page.path).after(page.pressed)
}

/// Tries a page, and says what is not right about it.
async fn tried(stage: &Stage, name: &str, page: &Page) -> Verdict {
    let seen = look_at(stage, page).await;
    let deed = seen.deed(BAR);
    let verdict = deed.verdict(page);
    if verdict == Verdict::Wrong || verdict == Verdict::Silent {
        console_log!("{verdict:?}: {name}: {deed}; {}", page.note);
    }
    verdict
}

/// Whether a choice can be seen on the pages of a target.
fn is_about(choice: &str, target: Target) -> bool {
    use Target::{
        ApiPassword, ApiPasswordAgain, ApiRegistration, ApiUsername, Captcha, CreateApiUser, Gsp, LoginOtp,
        LoginVerifyOtp, Otp, PortalPassword, PortalUsername, SignIn, Submit, ThroughGsp, UserCredentials, VerifyOtp,
    };
    let form = [ThroughGsp, Gsp, ApiUsername, ApiPassword, ApiPasswordAgain, Submit];
    let login = [PortalUsername, PortalPassword, Captcha, SignIn];
    let menu = [ApiRegistration, UserCredentials, CreateApiUser, Target::CloseNotice, Target::ExitContacts];
    let screens = [
        Target::LoginButton,
        Captcha,
        LoginOtp,
        Target::ExitContacts,
        Target::CloseNotice,
        Target::Home,
        CreateApiUser,
        Otp,
        ThroughGsp,
        ApiPassword,
        Submit,
    ];
    let question = choice.split('=').next().unwrap_or_default();
    match question {
        "late" | "reload" | "keeps" | "listens" | "renewal" | "list_follows" | "between" => false,
        "levels" | "decoys" | "collapse" | "closed" | "entry" | "menu_box" | "entry_lines" => menu.contains(&target),
        "otp_words" | "verify_words" | "otp_box" | "verify_when" | "otp_captcha" => {
            [LoginOtp, LoginVerifyOtp, Otp, VerifyOtp].contains(&target)
        }
        "strip_at_login" => [LoginOtp, LoginVerifyOtp].contains(&target),
        "otp_title" => [Otp, VerifyOtp].contains(&target),
        "prefix" | "user_words" | "password_words" | "again_words" | "gsp_words" | "channel_words" | "submit_words"
        | "channels" | "reveal" | "radio" | "radio_words" | "list" | "list_hiding" | "wanted" | "nothing" | "tip"
        | "remark" | "submit_when" => form.contains(&target),
        "captcha_box" | "dialog_layout" | "login_words" => login.contains(&target) || target == Target::LoginButton,
        "password_box" | "touch" => form.contains(&target) || login.contains(&target),
        _ => screens.contains(&target),
    }
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
    pages(of_screen).div_ceil(targets)
}

/// So many pages of a screen, or as many times more as somebody asks for.
fn pages(of_screen: u64) -> u64 {
    let asked = OF_THE_SCREEN.and_then(|count| count.parse::<u64>().ok());
    asked.map_or(of_screen, |asked| (asked * of_screen).div_ceil(OF_SCREEN))
}
