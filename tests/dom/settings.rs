use einvoice_api_guide::journey::Settings;
use wasm_bindgen::JsValue;
use wasm_bindgen_test::wasm_bindgen_test;

#[wasm_bindgen_test]
fn whatever_is_stored_gives_usable_settings() {
    for stored in
        ["null", "7", "\"x\"", "[]", "{}", "{\"gsp\": 7, \"automatic\": \"no\", \"paused\": null}", "{\"gsp\": \"\"}"]
    {
        let value = js_sys::JSON::parse(stored).unwrap_or(JsValue::UNDEFINED);
        let settings = serde_wasm_bindgen::from_value::<Settings>(value).unwrap_or_default().checked();
        assert_eq!(settings, Settings::default(), "{stored}");
    }
}
