//! The shape of the source: which file may need which, and what each room may not do.
//!
//! A room is a folder of `src/`. Each check here is a table; below each stands the case that shows that it can fail.

#[path = "shape/circles.rs"]
mod circles;
#[path = "shape/imports.rs"]
mod imports;
#[path = "shape/rules.rs"]
mod rules;
#[path = "shape/scripts.rs"]
mod scripts;
#[path = "shape/source.rs"]
mod source;

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use self::circles::{circles, shortest};
use self::imports::imports;
use self::rules::{Rooms, Rule, Sought};
use self::source::{Source, files, read, without_test_files};
use Sought::{Bare, Macro, Method, MethodFrom, Name, NameFrom, Of};

/// Every room, and the only ones it may import from: a room, or one module of it.
const ROOMS: [(&str, &[&str]); 13] = [
    ("text", &[]),
    ("net", &[]),
    ("snapshot", &["text"]),
    ("rules", &["text"]),
    ("page", &["snapshot", "text"]),
    ("journey", &["rules", "snapshot", "text"]),
    ("kept", &[]),
    ("hands", &["page", "snapshot"]),
    ("browser", &["kept", "journey::memory", "journey::say", "journey::settings", "net"]),
    (
        "overlay",
        &[
            "browser",
            "net",
            "journey::guidance",
            "journey::say",
            "journey::step",
            "page::area",
            "page::dom",
            "page::seen",
            "rules",
            "snapshot",
        ],
    ),
    ("guide", &["net", "browser", "hands", "journey", "kept", "overlay", "page", "rules", "snapshot"]),
    ("pages", &["browser", "journey", "kept", "net"]),
    ("lib", &["browser", "guide", "page::dom", "pages"]),
];

/// The rooms that know no browser: they run and are tested without one.
const PURE: Rule = Rule {
    rooms: Rooms::Only(&["text", "snapshot", "journey", "kept", "rules"]),
    sought: &[Name("web_sys"), Name("js_sys"), NameFrom("wasm_bindgen"), NameFrom("gloo")],
    except: &[],
    members: &[],
    may_set: false,
};

/// Who may write to a document: the hands to the page's, the overlay to its own root, the extension's pages to
/// themselves.
const WRITERS: &[&str] = &["hands", "overlay", "pages"];

