//! Any text as a response: refused with reasons, or reported.
use std::sync::LazyLock;

use rapport::Instrument;

use super::report::{assert_sound, assert_told};
use super::samples::samples;

/// Each with its id as a response writes it.
static INSTRUMENTS: LazyLock<Vec<(String, Instrument)>> = LazyLock::new(|| {
    let read = samples().iter().filter_map(|text| Instrument::read(text).ok());
    let named: Vec<_> = read.map(|instrument| (format!("\"{}\"", instrument.id()), instrument)).collect();
    assert_eq!(named.len(), samples().len(), "a sample is not sound");
    named
});

/// Reads the bytes as a response to the first instrument that they name.
pub fn response(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    let named = INSTRUMENTS.iter().filter_map(|(id, instrument)| Some((text.find(id.as_str())?, instrument)));
    let first = named.min_by_key(|(place, _)| *place).map(|(_, instrument)| instrument);
    let Some(instrument) = first.or_else(|| INSTRUMENTS.first().map(|(_, instrument)| instrument)) else {
        return;
    };
    match instrument.read_response(&text) {
        Ok(response) => {
            let _ = assert_sound(instrument, &response);
        }
        Err(error) => assert_told(&error, &text),
    }
}
