//! Rows of fields, and where their labels stand.

use crate::draw::Draw;
use crate::style::{Layout, Markup};

/// The height of a row that is placed by numbers, in pixels.
const HEIGHT: usize = 48;

/// A field with its label.
#[derive(Clone, Debug, Default)]
pub(crate) struct Row {
    pub(crate) words: String,
    /// How many fields stand in blocks before its own.
    pub(crate) before: usize,
    /// Attributes of the label.
    pub(crate) of_label: String,
    pub(crate) control: String,
    /// What stands to the right of the field.
    pub(crate) beside: String,
    /// Whether the field has been taken away.
    pub(crate) is_gone: bool,
}

impl Draw<'_> {
    /// Rows in a layout.
    pub(crate) fn rows(&self, key: &str, rows: &[Row], layout: Layout) -> String {
        let rows: Vec<&Row> = rows.iter().filter(|row| !(row.is_gone && self.drops(layout))).collect();
        if rows.is_empty() {
            return String::new();
        }
        let rows = rows.as_slice();
        match layout {
            Layout::Table => self.table(rows, false),
            Layout::NestedTable => self.table(rows, true),
            Layout::TableAbove => self.table_above(rows),
            Layout::Columns => self.columns(rows),
            Layout::Coordinates => self.coordinates(rows),
            Layout::Terms => self.terms(rows),
            _ => rows.iter().enumerate().map(|(at, row)| self.single(&format!("{key}{at}"), at, row, layout)).collect(),
        }
    }

    /// Whether a field that is taken away takes its label with it: always where the next field would move up to it.
    fn drops(&self, layout: Layout) -> bool {
        let alone = [Layout::Row, Layout::Table, Layout::NestedTable, Layout::Reversed];
        !alone.contains(&layout) || self.dice("drops").chance(50)
    }

    /// A row that needs no other.
    fn single(&self, key: &str, at: usize, row: &Row, layout: Layout) -> String {
        let Row { control, beside, .. } = row;
        let html = match layout {
            Layout::Reversed => format!(
                "<div class=\"§row §reversed\"><div class=\"§col-field\">{control}{beside}</div>{}</div>",
                self.col_label(row, at)
            ),
            Layout::Stacked => {
                format!("<div class=\"§form-group\">{}<div>{control}{beside}</div></div>", self.label_of(row, at))
            }
            Layout::Wrapped => format!(
                "<label class=\"§row\"><span class=\"§col-label\">{}</span><span class=\"§col-field\">{control}{beside}</span></label>",
                self.label(&row.words, row.before + at)
            ),
            Layout::BareText => {
                format!("<div class=\"§line\">{} {control}{beside}</div>", self.label(&row.words, row.before + at))
            }
            Layout::Placeholder => format!("<div class=\"§form-group\">{control}{beside}</div>"),
            Layout::Overlaid => {
                let up = if control.contains(" value=\"") { " §up" } else { "" };
                // What stands before the box is not laid over.
                let is_right = ["§addon", "§before", "§short"].iter().any(|class| control.contains(class));
                let right = if is_right { " §in" } else { "" };
                format!(
                    "<div class=\"§form-group\"><label class=\"§overlaid\">{control}<span class=\"§over{up}{right}\">{}</span></label>{beside}</div>",
                    self.label(&row.words, row.before + at)
                )
            }
            Layout::Floating => {
                format!("<div class=\"§floating\">{control}{}{beside}</div>", self.label_of(row, at))
            }
            _ => format!(
                "<div class=\"§row\">{}<div class=\"§col-field\">{control}{beside}</div></div>",
                self.col_label(row, at)
            ),
        };
        self.deep(key, &html)
    }

    fn col_label(&self, row: &Row, at: usize) -> String {
        format!("<div class=\"§col-label\">{}</div>", self.label_of(row, at))
    }

    /// The label's element.
    pub(crate) fn label_of(&self, row: &Row, at: usize) -> String {
        let tied = row.of_label.contains("for=");
        let tag = match self.style.markup {
            _ if tied => "label",
            Markup::Semantic if self.dice("label.tag").chance(75) => "label",
            Markup::Semantic => "span",
            Markup::DivSoup | Markup::RoleOnly => "div",
        };
        format!("<{tag} class=\"§label\"{}>{}</{tag}>", row.of_label, self.label(&row.words, row.before + at))
    }

    fn table(&self, rows: &[&Row], nested: bool) -> String {
        let cell = |html: String| {
            if nested { format!("<table class=\"§inner\"><tr><td>{html}</td></tr></table>") } else { html }
        };
        let row = |(at, row): (usize, &&Row)| {
            format!(
                "<tr><td class=\"§right\">{}</td><td>{}</td><td>{}</td></tr>\n",
                cell(self.label_of(row, at)),
                cell(row.control.clone()),
                row.beside
            )
        };
        let rows: String = rows.iter().enumerate().map(row).collect();
        format!("<table class=\"§layout\" align=\"center\" cellpadding=\"4\"><tbody>{rows}</tbody></table>")
    }

    /// Two fields side by side, their labels in the cells above.
    fn table_above(&self, rows: &[&Row]) -> String {
        let pair = |(at, pair): (usize, &[&Row])| {
            let labels: String = pair
                .iter()
                .enumerate()
                .map(|(next, row)| format!("<td>{}</td>", self.label_of(row, 2 * at + next)))
                .collect();
            let fields: String = pair.iter().map(|row| format!("<td>{}{}</td>", row.control, row.beside)).collect();
            format!("<tr>{labels}</tr><tr class=\"§below\">{fields}</tr>\n")
        };
        let pairs: String = rows.chunks(2).enumerate().map(pair).collect();
        format!("<table class=\"§layout §above\" align=\"center\" cellpadding=\"4\"><tbody>{pairs}</tbody></table>")
    }

    fn columns(&self, rows: &[&Row]) -> String {
        let labels: String =
            rows.iter().enumerate().map(|(at, row)| format!("<div>{}</div>", self.label_of(row, at))).collect();
        let fields: String = rows.iter().map(|row| format!("<div>{}{}</div>", row.control, row.beside)).collect();
        format!(
            "<div class=\"§columns\"><div class=\"§column §right\">{labels}</div><div class=\"§column\">{fields}</div></div>"
        )
    }

    /// The labels first, then the fields from the last to the first.
    fn coordinates(&self, rows: &[&Row]) -> String {
        let top = |at: usize| at * HEIGHT;
        let labels: String = rows
            .iter()
            .enumerate()
            .map(|(at, row)| {
                format!("<div class=\"§at-left\" style=\"top:{}px\">{}</div>", top(at), self.label_of(row, at))
            })
            .collect();
        let fields: String = rows
            .iter()
            .enumerate()
            .rev()
            .map(|(at, row)| {
                format!("<div class=\"§at-right\" style=\"top:{}px\">{}{}</div>", top(at), row.control, row.beside)
            })
            .collect();
        format!("<div class=\"§placed\" style=\"height:{}px\">{labels}{fields}</div>", top(rows.len()))
    }

    fn terms(&self, rows: &[&Row]) -> String {
        let row = |(at, row): (usize, &&Row)| {
            format!("<dt>{}</dt><dd>{}{}</dd>", self.label_of(row, at), row.control, row.beside)
        };
        format!("<dl class=\"§terms\">{}</dl>", rows.iter().enumerate().map(row).collect::<String>())
    }
}