/// Every way of writing to a document, of moving in it and of leaving it.
const WRITING: Rule = Rule {
    rooms: Rooms::AllBut(WRITERS),
    sought: &[
        // Properties and attributes.
        MethodFrom("set_"),
        MethodFrom("remove_attribute"),
        MethodFrom("toggle_attribute"),
        Method("remove_named_item"),
        Method("remove_property"),
        Method("class_list"),
        Method("dataset"),
        // The tree.
        Bare("remove"),
        Bare("normalize"),
        Method("append_child"),
        MethodFrom("append_with_"),
        Method("append_data"),
        Method("prepend"),
        MethodFrom("prepend_with_"),
        MethodFrom("before_with_"),
        MethodFrom("after_with_"),
        Method("remove_child"),
        Method("remove_with_index"),
        MethodFrom("add_with_"),
        Method("replace_child"),
        MethodFrom("replace_children"),
        MethodFrom("replace_with"),
        MethodFrom("replace_data"),
        Method("insert_before"),
        MethodFrom("insert_adjacent_"),
        Method("insert_data"),
        Method("insert_node"),
        MethodFrom("insert_rule"),
        Method("delete_rule"),
        Method("delete_data"),
        Method("delete_contents"),
        Method("extract_contents"),
        Method("surround_contents"),
        Method("split_text"),
        MethodFrom("attach_"),
        MethodFrom("adopt_"),
        Method("write"),
        Method("write_1"),
        MethodFrom("writeln"),
        MethodFrom("open_with_"),
        // What a person does.
        Bare("click"),
        Bare("focus"),
        MethodFrom("focus_with_"),
        Bare("blur"),
        Bare("submit"),
        MethodFrom("request_submit"),
        Bare("reset"),
        Bare("select"),
        Method("select_node_contents"),
        Method("select_all_children"),
        MethodFrom("collapse"),
        Method("add_range"),
        Method("remove_all_ranges"),
        Method("dispatch_event"),
        MethodFrom("exec_command"),
        MethodFrom("request_fullscreen"),
        // What is shown.
        Method("scroll"),
        Method("scroll_to"),
        MethodFrom("scroll_to_"),
        MethodFrom("scroll_by"),
        MethodFrom("scroll_with_"),
        MethodFrom("scroll_into_view"),
        Bare("show"),
        MethodFrom("show_modal"),
        MethodFrom("show_picker"),
        Method("show_popover"),
        Method("hide_popover"),
        MethodFrom("toggle_popover"),
        // The address.
        MethodFrom("push_state"),
        MethodFrom("replace_state"),
        Method("assign"),
        MethodFrom("reload"),
    ],
    except: OPTIONS,
    members: &[
        "setAttribute",
        "setAttributeNS",
        "removeAttribute",
        "toggleAttribute",
        "append",
        "appendChild",
        "prepend",
        "before",
        "after",
        "remove",
        "removeChild",
        "replaceChild",
        "replaceChildren",
        "replaceWith",
        "insertBefore",
        "insertAdjacentElement",
        "insertAdjacentHTML",
        "insertAdjacentText",
        "insertRule",
        "innerHTML",
        "innerText",
        "outerHTML",
        "setHTML",
        "setHTMLUnsafe",
        "attachShadow",
        "adoptNode",
        "adoptedStyleSheets",
        "write",
        "writeln",
        "click",
        "focus",
        "blur",
        "submit",
        "requestSubmit",
        "reset",
        "select",
        "setSelectionRange",
        "setRangeText",
        "dispatchEvent",
        "execCommand",
        "requestFullscreen",
        "scroll",
        "scrollTo",
        "scrollBy",
        "scrollIntoView",
        "show",
        "showModal",
        "showPopover",
        "hidePopover",
        "togglePopover",
        "setProperty",
        "removeProperty",
        "classList",
        "pushState",
        "replaceState",
    ],
    may_set: false,
};

/// What sets no property of a page, but an option of what looks at it.
const OPTIONS: &[&str] = &[
    "set_attribute_filter",
    "set_attribute_old_value",
    "set_attributes",
    "set_capture",
    "set_character_data",
    "set_child_list",
    "set_once",
    "set_passive",
    "set_root",
    "set_root_margin",
    "set_subtree",
    "set_threshold",
];

/// By its name anything can be set: only where the objects are of our own making.
const SETTING_BY_NAME: Rule = Rule {
    rooms: Rooms::AllBut(&["hands", "overlay", "pages", "browser"]),
    sought: &[
        Of("Reflect", "set"),
        Of("Reflect", "set_u32"),
        Of("Reflect", "define_property"),
        Of("Reflect", "delete_property"),
        Of("Object", "assign"),
        Of("Object", "define_property"),
        Of("Object", "define_properties"),
    ],
    except: &[],
    members: &[],
    may_set: true,
};

