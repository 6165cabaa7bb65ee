//! Rapport's engine: checks and scores therapeutic-alliance questionnaires.
//!
//! A pure function of its inputs: no I/O, no clock, no randomness, no panics. The data's way is one module a step:
//!
//! ```
//! # fn main() -> Result<(), rapport::Error> {
//! let definition = include_str!("../instruments/alliance/definition.json");
//! let instrument = rapport::Instrument::read(definition)?; // text -> Definition -> Instrument
//! let outline = instrument.outline("client", "en")?; // what a form draws
//! assert_eq!(outline.items.len(), 12);
//!
//! let text = r#"{ "instrument": "alliance", "form": "client", "answers": { "1": 5, "2": 9 } }"#;
//! let response = instrument.read_response(text)?; // wrong shape: an error
//! let checked = instrument.check(&response); // wrong answer: an issue
//! assert_eq!(checked.issues().len(), 1);
//!
//! let report = checked.report(); // a score, or the reason why there is none
//! assert!(report.scores.iter().all(|score| score.value.is_some() != score.not_scored.is_some()));
//! # Ok(())
//! # }
//! ```
//!
//! Without the feature `full` only the compiled form of a definition is read ([`Instrument::from_compiled`]):
//! that is the small build inside the sealed form.

#[cfg(feature = "full")]
mod batch;
#[cfg(feature = "full")]
mod change;
mod check;
mod code;
mod compiled;
mod condition;
mod date;
#[cfg(feature = "full")]
mod definition;
mod error;
#[cfg(feature = "full")]
mod faults;
mod id;
mod instrument;
mod interpret;
mod issue;
#[cfg(feature = "full")]
mod json;
mod number;
#[cfg(feature = "full")]
mod outline;
mod pointer;
mod quality;
#[cfg(feature = "full")]
mod read;
#[cfg(feature = "full")]
mod report;
mod response;
mod score;
mod word;

pub use check::{Checked, ItemState};
pub use code::IssueCode;
pub use error::{Error, Subject};
pub use id::{
    BandId, EvidenceId, GroupId, IdError, InstrumentId, Language, LinkId, OptionCode, OptionsId, ScaleId,
    Version,
};
pub use instrument::{
    Aggregation, AnswerOption, Between, Confidence, CutOffRule, Digest, Direction, EnableBehavior, Evidence,
    Form, Instrument, Item, ItemType, Medium, NumberLimits, Operator, Outside, Precision, Referent,
    ReliabilityKind, Replacement, Scale, StandardScore, Status, Takes,
};
pub use interpret::{Band, CriticalItem, Interpretation, Limit, Standard};
pub use issue::{Issue, Severity};
pub use number::Weight;
pub use pointer::Pointer;
pub use quality::{Note, Quality, SecondsPerItem};
pub use response::{Given, Response};
pub use score::{NotScored, Outcome, ScaleScore};

#[cfg(feature = "full")]
pub use batch::{Batch, Layout, RowStatus};
#[cfg(feature = "full")]
pub use change::{Change, ChangeClass, CutOff, NoChange};
#[cfg(feature = "full")]
pub use definition::wording::Origin;
#[cfg(feature = "full")]
pub use json::{MAX_BYTES, MAX_DEPTH};
#[cfg(feature = "full")]
pub use outline::{Chosen, Ends, Outline, OutlineItem, OutlineOption, OutlineScale};
#[cfg(feature = "full")]
pub use report::{InstrumentStamp, Report, Score};

/// The engine's version, carried by every report.
pub const VERSION: &str = env!("CARGO_PKG_VERSION");
