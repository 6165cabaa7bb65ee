//! The public surface, used as the documentation says.
#![expect(clippy::expect_used, reason = "a test fails by panicking")]
mod support;

use rapport::{Given, Instrument, IssueCode, ItemState, MAX_BYTES, Response, Subject};
use support::text;

fn alliance() -> Instrument {
    Instrument::read(&text("instruments/alliance/definition.json")).expect("alliance")
}

#[test]
fn a_text_of_exactly_one_mebibyte_is_read() {
    let definition = text("instruments/alliance/definition.json");
    let padded = |length: usize| format!("{definition}{}", " ".repeat(length - definition.len()));
    assert!(Instrument::read(&padded(MAX_BYTES)).is_ok());
    let error = Instrument::read(&padded(MAX_BYTES + 1)).expect_err("too large");
    assert_eq!((error.subject(), error.code()), (Subject::Definition, IssueCode::TooLarge));
}

#[test]
fn an_outline_shows_texts_and_no_key() {
    let outline = alliance().outline("therapist", "en").expect("an outline");
    let shown = serde_json::to_string(&outline).expect("JSON");
    assert!(shown.contains("\"linkId\":\"12\"") && shown.contains("\"display\":\"Always\""));
    for key in ["weight", "reverse", "missingRule", "aggregation"] {
        assert!(!shown.contains(key), "{key} is the engine's business");
    }
}

#[test]
fn an_outline_that_is_not_there_says_what_is_missing() {
    let error = |form, language| alliance().outline(form, language).expect_err("no outline");
    for form in ["guide", "patient", "", "Client"] {
        let error = error(form, "en");
        assert_eq!((error.code(), error.path().as_str()), (IssueCode::UnknownForm, "/form"), "{form}");
    }
    for language in ["xx", "en-GB", ""] {
        let error = error("client", language);
        assert_eq!((error.code(), error.path().as_str()), (IssueCode::NoWording, "/language"), "{language}");
    }
}

#[test]
fn compiled_is_the_same_instrument() {
    let text = text("instruments/alliance/definition.json");
    let compiled =
        Instrument::from_compiled(&Instrument::compile(&text).expect("bytes")).expect("an instrument");
    let read = alliance();
    assert_eq!(
        (compiled.items(), compiled.scales(), compiled.forms()),
        (read.items(), read.scales(), read.forms())
    );
    assert_eq!((compiled.digest(), compiled.version()), (read.digest(), read.version()));
}

#[test]
fn bytes_that_are_no_compiled_definition_are_refused() {
    let sound = Instrument::compile(&text("instruments/alliance/definition.json")).expect("bytes");
    let error = Instrument::from_compiled(&[]).expect_err("nothing");
    assert_eq!(error.code(), IssueCode::NotCompiled);
    for length in 0..sound.len() {
        assert!(
            Instrument::from_compiled(sound.get(..length).unwrap_or_default()).is_err(),
            "cut at {length}"
        );
    }
    for index in 0..sound.len() {
        let mut bytes = sound.clone();
        bytes[index] ^= 0xff;
        assert!(Instrument::from_compiled(&bytes).is_err(), "changed at {index}");
    }
}

#[test]
fn a_response_made_in_rust_is_checked_as_one_from_text() {
    let instrument = alliance();
    let text =
        r#"{ "instrument": "alliance", "form": "observer", "answers": { "1": 4, "2": null, "3": "4" } }"#;
    let read = instrument.read_response(text).expect("a response");
    let made = Response::new(read.form())
        .with("1", Given::Number(4.0))
        .with("2", Given::Declined)
        .with("3", Given::Text("4".to_owned()));
    assert_eq!(read, made);
    assert_eq!(instrument.check(&read).report(), instrument.check(&made).report());
}

#[test]
fn what_is_known_of_each_item_is_told_in_the_instruments_order() {
    let instrument = Instrument::read(&text("tests/cases/every-type/definition.json")).expect("every type");
    let none = Response::new(instrument.forms()[0].0);
    let checked = instrument.check(&none);
    let names: Vec<&str> = checked.states().iter().map(|state| state.name()).collect();
    assert!(
        names.contains(&"shown") && names.iter().all(|name| ["shown", "missing"].contains(name)),
        "{names:?}"
    );
    assert_eq!(names.len(), instrument.items().len());
    let required = instrument.items().iter().filter(|item| item.required()).count();
    assert!(required > 0 && checked.issues().len() == required);
    assert!(checked.issues().iter().all(|issue| issue.code == IssueCode::MissingRequired));
}

#[test]
fn every_state_has_its_word() {
    let states = [
        (ItemState::Answered(None), "answered"),
        (ItemState::Declined, "declined"),
        (ItemState::NotApplicable, "notApplicable"),
        (ItemState::Missing, "missing"),
        (ItemState::NotAsked, "notAsked"),
        (ItemState::Invalid, "invalid"),
        (ItemState::Shown, "shown"),
    ];
    assert!(states.iter().all(|(state, name)| state.name() == *name));
}

#[test]
fn an_error_counts_what_it_does_not_show() {
    let error = Instrument::read("{}").expect_err("no definition");
    assert_eq!(error.issues().count(), 9);
    assert_eq!(error.to_string(), "definition: missingKey at ``: lacks the key `format` (and 8 more)");
}
