use einvoice_api_guide::browser::settings::{from_value, to_value};
use einvoice_api_guide::journey::Settings;
use wasm_bindgen::JsValue;
use wasm_bindgen_test::wasm_bindgen_test;

#[wasm_bindgen_test]
fn settings_read_by_hand_and_by_serde_are_the_same() {
    let settings = Settings { gsp: "Adaequare Info Private Limited".to_owned(), automatic: false, paused: true };
    let by_hand = to_value(&settings);
    assert_eq!(serde_wasm_bindgen::from_value::<Settings>(by_hand.clone()).ok(), Some(settings.clone()));
    assert_eq!(from_value(&by_hand), settings);
    let by_serde = serde_wasm_bindgen::to_value(&settings).unwrap_or_default();
    assert_eq!(from_value(&by_serde), settings);
}

#[wasm_bindgen_test]
fn whatever_is_stored_gives_usable_settings() {
    for stored in
        ["null", "7", "\"x\"", "[]", "{}", "{\"gsp\": 7, \"automatic\": \"no\", \"paused\": null}", "{\"gsp\": \"\"}"]
    {
        let value = js_sys::JSON::parse(stored).unwrap_or(JsValue::UNDEFINED);
        assert_eq!(from_value(&value), Settings::default(), "{stored}");
    }
    assert_eq!(from_value(&JsValue::UNDEFINED), Settings::default());
}
