//! Whether people can use what is on a page, and what is seen of it: the cases where a look was wrong.

use einvoice_api_guide::journey::vocabulary;
use einvoice_api_guide::page::seen::Seen;
use einvoice_api_guide::page::{Interest, Look};
use einvoice_api_guide::snapshot::{Kind, Layer, Reach};
use wasm_bindgen::prelude::*;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{Document, Element, HtmlElement, HtmlIFrameElement};

use crate::{Fixture, document};

const BUTTON: &str = "<button>Verify OTP</button>";

fn look() -> Look {
    Look::at(&document(), &Interest::new(&vocabulary::all()), None)
}

/// The reach of all that is called "Verify OTP".
fn reaches() -> Vec<Reach> {
    look()
        .snapshot
        .controls
        .iter()
        .filter(|control| control.name == "Verify OTP")
        .map(|control| control.reach)
        .collect()
}

fn assert_reach(cases: &[(&str, Reach)]) {
    for (html, reach) in cases {
        let html = html.replace("BUTTON", BUTTON);
        let _page = Fixture::new(&html);
        assert_eq!(reaches(), [*reach], "{html}");
    }
}

/// The document of a new frame of the page's own origin. It is in quirks mode, as all that is written by a script.
fn inside(page: &Fixture, html: &str) -> Document {
    let inner = page.find("iframe").unchecked_into::<HtmlIFrameElement>().content_document().unwrap_throw();
    inner.body().unwrap_throw().set_inner_html(html);
    inner
}

fn scroll(element: &Element, top: i32) {
    element.set_scroll_top(top);
}

#[wasm_bindgen_test]
fn what_a_box_clips_is_scrolled_to_and_not_covered() {
    assert_reach(&[
        ("<div style='height:60px;overflow:auto'><p style='height:200px'>x</p>BUTTON</div>", Reach::Scroll),
        (
            "<div style='width:90px;overflow:auto'><div style='width:900px;padding-left:500px'>BUTTON</div></div>",
            Reach::Scroll,
        ),
        ("<div style='height:60px;overflow:hidden'><p style='height:200px'>x</p>BUTTON</div>", Reach::Gone),
        (
            "<div style='height:60px;overflow:auto'><div style='height:30px;overflow:hidden'><p style='height:99px'>x</p>\
             BUTTON</div><p style='height:200px'></div>",
            Reach::Gone,
        ),
        (
            "<div style='position:relative'><div style='height:60px;overflow:auto'><p style='height:200px'>x</p>BUTTON</div>\
             <div style='position:absolute;inset:0;background:#fff'></div></div>",
            Reach::Covered,
        ),
        // What is placed by something further out is not clipped.
        (
            "<div style='height:60px;overflow:hidden'><p style='height:200px'>x</p><div style='position:absolute;top:9px'>\
             BUTTON</div></div>",
            Reach::Clear,
        ),
        (
            "<div style='height:60px;overflow:hidden;position:relative'><p style='height:200px'>x</p>\
             <div style='position:absolute;top:90px'>BUTTON</div></div>",
            Reach::Gone,
        ),
    ]);
}

#[wasm_bindgen_test]
fn what_is_partly_clipped_is_felt_for_where_it_is_seen() {
    let page = Fixture::new(
        "<div style='height:60px;overflow:auto'><p style='height:50px;margin:0'>x</p>\
         <button style='height:60px;display:block'>Verify OTP</button></div>",
    );
    assert_eq!(reaches(), [Reach::Clear]);
    let seen = Seen::of(&page.find("button")).unwrap_throw();
    assert!((seen.area.height() - 10.0).abs() < 1.0 && !seen.is_whole(), "{seen:?}");
}

#[wasm_bindgen_test]
fn what_is_below_the_fold_is_scrolled_to() {
    assert_reach(&[
        ("<div style='height:3000px'></div>BUTTON", Reach::Scroll),
        ("<div style='position:absolute;left:3000px'>BUTTON</div>", Reach::Scroll),
    ]);
}

#[wasm_bindgen_test]
fn drawers_off_any_edge_are_gone() {
    for side in ["left:-300px", "right:-300px"] {
        assert_reach(&[(&format!("<nav style='position:fixed;top:0;width:300px;{side}'>BUTTON</nav>"), Reach::Gone)]);
    }
    for side in ["top:-200px", "bottom:-200px"] {
        assert_reach(&[(&format!("<nav style='position:fixed;left:0;height:200px;{side}'>BUTTON</nav>"), Reach::Gone)]);
    }
    assert_reach(&[
        ("<nav style='position:absolute;left:-900px'>BUTTON</nav>", Reach::Gone),
        ("<nav style='position:absolute;top:-900px'>BUTTON</nav>", Reach::Gone),
        ("<nav style='transform:translateX(-2000px)'>BUTTON</nav>", Reach::Gone),
        // Fixed, but to a part that is moved itself.
        (
            "<div style='transform:translateY(2000px);height:50px'><nav style='position:fixed;top:0'>BUTTON</nav></div>",
            Reach::Scroll,
        ),
    ]);
}

