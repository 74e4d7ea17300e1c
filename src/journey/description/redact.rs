//! A page without what is anybody's: whatever names a person, a business or a place is unknown, and so is every number.
//! It becomes `…`.

use std::collections::HashSet;
use std::sync::LazyLock;

use crate::journey::vocabulary;
use crate::snapshot::{Choices, Control, Snapshot};
use crate::text::{fold, is_any};

/// The words that stay besides those that the screens are known by, in lower case: what portals of this kind say in
/// labels, headings, menus and messages.
const WORDS: &str = "a above active add added after again already an and api are as at be been bill board btn cancel canceled \
    cancelled cannot captcha change choose client close code confirm contact contacts contain continue could \
    create created credential credentials dash dashboard data ddl deactivated dear different direct directly \
    dismiss do e eg einvoice email end ended enter erp error example exists exit expired failed for forgot form \
    format freeze freezed frozen get goods got gsp gsps gst gstin has home html id in inactive incorrect \
    index interface internal invalid invoice ip is it language latest letters list listing log login loginid \
    logout mail main management menu message mis mobile must name new not now number of ok okay on one other \
    otp our out page password person please portal prefix prefixed proceed provider rdb re reenter register \
    registered registration reports retype s save saved search select sent server services session should \
    shown sign skip some something state submit success successfully such suvidha system tax taxpayers \
    technical text the through time timed to txt updates use user userid username users valid validate \
    verification verify via was way weak welcome went what white whitelisting will wish with wrong x year \
    you your";

/// The words of the wanted GSP's name, of its successor's and of others like theirs. They stay in lists to choose from,
/// and nowhere else: many a business is called so.
const OF_COMPANIES: [&str; 10] =
    ["bvm", "consulting", "india", "limited", "llp", "ltd", "private", "pvt", "software", "tera"];
/// What the names of companies end in.
const FORMS: [&str; 4] = ["limited", "llp", "ltd", "pvt"];
/// Signs within the name of a company. Any other ends it.
const IN_COMPANIES: [&str; 6] = ["&", ".", ",", "(", ")", "'"];
/// What a name may be besides the user's: before `name` these tell that a taxpayer's follows.
const OF_TAXPAYERS: [&str; 4] = ["business", "company", "legal", "trade"];

/// Stands for what is left out.
const LEFT_OUT: &str = "…";
/// Stands for a GSTIN: a signed-in page is known by there being one.
const GSTIN: &str = "***************";

/// The page without what is anybody's.
pub(super) fn page(page: &Snapshot) -> Snapshot {
    Snapshot {
        path: text(&page.path, Way::Code),
        title: text(&page.title, Way::Prose),
        pictures: text(&page.pictures, Way::Prose),
        texts: in_order(page.texts.iter()),
        linked: in_order(page.linked.iter()),
        controls: page.controls.iter().map(control).collect(),
        translated: page.translated,
        layer: page.layer,
    }
}

fn control(control: &Control) -> Control {
    let mut before = in_order(control.before.iter().rev());
    before.reverse();
    Control {
        id: control.id,
        kind: control.kind,
        name: text(&control.name, Way::Prose),
        before,
        after: text(&control.after, Way::Prose),
        beside: text(&control.beside, Way::Prose),
        hints: control.hints.iter().map(|hint| text(hint, Way::Code)).collect(),
        reach: control.reach,
        spot: control.spot,
        opener: control.opener,
        expanded: control.expanded,
        filled: control.filled,
        checked: control.checked,
        entry: control.entry,
        max_length: control.max_length,
        part_of: control.part_of,
        plain: control.plain,
        group: control.group.as_deref().map(|group| text(group, Way::Code)),
        prefix: control.prefix,
        choices: control.choices.as_ref().map(choices),
        shows: control.shows.as_ref().map(|shown| text(shown, Way::Choice)),
    }
}

fn choices(choices: &Choices) -> Choices {
    Choices { texts: choices.texts.iter().map(|choice| text(choice, Way::Choice)).collect(), ..*choices }
}

