//! Change of one person between two scores, after Jacobson & Truax (1991), J Consult Clin Psychol 59, 12-19.
//!
//! The index is the difference divided by its standard error, `sd * sqrt(2 * (1 - reliability))`; beyond 1.96 (the
//! literal, as in the paper) a change is reliable. What reliability and SD it rests on stands beside every figure.
//! Not valid for a scale whose error differs along its range, nor for a sample unlike the one that is cited.
mod steps;

use serde::Serialize;

use self::steps::step_of;
use crate::code::IssueCode;
use crate::error::{Error, Subject};
use crate::instrument::{ChangeFigures, CutOffRule, Direction, Evidence, Instrument, ReliabilityKind, Scale};
use crate::issue::Issue;
use crate::number::reaches;
use crate::pointer::Pointer;
use crate::word::words;

/// The index beyond which a change is reliable.
const RELIABLE: f64 = 1.96;

/// How one person's score changed.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Change {
    /// The scale's id.
    pub scale: String,
    /// The earlier score.
    pub first: f64,
    /// The later score.
    pub second: f64,
    /// The later minus the earlier.
    pub difference: f64,
    /// The standard error of that difference.
    pub standard_error_of_difference: Option<f64>,
    /// The difference in standard errors.
    pub index: Option<f64>,
    /// Whether the difference is more than error would bring about in 95 of 100 cases.
    pub reliable: Option<bool>,
    /// The smallest difference of two scores without gaps that is reliable; `None` if the scale's range is smaller.
    pub minimum_reliable_change: Option<f64>,
    /// The score between the clinical and the functional group, where a group is known.
    pub cut_off: Option<CutOff>,
    /// What kind of change it is; `None` without published figures.
    pub class: Option<ChangeClass>,
    /// Why there is no class.
    pub reason: Option<NoChange>,
    /// What the reliability was computed from.
    pub reliability_kind: Option<ReliabilityKind>,
    /// Where SD and reliability come from.
    pub evidence: Option<Evidence>,
}

/// A cut-off between two groups.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct CutOff {
    /// Which of the three it is.
    pub rule: CutOffRule,
    /// The score.
    pub value: f64,
    /// Where the groups' figures come from, the clinical first.
    pub evidence: Vec<Evidence>,
}

words! {
    /// What kind of change two scores show.
    ChangeClass {
        /// Reliably better, and from the clinical side of the cut-off to the other.
        Recovered "recovered",
        /// Reliably better.
        Improved "improved",
        /// Not reliably different.
        Unchanged "unchanged",
        /// Reliably worse.
        Deteriorated "deteriorated",
    }

    /// Why a change has no class.
    NoChange {
        /// Nobody has published an error for this scale.
        NoPublishedError "noPublishedError",
    }
}

impl Instrument {
    /// Compares two scores of one person on one scale.
    ///
    /// ```
    /// # fn main() -> Result<(), rapport::Error> {
    /// # let instrument = rapport::Instrument::read(include_str!("../instruments/alliance/definition.json"))?;
    /// let change = instrument.change("bond", 3.5, 4.25)?;
    /// assert_eq!((change.difference, change.class), (0.75, None)); // nobody has published its error
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// # Errors
    /// `unknownScale` at `/scale`; `outOfRange` at `/first` or `/second` for a number that is no score of the scale.
    pub fn change(&self, scale: &str, first: f64, second: f64) -> Result<Change, Error> {
        let wrong = |code, key: &str, sentence: String| {
            Error::new(Subject::Comparison, Issue::error(code, &Pointer::root().key(key), sentence))
        };
        let place = self.scales().iter().position(|known| known.id().as_str() == scale);
        let found = place.and_then(|place| Some((place, self.scales().get(place)?)));
        let unknown = || wrong(IssueCode::UnknownScale, "scale", format!("no scale has the id `{scale}`"));
        let (place, scale) = found.ok_or_else(unknown)?;
        for (key, score) in [("first", first), ("second", second)] {
            if !(scale.min..=scale.max).contains(&score) {
                let sentence =
                    format!("no score of `{}` is outside {} to {}", scale.id, scale.min, scale.max);
                return Err(wrong(IssueCode::OutOfRange, key, sentence));
            }
        }
        let figures = self.change_figures().iter().find(|figures| figures.scale == place);
        Ok(figures.map_or_else(
            || without_figures(scale, first, second),
            |figures| self.with_figures(place, scale, figures, first, second),
        ))
    }

