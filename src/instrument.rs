//! An instrument: a definition known to make sense, from its key down to its last wording.
#[cfg(feature = "full")]
mod build;
mod item;
#[cfg(feature = "full")]
mod read;
mod scale;
#[cfg(feature = "full")]
mod spoken;
mod standard;

use serde::{Deserialize, Serialize};

use crate::id::{InstrumentId, Version};
use crate::word::words;

pub use self::item::{
    AnswerOption, EnableBehavior, Item, ItemType, NumberLimits, Operator, Precision, Takes,
};
pub(crate) use self::item::{ComparedTo, Condition, Test};
pub use self::scale::{Aggregation, Direction, Replacement, Scale};
pub(crate) use self::scale::{ItemRule, Key, ScaleRule};
#[cfg(feature = "full")]
pub(crate) use self::spoken::Spoken;
#[cfg(feature = "full")]
pub(crate) use self::standard::{BandFrom, ChangeFigures, Figures};
pub use self::standard::{
    Between, Confidence, CutOffRule, Evidence, Medium, Outside, ReliabilityKind, StandardScore,
};
pub(crate) use self::standard::{Critical, CutScore, Norm, NormRule, NormTable};

/// A questionnaire whose every reference holds; it can only be made from a sound definition.
///
/// ```
/// # fn main() -> Result<(), rapport::Error> {
/// let text = include_str!("../instruments/alliance/definition.json");
/// let instrument = rapport::Instrument::read(text)?;
/// assert_eq!(instrument.id().as_str(), "alliance");
/// assert_eq!(instrument.items().len(), 12);
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Instrument {
    id: InstrumentId,
    version: Version,
    status: Status,
    digest: Digest,
    items: Vec<Item>,
    scales: Vec<Scale>,
    evidence: Vec<Evidence>,
    norms: Vec<Norm>,
    cut_scores: Vec<CutScore>,
    #[cfg(feature = "full")]
    #[serde(skip)]
    change: Vec<ChangeFigures>,
    critical_items: Vec<Critical>,
    forms: Vec<(Form, Referent)>,
    #[cfg(feature = "full")]
    #[serde(skip)]
    spoken: Vec<(crate::id::Language, Spoken)>,
}

/// SHA-256 of a definition's canonical text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Digest([u8; 32]);

words! {
    /// What may be done with an instrument, and how sure its key is.
    Status {
        /// Wording written for this project, free to embed; not validated.
        Open "open",
        /// A published instrument's key, confirmed; no wording.
        Key "key",
        /// A published instrument's key that no second source confirms yet.
        KeyUnconfirmed "keyUnconfirmed",
    }

    /// Who fills in the form, and from whose point of view.
    Form {
        /// The client.
        Client "client",
        /// The practitioner.
        Therapist "therapist",
        /// Somebody who watched or listened.
        Observer "observer",
        /// The practitioner, answering as they think the client will.
        Guess "guess",
        /// The guide of a guided online programme.
        Guide "guide",
    }

    /// What the answers are about.
    Referent {
        /// The work with a practitioner.
        Therapist "therapist",
        /// The work with a programme.
        Program "program",
        /// The work with both.
        Both "both",
    }
}

impl Instrument {
    /// The instrument's id.
    #[must_use]
    pub fn id(&self) -> &InstrumentId {
        &self.id
    }

    /// The version of its definition.
    #[must_use]
    pub fn version(&self) -> &Version {
        &self.version
    }

    /// What may be done with it, and how sure its key is.
    #[must_use]
    pub fn status(&self) -> Status {
        self.status
    }

    /// SHA-256 of the canonical text of its definition.
    #[must_use]
    pub fn digest(&self) -> Digest {
        self.digest
    }

    /// The items, in the order in which they are asked.
    #[must_use]
    pub fn items(&self) -> &[Item] {
        &self.items
    }

    /// The scales, in the order in which they are reported.
    #[must_use]
    pub fn scales(&self) -> &[Scale] {
        &self.scales
    }

    /// Where its numbers come from.
    pub(crate) fn evidence(&self, index: usize) -> Option<&Evidence> {
        self.evidence.get(index)
    }

    pub(crate) fn norms(&self) -> &[Norm] {
        &self.norms
    }

    pub(crate) fn cut_scores(&self) -> &[CutScore] {
        &self.cut_scores
    }

    #[cfg(feature = "full")]
    pub(crate) fn change_figures(&self) -> &[ChangeFigures] {
        &self.change
    }

    pub(crate) fn critical_items(&self) -> &[Critical] {
        &self.critical_items
    }

    /// The forms it can be filled in as, each with what it is about.
    #[must_use]
    pub fn forms(&self) -> &[(Form, Referent)] {
        &self.forms
    }

    /// Whether it can be filled in as this form.
    #[must_use]
    pub fn has_form(&self, form: Form) -> bool {
        self.forms.iter().any(|(known, _)| *known == form)
    }

    /// The position of an item, if there is one of that linkId.
    #[must_use]
    pub fn position(&self, link_id: &str) -> Option<usize> {
        self.items.iter().position(|item| item.link_id().as_str() == link_id)
    }

    #[cfg(feature = "full")]
    pub(crate) fn spoken(&self, language: &str) -> Option<&Spoken> {
        self.spoken.iter().find(|(known, _)| known.as_str() == language).map(|(_, spoken)| spoken)
    }
}

impl Digest {
    #[cfg(feature = "full")]
    pub(crate) fn from_bytes(bytes: [u8; 32]) -> Self {
        Self(bytes)
    }

    /// The 32 bytes.
    #[must_use]
    pub fn as_bytes(&self) -> &[u8; 32] {
        &self.0
    }

    /// The digest as 64 lower case hexadecimal digits.
    #[must_use]
    pub fn to_hex(&self) -> String {
        let digit = |nibble: u8| char::from_digit(u32::from(nibble), 16).unwrap_or_default();
        self.0.iter().flat_map(|byte| [digit(byte >> 4), digit(byte & 15)]).collect()
    }
}
