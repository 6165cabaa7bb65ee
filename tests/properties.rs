//! What holds for every instrument and every response: instruments and answers are made up at random.
#![expect(clippy::expect_used, clippy::indexing_slicing, reason = "a test fails by panicking")]
mod support;

use proptest::collection::vec;
use proptest::prelude::*;
use rapport::{Error, Form, Given, Instrument, IssueCode, NotScored, Outcome, Response};
use serde_json::{Value, json};
use support::text;

/// A made-up instrument: each item's weights in tenths, which no double holds exactly, and one scale over all items.
#[derive(Clone, Debug)]
struct Made {
    weights: Vec<Vec<i32>>,
    reverse: Vec<bool>,
    aggregation: &'static str,
    min_answered: usize,
}

/// All in which one more point of one item always shows; a count has a test of its own.
const AGGREGATIONS: [&str; 6] =
    ["sum", "mean", "meanTimesTen", "percentOfMaximum", "weightedSum", "weightedMean"];

/// What an item counts in a weighted scale.
fn weight_of(item: usize) -> f64 {
    [1.0, 0.7, 2.5][item % 3]
}

impl Made {
    fn instrument(&self) -> Instrument {
        Instrument::read(&self.definition().to_string()).expect("a sound definition")
    }

    fn definition(&self) -> Value {
        let items = self.weights.len();
        let list = |item: usize| format!("list-{item}");
        let code = |weights: &[i32]| (0..weights.len()).map(|code| (code.to_string(), json!("An option")));
        let weighted = self.aggregation.starts_with("weighted");
        let options: serde_json::Map<String, Value> = (self.weights.iter().enumerate())
            .map(|(item, weights)| {
                let options = weights
                    .iter()
                    .enumerate()
                    .map(|(code, weight)| json!({ "code": code, "weight": f64::from(*weight) / 10.0 }));
                (list(item), options.collect())
            })
            .collect();
        json!({
            "format": 1, "id": "made-up", "version": "1.0.0", "status": "open",
            "licence": { "holder": "Nobody", "allows": "Everything", "ask": "Nobody" },
            "construct": { "measures": "Nothing", "sources": [{ "citation": "None", "supports": "Nothing" }] },
            "evidence": { "convention": {
                "citation": "None", "population": "Nobody", "medium": "notStated", "confidence": "derived"
            } },
            "answerOptions": options,
            "items": (0..items).map(|item| json!({
                "linkId": item.to_string(), "type": "likert", "answerOptions": list(item)
            })).collect::<Value>(),
            "scales": [{
                "id": "all",
                "key": (0..items).rev().map(|item| {
                    let mut key = json!({ "linkId": item.to_string(), "reverse": self.reverse[item] });
                    if weighted {
                        key["weight"] = json!(weight_of(item));
                    }
                    key
                }).collect::<Value>(),
                "aggregation": self.aggregation,
                "missingRule": { "minAnswered": self.min_answered, "evidence": "convention" },
                "range": {
                    "min": self.end(|weights| weights.iter().copied().min().unwrap_or(0)),
                    "max": self.end(|weights| weights.iter().copied().max().unwrap_or(0))
                }
            }],
            "forms": [{ "id": "client", "referent": "therapist" }],
            "wordings": { "en": {
                "origin": "original", "title": "Made up", "minutes": 1,
                "options": self.weights.iter().enumerate()
                    .map(|(item, weights)| (list(item), code(weights).collect::<serde_json::Map<_, _>>().into()))
                    .collect::<serde_json::Map<String, Value>>(),
                "scales": { "all": { "name": "All", "description": "All items" } },
                "forms": { "client": {
                    "instruction": "Choose",
                    "items": (0..items).map(|item| (item.to_string(), json!("A line")))
                        .collect::<serde_json::Map<_, _>>()
                } }
            } }
        })
    }

