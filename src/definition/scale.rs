//! Scales as a definition writes them: which items, which way, and when a score may be given.
use crate::id::{EvidenceId, LinkId, ScaleId};
use crate::instrument::{Aggregation, Direction, Replacement};
use crate::number::Weight;

#[derive(Clone, Debug)]
pub(crate) struct ScaleDef {
    pub(crate) id: ScaleId,
    pub(crate) direction: Option<Direction>,
    pub(crate) rule: ScaleRuleDef,
    pub(crate) range: (f64, f64),
}

#[derive(Clone, Debug)]
pub(crate) enum ScaleRuleDef {
    Items { key: Vec<KeyDef>, aggregation: Aggregation, count_from: f64, missing: MissingRuleDef },
    Composite(Vec<TermDef>),
}

#[derive(Clone, Debug)]
pub(crate) struct KeyDef {
    pub(crate) link_id: LinkId,
    pub(crate) reverse: bool,
    pub(crate) weight: Weight,
    pub(crate) map_to: Option<(f64, f64)>,
    pub(crate) when_not_asked: Option<Weight>,
}

/// How many answers may be missing: one of the two is there.
#[derive(Clone, Debug)]
pub(crate) struct MissingRuleDef {
    pub(crate) min_answered: Option<i32>,
    pub(crate) max_missing: Option<i32>,
    pub(crate) replacement: Option<Replacement>,
    pub(crate) evidence: Option<EvidenceId>,
}

impl MissingRuleDef {
    /// The key that says how many.
    pub(crate) fn name(&self) -> &'static str {
        if self.min_answered.is_some() { "minAnswered" } else { "maxMissing" }
    }
}

#[derive(Clone, Debug)]
pub(crate) struct TermDef {
    pub(crate) scale: ScaleId,
    pub(crate) weight: Weight,
}
