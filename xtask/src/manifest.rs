//! One manifest for all browsers, and what each browser gets of it.
//!
//! A key for one browser only is written with its name before it: `"firefox:browser_specific_settings"`.

use std::path::Path;

use anyhow::{Context, Result, ensure};
use serde_json::{Map, Value};

/// A browser the extension is built for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Browser {
    /// Chromium and all that is made of it: Chrome, Edge, Brave and others.
    Chromium,
    /// Firefox, on computers and on Android.
    Firefox,
}

impl Browser {
    /// Every browser.
    pub const ALL: [Self; 2] = [Self::Chromium, Self::Firefox];

    /// Its name in the manifest and in `dist`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Chromium => "chromium",
            Self::Firefox => "firefox",
        }
    }
}

/// The manifest for one browser: its own keys without their prefix, and none of the others'.
pub fn derive(source: &Value, browser: Browser) -> Value {
    match source {
        Value::Object(object) => Value::Object(
            object.iter().filter_map(|(key, value)| derive_entry(key, value, browser)).collect::<Map<_, _>>(),
        ),
        Value::Array(items) => Value::Array(items.iter().map(|item| derive(item, browser)).collect()),
        plain => plain.clone(),
    }
}

fn derive_entry(key: &str, value: &Value, browser: Browser) -> Option<(String, Value)> {
    let prefix = Browser::ALL.into_iter().find_map(|of| Some((of, key.strip_prefix(of.name())?.strip_prefix(':')?)));
    match prefix {
        Some((of, _)) if of != browser => None,
        Some((_, rest)) => Some((rest.to_owned(), derive(value, browser))),
        None => Some((key.to_owned(), derive(value, browser))),
    }
}

/// Fails on what browsers would only find when loading: a file that is not there, a version that is not ours.
pub fn check(manifest: &Value, folder: &Path) -> Result<()> {
    let version = manifest["version"].as_str().unwrap_or_default();
    let ours = env!("CARGO_PKG_VERSION");
    ensure!(version == ours, "manifest.json says version {version}, Cargo.toml says {ours}: they must agree");
    for file in files(manifest)? {
        ensure!(
            folder.join(&file).is_file(),
            "manifest.json names {file}, but there is no extension/{file}, and the build does not make it"
        );
    }
    Ok(())
}

/// The files that the manifest names.
fn files(manifest: &Value) -> Result<Vec<String>> {
    let locale = manifest["default_locale"].as_str().context("manifest.json has no default_locale")?;
    let mut files = vec![format!("_locales/{locale}/messages.json")];
    let mut add = |value: &Value| files.extend(value.as_str().map(str::to_owned));
    manifest["icons"].as_object().into_iter().flatten().for_each(|(_, icon)| add(icon));
    add(&manifest["options_ui"]["page"]);
    add(&manifest["action"]["default_popup"]);
    add(&manifest["background"]["service_worker"]);
    manifest["background"]["scripts"].as_array().into_iter().flatten().for_each(&mut add);
    let lists = [("content_scripts", "js"), ("content_scripts", "css"), ("web_accessible_resources", "resources")];
    for (part, list) in lists {
        for entry in manifest[part].as_array().into_iter().flatten() {
            entry[list].as_array().into_iter().flatten().for_each(&mut add);
        }
    }
    Ok(files)
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn each_browser_gets_its_own_keys() {
        let cases = [
            ("a plain key goes to both", json!({"a": 1}), json!({"a": 1}), json!({"a": 1})),
            (
                "a prefixed key goes to its browser",
                json!({"chromium:a": 1, "firefox:b": 2}),
                json!({"a": 1}),
                json!({"b": 2}),
            ),
            ("each its own value", json!({"chromium:a": 1, "firefox:a": 2}), json!({"a": 1}), json!({"a": 2})),
            (
                "also deep inside",
                json!({"l": [{"firefox:x": 1, "y": 2}]}),
                json!({"l": [{"y": 2}]}),
                json!({"l": [{"x": 1, "y": 2}]}),
            ),
            ("another prefix is no prefix", json!({"opera:a": 1}), json!({"opera:a": 1}), json!({"opera:a": 1})),
            ("a name alone is no prefix", json!({"firefox": 1}), json!({"firefox": 1}), json!({"firefox": 1})),
            ("values are left alone", json!({"a": "firefox:b"}), json!({"a": "firefox:b"}), json!({"a": "firefox:b"})),
        ];
        for (case, source, chromium, firefox) in cases {
            assert_eq!(derive(&source, Browser::Chromium), chromium, "{case}");
            assert_eq!(derive(&source, Browser::Firefox), firefox, "{case}");
        }
    }

    #[test]
    fn keys_stay_in_order() {
        let source = json!({"z": 1, "firefox:m": 2, "a": 3});
        assert_eq!(derive(&source, Browser::Firefox).to_string(), r#"{"z":1,"m":2,"a":3}"#);
    }

    #[test]
    fn the_manifest_asks_for_storage_on_the_two_portal_hosts_and_nothing_else() {
        let source: Value = serde_json::from_str(include_str!("../../manifest.json")).unwrap();
        for browser in Browser::ALL {
            let manifest = derive(&source, browser);
            assert_eq!(manifest["permissions"], json!(["storage"]));
            let hosts = json!(["https://einvoice1.gst.gov.in/*", "https://einvoice2.gst.gov.in/*"]);
            assert_eq!(manifest["content_scripts"][0]["matches"], hosts);
            for absent in ["host_permissions", "optional_permissions", "optional_host_permissions"] {
                assert!(manifest.get(absent).is_none(), "{absent}");
            }
        }
    }

    #[test]
    fn the_files_it_names_are_found() {
        let manifest = json!({
            "default_locale": "en",
            "icons": {"16": "icons/a.png"},
            "options_ui": {"page": "options.html"},
            "content_scripts": [{"js": ["guide.js"]}],
            "web_accessible_resources": [{"resources": ["twin.js"]}],
        });
        let named = ["_locales/en/messages.json", "icons/a.png", "options.html", "guide.js", "twin.js"];
        assert_eq!(files(&manifest).unwrap(), named);
    }
}
