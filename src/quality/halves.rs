//! The even-odd correlation: whether the two halves of each scale agree, over the scales of one person.
use crate::check::ItemState;
use crate::instrument::{Key, Scale};
use crate::number::count;

/// With fewer scales the correlation is noise.
const LEAST_SCALES: usize = 5;

/// The correlation of odd and even half scores over the scales, stepped up to full length (Spearman-Brown).
pub(super) fn even_odd(scales: &[Scale], states: &[ItemState]) -> Option<f64> {
    let pairs: Vec<(f64, f64)> = scales
        .iter()
        .enumerate()
        .filter(|(place, scale)| {
            let mut others = scales.iter().enumerate().filter(|(other, _)| other != place);
            scale.key().len() > 1 && !others.any(|(_, other)| holds(scale, other))
        })
        .map(|(_, scale)| scale)
        .filter_map(|scale| Some((half(scale, states, 0)?, half(scale, states, 1)?)))
        .collect();
    if pairs.len() < LEAST_SCALES {
        return None;
    }
    let correlation = correlation(&pairs)?;
    Some((2.0 * correlation / (1.0 + correlation)).max(-1.0))
}

/// Whether one scale holds all items of another.
fn holds(scale: &Scale, other: &Scale) -> bool {
    let has = |key: &Key| scale.key().iter().any(|own| own.item == key.item);
    !other.key().is_empty() && other.key().iter().all(has)
}

/// The mean item score of every second item of a key, counted from `from`.
fn half(scale: &Scale, states: &[ItemState], from: usize) -> Option<f64> {
    let (mut sum, mut answered) = (0.0, 0);
    for key in scale.key().iter().skip(from).step_by(2) {
        if let Some(ItemState::Answered(Some(weight))) = states.get(key.item) {
            sum += key.item_score(*weight);
            answered += 1;
        }
    }
    (answered > 0).then(|| sum / count(answered))
}

/// Pearson's correlation; `None` when one side has no variance.
fn correlation(pairs: &[(f64, f64)]) -> Option<f64> {
    let (x_first, y_first) = *pairs.first()?;
    // Told by comparison: the mean of equal numbers need not be that number to the last bit.
    if pairs.iter().all(|(x, _)| x.total_cmp(&x_first).is_eq())
        || pairs.iter().all(|(_, y)| y.total_cmp(&y_first).is_eq())
    {
        return None;
    }
    let n = count(pairs.len());
    let (x_sum, y_sum) = pairs.iter().fold((0.0, 0.0), |(x, y), pair| (x + pair.0, y + pair.1));
    let (x_mean, y_mean) = (x_sum / n, y_sum / n);
    let (mut xx, mut yy, mut xy) = (0.0, 0.0, 0.0);
    for (x, y) in pairs {
        xx += (x - x_mean) * (x - x_mean);
        yy += (y - y_mean) * (y - y_mean);
        xy += (x - x_mean) * (y - y_mean);
    }
    Some((xy / (xx.sqrt() * yy.sqrt())).clamp(-1.0, 1.0))
}
