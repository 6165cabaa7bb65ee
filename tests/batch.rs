//! Many responses at once: the same bits as one by one, for every definition that there is.
#![expect(clippy::expect_used, clippy::indexing_slicing, clippy::panic, reason = "a test fails by panicking")]
mod support;

use rapport::{Batch, Form, Given, Instrument, IssueCode, Item, Layout, Response, RowStatus, Subject, Takes};
use serde_json::{Value, json};
use support::{Stream, folders, read, text};

/// -4, which is an answer to none of the items here.
const MISSING: u8 = 0xfc;
const RANDOM_ROWS: usize = 100_000;
/// The most combinations that are all tried.
const ALL: usize = 100_000;

/// A score's bits and its status, for each scale of each row.
type Scored = Vec<(u64, u8)>;

fn columns(instrument: &Instrument) -> Vec<&Item> {
    instrument.items().iter().filter(|item| !matches!(item.answer_type(), Takes::Info)).collect()
}

/// The bytes that are answers to an item, then the one for no answer.
fn answers(item: &Item) -> Vec<u8> {
    let given = |byte: u8| Given::Number(f64::from(byte.cast_signed()));
    let mut answers: Vec<u8> = match item.answer_type() {
        Takes::Consent => vec![0, 1],
        _ => (0..=u8::MAX).filter(|byte| item.refusal(&given(*byte)).is_none()).collect(),
    };
    answers.push(MISSING);
    answers
}

/// All rows of answers, if they are not too many; the last item turns fastest.
fn every_row(instrument: &Instrument) -> Option<Vec<Vec<u8>>> {
    let answers: Vec<Vec<u8>> = columns(instrument).into_iter().map(answers).collect();
    let number = answers.iter().try_fold(1_usize, |number, answers| number.checked_mul(answers.len()))?;
    let mut rows = vec![Vec::new()];
    for answers in (number <= ALL).then_some(&answers)? {
        rows = rows.iter().flat_map(|row| answers.iter().map(|byte| [&row[..], &[*byte]].concat())).collect();
    }
    Some(rows)
}

/// Rows of answers, one in sixteen of them missing and one in a hundred any byte at all.
fn random_rows(instrument: &Instrument, number: usize) -> Vec<Vec<u8>> {
    let answers: Vec<Vec<u8>> = columns(instrument).into_iter().map(answers).collect();
    let mut stream = Stream(20_261_122);
    let mut byte = |answers: &Vec<u8>| match stream.draw(100) {
        0 => u8::try_from(stream.draw(256)).expect("a byte"),
        1..=6 => MISSING,
        _ => answers[stream.draw(answers.len())],
    };
    (0..number).map(|_| answers.iter().map(&mut byte).collect()).collect()
}

/// What the engine makes of a row alone.
fn alone(instrument: &Instrument, row: &[u8]) -> Scored {
    let mut response = Response::new(Form::Client);
    for (item, byte) in columns(instrument).into_iter().zip(row).filter(|(_, byte)| **byte != MISSING) {
        let given = match (item.answer_type(), byte) {
            (Takes::Consent, 0 | 1) => Given::Flag(*byte == 1),
            _ => Given::Number(f64::from(byte.cast_signed())),
        };
        response = response.with(item.link_id().as_str(), given);
    }
    let bits = |value: Option<f64>| value.map_or(0x7ff8_0000_0000_0000, f64::to_bits);
    let scores = instrument.check(&response).scores();
    scores.iter().map(|score| (bits(score.outcome.value()), RowStatus::of(score).code())).collect()
}

/// What the plan makes of rows that are given in blocks.
fn together(batch: &mut Batch, layout: Layout, rows: &[Vec<u8>], block: usize) -> Vec<Scored> {
    let scales = batch.scales().len();
    let mut found = Vec::new();
    for rows in rows.chunks(block) {
        let bytes: Vec<u8> = match layout {
            Layout::Rows => rows.concat(),
            Layout::Columns => {
                (0..batch.items().len()).flat_map(|item| rows.iter().map(move |row| row[item])).collect()
            }
        };
        let number = rows.len();
        // What is there before does not shine through.
        let (mut scores, mut statuses) = (vec![7.0; number * scales], vec![7; number * scales]);
        batch.score(number, &bytes, &mut scores, &mut statuses).expect("lengths that fit");
        found.extend((0..number).map(|row| {
            (0..scales)
                .map(|scale| scale * number + row)
                .map(|at| (scores[at].to_bits(), statuses[at]))
                .collect::<Scored>()
        }));
    }
    found
}

