//! The choices that make one portal look and be built unlike another.

use std::fmt;

use crate::dice::Dice;

/// An enum whose variants have a likelihood.
macro_rules! choice {
    ($(#[$about:meta])* $name:ident { $($(#[$about_variant:meta])* $variant:ident = $weight:literal,)+ }) => {
        $(#[$about])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum $name {
            $($(#[$about_variant])* $variant,)+
        }

        impl $name {
            /// All of them.
            pub const ALL: &[Self] = &[$(Self::$variant,)+];

            pub(crate) fn thrown(dice: &mut Dice) -> Self {
                Self::ALL[dice.weighted(&[$($weight,)+])]
            }
        }
    };
}

/// The struct of all choices.
macro_rules! style {
    ($($(#[$about:meta])* $field:ident: $type:ident,)+) => {
        /// Everything that is decided once for a whole portal.
        #[derive(Clone, Debug, PartialEq, Eq)]
        pub struct Style {
            $($(#[$about])* pub $field: $type,)+
        }

        impl Style {
            /// The style of a seed.
            #[must_use]
            pub fn of(seed: u64) -> Self {
                Self { $($field: $type::thrown(&mut Dice::of(seed, concat!("style.", stringify!($field)))),)+ }
            }

            /// Its choices, as "question=answer".
            #[must_use]
            pub fn choices(&self) -> Vec<String> {
                vec![$(format!("{}={:?}", stringify!($field), self.$field),)+]
            }

            /// The style that is hardest to get wrong: the first answer to each question.
            #[must_use]
            pub fn plain() -> Self {
                Self { $($field: $type::ALL[0],)+ }
            }

            /// Each style that differs from the plain one in one answer, with that "question=answer".
            #[must_use]
            pub fn plain_but_one() -> Vec<(String, Self)> {
                let mut all = Vec::new();
                $(all.extend($type::ALL[1..].iter().map(|choice| {
                    (format!("{}={choice:?}", stringify!($field)), Self { $field: *choice, ..Self::plain() })
                }));)+
                all
            }

            /// All choices that there are, as "question=answer".
            #[must_use]
            pub fn all_choices() -> Vec<String> {
                let mut all = Vec::new();
                $(all.extend($type::ALL.iter().map(|choice| format!("{}={choice:?}", stringify!($field))));)+
                all
            }
        }
    };
}

mod wild;

pub use wild::{
    CaptchaBox, DialogKind, Doctype, EntryLines, Keeps, ListFollows, ListHiding, Listens, MenuBox, OtherForm,
    OtherRadios, OtpBox, OtpTitle, PasswordBox, Remark, Renewal, Root, StripAtLogin, Tip, Touch, Translated,
    Typography, Unseen, VerifyWhen, Zoom,
};

impl fmt::Display for Style {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.choices().join(" "))
    }
}

choice! {
    /// How it looks.
    Skin {
        /// Bootstrap 4.
        Bootstrap = 40,
        /// Small and boxed, as older sites are.
        Boxed = 25,
        /// Flat with lines under the boxes.
        Flat = 20,
        /// Hardly dressed.
        Bare = 15,
    }
}

choice! {
    /// Which elements stand for what.
    Markup {
        /// Forms, labels and headings are what they are.
        Semantic = 70,
        /// Everything is a `div` or a `span`, many deep.
        DivSoup = 20,
        /// Everything is a `div` with a `role`.
        RoleOnly = 10,
    }
}

choice! {
    /// What classes are called.
    Classes {
        /// By what they are for.
        Plain = 75,
        /// By chance, as compilers call them.
        Random = 25,
    }
}

choice! {
    /// Where a label stands to its field.
    Layout {
        /// Two columns of a grid row.
        Row = 22,
        /// The label above, in the same group.
        Stacked = 10,
        /// The label in the cell before.
        Table = 14,
        /// The same, with a table in each cell.
        NestedTable = 5,
        /// The label in the cell above.
        TableAbove = 5,
        /// All labels in one container, all fields in another.
        Columns = 5,
        /// The same, each put in its place by coordinates.
        Coordinates = 4,
        /// A list of terms.
        Terms = 5,
        /// The field comes first in the document, the label first on the screen.
        Reversed = 6,
        /// The label is around its field.
        Wrapped = 6,
        /// Bare text before the field.
        BareText = 7,
        /// Only a placeholder.
        Placeholder = 6,
        /// The label floats over the upper edge of the box, behind it in the document.
        Floating = 5,
        /// The label lies over its box until something is typed.
        Overlaid = 5,
    }
}

choice! {
    /// How labels and fields are tied to each other.
    Association {
        /// Not at all.
        None = 34,
        /// By `for`.
        For = 20,
        /// By an `aria-label` of the same words.
        AriaLabel = 6,
        /// By `aria-labelledby`.
        LabelledBy = 7,
        /// By a `title`.
        Title = 5,
        /// By a `for` that leads nowhere.
        DanglingFor = 10,
        /// By a `for` that leads to the next field.
        WrongFor = 5,
        /// By an `aria-labelledby` that leads nowhere.
        DanglingLabelledBy = 5,
        /// By an `aria-label` copied from another field.
        WrongAriaLabel = 8,
    }
}

choice! {
    /// What ids look like.
    Ids {
        /// As the portal's developers call them.
        Usual = 25,
        /// The same with mistakes.
        Typo = 12,
        /// Reused from the login.
        Reused = 10,
        /// `ctl00_ContentPlaceHolder1_…`.
        WebForms = 18,
        /// By chance.
        Random = 15,
        /// None.
        Absent = 20,
    }
}

choice! {
    /// What stands behind a label's words.
    Tail {
        /// Nothing.
        None = 28,
        /// A colon.
        Colon = 34,
        /// A space and a colon.
        SpaceColon = 12,
        /// A star.
        Star = 10,
        /// A red star in an element of its own, then a colon.
        StarColon = 16,
        /// A colon as wide as a letter of Chinese.
        FullWidth = 6,
    }
}

choice! {
    /// Whether labels are numbered.
    Numbering {
        /// No.
        No = 85,
        /// "7: Username".
        Colon = 7,
        /// "7. Username".
        Dot = 8,
    }
}

choice! {
    /// How words are written.
    Casing {
        /// As they are.
        AsWritten = 70,
        /// IN CAPITALS.
        Capitals = 12,
        /// In capitals by the style sheet.
        CssCapitals = 10,
        /// in small letters but for the first.
        Sentence = 8,
    }
}

choice! {
    /// What is between words.
    Spacing {
        /// One space.
        One = 60,
        /// A space that does not break.
        NoBreak = 14,
        /// Two spaces.
        Two = 13,
        /// A line break in the source.
        Lines = 13,
    }
}

choice! {
    /// How a text is spread over elements.
    Split {
        /// In one piece.
        Whole = 68,
        /// The last word in an element of its own.
        LastWord = 14,
        /// In the middle of a word.
        MidWord = 9,
        /// With a soft hyphen in a word.
        SoftHyphen = 9,
    }
}

choice! {
    /// The languages of labels.
    Tongue {
        /// English.
        English = 88,
        /// Hindi, then English.
        HindiFirst = 6,
        /// English, then Hindi.
        EnglishFirst = 6,
        /// Hindi and English, with nothing but a slash between.
        Slash = 6,
    }
}

choice! {
    /// What buttons are made of.
    ButtonKind {
        /// `input type=submit`.
        Input = 26,
        /// `button`.
        Button = 28,
        /// `button` with elements in it.
        NestedButton = 10,
        /// `a class=btn`.
        Link = 16,
        /// `div role=button`.
        Div = 12,
        /// A `div` that can be reached by the keyboard.
        Tabindex = 4,
        /// A `div` under a hand.
        Pointer = 4,
        /// A `span` that says nothing of itself.
        Bare = 4,
    }
}

choice! {
    /// How the `API_` of the user name is shown.
    PrefixKind {
        /// In a grey box at the field.
        Addon = 50,
        /// As text before the field.
        Text = 16,
        /// In the field.
        Inside = 18,
        /// In a disabled field of its own.
        Box = 16,
    }
}

choice! {
    /// What the new user name is called.
    UserWords {
        /// "Username".
        Username = 40,
        /// "User Name".
        UserName = 25,
        /// "User name".
        Username2 = 15,
        /// "API User Name".
        ApiUserName = 20,
    }
}

choice! {
    /// What the first password is called.
    PasswordWords {
        /// "Password".
        Password = 60,
        /// "New Password".
        NewPassword = 15,
        /// "Enter Password".
        EnterPassword = 25,
    }
}

choice! {
    /// What the second password is called.
    AgainWords {
        /// "Re-enter Password".
        ReEnter = 45,
        /// "Confirm Password".
        Confirm = 25,
        /// "Retype Password".
        Retype = 15,
        /// "Password (again)".
        Again = 15,
    }
}

choice! {
    /// What the OTP is called.
    OtpWords {
        /// "Enter OTP".
        EnterOtp = 60,
        /// "OTP".
        Otp = 20,
        /// "Enter the OTP".
        EnterTheOtp = 12,
        /// "One Time Password (OTP)".
        OneTimePassword = 8,
    }
}

choice! {
    /// What the button of the OTP is called.
    VerifyWords {
        /// "Verify OTP".
        VerifyOtp = 75,
        /// "Verify".
        Verify = 13,
        /// "Validate OTP".
        ValidateOtp = 12,
    }
}

choice! {
    /// What the list of GSPs is called.
    GspWords {
        /// "Select your GSP".
        SelectYourGsp = 60,
        /// "GSP Name".
        GspName = 20,
        /// "Select GSP".
        SelectGsp = 20,
    }
}

choice! {
    /// What the wanted channel is called.
    ChannelWords {
        /// "Through GSP".
        ThroughGsp = 82,
        /// "GSP".
        Gsp = 10,
        /// "Through GST Suvidha Provider (GSP)".
        Long = 8,
    }
}

choice! {
    /// What logging in is called.
    LoginWords {
        /// "Login".
        Login = 75,
        /// "Log In".
        LogIn = 13,
        /// "Sign In".
        SignIn = 12,
    }
}

choice! {
    /// What the form's button is called.
    SubmitWords {
        /// "Submit".
        Submit = 66,
        /// "Save".
        Save = 12,
        /// "Add".
        Add = 10,
        /// "Create".
        Create = 7,
        /// "Generate".
        Generate = 6,
    }
}

choice! {
    /// Which channels there are.
    Channels {
        /// Three.
        Three = 50,
        /// "Directly" comes first.
        DirectFirst = 32,
        /// "Directly" comes first and is chosen.
        DirectChosen = 18,
    }
}

choice! {
    /// What is there of the form before a channel is chosen.
    Reveal {
        /// All of it.
        Shown = 25,
        /// What belongs to a channel is hidden.
        Hidden = 50,
        /// What belongs to a channel is not in the page.
        Absent = 25,
    }
}

choice! {
    /// What a choice in the form does.
    Reload {
        /// Changes the page in place.
        No = 80,
        /// Loads the page again.
        Yes = 20,
    }
}

choice! {
    /// What radios are made of.
    RadioKind {
        /// Radios.
        Native = 80,
        /// A drawn circle, the radio over it without colour.
        Transparent = 5,
        /// A drawn circle, the radio far outside.
        OffScreen = 4,
        /// A drawn circle, the radio cut to a pixel.
        Clipped = 4,
        /// A drawn circle, the radio not rendered but inside its label.
        NotRendered = 4,
        /// A picture of a circle, the radio without colour.
        Picture = 3,
        /// `role=radio`.
        Role = 4,
        /// A `div` that says nothing of itself.
        Plain = 5,
    }
}

choice! {
    /// How a radio has its words.
    RadioWords {
        /// A label with `for`.
        For = 35,
        /// A label around it.
        Wrapped = 25,
        /// A label or text behind it that is not tied to it.
        Beside = 30,
        /// In the next cell of a table.
        Cell = 10,
    }
}

choice! {
    /// What the drop-down list is made of.
    ListKind {
        /// A `select`.
        Native = 72,
        /// As select2 replaces it.
        Select2 = 10,
        /// As chosen replaces it.
        Chosen = 9,
        /// As bootstrap-select replaces it.
        BootstrapSelect = 9,
    }
}

choice! {
    /// How the wanted GSP is written.
    Wanted {
        /// "Tera Software Limited".
        Usual = 45,
        /// "TERA SOFTWARE LTD.".
        CapitalsShort = 15,
        /// "Tera  Software Ltd".
        Spaces = 12,
        /// "tera software limited".
        Small = 8,
        /// "Tera Software Ltd".
        Short = 10,
        /// It is not in the list.
        Missing = 10,
    }
}

choice! {
    /// What a list says while nothing is chosen.
    Nothing {
        /// "--Select--".
        Select = 45,
        /// "Select".
        Word = 20,
        /// "--Select User--".
        User = 12,
        /// "-- Please select your GSP --".
        Please = 13,
        /// Nothing.
        Empty = 10,
        /// The first of the others is chosen.
        FirstOther = 8,
        /// The wanted one stands first, and so is chosen.
        FirstWanted = 6,
    }
}

choice! {
    /// The levels of the menu that lead to "Create API User".
    Levels {
        /// API Registration, User Credentials.
        Three = 50,
        /// API Registration.
        NoCredentials = 9,
        /// User Credentials.
        NoRegistration = 9,
        /// Registration, API Registration, User Credentials.
        RegistrationAbove = 8,
        /// API, API Registration, User Credentials.
        ApiAbove = 8,
        /// API Registration, API Users, User Credentials.
        UsersBetween = 8,
        /// API Registration, GSP Credentials, User Credentials.
        GspBetween = 8,
    }
}

choice! {
    /// Entries of the menu that only look right.
    Decoys {
        /// The usual neighbours.
        Usual = 60,
        /// Client Credentials among them.
        ClientCredentials = 25,
        /// Few.
        Few = 15,
    }
}

choice! {
    /// How an entry of the menu is tied to what it opens.
    Collapse {
        /// By `href="#id"`.
        Href = 40,
        /// By `data-target`.
        DataTarget = 15,
        /// By `aria-controls`.
        AriaControls = 15,
        /// By standing before it.
        Neighbour = 30,
    }
}

choice! {
    /// How closed parts of the menu are hidden.
    Closed {
        /// They are not rendered.
        NotRendered = 60,
        /// They have no height.
        NoHeight = 20,
        /// They are not in the page.
        Absent = 20,
    }
}

choice! {
    /// What entries of the menu are made of.
    EntryKind {
        /// Links.
        Link = 50,
        /// Links without `href`.
        BareLink = 14,
        /// Buttons where they open something.
        Button = 12,
        /// Spans or roles.
        Role = 14,
        /// `div`s that can be reached by the keyboard.
        Tabindex = 5,
        /// `div`s under a hand.
        Pointer = 5,
        /// `span`s that say nothing of themselves.
        Bare = 5,
    }
}

choice! {
    /// The way home.
    HomeKind {
        /// A nameless icon.
        Icon = 35,
        /// A nameless drawing.
        Drawing = 15,
        /// An icon with a title.
        TitledIcon = 15,
        /// "Home".
        Home = 18,
        /// "Main Menu".
        MainMenu = 9,
        /// An icon in a link without `href`.
        BareLink = 8,
    }
}

choice! {
    /// A login dialog in the header of every page, hidden.
    HiddenLogin {
        /// It is there.
        InHeader = 50,
        /// It is not.
        No = 50,
    }
}

choice! {
    /// What the header is like.
    Header {
        /// It scrolls away.
        Plain = 65,
        /// It stays at the top, over the page.
        Sticky = 20,
        /// Its links are behind a button.
        Hamburger = 15,
    }
}

choice! {
    /// The way from the home page to here.
    Crumbs {
        /// Not told.
        No = 55,
        /// As text.
        Text = 20,
        /// As links.
        Links = 25,
    }
}

choice! {
    /// What is at the end of the page.
    Footer {
        /// A line.
        Line = 50,
        /// Links with the words of the menu.
        Repeats = 35,
        /// Nothing.
        No = 15,
    }
}

choice! {
    /// A cover while the page loads.
    Preloader {
        /// None.
        No = 60,
        /// Not rendered.
        Hidden = 20,
        /// Without colour, and pressed through.
        Transparent = 20,
    }
}

choice! {
    /// Hidden dialogs with fields of their own.
    Panels {
        /// None.
        No = 65,
        /// One with an OTP.
        Otp = 20,
        /// One with an OTP, one with passwords.
        Many = 15,
    }
}

choice! {
    /// Whether a picture's letters are asked for beside the OTP.
    OtpCaptcha {
        /// No.
        No = 85,
        /// Yes.
        Yes = 15,
    }
}

choice! {
    /// Where the form element is.
    FormKind {
        /// Around the fields.
        Own = 60,
        /// Around the page.
        PageWide = 25,
        /// Nowhere.
        No = 15,
    }
}

choice! {
    /// What the content of a screen is inside of.
    Embedding {
        /// The document.
        No = 87,
        /// A frame.
        Frame = 6,
        /// A shadow root.
        Shadow = 2,
        /// A shadow root in a shadow root.
        NestedShadow = 2,
        /// A slot.
        Slot = 2,
        /// Each field is in a shadow root of its own.
        FieldShadows = 2,
    }
}

choice! {
    /// What appears late.
    Late {
        /// Nothing.
        No = 60,
        /// The content of a screen.
        Content = 15,
        /// The fields and buttons.
        Fields = 15,
        /// The choices of a list.
        Choices = 10,
    }
}

choice! {
    /// What comes between the login and the menu.
    Between {
        /// Nothing.
        Nothing = 30,
        /// An OTP.
        LoginOtp = 15,
        /// "Contacts of Technical Person".
        Contacts = 15,
        /// A notice over the menu.
        Notice = 15,
        /// All of them.
        All = 25,
    }
}

choice! {
    /// What asks for a technical person.
    ContactsKind {
        /// A page.
        Page = 65,
        /// A dialog.
        Dialog = 35,
    }
}

choice! {
    /// What closes a notice.
    NoticeClose {
        /// "×".
        Cross = 40,
        /// A drawn cross without a name.
        Drawn = 15,
        /// "Close".
        Close = 20,
        /// "OK".
        Ok = 13,
        /// A cross and "Close".
        Both = 12,
    }
}

choice! {
    /// When the form's button can be pressed.
    SubmitWhen {
        /// Always.
        Always = 66,
        /// When all fields are filled in.
        Filled = 25,
        /// When "I agree" is ticked.
        Agreed = 12,
    }
}

choice! {
    /// Where labels stand to their fields in the login dialog.
    DialogLayout {
        /// Labels above the fields.
        Stacked = 40,
        /// Placeholders only.
        Placeholder = 25,
        /// As the portal's other fields.
        SameAsForm = 35,
    }
}

choice! {
    /// How large letters are.
    Letters {
        /// 13 pixels.
        Small = 30,
        /// 14 pixels.
        Middle = 35,
        /// 16 pixels.
        Large = 35,
    }
}

style! {
    /// How it looks.
    skin: Skin,
    /// How large letters are.
    letters: Letters,
    /// Which elements stand for what.
    markup: Markup,
    /// What classes are called.
    classes: Classes,
    /// Where a label stands to its field.
    layout: Layout,
    /// The same in the login dialog.
    dialog_layout: DialogLayout,
    /// How labels and fields are tied to each other.
    association: Association,
    /// What ids look like.
    ids: Ids,
    /// What stands behind a label's words.
    tail: Tail,
    /// Whether labels are numbered.
    numbering: Numbering,
    /// How words are written.
    casing: Casing,
    /// What is between words.
    spacing: Spacing,
    /// How a text is spread over elements.
    split: Split,
    /// The languages of labels.
    tongue: Tongue,
    /// What buttons are made of.
    button: ButtonKind,
    /// How the `API_` of the user name is shown.
    prefix: PrefixKind,
    /// What the new user name is called.
    user_words: UserWords,
    /// What the first password is called.
    password_words: PasswordWords,
    /// What the second password is called.
    again_words: AgainWords,
    /// What the OTP is called.
    otp_words: OtpWords,
    /// What the button of the OTP is called.
    verify_words: VerifyWords,
    /// What the list of GSPs is called.
    gsp_words: GspWords,
    /// What the wanted channel is called.
    channel_words: ChannelWords,
    /// What logging in is called.
    login_words: LoginWords,
    /// What the form's button is called.
    submit_words: SubmitWords,
    /// Which channels there are.
    channels: Channels,
    /// What is there of the form before a channel is chosen.
    reveal: Reveal,
    /// What a choice in the form does.
    reload: Reload,
    /// What radios are made of.
    radio: RadioKind,
    /// How a radio has its words.
    radio_words: RadioWords,
    /// What the drop-down list is made of.
    list: ListKind,
    /// How the wanted GSP is written.
    wanted: Wanted,
    /// What a list says while nothing is chosen.
    nothing: Nothing,
    /// The levels of the menu that lead to "Create API User".
    levels: Levels,
    /// Entries of the menu that only look right.
    decoys: Decoys,
    /// How an entry of the menu is tied to what it opens.
    collapse: Collapse,
    /// How closed parts of the menu are hidden.
    closed: Closed,
    /// What entries of the menu are made of.
    entry: EntryKind,
    /// The way home.
    home: HomeKind,
    /// A login dialog in the header of every page, hidden.
    hidden_login: HiddenLogin,
    /// What the header is like.
    header: Header,
    /// The way from the home page to here.
    crumbs: Crumbs,
    /// What is at the end of the page.
    footer: Footer,
    /// A cover while the page loads.
    preloader: Preloader,
    /// Hidden dialogs with fields of their own.
    panels: Panels,
    /// Whether a picture's letters are asked for beside the OTP.
    otp_captcha: OtpCaptcha,
    /// Where the form element is.
    form: FormKind,
    /// What the content of a screen is inside of.
    embedding: Embedding,
    /// What appears late.
    late: Late,
    /// What comes between the login and the menu.
    between: Between,
    /// What asks for a technical person.
    contacts: ContactsKind,
    /// What closes a notice.
    notice_close: NoticeClose,
    /// When the form's button can be pressed.
    submit_when: SubmitWhen,
    /// What scrolls.
    root: Root,
    /// Whether the document says what it is written in.
    doctype: Doctype,
    /// Copies of the way that nobody sees.
    unseen: Unseen,
    /// How large the page is drawn.
    zoom: Zoom,
    /// What the browser's translation made of the page.
    translated: Translated,
    /// Whether the menu scrolls in a box of its own.
    menu_box: MenuBox,
    /// What dialogs are made of.
    dialog: DialogKind,
    /// Over how many lines an entry of the menu goes.
    entry_lines: EntryLines,
    /// How a list that is drawn anew hides the real one.
    list_hiding: ListHiding,
    /// Whether a drawn list shows what is chosen in the real one.
    list_follows: ListFollows,
    /// What an OTP is typed into.
    otp_box: OtpBox,
    /// When the button of an OTP can be pressed.
    verify_when: VerifyWhen,
    /// What a password is typed into.
    password_box: PasswordBox,
    /// What the letters of a picture are typed into.
    captcha_box: CaptchaBox,
    /// When boxes can be typed into.
    touch: Touch,
    /// A box with the rules of the password.
    tip: Tip,
    /// Another group of radios.
    other_radios: OtherRadios,
    /// Another form with a box and a "Submit".
    other_form: OtherForm,
    /// Whether the page of the login's OTP already says who it is.
    strip_at_login: StripAtLogin,
    /// Whether the page of the registration's OTP names the API.
    otp_title: OtpTitle,
    /// Signs of a careful writer.
    typography: Typography,
    /// A remark on the form.
    remark: Remark,
    /// Whether a form that a choice loads again keeps the choice.
    keeps: Keeps,
    /// When the script listens.
    listens: Listens,
    /// What becomes of a list in which something is chosen.
    renewal: Renewal,
}
