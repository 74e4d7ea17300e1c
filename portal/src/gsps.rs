//! The GSPs that can be chosen: names as they are written on the portal, irregular case and punctuation included
//! (facts.md, E).

use crate::switches::{GspList, Switches};

/// The name in the drop-down list of 2022 (facts.md, ODS).
pub(crate) const TERA: &str = "Tera Software Limited";

/// The name under which its successor holds its licence (facts.md, 0).
const SUCCESSOR: &str = "BVM IT Consulting Services India Private Limited";

/// The list without the one that the job is about; the order is of no source.
const OTHERS: [&str; 45] = [
    "3i Infotech Ltd",
    "Adaequare Info Private Limited",
    "Alankit limited",
    "Amazon Seller Services Private Limited",
    "bangalore",
    "BDO India LLP",
    "BINARY SEMANTICS LIMITED",
    "Bodhtree consulting limited",
    "Botree Software International Pvt. Ltd.",
    "Clayfin Technologies Pvt Ltd",
    "Cygnet Infotech Private Ltd",
    "Cygnet Enterprise Private Limited",
    "DEFMACRO SOFTWARE PRIVATE LIMITED",
    "Deloitte Touche Tohmatsu India LLP",
    "Excellon Software Pvt. Ltd.",
    "Fynamics Techno Solution",
    "Hostbooks Limited",
    "IRIS BUSINESS SERVICES LIMITED",
    "Pinnacle Finserv",
    "SISL Infotech",
    "Spice Digital",
    "TATA consultancy services Limited",
    "Taxmann Publications Pvt. Ltd.",
    "Trust Systems & Software (I) Pvt. Ltd.",
    "Vay Network Services Private Limited",
    "Velocis Systems Pvt. Ltd.",
    "Vertex Customer Management India Private Limited",
    "Virtual Galaxy Infotech Pvt. Ltd.",
    "Webtel Electrosoft Private Limited",
    "eMudhra Limited",
    "Masters India Private Limited",
    "Ernst & Young LLP",
    "Abhipra Capital Limited",
    "BALAJI MARILINE PVT LTD",
    "Image InfoSystems Pvt Ltd",
    "RELYON SOFTECH LIMITED",
    // The one that the job is about stands here.
    "Reliance Corporate IT Park Limited",
    "Chartered Information Systems Private Limited",
    "CDSL Ventures Limited",
    "Professional Softec Private Limited",
    "FOCUS SOFTNET PVT LTD",
    "Tally ( India) Private Ltd",
    "KPMG India",
    "PricewaterhouseCoopers",
    "NSDL e-Governance",
];

/// Where the one that the job is about stands in the list.
const ITS_PLACE: usize = 36;

/// Names that a hasty eye, or a loose comparison, takes for it. The last is the right one, spelled as in bank details.
const LOOKALIKES: [&str; 5] = [
    "Terasoft Software Limited",
    "Old Tera Software",
    "Tera Software Solutions Private Limited",
    "TERASOFTWARE LIMITED",
    "TERA  SOFTWARE LTD.",
];

/// The names that a session can choose from, in their order.
pub(crate) fn listed(switches: &Switches) -> Vec<String> {
    match switches.made_up() {
        Some(portal) => portal.gsps(),
        None => names(switches.gsp).into_iter().map(str::to_owned).collect(),
    }
}

/// The one that the job is about as a session's list has it, or else the list's first.
pub(crate) fn example(switches: &Switches) -> String {
    let wanted = switches.made_up().and_then(|portal| portal.wanted()).unwrap_or(TERA);
    let mut listed = listed(switches);
    let place = listed.iter().position(|name| name == wanted).unwrap_or_default();
    listed.swap_remove(place)
}

/// The names of a list, in its order.
fn names(list: GspList) -> Vec<&'static str> {
    let here: &[&str] = match list {
        GspList::Of2022 => &[TERA],
        GspList::WithoutTera => &[],
        GspList::Lookalikes => &LOOKALIKES,
        GspList::Successor => &[SUCCESSOR],
    };
    let (before, after) = OTHERS.split_at(ITS_PLACE);
    [before, here, after].concat()
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn each_list_holds_what_its_switch_says() {
        let holds = |list, name| names(list).contains(&name);
        for (list, tera, successor) in [
            (GspList::Of2022, true, false),
            (GspList::WithoutTera, false, false),
            (GspList::Lookalikes, false, false),
            (GspList::Successor, false, true),
        ] {
            assert_eq!((holds(list, TERA), holds(list, SUCCESSOR)), (tera, successor), "{list:?}");
        }
        for name in ["TERA  SOFTWARE LTD.", "Masters India Private Limited", "Trust Systems & Software (I) Pvt. Ltd."] {
            assert!(holds(GspList::Lookalikes, name), "{name}");
        }
    }

    #[test]
    fn no_name_is_listed_twice() {
        let names = names(GspList::Lookalikes);
        assert_eq!(names.iter().collect::<HashSet<_>>().len(), names.len());
    }
}
