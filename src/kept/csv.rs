//! Kept names as a file for a spreadsheet (RFC 4180): with nothing in it that a spreadsheet would take for a formula.

use std::iter::once;

use super::Kept;

/// What makes a spreadsheet read a cell as a formula (OWASP, CSV injection).
const FORMULA: [char; 6] = ['=', '+', '-', '@', '\t', '\r'];

/// The names with a line of headings above. It begins with the mark by which spreadsheets know UTF-8.
#[must_use]
pub fn csv<'a>(headings: &'a [String; 4], names: impl IntoIterator<Item = &'a Kept>) -> String {
    let headings = headings.each_ref().map(String::as_str);
    let lines = once(headings).chain(names.into_iter().map(Kept::parts));
    let lines = lines.map(|cells| cells.map(cell).join(",") + "\r\n");
    once("\u{feff}".to_owned()).chain(lines).collect()
}

/// A cell: always in quotes, and harmless.
fn cell(text: &str) -> String {
    let guard = if text.starts_with(FORMULA) { "'" } else { "" };
    format!("\"{guard}{}\"", text.replace('"', "\"\""))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn cells_are_quoted_and_no_formula_is_left() {
        let headings = ["GSTIN", "Name", "GSP", "Day"].map(str::to_owned);
        let [name, gsp, gstin, day] = ["=HYPERLINK(\"x\")", "A, B \"Ltd\"", "29ZZZCZ0000Z1ZX", ""].map(str::to_owned);
        let file = csv(&headings, &[Kept { name, gsp, gstin, day }]);
        assert_eq!(
            file,
            "\u{feff}\"GSTIN\",\"Name\",\"GSP\",\"Day\"\r\n\
             \"29ZZZCZ0000Z1ZX\",\"'=HYPERLINK(\"\"x\"\")\",\"A, B \"\"Ltd\"\"\",\"\"\r\n"
        );
    }

    proptest! {
        #[test]
        fn any_text_stays_one_cell(text in ".*") {
            let cell = cell(&text);
            let inner = &cell[1..cell.len() - 1];
            prop_assert_eq!(inner.matches('"').count() % 2, 0);
            prop_assert!(!inner.starts_with(FORMULA));
            prop_assert!(inner.replace("\"\"", "\"").ends_with(&text));
        }
    }
}
