//! What code may not hold, and where.

use super::source::{Source, Token, end_of_group};

/// Something that code may not hold.
#[derive(Clone, Copy, Debug)]
pub enum Sought {
    /// A name, wherever it stands.
    Name(&'static str),
    /// A name that begins so.
    NameFrom(&'static str),
    /// A method, called or named with its type: `.click()`, `Element::click`.
    Method(&'static str),
    /// A method whose name begins so.
    MethodFrom(&'static str),
    /// A method of an element that is called without arguments, or named with its type. With arguments, a method of
    /// this name is the standard library's.
    Bare(&'static str),
    /// A function of this type: `Request::new`.
    Of(&'static str, &'static str),
    /// A macro.
    Macro(&'static str),
}

impl Sought {
    /// Whether it stands at this place.
    fn is_at(self, tokens: &[Token], at: usize) -> bool {
        let is = |place: usize, text: &str| tokens.get(place).is_some_and(|token| token.is(text));
        let token = &tokens[at];
        if !token.is_word() {
            return false;
        }
        let name = token.text.as_str();
        let is_called = is(at.wrapping_sub(1), ".") && (is(at + 1, "(") || is(at + 1, "::"));
        let type_before = |owner: fn(&str) -> bool| {
            is(at.wrapping_sub(1), "::") && tokens.get(at.wrapping_sub(2)).is_some_and(|token| owner(&token.text))
        };
        let is_of_type = type_before(|owner| owner.starts_with(char::is_uppercase));
        match self {
            Self::Name(sought) => name == sought,
            Self::NameFrom(start) => name.starts_with(start),
            Self::Method(sought) => name == sought && (is_called || is_of_type),
            Self::MethodFrom(start) => name.starts_with(start) && (is_called || is_of_type),
            Self::Bare(sought) => {
                let is_bare = is_called && is(at + 1, "(") && is(at + 2, ")");
                let is_of_element = type_before(|owner| owner.starts_with("Html") || owner == "Element");
                name == sought && (is_bare || is_of_element)
            }
            Self::Of(owner, sought) => name == sought && is(at.wrapping_sub(1), "::") && is(at.wrapping_sub(2), owner),
            Self::Macro(sought) => name == sought && is(at + 1, "!"),
        }
    }
}

/// The rooms that a rule is for.
#[derive(Clone, Copy, Debug)]
pub enum Rooms {
    /// These.
    Only(&'static [&'static str]),
    /// All others.
    AllBut(&'static [&'static str]),
}

impl Rooms {
    pub fn has(self, room: &str) -> bool {
        match self {
            Self::Only(rooms) => rooms.contains(&room),
            Self::AllBut(rooms) => !rooms.contains(&room),
        }
    }
}

/// What the code of some rooms may not hold.
#[derive(Clone, Copy, Debug)]
pub struct Rule {
    pub rooms: Rooms,
    pub sought: &'static [Sought],
    /// Names that are meant by none of it.
    pub except: &'static [&'static str],
    /// Members of the browser that no hand-written binding may reach, by their names in JavaScript.
    pub members: &'static [&'static str],
    /// Whether a hand-written binding may set a property.
    pub may_set: bool,
}

impl Rule {
    /// Where the code breaks the rule.
    pub fn broken(&self, files: &[Source]) -> Vec<String> {
        files.iter().filter(|file| self.rooms.has(file.room())).flat_map(|file| self.broken_in(file)).collect()
    }

    fn broken_in(&self, file: &Source) -> Vec<String> {
        let said = |token: &Token| format!("{}:{} has `{}`", file.path, token.line, token.text);
        let is_sought = |at: &usize| {
            let is_excepted = self.except.contains(&file.tokens[*at].text.as_str());
            !is_excepted && self.sought.iter().any(|sought| sought.is_at(&file.tokens, *at))
        };
        let found = (0..file.tokens.len()).filter(is_sought).map(|at| said(&file.tokens[at]));
        found.chain(self.bindings(file)).chain(self.texts(file)).collect()
    }

    /// Hand-written bindings to what may not be reached.
    fn bindings(&self, file: &Source) -> Vec<String> {
        let is_broken =
            |binding: &&Binding| self.members.contains(&binding.member.as_str()) || binding.sets && !self.may_set;
        let said = |binding: &Binding| format!("{}:{} binds `{}`", file.path, binding.line, binding.member);
        bindings(&file.tokens).iter().filter(is_broken).map(said).collect()
    }

    /// Texts that are such a member's whole name: by it, any of them can be reached. Short names are words for much
    /// else.
    fn texts(&self, file: &Source) -> Vec<String> {
        let is_member = |token: &&Token| {
            let text = token.quoted().unwrap_or_default();
            text.contains(char::is_uppercase) && self.members.contains(&text)
        };
        let said = |token: &Token| format!("{}:{} names {}", file.path, token.line, token.text);
        file.tokens.iter().filter(is_member).map(said).collect()
    }
}

/// A hand-written binding to something of the page's.
struct Binding {
    /// Its name in JavaScript.
    member: String,
    /// Whether it sets a property.
    sets: bool,
    line: usize,
}

/// The bindings in `extern "C"` blocks, but those to the extension's own interfaces.
fn bindings(tokens: &[Token]) -> Vec<Binding> {
    let opens = |at: &usize| {
        tokens[*at].is("extern")
            && tokens.get(*at + 1).is_some_and(|abi| abi.is("\"C\""))
            && tokens.get(*at + 2).is_some_and(|brace| brace.is("{"))
    };
    let blocks = (0..tokens.len()).filter(opens).map(|at| &tokens[at + 3..end_of_group(tokens, at + 2)]);
    blocks.flat_map(|block| block.split(|token| token.is(";")).filter_map(binding)).collect()
}

/// The binding of one item.
fn binding(item: &[Token]) -> Option<Binding> {
    let follows = |word: &str, sign: &str| {
        let at = item.windows(2).position(|pair| pair[0].is(word) && pair[1].is(sign))?;
        item.get(at + 2)
    };
    let has = |word: &str| item.iter().any(|token| token.is(word));
    let names = |token: &Token| token.quoted().unwrap_or(&token.text).to_owned();
    let is_ours = |token: &Token| ["chrome", "browser"].contains(&token.quoted().unwrap_or(&token.text));
    let namespace = item.iter().position(|token| token.is("js_namespace"));
    if namespace.is_some_and(|at| item[at..].iter().take(4).any(is_ours)) {
        return None;
    }
    let at = item.iter().position(|token| ["fn", "static", "type"].contains(&token.text.as_str()))?;
    let own = item.get(at + 1)?;
    let sets = ["setter", "deleter", "indexing_setter", "indexing_deleter"].into_iter().any(has);
    let said = follows("js_name", "=").or_else(|| follows("setter", "=")).map(names);
    let member = said.unwrap_or_else(|| own.text.trim_start_matches(if sets { "set_" } else { "" }).to_owned());
    Some(Binding { member, sets, line: own.line })
}
