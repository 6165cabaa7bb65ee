//! Scales whose every reference holds: which items make one, which way, and when it may be given.
use serde::{Deserialize, Serialize};

use crate::id::ScaleId;
use crate::word::words;

/// A scale: which items make it, which way, and when it may be given.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Scale {
    pub(crate) id: ScaleId,
    pub(crate) direction: Option<Direction>,
    pub(crate) rule: ScaleRule,
    pub(crate) min: f64,
    pub(crate) max: f64,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) enum ScaleRule {
    Items(ItemRule),
    /// Earlier scales by their places, each times a weight.
    Composite(Vec<(usize, f64)>),
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct ItemRule {
    /// In the instrument's order.
    pub(crate) key: Vec<Key>,
    pub(crate) aggregation: Aggregation,
    pub(crate) count_from: f64,
    pub(crate) max_missing: usize,
    pub(crate) replacement: Option<Replacement>,
    /// Whether all items have the same lowest and the same highest item score.
    pub(crate) alike: bool,
}

/// One item's place in a scale; it names the item by its position, known to exist.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct Key {
    pub(crate) item: usize,
    pub(crate) reverse: bool,
    pub(crate) weight: f64,
    /// The lowest and highest weight of the item's answers, when they are laid onto another range.
    pub(crate) mapped_from: Option<(f64, f64)>,
    /// The lowest item score.
    pub(crate) low: f64,
    /// The highest item score.
    pub(crate) high: f64,
    pub(crate) when_not_asked: Option<f64>,
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

impl Scale {
    /// Unique within the instrument.
    #[must_use]
    pub fn id(&self) -> &ScaleId {
        &self.id
    }

    /// Which way it points, if that is declared.
    #[must_use]
    pub fn direction(&self) -> Option<Direction> {
        self.direction
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

    /// The items of its key; empty for a composite.
    pub(crate) fn key(&self) -> &[Key] {
        match &self.rule {
            ScaleRule::Items(rule) => &rule.key,
            ScaleRule::Composite(_) => &[],
        }
    }
}

impl ItemRule {
    /// The weights of all its items together.
    pub(crate) fn weights(&self) -> f64 {
        self.key.iter().fold(0.0, |sum, key| sum + key.weight)
    }

    /// The lowest and the highest sum of its item scores.
    #[cfg(feature = "full")]
    pub(crate) fn sums(&self) -> (f64, f64) {
        self.key.iter().fold((0.0, 0.0), |(low, high), key| (low + key.low, high + key.high))
    }
}

impl Key {
    /// The item score of an answer of this weight: laid onto another range if that is declared, then reversed.
    pub(crate) fn item_score(&self, weight: f64) -> f64 {
        let Self { low, high, .. } = *self;
        let score =
            self.mapped_from.map_or(weight, |(from, to)| low + (weight - from) * (high - low) / (to - from));
        if self.reverse { low + high - score } else { score }
    }
}
