//! The journey, screen by screen, on plain snapshots: what the guide says and does, and where it keeps quiet.

mod description;
mod form;
mod pages;
mod silence;

use einvoice_api_guide::journey::{Context, Guidance, Memory, Screen, Settings, Target};
use einvoice_api_guide::rules::{Judgement, Password, UserName};
use einvoice_api_guide::snapshot::{Choices, Control, ControlId, Kind, Layer, Reach, Snapshot};

/// A page under construction.
#[derive(Default)]
struct Page(Snapshot);

impl Page {
    fn at(path: &str) -> Self {
        Self(Snapshot { path: path.to_owned(), ..Snapshot::default() })
    }

    /// The public part of the portal: its banner.
    fn public(path: &str) -> Self {
        Self::at(path).text("GOODS AND SERVICES TAX e - INVOICE SYSTEM")
    }

    /// The part behind the login: banner, strip, and the nameless home icon.
    fn account(path: &str) -> Self {
        Self::public(path)
            .text("GSTIN: 29ZZZCZ0000Z1ZX - Name: MADE-UP TRADERS")
            .control(Kind::Link, "", |home| home.hints.push("/Home/MainMenu".to_owned()))
    }

    fn text(mut self, text: &str) -> Self {
        self.0.texts.push(text.to_owned());
        self
    }

    fn linked(mut self, text: &str) -> Self {
        self.0.linked.push(text.to_owned());
        self
    }

    fn control(mut self, kind: Kind, name: &str, change: impl FnOnce(&mut Control)) -> Self {
        let id = ControlId(self.0.controls.len());
        let mut control = Control { id, kind, name: name.to_owned(), ..Control::default() };
        change(&mut control);
        self.0.controls.push(control);
        self
    }

    fn link(self, name: &str) -> Self {
        self.linked(name).control(Kind::Link, name, |_| {})
    }

    fn hidden_link(self, name: &str) -> Self {
        self.control(Kind::Link, name, |link| link.reach = Reach::Hidden)
    }

    fn button(self, name: &str) -> Self {
        self.control(Kind::Button, name, |_| {})
    }

    /// A field whose label only stands before it.
    fn field(self, kind: Kind, label: &str, change: impl FnOnce(&mut Control)) -> Self {
        self.text(label).control(kind, "", |field| {
            field.before.push(label.to_owned());
            change(field);
        })
    }

    fn radio(self, label: &str, checked: bool) -> Self {
        self.control(Kind::Radio, "", |radio| {
            radio.after = label.to_owned();
            radio.checked = checked;
        })
    }

    fn list(self, label: &str, choices: &[&str], selected: usize) -> Self {
        self.field(Kind::Select, label, |list| {
            list.choices = Some(Choices {
                texts: choices.iter().map(|choice| (*choice).to_owned()).collect(),
                selected: Some(selected),
                preset: false,
                cut: false,
            });
        })
    }

    fn covered(mut self) -> Self {
        for control in &mut self.0.controls {
            control.reach = Reach::Covered;
        }
        self
    }

    fn under(mut self, layer: Layer) -> Self {
        self.0.layer = layer;
        self
    }

    fn last(&self) -> ControlId {
        ControlId(self.0.controls.len() - 1)
    }

    fn guidance(&self) -> Guidance {
        self.guidance_with(&Memory::default(), &Settings::default(), &Judgement::default())
    }

    fn guidance_with(&self, memory: &Memory, settings: &Settings, judgement: &Judgement) -> Guidance {
        Screen::of(&self.0, &settings.gsp).decide(&Context::ready(settings, memory, judgement))
    }

    /// What the ring is on, by its name in the page's own terms.
    fn target(&self) -> Option<Target> {
        match self.guidance() {
            Guidance::Point(pointer) => Some(pointer.target),
            _ => None,
        }
    }
}

/// Verdicts with the second entry equal.
fn judged(username: UserName, password: Password) -> Judgement {
    Judgement { username, password, again: einvoice_api_guide::rules::Again::Equal, ..Judgement::default() }
}
