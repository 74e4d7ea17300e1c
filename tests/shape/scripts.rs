//! The scripts that ship as they are.

/// What no script may hold, as whole words.
const SOUGHT: [&str; 19] = [
    "fetch",
    "XMLHttpRequest",
    "WebSocket",
    "WebTransport",
    "EventSource",
    "RTCPeerConnection",
    "sendBeacon",
    "Worker",
    "SharedWorker",
    "Image",
    "importScripts",
    "eval",
    "Function",
    "innerHTML",
    "outerHTML",
    "insertAdjacentHTML",
    "setHTMLUnsafe",
    "createContextualFragment",
    "DOMParser",
];

/// What a script has that it may not.
pub fn broken(script: &str) -> Vec<String> {
    let code = without_comments(script);
    let sought = SOUGHT.iter().filter(|word| words(&code).any(|(_, found)| found == **word));
    sought.map(|word| format!("`{word}`")).chain(foreign_imports(&code)).collect()
}

/// Imports while it runs of anything but the extension's own files.
fn foreign_imports(code: &str) -> Vec<String> {
    let imports = words(code).filter(|(_, word)| *word == "import");
    let what = imports.filter_map(|(at, word)| code[at + word.len()..].trim_start().strip_prefix('('));
    let own = |what: &&str| {
        let what = what.trim_start();
        ["chrome.", "browser.", "globalThis.chrome.", "globalThis.browser."]
            .iter()
            .any(|owner| what.strip_prefix(owner).is_some_and(|rest| rest.starts_with("runtime.getURL(")))
    };
    what.filter(|what| !own(what)).map(|what| format!("`import({}`", what.lines().next().unwrap_or_default())).collect()
}

/// The words of a script and where they are. A member's name is a word too.
fn words(code: &str) -> impl Iterator<Item = (usize, &str)> {
    let is_part = |letter: char| letter.is_alphanumeric() || letter == '_' || letter == '$';
    let words = code.split(move |letter| !is_part(letter)).filter(|word| !word.is_empty());
    words.map(|word| (word.as_ptr() as usize - code.as_ptr() as usize, word))
}

/// A script without its comments; `//` behind a colon is an address.
fn without_comments(script: &str) -> String {
    let mut code = String::new();
    let mut rest = script;
    while let Some(at) = rest.find("/*") {
        code.push_str(&rest[..at]);
        rest = rest[at..].split_once("*/").map_or("", |(_, after)| after);
    }
    code.push_str(rest);
    let line = |line: &str| {
        let comment = line.match_indices("//").find(|(at, _)| !line[..*at].ends_with(':'));
        comment.map_or(line, |(at, _)| &line[..at]).to_owned()
    };
    code.lines().map(line).collect::<Vec<_>>().join("\n")
}
