//! The steps on which a scale's scores stand when every item is answered: an exact fraction.
use crate::instrument::{
    Aggregation, AnswerOption, Instrument, Item, ItemRule, Key, Scale, ScaleRule, Takes,
};
use crate::number::decimals_of;

/// A fraction above 0, in lowest terms.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Step {
    over: i128,
    under: i128,
}

impl Step {
    fn new(over: i128, under: i128) -> Option<Self> {
        let (over, under) = (over.checked_abs()?, under.checked_abs()?);
        let divisor = greatest_divisor(over, under);
        (over > 0 && under > 0)
            .then(|| Self { over: over.div_euclid(divisor), under: under.div_euclid(divisor) })
    }

    /// A decimal number of at most six decimals.
    fn of(number: f64) -> Option<Self> {
        Self::new(millionths(number)?, 1_000_000)
    }

    fn times(self, other: Self) -> Option<Self> {
        Self::new(self.over.checked_mul(other.over)?, self.under.checked_mul(other.under)?)
    }

    fn divided_by(self, other: Self) -> Option<Self> {
        self.times(Self { over: other.under, under: other.over })
    }

    /// The largest step of which both are multiples.
    fn shared(self, other: Self) -> Option<Self> {
        let over = greatest_divisor(self.over.checked_mul(other.under)?, other.over.checked_mul(self.under)?);
        Self::new(over, self.under.checked_mul(other.under)?)
    }

    fn value(self, times: f64) -> f64 {
        #[expect(
            clippy::as_conversions,
            reason = "an estimate is enough: what it leads to is checked against the index"
        )]
        let (over, under) = (self.over as f64, self.under as f64);
        times * over / under
    }

    /// The first multiple that is more than so many errors, as the index of change would have it.
    pub(super) fn first_beyond(self, errors: f64, error: f64) -> Option<f64> {
        let beyond = |times: f64| self.value(times) / error > errors;
        let guess = (errors * error / self.value(1.0)).floor();
        let around = [guess - 1.0, guess, guess + 1.0, guess + 2.0];
        around.into_iter().find(|times| *times >= 1.0 && beyond(*times)).map(|times| self.value(times))
    }
}

/// The steps of a scale's scores; `None` when its numbers have more than six decimals.
pub(super) fn step_of(instrument: &Instrument, place: usize) -> Option<Step> {
    let mut steps: Vec<Option<Step>> = Vec::new();
    for scale in instrument.scales().iter().take(place + 1) {
        let step = of_scale(instrument, scale, &steps);
        steps.push(step);
    }
    steps.get(place).copied().flatten()
}

fn of_scale(instrument: &Instrument, scale: &Scale, earlier: &[Option<Step>]) -> Option<Step> {
    match &scale.rule {
        ScaleRule::Composite(terms) => all_shared(
            terms
                .iter()
                .map(|(part, weight)| earlier.get(*part).copied().flatten()?.times(Step::of(weight.abs())?)),
        ),
        ScaleRule::Items(rule) => of_items(instrument, rule),
    }
}

fn of_items(instrument: &Instrument, rule: &ItemRule) -> Option<Step> {
    let plain = || all_shared(rule.key.iter().map(|key| of_key(instrument, key)));
    let weighted =
        || all_shared(rule.key.iter().map(|key| of_key(instrument, key)?.times(Step::of(key.weight)?)));
    let items = Step::new(i128::try_from(rule.key.len()).ok()?, 1)?;
    match rule.aggregation {
        Aggregation::Count => Step::new(1, 1),
        Aggregation::Sum => plain(),
        Aggregation::Mean => plain()?.divided_by(items),
        Aggregation::MeanTimesTen => plain()?.times(Step::new(10, 1)?)?.divided_by(items),
        Aggregation::WeightedSum => weighted(),
        Aggregation::WeightedMean => weighted()?.divided_by(Step::of(rule.weights())?),
        Aggregation::PercentOfMaximum => {
            let (low, high) = rule.sums();
            plain()?.times(Step::new(100, 1)?)?.divided_by(Step::of(high - low)?)
        }
    }
}

fn of_key(instrument: &Instrument, key: &Key) -> Option<Step> {
    let step = of_item(instrument.items().get(key.item)?)?;
    match key.mapped_from {
        None => Some(step),
        Some((from, to)) => step.times(Step::of(key.high - key.low)?)?.divided_by(Step::of(to - from)?),
    }
}

fn of_item(item: &Item) -> Option<Step> {
    match &item.takes {
        Takes::Line => Step::new(1, 1),
        Takes::Number(limits) => match limits.step {
            Some(step) => Step::of(step),
            None => Step::new(1, 10_i128.checked_pow(u32::try_from(limits.decimals).ok()?)?),
        },
        Takes::Likert(options) | Takes::Choice(options) => of_options(options, None),
        // Choosing one more or one less counts its whole weight, unless the number of choices is fixed.
        Takes::Choices { options, min, max } => of_options(options, (min != max).then_some(0)),
        Takes::Text { .. } | Takes::Date { .. } | Takes::Consent | Takes::Info => None,
    }
}

/// The step between weights, counted from `from` or from the first of them.
fn of_options(options: &[AnswerOption], from: Option<i128>) -> Option<Step> {
    let mut weights =
        options.iter().filter_map(|option| option.weight).map(|weight| millionths(weight.get()));
    let (mut divisor, first) = match from {
        Some(from) => (0, from),
        None => (0, weights.next()??),
    };
    for weight in weights {
        divisor = greatest_divisor(divisor, weight?.checked_sub(first)?);
    }
    Step::new(divisor, 1_000_000)
}

fn all_shared(steps: impl Iterator<Item = Option<Step>>) -> Option<Step> {
    steps.reduce(|one, other| one?.shared(other?)).flatten()
}

fn millionths(number: f64) -> Option<i128> {
    decimals_of(number, 6).map(i128::from)
}

fn greatest_divisor(one: i128, other: i128) -> i128 {
    let (mut one, mut other) = (one.saturating_abs(), other.saturating_abs());
    while other != 0 {
        (one, other) = (other, one.rem_euclid(other));
    }
    one
}
