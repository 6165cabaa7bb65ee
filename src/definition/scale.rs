//! Scales as a definition writes them: which items, which way, and when a score may be given.
use serde::{Deserialize, Serialize};

use crate::id::{EvidenceId, LinkId, ScaleId};
use crate::number::Weight;
use crate::word::words;

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct ScaleDef {
    pub(crate) id: ScaleId,
    pub(crate) direction: Option<Direction>,
    pub(crate) rule: ScaleRuleDef,
    pub(crate) range: (f64, f64),
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) enum ScaleRuleDef {
    Items { key: Vec<KeyDef>, aggregation: Aggregation, count_from: f64, missing: MissingRuleDef },
    Composite(Vec<TermDef>),
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct KeyDef {
    pub(crate) link_id: LinkId,
    pub(crate) reverse: bool,
    pub(crate) weight: Weight,
    pub(crate) map_to: Option<(f64, f64)>,
    pub(crate) when_not_asked: Option<Weight>,
}

/// How many answers may be missing: one of the two is there.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
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

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct TermDef {
    pub(crate) scale: ScaleId,
    pub(crate) weight: Weight,
}

words! {
    /// Which way a scale points.
    Direction {
        /// A higher score is the better one.
        HigherIsBetter "higherIsBetter",
        /// A higher score is the worse one.
        HigherIsWorse "higherIsWorse",
    }

    /// How item scores become a raw score.
    Aggregation {
        /// Their sum; with answers missing within the rule, prorated: sum x items / answered.
        Sum "sum",
        /// The mean of the answered ones.
        Mean "mean",
        /// The sum of each times its weight, prorated by the weights.
        WeightedSum "weightedSum",
        /// That sum divided by the weights of the answered ones.
        WeightedMean "weightedMean",
        /// Where the sum stands between the lowest (0) and the highest (100) that can be reached.
        PercentOfMaximum "percentOfMaximum",
        /// How many reach a given item score.
        Count "count",
        /// Ten times the mean.
        MeanTimesTen "meanTimesTen",
    }

    /// How the mean that stands in for a missing answer is rounded.
    Replacement {
        /// 2.5 becomes 3, and -2.5 becomes -3.
        RoundHalfAwayFromZero "roundHalfAwayFromZero",
        /// 2.5 becomes 2, and 3.5 becomes 4.
        RoundHalfToEven "roundHalfToEven",
    }
}