/// What makes requests, and what makes code or markup of text.
const REQUESTS: Rule = Rule {
    rooms: Rooms::AllBut(&[]),
    sought: &[
        Method("fetch"),
        MethodFrom("fetch_with_"),
        Of("Request", "new"),
        MethodFrom("new_with_request"),
        Name("XmlHttpRequest"),
        Name("WebSocket"),
        Name("WebTransport"),
        Name("EventSource"),
        NameFrom("RtcPeerConnection"),
        Name("Worker"),
        Name("SharedWorker"),
        Name("HtmlImageElement"),
        NameFrom("send_beacon"),
        Method("set_src"),
        Method("set_srcdoc"),
        Method("set_action"),
        NameFrom("import_scripts"),
        Name("eval"),
        Of("Function", "new_no_args"),
        Of("Function", "new_with_args"),
        NameFrom("set_inner_html"),
        NameFrom("set_outer_html"),
        NameFrom("set_html"),
        Name("insert_adjacent_html"),
        Name("create_contextual_fragment"),
        Name("DomParser"),
        Name("innerHTML"),
        Name("gloo_net"),
        Name("reqwest"),
    ],
    except: &[],
    members: &[
        "fetch",
        "XMLHttpRequest",
        "Request",
        "WebSocket",
        "WebTransport",
        "EventSource",
        "RTCPeerConnection",
        "Worker",
        "SharedWorker",
        "Image",
        "sendBeacon",
        "importScripts",
        "eval",
        "innerHTML",
        "outerHTML",
        "insertAdjacentHTML",
        "setHTMLUnsafe",
        "createContextualFragment",
        "DOMParser",
    ],
    may_set: true,
};

/// What ends the guide where a page or a browser is other than thought.
const UNWRAPPED: Rule = Rule {
    rooms: Rooms::AllBut(&[]),
    sought: &[
        Method("unwrap"),
        Method("expect"),
        Method("unwrap_err"),
        Method("expect_err"),
        NameFrom("unwrap_throw"),
        NameFrom("expect_throw"),
        NameFrom("unwrap_unchecked"),
        Name("unsafe"),
        Macro("panic"),
        Macro("todo"),
        Macro("unimplemented"),
        Macro("unreachable"),
    ],
    except: &[],
    members: &[],
    may_set: true,
};

/// Fails with all that was found.
fn assert_nothing(found: impl IntoIterator<Item = String>, what: &str) {
    let found: Vec<String> = found.into_iter().collect();
    assert!(found.is_empty(), "{what}:\n  {}", found.join("\n  "));
}

/// Made-up files of a crate.
fn made_up(files: &[(&str, &str)]) -> Vec<Source> {
    without_test_files(files.iter().map(|(path, text)| Source::new("src", path, text)).collect())
}

#[test]
fn no_two_files_need_each_other() {
    let found = ["src", "portal/src", "xtask/src"].into_iter().flat_map(|folder| circles(&read(folder)));
    assert_nothing(found, "circles");
}

#[test]
fn a_circle_is_found_however_it_is_written() {
    for (case, files, expected) in [
        (
            "through a use and a path in the code",
            &[("lib.rs", "mod a; mod b;"), ("a.rs", "use crate::b::B;"), ("b.rs", "fn f() { crate::a::g() }")][..],
            &["src/a.rs -> src/b.rs -> src/a.rs"][..],
        ),
        (
            "through three files, in braces, by another name and in a macro",
            &[
                ("lib.rs", "mod a;"),
                ("a/mod.rs", "mod b; mod c; mod d;"),
                ("a/b.rs", "use super::{c as other, x::y}; fn f() { other::g() }"),
                ("a/c.rs", "use std::{fmt, io}; use crate::a::{d::{self, D}};"),
                ("a/d.rs", "fn f() { println!(\"{}\", super::b::X) }"),
            ],
            &["src/a/b.rs -> src/a/c.rs -> src/a/d.rs -> src/a/b.rs"],
        ),
        (
            "between a module and its child",
            &[
                ("lib.rs", "mod a;"),
                ("a/mod.rs", "mod b; pub struct A; fn f() { b::g() }"),
                ("a/b.rs", "use super::A;"),
            ],
            &["src/a/mod.rs -> src/a/b.rs -> src/a/mod.rs"],
        ),
        (
            "through what a module hands on",
            &[
                ("lib.rs", "mod a; mod b;"),
                ("a/mod.rs", "mod c; mod d; pub use self::{c::C, d::D as Other};"),
                ("a/c.rs", "use crate::b::B;"),
                ("a/d.rs", ""),
                ("b.rs", "use crate::a::C; pub struct B;"),
            ],
            &["src/a/c.rs -> src/b.rs -> src/a/c.rs"],
        ),
        (
            "two of them that share a file",
            &[("a.rs", "use crate::{b::B, c::C};"), ("b.rs", "use crate::a::A;"), ("c.rs", "pub use super::a::*;")],
            &["src/a.rs -> src/b.rs -> src/a.rs", "src/a.rs -> src/c.rs -> src/a.rs"],
        ),
    ] {
        assert_eq!(Vec::from_iter(circles(&made_up(files))), expected, "{case}");
    }
}

