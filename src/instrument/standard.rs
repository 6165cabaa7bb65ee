//! Norms, cut scores, figures of change and critical items whose every reference holds, each with its evidence.
use serde::{Deserialize, Serialize};

use super::item::Test;
use crate::id::{BandId, GroupId};
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

/// A norm, with the places of its scale and evidence.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct Norm {
    pub(crate) scale: usize,
    pub(crate) group: GroupId,
    /// What a person must have to belong to the group.
    pub(crate) attributes: Vec<(String, String)>,
    pub(crate) evidence: usize,
    pub(crate) rule: NormRule,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct CutScore {
    pub(crate) scale: usize,
    pub(crate) evidence: usize,
    /// By rising lower cut.
    pub(crate) bands: Vec<BandFrom>,
}

/// What is known about the error of a scale's scores, and about two groups that a change may lead between.
/// The compiled form does not carry it: the sealed form compares no two scores.
#[cfg(feature = "full")]
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

#[cfg(feature = "full")]
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Figures {
    pub(crate) mean: f64,
    pub(crate) sd: f64,
    pub(crate) evidence: usize,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct Critical {
    pub(crate) test: Test,
    pub(crate) evidence: usize,
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

/// A band, by its lower cut.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct BandFrom {
    pub(crate) id: BandId,
    pub(crate) from: f64,
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
