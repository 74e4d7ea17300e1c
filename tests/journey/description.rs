//! The description of a page: it keeps what a screen is known by, and nothing of anybody. Each description that lies in
//! `tests/fixtures/pages/` is a test by itself.

use std::fs;
use std::path::{Path, PathBuf};

use einvoice_api_guide::journey::{Act, Context, Guidance, Memory, Screen, Settings, Step, Target, description, gsp};
use einvoice_api_guide::rules::Judgement;
use einvoice_api_guide::snapshot::{
    Choices, Control, ControlId, Entry, Kind, Layer, PrefixPlace, Reach, Snapshot, Spot,
};
use proptest::prelude::*;
use serde::Deserialize;

use crate::Page;

/// What must not be told, and its parts that would tell it.
const SECRETS: [(&str, &[&str]); 18] = [
    ("29ZZZCZ0000Z1ZX", &["29ZZZ", "ZZZCZ", "Z1ZX"]),
    ("9800012345", &[]),
    ("+91 98000-12345", &[]),
    ("482913", &[]),
    ("Quillmont Zyxara", &["Quillmont", "Zyxara"]),
    ("ZYXARA TRADERS", &["ZYXARA", "TRADERS"]),
    ("M/s. Quillmont & Sons", &["Quillmont", "Sons"]),
    ("API TRADERS", &["TRADERS"]),
    ("zyxara.accounts@quillmont.example", &["zyxara", "accounts", "quillmont"]),
    ("API_genzyx", &["genzyx"]),
    ("API_my_tera_user2", &["my", "tera_", "_user"]),
    ("Genzyx@2024", &["Genzyx"]),
    ("Pass#word", &["Pass#", "#word"]),
    ("Wq7!zyxpw", &["Wq", "zyxpw"]),
    ("राजेश कुमार", &["राजेश", "कुमार", "्"]),
    ("கண்ணன்", &["கண்", "்"]),
    ("Zyxarabad 560001", &["Zyxarabad"]),
    ("٠١٢٣ ① ½ Ⅷ", &[]),
];

fn described(page: &Snapshot) -> Snapshot {
    read(&description::of(page))
}

fn read(json: &str) -> Snapshot {
    serde_json::from_str(json).unwrap_or_else(|error| panic!("{error} in {json}"))
}

/// What stays of a text of the page.
fn kept(text: &str) -> String {
    let page = described(&Page::at("").text(text).0);
    page.texts.concat()
}

/// What stays of an entry of a list.
fn kept_of_choice(text: &str) -> String {
    let choices = Choices { texts: vec![text.to_owned()], ..Choices::default() };
    let list = Control { choices: Some(choices), ..Control::default() };
    let page = described(&Snapshot { controls: vec![list], ..Snapshot::default() });
    page.controls.into_iter().filter_map(|list| list.choices).flat_map(|choices| choices.texts).collect()
}

/// What stays of an id in the page's code.
fn kept_of_id(id: &str) -> String {
    let page = described(&Page::at(id).0);
    page.path
}

#[test]
fn known_words_stay_and_all_others_are_left_out() {
    for (text, want) in [
        ("API Registration", "API Registration"),
        ("  Select\u{a0}your\n GSP:* ", "Select your GSP:*"),
        ("GOODS AND SERVICES TAX e - INVOICE SYSTEM", "GOODS AND SERVICES TAX e - INVOICE SYSTEM"),
        ("7: Re-enter Password", "…: Re-enter Password"),
        ("GSTIN: 29ZZZCZ0000Z1ZX - Name: MADE-UP TRADERS", "GSTIN: *************** - Name: …"),
        ("API TRADERS", "API …"),
        ("Zyxara, Quillmont (12/05/2024) & Sons", "…"),
        ("Welcome, Zyxara!", "Welcome, …"),
        ("Welcome to e-Invoice", "Welcome to e-Invoice"),
        ("A. Quillmont", "…"),
        ("Name: E Zyxara", "Name: …"),
        ("Zyxara A Quillmont", "…"),
        ("Create a user", "Create a user"),
        ("What's new", "What's new"),
        ("x", "x"),
        ("×", "×"),
        ("a", "…"),
        ("API_", "API_"),
        ("API user API_tera created successfully.", "API user API_… created successfully."),
        ("\"API_my.user\" created", "\"API_…\" created"),
        ("user@portal.mail", "…"),
        ("Tera@2024", "…"),
        ("API Regi\u{ad}stration \u{25be}", "API Regi\u{ad}stration \u{25be}"),
        ("जमा करें / Submit", "… / Submit"),
        ("say \"OK\" \\ \u{7}not\u{0}", "… \"OK\" \\ …"),
        ("UserZyxara", "…"),
        ("Code 3004", "Code …"),
        ("Wait… OK", "… OK"),
        ("Home…", "Home…"),
        ("A user@portal.mail", "…"),
        ("API_zyx Quillmont/Home", "API_… /Home"),
        ("", ""),
    ] {
        assert_eq!(kept(text), want, "{text:?}");
    }
}

