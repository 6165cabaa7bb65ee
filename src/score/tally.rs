//! What the answers to one scale's items add up to, and what its rule makes of that.
use super::NotScored;
use crate::check::ItemState;
use crate::instrument::{Aggregation, ItemRule, Key, Replacement};
use crate::number::count;

/// The items of one key, counted and added up in the instrument's order.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Tally {
    /// Items with an answer that has an item score.
    pub(crate) answered: usize,
    /// Items asked that have none.
    pub(super) missing: usize,
    /// Items not asked.
    pub(super) not_asked: usize,
    /// Of those, the ones with a declared item score.
    stood_in_for: usize,
    pub(crate) invalid: bool,
    /// Item scores added up: plain, times the item's weight, and how many reach the count's threshold.
    pub(crate) sum: f64,
    weighted_sum: f64,
    pub(crate) reached: usize,
    /// The weights of the items that were added.
    weights: f64,
    /// The lowest and the highest sum of the items that are not left out.
    lowest: f64,
    highest: f64,
}

impl Tally {
    /// The tally of items that were all asked and weigh the same, counted and added up elsewhere: so many with an item
    /// score, so many that reach the count's threshold. An answer that cannot be used is not among those answered.
    #[cfg(feature = "full")]
    pub(crate) fn added_up(
        rule: &ItemRule,
        answered: usize,
        sum: f64,
        reached: usize,
        invalid: bool,
    ) -> Self {
        let mut tally = Self { answered, sum, reached, invalid, ..Self::default() };
        tally.missing = rule.key.len().saturating_sub(answered);
        for key in &rule.key {
            tally.lowest += key.low;
            tally.highest += key.high;
        }
        tally
    }

    pub(super) fn of(rule: &ItemRule, states: &[ItemState]) -> Self {
        let mut tally = Self::default();
        for key in &rule.key {
            tally.take(rule, key, states.get(key.item).copied().unwrap_or(ItemState::Missing));
        }
        tally
    }

    /// Counts one item of the key, and adds its score.
    pub(crate) fn take(&mut self, rule: &ItemRule, key: &Key, state: ItemState) {
        if state != ItemState::NotAsked || key.when_not_asked.is_some() {
            self.lowest += key.low;
            self.highest += key.high;
        }
        match state {
            ItemState::Answered(Some(weight)) => {
                self.answered += 1;
                self.add(key.item_score(weight), key.weight, rule.count_from);
            }
            ItemState::NotAsked => {
                self.not_asked += 1;
                if let Some(score) = key.when_not_asked {
                    self.stood_in_for += 1;
                    self.add(score, key.weight, rule.count_from);
                }
            }
            ItemState::Invalid => {
                self.missing += 1;
                self.invalid = true;
            }
            _ => self.missing += 1,
        }
    }

    fn add(&mut self, score: f64, weight: f64, count_from: f64) {
        self.sum += score;
        self.weighted_sum += weight * score;
        self.weights += weight;
        self.reached += usize::from(score >= count_from);
    }

    /// How many items were added.
    fn counted(&self) -> usize {
        self.answered + self.stood_in_for
    }

    /// Items that were not asked and have no declared score.
    fn left_out(&self) -> usize {
        self.not_asked - self.stood_in_for
    }

    /// Why no score may be given.
    pub(super) fn obstacle(&self, rule: &ItemRule) -> Option<NotScored> {
        let none_left = self.left_out() == rule.key.len();
        let can_leave_out = rule.alike
            && matches!(
                rule.aggregation,
                Aggregation::Mean
                    | Aggregation::WeightedMean
                    | Aggregation::MeanTimesTen
                    | Aggregation::PercentOfMaximum
            );
        if self.left_out() > 0 && (!can_leave_out || none_left) {
            Some(NotScored::NotAsked)
        } else if self.invalid {
            Some(NotScored::InvalidAnswer)
        } else if self.missing > rule.max_missing || self.counted() == 0 {
            Some(NotScored::TooFewAnswered)
        } else {
            None
        }
    }

    /// The score, where nothing stands in its way.
    pub(super) fn aggregate(&self, rule: &ItemRule) -> f64 {
        let (sum, counted) = match rule.replacement {
            Some(replacement) => {
                let rounded = replacement.round(self.sum / count(self.counted()));
                (self.sum + count(self.missing) * rounded, self.counted() + self.missing)
            }
            None => (self.sum, self.counted()),
        };
        // Items that nobody was asked, and that have no declared score, are no part of this score.
        let items = rule.key.len() - self.left_out();
        let prorated = |total: f64| {
            if counted == items { total } else { total * count(items) / count(counted) }
        };
        match rule.aggregation {
            Aggregation::Sum => prorated(sum),
            Aggregation::Mean => sum / count(counted),
            Aggregation::MeanTimesTen => sum * 10.0 / count(counted),
            Aggregation::WeightedSum if counted == items => self.weighted_sum,
            Aggregation::WeightedSum => self.weighted_sum * rule.weights() / self.weights,
            Aggregation::WeightedMean => self.weighted_sum / self.weights,
            Aggregation::Count => prorated(count(self.reached)),
            Aggregation::PercentOfMaximum => {
                100.0 * (prorated(sum) - self.lowest) / (self.highest - self.lowest)
            }
        }
    }
}

impl Replacement {
    fn round(self, mean: f64) -> f64 {
        match self {
            Self::RoundHalfAwayFromZero => mean.round(),
            Self::RoundHalfToEven => mean.round_ties_even(),
        }
    }
}
