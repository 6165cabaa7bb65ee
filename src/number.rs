//! Numbers that can be trusted: finite, bounded, and whole where that is meant.
use serde::{Deserialize, Serialize};

/// The largest magnitude of a weight; sums of 500 such weights stay exact enough and finite.
const MAX_WEIGHT: f64 = 1_000_000.0;

/// The weight of an answer: a finite number from -1,000,000 to 1,000,000.
///
/// ```
/// # use rapport::Weight;
/// assert_eq!(Weight::new(4.0).map(Weight::get), Some(4.0));
/// assert_eq!(Weight::new(f64::NAN), None);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, PartialOrd, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Weight(f64);

impl Weight {
    /// The weight, if the number is one.
    #[must_use]
    pub fn new(value: f64) -> Option<Self> {
        // Adding zero turns -0 into 0, so that equal weights also have equal bits.
        (value.abs() <= MAX_WEIGHT).then_some(Self(value + 0.0))
    }

    /// The number.
    #[must_use]
    pub fn get(self) -> f64 {
        self.0
    }
}

/// `value` as a whole number, if it is one from -1,000,000 to 1,000,000.
#[must_use]
pub(crate) fn whole(value: f64) -> Option<i32> {
    #[expect(clippy::as_conversions, reason = "saturates, and the comparison refuses all that changed")]
    let candidate = value as i32;
    let same = f64::from(candidate).total_cmp(&(value + 0.0)).is_eq();
    (same && value.abs() <= MAX_WEIGHT).then_some(candidate)
}

/// A count as a number to calculate with; counts here are at most 500.
#[must_use]
pub(crate) fn count(items: usize) -> f64 {
    u32::try_from(items).map_or(f64::MAX, f64::from)
}

/// Whether a score is at a cut or beyond: sums of thirds and sevenths may miss a whole number by a last bit.
#[must_use]
pub(crate) fn reaches(score: f64, cut: f64) -> bool {
    score >= cut || is_at(score, cut)
}

/// Whether a score is the same as a number written down, but for such a last bit.
#[must_use]
pub(crate) fn is_at(score: f64, written: f64) -> bool {
    (score - written).abs() <= 1e-9 * written.abs().max(1.0)
}

const POWERS_OF_TEN: [f64; 7] = [1.0, 10.0, 100.0, 1_000.0, 10_000.0, 100_000.0, 1_000_000.0];

/// The number in units of its last decimal, if it is one of at most so many decimals (0 to 6) and not too large.
///
/// A decimal fraction is seldom a double; a number counts as one when it is the double nearest to it.
#[must_use]
pub(crate) fn decimals_of(number: f64, decimals: i32) -> Option<i64> {
    let power = usize::try_from(decimals).ok().and_then(|decimals| POWERS_OF_TEN.get(decimals))?;
    let units = (number * power).round();
    #[expect(clippy::as_conversions, reason = "below 2^53 every whole double is an i64")]
    let whole = units as i64;
    let same = (units / power).total_cmp(&(number + 0.0)).is_eq();
    (same && number.abs() <= MAX_WEIGHT).then_some(whole)
}

/// How many steps lead from one number to another, all of at most so many decimals; `None` if they do not meet.
#[must_use]
pub(crate) fn steps(from: f64, to: f64, step: f64, decimals: i32) -> Option<i64> {
    let distance = decimals_of(to, decimals)? - decimals_of(from, decimals)?;
    let step = decimals_of(step, decimals).filter(|step| *step > 0)?;
    (distance % step == 0).then(|| distance.div_euclid(step))
}
