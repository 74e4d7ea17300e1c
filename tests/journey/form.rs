//! Steps 6 to 8: the registration form.

use einvoice_api_guide::journey::gsp::{DEFAULT, SUCCESSOR};
use einvoice_api_guide::journey::say::Message;
use einvoice_api_guide::journey::{Act, Deed, Guidance, Memory, Offer, Pointer, Settings, Step, Target};
use einvoice_api_guide::rules::{Judgement, Password, Suggestion, UserName};
use einvoice_api_guide::snapshot::{ControlId, Kind};

use crate::{Page, judged};

const GSPS: [&str; 5] = [
    "--Select--",
    "Adaequare Info Private Limited",
    "Tera Software Limited",
    "Masters India Private Limited",
    "Tally ( India) Private Ltd",
];

fn channels(through: bool) -> Page {
    Page::account("/Api/Form")
        .text("API Registration")
        .text("DO you wish to Register your GSTIN for API Interface:")
        .radio("Through GSP", through)
        .radio("Through ERP", false)
        .radio("Through Client-Id of other GSTIN", false)
}

fn with_list(choices: &[&str], selected: usize) -> Page {
    channels(true).list("Select your GSP:", choices, selected)
}

fn whole(selected: usize) -> Page {
    with_list(&GSPS, selected)
        .control(Kind::TextBox, "", |field| field.before.extend(["API_".to_owned(), "Username:".to_owned()]))
        .field(Kind::PasswordBox, "Password:", |_| {})
        .field(Kind::PasswordBox, "Re-enter Password:", |_| {})
        .button("Submit")
        .button("Exit")
}

fn remembering(channel: Deed, gsp: Deed) -> Memory {
    Memory { channel, gsp, ..Memory::default() }
}

fn decide(page: &Page, memory: &Memory) -> Guidance {
    page.guidance_with(memory, &Settings::default(), &Judgement::default())
}

fn pointer(guidance: Guidance) -> Pointer {
    match guidance {
        Guidance::Point(pointer) => pointer,
        other => panic!("no ring: {other:?}"),
    }
}

fn says(pointer: &Pointer, message: Message) -> bool {
    pointer.say.iter().any(|say| say.message == message)
}

#[test]
fn the_channel_is_chosen_once() {
    assert_eq!(channels(false).guidance(), Guidance::Act(Act::ChooseChannel(ControlId(1))));
    for deed in [Deed::Done(None), Deed::TakenBack, Deed::Refused] {
        let after = pointer(decide(&channels(false), &remembering(deed, Deed::NotYet)));
        assert_eq!(after.target, Target::ThroughGsp, "{deed:?}");
    }
}

#[test]
fn another_channel_that_is_chosen_already_stays_until_the_user_changes_it() {
    let page = Page::account("/Api/Form")
        .text("Register your GSTIN for API Interface")
        .radio("Directly", true)
        .radio("Through GSP", false)
        .radio("Through ERP", false);
    let pointer = pointer(page.guidance());
    assert_eq!(pointer.target, Target::ThroughGsp);
    assert!(says(&pointer, Message::OtherChannel));
}

#[test]
fn nothing_is_chosen_where_the_user_wants_to_choose() {
    let settings = Settings { automatic: false, ..Settings::default() };
    let decide = |page: &Page| page.guidance_with(&Memory::default(), &settings, &Judgement::default());
    assert_eq!(pointer(decide(&channels(false))).target, Target::ThroughGsp);
    assert_eq!(pointer(decide(&with_list(&GSPS, 0))).target, Target::Gsp);
}

#[test]
fn the_wanted_gsp_is_chosen_from_the_list() {
    let list = ControlId(4);
    assert_eq!(with_list(&GSPS, 0).guidance(), Guidance::Act(Act::ChooseGsp { list, choice: 2 }));
}

#[test]
fn a_list_of_companies_is_ours_whatever_only_programs_read() {
    for (name, label, is_ours) in
        [("Select State", "", true), ("", "Select State", false), ("Select your GSP", "", true), ("", "ERP", false)]
    {
        let mut page = with_list(&GSPS, 0);
        for list in page.0.controls.iter_mut().filter(|control| control.kind == Kind::Select) {
            (list.name, list.before) = (name.to_owned(), vec![label.to_owned()]);
        }
        assert_eq!(matches!(page.guidance(), Guidance::Act(Act::ChooseGsp { .. })), is_ours, "{name:?} {label:?}");
    }
}