#[test]
fn what_only_looks_like_a_circle_is_none() {
    for (case, files) in [
        (
            "two ways to one file",
            &[
                ("lib.rs", "mod a; mod b; mod c; mod d; fn f() { a::f() }"),
                ("a.rs", "use crate::b::B; use crate::c::C;"),
                ("b.rs", "use crate::d::D;"),
                ("c.rs", "use crate::d::D;"),
                ("d.rs", "use std::collections::a; pub struct D;"),
            ][..],
        ),
        (
            "what a module declares and hands on",
            &[
                ("lib.rs", "mod a;"),
                ("a/mod.rs", "mod b; mod c; pub use b::B; pub use c::C;"),
                ("a/b.rs", "use super::C;"),
                ("a/c.rs", "use super::*; pub struct C;"),
            ],
        ),
        (
            "comments, texts and tests",
            &[
                ("lib.rs", "mod a; mod b; #[cfg(test)] mod tests;"),
                ("a.rs", "use crate::b::B;"),
                (
                    "b.rs",
                    "// crate::a::A\n/// [crate::a::A]\nfn f() { \"crate::a::A\" } #[cfg(test)] mod tests { use crate::a::A; }",
                ),
                ("tests.rs", "use crate::a::A;"),
            ],
        ),
        (
            "a neighbour of another crate's name, and who may see something",
            &[("a.rs", "pub(in crate::b) struct A; fn f() { b::g() }"), ("b.rs", "use crate::a::A;")],
        ),
    ] {
        assert_nothing(circles(&made_up(files)), case);
    }
}

/// The imports from other rooms that the table does not allow.
fn forbidden(files: &[Source]) -> Vec<String> {
    let allowed: BTreeMap<_, _> = ROOMS.into_iter().collect();
    let may = |from: &Source, to: &Source| {
        let module = to.module.join("::");
        let is_in = |room: &str| module == room || module.starts_with(&format!("{room}::"));
        from.room() == to.room() || allowed.get(from.room()).is_none_or(|rooms| rooms.iter().any(|room| is_in(room)))
    };
    let edges = imports(files);
    let pairs = edges.iter().flat_map(|(from, to)| to.iter().map(|to| (&files[*from], &files[*to])));
    pairs.filter(|(from, to)| !may(from, to)).map(|(from, to)| format!("{} imports {}", from.path, to.path)).collect()
}

#[test]
fn each_room_imports_only_from_the_rooms_below_it() {
    assert_nothing(forbidden(&read("src")), "imports that the table of rooms does not have");
}

#[test]
fn the_table_has_every_room_and_no_other() {
    let files = read("src");
    let there: BTreeSet<&str> = files.iter().map(Source::room).collect();
    let known: BTreeSet<&str> = ROOMS.iter().map(|(room, _)| *room).collect();
    assert_eq!(there, known, "the rooms of src and those of the table");
}

#[test]
fn the_table_of_rooms_has_no_circle() {
    let place = |room: &str| ROOMS.iter().position(|(known, _)| room.split("::").next() == Some(*known));
    let edges = ROOMS.iter().enumerate().map(|(from, (_, to))| (from, to.iter().filter_map(|to| place(to)).collect()));
    assert_eq!(shortest(&edges.collect()), BTreeSet::new());
}

