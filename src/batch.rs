//! Many responses at once: bytes in, columns of scores out, each the same bits as one by one.
//!
//! A plan is made once for an instrument. A scale whose item scores are small whole numbers is added up in lanes, or
//! by a table for each item, and its score then looked up in a table that the one rule of scoring has filled; every
//! other scale goes through that rule row by row. Measured figures: `docs/decisions/0011-batches.md`.
mod answers;
mod block;
mod lanes;
mod sums;

use self::answers::Answers;
use self::block::{Bytes, Written};
use self::sums::Sums;
use crate::check::ItemState;
use crate::code::IssueCode;
use crate::error::{Error, Subject};
use crate::id::{LinkId, ScaleId};
use crate::instrument::{Instrument, Item, Scale, ScaleRule, Takes};
use crate::issue::Issue;
use crate::pointer::Pointer;
use crate::score::{NotScored, Outcome, ScaleScore};

/// Rows that are worked on together, so that what is written of them is read again while it is near.
const BLOCK: usize = 1024;

/// What is written where a scale has no score; one pattern of bits, so that results can be compared as bytes.
const NO_SCORE: f64 = f64::from_bits(0x7ff8_0000_0000_0000);

/// How the answers lie in memory.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Layout {
    /// All rows of the first item, then all of the second, and so on.
    Columns,
    /// All items of the first row, then all of the second, and so on.
    Rows,
}

/// What became of one scale in one row; each has a code from 0 to 5.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RowStatus {
    /// There is a score from all the scale's items.
    Scored,
    /// There is a score although answers are missing.
    Prorated,
    /// There is none, and why.
    NotScored(NotScored),
}

impl RowStatus {
    /// What became of a scale that was scored alone.
    #[must_use]
    pub fn of(score: &ScaleScore<'_>) -> Self {
        match score.outcome {
            Outcome::Scored(_) if score.prorated => Self::Prorated,
            Outcome::Scored(_) => Self::Scored,
            Outcome::NotScored(reason) => Self::NotScored(reason),
        }
    }

    /// The byte that is written: 0 scored, 1 scored with answers missing, 2 too few answered, 3 an answer that cannot
    /// be used, 4 items not asked, 5 a part not scored.
    #[must_use]
    pub fn code(self) -> u8 {
        match self {
            Self::Scored => 0,
            Self::Prorated => 1,
            Self::NotScored(NotScored::TooFewAnswered) => 2,
            Self::NotScored(NotScored::InvalidAnswer) => 3,
            Self::NotScored(NotScored::NotAsked) => 4,
            Self::NotScored(NotScored::PartNotScored) => 5,
        }
    }
}

/// A score and its status, as they are written.
fn written(score: &ScaleScore<'_>) -> (f64, u8) {
    (score.outcome.value().unwrap_or(NO_SCORE), RowStatus::of(score).code())
}

/// An instrument's plan for scoring many responses; made by [`Instrument::batch`].
#[derive(Clone, Debug)]
pub struct Batch {
    layout: Layout,
    items: Vec<LinkId>,
    scales: Vec<(Scale, Way)>,
    /// One for each item of the instrument; empty when no scale needs the answers one by one.
    answers: Vec<Answers>,
    states: Vec<ItemState>,
}

/// How a scale's column comes about.
#[derive(Clone, Debug)]
enum Way {
    /// Whole item scores are added up, and the score looked up.
    Sums(Sums),
    /// The states of each row's items go through the rule of scoring.
    States,
    /// Earlier columns are put together.
    Parts,
}

impl Instrument {
    /// A plan for scoring many responses at once.
    ///
    /// A row has one byte for each item, in the instrument's order; items of type `info` have none. The byte is the
    /// answer as a signed number (-128 to 127): an option's code, a place on a line, a whole number; 0 or 1 for a
    /// consent. `missing` is the byte for no answer. What no answer can be is an answer that cannot be used, as it is
    /// one by one. An item that no scale needs, neither in its key nor in a condition on which that item is asked, may
    /// be of any type: its bytes are not read.
    ///
    /// ```
    /// # use rapport::{Instrument, Layout};
    /// # fn main() -> Result<(), rapport::Error> {
    /// # let instrument = Instrument::read(include_str!("../instruments/alliance/definition.json"))?;
    /// let mut batch = instrument.batch(Layout::Rows, 0xff)?;
    /// let answers = [[3_u8; 12], [0xff; 12]].concat();
    /// let (mut scores, mut statuses) = ([0.0; 4 * 2], [0; 4 * 2]);
    /// batch.score(2, &answers, &mut scores, &mut statuses)?;
    /// assert_eq!((scores[0], statuses[0]), (3.0, 0)); // first scale, first row
    /// assert_eq!((scores[1].is_nan(), statuses[1]), (true, 2)); // first scale, second row: too few answered
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// # Errors
    ///
    /// Of [`Subject::Batch`], with every fault: `notAByte` at `/items/<index>` for an item that a scale needs and whose
    /// answers a byte cannot hold (texts, dates, several choices, codes that are words, numbers that are not whole or
    /// too large); `missingIsAnAnswer` at `/missing` when such an item takes the missing byte as an answer.
    pub fn batch(&self, layout: Layout, missing: u8) -> Result<Batch, Error> {
        let mut column = 0..;
        let answers: Vec<Answers> = (self.items().iter().zip(self.needed()))
            .map(|(item, is_needed)| {
                let column = if is_shown(item) { None } else { column.next() };
                Answers::of(item, column, is_needed.then_some(missing))
            })
            .collect();
        let mut issues = Vec::new();
        for (place, answers) in answers.iter().enumerate() {
            if let Err((code, sentence)) = answers.fit(missing) {
                let at = match code {
                    IssueCode::MissingIsAnAnswer => Pointer::root().key("missing"),
                    _ => Pointer::root().key("items").index(place),
                };
                let sentence = format_args!("{sentence}: item `{}`", answers.item.link_id());
                issues.push(Issue::error(code, &at, sentence));
            }
        }
        let mut batch = Batch {
            layout,
            items: self
                .items()
                .iter()
                .filter(|item| !is_shown(item))
                .map(|item| item.link_id().clone())
                .collect(),
            scales: Vec::with_capacity(self.scales().len()),
            answers,
            states: Vec::new(),
        };
        if issues.is_empty() {
            batch.plan(self.scales(), missing);
        }
        Error::unless_sound(Subject::Batch, Some(batch), issues)
    }

