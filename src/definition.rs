//! A definition: what an instrument's file says, read but not yet known to make sense as a whole.
mod digest;
mod item;
mod read;
mod scale;
mod standard;
pub(crate) mod wording;

pub(crate) use self::digest::digest;
pub(crate) use self::item::{ConditionDef, ItemDef, OptionDef, TypeDef};
pub(crate) use self::read::read;
pub(crate) use self::scale::{KeyDef, MissingRuleDef, ScaleDef, ScaleRuleDef, TermDef};
pub(crate) use self::standard::{ChangeDef, CriticalDef, CutScoreDef, GroupFigures, NormDef};
use crate::id::{EvidenceId, GroupId, InstrumentId, OptionsId, Version};
use crate::instrument::{Evidence, Form, Referent, Status};

/// The parts of a definition that decide what a report says; what is said to people is in its wordings.
#[derive(Clone, Debug)]
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

#[derive(Clone, Debug)]
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
