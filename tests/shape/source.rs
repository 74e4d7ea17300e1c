//! Rust files as their tokens, without comments and tests.

use std::fs;
use std::path::Path;
use std::str::FromStr;

use proc_macro2::{Delimiter, Spacing, TokenStream, TokenTree};

/// A word, a sign or a literal, and the line it stands in. `::` is one sign.
#[derive(Clone, Debug)]
pub struct Token {
    pub text: String,
    pub line: usize,
}

impl Token {
    pub fn is(&self, text: &str) -> bool {
        self.text == text
    }

    /// Whether this is a name, or a keyword.
    pub fn is_word(&self) -> bool {
        self.text.starts_with(|first: char| first.is_alphabetic() || first == '_')
    }

    /// What stands between the quotes of a text.
    pub fn quoted(&self) -> Option<&str> {
        self.text.strip_prefix('"')?.strip_suffix('"')
    }
}

/// A file of Rust code.
#[derive(Debug)]
pub struct Source {
    /// Where it is, from the project's root.
    pub path: String,
    /// The modules it is in, its own last; none for the root of a crate.
    pub module: Vec<String>,
    pub tokens: Vec<Token>,
    /// The modules it declares for its tests.
    test_modules: Vec<String>,
}

impl Source {
    /// The file at `path` below `folder`, the folder of a crate's root.
    pub fn new(folder: &str, path: &str, text: &str) -> Self {
        let stream = TokenStream::from_str(text).unwrap_or_else(|error| panic!("{folder}/{path}: {error}"));
        let mut tokens = Vec::new();
        flatten(stream, &mut tokens);
        let (tokens, test_modules) = without_tests(&tokens);
        let has_inner = tokens.windows(3).any(|three| three[0].is("mod") && three[2].is("{"));
        assert!(!has_inner, "{folder}/{path}: a module in a file of another cannot be read here");
        let mut module: Vec<String> = path.trim_end_matches(".rs").split('/').map(str::to_owned).collect();
        module.pop_if(|last| ["mod", "lib", "main"].contains(&last.as_str()));
        Self { path: format!("{folder}/{path}"), module, tokens, test_modules }
    }

    /// The room it belongs to: the first folder or file below the crate's root.
    pub fn room(&self) -> &str {
        self.module.first().map_or("lib", String::as_str)
    }
}

/// The code below a crate's folder, in the order of paths.
pub fn read(folder: &str) -> Vec<Source> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    let files = files(&root, "rs").into_iter().map(|(path, text)| Source::new(folder, &path, &text)).collect();
    without_test_files(files)
}

/// Leaves out the files of modules that are declared for tests.
pub fn without_test_files(files: Vec<Source>) -> Vec<Source> {
    let child = |file: &Source, name: &String| [file.module.clone(), vec![name.clone()]].concat();
    let tests: Vec<_> = files.iter().flat_map(|file| file.test_modules.iter().map(|name| child(file, name))).collect();
    files.into_iter().filter(|file| !tests.iter().any(|module| file.module.starts_with(module))).collect()
}

/// The files below `root` whose names end so: their paths from there, and their texts.
pub fn files(root: &Path, end: &str) -> Vec<(String, String)> {
    let mut found = Vec::new();
    let mut folders = vec![root.to_owned()];
    while let Some(folder) = folders.pop() {
        let entries = fs::read_dir(&folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
        for path in entries.flatten().map(|entry| entry.path()) {
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == end) {
                let text = fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
                let below = path.strip_prefix(root).unwrap_or(&path);
                found.push((below.to_string_lossy().replace('\\', "/"), text));
            }
        }
    }
    assert!(!found.is_empty(), "{} holds no .{end} file", root.display());
    found.sort();
    found
}

fn flatten(stream: TokenStream, tokens: &mut Vec<Token>) {
    let mut joint = false;
    for tree in stream {
        let line = tree.span().start().line;
        let mut push = |text: String| tokens.push(Token { text, line });
        let mut goes_on = false;
        match tree {
            TokenTree::Group(group) => {
                let (open, close) = match group.delimiter() {
                    Delimiter::Parenthesis => ("(", ")"),
                    Delimiter::Brace => ("{", "}"),
                    Delimiter::Bracket => ("[", "]"),
                    Delimiter::None => ("", ""),
                };
                push(open.to_owned());
                flatten(group.stream(), tokens);
                tokens.push(Token { text: close.to_owned(), line: group.span_close().start().line });
            }
            TokenTree::Punct(sign) => {
                match tokens.last_mut().filter(|last| joint && last.is(":") && sign.as_char() == ':') {
                    Some(colon) => colon.text = "::".to_owned(),
                    None => tokens.push(Token { text: sign.as_char().to_string(), line }),
                }
                goes_on = sign.spacing() == Spacing::Joint;
            }
            other => push(other.to_string()),
        }
        joint = goes_on;
    }
}

/// The tokens outside of what is for tests only, and the names of the modules declared for them.
fn without_tests(tokens: &[Token]) -> (Vec<Token>, Vec<String>) {
    let (mut kept, mut modules) = (Vec::new(), Vec::new());
    let mut at = 0;
    while let Some(token) = tokens.get(at) {
        if !is_for_tests(&tokens[at..]) {
            kept.push(token.clone());
            at += 1;
            continue;
        }
        let end = end_of_item(tokens, at);
        if let [.., keyword, name, semicolon] = &tokens[at..end]
            && keyword.is("mod")
            && semicolon.is(";")
        {
            modules.push(name.text.clone());
        }
        at = end;
    }
    (kept, modules)
}

/// Whether an attribute begins here that keeps what follows for tests: `#[cfg(test)]`, `#[cfg(all(test, …))]`.
fn is_for_tests(tokens: &[Token]) -> bool {
    let begins =
        |words: &[&str]| tokens.len() >= words.len() && tokens.iter().zip(words).all(|(token, word)| token.is(word));
    begins(&["#", "[", "cfg", "(", "test", ")"]) || begins(&["#", "[", "cfg", "(", "all", "(", "test"])
}

/// Where the item ends whose first attribute begins at `at`.
fn end_of_item(tokens: &[Token], mut at: usize) -> usize {
    while tokens.get(at).is_some_and(|token| token.is("#")) {
        at = end_of_group(tokens, at + 1);
    }
    while let Some(token) = tokens.get(at) {
        match token.text.as_str() {
            ";" => return at + 1,
            "{" => return end_of_group(tokens, at),
            "(" | "[" => at = end_of_group(tokens, at),
            _ => at += 1,
        }
    }
    tokens.len()
}

/// Where the brackets end that open at `at`.
pub fn end_of_group(tokens: &[Token], at: usize) -> usize {
    let mut depth = 0_usize;
    for (place, token) in tokens.iter().enumerate().skip(at) {
        match token.text.as_str() {
            "(" | "[" | "{" => depth += 1,
            ")" | "]" | "}" => depth = depth.saturating_sub(1),
            _ => {}
        }
        if depth == 0 {
            return place + 1;
        }
    }
    tokens.len()
}
