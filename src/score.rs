//! [`Checked`] -> [`ScaleScore`]s: raw scores by each scale's key, or the reason why there is none.
//!
//! Reverse scoring reflects an answer within its own item's range: `lowest + highest - weight`. A sum with answers
//! missing is prorated, `sum x items / answered`, and a mean is the mean of the answered items; both are the same
//! rule, "the missing ones are taken to be like the answered ones", and neither is rounded. Proration is biased
//! when items differ in their means (Mazza, Enders & Ruehlman 2015, Multivariate Behavioral Research 50), so a
//! score always says from how many answers it comes.
use crate::check::{Checked, ItemState};
use crate::definition::Aggregation;
use crate::instrument::{Key, Scale};
use crate::number::count;

/// One scale's result.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ScaleScore<'i> {
    /// The scale, with the range of its raw score.
    pub scale: &'i Scale,
    /// The raw score, or why there is none.
    pub outcome: Outcome,
    /// How many of its items have a usable answer.
    pub answered: usize,
    /// How many have none, whatever the reason.
    pub missing: usize,
}

/// A raw score, or the reason why it is not given.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Outcome {
    /// The raw score, unrounded.
    Scored(f64),
    /// Not given, and why.
    NotScored(NotScored),
}

/// Why a scale has no score.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "full", derive(serde::Serialize), serde(rename_all = "camelCase"))]
pub enum NotScored {
    /// Fewer items are answered than the scale's missing rule asks for.
    TooFewAnswered,
    /// One of its items has an answer that the item does not take; guessing it away could change the score.
    InvalidAnswer,
}

impl NotScored {
    /// The reason's wire name.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::TooFewAnswered => "tooFewAnswered",
            Self::InvalidAnswer => "invalidAnswer",
        }
    }
}

impl ScaleScore<'_> {
    /// Whether the score is given although answers are missing.
    #[must_use]
    pub fn prorated(&self) -> bool {
        matches!(self.outcome, Outcome::Scored(_)) && self.missing > 0
    }
}

impl<'i> Checked<'i> {
    /// The scores of every scale, in the instrument's order.
    ///
    /// ```
    /// # use rapport::{Form, Given, Instrument, Outcome, Response};
    /// # fn main() -> Result<(), rapport::Error> {
    /// # let instrument = Instrument::read(include_str!("../instruments/alliance/definition.json"))?;
    /// let answers = (1..=12).map(|item| item.to_string());
    /// let response = answers.fold(Response::new(Form::Client), |r, item| r.with(&item, Given::Number(3.0)));
    /// let scores = instrument.check(&response).scores();
    /// assert!(scores.iter().all(|score| score.outcome == Outcome::Scored(3.0)));
    /// # Ok(())
    /// # }
    /// ```
    #[must_use]
    pub fn scores(&self) -> Vec<ScaleScore<'i>> {
        self.instrument.scales().iter().map(|scale| self.score(scale)).collect()
    }

    fn score(&self, scale: &'i Scale) -> ScaleScore<'i> {
        let state = |key: &Key| self.states.get(key.item).copied().unwrap_or(ItemState::Missing);
        let item_scores = scale.key.iter().filter_map(|key| match state(key) {
            ItemState::Answered(weight) => {
                Some(key.reflection.map_or(weight, |reflection| reflection - weight))
            }
            ItemState::Declined | ItemState::Missing | ItemState::Invalid => None,
        });
        // In the instrument's order, never in the answers': the last bit of a sum depends on it.
        let (sum, answered) =
            item_scores.fold((0.0, 0), |(sum, answered), score| (sum + score, answered + 1));
        let items = scale.key.len();
        let outcome = if scale.key.iter().any(|key| state(key) == ItemState::Invalid) {
            Outcome::NotScored(NotScored::InvalidAnswer)
        } else if answered < scale.min_answered {
            Outcome::NotScored(NotScored::TooFewAnswered)
        } else {
            let score = match scale.aggregation {
                Aggregation::Mean => sum / count(answered),
                Aggregation::Sum => sum * count(items) / count(answered),
            };
            // Weights such as 0.1 are not exact in binary: the last bit is not to carry a score out of its range.
            Outcome::Scored(score.max(scale.min).min(scale.max))
        };
        ScaleScore { scale, outcome, answered, missing: items - answered }
    }
}
