//! What holds for all pages.

use std::collections::BTreeSet;

use portals::style::{Translated, Unseen};
use portals::{
    Beside, Page, Portal, Screen, State, Style, Target, Words, beside, is_only_unlisted, page, page_in, page_without,
};

const SEEDS: u64 = 500;

fn mark(target: Target) -> String {
    format!("data-is=\"{}\"", target.name())
}

/// Frames hold their page in an attribute.
fn unpacked(html: &str) -> String {
    html.replace("&quot;", "\"").replace("&amp;", "&")
}

fn is_hindi(page: &Page) -> bool {
    page.note.contains("translated=Hindi")
}

#[test]
fn no_two_seeds_make_the_same_page() {
    for target in Target::ALL {
        let pages: BTreeSet<String> = (0..200).map(|seed| page(target, seed).html).collect();
        assert_eq!(pages.len() as u64, 200, "{}", target.name());
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
        for seed in 0..200 {
            let with = page(target, seed);
            assert!(unpacked(&with.html).contains(&mark(target)), "{} {seed}: {}", target.name(), with.note);
            match with.expected {
                Some(expected) => assert_eq!(expected, target.name()),
                None => {
                    assert_eq!(with.words, Words::Needed);
                    assert!(is_hindi(&with) || target == Target::Submit, "{} {seed}: {}", target.name(), with.note);
                }
            }
            let without = page_without(target, seed);
            let is_unlisted = target == Target::Gsp && is_only_unlisted(seed);
            assert_eq!(
                unpacked(&without.html).contains(&mark(target)),
                is_unlisted,
                "{} {seed}: {}",
                target.name(),
                without.note
            );
            let next = (target == Target::Captcha && !is_hindi(&without)).then_some("sign-in");
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
                assert_closed(&page, &format!("{} {seed}", target.name()));
            }
        }
    }
    for kind in Beside::ALL {
        for seed in 0..60 {
            assert_closed(&beside(*kind, seed), &format!("{kind:?} {seed}"));
        }
    }
}

fn assert_closed(page: &Page, name: &str) {
    for word in ["http://", "https://", "§"] {
        assert!(!page.html.contains(word), "{name}: {word}");
    }
}

#[test]
fn copies_that_nobody_sees_bear_no_mark() {
    let marks = |page: &Page| unpacked(&page.html).matches("data-is=").count();
    for target in Target::ALL {
        let seen = marks(&page_in(target, 1, Style::plain()));
        for unseen in Unseen::ALL {
            let page = page_in(target, 1, Style { unseen: *unseen, ..Style::plain() });
            assert_eq!(marks(&page), seen, "{} {unseen:?}", target.name());
        }
    }
}

#[test]
fn what_is_translated_into_hindi_is_not_expected_to_be_found() {
    for target in Target::ALL {
        let page = page_in(target, 1, Style { translated: Translated::Hindi, ..Style::plain() });
        assert_eq!((page.expected, page.words), (None, Words::Needed), "{}", target.name());
        assert!(!page.html.contains(">API Registration<"), "{}", target.name());
    }
}

#[test]
fn pages_beside_the_way_bear_no_mark_of_the_job() {
    for kind in Beside::ALL {
        for seed in 0..60 {
            let page = beside(*kind, seed);
            assert_eq!(page.expected, None);
            assert_eq!(page.words == Words::Done, kind.is_end(), "{kind:?}");
            for target in [Target::Otp, Target::VerifyOtp, Target::Gsp, Target::ApiUsername, Target::Submit] {
                assert!(!unpacked(&page.html).contains(&mark(target)), "{kind:?} {seed}: {}", target.name());
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
