//! The engine inside the sealed form: a compiled definition in, answers by typed calls, one report out.
use js_sys::{Array, Object, Reflect};
use rapport::{Form, Given, Instrument, Issue, Outcome, Response, ScaleScore};
use wasm_bindgen::prelude::*;

/// One form being filled in; its answers are nowhere else.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Administration {
    instrument: Instrument,
    answers: Vec<Option<Given>>,
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
        let answers = vec![None; instrument.items().len()];
        Ok(Self { instrument, answers })
    }

    /// Answers an item with the code of one of its options; nothing else is taken for a number.
    ///
    /// # Errors
    /// `unknownItem` or `notAnOption`; nothing is changed then.
    pub fn answer(
        &mut self,
        link_id: &str,
        #[wasm_bindgen(unchecked_param_type = "number")] code: &JsValue,
    ) -> Result<(), JsError> {
        let item = self.instrument.position(link_id).and_then(|index| self.instrument.items().get(index));
        let item = item.ok_or_else(|| JsError::new("unknownItem"))?;
        let given = code.as_f64().map(Given::Number).filter(|given| item.takes(given));
        let given = given.ok_or_else(|| JsError::new("notAnOption"))?;
        self.put(link_id, Some(given))
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

    /// The report so far, as the full engine gives it.
    ///
    /// # Errors
    /// `unknownForm`.
    pub fn report(&self, form: &str) -> Result<Object, JsError> {
        let form = Form::named(form).filter(|form| self.instrument.has_form(*form));
        let form = form.ok_or_else(|| JsError::new("unknownForm"))?;
        let checked = self.instrument.check(&self.response(form));
        let quality = checked.quality();
        let scores: Array = checked.scores().iter().map(score).collect();
        Ok(object(&[
            ("instrument", self.stamp().into()),
            ("engine", rapport::VERSION.into()),
            ("form", form.name().into()),
            ("scores", scores.into()),
            ("interpretations", Array::new().into()),
            ("issues", checked.issues().iter().map(issue).collect::<Array>().into()),
            (
                "quality",
                object(&[
                    ("items", count(quality.items)),
                    ("answered", count(quality.answered)),
                    ("declined", count(quality.declined)),
                    ("missing", count(quality.missing)),
                ])
                .into(),
            ),
        ]))
    }

    fn put(&mut self, link_id: &str, given: Option<Given>) -> Result<(), JsError> {
        let slot = self.instrument.position(link_id).and_then(|index| self.answers.get_mut(index));
        *slot.ok_or_else(|| JsError::new("unknownItem"))? = given;
        Ok(())
    }

    fn response(&self, form: Form) -> Response {
        let answers = self.instrument.items().iter().zip(&self.answers);
        answers.fold(Response::new(form), |response, (item, answer)| match answer {
            Some(given) => response.with(item.link_id().as_str(), given.clone()),
            None => response,
        })
    }

    fn stamp(&self) -> Object {
        object(&[
            ("id", self.instrument.id().as_str().into()),
            ("version", self.instrument.version().as_str().into()),
            ("digest", self.instrument.digest().to_hex().into()),
            ("status", self.instrument.status().name().into()),
        ])
    }
}

fn score(score: &ScaleScore<'_>) -> JsValue {
    let (value, not_scored) = match score.outcome {
        Outcome::Scored(value) => (value.into(), JsValue::NULL),
        Outcome::NotScored(reason) => (JsValue::NULL, reason.name().into()),
    };
    object(&[
        ("scale", score.scale.id().as_str().into()),
        ("value", value),
        ("notScored", not_scored),
        ("min", score.scale.min().into()),
        ("max", score.scale.max().into()),
        ("answered", count(score.answered)),
        ("missing", count(score.missing)),
        ("prorated", score.prorated().into()),
    ])
    .into()
}

fn issue(issue: &Issue) -> JsValue {
    object(&[
        ("severity", issue.severity.name().into()),
        ("code", issue.code.name().into()),
        ("expression", issue.expression.as_str().into()),
        ("diagnostics", issue.diagnostics.as_str().into()),
    ])
    .into()
}

fn object(entries: &[(&str, JsValue)]) -> Object {
    let object = Object::new();
    for (key, value) in entries {
        // Setting a property of a fresh object cannot fail.
        let _ = Reflect::set(&object, &(*key).into(), value);
    }
    object
}

fn count(items: usize) -> JsValue {
    u32::try_from(items).unwrap_or(u32::MAX).into()
}
