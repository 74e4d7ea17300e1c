//! A field: its box, its words, and how the two are tied.

use crate::draw::Draw;
use crate::ids::Name;
use crate::layout::Row;
use crate::style::{Association, Embedding, Layout, PasswordBox, Touch};
use crate::target::Target;
use crate::text::escaped;

/// A box to type in.
#[derive(Clone, Debug)]
pub(crate) struct Field<'a> {
    pub(crate) target: Option<Target>,
    pub(crate) name: Name,
    pub(crate) words: &'a str,
    /// The `type`.
    pub(crate) kind: &'a str,
    pub(crate) value: &'a str,
    /// What is before the box, such as "API_".
    pub(crate) before: String,
    /// What is behind it, such as a button.
    pub(crate) after: String,
    /// The field whose id its label may lead to by mistake.
    pub(crate) neighbour: Name,
    pub(crate) longest: Option<usize>,
    /// A placeholder of its own.
    pub(crate) hint: &'a str,
}

impl<'a> Field<'a> {
    /// An empty box.
    pub(crate) fn new(target: Option<Target>, name: Name, words: &'a str) -> Self {
        Self {
            target,
            name,
            words,
            kind: "text",
            value: "",
            before: String::new(),
            after: String::new(),
            neighbour: Name::LoginUser,
            longest: None,
            hint: "",
        }
    }
}

/// The attributes that tie a label to its field, one set for each.
#[derive(Clone, Debug, Default)]
pub(crate) struct Tie {
    pub(crate) of_label: String,
    pub(crate) of_control: String,
}

impl Draw<'_> {
    /// A field as a row.
    pub(crate) fn field(&self, field: &Field<'_>, layout: Layout) -> Row {
        let tie = self.tie(field.name, field.words, field.neighbour);
        let is_gone = field.target.is_some_and(|target| self.gone(target));
        let control = if is_gone { String::new() } else { self.box_of(field, &tie, layout) };
        Row {
            words: field.words.to_owned(),
            before: 0,
            of_label: tie.of_label,
            control: grouped(&field.before, &control, &field.after),
            beside: String::new(),
            is_gone,
        }
    }

    fn box_of(&self, field: &Field<'_>, tie: &Tie, layout: Layout) -> String {
        let mark = field.target.map(|target| self.mark(target)).unwrap_or_default();
        let longest = field.longest.map(|longest| format!(" maxlength=\"{longest}\"")).unwrap_or_default();
        let value = if field.value.is_empty() { String::new() } else { format!(" value=\"{}\"", escaped(field.value)) };
        let is_dotted = field.kind == "password" && self.style.password_box == PasswordBox::Dots;
        let (kind, dots) = if is_dotted { ("text", " style=\"-webkit-text-security:disc\"") } else { (field.kind, "") };
        let input = format!(
            "<input type=\"{kind}\" class=\"§form-control\"{}{}{}{longest}{value} autocomplete=\"off\"{dots}{}{mark}>",
            self.called(field.name),
            tie.of_control,
            self.placeholder(field, layout),
            self.guarded(field),
        );
        if self.style.embedding == Embedding::FieldShadows { self.in_shadow(&input) } else { input }
    }

    /// What keeps a box from being typed into before it is touched.
    fn guarded(&self, field: &Field<'_>) -> &'static str {
        let is_password = field.kind == "password";
        match self.style.touch {
            _ if field.target.is_none() || field.kind == "file" => "",
            Touch::UntilTouched => " readonly onfocus=\"this.removeAttribute('readonly')\"",
            // Who goes the whole way has a keyboard.
            Touch::Keyboard if is_password && !self.state.live => {
                " readonly onclick=\"document.querySelector('[data-keys]').hidden=false\""
            }
            Touch::Free | Touch::Keyboard => "",
        }
    }

    fn placeholder(&self, field: &Field<'_>, layout: Layout) -> String {
        let words = match (layout, field.hint) {
            (Layout::Placeholder, "") => field.words,
            (_, hint) => hint,
        };
        if words.is_empty() { String::new() } else { format!(" placeholder=\"{}\"", self.plain(words)) }
    }

    /// How the field `name` and its label are tied.
    pub(crate) fn tie(&self, name: Name, words: &str, neighbour: Name) -> Tie {
        let id = self.id(name);
        let label_id = id.as_ref().map(|id| format!("lbl_{id}"));
        let mut dice = self.dice(&format!("tie.{name:?}"));
        match (self.style.association, id, label_id) {
            (Association::For, Some(id), _) => of_label(format!(" for=\"{id}\"")),
            (Association::LabelledBy, _, Some(id)) => {
                Tie { of_label: format!(" id=\"{id}\""), of_control: format!(" aria-labelledby=\"{id}\"") }
            }
            (Association::AriaLabel, ..) => of_control(format!(" aria-label=\"{}\"", self.plain(words))),
            (Association::Title, ..) => of_control(format!(" title=\"{}\"", self.plain(words))),
            (Association::DanglingFor, ..) => of_label(format!(" for=\"{}\"", dice.word(6))),
            (Association::WrongFor, ..) => {
                self.id(neighbour).map(|id| of_label(format!(" for=\"{id}\""))).unwrap_or_default()
            }
            (Association::DanglingLabelledBy, ..) => of_control(format!(" aria-labelledby=\"{}\"", dice.word(6))),
            (Association::WrongAriaLabel, ..) if dice.chance(60) => {
                of_control(format!(" aria-label=\"{}\"", copied(name)))
            }
            _ => Tie::default(),
        }
    }
}

/// The label of another field, copied with its box.
fn copied(name: Name) -> &'static str {
    match name {
        Name::ApiPassword | Name::ApiAgain | Name::LoginPassword => "Username",
        Name::ApiUser | Name::LoginUser => "Search",
        Name::Otp | Name::LoginOtp => "Mobile Number",
        Name::Gsp => "Select State",
        _ => "Name",
    }
}

fn of_label(attributes: String) -> Tie {
    Tie { of_label: attributes, of_control: String::new() }
}

fn of_control(attributes: String) -> Tie {
    Tie { of_label: String::new(), of_control: attributes }
}

fn grouped(before: &str, control: &str, after: &str) -> String {
    if before.is_empty() && after.is_empty() {
        return control.to_owned();
    }
    format!("<div class=\"§input-group\">{before}{control}{after}</div>")
}
