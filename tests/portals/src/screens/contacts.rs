//! "Contacts of Technical Person", a page or a dialog over the menu.

use crate::button::Button;
use crate::draw::Draw;
use crate::field::Field;
use crate::ids::Name;
use crate::style::ContactsKind;
use crate::target::Target;

impl Draw<'_> {
    pub(crate) fn contacts_screen(&self) -> String {
        let body = self.contacts_form();
        let title = "Contacts of Technical Person";
        match self.style.contacts {
            ContactsKind::Page => self.inner(&["User Account", title], &self.card(title, &body)),
            ContactsKind::Dialog => {
                let inner = format!("<h5 class=\"§modal-title\">{title}</h5>{body}");
                self.main_menu_screen(&self.dialog("contacts", true, &inner))
            }
        }
    }

    fn contacts_form(&self) -> String {
        let layout = match self.style.contacts {
            ContactsKind::Page => self.style.layout,
            ContactsKind::Dialog => self.dialog_layout(),
        };
        let fields = [
            Field::new(None, Name::Person, "Name"),
            Field::new(None, Name::Mobile, "Mobile Number"),
            Field::new(None, Name::Email, "E-mail Id"),
        ];
        let rows: Vec<_> = fields.iter().map(|field| self.field(field, layout)).collect();
        let buttons = self.button(&Button::new(None, Name::Other, "Save", 5)) + &self.exit(Some(Target::ExitContacts));
        let inner = format!("{}<div class=\"§buttons\">{buttons}</div>", self.rows("contacts", &rows, layout));
        self.form("/UserAccount/TechPersonContacts", &inner)
    }
}
