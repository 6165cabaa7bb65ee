//! Any bytes as a compiled definition: refused, or an instrument that can be used, whatever its numbers are.
use std::sync::LazyLock;

use rapport::{Instrument, IssueCode};

use super::definition::answered;
use super::samples::samples;

/// What stands before and how much behind, as a compiled sample has it.
static LAYOUT: LazyLock<u8> = LazyLock::new(|| {
    let sample = samples().first().and_then(|text| Instrument::compile(text).ok());
    let layout = sample.and_then(|bytes| bytes.first().copied());
    assert!(layout.is_some(), "the first sample does not compile");
    layout.unwrap_or_default()
});

/// Reads the bytes as they are, and as the content of a compiled definition that is whole.
pub fn compiled(bytes: &[u8]) {
    for bytes in [bytes.to_vec(), sealed(bytes)] {
        match Instrument::from_compiled(&bytes) {
            Ok(instrument) => used(&instrument),
            Err(error) => assert_eq!(error.code(), IssueCode::NotCompiled),
        }
    }
}

/// The content between its layout and its checksum, FNV-1a of 64 bits.
#[must_use]
pub fn sealed(content: &[u8]) -> Vec<u8> {
    let mut bytes = vec![*LAYOUT];
    bytes.extend(content);
    let sum = bytes
        .iter()
        .fold(0xcbf2_9ce4_8422_2325_u64, |sum, byte| (sum ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3));
    bytes.extend(sum.to_le_bytes());
    bytes
}

/// Its numbers may be anything: what it gives is not judged.
fn used(instrument: &Instrument) {
    for bytes in [Vec::new(), instrument.digest().as_bytes().to_vec()] {
        let response = answered(instrument, &bytes);
        let checked = instrument.check(&response);
        assert_eq!(checked.states().len(), instrument.items().len());
        let report = checked.report();
        assert_eq!(report.scores.len(), instrument.scales().len());
        assert!(serde_json::to_string(&report).is_ok());
    }
    for scale in instrument.scales() {
        let _ = instrument.change(scale.id().as_str(), scale.min(), scale.max());
    }
    for (form, _) in instrument.forms() {
        assert!(instrument.outline(form.name(), "en").is_err(), "there are no words");
    }
    assert!(serde_json::to_string(instrument).is_ok());
}
