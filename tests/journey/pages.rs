//! Steps 1 to 5 and 9: everything but the registration form.

use einvoice_api_guide::journey::say::Message;
use einvoice_api_guide::journey::{Guidance, Step, Target};
use einvoice_api_guide::snapshot::{Entry, Kind, Layer};

use crate::Page;

fn home() -> Page {
    Page::public("/").text("Latest Updates").button("Login").link("Registration")
}

fn dialog(username: bool, password: bool, captcha: bool) -> Page {
    home()
        .covered()
        .under(Layer::Dialog)
        .text("e-Invoice System Login")
        .field(Kind::TextBox, "User name", |field| field.filled = username)
        .field(Kind::PasswordBox, "Password", |field| field.filled = password)
        .control(Kind::TextBox, "ENTER ABOVE CAPTCHA", |field| field.filled = captcha)
        .button("Login")
}

fn menu() -> Page {
    Page::account("/Home/MainMenu").text("Dash Board").link("e-Invoice").link("MIS Reports").link("User Management")
}

#[test]
fn the_home_page_leads_to_the_login() {
    assert_eq!(home().target(), Some(Target::LoginButton));
}

#[test]
fn a_portal_whose_banner_is_a_picture_is_known_by_its_title() {
    let mut page = Page::at("/").text("Latest Updates").button("Login");
    assert_eq!(page.target(), None);
    page.0.title = "E-Invoice System".to_owned();
    assert_eq!(page.target(), Some(Target::LoginButton));
}

#[test]
fn the_login_dialog_is_filled_from_top_to_bottom() {
    assert_eq!(dialog(false, false, false).target(), Some(Target::PortalUsername));
    assert_eq!(dialog(true, false, false).target(), Some(Target::PortalPassword));
    assert_eq!(dialog(true, true, false).target(), Some(Target::Captcha));
    assert_eq!(dialog(true, true, true).target(), Some(Target::SignIn));
}

#[test]
fn a_password_box_that_calls_itself_username_is_still_the_password() {
    let page = Page::public("/")
        .field(Kind::TextBox, "User name", |field| field.filled = true)
        .control(Kind::PasswordBox, "Username", |_| {})
        .button("Login");
    assert_eq!(page.target(), Some(Target::PortalPassword));
}

#[test]
fn the_login_otp_is_not_the_api_otp() {
    let login = Page::public("/Home/LoginOtp").field(Kind::TextBox, "Enter OTP", |_| {}).button("Verify OTP");
    assert_eq!(login.target(), Some(Target::LoginOtp));
    let api = Page::account("/Api/Otp")
        .text("API Registration")
        .field(Kind::TextBox, "Enter OTP:", |_| {})
        .button("Verify OTP");
    assert_eq!(api.target(), Some(Target::Otp));
}

#[test]
fn an_otp_page_without_its_box_is_not_left() {
    for button in ["Verify OTP", "Verify", "Validate OTP"] {
        let page = Page::account("/Api/Otp").text("API Registration").button(button);
        assert!(matches!(page.guidance(), Guidance::Blocked { step: Step::VerifyOtp, .. }), "{button}");
    }
}

#[test]
fn what_people_see_at_a_box_refutes_a_name_that_they_do_not_see() {
    let label = |label: &str| label.to_owned();
    for (name, before, beside, hint, is_found) in [
        ("Mobile Number", "", "OTP", "", true),
        ("Mobile Number", "Enter the OTP", "", "", true),
        ("Mobile Number", "API Registration", "Enter OTP", "Enter OTP", true),
        ("Mobile Number", "", "", "txtOtp", false),
        ("Mobile Number", "Mobile Number", "", "", false),
        ("Mobile Number", "", "Verify OTP", "Mobile Number", false),
    ] {
        let page = Page::public("/UserAccount/LoginOtp")
            .control(Kind::TextBox, name, |field| {
                field.before.push(label(before));
                field.beside = label(beside);
                field.hints.push(label(hint));
            })
            .button("Verify OTP");
        assert_eq!(page.target() == Some(Target::LoginOtp), is_found, "{name:?} {before:?} {beside:?} {hint:?}");
    }
}

