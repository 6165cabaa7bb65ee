//! A definition: what an instrument's file says, read but not yet known to make sense as a whole.
#[cfg(feature = "full")]
mod digest;
#[cfg(feature = "full")]
mod read;
#[cfg(feature = "full")]
pub(crate) mod wording;

use serde::{Deserialize, Serialize};

#[cfg(feature = "full")]
pub(crate) use self::digest::digest;
#[cfg(feature = "full")]
pub(crate) use self::read::read;
use crate::id::{InstrumentId, LinkId, OptionsId, ScaleId, Version};
use crate::number::Weight;

/// The parts of a definition that decide a score; what is said to people is in its wordings.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct Definition {
    pub(crate) id: InstrumentId,
    pub(crate) version: Version,
    pub(crate) status: Status,
    pub(crate) answer_options: Vec<(OptionsId, Vec<OptionDef>)>,
    pub(crate) items: Vec<ItemDef>,
    pub(crate) scales: Vec<ScaleDef>,
    pub(crate) forms: Vec<FormDef>,
}

/// What may be done with an instrument, and how sure its key is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "full", serde(rename_all = "camelCase"))]
pub enum Status {
    /// Wording written for this project, free to embed; not validated.
    Open,
    /// A published instrument's key, confirmed; no wording.
    Key,
    /// A published instrument's key that no second source confirms yet.
    KeyUnconfirmed,
}

/// Who fills in the form, and from whose point of view.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "full", serde(rename_all = "lowercase"))]
pub enum Form {
    /// The client.
    Client,
    /// The practitioner.
    Therapist,
    /// Somebody who watched or listened.
    Observer,
    /// The practitioner, answering as they think the client will.
    Guess,
    /// The guide of a guided online programme.
    Guide,
}

/// What the answers are about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "full", serde(rename_all = "lowercase"))]
pub enum Referent {
    /// The work with a practitioner.
    Therapist,
    /// The work with a programme.
    Program,
    /// The work with both.
    Both,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct OptionDef {
    pub(crate) code: i32,
    pub(crate) weight: Weight,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct ItemDef {
    pub(crate) link_id: LinkId,
    pub(crate) item_type: ItemType,
    pub(crate) answer_options: OptionsId,
    pub(crate) required: bool,
}

/// What kind of answer an item takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "full", serde(rename_all = "lowercase"))]
pub enum ItemType {
    /// One of a few ordered options.
    Likert,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct ScaleDef {
    pub(crate) id: ScaleId,
    pub(crate) key: Vec<KeyDef>,
    pub(crate) aggregation: Aggregation,
    pub(crate) min_answered: i32,
    pub(crate) range: (f64, f64),
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct KeyDef {
    pub(crate) link_id: LinkId,
    pub(crate) reverse: bool,
}

/// How item scores become a raw score.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Aggregation {
    /// Their sum; with answers missing within the rule, prorated: sum x items / answered.
    Sum,
    /// The mean of the answered ones.
    Mean,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct FormDef {
    pub(crate) id: Form,
    pub(crate) referent: Referent,
}

impl Definition {
    /// The list of answer options of that name.
    pub(crate) fn options(&self, name: &OptionsId) -> Option<&[OptionDef]> {
        let mut lists = self.answer_options.iter();
        lists.find(|(known, _)| known == name).map(|(_, options)| options.as_slice())
    }
}

impl Form {
    /// Every form with its wire name.
    pub const NAMES: [(&str, Self); 5] = [
        ("client", Self::Client),
        ("therapist", Self::Therapist),
        ("observer", Self::Observer),
        ("guess", Self::Guess),
        ("guide", Self::Guide),
    ];

    /// The form's wire name.
    #[must_use]
    pub fn name(self) -> &'static str {
        name_of(self, &Self::NAMES)
    }

    /// The form of that wire name, if there is one.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::NAMES.iter().find(|(known, _)| *known == name).map(|(_, form)| *form)
    }
}

impl Referent {
    /// Every referent with its wire name.
    pub const NAMES: [(&str, Self); 3] =
        [("therapist", Self::Therapist), ("program", Self::Program), ("both", Self::Both)];

    /// The referent's wire name.
    #[must_use]
    pub fn name(self) -> &'static str {
        name_of(self, &Self::NAMES)
    }
}

impl ItemType {
    /// Every item type with its wire name.
    pub const NAMES: [(&str, Self); 1] = [("likert", Self::Likert)];

    /// The item type's wire name.
    #[must_use]
    pub fn name(self) -> &'static str {
        name_of(self, &Self::NAMES)
    }
}

impl Status {
    /// Every status with its wire name.
    pub const NAMES: [(&str, Self); 3] =
        [("open", Self::Open), ("key", Self::Key), ("keyUnconfirmed", Self::KeyUnconfirmed)];

    /// The status' wire name.
    #[must_use]
    pub fn name(self) -> &'static str {
        name_of(self, &Self::NAMES)
    }
}

pub(crate) fn name_of<T: Copy + PartialEq>(value: T, names: &[(&'static str, T)]) -> &'static str {
    names.iter().find(|(_, known)| *known == value).map_or("", |(name, _)| name)
}
