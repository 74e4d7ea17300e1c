//! The accessible name of an element: W3C accname 1.2 with HTML-AAM, in one walk ([`walk`]).
//!
//! What a user typed is never asked for: of a text box in another control's name nothing is read, though accname would
//! (step 2C). Left out as well: CSS counters, `text-transform`, escapes in `content`, the icons of pseudo-elements
//! ([`style`]), and what is visible inside something hidden.

mod style;
mod walk;

use web_sys::Element;

use self::walk::{Walk, Wanted};
use super::dom;
use crate::snapshot::Kind;
use crate::text::squeezed;

/// The longest name kept, in characters.
const LONGEST: usize = 200;

/// The name of a control; empty where the page gives none. Links and buttons of any markup are named by what they show.
pub(super) fn of(element: &Element, kind: Kind) -> String {
    let wanted = match kind {
        Kind::Link | Kind::Button => Wanted::NameFromContent,
        _ => Wanted::Name,
    };
    first_part(&squeezed(&Walk::text_of(element, wanted)))
}

/// The accessible name of any element, as accname has it: no-break spaces stay.
#[must_use]
pub fn accessible_name(element: &Element) -> String {
    let wanted = if is_named_by_content(element) { Wanted::NameFromContent } else { Wanted::Name };
    let text = Walk::text_of(element, wanted);
    let words: Vec<&str> = text.split_ascii_whitespace().collect();
    first_part(&words.join(" "))
}

fn first_part(name: &str) -> String {
    name.chars().take(LONGEST).collect()
}

/// Whether the element's role allows a name from content (step 2F).
fn is_named_by_content(element: &Element) -> bool {
    let role = dom::attribute(element, "role").unwrap_or_default();
    match role.as_str() {
        "" | "none" | "presentation" => matches!(
            dom::local_name(element).as_str(),
            "a" | "button" | "h1" | "h2" | "h3" | "h4" | "h5" | "h6" | "option" | "summary" | "td" | "th" | "tr"
        ),
        "button" | "cell" | "checkbox" | "columnheader" | "gridcell" | "heading" | "link" | "menuitem"
        | "menuitemcheckbox" | "menuitemradio" | "option" | "radio" | "row" | "rowheader" | "switch" | "tab"
        | "tooltip" | "treeitem" => true,
        _ => false,
    }
}
