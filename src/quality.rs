//! What the answers tell of how they were given: runs, spread, time. Never a verdict, and nothing is dropped for it.
//!
//! A satisfied client who chooses the highest answer twelve times cannot be told apart from one who does not read:
//! these figures are there to be talked about. Longest run and spread after Johnson (2005) and Dunn et al. (2018),
//! the even-odd correlation after Meade & Craig (2012); thresholds of the literature do not carry over to short forms.
mod halves;

use crate::check::{Checked, ItemState};
use crate::instrument::{Direction, Item, Takes};
use crate::number::count;
use crate::word::words;

/// How a form was answered; items of type `info` are not counted.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "full", derive(serde::Serialize), serde(rename_all = "camelCase"))]
pub struct Quality {
    /// How many items the form has.
    pub items: usize,
    /// How many are asked, going by the other answers.
    pub asked: usize,
    /// How many of those have a usable answer.
    pub answered: usize,
    /// How many were declined.
    pub declined: usize,
    /// How many have an answer saying that the item does not apply.
    pub not_applicable: usize,
    /// How many have no answer, or one that cannot be used.
    pub missing: usize,
    /// How many are not asked.
    pub not_asked: usize,
    /// The share of the items asked that have no usable answer, 0 to 1; `None` when none is asked.
    pub share_missing: Option<f64>,
    /// The most `likert` items in a row with the same answer, before reverse scoring.
    pub longest_run: usize,
    /// The mean length of such runs; `None` without an answer.
    pub average_run: Option<f64>,
    /// The standard deviation (n - 1) of the `likert` answers, before reverse scoring; `None` where it says nothing.
    pub intra_individual_sd: Option<f64>,
    /// The time spent; `None` when it was not measured.
    pub seconds_per_item: Option<SecondsPerItem>,
    /// How far the halves of the scales agree, -1 to 1; `None` with fewer than five scales, or without variance.
    pub even_odd: Option<f64>,
    /// What is worth a remark.
    pub notes: Vec<Note>,
}

/// The time spent on the items that were answered.
#[derive(Clone, Copy, Debug, PartialEq)]
#[cfg_attr(feature = "full", derive(serde::Serialize))]
pub struct SecondsPerItem {
    /// The median: a pause does not move it.
    pub median: f64,
    /// The mean.
    pub mean: f64,
}

words! {
    /// A pattern that cannot be told apart from answers that are simply so.
    Note {
        /// All `likert` items have the same answer, before reverse scoring.
        SameAnswer "sameAnswer",
        /// All `likert` items of the scales have their highest item score: common on short alliance forms.
        AllHighest "allHighest",
    }
}

/// So few answers are alike by chance.
const LEAST_FOR_A_NOTE: usize = 4;

