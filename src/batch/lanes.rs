//! Sixteen rows at a time: the same step for each, in one instruction where the machine has one for it.
//!
//! The crate `wide` brings the instructions (SSE2, NEON, wasm simd128) without a line of `unsafe` here.
use wide::u8x16;

use super::BLOCK;

/// Rows worked on in one step.
pub(super) const LANES: usize = 16;

/// Steps in a block.
#[expect(clippy::integer_division, reason = "a block is a whole number of steps")]
pub(super) const CHUNKS: usize = BLOCK / LANES;

/// Whether the machine that this is built for has such instructions; without them a table for each item is faster.
pub(super) const ARE_FAST: bool =
    cfg!(any(target_feature = "simd128", target_feature = "sse2", target_feature = "neon"));

/// How an item's byte becomes its part in a sum: answers are one run of numbers, and so are their item scores.
#[derive(Clone, Copy, Debug)]
pub(super) struct Line {
    /// All bits set for an item whose scores fall as its answers rise: that turns the numbers round.
    flip: u8,
    /// What makes the first of the run 0, added after the turn.
    shift: u8,
    /// How many steps the run has.
    steps: u8,
    /// What the first of the run brings to the sum.
    first: u8,
}

/// Sixteen rows' sums, and how many answers are in each.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Sixteen {
    sum: u8x16,
    counted: u8x16,
}

/// The part of an item's score in a sum that says an answer cannot be used; sums stay below it.
pub(super) const INVALID: u8 = u8::MAX;

impl Line {
    /// From what each byte brings to the sum: a number, nothing (`Some(None)`: missing), or `None`: it cannot be used.
    /// `None` if the bytes that are answers are not one run, their numbers not one too, or more than `missing` is nothing.
    pub(super) fn of(brings: impl Fn(u8) -> Option<Option<u8>>, missing: u8) -> Option<Self> {
        // Codes are signed: in that order a run does not break between 127 and -128.
        let signed = (i8::MIN..=i8::MAX).map(i8::cast_unsigned);
        let run: Vec<(u8, u8)> = signed.filter_map(|byte| Some((byte, brings(byte)??))).collect();
        let (&(low, first), &(high, last)) = (run.first()?, run.last()?);
        let (flip, shift) =
            if first <= last { (0, low.wrapping_neg()) } else { (u8::MAX, high.wrapping_add(1)) };
        let line = Self { flip, shift, steps: high.wrapping_sub(low), first: first.min(last) };
        (0..=u8::MAX).all(|byte| line.brings(byte, missing) == brings(byte)).then_some(line)
    }

    /// The same for one byte as [`add`] does for sixteen.
    fn brings(self, byte: u8, missing: u8) -> Option<Option<u8>> {
        let step = (byte ^ self.flip).wrapping_add(self.shift);
        if step <= self.steps {
            Some(Some(step.saturating_add(self.first)))
        } else {
            (byte == missing).then_some(None)
        }
    }
}

/// Adds one item's answers. An answer that cannot be used makes a row's sum [`INVALID`], and it stays that.
pub(super) fn add(sums: &mut [Sixteen; CHUNKS], line: &Line, answers: &[u8], missing: u8) {
    let [missing, flip, shift, steps, first] =
        [missing, line.flip, line.shift, line.steps, line.first].map(u8x16::splat);
    let (whole, rest) = answers.as_chunks();
    let mut last = [0; LANES];
    last.iter_mut().zip(rest).for_each(|(lane, byte)| *lane = *byte);
    for (sums, answers) in sums.iter_mut().zip(whole.iter().chain([&last])) {
        let answers = u8x16::new(*answers);
        let step = (answers ^ flip) + shift;
        let is_answer = step.min(steps).simd_eq(step);
        let is_missing = answers.simd_eq(missing);
        let brings = (step + first) & is_answer;
        sums.sum = sums.sum.saturating_add(brings | !(is_answer | is_missing));
        // All bits set is -1.
        sums.counted -= is_answer;
    }
}

impl Sixteen {
    /// For each row the number counted, times 256, plus the sum.
    #[inline]
    pub(super) fn places(self) -> [u16; LANES] {
        let halves =
            [u8x16::unpack_low, u8x16::unpack_high].map(|half| half(self.sum, self.counted).to_array());
        let mut places = [0; LANES];
        for (place, pair) in places.iter_mut().zip(halves.as_flattened().as_chunks().0) {
            *place = u16::from_le_bytes(*pair);
        }
        places
    }
}