/// "Name: INDIA TAX SOFTWARE PRIVATE LIMITED" once came out whole.
#[test]
fn a_taxpayers_name_is_left_out_though_all_its_words_are_common() {
    for (text, want) in [
        ("Name: INDIA TAX SOFTWARE PRIVATE LIMITED", "Name: …"),
        ("Name : TAX SERVICES PORTAL", "Name : …"),
        ("Name\u{ff1a} TAX SERVICES", "Name\u{ff1a} …"),
        ("Name - TAX SERVICES", "Name - …"),
        ("GSTIN: 29ZZZCZ0000Z1ZX - Name: INTERNAL TAX, Home", "GSTIN: *************** - Name: …"),
        ("Legal Name TAX SERVICES", "… Name …"),
        ("Trade name of the business: TAX SERVICES", "… name …"),
        ("Name of the taxpayer TAX SERVICES", "Name …"),
        ("INDIA TAX SOFTWARE PRIVATE LIMITED", "…"),
        ("Sharma Tax Consulting Private Limited", "…"),
        ("Logout: Tax & Services (India) Pvt. Ltd.", "Logout: … ."),
        ("M/s Tax Services", "…"),
        ("Welcome TAX SERVICES", "Welcome …"),
        ("User Name", "User Name"),
        ("Re-enter name - now", "Re-enter name - …"),
    ] {
        assert_eq!(kept(text), want, "{text:?}");
    }
}

#[test]
fn a_name_that_is_a_text_of_its_own_is_known_by_its_label() {
    let texts = ["Legal Name:", "TAX SERVICES", "Name", "TAX SERVICES", "User Name:", "Password:"].map(str::to_owned);
    let page = Snapshot {
        texts: texts.to_vec(),
        controls: vec![Control { before: texts.iter().rev().cloned().collect(), ..Control::default() }],
        ..Snapshot::default()
    };
    let want = ["… Name:", "…", "Name", "…", "User Name:", "Password:"].map(str::to_owned);
    let page = described(&page);
    assert_eq!(page.texts, want);
    assert_eq!(page.controls[0].before.iter().rev().cloned().collect::<Vec<_>>(), want);
}

#[test]
fn the_words_of_companies_stay_in_lists_to_choose_from() {
    for (text, want) in [
        ("Tera Software Limited", "Tera Software Limited"),
        ("Terasoft Software Limited", "… Software Limited"),
        ("T\u{435}ra Software Limited", "… Software Limited"),
        ("Name: Tera Software Limited", "Name: …"),
        ("--Select--", "--Select--"),
    ] {
        assert_eq!(kept_of_choice(text), want, "{text:?}");
    }
    assert_eq!(kept("Tera Software Limited"), "…");
}

/// Words of two scripts, or with a sign of another width between, once counted as the known one among them.
#[test]
fn nothing_hides_behind_a_known_word() {
    for text in ["Home\u{f0000}राजेश", "Home\u{3000}राजेश", "Homeराजेश", "Ho\u{2d0}me"] {
        assert!(!kept(text).contains('र') && !kept(text).contains('\u{2d0}'), "{text:?}");
    }
}

#[test]
fn ids_and_addresses_are_taken_apart() {
    for (id, want) in [
        ("/Home/MainMenu", "/Home/MainMenu"),
        ("txtUserName", "txtUserName"),
        ("txtZyxaraName", "txt…Name"),
        ("ctl00$Main$ddlGSPList2", "…$Main$ddlGSPList…"),
        ("APIUser.OTP1", "APIUser.OTP…"),
        ("/Api/29ZZZCZ0000Z1ZX/Zyxara", "/Api/…"),
        ("user@portal.mail", "…"),
    ] {
        assert_eq!(kept_of_id(id), want, "{id:?}");
    }
}

/// The texts in quotation marks of a file of the source, without its comments and tests.
fn literals(path: &Path) -> Vec<String> {
    let text = fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    let code = text.split("#[cfg(test)]").next().unwrap_or_default();
    let lines = code.lines().filter(|line| !line.trim_start().starts_with("//"));
    lines.flat_map(|line| line.split('"').skip(1).step_by(2).map(str::to_owned)).collect()
}