#[test]
fn an_import_from_a_forbidden_room_is_found() {
    let files = [
        ("journey/mod.rs", "pub mod say; pub mod gsp; pub use say::Say; fn f() { crate::rules::check() }"),
        ("journey/say.rs", "pub struct Say;"),
        ("journey/gsp.rs", "use crate::HOST;"),
        ("rules.rs", ""),
        ("page/mod.rs", "use crate::{text, snapshot::Spot}; fn f() { text::fold(); crate::journey::gsp::find() }"),
        ("text/mod.rs", ""),
        ("snapshot.rs", ""),
        ("browser.rs", "use crate::journey::{Say, gsp};\nfn f() { gsp::find() }"),
        ("lib.rs", "pub const HOST: u8 = 1;"),
    ];
    assert_eq!(
        forbidden(&made_up(&files)),
        [
            "src/journey/gsp.rs imports src/lib.rs",
            "src/page/mod.rs imports src/journey/gsp.rs",
            "src/browser.rs imports src/journey/gsp.rs",
        ]
    );
}

#[test]
fn the_pure_rooms_never_name_the_browser() {
    assert_nothing(PURE.broken(&read("src")), "pure rooms that name the browser");
}

#[test]
fn only_hands_overlay_and_own_pages_write_to_a_document() {
    let files = read("src");
    assert_nothing(WRITING.broken(&files).into_iter().chain(SETTING_BY_NAME.broken(&files)), "writing to a document");
}

#[test]
fn nothing_that_ships_makes_requests_or_runs_text() {
    assert_nothing(REQUESTS.broken(&read("src")), "requests, or text that becomes code or markup");
    let scripts = files(&Path::new(env!("CARGO_MANIFEST_DIR")).join("extension"), "js");
    let broken = |(path, text): &(String, String)| {
        scripts::broken(text).into_iter().map(|what| format!("extension/{path} has {what}")).collect::<Vec<_>>()
    };
    assert_nothing(scripts.iter().flat_map(broken), "requests, or text that becomes code or markup");
}

#[test]
fn nothing_is_unwrapped_that_a_page_or_a_browser_decides() {
    assert_nothing(UNWRAPPED.broken(&read("src")), "what a page or a browser could make end the guide");
}

#[test]
fn each_rule_finds_what_breaks_it() {
    for (rule, code) in [
        (PURE, "use web_sys::Element;"),
        (PURE, "fn f() -> js_sys::Array {}"),
        (PURE, "use wasm_bindgen_futures::spawn_local;"),
        (PURE, "use gloo_timers::callback::Timeout;"),
        (WRITING, "fn f() { left.remove() }"),
        (WRITING, "fn f() { left\n.remove\n() }"),
        (WRITING, "fn f() { all.for_each(Element::remove) }"),
        (WRITING, "fn f() { Element::set_attribute(&e, a, b) }"),
        (WRITING, "fn f() { e.style().set_property(a, b) }"),
        (WRITING, "fn f() { e.set_onclick(None) }"),
        (WRITING, "fn f() { e.set_scroll_top(1) }"),
        (WRITING, "fn f() { e.class_list().add_1(a) }"),
        (WRITING, "fn f() { e.insert_adjacent_element(a, b) }"),
        (WRITING, "fn f() { e.scroll_into_view_with_bool(true) }"),
        (WRITING, "fn f() { window.scroll_by_with_x_and_y(1.0, 2.0) }"),
        (WRITING, "fn f() { e.append_with_node_1(n) }"),
        (WRITING, "fn f() { e.prepend_with_str_1(n) }"),
        (WRITING, "fn f() { e.replace_with_with_str_1(n) }"),
        (WRITING, "fn f() { e.insert_before(a, b) }"),
        (WRITING, "fn f() { field.select(); }"),
        (WRITING, "fn f() { field.blur().ok(); }"),
        (WRITING, "fn f() { e.attach_shadow(&how) }"),
        (WRITING, "fn f() { document.adopt_node(e) }"),
        (WRITING, "#[wasm_bindgen] extern \"C\" { #[wasm_bindgen(method, js_name = setAttribute)] fn put(this: &E); }"),
        (WRITING, "#[wasm_bindgen] extern \"C\" { #[wasm_bindgen(method, js_name = \"scrollTo\")] fn go(this: &E); }"),
        (WRITING, "#[wasm_bindgen] extern \"C\" { type E; #[wasm_bindgen(method)] fn click(this: &E); }"),
        (WRITING, "#[wasm_bindgen] extern \"C\" { #[wasm_bindgen(method, setter)] fn set_value(this: &E, to: &str); }"),
        (WRITING, "fn f() { call(&prototype, \"appendChild\") }"),
        (SETTING_BY_NAME, "fn f() { js_sys::Reflect::set(&element, key, value) }"),
        (REQUESTS, "fn f() { window.fetch_with_str(address) }"),
        (REQUESTS, "fn f() { Function::new_no_args(text) }"),
        (REQUESTS, "fn f() { e.set_inner_html(text) }"),
        (REQUESTS, "fn f() { navigator.send_beacon_with_opt_str(a, b) }"),
        (REQUESTS, "#[wasm_bindgen] extern \"C\" { fn fetch(address: &str); }"),
        (REQUESTS, "#[wasm_bindgen] extern \"C\" { #[wasm_bindgen(js_name = eval)] fn run(text: &str); }"),
        (UNWRAPPED, "fn f() { found.unwrap() }"),
        (UNWRAPPED, "fn f() { found.map(Option::unwrap) }"),
        (UNWRAPPED, "fn f() { unsafe { g() } }"),
        (UNWRAPPED, "fn f() { unreachable!() }"),
    ] {
        let room = if matches!(rule.rooms, Rooms::Only(_)) { "journey/a.rs" } else { "page/a.rs" };
        assert!(!rule.broken(&made_up(&[(room, code)])).is_empty(), "{code}");
        let writer = rule.broken(&made_up(&[("hands/mod.rs", code)]));
        assert_eq!(writer.is_empty(), !rule.rooms.has("hands"), "{code}, of the hands");
    }
}

