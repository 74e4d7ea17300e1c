//! What a person would see of the page, as plain data: it can be decided upon, stored and compared without a browser.

use serde::{Deserialize, Serialize};

/// A control's place in [`Snapshot::controls`], in document order.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct ControlId(pub usize);

/// One look at the page. Holds no value that anybody typed.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Snapshot {
    /// The address's path, such as `/Home/MainMenu`.
    pub path: String,
    /// The document's title.
    pub title: String,
    /// What its first pictures are called: a banner may be no text.
    pub pictures: String,
    /// The visible texts that have to do with the job: headings, labels, messages, table rows.
    pub texts: Vec<String>,
    /// Those of links and buttons: they name what is elsewhere.
    pub linked: Vec<String>,
    /// Fields, and the links and buttons whose names have to do with the job.
    pub controls: Vec<Control>,
    /// Whether the browser has put the page into another language.
    pub translated: bool,
    /// What lies over the whole page, if anything does.
    pub layer: Layer,
}

/// Whether something lies over the whole page, such as a pop-up with its backdrop.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Layer {
    /// Nothing does.
    #[default]
    None,
    /// A layer with something to click in it.
    Dialog,
    /// A layer without: the page is busy.
    Curtain,
}

/// What kind of control it is, by what it does rather than by its tag.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Kind {
    /// Leads somewhere, or opens a part of a menu.
    Link,
    /// Does something when pressed.
    Button,
    /// Takes a line of text.
    TextBox,
    /// Takes a line of text and hides it.
    PasswordBox,
    /// One choice of several.
    Radio,
    /// A drop-down list.
    Select,
    /// Anything else that takes input, such as a check box.
    #[default]
    Other,
}

/// Whether a person can use a control now, and what is in the way.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Reach {
    /// It can be seen and used.
    #[default]
    Clear,
    /// It can be used after scrolling the window, or the box that it is in.
    Scroll,
    /// It lies behind a layer over the whole page, or beside what alone can be used now, such as an open dialog.
    Behind,
    /// It is drawn, but something lies over it.
    Covered,
    /// It is not drawn, or folded away: a closed menu or dialog holds it.
    Hidden,
    /// It is drawn, but switched off.
    #[serde(alias = "Disabled")]
    Off,
    /// It is drawn, but where or so that nobody sees it: of no size, clear as glass, beyond what scrolling reaches.
    Gone,
}

impl Reach {
    /// Whether it can be used, at most after scrolling.
    #[must_use]
    pub fn is_clear(self) -> bool {
        matches!(self, Self::Clear | Self::Scroll)
    }

    /// Whether nothing of it is to be seen, nor would be after scrolling or closing what is in front.
    #[must_use]
    pub fn is_unseen(self) -> bool {
        matches!(self, Self::Hidden | Self::Gone)
    }
}

/// A part of the window, in whole CSS pixels.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Spot {
    /// From the window's left edge to its left one.
    pub left: i32,
    /// From the window's top edge to its top one.
    pub top: i32,
    /// From the window's left edge to its right one.
    pub right: i32,
    /// From the window's top edge to its bottom one.
    pub bottom: i32,
}

/// One control.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Control {
    /// Its place in the list.
    pub id: ControlId,
    /// What kind it is.
    pub kind: Kind,
    /// Its accessible name; empty where the page gives none.
    pub name: String,
    /// Whether only its text says that it can be pressed: it may be no more than a text.
    pub plain: bool,
    /// The first of several boxes of one character that are one field together, and of which this is one.
    pub part_of: Option<ControlId>,
    /// The texts before it, nearest first, up to the field before it: its label by structure.
    pub before: Vec<String>,
    /// The text behind it: the label of a radio.
    pub after: String,
    /// The text left of it or above it on the screen: its label by place.
    pub beside: String,
    /// Weak hints: id, name, placeholder, the path of a nameless link.
    pub hints: Vec<String>,
    /// Whether it can be used.
    pub reach: Reach,
    /// Where it is in the window, or would be after scrolling; none where it cannot be seen.
    pub spot: Option<Spot>,
    /// What has to be pressed to see it, where it is in a closed part of a menu.
    pub opener: Option<ControlId>,
    /// Whether it says of itself that what it opens is open.
    pub expanded: bool,
    /// Whether something is entered.
    pub filled: bool,
    /// Whether it is the chosen radio.
    pub checked: bool,
    /// How far the user is with it.
    pub entry: Entry,
    /// The most characters it takes, where the page declares it.
    pub max_length: Option<usize>,
    /// What its page calls the group that a radio belongs to, where it does.
    pub group: Option<String>,
    /// Where the page itself put the fixed `API_` of a user name, if it did.
    pub prefix: Option<PrefixPlace>,
    /// A native drop-down's choices.
    pub choices: Option<Choices>,
    /// What a drop-down that the page draws itself shows as chosen. Where a native list is behind it, that has the choices,
    /// and the drawn one may not follow it; else it tells no more before it is open.
    pub shows: Option<String>,
}

/// Where a page shows the fixed `API_` that the portal puts before a user name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum PrefixPlace {
    /// In a box or a text before the field.
    Before,
    /// As what the field begins with.
    Inside,
}

/// How far the user is with a field that takes text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Entry {
    /// The focus is elsewhere, or nothing was typed since it came.
    #[default]
    Left,
    /// The user is typing in it.
    Going,
    /// The user typed in it and paused; the focus is still there.
    Paused,
    /// It holds as many characters as it takes.
    Full,
}

/// A native drop-down's choices.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Choices {
    /// Each choice's text.
    pub texts: Vec<String>,
    /// The chosen one.
    pub selected: Option<usize>,
    /// Whether the page itself marked a choice, rather than the browser showing the first.
    pub preset: bool,
    /// Whether there were more than were read.
    pub cut: bool,
}

impl Snapshot {
    /// The control with this id.
    #[must_use]
    pub fn control(&self, id: ControlId) -> Option<&Control> {
        self.controls.get(id.0)
    }
}

impl Control {
    /// Whether a person can use it now.
    #[must_use]
    pub fn clear(&self) -> bool {
        self.reach.is_clear()
    }

    /// Whether a reader comes to it after `other`: by rows, and from left to right in a row. The order in the page's code
    /// may be another.
    #[must_use]
    pub fn follows(&self, other: &Self) -> bool {
        let (Some(this), Some(that)) = (self.spot, other.spot) else { return self.id > other.id };
        if this == that {
            return self.id > other.id;
        }
        let middle = this.top.midpoint(this.bottom);
        if (that.top..that.bottom).contains(&middle) { this.left > that.left } else { middle > that.top }
    }

    /// How far its corner is from another's, in CSS pixels along the window's edges: as far as can be where one of them
    /// is not seen.
    #[must_use]
    pub fn distance_to(&self, other: &Self) -> i32 {
        let (Some(this), Some(that)) = (self.spot, other.spot) else { return i32::MAX };
        (this.top - that.top).abs() + (this.left - that.left).abs()
    }

    /// Whether it is filled and the user is done with it: the focus has left it, it is full, or the user paused.
    #[must_use]
    pub fn finished(&self) -> bool {
        self.filled && self.entry != Entry::Going
    }

    /// The same of a field with a length of its own, which a page may keep to itself: a pause ends nothing.
    #[must_use]
    pub fn left_or_full(&self) -> bool {
        self.filled && matches!(self.entry, Entry::Left | Entry::Full)
    }

    /// Whether the user is typing in it right now.
    #[must_use]
    pub fn in_use(&self) -> bool {
        self.entry == Entry::Going
    }
}
