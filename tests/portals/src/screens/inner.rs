//! Pages behind the login that are no part of the job.

use crate::button::Button;
use crate::draw::Draw;
use crate::field::Field;
use crate::ids::Name;

impl Draw<'_> {
    pub(crate) fn inner_screen(&self) -> String {
        match self.dice("inner").below(4) {
            0 => self.bulk_upload(),
            1 => self.own_invoices(),
            2 => self.contact_details(),
            _ => self.address_list(),
        }
    }

    fn bulk_upload(&self) -> String {
        let file = Field { kind: "file", ..Field::new(None, Name::File, "Select JSON file") };
        let body = self.rows("upload", &[self.field(&file, self.style.layout)], self.style.layout);
        let button = self.button(&Button::new(None, Name::Other, "Upload", 5));
        let body = self.form("/Invoice/BulkUpload", &format!("{body}<div class=\"§buttons\">{button}</div>"));
        self.inner(&["e-Invoice", "Bulk Upload"], &self.card("Bulk Upload of e-Invoices", &body))
    }

    fn own_invoices(&self) -> String {
        let mut dice = self.dice("invoices");
        let row = |at: usize| {
            format!("<tr><td>{at}</td><td>INV/{:04}</td><td>{}</td></tr>", dice.below(10_000), 100 + dice.below(90_000))
        };
        let rows: String = (1..=4).map(row).collect();
        let table =
            format!("<table class=\"§data\"><tr><th>S.No.</th><th>Document No</th><th>Value</th></tr>{rows}</table>");
        self.inner(&["MIS Reports", "My e-Invoices"], &self.card("My e-Invoices", &table))
    }

    fn contact_details(&self) -> String {
        let layout = self.style.layout;
        let fields = [Field::new(None, Name::Mobile, "Mobile Number"), Field::new(None, Name::Email, "E-mail Id")];
        let rows: Vec<_> = fields.iter().map(|field| self.field(field, layout)).collect();
        let button = self.button(&Button::new(None, Name::Other, "Update", 5));
        let body = format!("{}<div class=\"§buttons\">{button}</div>", self.rows("contact", &rows, layout));
        let body = self.form("/UserAccount/UpdateContacts", &body);
        self.inner(&["User Account", "Update Contact Details"], &self.card("Update Contact Details", &body))
    }

    fn address_list(&self) -> String {
        let table = "<table class=\"§data\"><tr><th>S.No.</th><th>IP Address</th><th>Status</th></tr><tr><td>1</td><td>10.20.30.40</td><td>Active</td></tr></table>";
        self.inner(
            &["API Registration", "IP Whitelisting", "List of IP Addresses"],
            &self.card("List of IP Addresses", table),
        )
    }
}