#[test]
fn letters_asked_for_behind_the_button_are_not_the_otp() {
    let page = Page::public("/UserAccount/LoginOtp")
        .control(Kind::TextBox, "", |field| field.beside = "OTP :".to_owned())
        .button("Verify OTP")
        .control(Kind::TextBox, "Enter Captcha", |field| {
            field.beside = "Verify OTP".to_owned();
            field.hints.push("Enter Captcha".to_owned());
        });
    let Guidance::Point(pointer) = page.guidance() else { panic!("no ring") };
    assert_eq!((pointer.target, pointer.at.0), (Target::LoginOtp, 0));
}

#[test]
fn a_typed_otp_leads_to_its_button() {
    let page = Page::account("/Api/Otp")
        .text("API Registration")
        .field(Kind::TextBox, "Enter OTP:", |otp| otp.filled = true)
        .button("Verify OTP");
    assert_eq!(page.target(), Some(Target::VerifyOtp));
}

#[test]
fn a_refused_otp_is_typed_again() {
    let page = Page::account("/Api/Otp")
        .text("API Registration")
        .text("Incorrect OTP !!")
        .field(Kind::TextBox, "Enter OTP:", |otp| otp.filled = true)
        .button("Verify OTP");
    assert_eq!(page.target(), Some(Target::Otp));
}

#[test]
fn a_field_in_use_keeps_the_ring() {
    let page = Page::account("/Api/Otp")
        .text("API Registration")
        .field(Kind::TextBox, "Enter OTP:", |otp| {
            otp.filled = true;
            otp.entry = Entry::Going;
        })
        .button("Verify OTP");
    assert_eq!(page.target(), Some(Target::Otp));
}

#[test]
fn the_menu_is_opened_level_by_level() {
    let closed = menu().link("API Registration").hidden_link("User Credentials").hidden_link("Create API User");
    assert_eq!(closed.target(), Some(Target::ApiRegistration));
    let open = menu().link("API Registration").link("User Credentials").hidden_link("Create API User");
    assert_eq!(open.target(), Some(Target::UserCredentials));
    let deep = menu().link("API Registration").link("User Credentials").link("Create API User").link("Freeze API User");
    assert_eq!(deep.target(), Some(Target::CreateApiUser));
}

#[test]
fn a_page_of_the_job_that_is_not_understood_is_not_left() {
    let page = || Page::account("/ApiRegistration/RegisterGsp").text("API Registration");
    assert_eq!(page().target(), Some(Target::Home));
    for words in ["DO you wish to Register your GSTIN for API Interface:", "An OTP is sent. Enter OTP"] {
        assert_ne!(page().text(words).target(), Some(Target::Home), "{words}");
    }
}

#[test]
fn a_menu_without_its_first_level_is_followed_too() {
    assert_eq!(menu().link("User Credentials").target(), Some(Target::UserCredentials));
}

#[test]
fn of_two_levels_with_names_of_one_the_closed_one_is_next() {
    let open = |name: &str| menu().link("API Registration").control(Kind::Link, name, |entry| entry.expanded = true);
    for (outer, inner) in [("API Users", "User Credentials"), ("GSP Credentials", "User Credentials")] {
        let page = open(outer).link(inner);
        let Guidance::Point(pointer) = page.guidance() else { panic!("no ring: {outer}") };
        assert_eq!((pointer.target, pointer.at), (Target::UserCredentials, page.last()), "{outer}");
        assert!(matches!(open(outer).guidance(), Guidance::Wait { step: Step::CreateApiUser, .. }), "{outer}");
    }
}

#[test]
fn what_our_first_level_may_be_inside_of_is_opened() {
    let opened = |page: Page| page.control(Kind::Link, "Registration", |entry| entry.expanded = true);
    for (page, target) in [
        (menu().link("Registration"), Some(Target::ApiRegistration)),
        (menu().link("API"), Some(Target::ApiRegistration)),
        (menu().link("Registration").link("API Registration"), Some(Target::ApiRegistration)),
        (menu().link("Registration").link("API"), None),
        (opened(menu()), None),
        (menu().link("Registration Help"), None),
    ] {
        assert_eq!(page.target(), target, "{:?}", page.0.texts);
    }
    let Guidance::Point(pointer) = menu().link("Registration").guidance() else { panic!("no ring") };
    assert_eq!(pointer.say.first().map(|say| say.gaps.clone()), Some(vec!["Registration".to_owned()]));
}

