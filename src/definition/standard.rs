//! Norms, cut scores, figures of change and critical items as a definition writes them, each with its evidence.
use crate::id::{EvidenceId, GroupId, LinkId, ScaleId};
use crate::instrument::{BandFrom, ComparedTo, CutOffRule, NormRule, Operator, ReliabilityKind};

#[derive(Clone, Debug)]
pub(crate) struct NormDef {
    pub(crate) scale: ScaleId,
    pub(crate) group: GroupId,
    pub(crate) evidence: EvidenceId,
    pub(crate) rule: NormRule,
}

#[derive(Clone, Debug)]
pub(crate) struct CutScoreDef {
    pub(crate) scale: ScaleId,
    pub(crate) evidence: EvidenceId,
    pub(crate) bands: Vec<BandFrom>,
}

#[derive(Clone, Debug)]
pub(crate) struct ChangeDef {
    pub(crate) scale: ScaleId,
    pub(crate) sd: f64,
    pub(crate) reliability: f64,
    pub(crate) reliability_kind: ReliabilityKind,
    pub(crate) evidence: EvidenceId,
    pub(crate) clinical: Option<GroupFigures>,
    pub(crate) functional: Option<GroupFigures>,
    pub(crate) cut_off: Option<CutOffRule>,
}

#[derive(Clone, Debug)]
pub(crate) struct GroupFigures {
    pub(crate) mean: f64,
    pub(crate) sd: f64,
    pub(crate) evidence: EvidenceId,
}

#[derive(Clone, Debug)]
pub(crate) struct CriticalDef {
    pub(crate) link_id: LinkId,
    pub(crate) operator: Operator,
    pub(crate) answer: ComparedTo,
    pub(crate) evidence: EvidenceId,
}
