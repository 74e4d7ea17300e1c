//! What a style sheet writes before and after an element (step 2F.ii), and how an element is laid out.

use web_sys::{CssStyleDeclaration, Element, Window};

use crate::page::dom;

/// Whether an element is hidden (step 2A), and whether its text goes on in the line of the text before it.
pub(super) fn layout(window: &Window, element: &Element) -> (bool, bool) {
    let Some(style) = style(window, element, "") else { return (false, false) };
    let display = property(&style, "display");
    let is_hidden = display == "none"
        || property(&style, "visibility") != "visible"
        || dom::attribute(element, "aria-hidden").as_deref() == Some("true");
    (is_hidden, is_inline(&display))
}

/// Writes the words of a pseudo-element. Icons, arrows and bullets say nothing in a name, so they are left out.
pub(super) fn write_pseudo(window: &Window, element: &Element, pseudo: &str, text: &mut String) {
    let Some(style) = style(window, element, pseudo) else { return };
    let words = strings(&property(&style, "content"));
    if !words.chars().any(is_of_a_word) {
        return;
    }
    let gap = if is_inline(&property(&style, "display")) { "" } else { " " };
    text.push_str(gap);
    text.push_str(&words);
    text.push_str(gap);
}

fn style(window: &Window, element: &Element, pseudo: &str) -> Option<CssStyleDeclaration> {
    window.get_computed_style_with_pseudo_elt(element, pseudo).ok()?
}

fn property(style: &CssStyleDeclaration, name: &str) -> String {
    style.get_property_value(name).unwrap_or_default()
}

fn is_inline(display: &str) -> bool {
    matches!(display, "inline" | "contents")
}

fn is_of_a_word(c: char) -> bool {
    c.is_ascii_alphanumeric() || matches!(c, '\u{c0}'..'\u{2000}' | '\u{2c00}'..'\u{e000}')
}

/// The strings of a computed `content`; of `"shown" / "said"` what is said. Escapes are not looked for.
fn strings(content: &str) -> String {
    let mut said = String::new();
    let (mut is_quoted, mut is_in_function) = (false, false);
    for c in content.chars() {
        match c {
            '"' => is_quoted = !is_quoted,
            _ if is_quoted && is_in_function => {}
            _ if is_quoted => said.push(c),
            '/' => said.clear(),
            '(' => is_in_function = true,
            ')' => is_in_function = false,
            _ => {}
        }
    }
    said
}