#[wasm_bindgen_test]
fn what_is_clear_as_glass_is_gone() {
    assert_reach(&[
        ("<div style='opacity:0'>BUTTON</div>", Reach::Gone),
        ("<button style='opacity:0'>Verify OTP</button>", Reach::Gone),
        ("<div style='opacity:0;pointer-events:none'><div><div>BUTTON</div></div></div>", Reach::Gone),
        ("<button style='position:absolute;width:1px;height:1px;padding:0;border:0'>Verify OTP</button>", Reach::Gone),
        ("<div style='opacity:.3'>BUTTON</div>", Reach::Clear),
    ]);
    let _page = Fixture::new("<div style='opacity:0'><div><p><input></p></div></div>");
    assert_eq!(look().snapshot.controls.first().map(|control| control.reach), Some(Reach::Gone));
}

#[wasm_bindgen_test]
fn a_radio_or_list_clear_as_glass_over_what_is_drawn_is_clear() {
    for html in [
        "<div style='position:relative;width:90px'><span>Choose</span><select style='position:absolute;inset:0;opacity:0'>\
         <option>x</select></div>",
        "<div style='position:relative;width:90px'><i>o</i><input type=radio style='position:absolute;inset:0;opacity:0'></div>",
    ] {
        let _page = Fixture::new(html);
        assert_eq!(look().snapshot.controls.first().map(|control| control.reach), Some(Reach::Clear), "{html}");
    }
}

#[wasm_bindgen_test]
fn what_is_folded_away_is_hidden() {
    assert_reach(&[
        ("<div style='height:0;overflow:hidden'>BUTTON</div>", Reach::Hidden),
        ("<div style='max-height:0;overflow:hidden;transition:none'><p>BUTTON</p></div>", Reach::Hidden),
        ("<div style='visibility:hidden'>BUTTON</div>", Reach::Hidden),
        ("<div style='visibility:hidden'><b style='visibility:visible'>BUTTON</b></div>", Reach::Clear),
    ]);
}

#[wasm_bindgen_test]
fn what_is_switched_off_by_what_it_is_in_is_off() {
    assert_reach(&[
        ("<fieldset disabled>BUTTON</fieldset>", Reach::Off),
        ("<fieldset disabled><legend>BUTTON</legend></fieldset>", Reach::Clear),
        ("<div inert>BUTTON</div>", Reach::Off),
        ("<div aria-disabled=true><p>BUTTON</p></div>", Reach::Off),
        ("<button style='pointer-events:none'>Verify OTP</button>", Reach::Off),
    ]);
}

#[wasm_bindgen_test]
fn marks_of_others_that_catch_no_press_cover_nothing() {
    assert_reach(&[
        ("BUTTON<div style='position:fixed;inset:0;pointer-events:none;background:#ff03'></div>", Reach::Clear),
        ("BUTTON<div style='position:fixed;inset:0;background:#ff03'></div>", Reach::Behind),
    ]);
}

#[wasm_bindgen_test]
fn a_link_over_two_lines_is_felt_for_on_its_lines() {
    let page = Fixture::new(
        "<div style='width:200px;font:16px monospace'>In the menu <a href='#x'>API Registration</a> comes first</div>",
    );
    assert!(page.find("a").get_client_rects().length() > 1, "the link is broken over lines");
    assert_eq!(look().snapshot.controls.first().map(|control| control.reach), Some(Reach::Clear));
    let first = page.find("a").get_client_rects().get(0).unwrap_throw();
    let seen = Seen::of(&page.find("a")).unwrap_throw();
    assert!((seen.area.left - first.left()).abs() < 1.0 && (seen.area.bottom - first.bottom()).abs() < 1.0, "{seen:?}");
}

#[wasm_bindgen_test]
fn a_label_over_its_field_covers_nothing() {
    let over = "style='position:absolute;left:0;top:0;width:260px;height:30px'";
    for html in [
        format!(
            "<p style='position:relative'><input id=o style='width:260px;height:30px'><label for=o {over}>Enter OTP</label>"
        ),
        format!(
            "<p style='position:relative'><input id=o style='width:260px;height:30px'><span {over}>Enter OTP</span>"
        ),
    ] {
        let _page = Fixture::new(&html);
        assert_eq!(look().snapshot.controls.first().map(|control| control.reach), Some(Reach::Clear), "{html}");
    }
}