/// Texts as they follow each other on the page: one behind a label that asks for a taxpayer's name is that name.
fn in_order<'a>(texts: impl Iterator<Item = &'a String>) -> Vec<String> {
    let mut is_name = false;
    texts
        .map(|this| {
            let kept = if is_name { LEFT_OUT.to_owned() } else { text(this, Way::Prose) };
            is_name = is_name_label(this);
            kept
        })
        .collect()
}

/// Whether a text is a label such as `Name:` or `Legal Name of Business`, but not `User Name`.
fn is_name_label(text: &str) -> bool {
    let tokens = tokens(text, Way::Prose);
    let words: Vec<String> = tokens.iter().filter(|token| token.is_word()).map(|token| fold(token.text)).collect();
    match &words[..] {
        [name] => name == "name",
        [first, name, ..] => is_name_of_taxpayer(first, name) || first == "name" && name == "of",
        [] => false,
    }
}

fn is_name_of_taxpayer(before: &str, word: &str) -> bool {
    word == "name" && is_any(before, &OF_TAXPAYERS)
}

/// How a text is taken apart into words, and which of them stay.
#[derive(Clone, Copy, PartialEq)]
enum Way {
    /// Words have spaces and signs between them.
    Prose,
    /// Also `txtUserName` is several, as in ids and addresses.
    Code,
    /// As in prose, and the words of companies stay.
    Choice,
}

/// A part of a text as it stands there.
#[derive(Clone, Copy)]
struct Token<'a> {
    text: &'a str,
    kind: TokenKind,
}

#[derive(Clone, Copy, PartialEq)]
enum TokenKind {
    /// White space.
    Gap,
    /// A sign, which tells nothing.
    Sign,
    /// A word.
    Word,
    /// A word of an e-mail address, of a password on show, or of a user name with its `API_`.
    Odd,
}

impl Token<'_> {
    fn is_word(&self) -> bool {
        matches!(self.kind, TokenKind::Word | TokenKind::Odd)
    }
}

