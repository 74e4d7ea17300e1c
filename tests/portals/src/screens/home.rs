//! The public home page.

use crate::draw::Draw;
use crate::text::escaped;

impl Draw<'_> {
    pub(crate) fn home_screen(&self) -> String {
        let news = [
            "2-Factor Authentication is mandatory for all the taxpayers from 1st April 2025.",
            "At least 6 digit HSN is mandatory in e-Invoices for taxpayers whose AATO is 5 Cr and above.",
            "The second portal of e-Invoice System is operational. Registration and Login are the same on both.",
        ];
        let news: String = news.iter().map(|text| format!("<li>{}</li>", escaped(text))).collect();
        let welcome = format!(
            "{}<p>Welcome to the e-Invoice System. {} e-Invoices were generated yesterday.</p>",
            self.messages(),
            10_000 + self.dice("home.count").below(900_000)
        );
        self.public(&format!(
            "<div class=\"§two\"><div class=\"§main\">{}</div><div class=\"§side\"><h5>Latest Updates</h5><ul>{news}</ul></div></div>",
            self.card("e-Invoice System", &welcome)
        ))
    }
}
