//! One block of rows: every scale's column, in the order in which they can be had.
use super::answers::Answers;
use super::{NO_SCORE, RowStatus, Way, written};
use crate::check::ItemState;
use crate::instrument::{Scale, ScaleRule};
use crate::score::{self, Outcome};

/// The bytes of some rows.
#[derive(Clone, Copy)]
pub(super) struct Bytes<'b> {
    pub(super) bytes: &'b [u8],
    /// From one item of a row to the next.
    pub(super) across: usize,
    /// From one row of an item to the next.
    pub(super) down: usize,
}

impl<'b> Bytes<'b> {
    /// The bytes of an item, so many rows; only where they lie side by side.
    pub(super) fn column(&self, item: usize, rows: usize) -> &'b [u8] {
        let from = item * self.across;
        self.bytes.get(from..from + rows).unwrap_or_default()
    }

    fn byte(&self, item: usize, row: usize) -> u8 {
        self.bytes.get(item * self.across + row * self.down).copied().unwrap_or_default()
    }
}

/// Where the results of some rows go.
pub(super) struct Written<'w> {
    pub(super) scores: &'w mut [f64],
    pub(super) statuses: &'w mut [u8],
    /// The first row.
    pub(super) start: usize,
    pub(super) rows: usize,
    /// From one scale's column to the next.
    pub(super) stride: usize,
}

impl Written<'_> {
    fn column(&mut self, scale: usize) -> (&mut [f64], &mut [u8]) {
        let from = scale * self.stride + self.start;
        let rows = from..from + self.rows;
        (
            self.scores.get_mut(rows.clone()).unwrap_or_default(),
            self.statuses.get_mut(rows).unwrap_or_default(),
        )
    }

    /// What was written for a scale in a row: the score, if there is one, and whether answers are missing.
    fn part(&self, scale: usize, row: usize) -> Option<(Option<f64>, bool)> {
        let at = scale * self.stride + self.start + row;
        let (score, status) = (*self.scores.get(at)?, *self.statuses.get(at)?);
        let is_prorated = status == RowStatus::Prorated.code();
        let is_scored = is_prorated || status == RowStatus::Scored.code();
        Some((is_scored.then_some(score), is_prorated))
    }

    fn put(&mut self, scale: usize, row: usize, (score, status): (f64, u8)) {
        let at = scale * self.stride + self.start + row;
        self.scores.get_mut(at).into_iter().for_each(|place| *place = score);
        self.statuses.get_mut(at).into_iter().for_each(|place| *place = status);
    }
}

/// Scores a block: what is added up, then what goes row by row, then scales made of scales.
pub(super) fn score(
    scales: &[(Scale, Way)],
    answers: &[Answers],
    states: &mut Vec<ItemState>,
    bytes: Bytes<'_>,
    results: &mut Written<'_>,
) {
    for (place, (_, way)) in scales.iter().enumerate() {
        if let Way::Sums(sums) = way {
            let (scores, statuses) = results.column(place);
            sums.score(bytes, scores, statuses);
        }
    }
    if scales.iter().any(|(_, way)| matches!(way, Way::States)) {
        for row in 0..results.rows {
            find_states(answers, states, bytes, row);
            for (place, (scale, way)) in scales.iter().enumerate() {
                if let (Way::States, ScaleRule::Items(rule)) = (way, &scale.rule) {
                    results.put(place, row, written(&score::of_items(scale, rule, states)));
                }
            }
        }
    }
    for (place, (scale, _)) in scales.iter().enumerate() {
        if let ScaleRule::Composite(terms) = &scale.rule {
            for row in 0..results.rows {
                let together = of_parts(scale, terms, |part| results.part(part, row));
                results.put(place, row, together);
            }
        }
    }
}

/// The states of one row's items, as checking the row alone would find them.
fn find_states(answers: &[Answers], states: &mut Vec<ItemState>, bytes: Bytes<'_>, row: usize) {
    states.clear();
    for one in answers {
        let byte = |one: &Answers| one.column.map_or(0, |column| bytes.byte(column, row));
        let asked = one.item.condition.as_ref().map_or(Some(true), |condition| {
            condition.holds(|place| {
                let earlier = answers.get(place)?;
                Some(earlier.earlier(*states.get(place)?, byte(earlier)))
            })
        });
        states.push(one.state(byte(one)).when_asked(asked));
    }
}

fn of_parts(
    scale: &Scale,
    terms: &[(usize, f64)],
    part: impl Fn(usize) -> Option<(Option<f64>, bool)>,
) -> (f64, u8) {
    let parts = || terms.iter().filter_map(|(place, weight)| part(*place).map(|part| (part, *weight)));
    let outcome = score::together(scale, parts().map(|((score, _), weight)| (score, weight)));
    let status = match outcome {
        Outcome::Scored(_) if parts().any(|((_, prorated), _)| prorated) => RowStatus::Prorated,
        Outcome::Scored(_) => RowStatus::Scored,
        Outcome::NotScored(reason) => RowStatus::NotScored(reason),
    };
    (outcome.value().unwrap_or(NO_SCORE), status.code())
}
