use einvoice_api_guide::HOST;
use einvoice_api_guide::journey::vocabulary;
use einvoice_api_guide::page::{Interest, Look};
use einvoice_api_guide::snapshot::{Control, Entry, Kind, Layer, Reach};
use wasm_bindgen::prelude::*;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{ShadowRootInit, ShadowRootMode};

use crate::{Fixture, document};

/// The only control of a kind on the page.
fn only(look: &Look, kind: Kind) -> Control {
    let mut found = look.snapshot.controls.iter().filter(|control| control.kind == kind);
    let (Some(control), None) = (found.next(), found.next()) else {
        panic!("not exactly one {kind:?}: {:?}", look.snapshot.controls)
    };
    control.clone()
}

fn look() -> Look {
    Look::at(&document(), &Interest::new(&vocabulary::all()), None)
}

#[wasm_bindgen_test]
fn a_label_is_found_by_structure_where_the_page_names_nothing() {
    for html in [
        "<p>Enter OTP: <input></p>",
        "<div><label>Enter OTP:</label><input></div>",
        "<div class=row><div>Enter OTP:</div><div><span></span><input></div></div>",
        "<table><tr><td>Enter OTP:</td><td><input></td></tr></table>",
        "<table><tr><td>Name</td><td></td></tr><tr><td>Enter<br>OTP:</td><td><div><input></div></td></tr></table>",
    ] {
        let _page = Fixture::new(html);
        assert_eq!(only(&look(), Kind::TextBox).before.first().map(String::as_str), Some("Enter OTP:"), "{html}");
    }
}

#[wasm_bindgen_test]
fn another_fields_label_is_not_taken() {
    let _page = Fixture::new("<div>User name <input> </div><div><input type=password></div>");
    assert!(only(&look(), Kind::PasswordBox).before.is_empty());
}

#[wasm_bindgen_test]
fn the_fixed_prefix_and_the_label_behind_it_are_both_read() {
    let _page = Fixture::new(
        "<div class=row><div>Username:</div><div><div class=input-group><div><span>API_</span></div><input></div></div></div>",
    );
    assert_eq!(only(&look(), Kind::TextBox).before, ["API_", "Username:"]);
}

#[wasm_bindgen_test]
fn a_radio_is_labelled_by_what_follows_it() {
    for html in [
        "<div>Register: <input type=radio name=a> Through GSP <input type=radio name=a> Through ERP</div>",
        "<p><input type=radio name=a> Through <b>GSP</b> <input type=radio name=a><span>Thr</span>ough ERP<p>Note</p>",
        "<div><span><input type=radio name=a></span> Through GSP</div><div><input type=radio name=a>Through ERP</div>",
    ] {
        let _page = Fixture::new(html);
        let look = look();
        let labels: Vec<&str> = look.snapshot.controls.iter().map(|radio| radio.after.as_str()).collect();
        assert_eq!(labels, ["Through GSP", "Through ERP"], "{html}");
    }
}

#[wasm_bindgen_test]
fn accessible_names_come_first() {
    for (html, name) in [
        ("<input id=a aria-label='Enter OTP' placeholder=x>", "Enter OTP"),
        ("<label for=a>Enter OTP</label><input id=a>", "Enter OTP"),
        ("<label>Enter <b>OTP</b> <input></label>", "Enter OTP"),
        ("<span id=l>Enter</span> <span id=m>OTP</span><input aria-labelledby='l m'>", "Enter OTP"),
        ("<input placeholder='Enter OTP'>", "Enter OTP"),
        ("<input title='Enter OTP'>", "Enter OTP"),
    ] {
        let _page = Fixture::new(html);
        assert_eq!(only(&look(), Kind::TextBox).name, name, "{html}");
    }
}

