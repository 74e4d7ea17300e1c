//! What a pointer would meet at a point of a window, as if the guide were not there.

use web_sys::{Element, Node};

use super::dom;
use crate::HOST;

/// The topmost element of a document at a point of its window, inside shadow roots too.
pub(super) fn at(tree: &Node, (x, y): (f64, f64)) -> Option<Element> {
    let mut top = first_at(tree, x, y, &is_the_pages)?;
    while let Some(root) = dom::shadow_root(&top) {
        // A root without anything there answers with what is outside, and with the guide.
        match first_at(&root, x, y, &|hit| dom::contains(&root, hit)) {
            Some(inner) => top = inner,
            None => break,
        }
    }
    Some(top)
}

/// All elements of a document at a point of its window, the topmost first.
pub(super) fn all_at(tree: &Node, (x, y): (f64, f64)) -> Vec<Element> {
    dom::all_at_point(tree, x, y).into_iter().filter(is_the_pages).collect()
}

fn is_the_pages(hit: &Element) -> bool {
    dom::local_name(hit) != HOST
}

/// The topmost element of which `test` holds at a point of a tree.
fn first_at(tree: &Node, x: f64, y: f64, test: &dyn Fn(&Element) -> bool) -> Option<Element> {
    let top = dom::at_point(tree, x, y)?;
    if test(&top) {
        return Some(top);
    }
    dom::all_at_point(tree, x, y).into_iter().find(test)
}
