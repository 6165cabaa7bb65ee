//! Every combination of answers for short forms, a million random ones for each longer: their scores against
//! digests that come from outside the engine (`tests/reference/rows.json`).
#![expect(clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]
mod support;

use rapport::{Form, Given, Instrument, Item, NotScored, OptionCode, Outcome, Response, Takes};
use serde::Deserialize;
use sha2::{Digest, Sha256};
use support::{Stream, text};

#[derive(Deserialize)]
struct Rows {
    definition: String,
    sha256: String,
    kind: String,
    seed: Option<u32>,
    rows: usize,
    block: usize,
    digests: Vec<String>,
}

/// What may stand as an answer to an item: nothing first, then each answer that is listed for its type.
fn candidates(item: &Item) -> Vec<Option<Given>> {
    let code = |code: &OptionCode| match code {
        OptionCode::Number(number) => Given::Number(f64::from(*number)),
        OptionCode::Word(word) => Given::Text(word.to_string()),
    };
    let given: Vec<Given> = match item.answer_type() {
        Takes::Likert(options) | Takes::Choice(options) => {
            options.iter().map(|option| code(&option.code)).collect()
        }
        Takes::Choices { options, .. } => {
            options.iter().map(|option| Given::List(vec![code(&option.code)])).collect()
        }
        Takes::Line => (0..=100).map(|place| Given::Number(f64::from(place))).collect(),
        Takes::Number(limits) => {
            let unit = 10_f64.powi(limits.decimals);
            let whole = |number: f64| format!("{:.0}", number * unit).parse::<i32>().expect("a whole number");
            let step = whole(limits.step.unwrap_or(1.0 / unit));
            let numbers =
                (whole(limits.min)..=whole(limits.max)).step_by(usize::try_from(step).expect("small"));
            numbers.map(|number| Given::Number(f64::from(number) / unit)).collect()
        }
        Takes::Text { .. } => vec![Given::Text("a".to_owned())],
        Takes::Date { .. } => vec![Given::Text("2026-11-23".to_owned())],
        Takes::Consent => vec![Given::Flag(false), Given::Flag(true)],
        Takes::Info => panic!("takes no answer"),
    };
    std::iter::once(None).chain(given.into_iter().map(Some)).collect()
}

fn digest_bytes(outcome: Outcome) -> [u8; 8] {
    match outcome {
        Outcome::Scored(value) => value.to_bits().to_le_bytes(),
        Outcome::NotScored(reason) => {
            let number = match reason {
                NotScored::TooFewAnswered => 1,
                NotScored::InvalidAnswer => 2,
                NotScored::NotAsked => 3,
                NotScored::PartNotScored => 4,
            };
            [0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, number]
        }
    }
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

fn check(rows: &Rows) {
    let definition = text(&rows.definition);
    assert_eq!(hex(&Sha256::digest(&definition)), rows.sha256, "{} is another file", rows.definition);
    let instrument = Instrument::read(&definition).expect(&rows.definition);
    let items: Vec<&Item> =
        instrument.items().iter().filter(|item| !matches!(item.answer_type(), Takes::Info)).collect();
    let candidates: Vec<Vec<Option<Given>>> = items.iter().map(|item| candidates(item)).collect();
    let mut stream = rows.seed.map(Stream);
    let mut counter = vec![0_usize; items.len()];
    let mut hash = Sha256::new();
    let mut digests = rows.digests.iter();
    for row in 0..rows.rows {
        let mut response = Response::new(Form::Client);
        for ((item, candidates), place) in items.iter().zip(&candidates).zip(&counter) {
            let place = stream.as_mut().map_or(*place, |stream| stream.draw(candidates.len()));
            if let Some(given) = candidates.get(place).cloned().flatten() {
                response = response.with(item.link_id().as_str(), given);
            }
        }
        for score in instrument.check(&response).scores() {
            hash.update(digest_bytes(score.outcome));
        }
        // The last item turns fastest.
        for (digit, candidates) in counter.iter_mut().zip(&candidates).rev() {
            *digit = (*digit + 1) % candidates.len();
            if *digit > 0 {
                break;
            }
        }
        if (row + 1) % rows.block == 0 || row + 1 == rows.rows {
            let found = hex(&hash.finalize_reset());
            let from = row + 1 - (row % rows.block + 1);
            assert_eq!(Some(&found), digests.next(), "{}: rows {from} to {row}", rows.definition);
        }
    }
    assert_eq!(digests.next(), None, "{}: more digests than rows", rows.definition);
    if rows.kind == "all" {
        let all: usize = candidates.iter().map(Vec::len).product();
        assert_eq!(rows.rows, all, "{}: not all combinations", rows.definition);
    } else {
        assert!(rows.rows >= 1_000_000, "{}: only {} rows", rows.definition, rows.rows);
    }
}

#[test]
fn every_row() {
    let all: Vec<Rows> = serde_json::from_str(&text("tests/reference/rows.json")).expect("JSON");
    assert!(all.len() >= 10, "only {} definitions", all.len());
    for rows in &all {
        check(rows);
    }
}
