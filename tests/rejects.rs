//! Every faulty definition and response gets its codes and places: one fault a file, the expectation beside it.
#![expect(clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]
mod support;

use std::collections::{BTreeMap, BTreeSet};

use rapport::{Error, Instrument, Issue, IssueCode};
use serde::Deserialize;
use serde_json::Value;
use support::{files, folders, read, text};

#[derive(Debug, Deserialize, PartialEq)]
struct Expected {
    code: String,
    expression: String,
}

fn expectations(file: &str) -> BTreeMap<String, Vec<Expected>> {
    serde_json::from_str(&text(file)).expect(file)
}

fn found<'i>(issues: impl Iterator<Item = &'i Issue>) -> Vec<Expected> {
    let expected =
        |issue: &Issue| Expected { code: issue.code.to_string(), expression: issue.expression.to_string() };
    issues.map(expected).collect()
}

#[track_caller]
fn assert_refused(folder: &str, refusal: impl Fn(&str) -> Option<Error>) {
    let mut expectations = expectations(&format!("tests/rejects/{folder}.json"));
    let mut differing = Vec::new();
    for file in files(format!("tests/rejects/{folder}")) {
        let name = file.file_stem().and_then(|stem| stem.to_str()).expect("a name").to_owned();
        let expected = expectations.remove(&name).unwrap_or_else(|| panic!("{name}: no expectation"));
        let Some(error) = refusal(&read(&file)) else {
            differing.push(format!("{name}: accepted"));
            continue;
        };
        if found(error.issues()) != expected || !name.starts_with(error.code().name()) {
            differing.push(format!(
                "{name}: {error}\n  found {:?}\n  expected {expected:?}",
                found(error.issues())
            ));
        }
    }
    assert!(differing.is_empty(), "\n{}", differing.join("\n"));
    assert!(expectations.is_empty(), "expected, but no file: {:?}", expectations.keys());
}

#[test]
fn definitions() {
    assert!(Instrument::read(&text("tests/rejects/sound.json")).is_ok(), "the definition without a fault");
    assert_refused("definitions", |text| Instrument::read(text).err());
}

#[test]
fn responses() {
    let instrument = Instrument::read(&text("tests/rejects/sound.json")).expect("sound");
    assert_refused("responses", |text| instrument.read_response(text).err());
}

/// A code that no file here reaches is reached by a worked case, or by another test, named beside it.
#[test]
fn every_code_is_reached() {
    const ELSEWHERE: [&str; 7] = [
        "tooLarge",          // api.rs
        "duplicateAnswer",   // properties.rs
        "noWording",         // api.rs
        "notCompiled",       // api.rs
        "notAByte",          // batch.rs
        "missingIsAnAnswer", // batch.rs
        "wrongLength",       // batch.rs
    ];
    let cases: Vec<Value> = folders("tests/cases")
        .iter()
        .flat_map(|folder| files(folder.join("cases")))
        .map(|file| serde_json::from_str(&read(&file)).expect("JSON"))
        .collect();
    let issues = cases.iter().filter_map(|case| case["expected"]["issues"].as_array()).flatten();
    let listed = ["tests/rejects/definitions.json", "tests/rejects/responses.json"].map(expectations);
    let mut reached: BTreeSet<&str> = ELSEWHERE.into_iter().collect();
    reached.extend(listed.iter().flat_map(BTreeMap::values).flatten().map(|expected| expected.code.as_str()));
    reached.extend(issues.filter_map(|issue| issue["code"].as_str()));
    let codes: BTreeSet<&str> = IssueCode::ALL.iter().map(|code| code.name()).collect();
    assert_eq!(reached, codes);
}
