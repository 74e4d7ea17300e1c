//! Things to press.

use crate::draw::Draw;
use crate::ids::Name;
use crate::style::{ButtonKind, Ids};
use crate::target::Target;

/// A button of a form.
#[derive(Clone, Debug)]
pub(crate) struct Button<'a> {
    pub(crate) target: Option<Target>,
    pub(crate) name: Name,
    pub(crate) words: &'a str,
    /// The place of its address in the script's list.
    pub(crate) action: usize,
    pub(crate) disabled: bool,
    /// More classes.
    pub(crate) class: &'a str,
}

impl<'a> Button<'a> {
    /// A button that sends what is in the fields.
    pub(crate) fn new(target: Option<Target>, name: Name, words: &'a str, action: usize) -> Self {
        Self { target, name, words, action, disabled: false, class: "§btn §btn-primary" }
    }
}

impl Draw<'_> {
    /// A button that sends a form.
    pub(crate) fn button(&self, button: &Button<'_>) -> String {
        if button.target.is_some_and(|target| self.gone(target)) {
            return String::new();
        }
        let html = self.button_of(button);
        self.deep(button.words, &html)
    }

    fn button_of(&self, button: &Button<'_>) -> String {
        let Button { words, class, disabled, .. } = button;
        let mark = button.target.map(|target| self.mark(target)).unwrap_or_default();
        let sends = self.live(&format!("data-b=\"send\" data-go=\"{}\"", button.action));
        let called = self.called(button.name);
        let native = if *disabled { " disabled" } else { "" };
        let drawn = if *disabled { " aria-disabled=\"true\"" } else { "" };
        let dim = if *disabled { " §disabled" } else { "" };
        match self.style.button {
            ButtonKind::Input => {
                let words = self.plain(words) + self.arrow();
                format!("<input type=\"submit\" class=\"{class}\"{called} value=\"{words}\"{native}{sends}{mark}>")
            }
            ButtonKind::Button => {
                let words = self.pressed(words);
                format!("<button type=\"submit\" class=\"{class}\"{called}{native}{sends}{mark}>{words}</button>")
            }
            ButtonKind::NestedButton => format!(
                "<button type=\"button\" class=\"{class}\"{called}{native}{sends}{mark}><span><i class=\"§fa §fa-check\"></i><span>{}</span></span></button>",
                self.pressed(words)
            ),
            ButtonKind::Link => format!(
                "<a class=\"{class}{dim}\"{} href=\"{}\"{drawn}{sends}{mark}>{}</a>",
                self.without_name(&called),
                self.postback(button.name),
                self.pressed(words)
            ),
            ButtonKind::Div => format!(
                "<div role=\"button\" tabindex=\"0\" class=\"{class}{dim}\"{}{drawn}{sends}{mark}>{}</div>",
                self.without_name(&called),
                self.pressed(words)
            ),
            ButtonKind::Tabindex => format!(
                "<div tabindex=\"0\" class=\"{class}{dim}\"{}{drawn}{sends}{mark}>{}</div>",
                self.without_name(&called),
                self.pressed(words)
            ),
            ButtonKind::Pointer => format!(
                "<div class=\"{class}{dim}\"{}{drawn}{sends}{mark}>{}</div>",
                self.without_name(&called),
                self.pressed(words)
            ),
            ButtonKind::Bare => format!(
                "<span class=\"{class}{dim} §bare\"{}{drawn}{sends}{mark}>{}</span>",
                self.without_name(&called),
                self.pressed(words)
            ),
        }
    }

    /// Links and `div`s have no `name`.
    fn without_name(&self, called: &str) -> String {
        called.split(" name=").next().unwrap_or_default().to_owned()
    }

    fn postback(&self, name: Name) -> String {
        match (self.style.ids, self.id(name)) {
            (Ids::WebForms, Some(id)) => format!("javascript:__doPostBack('{}','')", id.replace('_', "$")),
            _ => "#".to_owned(),
        }
    }

    /// "Exit", which leads to the main menu.
    pub(crate) fn exit(&self, target: Option<Target>) -> String {
        if target.is_some_and(|target| self.gone(target)) {
            return String::new();
        }
        let mark = target.map(|target| self.mark(target)).unwrap_or_default();
        let words = self.rich("Exit");
        let go = "onclick=\"top.location.href='/Home/MainMenu'\"";
        let class = "class=\"§btn §btn-danger\"";
        match self.dice("exit").below(6) {
            0 => format!("<input type=\"button\" {class} value=\"{}\" {go}{mark}>", self.plain("Exit")),
            1 => format!("<button type=\"button\" {class} {go}{mark}>{words}</button>"),
            2 => format!("<a {class} {go}{mark}>{words}</a>"),
            3 => format!("<div {class} role=\"button\" tabindex=\"0\" {go}{mark}><span>{words}</span></div>"),
            _ => format!("<a href=\"/Home/MainMenu\" {class}{mark}>{words}</a>"),
        }
    }

    /// A form's element, where the portal has one there.
    pub(crate) fn form(&self, action: &str, inner: &str) -> String {
        use crate::style::{FormKind, Markup};
        match (self.style.form, self.style.markup) {
            (FormKind::Own, Markup::Semantic) => {
                format!("<form action=\"{action}\" method=\"post\" autocomplete=\"off\">{inner}</form>")
            }
            (_, Markup::RoleOnly) => format!("<div role=\"form\">{inner}</div>"),
            _ => format!("<div>{inner}</div>"),
        }
    }
}