#[wasm_bindgen_test]
fn buttons_and_links_are_called_by_what_they_show() {
    for (html, kind, name) in [
        ("<input type=submit value='Verify OTP'>", Kind::Button, "Verify OTP"),
        ("<button>Verify&nbsp;OTP <i></i></button>", Kind::Button, "Verify OTP"),
        ("<div role=button tabindex=0><span>Log&shy;in</span></div>", Kind::Button, "Login"),
        ("<a href='#x'><i></i> <span>Create</span> <b>API User</b></a>", Kind::Link, "Create API User"),
        ("<a href='#x'>API<br>Registration</a>", Kind::Link, "API Registration"),
        ("<a href='#x'><img alt='API Registration'></a>", Kind::Link, "API Registration"),
    ] {
        let _page = Fixture::new(html);
        assert_eq!(only(&look(), kind).name, name, "{html}");
    }
}

#[wasm_bindgen_test]
fn a_nameless_home_icon_is_known_by_where_it_leads() {
    let _page = Fixture::new("<a href='/Home/MainMenu'><i>&nbsp;</i></a>");
    assert_eq!(only(&look(), Kind::Link).hints, ["/Home/MainMenu"]);
}

#[wasm_bindgen_test]
fn hidden_disabled_and_covered_controls_are_told_apart() {
    for (html, reach) in [
        ("<button>Verify OTP</button>", Reach::Clear),
        ("<div style='display:none'><button>Verify OTP</button></div>", Reach::Hidden),
        ("<button style='visibility:hidden'>Verify OTP</button>", Reach::Hidden),
        ("<div style='height:0;overflow:hidden'><button>Verify OTP</button></div>", Reach::Hidden),
        ("<button style='position:absolute;left:-9999px'>Verify OTP</button>", Reach::Gone),
        ("<button disabled>Verify OTP</button>", Reach::Off),
        ("<button>Verify OTP</button><div style='position:fixed;inset:0;background:#fff'></div>", Reach::Behind),
        ("<div style='height:3000px'></div><button>Verify OTP</button>", Reach::Scroll),
    ] {
        let _page = Fixture::new(html);
        assert_eq!(only(&look(), Kind::Button).reach, reach, "{html}");
    }
}

#[wasm_bindgen_test]
fn a_field_in_a_shadow_root_is_clear_below_the_guides_own_callout() {
    let page =
        Fixture::new(&format!("<p>Enter OTP: <x-field></x-field></p><{HOST} style='position:fixed;inset:0'></{HOST}>"));
    let root = page.find("x-field").attach_shadow(&ShadowRootInit::new(ShadowRootMode::Open)).unwrap_throw();
    root.append_child(&document().create_element("input").unwrap_throw()).unwrap_throw();
    assert_eq!(only(&look(), Kind::TextBox).reach, Reach::Clear);
}

#[wasm_bindgen_test]
fn what_a_field_asks_for_is_said_in_the_pages_words() {
    for (html, want) in [
        ("<input type=password title=' Three  capital\nletters '>", Some("Three capital letters".to_owned())),
        ("<input type=password title=' '>", None),
        ("<input type=password>", None),
    ] {
        let _page = Fixture::new(html);
        let look = look();
        assert_eq!(look.asks_for(only(&look, Kind::PasswordBox).id), want, "{html}");
    }
    let _page = Fixture::new(&format!("<input type=password title='{}'>", "A".repeat(1_000)));
    let look = look();
    assert!(look.asks_for(only(&look, Kind::PasswordBox).id).is_some_and(|words| words.len() < 200));
}

#[wasm_bindgen_test]
fn what_breaks_the_pages_own_pattern_is_known() {
    for (html, want) in [
        ("<input type=password pattern='[A-Z]{3}' value=ab1>", true),
        ("<input type=password pattern='[A-Z]{3}' value=ABC>", false),
        ("<input type=password pattern='[A-Z]{3}'>", false),
        ("<input type=password value=ab1>", false),
    ] {
        let _page = Fixture::new(html);
        let look = look();
        assert_eq!(look.breaks_pattern(only(&look, Kind::PasswordBox).id), want, "{html}");
    }
}