#[test]
fn no_rule_finds_what_is_harmless() {
    for code in [
        "fn f() { list.remove(0); map.select(1); text.normalize(\"NFKC\"); stack.append(&mut other); }",
        "fn f() { e.scroll_height() + e.scroll_top(); e.get_attribute(\"click\") }",
        "fn f() { how.set_child_list(true); how.set_subtree(true); }",
        "fn f() { storage::write(key, value); set_property(&object, key, value); }",
        "// e.remove()\nfn f() { say(\"e.remove(); unwrap() set_attribute\") }",
        "#[wasm_bindgen] extern \"C\" { #[wasm_bindgen(method, getter)] fn value(this: &E) -> JsString; }",
        "#[wasm_bindgen] extern \"C\" { #[wasm_bindgen(js_namespace = [\"chrome\", \"storage\"], js_name = remove)] fn forget(key: &str); }",
        "fn f() { found.unwrap_or_default(); expected(1); } #[cfg(test)] mod tests { fn f() { found.unwrap() } }",
    ] {
        for rule in [WRITING, SETTING_BY_NAME, REQUESTS, UNWRAPPED] {
            assert_nothing(rule.broken(&made_up(&[("page/a.rs", code)])), code);
        }
    }
}

#[test]
fn what_a_script_may_not_hold_is_found() {
    for (script, expected) in [
        ("await fetch(address);", 1),
        ("new XMLHttpRequest().open(\"GET\", \"https://example.org\");", 1),
        ("window[\"eval\"](text); new Function(text);", 2),
        ("host.innerHTML = text;", 1),
        ("navigator.sendBeacon(address);", 1),
        ("importScripts(\"https://example.org/a.js\");", 1),
        ("await import(address);", 1),
        ("await import (\"https://example.org/a.js\");", 1),
        ("await import(chrome.runtime.getURL(\"guide-twin.js\"));", 0),
        ("// It makes no fetch and no eval.\n/* new\nWebSocket */ typeof it === \"function\"; prefetch(evaluate);", 0),
    ] {
        assert_eq!(scripts::broken(script).len(), expected, "{script}");
    }
}
