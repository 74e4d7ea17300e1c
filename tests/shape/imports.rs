//! Which file needs which: every `use` and every path in the code, led to the file that has what it names.

use std::collections::{BTreeMap, BTreeSet};

use super::source::{Source, Token};

/// A path, from its crate's root.
type Names = Vec<String>;

/// For each file those it needs, by their places in the list of files.
pub type Imports = BTreeMap<usize, BTreeSet<usize>>;

/// What each file of a crate imports from the crate's others.
///
/// The import of a module is none yet: what is used of it is. What a module's file hands on from its children
/// (`pub use child::Item`) is no import of that file, and imported from there it comes from the child.
pub fn imports(files: &[Source]) -> Imports {
    let map = Map::of(files);
    files.iter().enumerate().map(|(place, file)| (place, Reader::new(&map, file).needed())).collect()
}

/// One name that a `use` brings.
#[derive(Clone, Debug)]
struct Use {
    /// What follows `use`, as it is written.
    path: Names,
    /// The name it has here; `*` for all there are.
    name: String,
    /// Whether it is handed on.
    is_public: bool,
}

/// The modules of a crate.
struct Map {
    files: BTreeMap<Names, usize>,
    /// What a module hands on, by its name.
    handed_on: BTreeMap<Names, Names>,
}

impl Map {
    fn of(files: &[Source]) -> Self {
        // A crate's lib.rs comes before its main.rs, which nothing can import from.
        let modules = files.iter().enumerate().rev().map(|(place, file)| (file.module.clone(), place)).collect();
        let mut map = Self { files: modules, handed_on: BTreeMap::new() };
        for file in files {
            for used in uses(&file.tokens).into_iter().filter(|used| used.is_public) {
                if let Some(whole) = map.whole(&file.module, &BTreeMap::new(), &used.path) {
                    map.handed_on.insert([file.module.clone(), vec![used.name]].concat(), whole);
                }
            }
        }
        map
    }

    /// A path from the crate's root; `None` for one that leads out of the crate.
    fn whole(&self, module: &[String], known: &BTreeMap<String, Names>, path: &[String]) -> Option<Names> {
        let (first, rest) = path.split_first()?;
        let mut rest = rest;
        let base = match first.as_str() {
            "crate" => Vec::new(),
            "self" => module.to_vec(),
            "super" => {
                let mut base = parent(module);
                while let Some(("super", further)) = rest.split_first().map(|(next, further)| (next.as_str(), further))
                {
                    (base, rest) = (parent(&base), further);
                }
                base
            }
            name => match known.get(name) {
                Some(known) => known.clone(),
                None => {
                    let child = [module, &[name.to_owned()]].concat();
                    self.files.contains_key(&child).then_some(child)?
                }
            },
        };
        Some([base, rest.to_vec()].concat())
    }

    /// Whether this is a module, and not something in one.
    fn is_module(&self, whole: &[String]) -> bool {
        self.files.contains_key(whole)
    }

    /// The file that has what a whole path names.
    fn file(&self, whole: &[String]) -> Option<usize> {
        let mut whole = whole.to_vec();
        // Handed on from hand to hand, but not in a ring.
        for _ in 0..8 {
            let depth = (0..=whole.len()).rev().find(|depth| self.is_module(&whole[..*depth]))?;
            match whole.get(..=depth).and_then(|item| self.handed_on.get(item)) {
                Some(origin) if *origin != whole => whole = [origin, &whole[depth + 1..]].concat(),
                _ => return self.files.get(&whole[..depth]).copied(),
            }
        }
        None
    }
}

fn parent(module: &[String]) -> Names {
    module.split_last().map(|(_, above)| above.to_vec()).unwrap_or_default()
}

/// Reads one file's imports.
struct Reader<'a> {
    map: &'a Map,
    file: &'a Source,
    /// The modules that have a name here.
    known: BTreeMap<String, Names>,
    needed: BTreeSet<usize>,
}

