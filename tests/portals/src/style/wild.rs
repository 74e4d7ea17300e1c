//! What other people's portals do besides: places and covers, translation, drawn parts, forms that forget.

use crate::dice::Dice;

choice! {
    /// What scrolls.
    Root {
        /// The document.
        Document = 86,
        /// An element that fills the window.
        Fixed = 7,
        /// An element that is placed by numbers.
        Absolute = 7,
    }
}

choice! {
    /// Whether the document says what it is written in.
    Doctype {
        /// It does.
        Standard = 88,
        /// It does not: quirks mode.
        Quirks = 12,
    }
}

choice! {
    /// Copies of the way that nobody sees.
    Unseen {
        /// None.
        No = 64,
        /// A whole page in a frame of no size.
        ZeroFrame = 6,
        /// A whole page in a frame far outside.
        FarFrame = 6,
        /// The menu in a closed drawer on the left.
        DrawerLeft = 4,
        /// On the right.
        DrawerRight = 4,
        /// Above.
        DrawerTop = 4,
        /// Below.
        DrawerBottom = 4,
        /// The menu without colour.
        SeeThrough = 8,
    }
}

choice! {
    /// How large the page is drawn.
    Zoom {
        /// As it is.
        No = 85,
        /// `html` is zoomed.
        Html = 6,
        /// `body` is zoomed.
        Body = 5,
        /// `body` is transformed.
        Transformed = 4,
    }
}

choice! {
    /// What the browser's translation made of the page.
    Translated {
        /// Nothing.
        No = 84,
        /// Every text is in two `font` elements, with the words it had.
        SameWords = 6,
        /// The same, with other capitals.
        OtherCapitals = 5,
        /// It is Hindi.
        Hindi = 5,
    }
}

choice! {
    /// Whether the menu scrolls in a box of its own.
    MenuBox {
        /// It does not.
        No = 80,
        /// In one that shows its first entries.
        Low = 12,
        /// In one that shows most of them.
        High = 8,
    }
}

choice! {
    /// What dialogs are made of.
    DialogKind {
        /// Elements over the page.
        Drawn = 80,
        /// A `dialog` in the top layer.
        Native = 20,
    }
}

choice! {
    /// Over how many lines an entry of the menu goes.
    EntryLines {
        /// One.
        One = 90,
        /// Two, as words in a narrow column do.
        Two = 10,
    }
}

choice! {
    /// How a list that is drawn anew hides the real one.
    ListHiding {
        /// Cut to nothing.
        Clipped = 30,
        /// Not rendered.
        NotRendered = 20,
        /// Without colour, over the drawn one.
        Transparent = 18,
        /// Far outside.
        OffScreen = 16,
        /// One pixel large.
        Pixel = 16,
    }
}

choice! {
    /// Whether a drawn list shows what is chosen in the real one.
    ListFollows {
        /// It does.
        Follows = 70,
        /// It shows what is chosen in itself only.
        Apart = 30,
    }
}

choice! {
    /// What an OTP is typed into.
    OtpBox {
        /// A box.
        One = 72,
        /// Six boxes.
        Six = 10,
        /// A box for a password.
        Password = 9,
        /// A box under a mask of `_`.
        Masked = 9,
    }
}

choice! {
    /// When the button of an OTP can be pressed.
    VerifyWhen {
        /// Always.
        Always = 80,
        /// When the box is full.
        Full = 20,
    }
}

choice! {
    /// What a password is typed into.
    PasswordBox {
        /// A box for a password.
        Password = 86,
        /// A box for text that draws dots.
        Dots = 14,
    }
}

choice! {
    /// What the letters of a picture are typed into.
    CaptchaBox {
        /// A box for text.
        Text = 88,
        /// A box for a password.
        Password = 12,
    }
}

choice! {
    /// When boxes can be typed into.
    Touch {
        /// Always.
        Free = 86,
        /// They are read-only until they are touched.
        UntilTouched = 9,
        /// Passwords are typed on a keyboard that the page shows when the box is touched.
        Keyboard = 5,
    }
}

choice! {
    /// A box with the rules of the password.
    Tip {
        /// There is none.
        No = 85,
        /// It lies over the box while that has the focus.
        OverField = 15,
    }
}

choice! {
    /// Another group of radios.
    OtherRadios {
        /// None.
        No = 85,
        /// The language, chosen.
        Language = 15,
    }
}

choice! {
    /// Another form with a box and a "Submit".
    OtherForm {
        /// None.
        No = 80,
        /// Above the screen's own.
        Above = 10,
        /// Below it.
        Below = 10,
    }
}

choice! {
    /// Whether the page of the login's OTP already says who it is.
    StripAtLogin {
        /// It does not.
        No = 80,
        /// It does.
        Shown = 20,
    }
}

choice! {
    /// Whether the page of the registration's OTP names the API.
    OtpTitle {
        /// It does.
        Named = 82,
        /// It only asks for an OTP.
        Unnamed = 18,
    }
}

choice! {
    /// Signs of a careful writer.
    Typography {
        /// None.
        No = 76,
        /// “Quotes” around what fields are called.
        Quotes = 8,
        /// Hyphens that do not break.
        Hyphens = 8,
        /// "»" behind what buttons are called.
        Arrows = 8,
    }
}

choice! {
    /// A remark on the form.
    Remark {
        /// None.
        No = 85,
        /// What the name will be like, by an example.
        Example = 15,
    }
}

choice! {
    /// Whether a form that a choice loads again keeps the choice.
    Keeps {
        /// It does.
        Kept = 60,
        /// It loses the first.
        LosesFirst = 40,
    }
}

choice! {
    /// When the script listens.
    Listens {
        /// At once.
        AtOnce = 82,
        /// Some time after everything is loaded.
        Late = 18,
    }
}

choice! {
    /// What becomes of a list in which something is chosen.
    Renewal {
        /// It stays.
        Stays = 85,
        /// It is made anew.
        Anew = 15,
    }
}
