//! Scales whose item scores are small whole numbers: added up without rounding, and the score looked up.
//!
//! One by one, item scores are added as doubles. Whole numbers of this size are exact in them, and so are their sums:
//! the order does not matter, and a score depends on nothing but how many answers count and what they add up to. For
//! every such pair the table has what the rule of scoring makes of it.
use super::answers::Answers;
use super::block::Bytes;
use super::lanes::{self, CHUNKS, LANES, Line, Sixteen};
use super::{BLOCK, Layout, written};
use crate::instrument::{Aggregation, ItemRule, Key, Scale};
use crate::number::{count, whole};
use crate::score::{self, Tally};

/// The most entries of all tables of a plan together; scales that find no room are scored row by row.
pub(super) const MOST: usize = 1 << 20;

/// The most entries of one scale's table.
const MOST_OF_ONE: usize = 1 << 16;

/// What an answer that cannot be used brings to a place in the table: more than any table has.
const NOWHERE: u32 = 1 << 20;

/// A scale's plan.
#[derive(Clone, Debug)]
pub(super) struct Sums {
    adding: Adding,
    /// Score and status, by the number of answers that count, times the stride, plus their sum.
    table: Vec<(f64, u8)>,
    /// Score and status where an answer cannot be used.
    invalid: (f64, u8),
}

/// How rows find their place in the table.
#[derive(Clone, Debug)]
enum Adding {
    Lanes { missing: u8, keys: Vec<(usize, Line)> },
    Tables(Vec<(usize, [u32; 256])>),
}

/// What a byte brings to a scale.
#[derive(Clone, Copy)]
enum Brings {
    Score(i32),
    Nothing,
    Invalid,
}

impl Sums {
    /// The plan of a scale made of items, if it can be scored this way.
    pub(super) fn of(
        scale: &Scale,
        rule: &ItemRule,
        answers: &[Answers],
        layout: Layout,
        missing: u8,
        room: &mut usize,
    ) -> Option<Self> {
        if matches!(rule.aggregation, Aggregation::WeightedSum | Aggregation::WeightedMean) {
            return None;
        }
        let keys: Vec<Bringing> =
            rule.key.iter().map(|key| Bringing::of(rule, key, answers)).collect::<Option<_>>()?;
        // Every item brings what its score is above the lowest of all, so that no part of a sum is below 0.
        let base = keys.iter().flat_map(Bringing::scores).min()?;
        let most: i32 = keys.iter().filter_map(|key| key.scores().max()).map(|highest| highest - base).sum();
        let stride = if most < i32::from(lanes::INVALID) { 256 } else { usize::try_from(most).ok()? + 1 };
        let entries = stride * (keys.len() + 1);
        if entries > MOST_OF_ONE {
            return None;
        }
        *room = room.checked_sub(entries + 64 * keys.len())?;
        let invalid = written(&score::of_tally(scale, rule, &Tally::added_up(rule, 0, 0.0, 0, true)));
        let table = (0..=keys.len()).flat_map(|counted| (0..stride).map(move |sum| (counted, sum)));
        let table = table.map(|(counted, sum)| {
            let total = count(sum) + count(counted) * f64::from(base);
            let reached = whole(total).and_then(|total| usize::try_from(total).ok()).unwrap_or_default();
            let tally = Tally::added_up(rule, counted, total, reached, false);
            if stride == 256 && sum == usize::from(lanes::INVALID) {
                invalid
            } else {
                written(&score::of_tally(scale, rule, &tally))
            }
        });
        let table = table.collect();
        let lanes = keys.iter().map(|key| Some((key.column, key.line(base, missing)?)));
        let by_lanes = lanes::ARE_FAST && layout == Layout::Columns && stride == 256;
        let lanes: Option<Vec<(usize, Line)>> = if by_lanes { lanes.collect() } else { None };
        let adding = match lanes {
            Some(keys) => Adding::Lanes { missing, keys },
            None => Adding::Tables(keys.iter().map(|key| (key.column, key.table(base, stride))).collect()),
        };
        Some(Self { adding, table, invalid })
    }

