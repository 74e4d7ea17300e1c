//! Pages that are not part of the job, and pages made of anything at all: no ring, no act, no panic.

use einvoice_api_guide::journey::{Act, Context, Guidance, Memory, Screen, Settings};
use einvoice_api_guide::rules::Judgement;
use einvoice_api_guide::snapshot::{Choices, Control, ControlId, Kind, Layer, Reach, Snapshot};
use proptest::prelude::*;

use crate::Page;

#[test]
fn other_pages_of_the_portal_have_no_ring() {
    let pages = [
        Page::public("/Others/TaxpayerSearch").button("Login").field(Kind::TextBox, "GSTIN", |_| {}).button("Go"),
        Page::public("/Others/Faqs").button("Login").text("What is an API user?"),
        Page::public("/Home/ForgotUserPwd")
            .button("Login")
            .field(Kind::TextBox, "User Name", |_| {})
            .field(Kind::TextBox, "GSTIN", |_| {})
            .field(Kind::TextBox, "Enter OTP", |_| {})
            .button("Verify OTP"),
        Page::public("/Home/UserRegistration")
            .field(Kind::TextBox, "User Name", |_| {})
            .field(Kind::PasswordBox, "Password", |_| {})
            .field(Kind::PasswordBox, "Confirm Password", |_| {})
            .button("Submit"),
    ];
    for page in pages {
        assert_eq!(page.guidance(), Guidance::Nothing, "{:?}", page.0.path);
    }
}

#[test]
fn neighbours_that_ask_for_an_otp_are_not_our_otp_page() {
    for title in ["Freeze API User", "Change API Password"] {
        let page = Page::at("/Api/x").text(title).field(Kind::TextBox, "Enter OTP:", |_| {}).button("Verify OTP");
        assert_eq!(page.guidance(), Guidance::Nothing, "{title}");
    }
}

#[test]
fn other_sites_logins_have_no_ring() {
    let page = Page::at("/")
        .text("Welcome back")
        .field(Kind::TextBox, "Username", |_| {})
        .field(Kind::PasswordBox, "Password", |_| {})
        .button("Login");
    assert_eq!(page.guidance(), Guidance::Nothing);
}

/// Words of the job and of its look-alikes, in any mixture.
fn words() -> impl Strategy<Value = String> {
    prop_oneof![
        prop::sample::select(vec![
            "",
            "API Registration",
            "API_",
            "API_x created",
            "Through GSP",
            "GSP",
            "Through ERP",
            "Enter OTP",
            "Verify OTP",
            "Login",
            "User name",
            "Password",
            "Re-enter Password",
            "Captcha",
            "Submit",
            "Exit",
            "Close",
            "Home",
            "User Credentials",
            "Create API User",
            "MIS Reports",
            "e-Invoice System",
            "GSTIN: 29ZZZCZ0000Z1ZX - Name: x",
            "Dash Board",
            "List of API Users",
            "Tera Software Limited",
            "--Select--",
            "Contacts of Technical Person",
            "Register your GSTIN for API Interface",
            "Latest Updates",
            "Incorrect OTP !!",
        ])
        .prop_map(str::to_owned),
        ".{0,12}",
    ]
}

fn choices() -> impl Strategy<Value = Option<Choices>> {
    let choices = (prop::collection::vec(words(), 0..6), prop::option::of(0_usize..8), any::<bool>());
    prop::option::of(choices.prop_map(|(texts, selected, preset)| Choices { texts, selected, preset, cut: false }))
}

fn controls() -> impl Strategy<Value = Vec<Control>> {
    use Kind::{Button, Link, Other, PasswordBox, Radio, Select, TextBox};
    let kind = prop::sample::select(vec![Link, Button, TextBox, PasswordBox, Radio, Select, Other]);
    let reach = prop::sample::select(vec![
        Reach::Clear,
        Reach::Scroll,
        Reach::Behind,
        Reach::Covered,
        Reach::Hidden,
        Reach::Off,
        Reach::Gone,
    ]);
    let flags = prop::array::uniform3(any::<bool>());
    let labels = (words(), prop::collection::vec(words(), 0..3), words(), words());
    let control = (kind, labels, reach, flags, choices(), prop::option::of(0_usize..14)).prop_map(
        |(kind, (name, before, after, beside), reach, [filled, checked, expanded], choices, opener)| Control {
            id: ControlId(0),
            kind,
            name,
            before,
            after,
            beside,
            hints: Vec::new(),
            reach,
            spot: None,
            opener: opener.map(ControlId),
            expanded,
            filled,
            checked,
            max_length: None,
            choices,
            ..Control::default()
        },
    );
    prop::collection::vec(control, 0..14).prop_map(|mut all| {
        all.iter_mut().enumerate().for_each(|(place, control)| control.id = ControlId(place));
        all
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(4096))]

    #[test]
    fn any_page_gets_an_answer_and_only_the_two_acts_on_what_can_be_used(
        controls in controls(),
        texts in prop::collection::vec(words(), 0..8),
        layer in prop::sample::select(vec![Layer::None, Layer::Dialog, Layer::Curtain]),
    ) {
        let page = Snapshot { path: "/".to_owned(), texts, controls, layer, ..Snapshot::default() };
        let settings = Settings::default();
        let memory = Memory::default();
        let judgement = Judgement::default();
        let guidance = Screen::of(&page, &settings.gsp)
            .decide(&Context::ready(&settings, &memory, &judgement));
        match guidance {
            Guidance::Point(pointer) => prop_assert!(page.control(pointer.at).is_some_and(Control::clear)),
            Guidance::Act(Act::ChooseChannel(radio)) => {
                prop_assert!(page.control(radio).is_some_and(|c| c.clear() && c.kind == Kind::Radio && !c.checked));
            }
            Guidance::Act(Act::ChooseGsp { list, choice }) => {
                let name = page.control(list).filter(|c| c.clear()).and_then(|c| c.choices.as_ref()?.texts.get(choice));
                prop_assert_eq!(name.map(String::as_str), Some("Tera Software Limited"));
            }
            _ => {}
        }
    }
}
