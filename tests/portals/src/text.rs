//! Words as the portal writes them.

use crate::draw::Draw;
use crate::style::{Casing, Numbering, Spacing, Split, Tail, Tongue, Typography};
use crate::translate::unbroken;

/// A text as HTML.
pub(crate) fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

/// A text as a string of a script.
pub(crate) fn quoted(text: &str) -> String {
    let text = text.replace('\\', "\\\\").replace('"', "\\\"").replace('\n', "\\n").replace('<', "\\u003c");
    format!("\"{text}\"")
}

impl Draw<'_> {
    /// Words for an attribute.
    pub(crate) fn plain(&self, words: &str) -> String {
        let words = self.cased(words);
        let space = match self.style.spacing {
            Spacing::NoBreak => "\u{a0}",
            Spacing::Two => "  ",
            Spacing::One | Spacing::Lines => " ",
        };
        escaped(&words).replace(' ', space)
    }

    /// Words for an element.
    pub(crate) fn rich(&self, words: &str) -> String {
        let words = self.cased(words);
        let space = match self.style.spacing {
            Spacing::One => " ",
            Spacing::NoBreak => "&nbsp;",
            Spacing::Two => "  ",
            Spacing::Lines => "\n            ",
        };
        self.split(&words).join(space)
    }

    /// Words that something is called by.
    pub(crate) fn named(&self, words: &str) -> String {
        let words = self.rich(words);
        if self.style.typography == Typography::Quotes { format!("“{words}”") } else { words }
    }

    /// The words of something to press.
    pub(crate) fn pressed(&self, words: &str) -> String {
        format!("{}{}", self.rich(words), self.arrow())
    }

    /// What is behind the words of something to press.
    pub(crate) fn arrow(&self) -> &'static str {
        if self.style.typography == Typography::Arrows { "»" } else { "" }
    }

    /// The words of a field, with what the portal puts around them.
    pub(crate) fn label(&self, words: &str, number: usize) -> String {
        let number = number + self.dice("number").below(6);
        let words = self.in_tongue(words);
        let before = match self.style.numbering {
            Numbering::No => String::new(),
            Numbering::Colon => format!("{number}: "),
            Numbering::Dot => format!("{number}. "),
        };
        let words = words.trim_end_matches(':');
        format!("{before}{}{}", self.named(words), self.tail())
    }

    fn tail(&self) -> &'static str {
        match self.style.tail {
            Tail::None => "",
            Tail::Colon => ":",
            Tail::SpaceColon => " :",
            Tail::Star => "*",
            Tail::StarColon => "<span class=\"§text-danger\">*</span>:",
            Tail::FullWidth => "：",
        }
    }

    fn cased(&self, words: &str) -> String {
        let words = match self.style.casing {
            Casing::AsWritten | Casing::CssCapitals => words.to_owned(),
            Casing::Capitals => words.to_uppercase(),
            Casing::Sentence => sentence(words),
        };
        if self.style.typography == Typography::Hyphens { unbroken(&words) } else { words }
    }

    /// The words, each as HTML.
    fn split(&self, words: &str) -> Vec<String> {
        let mut all: Vec<String> = words.split(' ').map(escaped).collect();
        if !self.dice(&format!("split.{words}")).chance(75) {
            return all;
        }
        let longest = (0..all.len()).max_by_key(|at| all[*at].chars().count()).unwrap_or(0);
        let last = all.len() - 1;
        match self.style.split {
            Split::Whole => {}
            Split::LastWord if last > 0 => all[last] = format!("<b>{}</b>", all[last]),
            Split::LastWord => {}
            Split::MidWord => in_middle(&mut all[longest], |head, tail| format!("{head}<span>{tail}</span>")),
            Split::SoftHyphen => in_middle(&mut all[longest], |head, tail| format!("{head}&shy;{tail}")),
        }
        all
    }

    fn in_tongue(&self, words: &str) -> String {
        let Some(hindi) = in_hindi(words) else { return words.to_owned() };
        match self.style.tongue {
            Tongue::English => words.to_owned(),
            Tongue::HindiFirst => format!("{hindi} / {words}"),
            Tongue::EnglishFirst => format!("{words} / {hindi}"),
            Tongue::Slash => format!("{hindi}/{words}"),
        }
    }
}

/// Small letters, but for the first and for names that are written in capitals.
fn sentence(words: &str) -> String {
    let word = |(at, word): (usize, &str)| {
        let is_name = word.chars().skip(1).any(char::is_uppercase);
        if at == 0 || is_name { word.to_owned() } else { word.to_lowercase() }
    };
    words.split(' ').enumerate().map(word).collect::<Vec<_>>().join(" ")
}

/// Joins the halves of a plain long word anew.
fn in_middle(word: &mut String, join: impl Fn(&str, &str) -> String) {
    let is_plain = word.chars().all(|letter| letter.is_ascii_alphabetic());
    if is_plain && word.len() >= 5 {
        let (head, tail) = word.split_at(word.len() / 2);
        *word = join(head, tail);
    }
}

fn in_hindi(words: &str) -> Option<&'static str> {
    Some(match words {
        "Username" | "User Name" | "User name" => "उपयोगकर्ता नाम",
        "API User Name" => "API उपयोगकर्ता नाम",
        "Password" => "पासवर्ड",
        "New Password" => "नया पासवर्ड",
        "Enter Password" => "पासवर्ड दर्ज करें",
        "Re-enter Password" | "Retype Password" | "Password (again)" => "पासवर्ड पुनः दर्ज करें",
        "Confirm Password" => "पासवर्ड की पुष्टि करें",
        "Enter OTP" | "Enter the OTP" | "OTP" => "OTP दर्ज करें",
        "Select your GSP" | "Select GSP" => "अपना GSP चुनें",
        "GSP Name" => "GSP का नाम",
        "Captcha" => "कैप्चा",
        "Name" => "नाम",
        "Mobile Number" => "मोबाइल नंबर",
        _ => return None,
    })
}
