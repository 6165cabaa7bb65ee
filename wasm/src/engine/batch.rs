//! Many responses at once: typed arrays in and out, in blocks for which memory is set aside once.
use js_sys::{Reflect, Uint8Array};
use rapport::{Issue, IssueCode, Layout, Pointer, Subject};
use wasm_bindgen::prelude::*;

use super::{error, thrown};

/// The bytes that a block's answers and results may have together: what a processor keeps near.
const NEAR: usize = 512 * 1024;
/// Rows that the engine works on together.
const STEP: usize = 1024;

#[wasm_bindgen(module = "/src/engine/batch.js")]
extern "C" {
    #[wasm_bindgen(catch, js_name = bytesOf)]
    fn bytes_of(answers: &JsValue) -> Result<Option<Uint8Array>, JsValue>;

    #[wasm_bindgen(catch, js_name = placesFor)]
    fn places_for(scales: Vec<String>, rows: usize) -> Result<JsValue, JsValue>;

    #[wasm_bindgen(catch, js_name = viewsOf)]
    fn views_of(
        memory: &JsValue,
        scales: Vec<String>,
        rows: usize,
        scores: usize,
        status: usize,
    ) -> Result<JsValue, JsValue>;

    #[wasm_bindgen(catch, js_name = bytesAt)]
    fn bytes_at(memory: &JsValue, at: usize, length: usize) -> Result<Uint8Array, JsValue>;

    #[wasm_bindgen(catch)]
    fn fill(
        input: &Uint8Array,
        bytes: &Uint8Array,
        items: usize,
        start: usize,
        length: usize,
        step: usize,
    ) -> Result<(), JsValue>;

    #[wasm_bindgen(catch)]
    fn keep(places: &JsValue, block: &JsValue, start: usize) -> Result<(), JsValue>;
}

/// A plan for scoring many responses to one instrument; made by `Instrument.batch`. Each score has the same bits as
/// `Instrument.score` gives for that row alone.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Batch {
    batch: rapport::Batch,
    layout: Layout,
    /// How many rows the three lists below have room for.
    room: usize,
    answers: Vec<u8>,
    scores: Vec<f64>,
    status: Vec<u8>,
}

#[wasm_bindgen]
#[expect(clippy::missing_errors_doc, reason = "these comments are for JavaScript, which throws")]
impl Batch {
    /// The linkIds of the items that have a byte in a row, in order; items of type `info` have none.
    #[wasm_bindgen(getter)]
    #[must_use]
    pub fn items(&self) -> Vec<String> {
        self.batch.items().iter().map(ToString::to_string).collect()
    }

    /// The ids of the scales, in the instrument's order.
    #[wasm_bindgen(getter)]
    #[must_use]
    pub fn scales(&self) -> Vec<String> {
        self.batch.scales().map(ToString::to_string).collect()
    }

    /// How many rows `input` has room for.
    #[wasm_bindgen(getter, js_name = blockRows)]
    #[must_use]
    pub fn block_rows(&self) -> usize {
        self.room
    }

    /// The engine's own memory for a block's answers, to be filled before `run`. In columns, the column of a block of
    /// `rows` rows starts every `rows` bytes. Get it anew for each block: memory that has grown is elsewhere.
    #[wasm_bindgen(getter)]
    pub fn input(&self) -> Result<Uint8Array, JsValue> {
        bytes_at(&wasm_bindgen::memory(), self.answers.as_ptr().addr(), self.answers.len())
    }

    /// Scores the first `rows` rows of `input`, 0 to `blockRows`, without copying. The lists that come back are the
    /// engine's own memory: copy what is to outlast the next call.
    ///
    /// @example
    /// batch.input.set(someRows);
    /// const { scores, status } = batch.run(someRows.length / batch.items.length);
    ///
    /// @throws RapportError `BatchError` for a number of rows that there is no room for
    #[wasm_bindgen(unchecked_return_type = "BatchScores")]
    pub fn run(
        &mut self,
        #[wasm_bindgen(unchecked_param_type = "number")] rows: &JsValue,
    ) -> Result<JsValue, JsValue> {
        let most = i32::try_from(self.room).unwrap_or(i32::MAX);
        let rows = whole(rows, "rows", 0, most)?;
        self.block(usize::try_from(rows).unwrap_or_default())
    }