#[test]
fn every_word_that_a_screen_is_known_by_stays() {
    let journey = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/journey");
    let mut files = files(&journey.join("screens"), "rs");
    files.extend(["answers.rs", "reading.rs", "gsp.rs"].map(|name| journey.join(name)));
    let is_wording = |text: &String| {
        text.starts_with(|c: char| c.is_ascii_lowercase())
            && text.chars().all(|c| c.is_ascii_lowercase() || " -'/".contains(c))
    };
    let lost: Vec<String> = files.iter().flat_map(|file| literals(file)).filter(is_wording).collect();
    assert!(lost.len() > 100, "only {} wordings were found", lost.len());
    let lost: Vec<String> = lost.into_iter().filter(|text| kept_of_choice(text).contains('…')).collect();
    assert!(lost.is_empty(), "add to WORDS in src/journey/description/redact.rs: {lost:?}");
}

#[test]
fn a_signed_in_page_is_still_one() {
    let menu = Page::account("/Home/MainMenu").text("Dash Board").link("e-Invoice").link("API Registration");
    assert_eq!(menu.target(), Some(Target::ApiRegistration));
    assert_eq!(Page(described(&menu.0)).guidance(), menu.guidance());
}

fn secret() -> impl Strategy<Value = String> {
    let made_up = "Q[a-z]{2,7}zq";
    prop_oneof![
        4 => prop::sample::select(&SECRETS[..]).prop_map(|(secret, _)| secret.to_owned()),
        2 => made_up,
        1 => "[0-9]{1,12}",
        1 => "\\PC{0,6}",
        1 => "\\p{Cc}{1,2}",
    ]
}

fn label() -> impl Strategy<Value = String> {
    let labels = ["API Registration", "User Name", "Enter OTP:", "e-Invoice", "--Select--", "GSTIN:", "Home", "A", "x"];
    prop::sample::select(labels.to_vec()).prop_map(str::to_owned)
}

/// Secrets among labels. Only in prose do they touch: in an id a border between two is one between two words.
fn text() -> impl Strategy<Value = String> {
    let gap = prop::sample::select(vec![" ", ", ", ": ", " - ", "\n", "/", "\" ", " \\ ", ". ", "…", "\u{a0}"]);
    let piece = prop_oneof![secret(), secret(), label()];
    prop::collection::vec((piece, gap), 0..5)
        .prop_map(|pieces| pieces.into_iter().flat_map(|(piece, gap)| [piece, gap.to_owned()]).collect())
}

fn spot() -> impl Strategy<Value = Spot> {
    let at = -3000_i32..3000;
    (at.clone(), at.clone(), at.clone(), at).prop_map(|(left, top, right, bottom)| Spot { left, top, right, bottom })
}

fn choices() -> impl Strategy<Value = Choices> {
    let choices = (prop::collection::vec(text(), 0..4), prop::option::of(0_usize..4), any::<bool>(), any::<bool>());
    choices.prop_map(|(texts, selected, preset, cut)| Choices { texts, selected, preset, cut })
}

fn control() -> impl Strategy<Value = Control> {
    use Kind::{Button, Link, Other, PasswordBox, Radio, Select, TextBox};
    let kind = prop::sample::select(vec![Link, Button, TextBox, PasswordBox, Radio, Select, Other]);
    let reach = prop::sample::select(vec![Reach::Clear, Reach::Scroll, Reach::Behind, Reach::Off, Reach::Gone]);
    let texts = || prop::collection::vec(text(), 0..3);
    // An empty text is none.
    let shows = prop::option::of(text().prop_map(|text| format!("Home {text}")));
    let words = (text(), texts(), text(), text(), texts(), shows);
    let flags = prop::array::uniform5(any::<bool>());
    let rest = (
        prop::option::of(spot()),
        prop::option::of(0_usize..9),
        prop::option::of(0_usize..600),
        prop::option::of(choices()),
    );
    (0_usize..900, kind, reach, words, flags, rest).prop_map(|(id, kind, reach, words, flags, rest)| {
        let (name, before, after, beside, hints, shows) = words;
        let [expanded, filled, checked, is_going, has_prefix] = flags;
        let (spot, opener, max_length, choices) = rest;
        Control {
            id: ControlId(id),
            kind,
            name,
            before,
            after,
            beside,
            hints,
            reach,
            spot,
            opener: opener.map(ControlId),
            expanded,
            filled,
            checked,
            entry: if is_going { Entry::Going } else { Entry::Left },
            max_length,
            prefix: has_prefix.then_some(PrefixPlace::Inside),
            choices,
            shows,
            ..Control::default()
        }
    })
}

fn page() -> impl Strategy<Value = Snapshot> {
    let layer = prop::sample::select(vec![Layer::None, Layer::Dialog, Layer::Curtain]);
    let texts = || prop::collection::vec(text(), 0..4);
    let controls = prop::collection::vec(control(), 0..4);
    (text(), text(), text(), texts(), texts(), controls, layer).prop_map(
        |(path, title, pictures, texts, linked, controls, layer)| Snapshot {
            path,
            title,
            pictures,
            texts,
            linked,
            controls,
            layer,
            ..Snapshot::default()
        },
    )
}