#[test]
fn a_list_that_is_still_empty_is_waited_for() {
    assert!(matches!(with_list(&["--Select--"], 0).guidance(), Guidance::Wait { step: Step::SelectGsp, .. }));
    assert!(matches!(channels(true).guidance(), Guidance::Wait { step: Step::SelectGsp, .. }));
}

#[test]
fn a_look_alike_is_never_chosen() {
    let list =
        ["--Select--", "Terasoft Software Limited", "Old Tera Software", "Tera Software Solutions Private Limited"];
    let Guidance::Blocked { step, say, offers } = with_list(&list, 0).guidance() else { panic!("not blocked") };
    assert_eq!(step, Step::SelectGsp);
    assert_eq!(say.first().map(|say| say.gaps.clone()), Some(vec![DEFAULT.to_owned()]));
    assert!(offers.is_empty());
}

#[test]
fn the_successor_is_offered_and_never_taken() {
    let list = ["--Select--", SUCCESSOR, "Tally ( India) Private Ltd"];
    let Guidance::Blocked { offers, say, .. } = with_list(&list, 0).guidance() else { panic!("not blocked") };
    assert_eq!(offers, [Offer::UseSuccessor]);
    assert!(say.iter().any(|say| say.message == Message::GspSuccessor));
    let other = Settings { gsp: "Adaequare Info Private Limited".to_owned(), ..Settings::default() };
    let guidance = with_list(&list, 0).guidance_with(&Memory::default(), &other, &Judgement::default());
    let Guidance::Blocked { offers, .. } = guidance else { panic!("not blocked") };
    assert!(offers.is_empty(), "only MasterGST's customers have that successor");
}

#[test]
fn a_gsp_that_the_page_came_with_is_asked_about() {
    let pointer = pointer(whole(4).guidance());
    assert_eq!(pointer.target, Target::Gsp);
    assert_eq!(pointer.offers, [Offer::Select, Offer::Keep]);
}

#[test]
fn a_gsp_that_the_user_changed_afterwards_stays() {
    let pointer = pointer(decide(&whole(4), &remembering(Deed::Done(None), Deed::Done(None))));
    assert_eq!(pointer.step, Step::SetCredentials);
    assert!(says(&pointer, Message::OtherGspKept));
    assert_eq!(pointer.offers, [Offer::Select]);
}

#[test]
fn a_gsp_that_was_taken_back_is_left_to_the_user() {
    assert_eq!(pointer(decide(&whole(0), &remembering(Deed::Done(None), Deed::TakenBack))).target, Target::Gsp);
}

#[test]
fn what_the_user_asks_for_is_done_whatever_the_settings_say() {
    let settings = Settings { automatic: false, ..Settings::default() };
    let asked = remembering(Deed::NotYet, Deed::Asked);
    let guidance = whole(4).guidance_with(&asked, &settings, &Judgement::default());
    assert_eq!(guidance, Guidance::Act(Act::ChooseGsp { list: ControlId(4), choice: 2 }));
}

#[test]
fn what_the_guide_chose_is_said_with_a_way_back() {
    let both = pointer(decide(&whole(2), &remembering(Deed::Done(None), Deed::Done(None))));
    assert!(says(&both, Message::SelectedBoth));
    assert_eq!(both.offers, [Offer::Undo]);
    let own = pointer(decide(&whole(2), &Memory::default()));
    assert!(own.offers.is_empty(), "the user chose it: {own:?}");
}

#[test]
fn the_credentials_are_filled_from_top_to_bottom() {
    let target = |judgement: &Judgement| {
        pointer(whole(2).guidance_with(&Memory::default(), &Settings::default(), judgement)).target
    };
    assert_eq!(target(&Judgement::default()), Target::ApiUsername);
    assert_eq!(target(&judged(UserName::PrefixTwice, Password::Strong)), Target::ApiUsername);
    assert_eq!(target(&judged(UserName::Ok, Password::Empty)), Target::ApiPassword);
    assert_eq!(target(&judged(UserName::Ok, Password::Invalid(Vec::new()))), Target::ApiPassword);
    for password in [Password::Weak, Password::Fair, Password::Strong] {
        let mut judgement = judged(UserName::Ok, password);
        assert_eq!(target(&judgement), Target::Submit);
        judgement.again = einvoice_api_guide::rules::Again::Differs;
        assert_eq!(target(&judgement), Target::ApiPasswordAgain);
    }
}