    /// Scores all rows; `answers` may be of any length, it is copied block by block. If `rows` is left out, there are
    /// as many as the bytes make.
    ///
    /// @example
    /// const batch = instrument.batch({ layout: "rows" });
    /// const { rows, scores, status } = batch.score(new Uint8Array([4, 5, 3, 255, 1, 2, 4, 4, 5, 2, 3, 3]));
    /// const bond = status.bond[0] <= 1 ? scores.bond[0] : null;
    ///
    /// @throws RapportError `BatchError` when `answers` is no list of bytes, or not of whole rows
    #[wasm_bindgen(unchecked_return_type = "BatchScores")]
    pub fn score(
        &mut self,
        #[wasm_bindgen(unchecked_param_type = "Uint8Array | Int8Array")] answers: &JsValue,
        #[wasm_bindgen(unchecked_optional_param_type = "number")] rows: &JsValue,
    ) -> Result<JsValue, JsValue> {
        let sentence = "the answers need to be a Uint8Array or Int8Array that is still there";
        let no_bytes = |cause: &JsValue| fault(IssueCode::WrongType, "answers", sentence, cause);
        let found = bytes_of(answers).map_err(|cause| no_bytes(&cause))?;
        let bytes = found.ok_or_else(|| no_bytes(&JsValue::UNDEFINED))?;
        let items = self.batch.items().len();
        let length = usize::try_from(bytes.length()).unwrap_or(usize::MAX);
        let rows = if rows.is_undefined() {
            length.checked_div(items).unwrap_or_default()
        } else {
            usize::try_from(whole(rows, "rows", 0, i32::MAX)?).unwrap_or_default()
        };
        if rows.checked_mul(items) != Some(length) {
            let sentence = format!("{rows} rows of {items} items were asked for, found {length} bytes");
            return Err(fault(IssueCode::WrongLength, "answers", &sentence, &JsValue::UNDEFINED));
        }
        let places = places_for(self.scales(), rows)?;
        for start in (0..rows).step_by(self.room) {
            let length = self.room.min(rows - start);
            let step = if self.layout == Layout::Columns { rows } else { 0 };
            fill(&self.input()?, &bytes, items, start, length, step)?;
            keep(&places, &self.block(length)?, start)?;
        }
        Ok(places)
    }
}

impl Batch {
    pub(super) fn of(instrument: &rapport::Instrument, options: &JsValue) -> Result<Self, JsValue> {
        let (layout, missing) = read(options)?;
        let batch = instrument.batch(layout, missing).map_err(thrown)?;
        let (items, scales) = (batch.items().len(), batch.scales().len());
        let room = NEAR.checked_div(items + scales * 9).unwrap_or_default().max(STEP);
        let room = room - room % STEP;
        let (answers, scores, status) =
            (vec![0; room * items], vec![0.0; room * scales], vec![0; room * scales]);
        Ok(Self { batch, layout, room, answers, scores, status })
    }

    /// Scores rows that are in memory; the results stay where they are.
    fn block(&mut self, rows: usize) -> Result<JsValue, JsValue> {
        let (items, scales) = (self.batch.items().len(), self.batch.scales().len());
        let answers = self.answers.get(..rows * items).unwrap_or_default();
        let scores = self.scores.get_mut(..rows * scales).unwrap_or_default();
        let status = self.status.get_mut(..rows * scales).unwrap_or_default();
        self.batch.score(rows, answers, scores, status).map_err(thrown)?;
        let [scores, status] = [self.scores.as_ptr().addr(), self.status.as_ptr().addr()];
        views_of(&wasm_bindgen::memory(), self.scales(), rows, scores, status)
    }
}

/// The layout, and the byte for no answer.
fn read(options: &JsValue) -> Result<(Layout, u8), JsValue> {
    let undefined = JsValue::UNDEFINED;
    if !options.is_object() {
        let sentence = "the options need to be an object with `layout`";
        let issue = Issue::error(IssueCode::WrongType, &Pointer::root(), sentence);
        return Err(thrown(rapport::Error::new(Subject::Batch, issue)));
    }
    let unread =
        |key: &str, cause: JsValue| fault(IssueCode::WrongType, key, "the option cannot be read", &cause);
    let keys = Reflect::own_keys(options).map_err(|cause| unread("", cause))?;
    for key in keys.iter().map(|key| key.as_string().unwrap_or_default()) {
        if key != "layout" && key != "missing" {
            return Err(fault(IssueCode::UnknownKey, &key, "there is no such option", &undefined));
        }
    }
    let option = |key: &str| Reflect::get(options, &key.into()).map_err(|cause| unread(key, cause));
    let layout = match option("layout")?.as_string().as_deref() {
        Some("columns") => Layout::Columns,
        Some("rows") => Layout::Rows,
        _ => {
            let sentence = "the layout needs to be `columns` or `rows`";
            return Err(fault(IssueCode::UnknownValue, "layout", sentence, &undefined));
        }
    };
    let missing = option("missing")?;
    if missing.is_undefined() {
        return Ok((layout, u8::MAX));
    }
    // A byte may be read as signed: -1 and 255 are the same.
    let [missing, ..] = whole(&missing, "missing", -128, 255)?.to_le_bytes();
    Ok((layout, missing))
}

/// A whole number within limits.
fn whole(value: &JsValue, key: &str, least: i32, most: i32) -> Result<i32, JsValue> {
    let is_whole = |number: f64| {
        #[expect(clippy::as_conversions, reason = "saturates, and the comparison refuses all that changed")]
        let whole = number as i32;
        let same = f64::from(whole).total_cmp(&(number + 0.0)).is_eq();
        (same && (least..=most).contains(&whole)).then_some(whole)
    };
    value.as_f64().and_then(is_whole).ok_or_else(|| {
        let sentence = format!("needs to be a whole number from {least} to {most}");
        fault(IssueCode::OutOfRange, key, &sentence, &JsValue::UNDEFINED)
    })
}

fn fault(code: IssueCode, key: &str, sentence: &str, cause: &JsValue) -> JsValue {
    let issue = Issue::error(code, &Pointer::root().key(key), sentence);
    error::thrown(&rapport::Error::new(Subject::Batch, issue), cause)
}