#[wasm_bindgen_test]
fn a_text_that_matters_only_as_a_whole_is_kept() {
    let _page = Fixture::new("<p>Us<i>er</i> <b>name</b></p><p>Us</p><p>er</p>");
    assert_eq!(look().snapshot.texts, ["User name"]);
}

#[wasm_bindgen_test]
fn a_layer_over_the_page_is_a_dialog_or_a_curtain() {
    for (html, layer) in [
        ("<p>x</p>", Layer::None),
        ("<p>x</p><div style='position:fixed;inset:0'><button>Close</button></div>", Layer::Dialog),
        ("<p>x</p><div style='position:fixed;inset:0'>Please wait</div>", Layer::Curtain),
        ("<div style='position:fixed;top:0;left:0;width:100%;height:40px'>header</div>", Layer::None),
    ] {
        let _page = Fixture::new(html);
        assert_eq!(look().snapshot.layer, layer, "{html}");
    }
}

#[wasm_bindgen_test]
fn a_typed_value_never_enters_a_snapshot() {
    let page = Fixture::new("<p>Password <input type=password value=Secret@123456></p>");
    let look = look();
    let field = only(&look, Kind::PasswordBox);
    assert!(field.filled);
    assert!(!format!("{:?}", look.snapshot).contains("Secret"));
    assert_eq!(look.typed(field.id), "Secret@123456");
    drop(page);
}

#[wasm_bindgen_test]
fn a_list_is_read_with_what_is_chosen() {
    let _page = Fixture::new(
        "<p>Select your GSP: <select><option>--Select--<option>Tally<option selected>Tera  Software Limited</select></p>",
    );
    let choices = only(&look(), Kind::Select).choices.unwrap_or_default();
    assert_eq!(choices.texts, ["--Select--", "Tally", "Tera Software Limited"]);
    assert_eq!((choices.selected, choices.preset), (Some(2), true));
}

#[wasm_bindgen_test]
fn texts_are_read_by_line_and_by_row_and_only_where_they_are_drawn() {
    let _page = Fixture::new(
        "<div>GOODS AND SERVICES TAX<br>e - Invoice <b>System</b></div>\
         <p style='display:none'>Incorrect OTP !!</p>\
         <table><tr><td>Tera Software Limited</td><td>API_genems</td></tr></table>",
    );
    let look = look();
    assert_eq!(look.snapshot.texts, ["GOODS AND SERVICES TAX e - Invoice System", "Tera Software Limited API_genems"]);
}

#[wasm_bindgen_test]
fn a_password_in_a_text_box_drawn_as_dots_is_a_password() {
    let _page = Fixture::new("<p>Password <input type=text style='-webkit-text-security:disc'></p>");
    assert_eq!(only(&look(), Kind::PasswordBox).before, ["Password"]);
}

#[wasm_bindgen_test]
fn a_box_that_is_read_only_until_it_is_touched_is_told_from_one_that_is_switched_off() {
    let _page = Fixture::new("<p>Username <input readonly onfocus='this.readOnly = false'></p>");
    let field = only(&look(), Kind::TextBox);
    assert!(field.reach == Reach::Clear);
}

#[wasm_bindgen_test]
fn the_blanks_of_a_mask_are_no_entry() {
    for (value, is_filled) in [("______", false), ("12____", true), ("", false)] {
        let _page = Fixture::new(&format!("<p>Enter OTP: <input maxlength=6 value='{value}'></p>"));
        let field = only(&look(), Kind::TextBox);
        assert_eq!((field.filled, field.entry), (is_filled, Entry::Left), "{value}");
    }
}

/// Links and buttons: what each is called, and whether only its text says that it can be pressed.
fn pressables(look: &Look) -> Vec<(&str, bool)> {
    let pressable = |control: &&Control| matches!(control.kind, Kind::Link | Kind::Button);
    look.snapshot.controls.iter().filter(pressable).map(|c| (c.name.as_str(), c.plain)).collect()
}