    /// The score when every item has its lowest, or its highest, weight.
    fn end(&self, pick: fn(&Vec<i32>) -> i32) -> f64 {
        let few = |count: usize| f64::from(u32::try_from(count).expect("few"));
        let all = |weight: fn(usize) -> f64| {
            let ends = self.weights.iter().enumerate();
            ends.map(|(item, weights)| weight(item) * f64::from(pick(weights)) / 10.0).sum::<f64>()
        };
        let (items, weights) = (self.weights.len(), (0..self.weights.len()).map(weight_of).sum::<f64>());
        match self.aggregation {
            "sum" => all(|_| 1.0),
            "mean" => all(|_| 1.0) / few(items),
            "meanTimesTen" => all(|_| 10.0) / few(items),
            "weightedSum" => all(weight_of),
            "weightedMean" => all(weight_of) / weights,
            _ => {
                let highest = self.weights.iter().all(|weights| Some(&pick(weights)) == weights.iter().max());
                if highest { 100.0 } else { 0.0 }
            }
        }
    }

    fn mirrored(&self) -> Self {
        Self { reverse: self.reverse.iter().map(|reverse| !reverse).collect(), ..self.clone() }
    }
}

/// An answer: a code that may be an option or not, declined, or not there.
#[derive(Clone, Copy, Debug)]
enum Put {
    Code(usize),
    Declined,
    Missing,
}

fn made() -> impl Strategy<Value = Made> {
    (1_usize..9, -9..=8_i32, 1..=9_i32).prop_flat_map(|(items, low, width)| {
        // Both ends and something between, in any order: the items' ranges are the same, their options are not.
        let list = vec(low..=low + width, 0..4)
            .prop_map(move |between| [vec![low + width], between, vec![low]].concat());
        let aggregation = prop::sample::select(AGGREGATIONS.to_vec());
        (vec(list.prop_shuffle(), items), vec(any::<bool>(), items), aggregation, 1..=items).prop_map(
            |(weights, reverse, aggregation, min_answered)| Made {
                weights,
                reverse,
                aggregation,
                min_answered,
            },
        )
    })
}

/// Usable answers, each the code of one of its item's options.
fn answered() -> impl Strategy<Value = (Made, Vec<Put>)> {
    made().prop_flat_map(|made| {
        let answers: Vec<_> = (made.weights.iter())
            .map(|weights| prop_oneof![6 => (0..weights.len()).prop_map(Put::Code), 1 => Just(Put::Declined), 1 => Just(Put::Missing)])
            .collect();
        (Just(made), answers)
    })
}

fn response(answers: impl IntoIterator<Item = (usize, Put)>) -> Response {
    answers.into_iter().fold(Response::new(Form::Client), |response, (item, put)| match put {
        Put::Code(code) => {
            response.with(&item.to_string(), Given::Number(f64::from(u32::try_from(code).expect("small"))))
        }
        Put::Declined => response.with(&item.to_string(), Given::Declined),
        Put::Missing => response,
    })
}

fn outcome(made: &Made, answers: &[Put]) -> Outcome {
    let response = response(answers.iter().copied().enumerate());
    made.instrument().check(&response).scores()[0].outcome
}

