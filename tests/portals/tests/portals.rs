//! What holds for all pages.

use std::collections::BTreeSet;

use portals::{Portal, Screen, State, Style, Target, is_only_unlisted, page, page_without};

const SEEDS: u64 = 500;

fn mark(target: Target) -> String {
    format!("data-is=\"{}\"", target.name())
}

/// Frames hold their page in an attribute.
fn unpacked(html: &str) -> String {
    html.replace("&quot;", "\"").replace("&amp;", "&")
}

#[test]
fn no_two_seeds_make_the_same_page() {
    for target in Target::ALL {
        let pages: BTreeSet<String> = (0..SEEDS).map(|seed| page(target, seed).html).collect();
        assert_eq!(pages.len() as u64, SEEDS, "{}", target.name());
    }
}

#[test]
fn a_seed_makes_the_same_page_each_time() {
    for target in Target::ALL {
        for seed in 0..20 {
            assert_eq!(page(target, seed), page(target, seed));
            assert_eq!(page_without(target, seed), page_without(target, seed));
        }
    }
}

#[test]
fn a_page_holds_its_mark_and_the_page_without_does_not() {
    for target in Target::ALL {
        for seed in 0..SEEDS {
            let with = page(target, seed);
            assert!(unpacked(&with.html).contains(&mark(target)), "{} {seed}: {}", target.name(), with.note);
            assert_eq!(with.expected, Some(target.name()));
            let without = page_without(target, seed);
            let is_unlisted = target == Target::Gsp && is_only_unlisted(seed);
            assert_eq!(
                unpacked(&without.html).contains(&mark(target)),
                is_unlisted,
                "{} {seed}: {}",
                target.name(),
                without.note
            );
            let next = (target == Target::Captcha).then_some("sign-in");
            assert_eq!(without.expected, next);
        }
    }
}

#[test]
fn every_choice_is_made_by_some_seed() {
    let made: BTreeSet<String> = (0..SEEDS).flat_map(|seed| Style::of(seed).choices()).collect();
    for choice in Style::all_choices() {
        assert!(made.contains(&choice), "{choice}");
    }
}

#[test]
fn no_page_leads_out_or_shows_its_seams() {
    for target in Target::ALL {
        for seed in 0..60 {
            for page in [page(target, seed), page_without(target, seed)] {
                for word in ["http://", "https://", "§"] {
                    assert!(!page.html.contains(word), "{} {seed}: {word}", target.name());
                }
            }
        }
    }
}

#[test]
fn live_pages_hold_what_their_screen_is_for() {
    let screens = [
        (Screen::Home, Target::SignIn),
        (Screen::LoginOtp, Target::LoginOtp),
        (Screen::Contacts, Target::ExitContacts),
        (Screen::MainMenu, Target::Home),
        (Screen::Inner, Target::Home),
        (Screen::Otp, Target::VerifyOtp),
        (Screen::Form, Target::ApiPasswordAgain),
        (Screen::Users, Target::Home),
    ];
    for seed in 0..100 {
        let portal = Portal::of(seed);
        for (screen, target) in screens {
            let html = portal.render(&State { live: true, ..State::at(screen) });
            assert!(unpacked(&html).contains(&mark(target)), "{screen:?} {seed}: {}", portal.style());
            assert!(html.contains("<script>"));
        }
    }
}
