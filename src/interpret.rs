//! [`ScaleScore`]s -> [`Interpretation`]s: what a score is against a norm group or a cut score, each with its source.
use crate::check::{Checked, ItemState};
use crate::condition::Earlier;
use crate::instrument::{Between, CutScore, Evidence, Norm, NormRule, NormTable, Outside, StandardScore};
use crate::number::{is_at, reaches};
use crate::response::Given;
use crate::score::ScaleScore;
use crate::word::words;

/// What a score means against a cited norm or cut score.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "full", derive(serde::Serialize), serde(tag = "kind", rename_all = "camelCase"))]
pub enum Interpretation {
    /// Where the score stands in a norm group.
    Standard(Standard),
    /// Between which cut scores it lies.
    Band(Band),
}

/// A score set against a norm group.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "full", derive(serde::Serialize))]
pub struct Standard {
    /// The scale's id.
    pub scale: String,
    /// The norm group's id.
    pub group: String,
    /// What kind of score it is.
    pub standard: StandardScore,
    /// The standard score; `None` when the group's table does not have it.
    pub value: Option<f64>,
    /// What is to be known about the value.
    pub limit: Option<Limit>,
    /// Where the norm comes from.
    pub evidence: Evidence,
}

/// The band that a score lies in: from its lower cut up to the next one.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "full", derive(serde::Serialize))]
pub struct Band {
    /// The scale's id.
    pub scale: String,
    /// The band's id; `None` for a score below the first cut.
    pub band: Option<String>,
    /// The band's lower cut, which belongs to it.
    pub from: Option<f64>,
    /// The next cut, which does not.
    pub below: Option<f64>,
    /// Where the cuts come from.
    pub evidence: Evidence,
}

/// An item whose answer the instrument's authors want looked at. A place to look, never an alarm.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "full", derive(serde::Serialize), serde(rename_all = "camelCase"))]
pub struct CriticalItem {
    /// The item.
    pub link_id: String,
    /// Who says so.
    pub evidence: Evidence,
}

words! {
    /// What is to be known about a standard score.
    Limit {
        /// Below what the group can tell: percentiles end at 1.
        Below "below",
        /// Above what the group can tell: percentiles end at 99.
        Above "above",
        /// The score is outside of the table; the nearest row is given.
        Clamped "clamped",
        /// The score is outside of the table.
        OutsideTable "outsideTable",
        /// The score is between two rows of a table that has no value there.
        BetweenRows "betweenRows",
    }
}

impl Checked<'_> {
    /// What the scores mean, norms first, in the definition's order; nothing for a scale without a score.
    #[must_use]
    pub fn interpretations(&self, scores: &[ScaleScore<'_>]) -> Vec<Interpretation> {
        let mut found = Vec::new();
        for norm in self.instrument.norms().iter().filter(|norm| self.belongs_to(norm)) {
            if let (Some((scale, score)), Some(evidence)) =
                (scored(scores, norm.scale), self.instrument.evidence(norm.evidence))
            {
                for (standard, value, limit) in standards(&norm.rule, score) {
                    found.push(Interpretation::Standard(Standard {
                        scale: scale.to_owned(),
                        group: norm.group.to_string(),
                        standard,
                        value,
                        limit,
                        evidence: evidence.clone(),
                    }));
                }
            }
        }
        for cut_score in self.instrument.cut_scores() {
            if let (Some((scale, score)), Some(evidence)) =
                (scored(scores, cut_score.scale), self.instrument.evidence(cut_score.evidence))
            {
                found.push(Interpretation::Band(band(cut_score, scale, score, evidence)));
            }
        }
        found
    }

    fn belongs_to(&self, norm: &Norm) -> bool {
        norm.attributes.iter().all(|needed| self.response.attributes().contains(needed))
    }

    /// The critical items whose answer is one to look at.
    #[must_use]
    pub fn critical_items(&self) -> Vec<CriticalItem> {
        let critical = self.instrument.critical_items().iter().filter_map(|critical| {
            let item = self.instrument.items().get(critical.test.question)?;
            // Whether or not the item is asked by the other answers: what somebody wrote here is to be seen.
            let given =
                self.given(item).find(|given| item.refusal(given).is_none() && **given != Given::Declined)?;
            let answer = Earlier { item, state: ItemState::Answered(None), given: Some(given) };
            (critical.test.holds(&answer) == Some(true)).then_some(())?;
            let evidence = self.instrument.evidence(critical.evidence)?.clone();
            Some(CriticalItem { link_id: item.link_id().to_string(), evidence })
        });
        critical.collect()
    }
}