    /// Scores some rows, at most [`BLOCK`], as many as there are places for results.
    pub(super) fn score(&self, bytes: Bytes<'_>, scores: &mut [f64], statuses: &mut [u8]) {
        let rows = scores.len();
        match &self.adding {
            Adding::Lanes { missing, keys } => {
                let mut sums = [Sixteen::default(); CHUNKS];
                for (column, line) in keys {
                    lanes::add(&mut sums, line, bytes.column(*column, rows), *missing);
                }
                self.look_up(sums.iter().map(|sums| sums.places()), scores, statuses);
            }
            Adding::Tables(keys) => {
                let mut places = [0_u32; BLOCK];
                let brings =
                    |table: &[u32; 256], byte: u8| table.get(usize::from(byte)).copied().unwrap_or(NOWHERE);
                if bytes.down == 1 {
                    for (column, table) in keys {
                        for (place, byte) in places.iter_mut().zip(bytes.column(*column, rows)) {
                            *place = place.wrapping_add(brings(table, *byte));
                        }
                    }
                } else {
                    for (place, row) in
                        places.iter_mut().zip(bytes.bytes.chunks_exact(bytes.down.max(1))).take(rows)
                    {
                        for (column, table) in keys {
                            let byte = row.get(*column).copied().unwrap_or_default();
                            *place = place.wrapping_add(brings(table, byte));
                        }
                    }
                }
                self.look_up(places.as_chunks().0.iter().copied(), scores, statuses);
            }
        }
    }

    /// Writes what the table has at each place; lists of a fixed length, so that no step asks whether it is the last.
    #[inline]
    fn look_up<P: Copy + TryInto<usize>>(
        &self,
        mut places: impl Iterator<Item = [P; LANES]>,
        scores: &mut [f64],
        statuses: &mut [u8],
    ) {
        let write = |places: [P; LANES], scores: &mut [f64; LANES], statuses: &mut [u8; LANES]| {
            for ((place, score), status) in places.iter().zip(scores).zip(statuses) {
                let place = (*place).try_into().unwrap_or(usize::MAX);
                (*score, *status) = *self.table.get(place).unwrap_or(&self.invalid);
            }
        };
        let ((scores, last_scores), (statuses, last_statuses)) =
            (scores.as_chunks_mut(), statuses.as_chunks_mut());
        for ((scores, statuses), places) in scores.iter_mut().zip(statuses).zip(&mut places) {
            write(places, scores, statuses);
        }
        if let Some(places) = places.next() {
            let (mut scores, mut statuses) = ([0.0; LANES], [0; LANES]);
            write(places, &mut scores, &mut statuses);
            last_scores.iter_mut().zip(scores).for_each(|(last, score)| *last = score);
            last_statuses.iter_mut().zip(statuses).for_each(|(last, status)| *last = status);
        }
    }
}

/// What the bytes of one item bring to a scale.
struct Bringing {
    column: usize,
    /// For each of the 256 bytes.
    brings: Vec<Brings>,
}

impl Bringing {
    /// `None` for an item that is not always asked, or has an item score that is not whole.
    fn of(rule: &ItemRule, key: &Key, answers: &[Answers]) -> Option<Self> {
        let answers = answers.get(key.item)?;
        if answers.item.condition.is_some() {
            return None;
        }
        let brings = |byte| {
            let mut tally = Tally::default();
            tally.take(rule, key, answers.state(byte));
            Some(match rule.aggregation {
                _ if tally.invalid => Brings::Invalid,
                _ if tally.answered == 0 => Brings::Nothing,
                Aggregation::Count => Brings::Score(i32::try_from(tally.reached).ok()?),
                _ => Brings::Score(whole(tally.sum)?),
            })
        };
        let brings = (0..=u8::MAX).map(brings).collect::<Option<_>>()?;
        Some(Self { column: answers.column?, brings })
    }

    fn scores(&self) -> impl Iterator<Item = i32> {
        self.brings.iter().filter_map(|brings| match brings {
            Brings::Score(score) => Some(*score),
            _ => None,
        })
    }

    fn line(&self, base: i32, missing: u8) -> Option<Line> {
        let brings = |byte| match self.brings.get(usize::from(byte))? {
            Brings::Score(score) => u8::try_from(score - base).ok().map(Some),
            Brings::Nothing => Some(None),
            Brings::Invalid => None,
        };
        Line::of(brings, missing)
    }

    /// What each byte brings to a row's place in the table.
    fn table(&self, base: i32, stride: usize) -> [u32; 256] {
        let mut table = [NOWHERE; 256];
        for (place, brings) in table.iter_mut().zip(&self.brings) {
            *place = match brings {
                Brings::Score(score) => {
                    let score = usize::try_from(score - base).ok();
                    score.and_then(|score| u32::try_from(stride + score).ok()).unwrap_or(NOWHERE)
                }
                Brings::Nothing => 0,
                Brings::Invalid => NOWHERE,
            };
        }
        table
    }
}