    fn with_figures(
        &self,
        place: usize,
        scale: &Scale,
        figures: &ChangeFigures,
        first: f64,
        second: f64,
    ) -> Change {
        let error = figures.sd * (2.0 * (1.0 - figures.reliability)).sqrt();
        let index = (second - first) / error;
        let reliable = index.abs() > RELIABLE;
        // Loading has seen to it that a scale with figures of change has a direction.
        let better = if scale.direction == Some(Direction::HigherIsWorse) { -1.0 } else { 1.0 };
        let cut_off = self.cut_off(figures, better);
        let crossed = cut_off.as_ref().is_some_and(|cut_off| {
            let beyond = |score: f64| reaches(better * score, better * cut_off.value);
            !beyond(first) && beyond(second)
        });
        let class = match (reliable, better * index > 0.0) {
            (false, _) => ChangeClass::Unchanged,
            (true, false) => ChangeClass::Deteriorated,
            (true, true) if crossed => ChangeClass::Recovered,
            (true, true) => ChangeClass::Improved,
        };
        let minimum =
            step_of(self, place).map_or(Some(RELIABLE * error), |step| step.first_beyond(RELIABLE, error));
        Change {
            standard_error_of_difference: Some(error),
            index: Some(index),
            reliable: Some(reliable),
            minimum_reliable_change: minimum.filter(|minimum| *minimum <= scale.max - scale.min),
            cut_off,
            class: Some(class),
            reason: None,
            reliability_kind: Some(figures.reliability_kind),
            evidence: self.evidence(figures.evidence).cloned(),
            ..without_figures(scale, first, second)
        }
    }

    /// c where the groups overlap, b where they do not, the one that is left with one group.
    fn cut_off(&self, figures: &ChangeFigures, better: f64) -> Option<CutOff> {
        let a = figures.clinical.map(|group| group.mean + better * 2.0 * group.sd);
        let b = figures.functional.map(|group| group.mean - better * 2.0 * group.sd);
        let c = figures.clinical.zip(figures.functional).map(|(clinical, functional)| {
            (functional.sd * clinical.mean + clinical.sd * functional.mean) / (functional.sd + clinical.sd)
        });
        let own_choice = match (a, b) {
            (Some(a), Some(b)) if better * (a - b) >= 0.0 => CutOffRule::C,
            (_, Some(_)) => CutOffRule::B,
            _ => CutOffRule::A,
        };
        let rule = figures.cut_off.unwrap_or(own_choice);
        let (value, groups) = match rule {
            CutOffRule::A => (a, [figures.clinical, None]),
            CutOffRule::B => (b, [figures.functional, None]),
            CutOffRule::C => (c, [figures.clinical, figures.functional]),
        };
        let sources = groups.into_iter().flatten().filter_map(|group| self.evidence(group.evidence).cloned());
        value.map(|value| CutOff { rule, value, evidence: sources.collect() })
    }
}

fn without_figures(scale: &Scale, first: f64, second: f64) -> Change {
    Change {
        scale: scale.id.to_string(),
        first,
        second,
        difference: second - first,
        standard_error_of_difference: None,
        index: None,
        reliable: None,
        minimum_reliable_change: None,
        cut_off: None,
        class: None,
        reason: Some(NoChange::NoPublishedError),
        reliability_kind: None,
        evidence: None,
    }
}
