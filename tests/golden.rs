//! Worked cases and samples against numbers that come from outside the engine (`tests/reference/`).
#![expect(clippy::expect_used, reason = "a test fails by panicking")]
mod support;

use rapport::{Form, Given, Instrument, Outcome, Response};
use serde_json::{Value, json};
use support::{files, read, text};

/// Every instrument that has worked cases: its definition, and the folder of the cases.
const WORKED: [(&str, &str, usize); 3] = [
    ("instruments/alliance/definition.json", "instruments/alliance/cases", 12),
    ("tests/cases/sum-with-gaps/definition.json", "tests/cases/sum-with-gaps/cases", 6),
    ("tests/cases/decimal-weights/definition.json", "tests/cases/decimal-weights/cases", 6),
];

/// Every sample: its definition, the reference's answers and scores, and how many rows it has.
const SAMPLES: [(&str, &str, usize); 3] = [
    ("instruments/alliance/definition.json", "tests/reference/alliance-sample.csv", 5000),
    ("tests/cases/sum-with-gaps/definition.json", "tests/reference/sum-with-gaps-sample.csv", 2000),
    ("tests/cases/decimal-weights/definition.json", "tests/reference/decimal-weights-sample.csv", 2000),
];

fn instrument(definition: &str) -> Instrument {
    Instrument::read(&text(definition)).expect(definition)
}

#[test]
fn worked_cases() {
    for (definition, folder, at_least) in WORKED {
        let instrument = instrument(definition);
        let cases = files(folder);
        assert!(cases.len() >= at_least, "{folder} has only {} cases", cases.len());
        for file in cases {
            let case: Value = serde_json::from_str(&read(&file)).expect("JSON");
            let response = instrument.read_response(&case["response"].to_string()).expect("a response");
            let report = serde_json::to_value(instrument.check(&response).report()).expect("JSON");
            let place = file.display();
            assert_eq!(numbers(&report["scores"]), numbers(&case["expected"]["scores"]), "{place}: scores");
            assert_eq!(report["quality"], case["expected"]["quality"], "{place}: quality");
            assert_eq!(told(&report["issues"]), case["expected"]["issues"], "{place}: issues");
        }
    }
}

/// Integers and decimals of the same value are the same JSON number; the bits of the double are compared.
fn numbers(json: &Value) -> Value {
    match json {
        Value::Number(number) => json!(number.as_f64().map(f64::to_bits)),
        Value::Array(list) => list.iter().map(numbers).collect(),
        Value::Object(object) => object.iter().map(|(key, value)| (key.clone(), numbers(value))).collect(),
        other => other.clone(),
    }
}

fn told(issues: &Value) -> Value {
    let issues = issues.as_array().expect("a list").iter();
    issues.map(|issue| json!({ "code": issue["code"], "expression": issue["expression"] })).collect()
}

#[test]
fn samples() {
    for (definition, sample, rows) in SAMPLES {
        let instrument = instrument(definition);
        let sample_text = text(sample);
        let mut lines = sample_text.lines();
        let header: Vec<&str> = lines.next().expect("a header").split(',').collect();
        let mut compared = 0;
        for (number, line) in lines.enumerate() {
            let cells: Vec<&str> = line.split(',').collect();
            assert_eq!(cells.len(), header.len(), "{sample}:{}", number + 2);
            let mut response = Response::new(Form::Client);
            for (name, cell) in header.iter().zip(&cells).filter(|(name, _)| !name.starts_with("score:")) {
                response = given(cell).map_or(response.clone(), |given| response.clone().with(name, given));
            }
            let checked = instrument.check(&response);
            for score in checked.scores() {
                let column = header.iter().position(|name| *name == format!("score:{}", score.scale.id()));
                let expected = cells[column.expect("a column for every scale")];
                let found = match score.outcome {
                    Outcome::Scored(value) => format!("{:?}", value.to_bits()),
                    Outcome::NotScored(reason) => reason.name().to_owned(),
                };
                let expected = expected
                    .parse::<f64>()
                    .map_or(expected.to_owned(), |value| format!("{:?}", value.to_bits()));
                assert_eq!(found, expected, "{sample}:{} {}", number + 2, score.scale.id());
            }
            compared += 1;
        }
        assert_eq!(compared, rows, "{sample}");
    }
}

fn given(cell: &str) -> Option<Given> {
    match cell {
        "" => None,
        "d" => Some(Given::Declined),
        "x" => Some(Given::Number(9.0)),
        code => Some(Given::Number(code.parse().expect("a code"))),
    }
}
