//! Sound definitions at the edge of what is read: grown beyond any count, or as large as they may be.
#![expect(clippy::expect_used, clippy::indexing_slicing, reason = "a test fails by panicking")]
mod support;

use rapport::{Form, Given, Instrument, MAX_BYTES, Outcome, Response};
use serde_json::{Value, json};
use support::text;

/// The definition of two lines, as a key without words, with some of its keys changed.
fn two_lines(changes: &[(&str, Value)]) -> String {
    let mut definition: Value = serde_json::from_str(&text("tests/rejects/sound.json")).expect("JSON");
    for (key, value) in [("status", json!("key")), ("wordings", json!({}))].iter().chain(changes) {
        definition[*key] = value.clone();
    }
    definition.to_string()
}

/// Each scale is the mean of the two before it: how many answers it counts grows as Fibonacci's numbers do.
#[test]
fn scales_of_scales_may_count_without_end() {
    let lines = |id: usize| {
        json!({
            "id": format!("s{id}"), "key": [{ "linkId": "1" }, { "linkId": "2" }], "aggregation": "sum",
            "missingRule": { "minAnswered": 1, "evidence": "convention" }, "range": { "min": 0, "max": 4 }
        })
    };
    let of_two = |id: usize| {
        let term = |part: usize| json!({ "scale": format!("s{part}"), "weight": 0.5 });
        json!({ "id": format!("s{id}"), "composite": [term(id - 2), term(id - 1)], "range": { "min": 0, "max": 4 } })
    };
    let scales: Value = (0..500).map(|id| if id < 2 { lines(id) } else { of_two(id) }).collect();
    let instrument = Instrument::read(&two_lines(&[("scales", scales)])).expect("an instrument");
    let response = Response::new(Form::Client).with("1", Given::Number(1.0));
    let scores = instrument.check(&response).scores();
    let last = scores.last().expect("a score");
    assert_eq!((last.outcome, last.answered, last.missing), (Outcome::Scored(2.0), usize::MAX, usize::MAX));
}

/// Every scale asks every item for its range, and every item has to look at all its options for it.
#[test]
fn as_many_choices_as_there_may_be_are_read() {
    let options: Value = (0..500).map(|code| json!({ "code": code, "weight": code })).collect();
    let item = |id: usize| json!({ "linkId": id.to_string(), "type": "choices", "answerOptions": "many" });
    let key: Value = (0..500).map(|id| json!({ "linkId": id.to_string() })).collect();
    let scale = |id: usize| {
        json!({
            "id": format!("s{id}"), "key": key, "aggregation": "sum",
            "missingRule": { "minAnswered": 1, "evidence": "convention" }, "range": { "min": 0, "max": 62_375_000 }
        })
    };
    let definition = two_lines(&[
        ("answerOptions", json!({ "many": options })),
        ("items", (0..500).map(item).collect()),
        ("scales", (0..110).map(scale).collect()),
    ]);
    assert!((MAX_BYTES - 100_000..MAX_BYTES).contains(&definition.len()), "{}", definition.len());
    let instrument = Instrument::read(&definition).expect("an instrument");
    let ranges = instrument.items().iter().map(rapport::Item::range);
    assert!(ranges.into_iter().all(|range| range == Some((0.0, 124_750.0))));
}
