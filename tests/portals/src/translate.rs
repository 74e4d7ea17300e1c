//! What the browser's translation makes of a page: every text in two `font` elements, the words changed or not.

use crate::draw::Draw;
use crate::rewrite::{rewritten, with_attribute};
use crate::style::{Translated, Typography};

/// Elements that hold no elements, so that no `font` can be in them.
const PLAIN: [&str; 3] = ["title", "option", "textarea"];

impl Draw<'_> {
    /// The page as it is read: in the writer's signs, and as the browser's translation left it.
    pub(crate) fn as_read(&self, html: &str) -> String {
        let html = match self.style.typography {
            Typography::Hyphens => rewritten(html, |_, text| unbroken(text), |_, tag| tag.to_owned()),
            _ => html.to_owned(),
        };
        match self.style.translated {
            Translated::No => html,
            Translated::SameWords => translated(&html, str::to_owned),
            Translated::OtherCapitals => translated(&html, other_capitals),
            Translated::Hindi => translated(&html, hindi),
        }
    }

    /// What `html` says of itself.
    pub(crate) fn html_attributes(&self) -> &'static str {
        match self.style.translated {
            Translated::No => " lang=\"en\"",
            Translated::SameWords | Translated::OtherCapitals => " lang=\"en\" class=\"translated-ltr\"",
            Translated::Hindi => " lang=\"hi\" class=\"translated-ltr\"",
        }
    }
}

/// With hyphens that do not break.
pub(crate) fn unbroken(text: &str) -> String {
    let letters: Vec<char> = text.chars().collect();
    let is_word = |at: Option<usize>| at.and_then(|at| letters.get(at)).is_some_and(|letter| letter.is_alphanumeric());
    let one = |(at, letter): (usize, &char)| match letter {
        '-' if is_word(at.checked_sub(1)) && is_word(Some(at + 1)) => '\u{2011}',
        letter => *letter,
    };
    letters.iter().enumerate().map(one).collect()
}

fn translated(html: &str, words: impl Fn(&str) -> String) -> String {
    let text = |before: &str, text: &str| {
        let text = words(text);
        if PLAIN.contains(&before) {
            return text;
        }
        let font = "<font style=\"vertical-align: inherit;\">";
        format!("{font}{font}{text}</font></font>")
    };
    let tag = |name: &str, tag: &str| match name {
        "input" => {
            let tag = with_attribute(tag, "placeholder", &words);
            let is_button = ["submit", "button"].iter().any(|kind| tag.contains(&format!("type=\"{kind}\"")));
            if is_button { with_attribute(&tag, "value", &words) } else { tag }
        }
        _ => tag.to_owned(),
    };
    rewritten(html, text, tag)
}

/// The last of several words in small letters, as a translation from English to English has it.
fn other_capitals(text: &str) -> String {
    match text.rsplit_once(' ') {
        Some((head, last)) if last.chars().skip(1).all(char::is_lowercase) => format!("{head} {}", last.to_lowercase()),
        _ => text.to_owned(),
    }
}

/// In Hindi: as a dictionary has it, else by its sound.
fn hindi(text: &str) -> String {
    let is_end = |letter: char| !letter.is_alphanumeric();
    let core = text.trim_matches(is_end);
    let known = core.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase();
    if let Some((_, hindi)) = DICTIONARY.iter().find(|(english, _)| *english == known) {
        return text.replacen(core, hindi, 1);
    }
    text.split(' ').map(by_sound).collect::<Vec<_>>().join(" ")
}

fn by_sound(word: &str) -> String {
    let stays = word.contains(['&', '_', '/', '@']) || word.chars().any(|letter| letter.is_ascii_digit());
    if stays { word.to_owned() } else { word.chars().map(sound).collect() }
}

fn sound(letter: char) -> char {
    const SOUNDS: [char; 26] = [
        'अ', 'ब', 'च', 'द', 'ए', 'फ', 'ग', 'ह', 'इ', 'ज', 'क', 'ल', 'म', 'न', 'ओ', 'प', 'क', 'र', 'स', 'त', 'उ', 'व',
        'व', 'ष', 'य', 'ज',
    ];
    let place = u32::from(letter.to_ascii_lowercase()).checked_sub(u32::from('a'));
    place.and_then(|place| SOUNDS.get(usize::try_from(place).ok()?)).copied().unwrap_or(letter)
}

/// The job's words.
const DICTIONARY: [(&str, &str); 52] = [
    ("home", "होम"),
    ("main menu", "मुख्य मेनू"),
    ("login", "लॉग इन करें"),
    ("log in", "लॉग इन करें"),
    ("sign in", "दाखिल करना"),
    ("logout", "लॉग आउट"),
    ("exit", "बाहर निकलें"),
    ("close", "बंद करें"),
    ("ok", "ठीक है"),
    ("username", "उपयोगकर्ता नाम"),
    ("user name", "उपयोगकर्ता नाम"),
    ("user id", "उपयोगकर्ता पहचान"),
    ("api user name", "एपीआई उपयोगकर्ता नाम"),
    ("password", "पासवर्ड"),
    ("new password", "नया पासवर्ड"),
    ("enter password", "पास वर्ड दर्ज करें"),
    ("re-enter password", "पासवर्ड फिर से दर्ज करें"),
    ("confirm password", "पासवर्ड की पुष्टि कीजिये"),
    ("retype password", "पासवर्ड दोबारा टाइप करें"),
    ("password (again", "पासवर्ड (फिर से"),
    ("captcha", "कैप्चा"),
    ("enter captcha", "कैप्चा भरें"),
    ("enter above captcha", "उपरोक्त कैप्चा दर्ज करें"),
    ("enter the text shown above", "ऊपर दिखाया गया टेक्स्ट दर्ज करें"),
    ("enter otp", "ओटीपी दर्ज करें"),
    ("otp", "ओटीपी"),
    ("enter the otp", "ओटीपी दर्ज करें"),
    ("one time password (otp", "वन टाइम पासवर्ड (ओटीपी"),
    ("verify otp", "ओटीपी सत्यापित करें"),
    ("verify", "सत्यापित करें"),
    ("validate otp", "ओटीपी सत्यापित करें"),
    ("submit", "जमा करना"),
    ("save", "बचाना"),
    ("add", "जोड़ना"),
    ("create", "बनाएं"),
    ("generate", "उत्पन्न"),
    ("api registration", "एपीआई पंजीकरण"),
    ("user credentials", "प्रयोक्ता क्रेडेंशियल"),
    ("create api user", "एपीआई उपयोगकर्ता बनाएं"),
    ("freeze api user", "एपीआई उपयोगकर्ता को फ्रीज करें"),
    ("change api password", "एपीआई पासवर्ड बदलें"),
    ("list of api users", "एपीआई उपयोगकर्ताओं की सूची"),
    ("select your gsp", "अपना जीएसपी चुनें"),
    ("select gsp", "जीएसपी चुनें"),
    ("gsp name", "जीएसपी का नाम"),
    ("select", "चुनना"),
    ("through gsp", "जीएसपी के माध्यम से"),
    ("gsp", "जीएसपी"),
    ("through erp", "ईआरपी के माध्यम से"),
    ("directly", "सीधे"),
    ("dash board", "डैश बोर्ड"),
    ("tera software limited", "टेरा सॉफ्टवेयर लिमिटेड"),
];
