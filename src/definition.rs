//! A definition: what an instrument's file says, read but not yet known to make sense as a whole.
#[cfg(feature = "full")]
mod digest;
mod item;
#[cfg(feature = "full")]
mod read;
mod scale;
mod standard;
#[cfg(feature = "full")]
pub(crate) mod wording;

use serde::{Deserialize, Serialize};

#[cfg(feature = "full")]
pub(crate) use self::digest::digest;
#[cfg(feature = "full")]
pub(crate) use self::item::ConditionDef;
pub(crate) use self::item::{ComparedTo, ItemDef, OptionDef, TypeDef};
pub use self::item::{EnableBehavior, ItemType, Operator, Precision};
#[cfg(feature = "full")]
pub(crate) use self::read::read;
pub use self::scale::{Aggregation, Direction, Replacement};
pub(crate) use self::scale::{KeyDef, MissingRuleDef, ScaleDef, ScaleRuleDef, TermDef};
pub(crate) use self::standard::{
    BandDef, ChangeDef, CriticalDef, CutScoreDef, GroupFigures, NormDef, NormRule, NormTable,
};
pub use self::standard::{
    Between, Confidence, CutOffRule, Evidence, Medium, Outside, ReliabilityKind, StandardScore,
};
use crate::id::{EvidenceId, GroupId, InstrumentId, OptionsId, Version};
use crate::word::words;

/// The parts of a definition that decide what a report says; what is said to people is in its wordings.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct Definition {
    pub(crate) id: InstrumentId,
    pub(crate) version: Version,
    pub(crate) status: Status,
    pub(crate) evidence: Vec<(EvidenceId, Evidence)>,
    pub(crate) answer_options: Vec<(OptionsId, Vec<OptionDef>)>,
    pub(crate) items: Vec<ItemDef>,
    pub(crate) scales: Vec<ScaleDef>,
    /// By group, the attributes that a person must have.
    pub(crate) norm_groups: Vec<(GroupId, Vec<(String, String)>)>,
    pub(crate) norms: Vec<NormDef>,
    pub(crate) cut_scores: Vec<CutScoreDef>,
    pub(crate) change: Vec<ChangeDef>,
    pub(crate) critical_items: Vec<CriticalDef>,
    pub(crate) forms: Vec<FormDef>,
}

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
