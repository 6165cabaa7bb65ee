//! Worked cases, comparisons and samples against numbers that come from outside the engine (`tests/reference/`).
#![expect(clippy::expect_used, reason = "a test fails by panicking")]
mod support;

use rapport::Instrument;
use serde_json::{Value, json};
use support::{files, folders, read, text};

/// Where instruments with worked cases are, and the fewest that each has.
const ROOMS: [(&str, usize); 2] = [("instruments", 6), ("tests/cases", 3)];
/// Figures that rest on roots or on the normal distribution: another library may differ in the last bits.
const ROUNDED: [&str; 5] =
    ["intraIndividualSd", "evenOdd", "percentile", "standardErrorOfDifference", "index"];

#[test]
fn worked_cases() {
    let mut instruments = 0;
    for (room, least) in ROOMS {
        for folder in folders(room) {
            let name = folder.display().to_string();
            let instrument = Instrument::read(&read(&folder.join("definition.json"))).expect(&name);
            let cases = files(folder.join("cases"));
            assert!(cases.len() >= least, "{name} has only {} cases", cases.len());
            for file in cases {
                let case: Value = serde_json::from_str(&read(&file)).expect("JSON");
                let report = report(&instrument, &case["response"].to_string());
                assert_same(&case["expected"], &report, &file.display().to_string());
            }
            instruments += 1;
        }
    }
    assert!(instruments >= 22, "only {instruments} instruments have cases");
}

/// Of these only the text can be given: an object cannot hold the same answer twice.
#[test]
fn items_answered_twice() {
    let texts = text("tests/reference/answered-twice.json");
    let texts: Vec<Value> = serde_json::from_str(&texts).expect("JSON");
    assert!(texts.len() >= 4, "only {} texts", texts.len());
    for (number, case) in texts.iter().enumerate() {
        let definition = case["definition"].as_str().expect("a path");
        let instrument = Instrument::read(&text(definition)).expect(definition);
        let report = report(&instrument, case["text"].as_str().expect("a text"));
        assert_same(&case["expected"], &report, &format!("answered-twice/{number}"));
    }
}

/// What the reference computes of a report.
fn report(instrument: &Instrument, response: &str) -> Value {
    let response = instrument.read_response(response).expect("a response");
    let mut report = serde_json::to_value(instrument.check(&response).report()).expect("JSON");
    let parts = report.as_object_mut().expect("an object");
    for key in ["instrument", "engine", "form"] {
        parts.remove(key).expect(key);
    }
    without_words(&mut report);
    report
}

#[test]
fn comparisons() {
    let comparisons: Vec<Value> = serde_json::from_str(&text("tests/reference/change.json")).expect("JSON");
    assert!(comparisons.len() >= 60, "only {} comparisons", comparisons.len());
    for (number, case) in comparisons.iter().enumerate() {
        let place = format!("tests/reference/change.json/{number}");
        let definition = case["definition"].as_str().expect("a path");
        let instrument = Instrument::read(&text(definition)).expect(definition);
        let score = |key: &str| case[key].as_f64().expect("a score");
        let scale = case["scale"].as_str().expect("a scale");
        let change = instrument.change(scale, score("first"), score("second")).expect(&place);
        let mut change = serde_json::to_value(change).expect("JSON");
        without_words(&mut change);
        assert_same(&case["expected"], &change, &place);
    }
}

/// Takes out what the reference does not know: sentences, and whole pieces of evidence.
fn without_words(value: &mut Value) {
    match value {
        Value::Object(object) => {
            for key in ["evidence", "diagnostics", "reliabilityKind"] {
                object.remove(key);
            }
            object.values_mut().for_each(without_words);
        }
        Value::Array(list) => list.iter_mut().for_each(without_words),
        _ => {}
    }
}

/// Fails unless both have the same keys and values: numbers to the bit, but for those that are rounded.
#[track_caller]
fn assert_same(expected: &Value, found: &Value, place: &str) {
    match (expected, found) {
        (Value::Object(expected), Value::Object(found)) => {
            let keys = |object: &serde_json::Map<String, Value>| {
                object.keys().cloned().collect::<std::collections::BTreeSet<_>>()
            };
            assert_eq!(keys(expected), keys(found), "{place}");
            for (key, value) in expected {
                // A standard score stands under its kind.
                let key = key.as_str();
                let kind = expected.get("standard").filter(|_| key == "value").and_then(Value::as_str);
                assert_same(value, &found[key], &format!("{place}/{}", kind.unwrap_or(key)));
            }
        }
        (Value::Array(expected), Value::Array(found)) => {
            assert_eq!(expected.len(), found.len(), "{place}: {found:?}");
            for (index, (expected, found)) in expected.iter().zip(found).enumerate() {
                assert_same(expected, found, &format!("{place}/{index}"));
            }
        }
        (Value::Number(expected), Value::Number(found)) => {
            let (expected, found) = (expected.as_f64().expect("a double"), found.as_f64().expect("a double"));
            let rounded = ROUNDED.iter().any(|name| place.ends_with(&format!("/{name}")));
            let same = if rounded {
                (expected - found).abs() <= 1e-12 * expected.abs()
            } else {
                expected.to_bits() == (found + 0.0).to_bits()
            };
            assert!(same, "{place}: expected {expected:?}, found {found:?}");
        }
        _ => assert_eq!(expected, found, "{place}"),
    }
}

#[test]
fn a_difference_would_be_found() {
    let differs = |expected: Value, found: Value| {
        std::panic::catch_unwind(|| assert_same(&expected, &found, "")).is_err()
    };
    assert!(differs(json!({ "value": 0.3 }), json!({ "value": 0.1 + 0.2 })));
    assert!(!differs(json!({ "evenOdd": 0.3 }), json!({ "evenOdd": 0.1 + 0.2 })));
    assert!(differs(json!({ "evenOdd": 0.3 }), json!({ "evenOdd": 0.300_001 })));
    assert!(differs(json!({ "a": null }), json!({})));
    assert!(differs(json!({ "a": 1 }), json!({ "a": null })));
}
