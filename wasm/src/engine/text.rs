//! JavaScript value -> JSON text: text stays as it is, an object is written out honestly (`text.js`).
use rapport::Subject;
use wasm_bindgen::prelude::*;

use super::error;

#[wasm_bindgen(module = "/src/engine/text.js")]
extern "C" {
    #[wasm_bindgen(catch, js_name = jsonText)]
    fn json_text(value: &JsValue) -> Result<String, JsValue>;
}

/// The text, or the error to throw when a value refers to itself.
pub(super) fn of(value: &JsValue, subject: Subject) -> Result<String, JsValue> {
    json_text(value).map_err(|_| error::unwritable(subject))
}
