//! The visible texts that have to do with the job. Whole branches of the page are passed over by one question to the
//! browser: whether their text matters at all.

use wasm_bindgen::JsCast;
use web_sys::{Element, Node};

use super::interest::Interest;
use super::reach::Sight;
use super::{dom, words};
use crate::snapshot::Spot;

/// Deeper branches are not read: no page that people use goes there.
const DEEPEST: u32 = 100;
/// The most texts that are kept: no screen of the job comes near.
const MOST: usize = 500;
/// The longest text that can be a heading, a label or a message, in bytes.
const LONGEST: usize = 600;
/// What a text names that stands in it: another page, or an act.
const LINKS: &str = "a, button, summary, [role=button], [role=link], [role=menuitem], [role=treeitem], [role=tab]";
/// What a browser's translation makes of a text.
const TRANSLATED: &str = "font > font";

/// A text, and where it stands.
pub(super) struct Text {
    pub words: String,
    pub spot: Spot,
    /// Whether it is read with the rest of its row, and by itself only as the label of a field.
    pub is_cell: bool,
    /// Whether it is the text of a link or a button.
    pub is_linked: bool,
}

/// Gathers the texts of one tree.
pub(super) struct Texts<'a> {
    pub interest: &'a Interest,
    pub sight: &'a Sight,
    pub kept: &'a mut Vec<Text>,
    /// How many of these a translation has put into elements of its own.
    pub translated: &'a mut usize,
}

impl Texts<'_> {
    /// Keeps the texts below `parent`. Answers whether text of its own, or of a part of a sentence in it, matters.
    pub(super) fn gather(&mut self, parent: &Node, depth: u32) -> bool {
        if depth >= DEEPEST || self.kept.len() >= MOST {
            return false;
        }
        // What matters in no child alone stands across several.
        let (mut has_own, mut is_across) = (false, true);
        let mut next = dom::first_child(parent);
        while let Some(node) = next {
            if dom::script_text(&node).is_some_and(|text| self.interest.is_in(&text)) {
                has_own |= self.read(&node, depth);
                is_across = false;
            }
            next = dom::next(&node);
        }
        has_own || is_across
    }

    /// Reads a node whose text matters somewhere. Answers whether it belongs to the words around it.
    fn read(&mut self, node: &Node, depth: u32) -> bool {
        match dom::node_type(node) {
            Node::TEXT_NODE => return true,
            Node::ELEMENT_NODE => {}
            _ => return false,
        }
        let element = node.unchecked_ref::<Element>();
        let name = dom::local_name(element);
        if words::is_unread(&name) || words::is_editable(element) {
            return false;
        }
        let has_own = self.gather(node, depth + 1);
        // A link or a label is read by itself, a table's row as one.
        let is_by_itself = matches!(name.as_str(), "a" | "label");
        let is_cell = matches!(name.as_str(), "td" | "th");
        if words::is_inline(&name) && !is_by_itself {
            return has_own;
        }
        if has_own {
            self.keep(element, is_cell);
        }
        has_own && is_cell
    }

    fn keep(&mut self, block: &Element, is_cell: bool) {
        if self.sight.is_closed(block) {
            return;
        }
        if let Some(words) = words::of(block).filter(|words| words.len() <= LONGEST) {
            let is_linked = dom::closest(block, LINKS).is_some();
            if !is_cell && dom::one(block, TRANSLATED).is_some() {
                *self.translated += 1;
            }
            self.kept.push(Text { words, spot: self.sight.area(block).spot(), is_cell, is_linked });
        }
    }
}
