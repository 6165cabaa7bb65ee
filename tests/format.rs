//! The examples of `docs/format.md`: each definition is loaded, each response scored, what is shown is compared.
#![expect(clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]
mod support;

use rapport::Instrument;
use serde_json::{Value, json};
use support::text;

/// The fenced blocks of a page that say what they are, as kind and JSON.
fn examples(page: &str) -> Vec<(String, Value)> {
    let fenced = page.split("\n```json ").skip(1);
    let blocks = fenced.map(|rest| {
        let (kind, rest) = rest.split_once('\n').expect("a line of its own");
        let (block, _) = rest.split_once("\n```").expect("an end");
        (kind.to_owned(), serde_json::from_str(block).unwrap_or_else(|fault| panic!("{fault} in\n{block}")))
    });
    blocks.collect()
}

/// Fails unless everything that is shown is found; a list has to have as many entries.
#[track_caller]
fn assert_shown(shown: &Value, found: &Value, place: &str) {
    match (shown, found) {
        (Value::Object(shown), Value::Object(found)) => {
            for (key, value) in shown {
                assert_shown(value, found.get(key).unwrap_or(&Value::Null), &format!("{place}/{key}"));
            }
        }
        (Value::Array(shown), Value::Array(found)) => {
            assert_eq!(shown.len(), found.len(), "{place}: {found:?}");
            for (index, (shown, found)) in shown.iter().zip(found).enumerate() {
                assert_shown(shown, found, &format!("{place}/{index}"));
            }
        }
        (Value::Number(shown), Value::Number(found)) => {
            let (shown, found) = (shown.as_f64().expect("a double"), found.as_f64().expect("a double"));
            assert!(
                (shown - found).abs() <= 1e-12 * shown.abs(),
                "{place}: {shown} is shown, {found} is found"
            );
        }
        _ => assert_eq!(shown, found, "{place}"),
    }
}

#[test]
fn every_example_is_so() {
    let mut base = Value::Null;
    let mut instrument = None;
    let mut found = Value::Null;
    let mut compared = 0;
    for (number, (kind, block)) in examples(&text("docs/format.md")).into_iter().enumerate() {
        let place = format!("example {number} ({kind})");
        let load = |definition: &Value| Instrument::read(&definition.to_string()).expect(&place);
        match kind.as_str() {
            "definition" => {
                instrument = Some(load(&block));
                base = block;
            }
            "change" => {
                let mut definition = base.clone();
                for (key, value) in block.as_object().expect("an object") {
                    definition[key] = value.clone();
                }
                instrument = Some(load(&definition));
            }
            "response" => {
                let instrument = instrument.as_ref().expect("a definition before");
                let response = instrument.read_response(&block.to_string()).expect(&place);
                found = serde_json::to_value(instrument.check(&response).report()).expect("JSON");
            }
            "comparison" => {
                let score = |key: &str| block[key].as_f64().expect("a score");
                let scale = block["scale"].as_str().expect("a scale");
                let instrument = instrument.as_ref().expect("a definition before");
                let change = instrument.change(scale, score("first"), score("second")).expect(&place);
                found = serde_json::to_value(change).expect("JSON");
            }
            "report" | "compared" => {
                assert_shown(&block, &found, &place);
                compared += 1;
            }
            other => panic!("{place}: nobody knows what to do with `{other}`"),
        }
    }
    assert!(compared >= 8, "only {compared} examples were compared");
}

#[test]
fn an_example_that_were_not_so_would_be_found() {
    let differs =
        |shown: Value, found: Value| std::panic::catch_unwind(|| assert_shown(&shown, &found, "")).is_err();
    assert!(differs(json!({ "a": 1 }), json!({ "a": 2 })));
    assert!(differs(json!({ "a": 1 }), json!({})));
    assert!(differs(json!([1]), json!([1, 2])));
    assert!(!differs(json!({ "a": [1] }), json!({ "a": [1], "b": 2 })));
}
