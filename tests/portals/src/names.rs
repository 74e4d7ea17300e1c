//! The GSPs of a portal's list.

use crate::draw::Draw;
use crate::style::{Nothing, Wanted};

/// The list without the wanted one; the order is kept.
const OTHERS: [&str; 45] = [
    "3i Infotech Ltd",
    "Abhipra Capital Limited",
    "Adaequare Info Private Limited",
    "Alankit limited",
    "Amazon Seller Services Private Limited",
    "BALAJI MARILINE PVT LTD",
    "bangalore",
    "BDO India LLP",
    "BINARY SEMANTICS LIMITED",
    "Bodhtree consulting limited",
    "Botree Software International Pvt. Ltd.",
    "CDSL Ventures Limited",
    "Chartered Information Systems Private Limited",
    "Clayfin Technologies Pvt Ltd",
    "Cygnet Enterprise Private Limited",
    "Cygnet Infotech Private Ltd",
    "DEFMACRO SOFTWARE PRIVATE LIMITED",
    "Deloitte Touche Tohmatsu India LLP",
    "eMudhra Limited",
    "Ernst & Young LLP",
    "Excellon Software Pvt. Ltd.",
    "FOCUS SOFTNET PVT LTD",
    "Fynamics Techno Solution",
    "Hostbooks Limited",
    "IRIS BUSINESS SERVICES LIMITED",
    "Image InfoSystems Pvt Ltd",
    "KPMG India",
    "Masters India Private Limited",
    "NSDL e-Governance",
    "Pinnacle Finserv",
    "PricewaterhouseCoopers",
    "Professional Softec Private Limited",
    "RELYON SOFTECH LIMITED",
    "Reliance Corporate IT Park Limited",
    "SISL Infotech",
    "Spice Digital",
    "TATA consultancy services Limited",
    "Tally ( India) Private Ltd",
    "Taxmann Publications Pvt. Ltd.",
    "Trust Systems & Software (I) Pvt. Ltd.",
    "Vay Network Services Private Limited",
    "Velocis Systems Pvt. Ltd.",
    "Vertex Customer Management India Private Limited",
    "Virtual Galaxy Infotech Pvt. Ltd.",
    "Webtel Electrosoft Private Limited",
];

/// Names that a hasty eye takes for the wanted one.
const NEAR: [&str; 6] = [
    "Terasoft Solutions Private Limited",
    "Tera Info Limited",
    "Tera Software Solutions Private Limited",
    "Terra Software Limited",
    "Trust Systems & Software (I) Pvt Ltd",
    "TERASOFTWARE LIMITED",
];

impl Draw<'_> {
    /// The wanted GSP as the list has it.
    pub(crate) fn wanted(&self) -> Option<&'static str> {
        spelled(self.style.wanted)
    }

    /// The names of the list.
    pub(crate) fn gsps(&self) -> Vec<String> {
        if !self.state.gsps.is_empty() {
            return self.state.gsps.clone();
        }
        let mut dice = self.dice("gsps");
        let mut names: Vec<&str> = OTHERS.to_vec();
        names.extend(NEAR.iter().filter(|_| dice.chance(45)));
        names.extend(self.wanted());
        if dice.chance(60) {
            names.sort_by_key(|name| name.to_lowercase());
        } else {
            for at in (1..names.len()).rev() {
                names.swap(at, dice.below(at + 1));
            }
        }
        // Without a word for "nothing", the first is chosen from the start.
        let is_wanted = |name: &&str| Some(*name) == self.wanted();
        match (self.style.nothing, names.iter().position(is_wanted)) {
            (Nothing::FirstWanted, Some(place)) => names.swap(0, place),
            (Nothing::FirstOther, Some(0)) => names.swap(0, 1),
            _ => {}
        }
        names.into_iter().map(str::to_owned).collect()
    }
}

/// A spelling.
pub(crate) fn spelled(wanted: Wanted) -> Option<&'static str> {
    Some(match wanted {
        Wanted::Usual => "Tera Software Limited",
        Wanted::CapitalsShort => "TERA SOFTWARE LTD.",
        Wanted::Spaces => "Tera  Software Ltd",
        Wanted::Small => "tera software limited",
        Wanted::Short => "Tera Software Ltd",
        Wanted::Missing => return None,
    })
}