fn same(name: &str, instrument: &Instrument, rows: &[Vec<u8>], blocks: &[usize]) {
    let expected: Vec<Scored> = rows.iter().map(|row| alone(instrument, row)).collect();
    for layout in [Layout::Columns, Layout::Rows] {
        let mut batch = instrument.batch(layout, MISSING).expect(name);
        for block in blocks {
            let found = together(&mut batch, layout, rows, *block);
            let place = expected.iter().zip(&found).position(|(expected, found)| expected != found);
            if let Some(place) = place {
                panic!(
                    "{name}, {layout:?}, blocks of {block}: row {:?}\n  alone {:x?}\n  found {:x?}",
                    rows[place], expected[place], found[place]
                );
            }
            assert_eq!(expected.len(), found.len(), "{name}");
        }
    }
}

/// Blocks around sixteen, around the size that is worked on together, and odd ones.
const BLOCKS: [usize; 9] = [1, 15, 16, 17, 333, 1000, 1024, 1025, 4099];

fn check(name: &str, instrument: &Instrument) {
    same(name, instrument, &random_rows(instrument, 5000), &BLOCKS);
    same(name, instrument, &random_rows(instrument, RANDOM_ROWS), &[RANDOM_ROWS]);
    if let Some(rows) = every_row(instrument) {
        same(name, instrument, &rows, &[rows.len()]);
    }
}

#[test]
fn every_definition_that_bytes_can_answer_is_scored_as_one_by_one() {
    let mut refused = Vec::new();
    let mut scored = 0;
    for folder in [folders("instruments"), folders("tests/cases")].concat() {
        let name = folder.display().to_string();
        let instrument = Instrument::read(&read(&folder.join("definition.json"))).expect(&name);
        match instrument.batch(Layout::Columns, MISSING) {
            Ok(_) => {
                check(&name, &instrument);
                scored += 1;
            }
            Err(error) => refused.push((name, error)),
        }
    }
    assert!(scored >= 3, "only {scored} definitions");
    for (name, error) in refused {
        let told = |code| error.issues().any(|issue| issue.code == code);
        assert!(told(IssueCode::NotAByte) || told(IssueCode::MissingIsAnAnswer), "{name}: {error}");
    }
}

/// A sound definition of these parts.
fn with(options: &Value, items: &Value, scales: &Value) -> Instrument {
    let mut definition = json!({
        "format": 1, "id": "made-up", "version": "1.0.0", "status": "key",
        "licence": { "holder": "Nobody", "allows": "Everything", "ask": "Nobody" },
        "construct": { "measures": "Nothing.", "sources": [{ "citation": "None.", "supports": "Nothing." }] },
        "evidence": { "convention": {
            "citation": "A convention of this test.", "population": "Nobody.", "medium": "notStated", "confidence": "derived"
        } },
        "answerOptions": options, "items": items, "scales": scales,
        "forms": [{ "id": "client", "referent": "therapist" }], "wordings": {}
    });
    if !scales.to_string().contains("convention") {
        definition.as_object_mut().into_iter().for_each(|parts| drop(parts.remove("evidence")));
    }
    Instrument::read(&definition.to_string()).expect("a sound definition")
}

/// Every kind of item that bytes can answer, and among them some that no scale needs.
fn items() -> Value {
    let likert = |id: &str| json!({ "linkId": id, "type": "likert", "answerOptions": "seven" });
    let when = |question: &str, operator: &str, answer: Value| json!([{ "question": question, "operator": operator, "answer": answer }]);
    json!([
        { "linkId": "words", "type": "info" },
        likert("l1"), likert("l2"), likert("l3"), likert("l4"),
        { "linkId": "name", "type": "text", "maxLength": 10 },
        { "linkId": "turned", "type": "likert", "answerOptions": "turned" },
        { "linkId": "uneven", "type": "choice", "answerOptions": "uneven" },
        { "linkId": "tenths", "type": "choice", "answerOptions": "tenths" },
        { "linkId": "line1", "type": "line" }, { "linkId": "line2", "type": "line" }, { "linkId": "line3", "type": "line" },
        { "linkId": "degrees", "type": "number", "min": -40, "max": 60, "step": 5 },
        { "linkId": "agreed", "type": "consent", "required": true },
        { "linkId": "more", "type": "line", "enableWhen": when("agreed", "=", json!(true)) },
        { "linkId": "shown", "type": "info", "enableWhen": when("more", ">", json!(50)) },
        { "linkId": "rest", "type": "likert", "answerOptions": "seven", "enableBehavior": "any", "enableWhen": [
            { "question": "uneven", "operator": "!=", "answer": 9 }, { "question": "more", "operator": "exists", "answer": true }
        ] }
    ])
}

fn options() -> Value {
    let option = |code: i32, weight: f64| json!({ "code": code, "weight": weight });
    json!({
        "seven": (1..=7).map(|code| option(code, f64::from(code))).collect::<Value>(),
        "turned": (-3..=3).map(|code| option(code, f64::from(4 - code))).collect::<Value>(),
        "uneven": [option(-128, 1.0), option(0, 7.0), option(9, 3.0), { "code": 127, "notApplicable": true }],
        "tenths": [option(1, 0.1), option(2, 0.2), option(3, 0.3)]
    })
}

