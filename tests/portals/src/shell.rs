//! What is around the content of every screen.

use crate::draw::Draw;
use crate::names;
use crate::style::{Crumbs, Doctype, Footer, FormKind, Header, HomeKind, Listens, Markup, OtherRadios, Skin};
use crate::target::Target;
use crate::text::{escaped, quoted};

impl Draw<'_> {
    /// A whole document.
    pub(crate) fn document(&self, title: &str, body: &str) -> String {
        let made_up = self.dice("token").word(24);
        let token = if self.state.token.is_empty() { made_up } else { escaped(&self.state.token) };
        let token = format!("<input type=\"hidden\" name=\"__RequestVerificationToken\" value=\"{token}\">");
        let body = match (self.style.form, self.style.markup) {
            (FormKind::PageWide, Markup::Semantic) => format!(
                "<form method=\"post\" action=\"./\" id=\"aspnetForm\" autocomplete=\"off\"><input type=\"hidden\" name=\"__VIEWSTATE\" value=\"{}\">{token}{body}</form>",
                self.dice("viewstate").word(60)
            ),
            (_, Markup::DivSoup) => {
                format!("<div id=\"root\"><div class=\"{}\">{token}{body}</div></div>", self.dice("root").word(6))
            }
            _ => token + body,
        };
        let script = if self.state.live { self.script() } else { String::new() };
        let alert = self.state.alert.as_ref().filter(|_| self.state.live);
        let alert = alert.map(|text| format!("<script>alert({});</script>", quoted(text))).unwrap_or_default();
        let doctype = if self.style.doctype == Doctype::Standard { "<!DOCTYPE html>\n" } else { "" };
        let listens = if self.style.listens == Listens::Late { self.live("data-listens=\"\"") } else { String::new() };
        let [of_html, of_body] = self.zooms();
        let [before, behind] = self.unseen();
        let html = format!(
            "{doctype}<html{}{of_html}{listens}>\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>{}</title>\n<style>{}</style>\n</head>\n<body class=\"§page\"{of_body}>\n{before}{}\n{}{}{script}{}{alert}\n</body>\n</html>\n",
            self.html_attributes(),
            escaped(title),
            self.css(),
            self.rooted(&(body + &behind)),
            self.preloader(),
            self.panels(),
            self.opening(),
        );
        self.as_read(&html)
    }

    /// A page that needs no login.
    pub(crate) fn public(&self, content: &str) -> String {
        let header = format!("{}{}{}", self.banner(), self.languages(), self.public_nav());
        let dialog = self.login_dialog();
        let header = self.header(&header);
        self.document(
            "e-Invoice System",
            &format!("{header}{dialog}<div class=\"§content\">{content}</div>{}", self.footer()),
        )
    }

    /// A page behind the login, at a place that the breadcrumb tells.
    pub(crate) fn inner(&self, place: &[&str], content: &str) -> String {
        let header = format!("{}{}{}", self.banner(), self.languages(), self.strip());
        let hidden = self.hidden_login();
        let header = self.header(&(header + &hidden));
        let crumbs = self.crumbs(place);
        let content = self.embedded(&(self.messages() + content), 700);
        self.document(
            "e-Invoice System",
            &format!("{header}{crumbs}<div class=\"§content\">{content}</div>{}", self.footer()),
        )
    }

    /// A page between password and menu: no way home yet.
    pub(crate) fn between(&self, content: &str) -> String {
        let header = self.header(&self.banner());
        let content = self.embedded(&(self.messages() + content), 600);
        self.document("e-Invoice System", &format!("{header}<div class=\"§content\">{content}</div>{}", self.footer()))
    }

    fn header(&self, inner: &str) -> String {
        let sticky = if self.style.header == Header::Sticky { " §sticky" } else { "" };
        let tag = if self.is_semantic() { "header" } else { "div" };
        format!("<{tag} class=\"§header{sticky}\">{inner}</{tag}>")
    }

    fn banner(&self) -> String {
        let system = self.dice("banner").one(&[
            "e - Invoice System",
            "e-Invoice System",
            "e-Invoice Portal",
            "e - INVOICE SYSTEM",
        ]);
        format!(
            "<div class=\"§banner\"><div>GOODS AND SERVICES TAX<br>{system}</div><div>e-Invoice {}<br>Portal</div></div>",
            1 + self.dice("banner.portal").below(2)
        )
    }

    /// The choice of the language.
    fn languages(&self) -> String {
        if self.style.other_radios == OtherRadios::No {
            return String::new();
        }
        "<div class=\"§languages\"><label><input type=\"radio\" name=\"lang\" value=\"en\" checked> English</label> <label><input type=\"radio\" name=\"lang\" value=\"hi\"> हिन्दी</label></div>".to_owned()
    }

    /// The links of a page that needs no login.
    pub(crate) fn public_nav(&self) -> String {
        let item = |(words, path): (&str, &str)| format!("<li><a href=\"{path}\">{words}</a></li>");
        let links = [
            ("Home", "/"),
            ("Laws", "/Others/Faqs"),
            ("Help", "/Others/GSPSLIST"),
            ("Search", "/Others/TaxpayerSearch"),
            ("Contact Us", "/Others/Faqs"),
            ("Registration", "/Home/UserRegistration"),
        ];
        let links: String = links.into_iter().map(item).collect();
        let login = self.login_button();
        let tag = if self.is_semantic() { "nav" } else { "div" };
        match self.style.header {
            Header::Hamburger => format!(
                "<{tag} class=\"§nav\"><button type=\"button\" class=\"§burger\" aria-expanded=\"false\"{}><span></span><span></span><span></span></button>{login}<ul class=\"§collapse\">{links}</ul></{tag}>",
                self.live("data-b=\"burger\"")
            ),
            _ => format!("<{tag} class=\"§nav\"><ul>{links}<li>{login}</li></ul></{tag}>"),
        }
    }

    fn login_button(&self) -> String {
        if self.gone(Target::LoginButton) {
            return String::new();
        }
        let words = self.pressed(self.login_words());
        let mark = self.mark(Target::LoginButton);
        let opens = self.live("data-b=\"login\"");
        let called = self.called(crate::ids::Name::OpenLogin);
        let id = called.split(" name=").next().unwrap_or_default();
        let icon = "<i class=\"§fa §fa-dot\"></i>";
        match self.dice("login.button").below(4) {
            0 => format!("<a href=\"#\" class=\"§login\"{id}{opens}{mark}>{words} {icon}</a>"),
            1 => format!("<a class=\"§login\"{id} onclick=\"return false\"{opens}{mark}>{words}</a>"),
            2 => format!(
                "<div class=\"§login\" role=\"button\" tabindex=\"0\"{id}{opens}{mark}><span>{words}</span></div>"
            ),
            _ => format!("<button type=\"button\" class=\"§login\"{id}{opens}{mark}>{words} {icon}</button>"),
        }
    }

    /// The strip below the banner: home, who it is, and the way out.
    fn strip(&self) -> String {
        format!(
            "<div class=\"§strip\"><ul><li>{}</li><li><a href=\"#\"><i class=\"§fa §fa-user\"></i></a></li></ul><div>GSTIN: {} - Name: {}</div><ul><li><a href=\"/Home/Logout\"><i class=\"§fa §fa-out\"></i></a></li></ul></div>",
            self.home(),
            escaped(&self.gstin()),
            escaped(&self.trade_name())
        )
    }

    /// The way home.
    pub(crate) fn home(&self) -> String {
        if self.gone(Target::Home) {
            return String::new();
        }
        let mark = self.mark(Target::Home);
        let path = "href=\"/Home/MainMenu\"";
        let icon = "<i class=\"§fa §fa-home\"></i>";
        let drawing = "<svg width=\"18\" height=\"18\" viewBox=\"0 0 18 18\"><path fill=\"currentColor\" d=\"M9 1 L1 9 H3 V17 H7 V11 H11 V17 H15 V9 H17 Z\"></path></svg>";
        match self.style.home {
            HomeKind::Icon => format!("<a {path}{mark}>{icon}</a>"),
            HomeKind::Drawing => format!("<a {path}{mark}>{drawing}</a>"),
            HomeKind::TitledIcon => format!("<a {path} title=\"Home\"{mark}>{icon}</a>"),
            HomeKind::Home => format!("<a {path}{mark}>{}</a>", self.rich("Home")),
            HomeKind::MainMenu => format!("<a {path}{mark}>{icon} {}</a>", self.rich("Main Menu")),
            HomeKind::BareLink => {
                format!("<a class=\"§pressable\" onclick=\"location.href='/Home/MainMenu'\"{mark}>{icon}</a>")
            }
        }
    }

    fn crumbs(&self, place: &[&str]) -> String {
        let last = place.len().saturating_sub(1);
        let crumb = |(at, words): (usize, &&str)| match self.style.crumbs {
            Crumbs::Links if at < last => format!("<li><a href=\"#\">{words}</a></li>"),
            _ => format!("<li>{words}</li>"),
        };
        if self.style.crumbs == Crumbs::No || place.is_empty() {
            return String::new();
        }
        format!("<ol class=\"§crumbs\">{}</ol>", place.iter().enumerate().map(crumb).collect::<String>())
    }

    fn footer(&self) -> String {
        let links = "<a href=\"/Others/Faqs\">FAQs</a> | <a href=\"/Others/Faqs\">API Registration User Manual</a> | <a href=\"/Home/UserRegistration\">Registration Help</a> | <a href=\"/Others/Faqs\">How to verify OTP</a>";
        let line = "Website belongs to the National Informatics Centre";
        match self.style.footer {
            Footer::No => String::new(),
            Footer::Line => format!("<div class=\"§footer\">{line}</div>"),
            Footer::Repeats => format!("<div class=\"§footer\">{links}<br>{line}</div>"),
        }
    }

    /// What the page says.
    pub(crate) fn messages(&self) -> String {
        let message = |message: &crate::state::Message| {
            let class = if message.good { "§alert §alert-success" } else { "§alert §alert-danger" };
            format!("<div class=\"{class}\">{}</div>", escaped(&message.text))
        };
        self.state.messages.iter().map(message).collect()
    }

    /// A box with a title.
    pub(crate) fn card(&self, title: &str, body: &str) -> String {
        let words = escaped(title);
        let html = match (self.style.markup, self.style.skin) {
            (Markup::RoleOnly, _) => format!(
                "<div class=\"§card\"><div class=\"§card-header\" role=\"heading\" aria-level=\"2\">{words}</div><div class=\"§card-body\">{body}</div></div>"
            ),
            (Markup::Semantic, Skin::Boxed) => {
                format!(
                    "<fieldset class=\"§card\"><legend class=\"§legend\">{words}</legend><div class=\"§card-body\">{body}</div></fieldset>"
                )
            }
            (Markup::Semantic, Skin::Bare) => format!(
                "<div class=\"§card\"><h3 class=\"§card-header\">{words}</h3><div class=\"§card-body\">{body}</div></div>"
            ),
            _ => format!(
                "<div class=\"§card\"><div class=\"§card-header\">{words}</div><div class=\"§card-body\">{body}</div></div>"
            ),
        };
        self.deep(title, &html)
    }

    fn gstin(&self) -> String {
        if !self.state.gstin.is_empty() {
            return self.state.gstin.clone();
        }
        let mut dice = self.dice("gstin");
        let letters = dice.word(5).to_uppercase().replace(|letter: char| letter.is_ascii_digit(), "A");
        format!(
            "29{letters}{:04}{}1Z{}",
            dice.below(10_000),
            "ABCDEFGH".chars().nth(dice.below(8)).unwrap_or('A'),
            dice.below(10)
        )
    }

    fn trade_name(&self) -> String {
        if !self.state.trade_name.is_empty() {
            return self.state.trade_name.clone();
        }
        let mut dice = self.dice("trade");
        let first = dice.one(&["Sri Ganesh", "Malnad", "Kaveri", "Blue Hill", "Sunrise", "Deccan", "Narmada"]);
        let second = dice.one(&["Traders", "Steel Works", "Textiles", "Agencies", "Foods", "Enterprises"]);
        format!("{first} {second}")
    }

    /// The wanted GSP, by its usual name where the portal does not list it.
    pub(crate) fn wanted_or_usual(&self) -> &'static str {
        self.wanted().or_else(|| names::spelled(crate::style::Wanted::Usual)).unwrap_or_default()
    }
}
