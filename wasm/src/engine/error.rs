//! The engine's error as a real JavaScript `Error` with `name`, `code`, `path` and `issues`.
use rapport::{Issue, Subject};
use serde::Serialize;
use wasm_bindgen::prelude::*;

#[wasm_bindgen(module = "/src/engine/text.js")]
extern "C" {
    #[wasm_bindgen(catch, js_name = errorOf)]
    fn error_of(json: &str, cause: &JsValue) -> Result<JsValue, JsValue>;
}

#[derive(Serialize)]
struct Thrown<'f> {
    name: &'static str,
    message: String,
    code: &'static str,
    path: String,
    issues: Vec<&'f Issue>,
}

/// What is thrown for a fault found by the engine; `cause` is what JavaScript threw, or undefined.
pub(super) fn thrown(fault: &rapport::Error, cause: &JsValue) -> JsValue {
    let thrown = Thrown {
        name: match fault.subject() {
            Subject::Definition => "DefinitionError",
            Subject::Response => "ResponseError",
            Subject::Outline => "OutlineError",
            Subject::Comparison => "ComparisonError",
            Subject::Batch => "BatchError",
        },
        message: fault.to_string(),
        code: fault.code().name(),
        path: fault.path().to_string(),
        issues: fault.issues().collect(),
    };
    let json = serde_json::to_string(&thrown).unwrap_or_default();
    error_of(&json, cause).unwrap_or_else(|fault| fault)
}