#[test]
fn a_taken_name_is_asked_for_again_until_it_is_edited() {
    let page = whole(2).text("This username is already registered. Please choose a different username.");
    let good = judged(UserName::Ok, Password::Strong);
    let refused = pointer(page.guidance_with(&Memory::default(), &Settings::default(), &good));
    assert_eq!(refused.target, Target::ApiUsername);
    assert!(says(&refused, Message::HelpNameTaken));
    let edited = Memory { edited: true, ..Memory::default() };
    assert_eq!(pointer(page.guidance_with(&edited, &Settings::default(), &good)).target, Target::Submit);
}

#[test]
fn the_second_password_is_known_by_its_label_even_when_it_comes_first() {
    let page = with_list(&GSPS, 2)
        .field(Kind::TextBox, "Username:", |_| {})
        .field(Kind::PasswordBox, "Confirm Password", |_| {})
        .field(Kind::PasswordBox, "Password", |_| {})
        .button("Submit");
    let judgement = judged(UserName::Ok, Password::Empty);
    let pointer = pointer(page.guidance_with(&Memory::default(), &Settings::default(), &judgement));
    assert_eq!((pointer.target, pointer.at), (Target::ApiPassword, ControlId(7)));
}

#[test]
fn passwords_whose_labels_stand_in_one_row_are_told_apart_by_place() {
    for [first, second] in [["Password", "Re-enter Password"], ["New Password", "Confirm Password"]] {
        let page = with_list(&GSPS, 2)
            .field(Kind::TextBox, "Username:", |_| {})
            .control(Kind::PasswordBox, "", |field| {
                field.before.push(format!("7: {first}*: 8: {second}*:"));
                field.beside = format!("7: {first}*:");
            })
            .control(Kind::PasswordBox, "Username", |field| field.beside = format!("8: {second}*:"))
            .button("Submit");
        let judgement = judged(UserName::Ok, Password::Empty);
        let pointer = pointer(page.guidance_with(&Memory::default(), &Settings::default(), &judgement));
        assert_eq!((pointer.target, pointer.at), (Target::ApiPassword, ControlId(6)), "{first}");
    }
}

#[test]
fn each_answer_of_the_portal_is_helped_with_at_the_field_it_is_about() {
    for (text, target, help) in [
        (
            "The username is already registered. Please use a different username.",
            Target::ApiUsername,
            Message::HelpNameTaken,
        ),
        ("Password should contain at least one special character", Target::ApiPassword, Message::HelpWeakPassword),
        ("The Given Details Already Exists", Target::Submit, Message::HelpAlreadyRegistered),
        ("This GSTIN is not enabled for e-invoicing", Target::Submit, Message::HelpGstinNotEnabled),
        ("Duplicate request", Target::Submit, Message::HelpSentTwice),
        ("Internal Server Error", Target::Submit, Message::HelpPortalFault),
    ] {
        let judgement = judged(UserName::Ok, Password::Strong);
        let pointer = pointer(whole(2).text(text).guidance_with(&Memory::default(), &Settings::default(), &judgement));
        assert_eq!(pointer.target, target, "{text}");
        assert!(says(&pointer, help), "{text}: {:?}", pointer.say);
        assert_eq!(says(&pointer, Message::NameIdeas), help == Message::HelpNameTaken, "{text}");
    }
}

#[test]
fn a_password_of_the_guides_own_is_offered_and_to_be_saved() {
    let offers = |password, suggestion| {
        let judgement = Judgement { suggestion, ..judged(UserName::Ok, password) };
        let guidance = whole(2).guidance_with(&Memory::default(), &Settings::default(), &judgement);
        let pointer = pointer(guidance);
        (says(&pointer, Message::SavePassword), pointer.offers)
    };
    assert_eq!(offers(Password::Empty, Suggestion::None), (false, vec![Offer::Suggest]));
    let shown = vec![Offer::FillPassword, Offer::CopyPassword, Offer::Suggest];
    assert_eq!(offers(Password::Empty, Suggestion::Shown), (false, shown.clone()));
    // Once another one was typed, a press on "make one" showed nothing.
    assert_eq!(offers(Password::Weak, Suggestion::Awaited), (false, shown));
    assert_eq!(offers(Password::Strong, Suggestion::Used), (true, vec![Offer::CopyPassword]));
}

#[test]
fn caps_lock_and_a_space_at_an_end_are_told_at_the_password() {
    let judgement =
        Judgement { has_edge_space: true, caps_lock: true, ..judged(UserName::Ok, Password::Invalid(Vec::new())) };
    let pointer = pointer(whole(2).guidance_with(&Memory::default(), &Settings::default(), &judgement));
    assert!(says(&pointer, Message::PasswordEdgeSpace) && says(&pointer, Message::CapsLockOn), "{:?}", pointer.say);
}