fn scored<'s>(scores: &[ScaleScore<'s>], scale: usize) -> Option<(&'s str, f64)> {
    let score = scores.get(scale)?;
    Some((score.scale.id().as_str(), score.outcome.value()?))
}

fn band(cut_score: &CutScore, scale: &str, score: f64, evidence: &Evidence) -> Band {
    let reached = cut_score.bands.iter().take_while(|band| reaches(score, band.from)).count();
    let own = reached.checked_sub(1).and_then(|place| cut_score.bands.get(place));
    Band {
        scale: scale.to_owned(),
        band: own.map(|band| band.id.to_string()),
        from: own.map(|band| band.from),
        below: cut_score.bands.get(reached).map(|band| band.from),
        evidence: evidence.clone(),
    }
}

fn standards(rule: &NormRule, score: f64) -> Vec<(StandardScore, Option<f64>, Option<Limit>)> {
    match rule {
        NormRule::Linear { mean, sd, gives } => {
            let z = (score - mean) / sd;
            let values = gives.iter().map(|standard| {
                let (value, limit) = match standard {
                    StandardScore::Z => (z, None),
                    StandardScore::T => (50.0 + 10.0 * z, None),
                    StandardScore::Percentile => percentile(100.0 * normal(z), None),
                };
                (*standard, Some(value), limit)
            });
            values.collect()
        }
        NormRule::Table(table) => {
            let (value, limit) = looked_up(table, score);
            let (value, limit) = match value {
                Some(value) if table.gives == StandardScore::Percentile => {
                    let (value, limit) = percentile(value, limit);
                    (Some(value), limit)
                }
                value => (value, limit),
            };
            vec![(table.gives, value, limit)]
        }
    }
}

/// The share of a normal distribution below z: Φ(z).
fn normal(z: f64) -> f64 {
    0.5 * libm::erfc(-z / std::f64::consts::SQRT_2)
}

/// No norm group is large enough to tell 0 or 100 of a hundred.
fn percentile(value: f64, limit: Option<Limit>) -> (f64, Option<Limit>) {
    if value < 1.0 {
        (1.0, limit.or(Some(Limit::Below)))
    } else if value > 99.0 {
        (99.0, limit.or(Some(Limit::Above)))
    } else {
        (value, limit)
    }
}

fn looked_up(table: &NormTable, score: f64) -> (Option<f64>, Option<Limit>) {
    let not_above = table.rows.iter().take_while(|(row, _)| reaches(score, *row)).count();
    let below = not_above.checked_sub(1).and_then(|place| table.rows.get(place));
    match (below, table.rows.get(not_above)) {
        (Some(&(row, value)), _) if is_at(score, row) => (Some(value), None),
        (Some(&(row, value)), Some(&(next, next_value))) => match table.between {
            Between::Exact => (None, Some(Limit::BetweenRows)),
            Between::Step => (Some(value), None),
            Between::Linear => (Some(value + (score - row) * (next_value - value) / (next - row)), None),
        },
        (nearest, other) => match (table.outside, nearest.or(other)) {
            (Outside::Clamp, Some((_, value))) => (Some(*value), Some(Limit::Clamped)),
            _ => (None, Some(Limit::OutsideTable)),
        },
    }
}
