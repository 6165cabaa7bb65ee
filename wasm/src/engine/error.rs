//! The engine's error as a real JavaScript `Error` with `name`, `code`, `path` and `issues`.
use js_sys::{Array, Error, Object, Reflect};
use rapport::{Code, Pointer, Subject};
use tsify::Tsify;
use wasm_bindgen::JsValue;

use super::report::Issue;

/// What is thrown for a fault found by the engine.
pub(super) fn thrown(fault: &rapport::Error) -> JsValue {
    let issues: Array = fault
        .issues()
        .filter_map(|issue| Some(Issue::from(issue.clone()).into_ts().ok()?.js_value()))
        .collect();
    build(fault.subject(), fault.code(), fault.path(), &fault.to_string(), &issues)
}

/// What is thrown for a value that cannot be written as JSON, because it refers to itself.
pub(super) fn unwritable(subject: Subject) -> JsValue {
    let sentence = "the value cannot be written as JSON: it refers to itself";
    let issue = rapport::Issue::fatal(Code::NotJson, &Pointer::root(), sentence);
    thrown(&rapport::Error::new(subject, issue))
}

fn build(subject: Subject, code: Code, path: &Pointer, message: &str, issues: &Array) -> JsValue {
    let error = Error::new(message);
    error.set_name(match subject {
        Subject::Definition => "DefinitionError",
        Subject::Response => "ResponseError",
        Subject::Outline => "OutlineError",
    });
    let properties: [(&str, JsValue); 3] =
        [("code", code.name().into()), ("path", path.as_str().into()), ("issues", issues.into())];
    for (name, value) in properties {
        // Setting a property of a fresh object cannot fail.
        let _ = Reflect::set(Object::as_ref(&error), &name.into(), &value);
    }
    error.into()
}
