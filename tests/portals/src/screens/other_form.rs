//! Forms of other tasks on the pages of the job.

use crate::draw::Draw;
use crate::style::{FormKind, Ids, OtherForm};

impl Draw<'_> {
    /// A screen's content with the form of another task, where the portal has one there.
    pub(crate) fn beside_other_form(&self, content: &str) -> String {
        match self.style.other_form {
            OtherForm::No => content.to_owned(),
            OtherForm::Above => self.other_form() + content,
            OtherForm::Below => content.to_owned() + &self.other_form(),
        }
    }

    fn other_form(&self) -> String {
        let [words, button] = match self.dice("other.form").below(3) {
            0 => ["Search by GSTIN", "Submit"],
            1 => ["Your feedback", "Submit"],
            _ => ["E-mail Id for updates", "Submit"],
        };
        let id = if self.style.ids == Ids::Absent { "" } else { " id=\"txtOther\"" };
        let tag = if self.style.form == FormKind::Own { "form" } else { "div" };
        format!(
            "<{tag} class=\"§line\"><label>{words}</label> <input type=\"text\" class=\"§form-control\"{id}> <button type=\"button\" class=\"§btn\">{button}</button></{tag}>"
        )
    }
}
