//! The list of API users.

use crate::draw::Draw;
use crate::text::escaped;

impl Draw<'_> {
    pub(crate) fn users_screen(&self) -> String {
        let row = |user: &crate::state::User| {
            let cell = |text: &str| format!("<td>{}</td>", escaped(text));
            format!("<tr>{}{}{}{}</tr>", cell(&user.gsp), cell(&user.name), cell(&user.status), cell(&user.day))
        };
        let rows: String = self.state.users.iter().map(row).collect();
        let rows = if rows.is_empty() { "<tr><td colspan=\"4\">No records found</td></tr>".to_owned() } else { rows };
        let table = format!(
            "<table class=\"§data\"><tr><th>GSP Name</th><th>User Name</th><th>Status</th><th>Created on</th></tr>{rows}</table>"
        );
        let body = format!("{table}<div class=\"§buttons\">{}</div>", self.exit(None));
        self.inner(
            &["API Registration", "User Credentials", "List of API Users"],
            &self.card("List of API Users", &body),
        )
    }
}
