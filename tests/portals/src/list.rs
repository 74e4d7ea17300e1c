//! The drop-down list of GSPs, native and replaced.

use crate::draw::Draw;
use crate::ids::Name;
use crate::layout::Row;
use crate::style::{Embedding, GspWords, Ids, Late, Layout, ListFollows, ListHiding, ListKind, Nothing, Renewal};
use crate::target::Target;
use crate::text::escaped;

impl Draw<'_> {
    /// The list with its label.
    pub(crate) fn gsp_row(&self, layout: Layout) -> Row {
        let words = match self.style.gsp_words {
            GspWords::SelectYourGsp => "Select your GSP",
            GspWords::GspName => "GSP Name",
            GspWords::SelectGsp => "Select GSP",
        };
        let tie = self.tie(Name::Gsp, words, Name::ApiUser);
        let is_gone = self.gone(Target::Gsp);
        let control = if is_gone { String::new() } else { self.gsp_list(&tie.of_control, layout) };
        Row { words: words.to_owned(), of_label: tie.of_label, control, is_gone, ..Row::default() }
    }

    fn gsp_list(&self, tied: &str, layout: Layout) -> String {
        let mark = self.mark(Target::Gsp);
        let renewed = if self.style.renewal == Renewal::Anew { self.live("data-anew=\"\"") } else { String::new() };
        let select = |class: &str| {
            format!(
                "<select class=\"{class}\"{}{tied}{renewed}{mark}>{}</select>{}",
                self.called(Name::Gsp),
                self.options(layout),
                self.late_options()
            )
        };
        let shown = self.shown_choice(layout);
        let apart = if self.style.list_follows == ListFollows::Apart { " data-apart=\"\"" } else { "" };
        let opens = self.live(&format!("data-b=\"list\"{apart}"));
        let hidden = match self.style.list_hiding {
            ListHiding::Clipped => "§clipped",
            ListHiding::NotRendered => "§unseen",
            ListHiding::Transparent => "§glass",
            ListHiding::OffScreen => "§far-out",
            ListHiding::Pixel => "§pixel",
        };
        let html = match self.style.list {
            ListKind::Native => select("§form-control"),
            ListKind::Select2 => format!(
                "{}<span class=\"§select2\"{opens}{mark}><span class=\"§selection\" role=\"combobox\" aria-haspopup=\"true\" aria-expanded=\"false\" tabindex=\"0\"><span class=\"§rendered\">{shown}</span><span class=\"§caret\" role=\"presentation\"></span></span></span>",
                select(hidden)
            ),
            ListKind::Chosen => format!(
                "{}<div class=\"§chosen\"{opens}{mark}><a class=\"§selection\" tabindex=\"0\"><span class=\"§rendered\">{shown}</span><div class=\"§caret\"><b></b></div></a></div>",
                select(hidden)
            ),
            ListKind::BootstrapSelect => format!(
                "<div class=\"§bootstrap-select\">{}<button type=\"button\" class=\"§selection\" data-toggle=\"dropdown\" title=\"{shown}\"{opens}{mark}><span class=\"§rendered\">{shown}</span> <span class=\"§caret\"></span></button></div>",
                select(hidden)
            ),
        };
        let html = match self.style.list {
            ListKind::Native => html,
            _ => format!("<div class=\"§stack\">{html}</div>"),
        };
        if self.style.embedding == Embedding::FieldShadows { self.in_shadow(&html) } else { html }
    }

    fn options(&self, layout: Layout) -> String {
        let nothing = match self.nothing(layout) {
            Some(words) => format!("<option value=\"\">{}</option>", escaped(words)),
            None => String::new(),
        };
        if self.comes_late() { nothing } else { nothing + &self.named_options() }
    }

    fn named_options(&self) -> String {
        let numbered = self.style.ids != Ids::Usual && !self.state.live;
        let option = |(at, name): (usize, String)| {
            let selected = if name == self.state.gsp { " selected" } else { "" };
            let value = if numbered { (at + 1).to_string() } else { escaped(&name) };
            format!("<option value=\"{value}\"{selected}>{}</option>\n", escaped(&name))
        };
        self.gsps().into_iter().enumerate().map(option).collect()
    }

    fn comes_late(&self) -> bool {
        self.state.live && self.style.late == Late::Choices
    }

    /// Options that the script inserts into the list before them.
    fn late_options(&self) -> String {
        if self.comes_late() {
            format!("<template data-late=\"300\" data-into=\"list\">{}</template>", self.named_options())
        } else {
            String::new()
        }
    }

    fn shown_choice(&self, layout: Layout) -> String {
        match self.state.gsp.as_str() {
            "" => match self.nothing(layout) {
                Some(words) => escaped(words),
                None => self.gsps().first().map(|first| escaped(first)).unwrap_or_default(),
            },
            gsp => escaped(gsp),
        }
    }

    /// What the list says while nothing is chosen, where it says anything: it must tell what it is for where there is no label.
    fn nothing(&self, layout: Layout) -> Option<&'static str> {
        Some(match self.style.nothing {
            _ if matches!(layout, Layout::Placeholder) => "-- Please select your GSP --",
            Nothing::Select => "--Select--",
            Nothing::Word => "Select",
            Nothing::User => "--Select User--",
            Nothing::Please => "-- Please select your GSP --",
            Nothing::Empty => "",
            Nothing::FirstOther | Nothing::FirstWanted => return None,
        })
    }
}
