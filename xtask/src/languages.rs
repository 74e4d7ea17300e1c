//! The words of every language, as the background hands them to the guide: `_locales` itself can be asked in the browser's language only.

use std::collections::BTreeMap;
use std::fs;

use anyhow::{Context, Result};
use serde_json::{Map, Value};

use crate::extension::entries;
use crate::paths::Paths;

/// A script's line with all languages: to each its words, as a text that is parsed when the language is chosen.
pub fn script(paths: &Paths) -> Result<String> {
    let mut languages = BTreeMap::new();
    for (tag, folder) in entries(&paths.root.join("extension/_locales"))? {
        let path = folder.join("messages.json");
        let text = fs::read_to_string(&path).with_context(|| format!("cannot read {}", path.display()))?;
        let messages = serde_json::from_str(&text).with_context(|| format!("{} is not JSON", path.display()))?;
        languages.insert(tag, words(&messages).to_string());
    }
    let languages = serde_json::to_string(&languages).context("the languages cannot be written")?;
    Ok(format!("// The words of each language, from _locales.\nconst LANGUAGES = {languages};\n"))
}

/// To each key its words, with `$1` for the first gap, as the browser has it.
fn words(messages: &Map<String, Value>) -> Value {
    messages.iter().map(|(key, entry)| (key.clone(), Value::from(with_gaps(entry)))).collect::<Map<_, _>>().into()
}

fn with_gaps(entry: &Value) -> String {
    let text = entry["message"].as_str().unwrap_or_default().to_owned();
    let gaps = entry["placeholders"].as_object().into_iter().flatten();
    gaps.fold(text, |text, (name, gap)| text.replace(&format!("${name}$"), gap["content"].as_str().unwrap_or_default()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn gaps_are_numbered_and_doubled_dollars_stay() {
        let entry = json!({ "message": "Step $number$: $$ and $name$", "placeholders": {
            "name": { "content": "$2" }, "number": { "content": "$1" } } });
        assert_eq!(with_gaps(&entry), "Step $1: $$ and $2");
    }
}
