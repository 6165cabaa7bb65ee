//! Any text as a definition: refused with reasons, or an instrument that is drawn, compiled, answered and scored.
use std::iter::repeat;

use rapport::{Form, Given, Instrument, Item, OptionCode, Response, Takes};
use serde_json::Value;

use super::report::{assert_sound, assert_told};

/// Reads the bytes up to the first zero as a definition; those behind it say how its items are answered.
pub fn definition(bytes: &[u8]) {
    let mut parts = bytes.splitn(2, |byte| *byte == 0);
    let text = String::from_utf8_lossy(parts.next().unwrap_or_default());
    let instrument = match Instrument::read(&text) {
        Ok(instrument) => instrument,
        Err(error) => return assert_told(&error, &text),
    };
    assert_drawn(&instrument, &text);
    let response = answered(&instrument, parts.next().unwrap_or_default());
    let report = assert_sound(&instrument, &response);
    let compiled = Instrument::compile(&text).and_then(|bytes| Instrument::from_compiled(&bytes));
    assert!(compiled.is_ok(), "what reads does not compile: {compiled:?}");
    if let Ok(compiled) = compiled {
        let [before, after] = [&instrument, &compiled].map(|one| serde_json::to_string(one).ok());
        assert!(before.is_some() && before == after, "compiling changes the instrument");
        assert_eq!(compiled.check(&response).report(), report);
    }
    assert_compared(&instrument);
}

/// Every form in every language that the text has words for.
fn assert_drawn(instrument: &Instrument, text: &str) {
    let json: Value = serde_json::from_str(text).unwrap_or_default();
    let languages = json.get("wordings").and_then(Value::as_object);
    for language in languages.into_iter().flat_map(|languages| languages.keys()) {
        for (form, _) in instrument.forms() {
            let outline = instrument.outline(form.name(), language).map_err(|error| error.to_string());
            assert_eq!(outline.as_ref().map(|outline| outline.items.len()), Ok(instrument.items().len()));
            assert_eq!(outline.as_ref().map(|outline| outline.scales.len()), Ok(instrument.scales().len()));
            assert!(outline.is_ok_and(|outline| serde_json::to_string(&outline).is_ok()));
        }
    }
}

/// The lowest and the highest score of every scale, both ways.
fn assert_compared(instrument: &Instrument) {
    for scale in instrument.scales() {
        for (first, second) in [(scale.min(), scale.max()), (scale.max(), scale.min())] {
            let change =
                instrument.change(scale.id().as_str(), first, second).map_err(|error| error.to_string());
            let numbers = change.as_ref().map(|change| {
                let cut_off = change.cut_off.as_ref().map(|cut_off| cut_off.value);
                let numbers =
                    [change.standard_error_of_difference, change.index, change.minimum_reliable_change];
                // With an error next to 0 the index may be beyond all numbers.
                numbers.into_iter().chain([cut_off]).flatten().any(|number| number.is_nan() && first < second)
            });
            assert_eq!(numbers, Ok(false), "{change:?}");
        }
    }
}

/// An answer to every item; each byte chooses one, and without a byte the item is answered plainly.
pub(super) fn answered(instrument: &Instrument, bytes: &[u8]) -> Response {
    let form = instrument.forms().first().map_or(Form::Client, |(form, _)| *form);
    let choices = bytes.iter().copied().chain(repeat(8));
    instrument.items().iter().zip(choices).fold(Response::new(form), |response, (item, byte)| {
        let link_id = item.link_id().as_str();
        let response = response.with_time(link_id, f64::from(byte) * 250.0);
        match byte {
            0 => response.with(link_id, Given::Declined),
            1 => response,
            2 => response.with(link_id, Given::Flag(false)),
            3 => response.with(link_id, Given::Number(1e300)),
            4 => response.with(link_id, Given::Text("2024".to_owned())),
            5 => response.with(link_id, Given::Unusable("an object")),
            6 => response.with(link_id, Given::List(vec![Given::Declined])),
            7 => response.with(link_id, Given::Flag(true)).with(link_id, Given::Declined),
            byte => response.with(link_id, plain(item, byte)),
        }
    })
}

/// An answer of the item's own kind.
fn plain(item: &Item, byte: u8) -> Given {
    let options = item.options();
    let mut codes = options.iter().cycle().skip(usize::from(byte)).map(|option| code(&option.code));
    match item.answer_type() {
        Takes::Likert(_) | Takes::Choice(_) => codes.next().unwrap_or(Given::Declined),
        Takes::Choices { min, max, .. } => {
            let few = (*min).max(usize::from(byte & 3)).min(*max);
            Given::List(codes.take(few.min(options.len())).collect())
        }
        Takes::Line => Given::Number(f64::from(byte).min(100.0)),
        Takes::Number(limits) => {
            let share = f64::from(byte & 7) / 7.0;
            Given::Number((limits.min + (limits.max - limits.min) * share).round())
        }
        Takes::Text { .. } => Given::Text("words ".repeat(usize::from(byte))),
        Takes::Date { .. } => Given::Text(format!("2024-02-{:02}", byte & 31)),
        Takes::Consent => Given::Flag(byte & 1 == 0),
        Takes::Info => Given::Declined,
    }
}

fn code(code: &OptionCode) -> Given {
    match code {
        OptionCode::Number(number) => Given::Number(f64::from(*number)),
        OptionCode::Word(word) => Given::Text(word.to_string()),
    }
}
