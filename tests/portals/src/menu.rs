//! The menu on the main menu's page.

use crate::draw::Draw;
use crate::style::{Closed, Collapse, Decoys, EntryKind, EntryLines, Levels, MenuBox, Style};
use crate::target::Target;

/// An entry, with what it opens.
#[derive(Clone, Debug)]
struct Entry {
    words: &'static str,
    path: &'static str,
    below: Vec<Entry>,
    /// What it is on the way to "Create API User".
    on_way: Option<Target>,
}

fn leaf(words: &'static str, path: &'static str) -> Entry {
    Entry { words, path, below: Vec::new(), on_way: None }
}

fn parent(words: &'static str, below: Vec<Entry>) -> Entry {
    Entry { words, path: "#", below, on_way: None }
}

fn way(words: &'static str, target: Target, below: Vec<Entry>) -> Entry {
    Entry { words, path: "#", below, on_way: Some(target) }
}

/// What each level on the way to "Create API User" is, itself included.
pub(crate) fn levels(style: &Style) -> &'static [Target] {
    use Target::{ApiRegistration as Api, CreateApiUser as Create, UserCredentials as User};
    match style.levels {
        Levels::Three => &[Api, User, Create],
        Levels::NoCredentials => &[Api, Create],
        Levels::NoRegistration => &[User, Create],
        Levels::RegistrationAbove | Levels::ApiAbove => &[Api, Api, User, Create],
        Levels::UsersBetween | Levels::GspBetween => &[Api, User, User, Create],
    }
}

