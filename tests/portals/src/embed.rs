//! What the content of a screen is inside of: frames and shadow roots.

use crate::draw::Draw;
use crate::style::{Embedding, Late};

impl Draw<'_> {
    /// Puts the content of a screen, or of a dialog, where the portal puts it.
    pub(crate) fn embedded(&self, html: &str, height: usize) -> String {
        let late = if self.style.late == Late::Content { self.late(html) } else { html.to_owned() };
        match self.style.embedding {
            Embedding::No | Embedding::FieldShadows => late,
            Embedding::Frame => self.framed(&late, height),
            Embedding::Shadow => self.shadowed("x-content", &late),
            Embedding::NestedShadow => self.shadowed("x-page", &self.shadowed("x-content", &late)),
            Embedding::Slot => format!(
                "<x-frame><template shadowrootmode=\"open\"><style>{}</style><div class=\"§slotted\"><slot></slot></div></template>{late}</x-frame>",
                self.css()
            ),
        }
    }

    fn shadowed(&self, host: &str, html: &str) -> String {
        format!("<{host}><template shadowrootmode=\"open\"><style>{}</style>{html}</template></{host}>", self.css())
    }

    fn framed(&self, html: &str, height: usize) -> String {
        let page = format!(
            "<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\"><base target=\"_top\"><style>{}</style></head><body class=\"§in-frame\">{html}{}{}</body></html>",
            self.css(),
            self.script(),
            self.opening()
        );
        let page = page.replace('&', "&amp;").replace('"', "&quot;");
        format!("<iframe class=\"§frame\" style=\"height:{height}px\" srcdoc=\"{page}\"></iframe>")
    }
}
