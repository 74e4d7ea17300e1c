//! Pages beside the way: neighbours that look like it, its end in many words, ends that are none, and what comes
//! between that nobody has foreseen.

use crate::button::Button;
use crate::draw::Draw;
use crate::field::Field;
use crate::ids::Name;
use crate::page::{Page, Ring, Words};
use crate::portal::Portal;
use crate::state::{Screen, State};
use crate::style::{Style, Translated};
use crate::target::Target;

/// The paths and the kinds of pages beside the way.
macro_rules! beside {
    ($($(#[$about:meta])* $variant:ident = $path:literal,)+) => {
        /// A page beside the way.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum Beside {
            $($(#[$about])* $variant,)+
        }

        impl Beside {
            /// All of them.
            pub const ALL: &[Self] = &[$(Self::$variant,)+];

            fn path(self) -> &'static str {
                match self {
                    $(Self::$variant => $path,)+
                }
            }
        }
    };
}

beside! {
    /// The OTP of a new sub-user.
    SubUserOtp = "/UserAccount/CreateSubUser",
    /// The form of a new sub-user.
    SubUserForm = "/UserAccount/SubUserDetails",
    /// The OTP before an API user is frozen.
    FreezeOtp = "/ApiRegistration/FreezeApiUser",
    /// The list in which an API user is frozen.
    FreezeForm = "/ApiRegistration/FreezeApiUser",
    /// The OTP before an API user's password is changed.
    ChangePasswordOtp = "/ApiRegistration/ChangeApiPassword",
    /// The form of an API user's new password.
    ChangePasswordForm = "/ApiRegistration/ChangeApiPassword",
    /// The OTP before an address is let in.
    IpOtp = "/ApiRegistration/AddIp",
    /// The form of an address that is to be let in.
    IpForm = "/ApiRegistration/AddIp",
    /// The public registration of a taxpayer.
    PublicRegistration = "/Home/UserRegistration",
    /// The end, in a sentence.
    DoneInASentence = "/ApiRegistration/SaveApiUser",
    /// The end, as a row of a table.
    DoneInARow = "/ApiRegistration/ListOfApiUsers",
    /// The end, as a list of terms.
    DoneInTerms = "/ApiRegistration/SaveApiUser",
    /// The end, in a dialog over the menu.
    DoneInADialog = "/Home/MainMenu",
    /// The end, in a message that goes away.
    DoneInAToast = "/ApiRegistration/ListOfApiUsers",
    /// The end, in a field that can only be read.
    DoneInAField = "/ApiRegistration/SaveApiUser",
    /// The end, as items of a list.
    DoneInItems = "/ApiRegistration/SaveApiUser",
    /// The end, with the name under a heading.
    DoneUnderAHeading = "/ApiRegistration/ApiUserDetails",
    /// The end, in two sentences apart.
    DoneInTwoSentences = "/ApiRegistration/RegisterApiUser",
    /// The end, as pairs side by side.
    DoneInPairs = "/ApiRegistration/ViewApiUser",
    /// The end, as a row among those of other GSPs.
    DoneAmongOthers = "/ApiRegistration/ListOfApiUsers",
    /// The end, without the name.
    DoneWithoutName = "/ApiRegistration/SaveApiUser",
    /// An example in an answer.
    ExampleInFaq = "/Others/Faqs",
    /// The user is frozen.
    Frozen = "/ApiRegistration/ListOfApiUsers",
    /// The user is another GSP's.
    OfAnother = "/ApiRegistration/ListOfApiUsers",
    /// The portal refuses, and names the user.
    Refused = "/ApiRegistration/SaveApiUser",
    /// The user is frozen, as a list of terms.
    FrozenInTerms = "/ApiRegistration/ApiUserDetails",
    /// The portal refuses in a dialog.
    RefusedInADialog = "/Home/MainMenu",
    /// The user will be made some time.
    Promised = "/ApiRegistration/SaveApiUser",
    /// Something else was saved.
    SavedOther = "/ApiRegistration/AddIp",
    /// Two factors may wait.
    TwoFactorsLater = "/UserAccount/TwoFactor",
    /// The portal's own password is too old.
    PasswordExpired = "/UserAccount/PasswordExpiry",
    /// Somebody wants an opinion.
    Survey = "/Home/Survey",
}

impl Beside {
    /// Whether it is the end of the job.
    #[must_use]
    pub fn is_end(self) -> bool {
        use Beside::{
            DoneAmongOthers, DoneInADialog, DoneInAField, DoneInARow, DoneInASentence, DoneInAToast, DoneInItems,
            DoneInPairs, DoneInTerms, DoneInTwoSentences, DoneUnderAHeading, DoneWithoutName,
        };
        matches!(
            self,
            DoneInASentence
                | DoneInARow
                | DoneInTerms
                | DoneInADialog
                | DoneInAToast
                | DoneInAField
                | DoneInItems
                | DoneUnderAHeading
                | DoneInTwoSentences
                | DoneInPairs
                | DoneAmongOthers
                | DoneWithoutName
        )
    }

    fn is_unforeseen(self) -> bool {
        [Self::TwoFactorsLater, Self::PasswordExpired, Self::Survey].contains(&self)
    }

    fn is_public(self) -> bool {
        [Self::PublicRegistration, Self::ExampleInFaq].contains(&self)
    }
}

/// A page beside the way, in the style of a seed.
#[must_use]
pub fn beside(kind: Beside, seed: u64) -> Page {
    let portal = Portal::with(seed, Style { translated: Translated::No, ..Style::of(seed) });
    let screen = match kind {
        _ if kind.is_public() => Screen::Home,
        Beside::DoneInADialog | Beside::RefusedInADialog => Screen::MainMenu,
        _ => Screen::Inner,
    };
    let state = State::at(screen);
    let draw = portal.at(&state);
    let words = match kind {
        _ if kind.is_end() => Words::Done,
        _ if kind.is_unforeseen() => Words::Needed,
        _ => Words::Free,
    };
    let mut also = if kind.is_public() { vec![Ring::on(Target::LoginButton)] } else { vec![Ring::on(Target::Home)] };
    if kind.is_unforeseen() || kind == Beside::RefusedInADialog {
        also.push(Ring { target: None, mark: "lead-on" });
    }
    if kind.is_end() {
        // Where it is done, nothing comes next.
        also.clear();
    }
    Page {
        html: draw.classed(&draw.beside(kind)),
        path: kind.path(),
        expected: None,
        also,
        words,
        pressed: kind.is_end().then_some(Target::Submit.name()),
        note: portal.style.to_string(),
    }
}

/// Remarks that name the way.
const REMARKS: [&str; 4] = [
    "Note: This is not needed for API Registration. To create an API user, use API Registration &gt; User Credentials &gt; Create API User.",
    "Please note that the OTP of Create API User is sent to the mobile number registered with GST, not to this one.",
    "For API users: the GSP is selected under Create API User (Through GSP); the user name begins with API_.",
    "API Registration, User Credentials and Create API User are open to the main user only.",
];

impl Draw<'_> {
    fn beside(&self, kind: Beside) -> String {
        match kind {
            Beside::SubUserOtp => self.neighbour_otp(&["User Management", "Create Sub User"], "Create Sub User"),
            Beside::FreezeOtp => self.neighbour_otp(&way_to("Freeze API User"), "Freeze API User"),
            Beside::ChangePasswordOtp => self.neighbour_otp(&way_to("Change API Password"), "Change API Password"),
            Beside::IpOtp => {
                self.neighbour_otp(&["API Registration", "IP Whitelisting", "Add IP Address"], "IP Whitelisting")
            }
            Beside::SubUserForm => self.sub_user(),
            Beside::FreezeForm => self.freezing(),
            Beside::ChangePasswordForm => self.new_password(),
            Beside::IpForm => self.address(),
            Beside::PublicRegistration => self.registration(),
            Beside::ExampleInFaq => self.faq(),
            Beside::TwoFactorsLater | Beside::PasswordExpired | Beside::Survey => self.unforeseen(kind),
            _ => self.end_of(kind),
        }
    }

    fn remark_on_the_way(&self) -> String {
        format!("<p class=\"§line\">{}</p>", self.dice("beside.remark").one(&REMARKS))
    }

    fn boxes(&self, key: &str, boxes: &[(&str, Name, &str)]) -> String {
        let layout = self.style.layout;
        let rows: Vec<_> = boxes
            .iter()
            .map(|(words, name, kind)| self.field(&Field { kind, ..Field::new(None, *name, words) }, layout))
            .collect();
        self.rows(key, &rows, layout)
    }

    fn sends(&self, words: &str) -> String {
        format!(
            "<div class=\"§buttons\">{}{}</div>",
            self.button(&Button::new(None, Name::Other, words, 5)),
            self.exit(None)
        )
    }

    fn neighbour_otp(&self, place: &[&str], title: &str) -> String {
        let field = Field { longest: Some(6), ..Field::new(None, Name::Digit, self.otp_words()) };
        let body = self.otp_form("/Other/VerifyOtp", field, &Button::new(None, Name::Other, self.verify_words(), 5));
        self.inner(place, &self.card(title, &(self.remark_on_the_way() + &body)))
    }

    fn sub_user(&self) -> String {
        let fields = [
            ("User Name", Name::Person, "text"),
            ("Mobile Number", Name::Mobile, "text"),
            ("E-mail Id", Name::Email, "text"),
            ("Password", Name::Digit, "password"),
            ("Confirm Password", Name::Digit, "password"),
        ];
        let body = self.remark_on_the_way() + &self.boxes("sub", &fields) + &self.sends("Submit");
        self.inner(&["User Management", "Create Sub User"], &self.card("Sub User Details", &self.form("/x", &body)))
    }

    fn freezing(&self) -> String {
        let table = self.users(&[(self.wanted_or_usual(), "API_genems", "Active")]);
        let body = self.remark_on_the_way() + &table + &self.sends("Freeze");
        self.inner(&way_to("Freeze API User"), &self.card("Freeze API User", &self.form("/x", &body)))
    }

    fn new_password(&self) -> String {
        let list = format!(
            "<div class=\"§line\"><label>Select API User</label> <select class=\"§form-control\"><option>--Select--</option><option>API_genems ({})</option></select></div>",
            self.wanted_or_usual()
        );
        let fields = [("New Password", Name::Digit, "password"), ("Re-enter Password", Name::Digit, "password")];
        let body = self.remark_on_the_way() + &list + &self.boxes("new", &fields) + &self.sends("Submit");
        self.inner(&way_to("Change API Password"), &self.card("Change API Password", &self.form("/x", &body)))
    }

    fn address(&self) -> String {
        let fields = [("IP Address", Name::Other, "text"), ("Location", Name::Digit, "text")];
        let through = "<div class=\"§line\"><label><input type=\"radio\" name=\"t\" checked> Static IP</label> <label><input type=\"radio\" name=\"t\"> Range</label></div>";
        let body = self.remark_on_the_way() + through + &self.boxes("ip", &fields) + &self.sends("Submit");
        let place = ["API Registration", "IP Whitelisting", "Add IP Address"];
        self.inner(&place, &self.card("IP Whitelisting", &self.form("/x", &body)))
    }

    fn registration(&self) -> String {
        let fields = [("GSTIN", Name::Person, "text"), ("Enter Captcha", Name::OtherCaptcha, "text")];
        let more = [
            ("Enter OTP", Name::Digit, "text"),
            ("User Name", Name::Digit, "text"),
            ("Password", Name::Digit, "password"),
            ("Confirm Password", Name::Digit, "password"),
        ];
        let fields = if self.dice("registration").chance(50) { &fields[..] } else { &more[..] };
        let body = self.remark_on_the_way() + &self.boxes("registration", fields) + &self.sends("Submit");
        self.public(&self.card("e-Invoice Registration Form", &self.form("/x", &body)))
    }

    fn faq(&self) -> String {
        let answer = self.dice("faq").one(&[
            "After the API user is created successfully, use API_username and its password in your ERP.",
            "The portal answers: API User API_ABCTRADERS has been created successfully. Keep the name.",
            "Your API user name is of the form API_genems; GSP: Tera Software Limited, Status: Active.",
        ]);
        let body = format!(
            "<h5>How is an API user created?</h5><p>{answer}</p><h5>What is a GSP?</h5><p>A GST Suvidha Provider.</p>"
        );
        self.public(&self.card("Frequently Asked Questions", &body))
    }

    fn users(&self, users: &[(&str, &str, &str)]) -> String {
        let row = |(gsp, name, status): &(&str, &str, &str)| {
            format!("<tr><td>{gsp}</td><td>{name}</td><td>{status}</td><td>01/04/2026</td></tr>")
        };
        let rows: String = users.iter().map(row).collect();
        format!(
            "<table class=\"§data\"><tr><th>GSP Name</th><th>User Name</th><th>Status</th><th>Created on</th></tr>{rows}</table>"
        )
    }

    /// What comes after "Submit": the end, or what only looks so.
    fn end_of(&self, kind: Beside) -> String {
        let gsp = self.wanted_or_usual();
        let title = "API Registration";
        let list = "List of API Users";
        let terms = |status: &str| {
            format!(
                "<dl class=\"§terms\"><dt>GSP</dt><dd>{gsp}</dd><dt>API User Name</dt><dd>API_genems</dd><dt>Status</dt><dd>{status}</dd></dl>"
            )
        };
        let page = |title: &str, body: String| self.inner(&way_to(list), &self.card(title, &(body + &self.exit(None))));
        match kind {
            Beside::DoneInASentence => {
                let said = self.dice("done").one(&[
                    "API user has been created successfully. Your API user name is API_genems.",
                    "You have been successfully registered for the API through GSP. User Name: API_genems",
                    "The API User API_genems is created successfully.",
                ]);
                page(title, format!("<div class=\"§alert §alert-success\">{said}</div>"))
            }
            Beside::DoneInARow => page(list, self.users(&[(gsp, "API_genems", "Active")])),
            Beside::DoneInTerms => page("API User Details", terms("Active")),
            Beside::DoneInADialog => self.main_menu_screen(&self.dialog(
                "done",
                true,
                "<h5 class=\"§modal-title\">Success</h5><p>API user created successfully.</p><p>User Name : API_genems</p><button type=\"button\" class=\"§btn §btn-primary\">OK</button>",
            )),
            Beside::DoneInAToast => page(
                list,
                "<div class=\"§toast\" role=\"status\">API user API_genems created successfully</div><p>0 pending requests.</p>".to_owned(),
            ),
            Beside::DoneInAField => page(
                "API User created successfully",
                "<div class=\"§line\"><label>User Name</label> <input type=\"text\" class=\"§form-control\" value=\"API_genems\" readonly></div>".to_owned(),
            ),
            Beside::DoneInItems => page(
                title,
                format!("<p>The API user was created successfully.</p><ul><li>GSP: {gsp}</li><li>User Name: API_genems</li></ul>"),
            ),
            Beside::DoneUnderAHeading => page(
                "Successfully registered",
                format!("<h5>User Name</h5><p>API_genems</p><h5>GSP</h5><p>{gsp}</p>"),
            ),
            Beside::DoneInTwoSentences => page(
                title,
                "<p><b>Success!</b> Your details have been saved.</p><p>Your API user name is <strong>API_genems</strong>.</p>".to_owned(),
            ),
            Beside::DoneInPairs => page(
                "API User Details",
                format!("<div class=\"§line\"><span>GSP Name</span> <span>{gsp}</span></div><div class=\"§line\"><span>API User Name</span> <span>API_genems</span></div><div class=\"§line\"><span>Status</span> <span>Active</span></div>"),
            ),
            Beside::DoneAmongOthers => page(
                list,
                self.users(&[("Vay Network Services Private Limited", "API_first", "Active"), (gsp, "API_genems", "Active")]),
            ),
            Beside::DoneWithoutName => page(
                title,
                "<div class=\"§alert §alert-success\">API user registered successfully.</div>".to_owned(),
            ),
            Beside::FrozenInTerms => page("API User Details", terms("Freezed")),
            Beside::RefusedInADialog => self.main_menu_screen(&self.dialog(
                "refused",
                true,
                "<h5 class=\"§modal-title\">Failed</h5><p>API_genems could not be created. The user name is already registered.</p><button type=\"button\" data-is=\"lead-on\" class=\"§btn §btn-primary\">OK</button>",
            )),
            Beside::Promised => page(
                title,
                "<div class=\"§alert §alert-info\">API_genems will be created after the approval of the officer.</div>".to_owned(),
            ),
            Beside::SavedOther => page(
                "IP Whitelisting",
                "<div class=\"§alert §alert-success\">IP address 203.0.113.7 was not saved: another one is already registered.</div>".to_owned(),
            ),
            Beside::Frozen => {
                let status = self.dice("frozen").one(&["Freezed", "Frozen", "Inactive", "Cancelled"]);
                page(list, self.users(&[(gsp, "API_genems", status)]))
            }
            Beside::OfAnother => page(list, self.users(&[("Vay Network Services Private Limited", "API_genems", "Active")])),
            _ => page(
                title,
                "<div class=\"§alert §alert-danger\">API_genems could not be created. The user name is already registered.</div>".to_owned(),
            ),
        }
    }

    fn unforeseen(&self, kind: Beside) -> String {
        let skip = |words: &str| {
            format!("<button type=\"button\" class=\"§btn\" data-is=\"lead-on\">{}</button>", self.pressed(words))
        };
        let go = |words: &str| self.button(&Button::new(None, Name::Other, words, 5));
        let (title, text, fields, buttons) = match kind {
            Beside::TwoFactorsLater => (
                "2-Factor Authentication",
                "2-Factor Authentication is mandatory from 1st April. You have deferred it 2 of 5 times. Register your mobile number for OTP, or be reminded later.",
                String::new(),
                go("Register Now") + &skip("Remind me later"),
            ),
            Beside::PasswordExpired => (
                "Password Expired",
                "Your password has not been changed for 90 days. Please change the password of the e-Invoice portal.",
                self.boxes("old", &[("Old Password", Name::Digit, "password"), ("New Password", Name::Digit, "password"), ("Confirm Password", Name::Digit, "password")]),
                go("Submit") + &skip("Skip"),
            ),
            _ => (
                "Customer Satisfaction Survey",
                "How satisfied are you with the e-Invoice portal? Your opinion matters.",
                "<div class=\"§line\"><label><input type=\"radio\" name=\"s\"> Very</label> <label><input type=\"radio\" name=\"s\"> Not at all</label></div>".to_owned(),
                go("Submit") + &skip("Not now"),
            ),
        };
        let body = format!("<p>{text}</p>{fields}<div class=\"§buttons\">{buttons}</div>");
        self.inner(&[], &self.card(title, &self.form("/x", &body)))
    }
}

fn way_to(last: &str) -> [&str; 3] {
    ["API Registration", "User Credentials", last]
}
