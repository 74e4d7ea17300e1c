use einvoice_api_guide::HOST;
use einvoice_api_guide::journey::vocabulary;
use einvoice_api_guide::page::{Interest, Look};
use einvoice_api_guide::snapshot::{Control, Kind, Layer, Reach};
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
        ("<div style='height:0;overflow:hidden'><button>Verify OTP</button></div>", Reach::Covered),
        ("<button style='position:absolute;left:-9999px'>Verify OTP</button>", Reach::Hidden),
        ("<button disabled>Verify OTP</button>", Reach::Off),
        ("<button>Verify OTP</button><div style='position:fixed;inset:0;background:#fff'></div>", Reach::Covered),
        ("<div style='height:3000px'></div><button>Verify OTP</button>", Reach::Clear),
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
fn a_text_that_matters_only_as_a_whole_is_kept() {
    let _page = Fixture::new("<p>Us<i>er</i> <b>name</b></p><p>Us</p><p>er</p>");
    assert_eq!(look().snapshot.texts, ["User name"]);
}

#[wasm_bindgen_test]
fn a_layer_over_the_page_is_a_dialog_or_a_curtain() {
    for (html, layer) in [
        ("<p>x</p>", Layer::None),
        ("<div style='position:fixed;inset:0'><button>Close</button></div>", Layer::Dialog),
        ("<div style='position:fixed;inset:0'>Please wait</div>", Layer::Curtain),
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
