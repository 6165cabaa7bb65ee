//! An instrument: a definition known to make sense, from its key down to its last wording.
mod build;
#[cfg(feature = "full")]
mod read;
#[cfg(feature = "full")]
mod spoken;

use serde::{Deserialize, Serialize};

use crate::definition::{Aggregation, Form, ItemType, Referent, Status};
use crate::id::{InstrumentId, LinkId, ScaleId, Version};
use crate::number::Weight;

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
    forms: Vec<(Form, Referent)>,
    #[cfg(feature = "full")]
    spoken: Vec<(crate::id::Language, Spoken)>,
}

/// SHA-256 of a definition's canonical text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Digest([u8; 32]);

/// One item: what it takes as an answer.
#[derive(Clone, Debug, PartialEq)]
pub struct Item {
    pub(crate) link_id: LinkId,
    pub(crate) item_type: ItemType,
    pub(crate) options: Vec<AnswerOption>,
    pub(crate) required: bool,
}

/// One option of a Likert item.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct AnswerOption {
    /// What is written down when it is chosen.
    pub code: i32,
    /// What it counts before reverse scoring.
    pub weight: Weight,
}

/// A scale: which items make it, which way, and when it may be given.
#[derive(Clone, Debug, PartialEq)]
pub struct Scale {
    pub(crate) id: ScaleId,
    pub(crate) key: Vec<Key>,
    pub(crate) aggregation: Aggregation,
    pub(crate) min_answered: usize,
    pub(crate) min: f64,
    pub(crate) max: f64,
}

/// One item's place in a scale; it names the item by its position, known to exist.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Key {
    pub(crate) item: usize,
    /// For a reverse-keyed item the lowest plus the highest weight of its options.
    pub(crate) reflection: Option<f64>,
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
        self.items.iter().position(|item| item.link_id.as_str() == link_id)
    }

    #[cfg(feature = "full")]
    pub(crate) fn spoken(&self, language: &str) -> Option<&Spoken> {
        self.spoken.iter().find(|(known, _)| known.as_str() == language).map(|(_, spoken)| spoken)
    }
}

impl Item {
    /// Unique within the instrument.
    #[must_use]
    pub fn link_id(&self) -> &LinkId {
        &self.link_id
    }

    /// What kind of answer it takes.
    #[must_use]
    pub fn item_type(&self) -> ItemType {
        self.item_type
    }

    /// Its options, in the order in which they are shown.
    #[must_use]
    pub fn options(&self) -> &[AnswerOption] {
        &self.options
    }

    /// Whether an answer has to be given.
    #[must_use]
    pub fn required(&self) -> bool {
        self.required
    }

    /// The weight of the option with this code, if there is one.
    #[must_use]
    pub fn weight_of(&self, code: i32) -> Option<Weight> {
        self.options.iter().find(|option| option.code == code).map(|option| option.weight)
    }
}

impl Scale {
    /// Unique within the instrument.
    #[must_use]
    pub fn id(&self) -> &ScaleId {
        &self.id
    }

    /// The lowest raw score that can be reached.
    #[must_use]
    pub fn min(&self) -> f64 {
        self.min
    }

    /// The highest raw score that can be reached.
    #[must_use]
    pub fn max(&self) -> f64 {
        self.max
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