#[wasm_bindgen_test]
fn an_entry_that_is_a_plain_element_with_a_listener_is_found() {
    for (html, found) in [
        (
            "<ul><li>API Registration<li style='cursor:pointer'>User Credentials</ul>",
            vec![("API Registration", true), ("User Credentials", false)],
        ),
        ("<div><span tabindex=-1>Verify OTP</span></div>", vec![("Verify OTP", false)]),
        ("<table><tr><td>Login</td></tr></table>", vec![("Login", true)]),
        (
            "<div><div>API Registration <i>&#9662;</i><ul><li>Create API User</ul></div></div>",
            vec![("API Registration \u{25be}", true), ("Create API User", true)],
        ),
        ("<div onclick='0'><span>Login</span></div>", vec![("Login", false)]),
        ("<div role=button><span>Login</span></div>", vec![("Login", false)]),
        ("<p>Press <b>Login</b> to begin</p>", vec![]),
        ("<h4>API Registration</h4><label>Login</label><table><tr><th>Submit</th></tr></table>", vec![]),
        ("<div>Look at the address</div>", vec![]),
        ("<div>Login <input></div>", vec![]),
    ] {
        let _page = Fixture::new(html);
        assert_eq!(pressables(&look()), found, "{html}");
    }
}

#[wasm_bindgen_test]
fn a_plain_entry_stays_a_text() {
    let _page = Fixture::new("<div>API Registration</div>");
    assert_eq!(look().snapshot.texts, ["API Registration"]);
}

#[wasm_bindgen_test]
fn what_is_typed_in_an_editable_element_is_in_no_snapshot() {
    for html in [
        "<p>GSTIN <span contenteditable>password Secret</span></p>",
        "<div contenteditable><p>password Secret</p><a href='/x' title=Secret>Login</a></div>",
        "<div>password <div role=textbox tabindex=0>Login Secret</div></div>",
        "<div role=combobox contenteditable>password Secret</div><input>",
        "<div contenteditable><p id=typed>Secret</p></div><input aria-labelledby=typed>",
        "<p><span contenteditable>Secret</span> <input></p>",
        "<p><input type=radio> GSP <b contenteditable>Secret</b></p>",
        "<button>Login <span contenteditable>Secret</span></button>",
    ] {
        let _page = Fixture::new(html);
        assert!(!format!("{:?}", look().snapshot).contains("Secret"), "{html}");
    }
}

#[wasm_bindgen_test]
fn boxes_of_one_character_are_one_field_and_the_first_has_the_label() {
    let boxes = |inner: &str, count| {
        format!("<div><div><label for=none>Enter OTP:</label></div><div>{}</div></div>", inner.repeat(count))
    };
    for (html, is_group) in [
        (boxes("<input maxlength=1>", 6), true),
        (boxes("<span><input maxlength=1 type=password></span>", 4), true),
        (boxes("<input maxlength=1>", 2), false),
        (boxes("<input>", 6), false),
    ] {
        let _page = Fixture::new(&html);
        let look = look();
        let [first, rest @ ..] = &look.snapshot.controls[..] else { panic!("{html}") };
        assert_eq!(first.before, ["Enter OTP:"], "{html}");
        let group = is_group.then_some(first.id);
        assert!(first.part_of == group && rest.iter().all(|part| part.part_of == group), "{html}");
    }
}

#[wasm_bindgen_test]
fn a_translated_page_says_so_and_a_text_in_two_font_elements_is_one() {
    for (html, is_translated) in [
        ("<p><font><font>Enter OTP</font></font></p>", true),
        ("<p><font>Enter OTP</font></p>", false),
        ("<p>Enter OTP</p>", false),
    ] {
        let _page = Fixture::new(html);
        let look = look();
        assert_eq!(look.snapshot.texts, ["Enter OTP"], "{html}");
        assert_eq!(look.snapshot.translated, is_translated, "{html}");
    }
}

