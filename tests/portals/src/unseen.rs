//! What scrolls, how large it is drawn, and copies of the way that nobody sees.

use crate::draw::Draw;
use crate::rewrite::unmarked;
use crate::state::{Screen, State};
use crate::style::{DialogKind, Embedding, Late, Root, Style, Translated, Unseen, Zoom};

/// More levels than any menu has.
const ALL_LEVELS: usize = 9;

impl Draw<'_> {
    /// What `html` and `body` are styled with.
    pub(crate) fn zooms(&self) -> [&'static str; 2] {
        match self.style.zoom {
            Zoom::No => ["", ""],
            Zoom::Html => [" style=\"zoom:1.25\"", ""],
            Zoom::Body => ["", " style=\"zoom:0.9\""],
            Zoom::Transformed => {
                [" style=\"overflow-x:hidden\"", " style=\"transform:scale(0.95);transform-origin:0 0\""]
            }
        }
    }

    /// The page in what scrolls.
    pub(crate) fn rooted(&self, body: &str) -> String {
        match self.style.root {
            Root::Document => body.to_owned(),
            Root::Fixed => {
                format!("<div class=\"§app\" style=\"position:fixed;inset:0;overflow:auto\">{body}</div>")
            }
            Root::Absolute => format!(
                "<div class=\"§app\" style=\"position:absolute;left:0;top:0;width:100%;height:100%;overflow:auto\">{body}</div>"
            ),
        }
    }

    /// The copies: what comes before the page, and what comes behind it.
    pub(crate) fn unseen(&self) -> [String; 2] {
        let copy = match self.style.unseen {
            Unseen::No => return [String::new(), String::new()],
            Unseen::ZeroFrame => self.unseen_frame("width=\"0\" height=\"0\" style=\"border:0\""),
            Unseen::FarFrame => self
                .unseen_frame("width=\"900\" height=\"700\" style=\"border:0;position:absolute;left:-9999px;top:0\""),
            Unseen::DrawerLeft => self.drawer("top:0;bottom:0;left:-320px;width:300px"),
            Unseen::DrawerRight => self.drawer("top:0;bottom:0;right:-320px;width:300px"),
            Unseen::DrawerTop => self.drawer("left:0;right:0;top:-640px;height:620px"),
            Unseen::DrawerBottom => self.drawer("left:0;right:0;bottom:-640px;height:620px"),
            Unseen::SeeThrough => {
                let through = if self.dice("unseen.through").chance(50) { ";pointer-events:none" } else { "" };
                format!("<div style=\"opacity:0{through}\">{}</div>", self.way())
            }
        };
        let is_first = self.style.unseen != Unseen::SeeThrough && self.dice("unseen.first").chance(50);
        if is_first { [copy, String::new()] } else { [String::new(), copy] }
    }

    fn drawer(&self, place: &str) -> String {
        format!(
            "<div class=\"§drawer\" style=\"position:fixed;overflow:auto;z-index:1100;{place}\">{}</div>",
            self.way()
        )
    }

    fn unseen_frame(&self, attributes: &str) -> String {
        let page = self.copied(|draw| draw.page());
        let page = page.replace('&', "&amp;").replace('"', "&quot;");
        format!("<iframe {attributes} srcdoc=\"{page}\"></iframe>")
    }

    /// Everything a person presses on the way, open.
    fn way(&self) -> String {
        let way = match self.state.screen {
            Screen::Home | Screen::LoginOtp => self.copied(|draw| draw.public_nav()),
            _ => self.copied(|draw| format!("{}{}", draw.home(), draw.menu())),
        };
        // Ids of its own, as far as a careful hand would go.
        way.replace("\"#collapse", "\"#m-collapse").replace("\"collapse", "\"m-collapse")
    }

    /// Something that says what there is to press, without the marks.
    fn copied(&self, draw: impl Fn(&Draw<'_>) -> String) -> String {
        let style = Style {
            unseen: Unseen::No,
            embedding: Embedding::No,
            translated: Translated::No,
            dialog: DialogKind::Drawn,
            late: Late::No,
            ..self.style.clone()
        };
        let is_outside = [Screen::Home, Screen::LoginOtp].contains(&self.state.screen);
        let screen = if is_outside { Screen::Home } else { Screen::MainMenu };
        let state = State { open_levels: ALL_LEVELS, ..State::at(screen) };
        unmarked(&draw(&Draw { seed: self.seed, style: &style, state: &state, without: None }))
    }
}