/// Each rule once, in the ways that scales are scored, one made of another.
fn scales() -> Value {
    let key = |items: &[&str]| items.iter().map(|item| json!({ "linkId": item })).collect::<Value>();
    let scale = |id: &str, key: Value, aggregation: &str, missing: i32, min: f64, max: f64| {
        json!({
            "id": id, "key": key, "aggregation": aggregation,
            "missingRule": { "maxMissing": missing, "evidence": "convention" }, "range": { "min": min, "max": max }
        })
    };
    let all = |id: &str, key: Value, aggregation: &str, min: f64, max: f64| json!({ "id": id, "key": key, "aggregation": aggregation, "missingRule": { "maxMissing": 0 }, "range": { "min": min, "max": max } });
    let also = |mut scale: Value, name: &str, value: Value| {
        scale[name] = value;
        scale
    };
    let four = || json!([{ "linkId": "l1" }, { "linkId": "l2", "reverse": true }, { "linkId": "l3" }, { "linkId": "turned" }]);
    let rounded = |mut scale: Value, how: &str| {
        scale["missingRule"]["replacement"] = json!(how);
        scale
    };
    let lines = json!([{ "linkId": "line1" }, { "linkId": "line2", "reverse": true }, { "linkId": "line3" }]);
    let weighted = json!([{ "linkId": "l1", "weight": 0.3 }, { "linkId": "l2", "weight": 2 }, { "linkId": "l4", "weight": 1, "reverse": true }]);
    let mapped = json!([{ "linkId": "l1", "mapTo": { "min": 0, "max": 12 } }, { "linkId": "l2", "mapTo": { "min": 0, "max": 12 } }]);
    let thirds = json!([{ "linkId": "l1", "mapTo": { "min": 0, "max": 1 } }, { "linkId": "line1", "mapTo": { "min": 0, "max": 1 } }]);
    json!([
        scale("mean", four(), "mean", 2, 1.0, 7.0),
        scale("sum", four(), "sum", 1, 4.0, 28.0),
        scale("ten", four(), "meanTimesTen", 3, 10.0, 70.0),
        scale("percent", four(), "percentOfMaximum", 1, 0.0, 100.0),
        also(scale("count", four(), "count", 2, 0.0, 4.0), "countFrom", json!(4.5)),
        rounded(scale("away", four(), "sum", 2, 4.0, 28.0), "roundHalfAwayFromZero"),
        rounded(scale("even", four(), "mean", 2, 1.0, 7.0), "roundHalfToEven"),
        scale("weighted-sum", weighted.clone(), "weightedSum", 1, 3.3, 23.1),
        scale("weighted-mean", weighted, "weightedMean", 1, 1.0, 7.0),
        scale("lines", lines, "mean", 2, 0.0, 100.0),
        scale("mapped", mapped, "sum", 1, 0.0, 24.0),
        scale("thirds", thirds, "sum", 1, 0.0, 2.0),
        all("uneven", key(&["uneven", "l1"]), "sum", 2.0, 14.0),
        all("tenths", key(&["tenths", "l1"]), "sum", 1.1, 7.3),
        all("degrees", key(&["degrees", "l2"]), "mean", -19.5, 33.5),
        scale("asked", json!([{ "linkId": "l1" }, { "linkId": "rest" }]), "mean", 1, 1.0, 7.0),
        all("stands-in", json!([{ "linkId": "more", "whenNotAsked": 0 }]), "sum", 0.0, 100.0),
        { "id": "both", "composite": [{ "scale": "mean", "weight": 0.1 }, { "scale": "sum", "weight": -1 }], "range": { "min": -27.9, "max": -3.3 } },
        { "id": "all", "composite": [{ "scale": "both", "weight": 3 }, { "scale": "stands-in", "weight": 1 }], "range": { "min": -83.7, "max": 90.1 } }
    ])
}

#[test]
fn every_rule_and_item_is_scored_as_one_by_one() {
    let instrument = with(&options(), &items(), &scales());
    check("every rule", &instrument);
    let [_, mean] =
        [Layout::Rows, Layout::Columns].map(|layout| instrument.batch(layout, MISSING).expect("a plan"));
    assert_eq!(mean.items().len(), instrument.items().len() - 2, "what is only shown has no byte");
    assert_eq!(mean.scales().map(|id| id.as_str()).last(), Some("all"));
}

