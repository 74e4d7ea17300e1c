//! The channels: radios, native and drawn.

use crate::draw::Draw;
use crate::state::Channel;
use crate::style::{ChannelWords, Channels, Embedding, Ids, RadioKind, RadioWords};
use crate::target::Target;
use crate::text::escaped;

impl Draw<'_> {
    /// The chosen channel.
    pub(crate) fn channel(&self) -> Option<Channel> {
        let preset = (self.style.channels == Channels::DirectChosen).then_some(Channel::Direct);
        self.state.channel.or(preset)
    }

    /// All channels, in a line or below each other.
    pub(crate) fn radios(&self) -> String {
        let channels: &[Channel] = match self.style.channels {
            Channels::Three => &[Channel::Gsp, Channel::Erp, Channel::ClientId],
            _ => &[Channel::Direct, Channel::Gsp, Channel::Erp, Channel::ClientId],
        };
        let channels = channels.iter().filter(|channel| **channel != Channel::Gsp || !self.gone(Target::ThroughGsp));
        let radios: String = channels.map(|channel| self.radio(*channel)).collect();
        if self.is_in_cells() {
            return format!("<table class=\"§radios\"><tbody>{radios}</tbody></table>");
        }
        let upright = if self.dice("radios.upright").chance(35) { " §upright" } else { "" };
        let role = if self.style.radio == RadioKind::Role { " role=\"radiogroup\"" } else { "" };
        format!("<div class=\"§radios{upright}\"{role}>{radios}</div>")
    }

    fn is_in_cells(&self) -> bool {
        self.style.radio == RadioKind::Native && self.style.radio_words == RadioWords::Cell
    }

    fn radio(&self, channel: Channel) -> String {
        let words = self.named(self.channel_words(channel));
        let mark = if channel == Channel::Gsp { self.mark(Target::ThroughGsp) } else { String::new() };
        match self.style.radio {
            RadioKind::Native => self.native(channel, &words, &mark),
            RadioKind::Role => self.role(channel, &words, &mark),
            RadioKind::Plain => self.plain_choice(channel, &words, &mark),
            RadioKind::Picture => {
                self.drawn(channel, &words, &mark, "§see-through", "<span class=\"§picture\"></span>")
            }
            RadioKind::Transparent => self.drawn(channel, &words, &mark, "§see-through", CIRCLE),
            RadioKind::OffScreen => self.drawn(channel, &words, &mark, "§far-out", CIRCLE),
            RadioKind::Clipped => self.drawn(channel, &words, &mark, "§clipped", CIRCLE),
            RadioKind::NotRendered => self.drawn(channel, &words, &mark, "§unseen", CIRCLE),
        }
    }

    fn native(&self, channel: Channel, words: &str, mark: &str) -> String {
        let input = self.input(channel, "", mark);
        let tied = match self.radio_id(channel) {
            Some(id) if self.style.radio_words == RadioWords::For => format!(" for=\"{id}\""),
            _ => String::new(),
        };
        match self.style.radio_words {
            RadioWords::Cell => format!("<tr><td>{input}</td><td>{words}</td></tr>"),
            RadioWords::Wrapped => format!("<label class=\"§radio\">{input} {words}</label>"),
            RadioWords::For => format!("<div class=\"§radio\">{input} <label{tied}>{words}</label></div>"),
            RadioWords::Beside if self.dice("radio.text").chance(50) => {
                format!("<span class=\"§radio\">{input} {words}</span>\n")
            }
            RadioWords::Beside => format!("<div class=\"§radio\">{input} <label>{words}</label></div>"),
        }
    }

    /// A circle that is drawn, in a label with its radio.
    fn drawn(&self, channel: Channel, words: &str, mark: &str, hidden: &str, circle: &str) -> String {
        let input = self.input(channel, hidden, mark);
        format!("<label class=\"§radio §drawn\"{mark}>{input}{circle}<span>{words}</span></label>")
    }

    fn role(&self, channel: Channel, words: &str, mark: &str) -> String {
        let is_chosen = self.channel() == Some(channel);
        let known = self.live(&format!("data-b=\"role\" data-k=\"6\" data-v=\"{}\"", channel.value()));
        format!(
            "<div class=\"§radio §role\" role=\"radio\" tabindex=\"0\" aria-checked=\"{is_chosen}\"{known}{mark}>{CIRCLE}<span>{words}</span></div>"
        )
    }

    /// A circle and words that say nothing of themselves.
    fn plain_choice(&self, channel: Channel, words: &str, mark: &str) -> String {
        let is_chosen = self.channel() == Some(channel);
        let picked = if is_chosen { " §picked" } else { "" };
        let known =
            self.live(&format!("data-b=\"role\" data-k=\"6\" data-v=\"{}\" data-on=\"{is_chosen}\"", channel.value()));
        format!("<div class=\"§radio §role{picked}\"{known}{mark}>{CIRCLE}<span>{words}</span></div>")
    }

    fn input(&self, channel: Channel, class: &str, mark: &str) -> String {
        let checked = if self.channel() == Some(channel) { " checked" } else { "" };
        let class = if class.is_empty() { String::new() } else { format!(" class=\"{class}\"") };
        let id = self.radio_id(channel).map(|id| format!(" id=\"{id}\"")).unwrap_or_default();
        let known = self.live("data-k=\"6\"");
        format!(
            "<input type=\"radio\"{class}{id} name=\"{}\" value=\"{}\"{checked}{known}{mark}>",
            self.radio_name(),
            self.radio_value(channel)
        )
    }

    fn radio_name(&self) -> String {
        match self.style.ids {
            Ids::Usual | Ids::Typo => "RegisterThrough".to_owned(),
            Ids::WebForms => "ctl00$ContentPlaceHolder1$rblType".to_owned(),
            Ids::Reused => "rdb".to_owned(),
            Ids::Random | Ids::Absent => self.dice("radio.name").word(6),
        }
    }

    /// On a live page the script sends it.
    fn radio_value(&self, channel: Channel) -> &'static str {
        match (self.style.ids, channel) {
            _ if self.state.live => channel.value(),
            (Ids::Usual | Ids::Typo, _) => channel.value(),
            (_, Channel::Direct) => "0",
            (_, Channel::Gsp) => "1",
            (_, Channel::Erp) => "2",
            (_, Channel::ClientId) => "3",
        }
    }

    fn radio_id(&self, channel: Channel) -> Option<String> {
        let usual = match channel {
            Channel::Direct => "rdbDirect",
            Channel::Gsp => "rdbGsp",
            Channel::Erp => "rdbErp",
            Channel::ClientId => "rdbClientId",
        };
        match self.style.ids {
            Ids::Usual => Some(usual.to_owned()),
            Ids::Typo => Some(usual.replace("rdb", "rbd")),
            Ids::WebForms => Some(format!("ctl00_ContentPlaceHolder1_rblType_{}", self.radio_place(channel))),
            Ids::Random => Some(self.dice(usual).word(7)),
            Ids::Reused | Ids::Absent => None,
        }
    }

    fn radio_place(&self, channel: Channel) -> usize {
        let first = usize::from(self.style.channels == Channels::Three);
        (channel as usize).saturating_sub(first)
    }

    fn channel_words(&self, channel: Channel) -> &'static str {
        match (channel, self.style.channel_words) {
            (Channel::Direct, ChannelWords::Gsp) => "Direct",
            (Channel::Direct, _) => "Directly",
            (Channel::Gsp, ChannelWords::ThroughGsp) => "Through GSP",
            (Channel::Gsp, ChannelWords::Gsp) => "GSP",
            (Channel::Gsp, ChannelWords::Long) => "Through GST Suvidha Provider (GSP)",
            (Channel::Erp, ChannelWords::Gsp) => "ERP",
            (Channel::Erp, _) => "Through ERP",
            (Channel::ClientId, ChannelWords::Gsp) => "Client-Id of other GSTIN",
            (Channel::ClientId, _) => "Through Client-Id of other GSTIN",
        }
    }

    /// Puts an element in a shadow root of its own.
    pub(crate) fn in_shadow(&self, html: &str) -> String {
        debug_assert_eq!(self.style.embedding, Embedding::FieldShadows);
        format!(
            "<x-field class=\"§grow\"><template shadowrootmode=\"open\"><style>{}</style>{html}</template></x-field>",
            self.css()
        )
    }
}

/// A circle that the style sheet fills where its radio is checked.
const CIRCLE: &str = "<span class=\"§circle\"></span>";

/// A hint beside a field, as the portal shows rules.
pub(crate) fn hint(title: &str) -> String {
    format!("<i class=\"§fa §fa-question\" title=\"{}\"></i>", escaped(title))
}
