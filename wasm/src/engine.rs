//! The engine for developers: strict JSON text in, typed plain objects out, real `Error`s for wrong use.
mod checked;
mod error;
mod outline;
mod report;
mod text;
mod types;

use rapport::{Response, Subject};
use tsify::{Ts, Tsify};
use wasm_bindgen::prelude::*;

pub use self::checked::Checked;
pub use self::outline::Outline;
pub use self::report::Report;

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
impl Instrument {
    /// Reads a definition: an object, or its JSON text.
    ///
    /// @throws RapportError `DefinitionError`, with every fault in `issues`
    ///
    /// # Errors
    /// Every fault of the definition.
    #[wasm_bindgen(constructor)]
    pub fn new(
        #[wasm_bindgen(unchecked_param_type = "Definition | string")] definition: &JsValue,
    ) -> Result<Instrument, JsValue> {
        console_error_panic_hook::set_once();
        let text = text::of(definition, Subject::Definition)?;
        let instrument = rapport::Instrument::read(&text).map_err(|fault| error::thrown(&fault))?;
        Ok(Self { instrument })
    }

    /// All that a form needs to draw itself in one language; nothing of the scoring key.
    ///
    /// @throws RapportError `OutlineError` when the instrument has no such form or wording
    ///
    /// # Errors
    /// `unknownForm` or `noWording`.
    pub fn outline(
        &self,
        #[wasm_bindgen(unchecked_param_type = "FormName")] form: &str,
        language: &str,
    ) -> Result<Ts<Outline>, JsValue> {
        let outline = self.instrument.outline(form, language).map_err(|fault| error::thrown(&fault))?;
        given(Outline::from(outline))
    }

    /// Checks every answer: which are there, declined, missing or not an option.
    ///
    /// @throws RapportError `ResponseError` when the response has the wrong shape or is another instrument's
    ///
    /// # Errors
    /// As described.
    pub fn check(
        &self,
        #[wasm_bindgen(unchecked_param_type = "Response | string")] response: &JsValue,
    ) -> Result<Ts<Checked>, JsValue> {
        let response = self.response(response)?;
        given(Checked::of(&self.instrument, &self.instrument.check(&response)))
    }

    /// Scores a response. Each score is a number, or `null` with the reason in `notScored`.
    ///
    /// @throws RapportError `ResponseError` when the response has the wrong shape or is another instrument's
    ///
    /// # Errors
    /// As described.
    pub fn score(
        &self,
        #[wasm_bindgen(unchecked_param_type = "Response | string")] response: &JsValue,
    ) -> Result<Ts<Report>, JsValue> {
        let response = self.response(response)?;
        given(Report::from(self.instrument.check(&response).report()))
    }

    fn response(&self, response: &JsValue) -> Result<Response, JsValue> {
        let text = text::of(response, Subject::Response)?;
        self.instrument.read_response(&text).map_err(|fault| error::thrown(&fault))
    }
}

/// A value as the plain object that its TypeScript says; the types here always can be written so.
fn given<T: Tsify + serde::Serialize>(value: T) -> Result<Ts<T>, JsValue> {
    value.into_ts().map_err(|fault| js_sys::Error::new(&fault.to_string()).into())
}

/// The engine's version, as every report carries it.
#[wasm_bindgen]
#[must_use]
pub fn version() -> String {
    rapport::VERSION.to_owned()
}