#[test]
fn a_menu_without_our_entry_is_explained() {
    let Guidance::Blocked { step, say, .. } = menu().guidance() else { panic!("not blocked") };
    assert_eq!(step, Step::ApiRegistration);
    assert!(say.iter().any(|say| say.message == Message::MenuMissing));
}

#[test]
fn a_notice_over_the_menu_is_closed_first() {
    let page = menu().link("API Registration").covered().under(Layer::Dialog).button("Close");
    assert_eq!(page.target(), Some(Target::CloseNotice));
}

#[test]
fn a_notice_with_nothing_but_a_drawn_cross_is_closed_by_it() {
    let notice = || menu().link("API Registration").covered().under(Layer::Dialog);
    let drawn = |page: Page, hint: &str| page.control(Kind::Link, "", |cross| cross.hints.push(hint.to_owned()));
    for (page, is_closed) in [
        (drawn(notice(), "css-uyZn64 css-iR5irL"), true),
        (drawn(drawn(notice(), "css-a"), "btn-close"), true),
        (drawn(drawn(notice(), "css-a"), "css-b"), false),
        (drawn(notice().button("Cancel"), "css-a"), false),
        (drawn(notice(), "/Others/Advisory"), false),
        (notice().button("Cancel"), false),
    ] {
        assert_eq!(page.target() == Some(Target::CloseNotice), is_closed, "{:?}", page.0.controls);
    }
}

#[test]
fn a_form_in_front_that_is_not_known_is_no_notice() {
    let page = menu().link("API Registration").covered().under(Layer::Dialog);
    let page = page.field(Kind::TextBox, "Mobile Number", |_| {}).button("Close");
    let Guidance::Blocked { say, .. } = page.guidance() else { panic!("{:?}", page.guidance()) };
    assert_eq!(say.first().map(|say| say.message), Some(Message::UnknownPage));
}

#[test]
fn news_that_sound_like_a_refusal_are_none() {
    let page = menu().text("Taxpayers already registered need not do so again.").link("API Registration");
    let Guidance::Point(pointer) = page.guidance() else { panic!("no ring") };
    assert_eq!(pointer.say.len(), 1);
}

#[test]
fn a_curtain_over_the_menu_is_waited_for() {
    let page = menu().link("API Registration").covered().under(Layer::Curtain);
    assert!(matches!(page.guidance(), Guidance::Wait { .. }));
}

#[test]
fn the_contacts_page_is_left_by_exit() {
    let page = Page::account("/UserAccount/TechPersonContacts")
        .text("Contacts of Technical Person")
        .field(Kind::TextBox, "Name", |_| {})
        .button("Save")
        .link("Exit");
    assert_eq!(page.target(), Some(Target::ExitContacts));
}

#[test]
fn any_other_page_behind_the_login_leads_home() {
    assert_eq!(Page::account("/Invoice/BulkUpload").text("Bulk Upload of e-Invoice").target(), Some(Target::Home));
}

#[test]
fn the_ended_session_is_said_at_the_login() {
    let Guidance::Point(pointer) = home().text("Your session has expired. Please login again").guidance() else {
        panic!("no ring")
    };
    assert_eq!(pointer.target, Target::LoginButton);
    assert!(pointer.say.iter().any(|say| say.message == Message::HelpSessionEnded));
}

#[test]
fn a_message_of_success_ends_the_job() {
    let page = Page::account("/Api/List").text("API user API_genems created successfully.");
    let Guidance::Done { names, .. } = page.guidance() else { panic!("not done") };
    assert_eq!(names, ["API_genems"]);
}

#[test]
fn a_list_ends_the_job_only_with_a_user_of_the_wanted_gsp() {
    let list = || Page::account("/Api/List").text("List of API Users").text("GSP Name User Name Status");
    let ours = list().text("TERA SOFTWARE LTD. API_genems Active").text("Tally ( India) Private Ltd API_other Active");
    let Guidance::Done { names, .. } = ours.guidance() else { panic!("not done") };
    assert_eq!(names, ["API_genems"]);
    let others = list().text("Tally ( India) Private Ltd API_other Active");
    assert_eq!(others.target(), Some(Target::Home));
}

#[test]
fn a_taken_name_is_no_success() {
    let page = Page::account("/Api/Form").text("API_genems: This username is already registered.");
    assert!(!matches!(page.guidance(), Guidance::Done { .. }));
}
