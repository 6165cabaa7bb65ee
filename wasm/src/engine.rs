//! The engine for developers: strict JSON text in, plain objects out, real `Error`s for wrong use.
mod batch;
mod checked;
mod error;
mod text;
mod types;

use rapport::{Issue, IssueCode, Pointer, Response, Subject};
use wasm_bindgen::prelude::*;

pub use self::batch::Batch;
use self::checked::Checked;

/// A questionnaire that can be drawn, checked and scored.
///
/// @example
/// const instrument = new Instrument(definition);
/// const report = instrument.score({ instrument: "alliance", form: "client", answers: { "1": 4, "2": null } });
#[wasm_bindgen]
#[derive(Debug)]
pub struct Instrument {
    instrument: rapport::Instrument,
}

#[wasm_bindgen]
#[expect(clippy::missing_errors_doc, reason = "these comments are for JavaScript, which throws")]
impl Instrument {
    /// Reads a definition: an object, or its JSON text.
    ///
    /// @throws RapportError `DefinitionError`, with every fault in `issues`
    #[wasm_bindgen(constructor)]
    pub fn new(
        #[wasm_bindgen(unchecked_param_type = "Definition | string")] definition: &JsValue,
    ) -> Result<Instrument, JsValue> {
        console_error_panic_hook::set_once();
        let text = text::of(definition, Subject::Definition)?;
        let instrument = rapport::Instrument::read(&text).map_err(thrown)?;
        Ok(Self { instrument })
    }

    /// All that a form needs to draw itself in one language; nothing of the scoring key.
    ///
    /// @example
    /// instrument.outline("client", "en").items.map((item) => item.text);
    ///
    /// @throws RapportError `OutlineError` when the instrument has no such form or wording
    #[wasm_bindgen(unchecked_return_type = "Outline")]
    pub fn outline(
        &self,
        #[wasm_bindgen(unchecked_param_type = "FormName")] form: &JsValue,
        #[wasm_bindgen(unchecked_param_type = "string")] language: &JsValue,
    ) -> Result<JsValue, JsValue> {
        let form = word(form, "form", Subject::Outline)?;
        let language = word(language, "language", Subject::Outline)?;
        text::given(&self.instrument.outline(&form, &language).map_err(thrown)?)
    }

    /// Checks every answer: which items are asked, and which are answered, declined, missing or of no use.
    ///
    /// @example
    /// instrument.check(response).items.filter((item) => item.state === "missing");
    ///
    /// @throws RapportError `ResponseError` when the response has the wrong shape or is another instrument's
    #[wasm_bindgen(unchecked_return_type = "Checked")]
    pub fn check(
        &self,
        #[wasm_bindgen(unchecked_param_type = "Response | string")] response: &JsValue,
    ) -> Result<JsValue, JsValue> {
        let response = self.response(response)?;
        text::given(&Checked::of(&self.instrument, &self.instrument.check(&response)))
    }

    /// Scores a response. Each score is a number, unrounded, or `null` with the reason in `notScored`.
    ///
    /// @throws RapportError `ResponseError` when the response has the wrong shape or is another instrument's
    #[wasm_bindgen(unchecked_return_type = "Report")]
    pub fn score(
        &self,
        #[wasm_bindgen(unchecked_param_type = "Response | string")] response: &JsValue,
    ) -> Result<JsValue, JsValue> {
        let response = self.response(response)?;
        text::given(&self.instrument.check(&response).report())
    }

    /// Compares two scores of one person on one scale (Jacobson & Truax 1991).
    ///
    /// @example
    /// instrument.change("bond", 3.5, 4.25).class; // null where nobody has published the scale's error
    ///
    /// @throws RapportError `ComparisonError` for a scale that is not there, or a number that is no score of it
    #[wasm_bindgen(unchecked_return_type = "Change")]
    pub fn change(
        &self,
        #[wasm_bindgen(unchecked_param_type = "string")] scale: &JsValue,
        #[wasm_bindgen(unchecked_param_type = "number")] first: &JsValue,
        #[wasm_bindgen(unchecked_param_type = "number")] second: &JsValue,
    ) -> Result<JsValue, JsValue> {
        let scale = word(scale, "scale", Subject::Comparison)?;
        // What is no number is no score either, as NaN is none.
        let [first, second] = [first, second].map(|score| score.as_f64().unwrap_or(f64::NAN));
        text::given(&self.instrument.change(&scale, first, second).map_err(thrown)?)
    }

    /// A plan for scoring many responses at once: one byte an answer in, a column of numbers for each scale out.
    ///
    /// A byte is the answer as a signed number, -128 to 127: an option's code, a place on a line, a whole number; 0 or 1
    /// for a consent. `missing` is the byte for no answer, 255 if it is left out.
    ///
    /// @example
    /// const batch = instrument.batch({ layout: "columns", missing: 0 });
    /// const { scores, status } = batch.score(answers);
    ///
    /// @throws RapportError `BatchError` when a scale needs an item whose answers do not all fit into a byte, when
    /// `missing` is an answer, or for options that are none
    pub fn batch(
        &self,
        #[wasm_bindgen(unchecked_param_type = "BatchOptions")] options: &JsValue,
    ) -> Result<Batch, JsValue> {
        Batch::of(&self.instrument, options)
    }

    fn response(&self, response: &JsValue) -> Result<Response, JsValue> {
        let text = text::of(response, Subject::Response)?;
        self.instrument.read_response(&text).map_err(thrown)
    }
}

#[expect(clippy::needless_pass_by_value, reason = "the shape that `map_err` hands over")]
fn thrown(fault: rapport::Error) -> JsValue {
    error::thrown(&fault, &JsValue::UNDEFINED)
}

/// A text that JavaScript was asked for and may not have given.
fn word(value: &JsValue, key: &str, subject: Subject) -> Result<String, JsValue> {
    value.as_string().ok_or_else(|| {
        let at = Pointer::root().key(key);
        let issue = Issue::error(IssueCode::WrongType, &at, format_args!("the {key} needs to be a text"));
        thrown(rapport::Error::new(subject, issue))
    })
}

/// The engine's version, as every report carries it.
#[wasm_bindgen]
#[must_use]
pub fn version() -> String {
    rapport::VERSION.to_owned()
}
