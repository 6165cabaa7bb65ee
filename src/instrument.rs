//! An instrument: a definition known to make sense, from its key down to its last wording.
mod build;
mod item;
#[cfg(feature = "full")]
mod read;
mod scale;
#[cfg(feature = "full")]
mod spoken;

use serde::{Deserialize, Serialize};

use crate::definition::{BandDef, CutOffRule, Evidence, Form, NormRule, Referent, ReliabilityKind, Status};
use crate::id::{GroupId, InstrumentId, Version};

pub use self::item::{AnswerOption, Item, NumberLimits, Takes};
pub(crate) use self::item::{Condition, Test};
pub use self::scale::Scale;
pub(crate) use self::scale::{ItemRule, Key, ScaleRule};
#[cfg(feature = "full")]
pub(crate) use self::spoken::Spoken;

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
#[derive(Clone, Debug)]
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
    #[cfg_attr(not(feature = "full"), expect(dead_code, reason = "the sealed form compares no two scores"))]
    change: Vec<ChangeFigures>,
    critical_items: Vec<Critical>,
    forms: Vec<(Form, Referent)>,
    #[cfg(feature = "full")]
    spoken: Vec<(crate::id::Language, Spoken)>,
}

/// SHA-256 of a definition's canonical text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Digest([u8; 32]);

/// A norm, with the places of its scale and evidence.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Norm {
    pub(crate) scale: usize,
    pub(crate) group: GroupId,
    /// What a person must have to belong to the group.
    pub(crate) attributes: Vec<(String, String)>,
    pub(crate) evidence: usize,
    pub(crate) rule: NormRule,
}

#[derive(Clone, Debug, PartialEq)]
pub(crate) struct CutScore {
    pub(crate) scale: usize,
    pub(crate) evidence: usize,
    /// By rising lower cut.
    pub(crate) bands: Vec<BandDef>,
}

/// What is known about the error of a scale's scores, and about two groups that a change may lead between.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct ChangeFigures {
    pub(crate) scale: usize,
    pub(crate) sd: f64,
    pub(crate) reliability: f64,
    pub(crate) reliability_kind: ReliabilityKind,
    pub(crate) evidence: usize,
    pub(crate) clinical: Option<Figures>,
    pub(crate) functional: Option<Figures>,
    pub(crate) cut_off: Option<CutOffRule>,
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Figures {
    pub(crate) mean: f64,
    pub(crate) sd: f64,
    pub(crate) evidence: usize,
}

#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Critical {
    pub(crate) test: Test,
    pub(crate) evidence: usize,
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