    /// Which items' answers decide about a score.
    fn needed(&self) -> Vec<bool> {
        let mut needed = vec![false; self.items().len()];
        for key in self.scales().iter().flat_map(Scale::key) {
            needed.get_mut(key.item).into_iter().for_each(|needed| *needed = true);
        }
        // A condition asks about earlier items only, so that one way from the last to the first finds all.
        for (place, item) in self.items().iter().enumerate().rev() {
            let is_needed = needed.get(place) == Some(&true);
            for test in item.condition.iter().filter(|_| is_needed).flat_map(|condition| &condition.tests) {
                needed.get_mut(test.question).into_iter().for_each(|needed| *needed = true);
            }
        }
        needed
    }
}

fn is_shown(item: &Item) -> bool {
    matches!(item.takes, Takes::Info)
}

impl Batch {
    /// Finds each scale's way.
    fn plan(&mut self, scales: &[Scale], missing: u8) {
        let mut room = sums::MOST;
        for scale in scales {
            let way = match &scale.rule {
                ScaleRule::Composite(_) => Way::Parts,
                ScaleRule::Items(rule) => {
                    Sums::of(scale, rule, &self.answers, self.layout, missing, &mut room)
                        .map_or(Way::States, Way::Sums)
                }
            };
            self.scales.push((scale.clone(), way));
        }
        if !self.scales.iter().any(|(_, way)| matches!(way, Way::States)) {
            self.answers = Vec::new();
        }
    }

    /// The items that have a byte in a row, in order.
    #[must_use]
    pub fn items(&self) -> &[LinkId] {
        &self.items
    }

    /// The scales, in the order of their columns.
    pub fn scales(&self) -> impl ExactSizeIterator<Item = &ScaleId> {
        self.scales.iter().map(|(scale, _)| scale.id())
    }

    /// Scores a block of rows, of any number; blocks may follow each other. Memory is asked for in the first call only.
    ///
    /// `answers` has `rows` x items bytes. Written are `rows` scores for the first scale, then for the second, and so
    /// on, and a status ([`RowStatus::code`]) for each; where there is no score stands the NaN of bits
    /// `0x7ff8_0000_0000_0000`.
    ///
    /// # Errors
    ///
    /// Of [`Subject::Batch`], `wrongLength` at `/answers`, `/scores` or `/statuses`; then nothing was written.
    pub fn score(
        &mut self,
        rows: usize,
        answers: &[u8],
        scores: &mut [f64],
        statuses: &mut [u8],
    ) -> Result<(), Error> {
        let (items, scales) = (self.items.len(), self.scales.len());
        fits("answers", answers.len(), rows, items)?;
        fits("scores", scores.len(), rows, scales)?;
        fits("statuses", statuses.len(), rows, scales)?;
        for start in (0..rows).step_by(BLOCK) {
            let mut written =
                Written { scores, statuses, start, rows: BLOCK.min(rows - start), stride: rows };
            let bytes = match self.layout {
                Layout::Columns => {
                    Bytes { bytes: answers.get(start..).unwrap_or_default(), across: rows, down: 1 }
                }
                Layout::Rows => {
                    Bytes { bytes: answers.get(start * items..).unwrap_or_default(), across: 1, down: items }
                }
            };
            block::score(&self.scales, &self.answers, &mut self.states, bytes, &mut written);
        }
        Ok(())
    }
}

/// Whether a list is as long as so many rows need, each so many entries.
fn fits(name: &str, length: usize, rows: usize, each: usize) -> Result<(), Error> {
    if rows.checked_mul(each) == Some(length) {
        return Ok(());
    }
    let sentence = format_args!("{rows} rows of {each} each were asked for, found {length}");
    Err(Error::new(
        Subject::Batch,
        Issue::error(IssueCode::WrongLength, &Pointer::root().key(name), sentence),
    ))
}
