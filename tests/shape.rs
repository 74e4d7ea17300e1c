//! The shape of the source: what each room may not do.

use std::fs;
use std::path::{Path, PathBuf};

/// The code of each Rust file below `folder`, without its tests.
fn code(folder: &str) -> Vec<(PathBuf, String)> {
    let mut found = Vec::new();
    let mut folders = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join(folder)];
    while let Some(folder) = folders.pop() {
        let entries = fs::read_dir(&folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
        for path in entries.flatten().map(|entry| entry.path()) {
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|end| end == "rs") {
                let text = fs::read_to_string(&path).unwrap_or_default();
                let code = text.split("#[cfg(test)]").next().unwrap_or_default().to_owned();
                found.push((path, code));
            }
        }
    }
    assert!(!found.is_empty(), "{folder} holds no code");
    found
}

fn assert_none(folder: &str, except: &[&str], words: &[&str]) {
    for (path, code) in code(folder) {
        if except.iter().any(|room| path.components().any(|part| part.as_os_str() == *room)) {
            continue;
        }
        for word in words {
            assert!(!code.contains(word), "{} has `{word}`", path.display());
        }
    }
}

#[test]
fn the_pure_rooms_never_name_the_browser() {
    for room in ["src/journey", "src/rules"] {
        assert_none(room, &[], &["web_sys", "js_sys", "wasm_bindgen", "gloo"]);
    }
}

#[test]
fn only_the_hands_and_the_overlay_write_to_a_document() {
    let writes = [
        "set_attribute(",
        "remove_attribute(",
        "append_child",
        "set_text_content",
        "set_inner_html",
        "dispatch_event",
        ".click()",
        "set_value(",
        "set_checked",
        "set_selected",
        "set_hidden",
        ".focus(",
        ".submit(",
    ];
    assert_none("src", &["hands", "overlay", "options.rs", "pages.rs", "popup.rs"], &writes);
}

#[test]
fn nothing_that_ships_makes_requests_or_runs_text() {
    let words = [
        "innerHTML",
        "set_inner_html",
        "eval(",
        "Function::new",
        "XmlHttpRequest",
        "Request::new",
        "WebSocket",
        "send_beacon",
    ];
    assert_none("src", &[], &words);
}

#[test]
fn nothing_is_unwrapped_that_a_page_or_a_browser_decides() {
    assert_none("src", &[], &[".unwrap()", ".expect(", "unwrap_throw", "expect_throw", "unsafe", "panic!("]);
}