/// Every text of a page.
fn texts_of(page: &mut Snapshot) -> Vec<&mut String> {
    let mut all = vec![&mut page.path, &mut page.title, &mut page.pictures];
    all.extend(page.texts.iter_mut().chain(&mut page.linked));
    for control in &mut page.controls {
        all.extend([&mut control.name, &mut control.after, &mut control.beside]);
        all.extend(control.before.iter_mut().chain(&mut control.hints).chain(&mut control.shows));
        all.extend(control.choices.iter_mut().flat_map(|choices| &mut choices.texts));
    }
    all
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2048))]

    #[test]
    fn nothing_of_anybody_is_in_a_description(mut page in page()) {
        let mut read = described(&page);
        prop_assert_eq!(&described(&read), &read, "a description describes itself");
        for text in texts_of(&mut read) {
            prop_assert!(!text.chars().any(char::is_numeric), "a number in {:?}", text);
            prop_assert!(!text.contains("zq"), "a name in {:?}", text);
            for tell in SECRETS.iter().flat_map(|(_, tells)| *tells) {
                prop_assert!(!text.contains(tell), "{} in {:?}", tell, text);
            }
            text.clear();
        }
        texts_of(&mut page).into_iter().for_each(String::clear);
        prop_assert_eq!(read, page, "more than words was left out");
    }
}

/// A description with what the guide is to make of it; a bare description is one as well.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Fixture {
    #[serde(rename = "about")]
    _about: String,
    expect: Option<Expect>,
    page: Snapshot,
}

#[derive(Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
struct Expect {
    step: Option<Step>,
    target: Option<Target>,
    state: State,
}

/// What the guide shows, or that it is about to do one of its two acts.
#[derive(Debug, PartialEq, Deserialize)]
#[serde(rename_all = "lowercase")]
enum State {
    Guiding,
    Acting,
    Blocked,
    Waiting,
    Done,
    Quiet,
}

impl Fixture {
    fn of(path: &Path) -> Self {
        let text = fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        let json: serde_json::Value =
            serde_json::from_str(&text).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        let fixture = if json.get("page").is_some() {
            serde_json::from_value(json)
        } else {
            serde_json::from_value(json).map(|page| Self { _about: String::new(), expect: None, page })
        };
        fixture.unwrap_or_else(|error| panic!("{}: {error}", path.display()))
    }
}

impl Expect {
    fn of(guidance: &Guidance) -> Self {
        let (state, target) = match guidance {
            Guidance::Nothing | Guidance::NotYet => (State::Quiet, None),
            Guidance::Point(pointer) => (State::Guiding, Some(pointer.target)),
            Guidance::Wait { .. } => (State::Waiting, None),
            Guidance::Blocked { .. } => (State::Blocked, None),
            Guidance::Act(Act::ChooseChannel(_)) => (State::Acting, Some(Target::ThroughGsp)),
            Guidance::Act(Act::ChooseGsp { .. }) => (State::Acting, Some(Target::Gsp)),
            Guidance::Done { .. } => (State::Done, None),
        };
        Self { step: guidance.step(), target, state }
    }
}

/// The files in a folder whose names end so.
fn files(folder: &Path, end: &str) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    let mut files: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).collect();
    files.retain(|path| path.extension().is_some_and(|extension| extension == end));
    files.sort();
    files
}

/// Whether an act is one of the two, on what it is for.
fn is_lawful(act: Act, page: &Snapshot, wanted: &str) -> bool {
    match act {
        Act::ChooseChannel(radio) => page.control(radio).is_some_and(|c| c.clear() && c.kind == Kind::Radio),
        Act::ChooseGsp { list, choice } => {
            let list = page.control(list).filter(|list| list.clear());
            let name = list.and_then(|list| list.choices.as_ref()?.texts.get(choice));
            name.is_some_and(|name| gsp::same(name, wanted))
        }
    }
}

#[test]
fn each_description_of_a_page_is_understood_as_expected() {
    let fixtures = files(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/pages"), "json");
    assert!(!fixtures.is_empty(), "there are no descriptions");
    for path in fixtures {
        let Fixture { expect, page, .. } = Fixture::of(&path);
        assert_eq!(described(&page), page, "{} holds more than a description does", path.display());
        let settings = Settings::default();
        let (memory, judgement) = (Memory::default(), Judgement::default());
        let context = Context::ready(&settings, &memory, &judgement);
        let guidance = Screen::of(&page, &settings.gsp).decide(&context);
        if let Guidance::Act(act) = guidance {
            assert!(is_lawful(act, &page, &settings.gsp), "{}: {act:?}", path.display());
        }
        if let Some(expect) = expect {
            assert_eq!(Expect::of(&guidance), expect, "{}", path.display());
        }
    }
}