#[wasm_bindgen_test]
fn what_a_bar_covers_is_scrolled_to() {
    let bar = "<div style='position:fixed;top:0;left:0;right:0;height:60px;z-index:1;background:#fff'>GST</div>";
    let page = Fixture::new(&format!("{bar}BUTTON<div style='height:3000px'></div>").replace("BUTTON", BUTTON));
    let html: HtmlElement = page.find("button").unchecked_into();
    html.style().set_property("position", "absolute").unwrap_throw();
    html.style().set_property("top", "10px").unwrap_throw();
    assert_eq!(reaches(), [Reach::Scroll]);
    assert!(!Seen::of(&html).unwrap_throw().is_in_view());
}

#[wasm_bindgen_test]
fn only_what_is_in_the_topmost_dialog_can_be_used() {
    let page = Fixture::new(&format!("{BUTTON}<dialog><p>Important Notice</p><button>Close</button></dialog>"));
    let dialog = page.find("dialog");
    let show = js_sys::Reflect::get(&dialog, &"showModal".into()).unwrap_throw().unchecked_into::<js_sys::Function>();
    assert_eq!((reaches(), look().snapshot.layer), (vec![Reach::Clear], Layer::None));
    show.call0(&dialog).unwrap_throw();
    let look = look();
    assert_eq!((reaches(), look.snapshot.layer), (vec![Reach::Behind], Layer::Dialog));
    let close = look.snapshot.controls.iter().find(|control| control.name == "Close").map(|control| control.reach);
    assert_eq!(close, Some(Reach::Clear));
}

#[wasm_bindgen_test]
fn a_page_in_a_frame_of_its_own_is_no_layer() {
    for style in ["position:fixed;inset:0;overflow:auto", "position:absolute;inset:0;min-height:100%"] {
        let page = Fixture::new(&format!("<div id=app style='{style};background:#fff'>{BUTTON}</div>"));
        // Nothing else is on a page of that kind; this one holds the words of the tests.
        let body = document().body().unwrap_throw();
        let others: Vec<HtmlElement> = (0..body.children().length())
            .filter_map(|i| body.children().item(i))
            .filter(|child| *child != Element::from(page.0.clone()))
            .map(JsCast::unchecked_into)
            .collect();
        others.iter().for_each(|other| other.set_hidden(true));
        let layer = look().snapshot.layer;
        others.iter().for_each(|other| other.set_hidden(false));
        assert_eq!(layer, Layer::None, "{style}");
    }
}

#[wasm_bindgen_test]
fn a_layer_in_a_page_that_is_in_a_frame_of_its_own_is_one() {
    let _page = Fixture::new(
        "<div style='position:fixed;inset:0;background:#fff'><p>Welcome to the e-Invoice System</p><div style='height:300px'>\
         </div><p>Latest Updates</p><div style='position:fixed;inset:0;background:#0008'>Please wait</div></div>",
    );
    assert_eq!(look().snapshot.layer, Layer::Curtain);
}

#[wasm_bindgen_test]
fn what_is_in_a_frame_that_nobody_sees_is_not_there() {
    for style in
        ["width:0;height:0;border:0", "position:absolute;left:-9999px", "opacity:0", "position:fixed;right:-900px"]
    {
        let page = Fixture::new(&format!("<iframe style='{style}'></iframe>"));
        inside(&page, BUTTON);
        assert_eq!(reaches(), [], "{style}");
    }
}

#[wasm_bindgen_test]
fn a_frame_is_asked_for_what_is_in_it() {
    let tall = format!("<div style='height:900px'>x</div>{BUTTON}");
    for (html, inner, reach) in [
        ("<iframe></iframe>", BUTTON, Reach::Clear),
        ("<iframe></iframe>", tall.as_str(), Reach::Scroll),
        ("<div style='height:3000px'></div><iframe></iframe>", BUTTON, Reach::Scroll),
        ("<div inert><iframe></iframe></div>", BUTTON, Reach::Off),
        (
            "<div style='height:50px;overflow:auto'><p style='height:200px'></p><iframe></iframe></div>",
            BUTTON,
            Reach::Scroll,
        ),
        ("<iframe></iframe><div style='position:fixed;inset:0 0 50% 0;background:#fff'></div>", BUTTON, Reach::Covered),
        ("<iframe></iframe><div style='position:fixed;inset:0 0 50% 0;background:#fff'></div>", &tall, Reach::Covered),
    ] {
        let page = Fixture::new(html);
        inside(&page, inner);
        assert_eq!(reaches(), [reach], "{html} {inner}");
    }
}

