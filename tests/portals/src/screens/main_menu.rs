//! The main menu, with its notice.

use crate::draw::Draw;
use crate::style::NoticeClose;
use crate::target::Target;

impl Draw<'_> {
    /// The main menu, with more over it.
    pub(crate) fn main_menu_screen(&self, over: &str) -> String {
        let over = format!("{}{over}", self.notice());
        let tiles: String = ["Generations", "Cancelled"]
            .iter()
            .map(|title| {
                let count = self.dice(title).below(500);
                self.card(title, &format!("<table class=\"§data\"><tr><td>Yesterday</td><td>{count}</td></tr><tr><td>During This month</td><td>{}</td></tr></table>", count * 7))
            })
            .collect();
        let notes = self.card(
            "Notes:",
            "<ul><li>The Bulk IRN generation facility has been enabled. You may download the tools from the portal under Help.</li><li>The e-Waybills generated in this portal will be reflected in the e-waybill system.</li></ul>",
        );
        let content = format!(
            "<div class=\"§two\"><div class=\"§side\">{}</div><div class=\"§main\"><h4>Dash Board</h4>{tiles}{notes}</div></div>{over}",
            self.menu()
        );
        self.inner(&["Dash Board"], &content)
    }

    fn notice(&self) -> String {
        if !self.state.notice_open {
            return String::new();
        }
        let text = "<p>Dear Taxpayer, 2-Factor Authentication is mandatory for login to the e-Invoice and the e-Way Bill systems. Sub-users are advised to register their own mobile number.</p><p>For API users there is no change in the Registration.</p>";
        let (cross, below) = self.closers();
        let below = if below.is_empty() { below } else { format!("<div class=\"§buttons\">{below}</div>") };
        let inner = format!("{cross}<h5 class=\"§modal-title\">Important Notice</h5>{text}{below}");
        self.dialog("notice", true, &inner)
    }

    /// What closes the notice, above and below.
    fn closers(&self) -> (String, String) {
        let none = String::new;
        if self.gone(Target::CloseNotice) {
            return (none(), none());
        }
        let rest = format!("{}{}", self.live("data-b=\"close\""), self.mark(Target::CloseNotice));
        let cross = format!("<button type=\"button\" class=\"§close\"{rest}><span>&times;</span></button>");
        let drawn = format!("<a class=\"§close §drawn-cross\"{rest}><i></i></a>");
        let words = |words: &str| {
            format!("<button type=\"button\" class=\"§btn §btn-primary\"{rest}>{}</button>", self.rich(words))
        };
        match self.style.notice_close {
            NoticeClose::Cross => (cross, none()),
            NoticeClose::Drawn => (drawn, none()),
            NoticeClose::Close => (none(), words("Close")),
            NoticeClose::Ok => (none(), words("OK")),
            NoticeClose::Both => (cross, words("Close")),
        }
    }
}
