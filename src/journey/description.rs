//! A description of a page for a report of a problem: the snapshot as JSON, with every word left out that is not one
//! of a portal's own. Such a file in `tests/fixtures/pages/` is a test.
//!
//! Whatever names a person, a business or a place is unknown, and so is every number: it becomes `…`.

use crate::snapshot::{Choices, Control, ControlId, Kind, Layer, Reach, Snapshot, Spot};
use crate::text::{self, find, has, plain};

/// The words that stay, in lower case: what portals of this kind say in labels, headings, menus and messages. None is
/// the name of a person or a place, but for those in the names of the wanted GSP and of its successor.
const WORDS: &str = "a above add added again already an and api are at be been bill board btn bvm cancel cannot captcha change \
    choose client close code confirm consulting contact contacts contain continue could create created \
    credential credentials dash dashboard data ddl dear different direct directly dismiss do e einvoice email \
    end ended enter erp error exists exit expired failed for forgot freeze get goods got gsp gsps gst gstin has \
    home html id in incorrect index india interface internal invalid invoice ip is it language latest letters \
    limited list listing llp log login loginid logout ltd mail main management menu message mis mobile must name \
    new not now number of ok okay on one other otp our out page password person please portal private proceed \
    provider pvt rdb re reenter register registered registration reports retype s save saved search select sent \
    server services session should shown sign skip software some something state submit success successfully \
    suvidha system tax taxpayers technical tera text the through time timed to txt updates user userid username \
    users valid validate verification verify via was way weak welcome went what white whitelisting will wish \
    with wrong x year you your";

/// Stands for what is left out.
const LEFT_OUT: char = '…';
/// Stands for a GSTIN: a signed-in page is known by there being one.
const GSTIN: &str = "***************";

/// Describes a page.
#[must_use]
pub fn of(page: &Snapshot) -> String {
    let mut json = Json(String::new());
    json.0.push('{');
    json.text("path", &page.path, Way::Code);
    json.text("title", &page.title, Way::Prose);
    json.texts("texts", &page.texts, Way::Prose);
    json.name("layer", layer(page.layer));
    json.open("controls", '[');
    for control in &page.controls {
        json.comma();
        json.0.push('\n');
        json.control(control);
    }
    json.0.push_str("]}\n");
    json.0
}

/// How a text is taken apart into words.
#[derive(Clone, Copy, PartialEq)]
enum Way {
    /// Words have spaces and signs between them.
    Prose,
    /// Also `txtUserName` is several, as in ids and addresses.
    Code,
}

/// What was written so far. Everything that is as it mostly is, such as an empty text, is passed over.
struct Json(String);

impl Json {
    fn control(&mut self, control: &Control) {
        self.0.push('{');
        self.number("id", control.id.0);
        self.name("kind", kind(control.kind));
        self.text("name", &control.name, Way::Prose);
        self.texts("before", &control.before, Way::Prose);
        self.text("after", &control.after, Way::Prose);
        self.text("beside", &control.beside, Way::Prose);
        self.texts("hints", &control.hints, Way::Code);
        self.name("reach", reach(control.reach));
        if let Some(spot) = control.spot {
            self.spot(spot);
        }
        self.maybe("opener", control.opener.map(|ControlId(at)| at));
        self.flag("expanded", control.expanded);
        self.flag("filled", control.filled);
        self.flag("checked", control.checked);
        self.flag("in_use", control.in_use());
        self.maybe("max_length", control.max_length);
        if let Some(choices) = &control.choices {
            self.choices(choices);
        }
        self.0.push('}');
    }

    fn spot(&mut self, spot: Spot) {
        self.open("spot", '{');
        for (key, at) in [("left", spot.left), ("top", spot.top), ("right", spot.right), ("bottom", spot.bottom)] {
            self.key(key);
            if at < 0 {
                self.0.push('-');
            }
            self.digits(at.unsigned_abs());
        }
        self.0.push('}');
    }

    fn choices(&mut self, choices: &Choices) {
        self.open("choices", '{');
        self.texts("texts", &choices.texts, Way::Prose);
        self.maybe("selected", choices.selected);
        self.flag("preset", choices.preset);
        self.flag("cut", choices.cut);
        self.0.push('}');
    }

    fn comma(&mut self) {
        if !matches!(self.0.as_bytes().last(), Some(b'{' | b'[')) {
            self.0.push(',');
        }
    }

    fn key(&mut self, key: &str) {
        self.comma();
        self.0.push('"');
        self.0.push_str(key);
        self.0.push_str("\":");
    }

    fn open(&mut self, key: &str, bracket: char) {
        self.key(key);
        self.0.push(bracket);
    }

    fn flag(&mut self, key: &str, is_set: bool) {
        if is_set {
            self.key(key);
            self.0.push_str("true");
        }
    }

    fn maybe(&mut self, key: &str, number: Option<usize>) {
        if let Some(number) = number {
            self.number(key, number);
        }
    }

    fn number(&mut self, key: &str, number: usize) {
        self.key(key);
        self.digits(u32::try_from(number).unwrap_or(u32::MAX));
    }

    fn digits(&mut self, number: u32) {
        if number > 9 {
            self.digits(number / 10);
        }
        self.0.push(char::from(b'0' + (number % 10) as u8));
    }