fn bits(outcome: Outcome) -> Result<u64, NotScored> {
    match outcome {
        Outcome::Scored(value) => Ok(value.to_bits()),
        Outcome::NotScored(reason) => Err(reason),
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_order_of_answers_never_matters((made, answers) in answered(), seed in any::<prop::sample::Index>()) {
        let forwards: Vec<_> = answers.iter().copied().enumerate().collect();
        let mut turned = forwards.clone();
        turned.rotate_left(seed.index(answers.len()));
        turned.reverse();
        let instrument = made.instrument();
        let report = |answers: Vec<_>| instrument.check(&response(answers)).report();
        prop_assert_eq!(report(forwards), report(turned));
    }

    #[test]
    fn a_score_is_within_its_range((made, answers) in answered()) {
        let instrument = made.instrument();
        let response = response(answers.iter().copied().enumerate());
        let checked = instrument.check(&response);
        prop_assert!(checked.issues().is_empty());
        let score = checked.scores()[0];
        prop_assert_eq!(score.answered + score.missing, answers.len());
        match score.outcome {
            Outcome::Scored(value) => {
                prop_assert!(score.scale.min() <= value && value <= score.scale.max());
                prop_assert!(score.answered >= made.min_answered);
                prop_assert_eq!(score.prorated, score.missing > 0);
            }
            Outcome::NotScored(reason) => {
                prop_assert_eq!(reason, NotScored::TooFewAnswered);
                prop_assert!(score.answered < made.min_answered && !score.prorated);
            }
        }
    }

    /// Keyed the other way round, a score lies as far from the other end, also when answers are missing.
    #[test]
    fn a_mirrored_key_gives_a_mirrored_score((made, answers) in answered()) {
        let instrument = made.instrument();
        let scale = &instrument.scales()[0];
        match (outcome(&made, &answers), outcome(&made.mirrored(), &answers)) {
            (Outcome::Scored(one), Outcome::Scored(other)) => {
                prop_assert!((one + other - (scale.min() + scale.max())).abs() < 1e-9);
            }
            (one, other) => prop_assert_eq!(one, other),
        }
    }

    #[test]
    fn a_higher_weight_never_lowers_a_score_unless_reverse_keyed((made, answers) in answered(), index in any::<prop::sample::Index>()) {
        let item = index.index(answers.len());
        let Put::Code(code) = answers[item] else { return Ok(()) };
        for higher in 0..made.weights[item].len() {
            if made.weights[item][higher] <= made.weights[item][code] { continue }
            let mut raised = answers.clone();
            raised[item] = Put::Code(higher);
            if let (Outcome::Scored(before), Outcome::Scored(after)) = (outcome(&made, &answers), outcome(&made, &raised)) {
                let rises = if made.reverse[item] { before > after } else { after > before };
                prop_assert!(rises);
            }
        }
    }

    #[test]
    fn taking_an_answer_away_never_makes_a_scale_scorable((made, answers) in answered(), index in any::<prop::sample::Index>()) {
        let mut fewer = answers.clone();
        fewer[index.index(answers.len())] = Put::Missing;
        if matches!(outcome(&made, &answers), Outcome::NotScored(_)) {
            prop_assert!(matches!(outcome(&made, &fewer), Outcome::NotScored(_)));
        }
    }

    #[test]
    fn declined_counts_as_missing((made, answers) in answered()) {
        let silent: Vec<Put> = answers.iter().map(|put| if let Put::Declined = put { Put::Missing } else { *put }).collect();
        prop_assert_eq!(bits(outcome(&made, &answers)), bits(outcome(&made, &silent)));
    }

    #[test]
    fn an_answer_that_is_no_option_is_told_and_never_counted((made, answers) in answered(), index in any::<prop::sample::Index>(), beyond in 0_usize..9) {
        let item = index.index(answers.len());
        let mut wrong = answers.clone();
        wrong[item] = Put::Code(made.weights[item].len() + beyond);
        let instrument = made.instrument();
        let response = response(wrong.into_iter().enumerate());
        let checked = instrument.check(&response);
        prop_assert_eq!(checked.issues().len(), 1);
        prop_assert_eq!(checked.issues()[0].code, IssueCode::NotAnOption);
        prop_assert_eq!(checked.scores()[0].outcome, Outcome::NotScored(NotScored::InvalidAnswer));
    }

    #[test]
    fn an_item_answered_twice_is_told_and_never_counted((made, answers) in answered(), index in any::<prop::sample::Index>()) {
        let item = index.index(answers.len());
        prop_assume!(!matches!(answers[item], Put::Missing));
        let instrument = made.instrument();
        let response = response(answers.iter().copied().enumerate().chain([(item, answers[item])]));
        let checked = instrument.check(&response);
        prop_assert_eq!(checked.issues()[0].code, IssueCode::DuplicateAnswer);
        prop_assert_eq!(checked.scores()[0].outcome, Outcome::NotScored(NotScored::InvalidAnswer));
    }

    #[test]
    fn compiling_changes_no_bit((made, answers) in answered()) {
        let definition = made.definition().to_string();
        let compiled = Instrument::from_compiled(&Instrument::compile(&definition).expect("bytes")).expect("an instrument");
        let response = response(answers.iter().copied().enumerate());
        prop_assert_eq!(bits(compiled.check(&response).scores()[0].outcome), bits(outcome(&made, &answers)));
        prop_assert_eq!(compiled.digest(), made.instrument().digest());
    }

    #[test]
    fn any_json_is_read_or_refused(definition in any_json(), answers in any_json()) {
        let instrument = Instrument::read(&text("tests/rejects/sound.json")).expect("sound");
        assert_places_exist(Instrument::read(&definition.to_string()).err(), &definition)?;
        let response = json!({ "instrument": "two-lines", "form": "client", "answers": answers });
        match instrument.read_response(&response.to_string()) {
            Ok(read) => {
                let report = instrument.check(&read).report();
                prop_assert!(report.scores.iter().all(|score| score.value.is_some() != score.not_scored.is_some()));
            }
            Err(error) => assert_places_exist(Some(error), &response)?,
        }
    }

    /// One value of a sound definition replaced by another: read or refused, each fault at a place that is there.
    #[test]
    fn a_definition_with_one_value_changed_is_read_or_refused(at in any::<prop::sample::Index>(), value in any_json()) {
        let mut definition: Value = serde_json::from_str(&text("tests/rejects/sound.json")).expect("JSON");
        let places = places(&definition, "");
        let place = &places[at.index(places.len())];
        *definition.pointer_mut(place).expect("a place") = value;
        assert_places_exist(Instrument::read(&definition.to_string()).err(), &definition)?;
    }
}

/// Every place of a tree, as JSON Pointers.
fn places(json: &Value, at: &str) -> Vec<String> {
    let inside: Vec<(String, &Value)> = match json {
        Value::Array(list) => {
            list.iter().enumerate().map(|(index, value)| (index.to_string(), value)).collect()
        }
        Value::Object(object) => object.iter().map(|(key, value)| (key.clone(), value)).collect(),
        _ => Vec::new(),
    };
    let inside = inside.into_iter().flat_map(|(key, value)| {
        places(value, &format!("{at}/{}", key.replace('~', "~0").replace('/', "~1")))
    });
    std::iter::once(at.to_owned()).chain(inside).collect()
}

fn assert_places_exist(error: Option<Error>, json: &Value) -> Result<(), TestCaseError> {
    for issue in error.iter().flat_map(Error::issues) {
        prop_assert!(json.pointer(issue.expression.as_str()).is_some(), "{} is not there", issue.expression);
    }
    Ok(())
}

/// JSON of any shape, with keys that the format knows among others.
fn any_json() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i32>().prop_map(Value::from),
        prop::num::f64::NORMAL.prop_map(Value::from),
        prop::sample::select(vec![
            "",
            "1",
            "likert",
            "sum",
            "client",
            "en",
            "a/b~c",
            "\u{0}",
            "\u{202e}x",
            "__proto__"
        ])
        .prop_map(Value::from),
    ];
    let key =
        prop::sample::select(vec!["items", "linkId", "1", "2", "format", "en", "a/b", "~", "", "__proto__"]);
    leaf.prop_recursive(4, 40, 6, move |inner| {
        prop_oneof![
            vec(inner.clone(), 0..6).prop_map(Value::from),
            vec((key.clone(), inner), 0..6).prop_map(|entries| {
                entries.into_iter().map(|(key, value)| (key.to_owned(), value)).collect::<Value>()
            }),
        ]
    })
}
