//! [`Checked`] -> [`ScaleScore`]s: raw scores by each scale's rule, or the reason why there is none.
//!
//! Missing answers are taken to be like the answered ones (proration: sum x items / answered), or are replaced by
//! their rounded mean where the instrument's manual says so. Proration is biased when items differ in their means
//! (Mazza, Enders & Ruehlman 2015, Multivariate Behavioral Research 50), so a score always says from how many
//! answers it comes. The formulas, with their order of operations, are in `docs/format.md`.
mod tally;

pub(crate) use self::tally::Tally;
use crate::check::{Checked, ItemState};
use crate::instrument::{ItemRule, Scale, ScaleRule};
use crate::word::words;

/// One scale's result.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ScaleScore<'i> {
    /// The scale, with the range of its raw score.
    pub scale: &'i Scale,
    /// The raw score, or why there is none.
    pub outcome: Outcome,
    /// How many of its items have an item score.
    pub answered: usize,
    /// How many were asked and have none, whatever the reason.
    pub missing: usize,
    /// How many were not asked.
    pub not_asked: usize,
    /// Whether the score is given although answers are missing.
    pub prorated: bool,
}

/// A raw score, or the reason why it is not given.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Outcome {
    /// The raw score, unrounded.
    Scored(f64),
    /// Not given, and why.
    NotScored(NotScored),
}

impl Outcome {
    /// The raw score, if there is one.
    #[must_use]
    pub fn value(self) -> Option<f64> {
        match self {
            Self::Scored(value) => Some(value),
            Self::NotScored(_) => None,
        }
    }
}

words! {
    /// Why a scale has no score.
    NotScored {
        /// Fewer items are answered than the scale's missing rule asks for.
        TooFewAnswered "tooFewAnswered",
        /// One of its items has an answer that cannot be used; guessing it away could change the score.
        InvalidAnswer "invalidAnswer",
        /// Items that it needs were not asked.
        NotAsked "notAsked",
        /// It is made of scales, and one of them has no score.
        PartNotScored "partNotScored",
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
        scores(self.instrument.scales(), &self.states)
    }
}

/// The scores of scales, given the states of the instrument's items.
pub(crate) fn scores<'i>(scales: &'i [Scale], states: &[ItemState]) -> Vec<ScaleScore<'i>> {
    let mut scores: Vec<ScaleScore<'i>> = Vec::with_capacity(scales.len());
    for scale in scales {
        let score = match &scale.rule {
            ScaleRule::Items(rule) => of_items(scale, rule, states),
            ScaleRule::Composite(terms) => of_scales(scale, terms, &scores),
        };
        scores.push(score);
    }
    scores
}

/// The score of a scale made of items, given the states of the instrument's items.
pub(crate) fn of_items<'i>(scale: &'i Scale, rule: &ItemRule, states: &[ItemState]) -> ScaleScore<'i> {
    of_tally(scale, rule, &Tally::of(rule, states))
}

/// The score of a scale whose items have been counted and added up.
pub(crate) fn of_tally<'i>(scale: &'i Scale, rule: &ItemRule, tally: &Tally) -> ScaleScore<'i> {
    let outcome = match tally.obstacle(rule) {
        Some(reason) => Outcome::NotScored(reason),
        None => Outcome::Scored(within(scale, tally.aggregate(rule))),
    };
    ScaleScore {
        scale,
        outcome,
        answered: tally.answered,
        missing: tally.missing,
        not_asked: tally.not_asked,
        prorated: outcome.value().is_some() && tally.missing > 0,
    }
}

fn of_scales<'i>(scale: &'i Scale, terms: &[(usize, f64)], scores: &[ScaleScore<'i>]) -> ScaleScore<'i> {
    let parts = || terms.iter().filter_map(|(place, weight)| scores.get(*place).map(|part| (part, *weight)));
    let outcome = together(scale, parts().map(|(part, weight)| (part.outcome.value(), weight)));
    let (mut answered, mut missing, mut not_asked, mut prorated) = (0, 0, 0, false);
    for (part, _) in parts() {
        // A scale made of scales made of scales counts an item many times over: hundreds of them, beyond any number.
        answered = part.answered.saturating_add(answered);
        missing = part.missing.saturating_add(missing);
        not_asked = part.not_asked.saturating_add(not_asked);
        prorated |= part.prorated;
    }
    prorated &= outcome.value().is_some();
    ScaleScore { scale, outcome, answered, missing, not_asked, prorated }
}

/// The score of a scale made of scales: each part's score, if it has one, times its weight, added in order.
pub(crate) fn together(scale: &Scale, parts: impl Iterator<Item = (Option<f64>, f64)>) -> Outcome {
    let mut sum = Some(0.0);
    for (score, weight) in parts {
        sum = sum.zip(score).map(|(sum, score)| sum + score * weight);
    }
    sum.map_or(Outcome::NotScored(NotScored::PartNotScored), |sum| Outcome::Scored(within(scale, sum)))
}

/// Weights such as 0.1 are not exact in binary: the last bit is not to carry a score out of its range.
fn within(scale: &Scale, score: f64) -> f64 {
    score.max(scale.min).min(scale.max)
}