    /// One of our own names.
    fn name(&mut self, key: &str, name: &str) {
        self.key(key);
        self.0.push('"');
        self.0.push_str(name);
        self.0.push('"');
    }

    fn text(&mut self, key: &str, text: &str, way: Way) {
        if !text.is_empty() {
            self.key(key);
            self.words(text, way);
        }
    }

    fn texts(&mut self, key: &str, texts: &[String], way: Way) {
        if texts.is_empty() {
            return;
        }
        self.open(key, '[');
        for text in texts {
            self.comma();
            self.words(text, way);
        }
        self.0.push(']');
    }

    /// The known words of a text and the signs between them.
    fn words(&mut self, text: &str, way: Way) {
        self.0.push('"');
        let mut words = Words { out: &mut self.0, back: None, is_alone: false, begin: 0, is_apart: false };
        for (place, chunk) in text::words(text, b"").iter().enumerate() {
            if place > 0 {
                words.out.push(' ');
            }
            words.chunk(chunk, way);
        }
        // An initial in front of nothing; but `x` closes pop-ups.
        if words.is_alone && !text.eq_ignore_ascii_case("x") {
            words.leave_out();
        }
        self.0.push('"');
    }
}

/// A text on its way through.
struct Words<'a> {
    out: &'a mut String,
    /// Where to go back to if the next word is left out as well.
    back: Option<usize>,
    /// Whether the last word is a single letter, which stays only in front of a known word: it may be an initial.
    is_alone: bool,
    /// Where the chunk in hand begins.
    begin: usize,
    /// Whether its beginning was left out together with what is before it: then a space goes before its rest.
    is_apart: bool,
}

impl Words<'_> {
    /// What stands between two spaces.
    fn chunk(&mut self, chunk: &str, way: Way) {
        // An e-mail address, a password on show, or a user name with its `API_`.
        let is_odd = chunk.bytes().any(|c| c == b'@' || way == Way::Prose && matches!(c, b'#' | b'$' | b'%' | b'_'))
            || find(chunk, "API_").is_some();
        (self.begin, self.is_apart) = (self.out.len(), false);
        let mut rest = chunk;
        while let Some(first) = rest.chars().next() {
            let Some((word, behind)) = rest.split_at_checked(length(rest, way)) else { return };
            if !is_of_a_word(first) {
                self.sign(first);
            } else if !is_odd || behind.starts_with('_') && plain(word) == "api" {
                self.word(word);
            } else {
                self.leave_out();
            }
            rest = behind;
        }
    }

    fn sign(&mut self, sign: char) {
        self.space();
        if matches!(sign, '"' | '\\') {
            self.out.push('\\');
        }
        self.out.push(sign);
    }

    fn word(&mut self, word: &str) {
        if word.len() == GSTIN.len() && word.bytes().any(|c| c.is_ascii_digit()) {
            self.space();
            return self.out.push_str(GSTIN);
        }
        if !has(WORDS, &plain(word)) {
            return self.leave_out();
        }
        self.space();
        self.is_alone = word.len() == 1;
        self.back = if self.is_alone { self.back.or(Some(self.out.len())) } else { None };
        self.out.push_str(word);
    }

    fn space(&mut self) {
        if self.is_apart {
            self.out.push(' ');
            self.is_apart = false;
        }
    }

    fn leave_out(&mut self) {
        if let Some(back) = self.back {
            self.out.truncate(back);
            self.is_apart = back < self.begin;
        }
        if !self.out.ends_with(LEFT_OUT) {
            self.out.push(LEFT_OUT);
        }
        self.back = Some(self.out.len());
        self.is_alone = false;
    }
}

/// How long the word or the sign is that `text` begins with, in bytes.
fn length(text: &str, way: Way) -> usize {
    let mut last = None;
    for (at, c) in text.char_indices() {
        if let Some(last) = last {
            let after = text.get(at + 1..).and_then(|rest| rest.chars().next());
            let is_inside = is_of_a_word(last) && is_of_a_word(c) && last != LEFT_OUT && c != LEFT_OUT;
            if !is_inside || way == Way::Code && is_border(last, c, after) {
                return at;
            }
        }
        last = Some(c);
    }
    text.len()
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
            | '\u{e000}'..='\u{f8ff}');
    if c.is_ascii() { !c.is_ascii_punctuation() } else { !is_sign }
}

fn kind(kind: Kind) -> &'static str {
    match kind {
        Kind::Link => "Link",
        Kind::Button => "Button",
        Kind::TextBox => "TextBox",
        Kind::PasswordBox => "PasswordBox",
        Kind::Radio => "Radio",
        Kind::Select => "Select",
        Kind::Other => "Other",
    }
}

fn reach(reach: Reach) -> &'static str {
    match reach {
        Reach::Clear => "Clear",
        Reach::Scroll => "Scroll",
        Reach::Behind => "Behind",
        Reach::Covered => "Covered",
        Reach::Hidden => "Hidden",
        Reach::Off => "Off",
        Reach::Gone => "Gone",
    }
}

fn layer(layer: Layer) -> &'static str {
    match layer {
        Layer::None => "None",
        Layer::Dialog => "Dialog",
        Layer::Curtain => "Curtain",
    }
}