/// One scale of each way alone, all bytes: what is no code is an answer that cannot be used.
#[test]
fn every_byte_is_what_it_is_alone() {
    let all = scales();
    for scale in all.as_array().expect("a list").iter().filter(|scale| scale.get("key").is_some()) {
        let instrument = with(&options(), &items(), &json!([scale]));
        let asked: Vec<usize> = (0..columns(&instrument).len()).collect();
        let sound: Vec<u8> = columns(&instrument).into_iter().map(|item| answers(item)[0]).collect();
        let rows: Vec<Vec<u8>> = (asked.iter().flat_map(|item| (0..=u8::MAX).map(move |byte| (*item, byte))))
            .map(|(item, byte)| {
                let mut row = sound.clone();
                row[item] = byte;
                row
            })
            .collect();
        same(scale["id"].as_str().expect("a text"), &instrument, &rows, &[rows.len()]);
    }
}

/// The issues of a plan that cannot be made.
fn refusal(instrument: &Instrument, missing: u8) -> Vec<(IssueCode, String)> {
    let error = instrument.batch(Layout::Rows, missing).expect_err("no plan");
    assert_eq!(error.subject(), Subject::Batch);
    error.issues().map(|issue| (issue.code, issue.expression.to_string())).collect()
}

#[test]
fn items_that_a_byte_cannot_hold_are_named() {
    let options = json!({
        "words": [{ "code": "no", "weight": 0 }, { "code": "yes", "weight": 1 }],
        "far": [{ "code": 0, "weight": 0 }, { "code": 128, "weight": 1 }],
        "near": [{ "code": 0, "weight": 0 }, { "code": 127, "weight": 1 }]
    });
    let items = json!([
        { "linkId": "word", "type": "choice", "answerOptions": "words" },
        { "linkId": "far", "type": "likert", "answerOptions": "far" },
        { "linkId": "some", "type": "choices", "answerOptions": "near" },
        { "linkId": "half", "type": "number", "min": 0, "max": 1, "step": 0.5, "decimals": 1 },
        { "linkId": "large", "type": "number", "min": 0, "max": 1000 },
        { "linkId": "since", "type": "date" },
        { "linkId": "near", "type": "likert", "answerOptions": "near",
          "enableWhen": [{ "question": "since", "operator": "exists", "answer": true }] }
    ]);
    let scale = |items: &[&str], max: i32| {
        let key: Value = items.iter().map(|item| json!({ "linkId": item })).collect();
        json!([{ "id": "sum", "key": key, "aggregation": "sum", "missingRule": { "maxMissing": 0 }, "range": { "min": 0, "max": max } }])
    };
    let all = with(&options, &items, &scale(&["word", "far", "some", "half", "large", "near"], 1005));
    let expected: Vec<_> = (0..6).map(|item| (IssueCode::NotAByte, format!("/items/{item}"))).collect();
    assert_eq!(refusal(&all, MISSING), expected);
    // The date decides whether the item is asked.
    let near = with(&options, &items, &scale(&["near"], 1));
    assert_eq!(refusal(&near, MISSING), [(IssueCode::NotAByte, "/items/5".to_owned())]);
}

#[test]
fn a_missing_byte_that_is_an_answer_is_refused() {
    let instrument = with(&options(), &items(), &scales());
    let at = || (IssueCode::MissingIsAnAnswer, "/missing".to_owned());
    // 7 is an answer to the five items with seven options and to the four lines; 0xfd, -3, to one item alone.
    assert_eq!(refusal(&instrument, 7), vec![at(); 9]);
    assert_eq!(refusal(&instrument, 0xfd), [at()]);
    assert!(instrument.batch(Layout::Rows, MISSING).is_ok());
}

#[test]
fn lists_of_another_length_are_refused_and_nothing_is_written() {
    let instrument = Instrument::read(&text("instruments/alliance/definition.json")).expect("alliance");
    let mut batch = instrument.batch(Layout::Rows, MISSING).expect("a plan");
    let lengths = [(24, 8, 8), (23, 8, 8), (36, 8, 8), (24, 7, 8), (24, 8, 9), (0, 0, 0)];
    let expected =
        [None, Some("/answers"), Some("/answers"), Some("/scores"), Some("/statuses"), Some("/answers")];
    for ((answers, scores, statuses), expected) in lengths.into_iter().zip(expected) {
        let (answers, mut scores, mut statuses) = (vec![3; answers], vec![0.5; scores], vec![9; statuses]);
        let error = batch.score(2, &answers, &mut scores, &mut statuses).err();
        assert_eq!(error.as_ref().map(|error| error.path().as_str()), expected);
        assert!(error.is_none_or(|error| {
            (error.subject(), error.code()) == (Subject::Batch, IssueCode::WrongLength)
                && scores.iter().all(|score| score.to_bits() == 0.5_f64.to_bits())
                && statuses.iter().all(|status| *status == 9)
        }));
    }
    assert!(batch.score(usize::MAX, &[], &mut [], &mut []).is_err());
    assert!(batch.score(0, &[], &mut [], &mut []).is_ok());
}
