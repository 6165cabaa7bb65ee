//! Values as JSON text, in and out; what JavaScript throws on the way is caught here (`text.js`).
use rapport::{Issue, IssueCode, Pointer, Subject};
use serde::Serialize;
use wasm_bindgen::prelude::*;

use super::error;

#[wasm_bindgen(module = "/src/engine/text.js")]
extern "C" {
    #[wasm_bindgen(catch, js_name = jsonText)]
    fn json_text(value: &JsValue) -> Result<String, JsValue>;

    #[wasm_bindgen(catch)]
    fn parsed(json: &str) -> Result<JsValue, JsValue>;
}

/// A value's JSON text: text stays as it is, an object is written out honestly.
pub(super) fn of(value: &JsValue, subject: Subject) -> Result<String, JsValue> {
    json_text(value).map_err(|cause| {
        let sentence = "the value cannot be written as JSON";
        let issue = Issue::fatal(IssueCode::NotJson, &Pointer::root(), sentence);
        error::thrown(&rapport::Error::new(subject, issue), &cause)
    })
}

/// A value as the plain object that its TypeScript (`types.ts`) says.
pub(super) fn given(value: &impl Serialize) -> Result<JsValue, JsValue> {
    let json = serde_json::to_string(value)
        .map_err(|fault| JsValue::from(js_sys::Error::new(&fault.to_string())))?;
    parsed(&json)
}