impl<'a> Reader<'a> {
    fn new(map: &'a Map, file: &'a Source) -> Self {
        Self { map, file, known: BTreeMap::new(), needed: BTreeSet::new() }
    }

    fn needed(mut self) -> BTreeSet<usize> {
        for used in uses(&self.file.tokens) {
            self.bring(&used);
        }
        for path in paths(&self.file.tokens) {
            if let Some(whole) = self.map.whole(&self.file.module, &self.known, &path) {
                self.need(&whole);
            }
        }
        self.needed
    }

    fn bring(&mut self, used: &Use) {
        let Some(whole) = self.map.whole(&self.file.module, &self.known, &used.path) else { return };
        let is_all = used.name == "*";
        if self.map.is_module(&whole) && !is_all {
            self.known.insert(used.name.clone(), whole);
        } else if !(used.is_public && whole.starts_with(&self.file.module)) {
            self.need(&whole);
        }
    }

    fn need(&mut self, whole: &[String]) {
        let own = self.map.files.get(&self.file.module);
        self.needed.extend(self.map.file(whole).filter(|file| Some(file) != own));
    }
}

/// What the `use`s of a file bring.
fn uses(tokens: &[Token]) -> Vec<Use> {
    let mut found = Vec::new();
    for (at, _) in tokens.iter().enumerate().filter(|(_, token)| token.is("use")) {
        // `use<'a>` names lifetimes.
        if tokens.get(at + 1).is_some_and(|next| !next.is("<")) {
            let is_public = at.checked_sub(1).is_some_and(|before| tokens[before].is("pub") || tokens[before].is(")"));
            tree(tokens, &mut (at + 1), &[], is_public, &mut found);
        }
    }
    found
}

/// Reads what follows `use`, or one part between its braces.
fn tree(tokens: &[Token], at: &mut usize, before: &[String], is_public: bool, found: &mut Vec<Use>) {
    let is = |at: usize, text: &str| tokens.get(at).is_some_and(|token| token.is(text));
    let mut path = before.to_vec();
    while let Some(token) = tokens.get(*at).filter(|token| token.is_word()) {
        if !token.is("self") || path.is_empty() {
            path.push(token.text.clone());
        }
        *at += 1;
        if !is(*at, "::") {
            break;
        }
        *at += 1;
    }
    if is(*at, "{") {
        *at += 1;
        while *at < tokens.len() && !is(*at, "}") {
            tree(tokens, at, &path, is_public, found);
            *at += usize::from(is(*at, ","));
        }
        *at += 1;
        return;
    }
    let mut name = path.last().cloned().unwrap_or_default();
    if is(*at, "*") {
        name = "*".to_owned();
        *at += 1;
    } else if is(*at, "as") {
        name = tokens.get(*at + 1).map(|name| name.text.clone()).unwrap_or_default();
        *at += 2;
    }
    found.push(Use { path, name, is_public });
}

/// The paths in a file's code but those of its `use`s.
fn paths(tokens: &[Token]) -> Vec<Names> {
    let is = |at: usize, text: &str| tokens.get(at).is_some_and(|token| token.is(text));
    let mut found = Vec::new();
    let mut in_use = false;
    for (at, token) in tokens.iter().enumerate() {
        let before = at.wrapping_sub(1);
        match token.text.as_str() {
            "use" => in_use = !is(at + 1, "<"),
            ";" => in_use = false,
            // `pub(in path)` says who may import, not what is.
            _ if in_use || is(before, "::") || is(before, "in") && is(at.wrapping_sub(3), "pub") => {}
            _ if token.is_word() && is(at + 1, "::") => found.push(path(&tokens[at..])),
            _ => {}
        }
    }
    found
}

/// The path that begins here.
fn path(tokens: &[Token]) -> Names {
    let is_path = |(place, token): &(usize, &Token)| if place % 2 == 0 { token.is_word() } else { token.is("::") };
    let tokens = tokens.iter().enumerate().take_while(is_path);
    tokens.filter(|(place, _)| place % 2 == 0).map(|(_, token)| token.text.clone()).collect()
}
