//! Norms, cut scores, figures of change and critical items as a definition writes them, each with its evidence.
use serde::{Deserialize, Serialize};

use super::{ComparedTo, Operator};
use crate::id::{BandId, EvidenceId, GroupId, LinkId, ScaleId};
use crate::word::words;

/// Where a number that is not arithmetic comes from, and how sure it is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Evidence {
    /// Authors, year, title.
    pub citation: String,
    /// Its DOI, where there is one.
    pub doi: Option<String>,
    /// Whose answers the number comes from.
    pub population: String,
    /// How they answered.
    pub medium: Medium,
    /// How sure the number is.
    pub confidence: Confidence,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct NormDef {
    pub(crate) scale: ScaleId,
    pub(crate) group: GroupId,
    pub(crate) evidence: EvidenceId,
    pub(crate) rule: NormRule,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) enum NormRule {
    Linear { mean: f64, sd: f64, gives: Vec<StandardScore> },
    Table(NormTable),
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct NormTable {
    pub(crate) gives: StandardScore,
    /// Score and value, by rising score.
    pub(crate) rows: Vec<(f64, f64)>,
    pub(crate) between: Between,
    pub(crate) outside: Outside,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct CutScoreDef {
    pub(crate) scale: ScaleId,
    pub(crate) evidence: EvidenceId,
    pub(crate) bands: Vec<BandDef>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct BandDef {
    pub(crate) id: BandId,
    pub(crate) from: f64,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
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

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct GroupFigures {
    pub(crate) mean: f64,
    pub(crate) sd: f64,
    pub(crate) evidence: EvidenceId,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct CriticalDef {
    pub(crate) link_id: LinkId,
    pub(crate) operator: Operator,
    pub(crate) answer: ComparedTo,
    pub(crate) evidence: EvidenceId,
}

words! {
    /// How the people behind a number answered.
    Medium {
        /// On paper.
        Paper "paper",
        /// On a screen.
        Screen "screen",
        /// Asked by somebody.
        Interview "interview",
        /// In more than one way.
        Mixed "mixed",
        /// The source does not say, or there is none to say it of.
        NotStated "notStated",
    }

    /// How sure a number is.
    Confidence {
        /// Two independent sources agree.
        TwoSources "twoSources",
        /// One source has it.
        OneSource "oneSource",
        /// It was computed or chosen, and the citation says how.
        Derived "derived",
    }

    /// A score set against a norm group.
    StandardScore {
        /// Standard deviations from the mean.
        Z "z",
        /// 50 plus ten times z.
        T "t",
        /// The share of the group below, 1 to 99.
        Percentile "percentile",
    }

    /// What a norm table gives for a score between two of its rows.
    Between {
        /// Nothing.
        Exact "exact",
        /// The row below.
        Step "step",
        /// The value on the line between the two.
        Linear "linear",
    }

    /// What a norm table gives for a score outside of it.
    Outside {
        /// Nothing.
        None "none",
        /// The first or last row, and says so.
        Clamp "clamp",
    }

    /// What a reliability was computed from.
    ReliabilityKind {
        /// The same people asked twice.
        Retest "retest",
        /// The items of one administration, as Cronbach's alpha.
        InternalConsistency "internalConsistency",
    }

    /// Which cut-off of Jacobson and Truax (1991) is used.
    CutOffRule {
        /// Two standard deviations beyond the clinical mean.
        A "a",
        /// Within two standard deviations of the functional mean.
        B "b",
        /// Halfway between the two means, in their standard deviations.
        C "c",
    }
}