impl Draw<'_> {
    /// The menu.
    pub(crate) fn menu(&self) -> String {
        let mut entries = self.first_entries();
        let place = 2 + self.dice("menu.place").below(entries.len() - 2);
        for entry in self.wanted_entries().into_iter().rev() {
            entries.insert(place, entry);
        }
        let list = self.entries(&entries, "m", 0);
        let role = if self.style.entry == EntryKind::Role { " role=\"menu\"" } else { "" };
        let nav = if self.is_semantic() { "nav" } else { "div" };
        let lines = if self.style.entry_lines == EntryLines::Two { " §narrow" } else { "" };
        let scrolls = match self.style.menu_box {
            MenuBox::No => "",
            MenuBox::Low => " style=\"height:104px;overflow:auto\"",
            MenuBox::High => " style=\"height:420px;overflow:auto\"",
        };
        format!("<{nav} class=\"§menu{lines}\"{scrolls}{role}>{list}</{nav}>")
    }

    fn first_entries(&self) -> Vec<Entry> {
        let mut entries = vec![
            parent(
                "e-Invoice",
                vec![
                    leaf("Generate", "/Invoice/Generate"),
                    leaf("Bulk Upload", "/Invoice/BulkUpload"),
                    leaf("Cancel", "/Invoice/Cancel"),
                    leaf("Print", "/Invoice/Print"),
                ],
            ),
            parent(
                "MIS Reports",
                vec![leaf("My e-Invoices", "/MisReports/List"), leaf("Summary", "/MisReports/Summary")],
            ),
            parent(
                "User Management",
                vec![
                    leaf("Create Sub User", "/UserAccount/CreateSubUser"),
                    leaf("Freeze Sub User", "/UserAccount/FreezeSubUser"),
                    leaf("Change Sub User Password", "/UserAccount/ChangeSubUserPassword"),
                ],
            ),
            leaf("Change Password", "/UserAccount/ChangePassword"),
            leaf("Update Contact Details", "/UserAccount/UpdateContacts"),
        ];
        if self.style.decoys != Decoys::Few {
            entries.push(parent(
                "e-Way Bill",
                vec![
                    leaf("Generate from IRN", "/EwayBill/Generate"),
                    leaf("Registration for API", "/EwayBill/Registration"),
                ],
            ));
            entries.push(parent(
                "2Factor Authentication",
                vec![leaf("Registration", "/UserAccount/TwoFactor"), leaf("Install Sandes", "/Others/Sandes")],
            ));
        }
        entries
    }

    /// The entries that lead to "Create API User", from the first level on.
    fn wanted_entries(&self) -> Vec<Entry> {
        let create = self.create_entries();
        let credentials = || way("User Credentials", Target::UserCredentials, create.clone());
        let registration = |inner: Entry| {
            let mut below = self.neighbours();
            below.push(inner);
            way("API Registration", Target::ApiRegistration, below)
        };
        let above = |words, inner: Entry| {
            let below = vec![leaf("Documentation", "/Others/Docs"), inner, leaf("Sandbox", "/Others/Sandbox")];
            way(words, Target::ApiRegistration, below)
        };
        match self.style.levels {
            Levels::Three => vec![registration(credentials())],
            Levels::NoCredentials => {
                let mut below = self.neighbours();
                below.extend(create.clone());
                vec![way("API Registration", Target::ApiRegistration, below)]
            }
            Levels::NoRegistration => {
                let mut entries = self.neighbours();
                entries.push(credentials());
                entries
            }
            Levels::RegistrationAbove => vec![above("Registration", registration(credentials()))],
            Levels::ApiAbove => vec![above("API", registration(credentials()))],
            Levels::UsersBetween => {
                vec![registration(way("API Users", Target::UserCredentials, vec![credentials()]))]
            }
            Levels::GspBetween => {
                vec![registration(way("GSP Credentials", Target::UserCredentials, vec![credentials()]))]
            }
        }
    }

    /// What stands beside "User Credentials".
    fn neighbours(&self) -> Vec<Entry> {
        let has_other_credentials = matches!(self.style.levels, Levels::UsersBetween | Levels::GspBetween);
        let mut entries = Vec::new();
        if self.style.decoys != Decoys::Few {
            let below = vec![
                leaf("Add IP Address", "/ApiRegistration/AddIp"),
                leaf("List of IP Addresses", "/ApiRegistration/ListOfIps"),
            ];
            entries.push(parent("IP Whitelisting", below));
        }
        if self.style.decoys == Decoys::ClientCredentials && !has_other_credentials {
            let below = vec![
                leaf("Create Client Id", "/ApiRegistration/CreateClient"),
                leaf("Reset Client Secret", "/ApiRegistration/ResetClient"),
            ];
            entries.push(parent("Client Credentials", below));
        }
        entries
    }

    fn create_entries(&self) -> Vec<Entry> {
        let create = Entry {
            words: "Create API User",
            path: "/ApiRegistration/CreateApiUser",
            below: Vec::new(),
            on_way: Some(Target::CreateApiUser),
        };
        let mut entries = vec![
            create,
            leaf("Freeze API User", "/ApiRegistration/FreezeApiUser"),
            leaf("Change API Password", "/ApiRegistration/ChangeApiPassword"),
            leaf("List of API Users", "/ApiRegistration/ListOfApiUsers"),
        ];
        let turn = self.dice("menu.create").below(3);
        entries.rotate_right(turn);
        entries
    }

    fn entries(&self, entries: &[Entry], key: &str, depth: usize) -> String {
        let entry = |(at, entry): (usize, &Entry)| self.entry(entry, &format!("{key}_{at}"), depth);
        let items: String = entries.iter().enumerate().map(entry).collect();
        format!("<ul class=\"§entries\">{items}</ul>")
    }

    fn entry(&self, entry: &Entry, key: &str, depth: usize) -> String {
        if entry.on_way.is_some_and(|target| self.gone(target) && self.is_marked(target, depth)) {
            return String::new();
        }
        let role = if self.style.entry == EntryKind::Role { " role=\"none\"" } else { "" };
        if entry.below.is_empty() {
            return format!("<li{role}>{}</li>\n", self.end(entry, depth));
        }
        let is_open = entry.on_way.is_some() && depth < self.state.open_levels;
        let id = self.menu_id(key);
        let opener = self.opener(entry, &id, is_open, depth);
        format!("<li{role}>{opener}{}</li>\n", self.opened(entry, key, &id, is_open, depth))
    }

    /// What an entry opens.
    fn opened(&self, entry: &Entry, key: &str, id: &str, is_open: bool, depth: usize) -> String {
        let named = if self.style.collapse == Collapse::Neighbour { String::new() } else { format!(" id=\"{id}\"") };
        let inner = || self.entries(&entry.below, key, depth + 1);
        let shown = if is_open { " §show" } else { "" };
        match self.style.closed {
            Closed::NotRendered => format!("<div{named} class=\"§collapse{shown}\"><div>{}</div></div>", inner()),
            Closed::NoHeight => format!("<div{named} class=\"§flat{shown}\"><div>{}</div></div>", inner()),
            Closed::Absent if is_open => format!("<div{named} class=\"§collapse §show\">{}</div>", inner()),
            Closed::Absent if self.state.live => {
                format!("<div{named} class=\"§collapse\"><template>{}</template></div>", inner())
            }
            Closed::Absent => String::new(),
        }
    }

    /// An entry that opens others.
    fn opener(&self, entry: &Entry, id: &str, is_open: bool, depth: usize) -> String {
        let tied = match (self.style.collapse, self.style.entry) {
            (Collapse::Href, EntryKind::Link) => format!(" data-toggle=\"collapse\" href=\"#{id}\""),
            (Collapse::Href | Collapse::DataTarget, _) => {
                format!("{} data-toggle=\"collapse\" data-target=\"#{id}\"", self.no_href())
            }
            (Collapse::AriaControls, _) => {
                format!("{} aria-controls=\"{id}\" aria-expanded=\"{is_open}\"", self.no_href())
            }
            (Collapse::Neighbour, _) => self.no_href(),
        };
        let words = self.rich(entry.words);
        let turned = if is_open { " §open" } else { "" };
        let caret = format!("<i class=\"§caret{turned}\"></i>");
        let rest = format!("{}{}", self.live("data-b=\"menu\""), self.way_mark(entry, depth));
        let icon = self.icon();
        let class = "class=\"§entry\"";
        match self.style.entry {
            EntryKind::Link => format!("<a {class}{tied}{rest}>{icon}{words} {caret}</a>"),
            EntryKind::BareLink => format!("<a {class} onclick=\"return false\"{tied}{rest}>{icon}{words} {caret}</a>"),
            EntryKind::Button => {
                format!("<button type=\"button\" {class}{tied}{rest}>{icon}<span>{words}</span>{caret}</button>")
            }
            EntryKind::Role => {
                format!(
                    "<div {class} role=\"menuitem\" tabindex=\"0\"{tied}{rest}>{icon}<span>{words}</span>{caret}</div>"
                )
            }
            EntryKind::Tabindex => format!("<div {class} tabindex=\"0\"{tied}{rest}>{icon}{words} {caret}</div>"),
            EntryKind::Pointer => format!("<div {class}{tied}{rest}>{icon}{words} {caret}</div>"),
            EntryKind::Bare => format!("<span class=\"§entry §bare\"{tied}{rest}>{icon}{words} {caret}</span>"),
        }
    }

    fn no_href(&self) -> String {
        if self.style.entry == EntryKind::Link { " href=\"#\"".to_owned() } else { String::new() }
    }

    /// An entry that leads to a page.
    fn end(&self, entry: &Entry, depth: usize) -> String {
        let words = self.rich(entry.words);
        let mark = self.way_mark(entry, depth);
        let icon = self.icon();
        let Entry { path, .. } = entry;
        let class = "class=\"§entry\"";
        match self.style.entry {
            EntryKind::BareLink => format!("<a {class} onclick=\"top.location.href='{path}'\"{mark}>{icon}{words}</a>"),
            EntryKind::Role => format!(
                "<div {class} role=\"menuitem\" tabindex=\"0\" onclick=\"top.location.href='{path}'\"{mark}>{icon}<span>{words}</span></div>"
            ),
            EntryKind::Tabindex => {
                format!("<div {class} tabindex=\"0\" onclick=\"top.location.href='{path}'\"{mark}>{icon}{words}</div>")
            }
            EntryKind::Pointer => {
                format!("<div {class}{}{mark}>{icon}{words}</div>", self.leads(path))
            }
            EntryKind::Bare => {
                format!("<span class=\"§entry §bare\"{}{mark}>{icon}{words}</span>", self.leads(path))
            }
            EntryKind::Link | EntryKind::Button => format!("<a {class} href=\"{path}\"{mark}>{icon}{words}</a>"),
        }
    }

    /// What the script needs to lead to a page.
    fn leads(&self, path: &str) -> String {
        self.live(&format!("data-b=\"lead\" data-to=\"{path}\""))
    }

    fn icon(&self) -> &'static str {
        if self.dice("menu.icons").chance(60) { "<i class=\"§fa §fa-dot\"></i> " } else { "" }
    }

    /// The mark of an entry on the way, and what the script moves it by.
    fn way_mark(&self, entry: &Entry, depth: usize) -> String {
        let Some(target) = entry.on_way else { return String::new() };
        let mark = if self.is_marked(target, depth) { self.mark(target) } else { String::new() };
        let place = Target::ALL.iter().position(|other| *other == target).unwrap_or_default();
        mark + &self.live(&format!("data-c=\"{place}\""))
    }

    /// Whether the entry at a depth is the deepest of its kind that can be seen.
    fn is_marked(&self, target: Target, depth: usize) -> bool {
        let seen = levels(self.style).iter().enumerate().take(self.state.open_levels + 1);
        seen.filter(|(_, other)| **other == target).map(|(at, _)| at).next_back() == Some(depth)
    }

    fn menu_id(&self, key: &str) -> String {
        use crate::style::Ids;
        match self.style.ids {
            Ids::Random | Ids::Absent => self.dice(&format!("menu.{key}")).word(6),
            _ => format!("collapse{}", key.trim_start_matches("m_")),
        }
    }
}
