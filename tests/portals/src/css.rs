//! The style sheet, and what classes are called.

use crate::draw::Draw;
use crate::style::{Casing, Classes, Letters, Skin};

const COMMON: &str = concat!(include_str!("page.css"), include_str!("wild.css"));

/// Marks the name of a class until the page is whole.
const SIGN: char = '§';

impl Draw<'_> {
    /// The style sheet.
    pub(crate) fn css(&self) -> String {
        let letters = match self.style.letters {
            Letters::Small => 13,
            Letters::Middle => 14,
            Letters::Large => 16,
        };
        let capitals = match self.style.casing {
            Casing::CssCapitals => ".§label,.§col-label,.§btn,.§entry,.§radio,.§line{text-transform:uppercase}",
            _ => "",
        };
        let skin = match self.style.skin {
            Skin::Bootstrap => include_str!("skins/bootstrap.css"),
            Skin::Boxed => include_str!("skins/boxed.css"),
            Skin::Flat => include_str!("skins/flat.css"),
            Skin::Bare => include_str!("skins/bare.css"),
        };
        format!("html,:host{{font-size:{letters}px}}{COMMON}{skin}{capitals}")
    }

    /// The page with its classes called as the style has it.
    pub(crate) fn classed(&self, html: &str) -> String {
        let mut pieces = html.split(SIGN);
        let mut out = pieces.next().unwrap_or_default().to_owned();
        for piece in pieces {
            let is_part = |letter: char| letter.is_ascii_alphanumeric() || letter == '-';
            let end = piece.find(|letter| !is_part(letter)).unwrap_or(piece.len());
            let (class, rest) = piece.split_at(end);
            out.push_str(&self.class(class));
            out.push_str(rest);
        }
        out
    }

    fn class(&self, class: &str) -> String {
        match self.style.classes {
            Classes::Plain => class.to_owned(),
            Classes::Random => format!("css-{}", self.dice(&format!("class.{class}")).word(6)),
        }
    }
}