#[wasm_bindgen_test]
fn in_quirks_mode_the_window_ends_where_it_ends() {
    let page = Fixture::new("<iframe style='width:600px;height:400px'></iframe>");
    let inner = inside(
        &page,
        &format!(
            "{BUTTON}<div style='height:3000px'>e-Invoice System</div>\
             <div style='position:fixed;inset:0;background:#fff'><button>Close</button></div>"
        ),
    );
    assert_eq!(inner.compat_mode(), "BackCompat");
    let look = look();
    assert_eq!((reaches(), look.snapshot.layer), (vec![Reach::Behind], Layer::Dialog));
}

#[wasm_bindgen_test]
fn what_is_drawn_larger_or_smaller_is_where_it_is_drawn() {
    for zoom in ["zoom:1.5", "zoom:0.5", "transform:scale(1.5);transform-origin:0 0"] {
        let page = Fixture::new(&format!(
            "<div style='{zoom};width:200px'><div id=box style='height:60px;overflow:auto;border:10px solid'>\
             <p style='height:200px;margin:0'>x</p>{BUTTON}</div></div>"
        ));
        assert_eq!(reaches(), [Reach::Scroll], "{zoom}");
        scroll(&page.find("#box"), 180);
        assert_eq!(reaches(), [Reach::Clear], "{zoom}");
        let seen = Seen::of(&page.find("button")).unwrap_throw();
        let outer = page.find("#box").get_bounding_client_rect();
        assert!(seen.area.bottom <= outer.bottom() + 1.0 && seen.area.top >= outer.top(), "{zoom}: {seen:?}");
    }
}

#[wasm_bindgen_test]
fn what_is_in_a_frame_drawn_larger_is_where_it_is_drawn() {
    let page =
        Fixture::new("<div style='zoom:1.5'><iframe style='width:300px;height:100px;border:4px solid'></iframe></div>");
    let inner = inside(
        &page,
        "<button style='position:absolute;left:100px;top:20px;width:80px;height:30px'>Verify OTP</button>",
    );
    let button = inner.query_selector("button").unwrap_throw().unwrap_throw();
    let seen = Seen::of(&button).unwrap_throw();
    let frame = page.find("iframe").get_bounding_client_rect();
    let (left, top) = (frame.left() + 104.0 * 1.5, frame.top() + 24.0 * 1.5);
    assert!((seen.area.left - left).abs() < 1.5 && (seen.area.top - top).abs() < 1.5, "{seen:?}, not at {left}, {top}");
    assert!((seen.area.width() - 120.0).abs() < 1.5, "{seen:?}");
}

#[wasm_bindgen_test]
fn what_left_the_page_is_seen_nowhere() {
    let page = Fixture::new(BUTTON);
    let button = page.find("button");
    assert!(Seen::of(&button).is_some());
    button.remove();
    assert!(Seen::of(&button).is_none());
}

#[wasm_bindgen_test]
fn a_field_named_like_a_member_upsets_nothing() {
    let names = ["parentElement", "assignedSlot", "offsetWidth", "clientWidth", "scrollTop", "shadowRoot", "localName"];
    for name in names {
        let _page = Fixture::new(&format!(
            "<form style='overflow:auto;height:50px'><input name={name}><p style='height:200px'>x</p>{BUTTON}</form>"
        ));
        assert_eq!(reaches(), [Reach::Scroll], "{name}");
    }
}

#[wasm_bindgen_test]
fn what_is_in_the_top_layer_is_clipped_by_nothing() {
    let page =
        Fixture::new(&format!("<div style='overflow:hidden;height:1px'><div popover=manual>{BUTTON}</div></div>"));
    page.find("[popover]").unchecked_into::<HtmlElement>().show_popover().unwrap_throw();
    assert_eq!(reaches(), [Reach::Clear]);
    let seen = Seen::of(&page.find("button")).unwrap_throw();
    assert!(seen.is_whole() && seen.is_in_view(), "{seen:?}");
}

#[wasm_bindgen_test]
fn a_field_of_a_login_panel_is_where_its_label_by_place_is() {
    let _page = Fixture::new("<div style='opacity:0;position:fixed'>OTP <input></div><p>Enter OTP: <input></p>");
    let look = look();
    let fields: Vec<(Reach, bool)> = look
        .snapshot
        .controls
        .iter()
        .filter(|c| c.kind == Kind::TextBox)
        .map(|c| (c.reach, c.spot.is_some()))
        .collect();
    assert_eq!(fields, [(Reach::Gone, false), (Reach::Clear, true)]);
}