impl Checked<'_> {
    /// How the form was answered.
    #[must_use]
    pub fn quality(&self) -> Quality {
        let (mut answered, mut declined, mut not_applicable, mut missing, mut not_asked) = (0, 0, 0, 0, 0);
        for (item, state) in self.instrument.items().iter().zip(&self.states) {
            if matches!(item.takes, Takes::Info) {
                continue;
            }
            *match state {
                ItemState::Answered(_) => &mut answered,
                ItemState::Declined => &mut declined,
                ItemState::NotApplicable => &mut not_applicable,
                ItemState::NotAsked => &mut not_asked,
                ItemState::Missing | ItemState::Invalid | ItemState::Shown => &mut missing,
            } += 1;
        }
        let asked = answered + declined + not_applicable + missing;
        let (longest_run, average_run) = self.runs();
        Quality {
            items: asked + not_asked,
            asked,
            answered,
            declined,
            not_applicable,
            missing,
            not_asked,
            share_missing: (asked > 0).then(|| count(asked - answered) / count(asked)),
            longest_run,
            average_run,
            intra_individual_sd: self.intra_individual_sd(),
            seconds_per_item: self.seconds_per_item(),
            even_odd: halves::even_odd(self.instrument.scales(), &self.states),
            notes: self.notes(),
        }
    }

    /// The `likert` items asked, each with its weight if it has an answer.
    fn likert(&self) -> impl Iterator<Item = (usize, &Item, Option<f64>)> {
        let items = self.instrument.items().iter().zip(&self.states).enumerate();
        items.filter_map(|(place, (item, state))| match (&item.takes, *state) {
            (Takes::Likert(_), ItemState::NotAsked) => None,
            (Takes::Likert(_), ItemState::Answered(weight)) => Some((place, item, weight)),
            (Takes::Likert(_), _) => Some((place, item, None)),
            _ => None,
        })
    }

    fn runs(&self) -> (usize, Option<f64>) {
        let (mut longest, mut length, mut runs, mut answered) = (0, 0, 0, 0);
        let mut last = None;
        for (_, _, weight) in self.likert() {
            if weight.is_none() {
                length = 0;
            } else if weight == last {
                length += 1;
                answered += 1;
            } else {
                length = 1;
                runs += 1;
                answered += 1;
            }
            last = weight;
            longest = longest.max(length);
        }
        (longest, (runs > 0).then(|| count(answered) / count(runs)))
    }

    fn intra_individual_sd(&self) -> Option<f64> {
        let answered = || self.likert().filter_map(|(_, item, weight)| Some((item.range(), weight?)));
        let (range, _) = answered().next()?;
        let n = answered().count();
        let alike = answered().all(|(other, _)| other == range);
        (alike && n > 1).then(|| {
            let mean = answered().fold(0.0, |sum, (_, weight)| sum + weight) / count(n);
            let squares = answered().fold(0.0, |sum, (_, weight)| sum + (weight - mean) * (weight - mean));
            (squares / count(n - 1)).sqrt()
        })
    }

    fn seconds_per_item(&self) -> Option<SecondsPerItem> {
        let answered = self.instrument.items().iter().zip(&self.states);
        let answered = answered.filter(|(_, state)| matches!(state, ItemState::Answered(_)));
        let (mut rising, mut sum) = (Vec::new(), 0.0);
        for (item, _) in answered {
            let mut times = self.response.times().iter();
            let time = times.find(|(link_id, _)| link_id == item.link_id().as_str());
            let Some(seconds) =
                time.map(|(_, time)| time / 1000.0).filter(|time| (0.0..f64::MAX).contains(time))
            else {
                continue;
            };
            sum += seconds;
            rising.insert(rising.partition_point(|earlier| *earlier <= seconds), seconds);
        }
        let middle = rising.len().div_euclid(2);
        let upper = *rising.get(middle)?;
        let median = match middle.checked_sub(1).and_then(|lower| rising.get(lower)) {
            Some(lower) if rising.len().is_multiple_of(2) => f64::midpoint(*lower, upper),
            _ => upper,
        };
        Some(SecondsPerItem { median, mean: sum / count(rising.len()) })
    }

    fn notes(&self) -> Vec<Note> {
        let mut notes = Vec::new();
        let first = self.likert().next().and_then(|(_, _, weight)| weight);
        let same = first.is_some() && self.likert().all(|(_, _, weight)| weight == first);
        if same && self.likert().count() >= LEAST_FOR_A_NOTE {
            notes.push(Note::SameAnswer);
        }
        if self.all_highest() {
            notes.push(Note::AllHighest);
        }
        notes
    }

    fn all_highest(&self) -> bool {
        let scales = self.instrument.scales();
        let keyed = |place: usize| scales.iter().flat_map(|scale| scale.key()).find(|key| key.item == place);
        let mut scored = 0;
        for (place, item, weight) in self.likert() {
            let Some(key) = keyed(place) else { continue };
            let Some((low, high)) = item.range() else { continue };
            if weight != Some(if key.reverse { low } else { high }) {
                return false;
            }
            scored += 1;
        }
        let worse = |scale: &crate::instrument::Scale| scale.direction == Some(Direction::HigherIsWorse);
        scored >= LEAST_FOR_A_NOTE && !scales.iter().any(worse)
    }
}
