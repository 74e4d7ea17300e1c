//! What becomes of a page that is drawn: its texts, one by one.

/// Elements whose text is no HTML.
const RAW: [&str; 2] = ["script", "style"];

/// The page with each text in an element, and each tag, as `text` and `tag` have them. `text` is also told the tag
/// before.
pub(crate) fn rewritten(html: &str, text: impl Fn(&str, &str) -> String, tag: impl Fn(&str, &str) -> String) -> String {
    let mut out = String::with_capacity(html.len() * 2);
    let mut rest = html;
    let mut before = "";
    while let Some(start) = rest.find('<') {
        out.push_str(&kept_blank(&rest[..start], |words| text(before, words)));
        let (whole, behind) = rest[start..].split_at(end_of_tag(&rest[start..]));
        before = name_of(whole);
        out.push_str(&tag(before, whole));
        rest = behind;
        if RAW.contains(&before) {
            let (raw, behind) = rest.split_at(rest.find(&format!("</{before}")).unwrap_or(rest.len()));
            out.push_str(raw);
            rest = behind;
        }
    }
    out + rest
}

/// The value of an attribute of a tag changed.
pub(crate) fn with_attribute(tag: &str, name: &str, change: impl Fn(&str) -> String) -> String {
    let opening = format!(" {name}=\"");
    let Some(start) = tag.find(&opening).map(|at| at + opening.len()) else { return tag.to_owned() };
    let end = tag[start..].find('"').map_or(tag.len(), |length| start + length);
    format!("{}{}{}", &tag[..start], change(&tag[start..end]), &tag[end..])
}

/// The page without the marks of what its controls are.
pub(crate) fn unmarked(html: &str) -> String {
    let mut pieces = html.split(" data-is=\"");
    let mut out = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        out.push_str(piece.split_once('"').map_or("", |(_, rest)| rest));
    }
    out
}

fn kept_blank(text: &str, change: impl Fn(&str) -> String) -> String {
    let words = text.trim_matches(|letter: char| letter.is_ascii_whitespace());
    if words.is_empty() { text.to_owned() } else { text.replacen(words, &change(words), 1) }
}

/// The length of the tag at the start, whatever is between its quotes.
fn end_of_tag(html: &str) -> usize {
    let mut is_quoted = false;
    for (at, letter) in html.char_indices() {
        match letter {
            '"' => is_quoted = !is_quoted,
            '>' if !is_quoted => return at + 1,
            _ => {}
        }
    }
    html.len()
}

fn name_of(tag: &str) -> &str {
    let name = tag.trim_start_matches('<');
    name.split(|letter: char| !letter.is_ascii_alphanumeric() && letter != '-' && letter != '/').next().unwrap_or("")
}

#[cfg(test)]
mod tests {
    use super::{rewritten, unmarked, with_attribute};

    #[test]
    fn texts_are_found_between_tags_and_nowhere_else() {
        let html = "<!DOCTYPE html><p title=\"a > b\"> one <b>two</b></p><style>p{}</style><script>1 < 2</script>three";
        let seen = rewritten(html, |before, text| format!("[{before}:{text}]"), |_, tag| tag.to_owned());
        assert_eq!(
            seen,
            "<!DOCTYPE html><p title=\"a > b\"> [p:one] <b>[b:two]</b></p><style>p{}</style><script>1 < 2</script>three"
        );
    }

    #[test]
    fn an_attribute_is_changed_where_it_is_there() {
        let change = |value: &str| value.to_uppercase();
        assert_eq!(with_attribute("<input value=\"go\" id=\"a\">", "value", change), "<input value=\"GO\" id=\"a\">");
        assert_eq!(with_attribute("<input id=\"a\">", "value", change), "<input id=\"a\">");
    }

    #[test]
    fn nothing_is_left_of_a_mark() {
        assert_eq!(unmarked("<a data-is=\"home\" href=\"/\">x</a>"), "<a href=\"/\">x</a>");
    }
}