#[wasm_bindgen_test]
fn texts_and_names_are_found_whatever_their_signs() {
    let _page =
        Fixture::new("<p>e\u{2011}Invoice System</p><p>\u{201c}Through GSP\u{201d}</p><a href='#x'>Login \u{bb}</a>");
    let look = look();
    assert_eq!(look.snapshot.texts, ["e\u{2011}Invoice System", "\u{201c}Through GSP\u{201d}"]);
    assert_eq!(pressables(&look), [("Login \u{bb}", false), ("\u{201c}Through GSP\u{201d}", true)]);
}

#[wasm_bindgen_test]
fn a_drawn_list_stands_for_a_native_one_that_cannot_be_seen() {
    for style in [
        "position:absolute;clip:rect(0,0,0,0)",
        "position:absolute;clip-path:inset(50%)",
        "position:absolute;width:1px;height:1px;overflow:hidden",
        "opacity:0",
        "position:absolute;left:-9999px",
        "display:none",
    ] {
        for (drawn, shows) in [
            ("<div id=drawn>--Select--</div>", "--Select--"),
            ("<div id=drawn style='cursor:pointer'>Choose a company</div>", "Choose a company"),
        ] {
            let list = format!("<select style='{style}'><option>--Select--<option>Tally</select>");
            let page = Fixture::new(&format!("<div>Select your GSP:</div><div>{list}{drawn}</div>"));
            let look = look();
            let list = only(&look, Kind::Select);
            assert_eq!(look.shown(list.id), Some(&page.find("#drawn")), "{style} {drawn}");
            assert_eq!(look.element(list.id), Some(&page.find("select")), "{style} {drawn}");
            assert_eq!((list.reach, list.shows.as_deref()), (Reach::Clear, Some(shows)), "{style} {drawn}");
            assert_eq!(list.choices.map(|choices| choices.texts.len()), Some(2), "{style} {drawn}");
        }
    }
}

#[wasm_bindgen_test]
fn a_native_list_that_is_seen_stands_for_itself() {
    let page = Fixture::new("<div><select><option>Tally</select><div style='cursor:pointer'>Tally</div></div>");
    let look = look();
    let list = only(&look, Kind::Select);
    assert_eq!((look.shown(list.id), list.shows), (Some(&page.find("select")), None));
}

#[wasm_bindgen_test]
fn a_closed_part_of_a_menu_of_plain_elements_has_an_opener() {
    for html in [
        "<ul><li>API Registration<ul style='display:none'><li>Create API User</ul></ul>",
        "<div>API Registration</div><div style='display:none'><div>Create API User</div></div>",
        "<div>API Registration</div><div style='display:none'><a href='/x'>Create API User</a></div>",
    ] {
        let _page = Fixture::new(html);
        let snapshot = look().snapshot;
        let entry = snapshot.controls.iter().find(|control| control.name == "Create API User").unwrap_throw();
        let opener = entry.opener.and_then(|opener| snapshot.control(opener));
        assert_eq!(opener.map(|opener| opener.name.starts_with("API Registration")), Some(true), "{html}");
    }
}

#[wasm_bindgen_test]
fn a_long_list_is_read_again_when_it_changes() {
    let options = |last| "<option>Entry</option>".repeat(99) + last;
    let page = Fixture::new(&format!("<select>{}</select>", options("<option>Tally")));
    let last = || only(&look(), Kind::Select).choices.and_then(|choices| choices.texts.last().cloned());
    assert_eq!(last().as_deref(), Some("Tally"));
    page.find("select").set_inner_html(&options("<option selected>Tera Software Limited"));
    assert_eq!(last().as_deref(), Some("Tera Software Limited"));
    assert!(only(&look(), Kind::Select).choices.is_some_and(|choices| choices.preset));
}

#[wasm_bindgen_test]
fn many_links_of_one_name_leave_room_for_the_others() {
    let _page = Fixture::new(&format!("{}<a href='#y'>Login</a>", "<a href='#x'>Submit</a>".repeat(2_000)));
    let snapshot = look().snapshot;
    let count = |name: &str| snapshot.controls.iter().filter(|control| control.name == name).count();
    assert_eq!((count("Submit"), count("Login")), (24, 1));
}
