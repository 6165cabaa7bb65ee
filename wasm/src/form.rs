//! The engine inside the sealed form: a compiled definition in, answers by typed calls, one report out.
mod report;

use js_sys::{Array, Object};
use rapport::{Form, Given, Instrument, ItemState, Response};
use wasm_bindgen::prelude::*;

/// One form being filled in; its answers are nowhere else.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Administration {
    instrument: Instrument,
    answers: Vec<Option<Given>>,
    times: Vec<f64>,
}

#[wasm_bindgen]
impl Administration {
    /// Opens a compiled definition.
    ///
    /// # Errors
    /// When the bytes are not one.
    #[wasm_bindgen(constructor)]
    pub fn new(compiled: &[u8]) -> Result<Administration, JsError> {
        let instrument =
            Instrument::from_compiled(compiled).map_err(|fault| JsError::new(fault.code().name()))?;
        let items = instrument.items().len();
        Ok(Self { instrument, answers: vec![None; items], times: vec![0.0; items] })
    }

    /// Answers an item: with a code, a number, a text, a date, `true` or `false`, or a list of codes.
    ///
    /// # Errors
    /// `unknownItem`, or why this is no answer to the item; nothing is changed then.
    pub fn answer(
        &mut self,
        link_id: &str,
        #[wasm_bindgen(unchecked_param_type = "number | string | boolean | (number | string)[]")]
        answer: &JsValue,
    ) -> Result<(), JsError> {
        let given = given(answer, true);
        let item = self.instrument.position(link_id).and_then(|place| self.instrument.items().get(place));
        match item.map(|item| item.refusal(&given)) {
            Some(Some(code)) => Err(JsError::new(code.name())),
            _ => self.put(link_id, Some(given)),
        }
    }

    /// Notes that the person would rather not answer an item.
    ///
    /// # Errors
    /// `unknownItem`.
    pub fn decline(&mut self, link_id: &str) -> Result<(), JsError> {
        self.put(link_id, Some(Given::Declined))
    }

    /// Takes an answer back.
    ///
    /// # Errors
    /// `unknownItem`.
    pub fn clear(&mut self, link_id: &str) -> Result<(), JsError> {
        self.put(link_id, None)
    }

    /// Notes how long an item was looked at, in all, in milliseconds.
    ///
    /// # Errors
    /// `unknownItem`.
    pub fn spent(&mut self, link_id: &str, milliseconds: f64) -> Result<(), JsError> {
        let time = self.instrument.position(link_id).and_then(|place| self.times.get_mut(place));
        *time.ok_or_else(|| JsError::new("unknownItem"))? = milliseconds;
        Ok(())
    }

    /// The linkIds of the items that are to be shown, going by the answers so far, in order.
    #[must_use]
    #[wasm_bindgen(unchecked_return_type = "string[]")]
    pub fn asked(&self) -> Array {
        // Which form is filled in decides nothing about what is asked.
        let response = self.response(Form::Client);
        let checked = self.instrument.check(&response);
        let items = self.instrument.items().iter().zip(checked.states());
        let asked = items.filter(|(_, state)| **state != ItemState::NotAsked);
        asked.map(|(item, _)| JsValue::from_str(item.link_id().as_str())).collect()
    }

    /// The report so far, as the full engine gives it.
    ///
    /// # Errors
    /// `unknownForm`.
    pub fn report(&self, form: &str) -> Result<Object, JsError> {
        let form = Form::named(form).filter(|form| self.instrument.has_form(*form));
        let form = form.ok_or_else(|| JsError::new("unknownForm"))?;
        let response = self.response(form);
        Ok(report::written(&self.instrument, &self.instrument.check(&response)))
    }

    fn put(&mut self, link_id: &str, given: Option<Given>) -> Result<(), JsError> {
        let slot = self.instrument.position(link_id).and_then(|place| self.answers.get_mut(place));
        *slot.ok_or_else(|| JsError::new("unknownItem"))? = given;
        Ok(())
    }

    fn response(&self, form: Form) -> Response {
        let items = self.instrument.items().iter().zip(&self.answers).zip(&self.times);
        items.fold(Response::new(form), |mut response, ((item, answer), time)| {
            if let Some(given) = answer {
                response = response.with(item.link_id().as_str(), given.clone());
            }
            if *time > 0.0 { response.with_time(item.link_id().as_str(), *time) } else { response }
        })
    }
}

/// What JavaScript gives as an answer; a list within a list is of no use.
fn given(value: &JsValue, lists: bool) -> Given {
    if let Some(number) = value.as_f64() {
        Given::Number(number)
    } else if let Some(text) = value.as_string() {
        Given::Text(text)
    } else if let Some(flag) = value.as_bool() {
        Given::Flag(flag)
    } else if lists && Array::is_array(value) {
        Given::List(Array::from(value).iter().map(|entry| given(&entry, false)).collect())
    } else {
        Given::Unusable("a value of another kind")
    }
}