/// A part of a text as it is told.
#[derive(Clone, Copy, PartialEq)]
enum Piece<'a> {
    Gap,
    Sign(&'a str),
    Known(&'a str),
    /// A single letter that is a word as well. It stays only in front of a known word: it may be an initial.
    Letter(&'a str),
    Gstin,
    LeftOut,
}

/// The known words of a text and the signs between them.
fn text(text: &str, way: Way) -> String {
    let tokens = tokens(text, way);
    let mut pieces: Vec<Piece> = tokens.iter().map(|token| piece(*token, way)).collect();
    if let Some(begin) = begin_of_name(&tokens) {
        leave_out_from(&mut pieces, &tokens, begin);
    }
    if way != Way::Choice {
        leave_out_companies(&mut pieces, &tokens);
    }
    // A lone `x` closes pop-ups.
    if !text.trim().eq_ignore_ascii_case("x") {
        leave_out_initials(&mut pieces);
    }
    print(&merged(&pieces))
}

fn piece(token: Token<'_>, way: Way) -> Piece<'_> {
    match token.kind {
        TokenKind::Gap => Piece::Gap,
        TokenKind::Sign => Piece::Sign(token.text),
        TokenKind::Odd => Piece::LeftOut,
        TokenKind::Word if is_gstin(token.text) => Piece::Gstin,
        TokenKind::Word => match token.text {
            word if !is_known(word, way) => Piece::LeftOut,
            letter if letter.len() == 1 => Piece::Letter(letter),
            word => Piece::Known(word),
        },
    }
}

fn is_gstin(word: &str) -> bool {
    word == GSTIN || word.len() == GSTIN.len() && word.contains(|c: char| c.is_ascii_digit())
}

fn is_known(word: &str, way: Way) -> bool {
    static KNOWN: LazyLock<HashSet<&str>> = LazyLock::new(|| {
        let vocabulary = vocabulary::all();
        let phrases = vocabulary.said.into_iter().chain(vocabulary.called);
        let of_screens = phrases.flat_map(|phrase| phrase.split(|c: char| !c.is_alphanumeric()));
        let without_numbers = of_screens.filter(|word| !word.contains(char::is_numeric));
        WORDS.split_ascii_whitespace().chain(without_numbers).collect()
    });
    let word = fold(word);
    KNOWN.contains(word.as_str()) || way == Way::Choice && is_any(&word, &OF_COMPANIES)
}

/// From which token on a text is somebody's name: behind `Name:`, a legal or a trade name, a greeting or `M/s`. All the
/// words of a name can be common ones.
fn begin_of_name(tokens: &[Token<'_>]) -> Option<usize> {
    let words: Vec<(usize, String)> =
        tokens.iter().enumerate().filter(|(_, token)| token.is_word()).map(|(at, t)| (at, fold(t.text))).collect();
    words.iter().enumerate().find_map(|(place, (at, word))| {
        let next = words.get(place + 1).map(|(_, next)| next.as_str());
        let before = place.checked_sub(1).and_then(|before| words.get(before)).map(|(_, before)| before.as_str());
        match word.as_str() {
            "name" if next == Some("of") || before.is_some_and(|before| is_name_of_taxpayer(before, word)) => {
                Some(at + 1)
            }
            "name" => behind_the_mark(tokens, at + 1),
            "welcome" if next != Some("to") => Some(at + 1),
            "m" if next == Some("s") && tokens.get(at + 1).is_some_and(|sign| sign.text == "/") => Some(*at),
            _ => None,
        }
    })
}

/// The place behind a colon, a dash or the like, if that is what comes next.
fn behind_the_mark(tokens: &[Token<'_>], from: usize) -> Option<usize> {
    let (at, mark) = tokens.iter().enumerate().skip(from).find(|(_, token)| token.kind != TokenKind::Gap)?;
    let is_apart = at > from;
    let is_mark = match fold(mark.text).as_str() {
        ":" | "=" => true,
        "-" => is_apart,
        _ => false,
    };
    is_mark.then_some(at + 1)
}

/// Leaves out all from the first word behind `begin` on.
fn leave_out_from(pieces: &mut Vec<Piece<'_>>, tokens: &[Token<'_>], begin: usize) {
    if let Some(first) = tokens.iter().skip(begin).position(Token::is_word) {
        pieces.truncate(begin + first);
        pieces.push(Piece::LeftOut);
    }
}

/// Leaves out the names of companies, which end in what companies' names end in.
fn leave_out_companies(pieces: &mut [Piece<'_>], tokens: &[Token<'_>]) {
    let mut is_inside = false;
    for (piece, token) in pieces.iter_mut().zip(tokens).rev() {
        match token.kind {
            TokenKind::Gap => {}
            TokenKind::Sign => is_inside &= is_any(token.text, &IN_COMPANIES),
            TokenKind::Word | TokenKind::Odd => {
                is_inside |= is_any(&fold(token.text), &FORMS);
                if is_inside && *piece != Piece::Gstin {
                    *piece = Piece::LeftOut;
                }
            }
        }
    }
}

fn leave_out_initials(pieces: &mut [Piece<'_>]) {
    let mut is_before_a_word = false;
    for piece in pieces.iter_mut().rev() {
        match piece {
            Piece::Known(_) => is_before_a_word = true,
            Piece::Letter(_) if !is_before_a_word => *piece = Piece::LeftOut,
            Piece::Gstin | Piece::LeftOut => is_before_a_word = false,
            Piece::Gap | Piece::Sign(_) | Piece::Letter(_) => {}
        }
    }
}

/// The pieces with all of it as one where several are left out with nothing but signs between.
fn merged<'a>(pieces: &[Piece<'a>]) -> Vec<Piece<'a>> {
    let mut out: Vec<Piece<'a>> = Vec::with_capacity(pieces.len());
    // A gap that was left out with what stands before it: the next word is not to stick to the `…`.
    let mut owes_a_gap = false;
    for piece in pieces {
        if *piece == Piece::LeftOut {
            let is_between = |piece: &Piece| matches!(piece, Piece::Gap | Piece::Sign(_));
            let end = out.iter().rposition(|piece| !is_between(piece)).filter(|at| out.get(*at) == Some(piece));
            match end {
                Some(end) => owes_a_gap |= out.drain(end + 1..).any(|piece| piece == Piece::Gap),
                None => out.push(*piece),
            }
        } else {
            if owes_a_gap && *piece != Piece::Gap {
                out.push(Piece::Gap);
            }
            owes_a_gap = false;
            out.push(*piece);
        }
    }
    out
}

fn print(pieces: &[Piece<'_>]) -> String {
    let text = |piece: &Piece| match *piece {
        Piece::Gap => " ".to_owned(),
        Piece::Sign(text) | Piece::Known(text) | Piece::Letter(text) => text.to_owned(),
        Piece::Gstin => GSTIN.to_owned(),
        Piece::LeftOut => LEFT_OUT.to_owned(),
    };
    pieces.iter().map(text).collect()
}

/// The words of a text, the signs, and the gaps between them.
fn tokens(text: &str, way: Way) -> Vec<Token<'_>> {
    let mut tokens = Vec::new();
    for chunk in text.split_whitespace() {
        if !tokens.is_empty() {
            tokens.push(Token { text: " ", kind: TokenKind::Gap });
        }
        let is_odd = is_odd(chunk, way);
        let mut rest = chunk;
        while let Some((word, behind)) = rest.split_at_checked(length(rest, way)).filter(|(word, _)| !word.is_empty()) {
            let is_prefix = behind.starts_with('_') && fold(word) == "api";
            let kind = match word.chars().next() {
                Some(first) if !is_of_a_word(first) && word != GSTIN => TokenKind::Sign,
                _ if is_odd && !is_prefix => TokenKind::Odd,
                _ => TokenKind::Word,
            };
            tokens.push(Token { text: word, kind });
            rest = behind;
        }
    }
    tokens
}

/// Whether what stands between two spaces is an e-mail address, a password on show, or a user name with its `API_`.
fn is_odd(chunk: &str, way: Way) -> bool {
    let chunk_folded = fold(chunk);
    chunk_folded.contains('@')
        || way != Way::Code && chunk_folded.contains(['#', '$', '%', '_'])
        || chunk.contains("API_")
}

/// How long the word or the sign is that `text` begins with, in bytes.
fn length(text: &str, way: Way) -> usize {
    if text.starts_with(GSTIN) {
        return GSTIN.len();
    }
    let ends = |((_, last), (at, c)): &((usize, char), (usize, char))| {
        let after = text.get(at + c.len_utf8()..).and_then(|rest| rest.chars().next());
        let is_inside = [*last, *c].into_iter().all(|c| is_of_a_word(c) && c != '…');
        !is_inside || way == Way::Code && is_border(*last, *c, after)
    };
    let mut pairs = text.char_indices().zip(text.char_indices().skip(1));
    pairs.find(ends).map_or(text.len(), |(_, (at, _))| at)
}

/// Whether a new word begins between `last` and `c`: `user|Name`, `API|User`, `otp|1`.
fn is_border(last: char, c: char, after: Option<char>) -> bool {
    let is_inner = last.is_ascii_lowercase() || after.is_some_and(|after| after.is_ascii_lowercase());
    c.is_ascii_uppercase() && is_inner || last.is_ascii_alphabetic() != c.is_ascii_alphabetic()
}

/// Whether it belongs to a word; else it is a sign, which tells nothing. Whatever is not known for a sign belongs to one.
fn is_of_a_word(c: char) -> bool {
    let is_sign = matches!(c,
        '«' | '·' | '»' | '×' | '\u{2010}'..='\u{2025}' | '\u{2027}' | '\u{2190}'..='\u{245f}' | '\u{2500}'..='\u{2775}'
            | '\u{e000}'..='\u{f8ff}' | '\u{ff01}'..='\u{ff0f}' | '\u{ff1a}'..='\u{ff20}' | '\u{ff3b}'..='\u{ff40}');
    if c.is_ascii() { !c.is_ascii_punctuation() } else { !is_sign }
}
