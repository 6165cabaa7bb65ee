//! Builds scales: keys are followed to their items, composites to their parts, declared ranges held against both.
use super::super::{Aggregation, Item, ItemRule, Key, Scale, ScaleRule};
use super::Builder;
use crate::code::IssueCode;
use crate::definition::{KeyDef, MissingRuleDef, ScaleDef, ScaleRuleDef, TermDef};
use crate::number::count;
use crate::pointer::Pointer;

impl Builder<'_> {
    pub(super) fn scales(&mut self, items: &[Item]) -> Vec<Scale> {
        let definition = self.definition;
        let mut scales: Vec<Scale> = Vec::new();
        for (index, scale) in definition.scales.iter().enumerate() {
            let at = Pointer::root().key("scales").index(index);
            if scales.iter().any(|earlier| earlier.id == scale.id) {
                self.tell(
                    IssueCode::DuplicateScale,
                    &at.key("id"),
                    format_args!("the scale `{}` is given twice", scale.id),
                );
            }
            let (rule, range) = match &scale.rule {
                ScaleRuleDef::Composite(terms) => self.composite(terms, &scales, &at),
                ScaleRuleDef::Items { key, aggregation, count_from, missing } => {
                    let key = self.key(key, items, &at);
                    let rule = self.item_rule(key, *aggregation, *count_from, missing, &at);
                    let range = range_of(&rule);
                    (ScaleRule::Items(rule), range)
                }
            };
            self.check_range(scale, range, &at);
            // As declared: it is the same but for a last bit that decimals cannot have in binary.
            let (min, max) = scale.range;
            scales.push(Scale { id: scale.id.clone(), direction: scale.direction, rule, min, max });
        }
        scales
    }

    fn composite(&mut self, terms: &[TermDef], scales: &[Scale], at: &Pointer) -> (ScaleRule, (f64, f64)) {
        let mut parts = Vec::new();
        let (mut min, mut max) = (0.0, 0.0);
        for (index, term) in terms.iter().enumerate() {
            let place = at.key("composite").index(index).key("scale");
            let Some(part) = scales.iter().position(|scale| scale.id == term.scale) else {
                let later = self.definition.scales.iter().any(|scale| scale.id == term.scale);
                let (code, why) = if later {
                    (IssueCode::LaterScale, "is not an earlier one")
                } else {
                    (IssueCode::UnknownScale, "is not there")
                };
                self.tell(code, &place, format_args!("the scale `{}` {why}", term.scale));
                continue;
            };
            if parts.iter().any(|(earlier, _)| *earlier == part) {
                let sentence = format_args!("the scale `{}` is in this one twice", term.scale);
                self.tell(IssueCode::DuplicateScale, &place, sentence);
            }
            let weight = term.weight.get();
            if let Some(scale) = scales.get(part) {
                let ends = (weight * scale.min, weight * scale.max);
                min += ends.0.min(ends.1);
                max += ends.0.max(ends.1);
            }
            parts.push((part, weight));
        }
        (ScaleRule::Composite(parts), (min, max))
    }

    fn key(&mut self, entries: &[KeyDef], items: &[Item], at: &Pointer) -> Vec<Key> {
        let mut key: Vec<Key> = Vec::new();
        for (index, entry) in entries.iter().enumerate() {
            let at = at.key("key").index(index);
            let Some(item) = self.place_of(&entry.link_id, &at.key("linkId")) else { continue };
            if key.iter().any(|earlier| earlier.item == item) {
                self.tell(
                    IssueCode::DuplicateItem,
                    &at.key("linkId"),
                    format_args!("the item `{}` is in this key twice", entry.link_id),
                );
            }
            let Some(one) = items.get(item) else { continue };
            let Some(range) = one.range() else {
                self.tell_without_score(one, &at);
                continue;
            };
            let one = keyed(entry, item, range);
            if one.when_not_asked.is_some_and(|score| score < one.low || score > one.high) {
                let sentence = "needs an item score that the item can have";
                self.tell(IssueCode::OutOfRange, &at.key("whenNotAsked"), sentence);
            }
            // In the instrument's order, whatever order a key is written in: the last bit of a sum depends on it.
            key.insert(key.partition_point(|earlier| earlier.item < item), one);
        }
        key
    }

    fn tell_without_score(&mut self, item: &Item, at: &Pointer) {
        let weightless =
            item.options().iter().any(|option| option.weight.is_none() && !option.not_applicable);
        // An item that names no options that are there has been told already.
        if weightless {
            let sentence = format_args!("an option of the item `{}` has no weight", item.link_id);
            self.tell(IssueCode::MissingWeight, &at.key("linkId"), sentence);
        } else if !item.item_type().has_options() {
            let sentence = format_args!("answers to the item `{}` have no score", item.link_id);
            self.tell(IssueCode::NotScorable, &at.key("linkId"), sentence);
        }
    }

    fn item_rule(
        &mut self,
        key: Vec<Key>,
        aggregation: Aggregation,
        count_from: f64,
        missing: &MissingRuleDef,
        at: &Pointer,
    ) -> ItemRule {
        let at = at.key("missingRule");
        let max_missing = self.max_missing(key.len(), missing, &at);
        let alike = key
            .iter()
            .all(|one| key.first().is_some_and(|first| (first.low, first.high) == (one.low, one.high)));
        if max_missing > 0 && !alike {
            let sentence = "answers may be missing, but the items' ranges differ";
            self.tell(IssueCode::MixedRanges, &at.key(missing.name()), sentence);
        }
        if max_missing > 0 && missing.evidence.is_none() {
            let sentence = "answers may be missing: lacks the key `evidence`";
            self.tell(IssueCode::MissingEvidence, &at, sentence);
        }
        if let Some(name) = &missing.evidence {
            let _ = self.evidence(name, &at.key("evidence"));
        }
        let replaced =
            matches!(aggregation, Aggregation::Sum | Aggregation::Mean | Aggregation::MeanTimesTen);
        let whole = key.iter().all(|one| one.low.fract().abs() + one.high.fract().abs() <= 0.0);
        if missing.replacement.is_some() && !(replaced && whole) {
            // A mean rounded to the next whole number is to stay within the item's range.
            let sentence = "rounding fits sums and means of items whose scores end on whole numbers";
            self.tell(IssueCode::DoesNotFit, &at.key("replacement"), sentence);
        }
        ItemRule { key, aggregation, count_from, max_missing, replacement: missing.replacement, alike }
    }

    fn max_missing(&mut self, items: usize, rule: &MissingRuleDef, at: &Pointer) -> usize {
        let (declared, allowed) = match (rule.min_answered, rule.max_missing) {
            (Some(answered), _) => (answered, 1..=items),
            (None, missing) => (missing.unwrap_or(0), 0..=items.saturating_sub(1)),
        };
        let declared = usize::try_from(declared).unwrap_or(usize::MAX);
        // A key whose items could not be followed is short for another reason.
        if !allowed.contains(&declared) && items > 0 {
            let sentence = format_args!("needs a number from {} to {}", allowed.start(), allowed.end());
            self.tell(IssueCode::OutOfRange, &at.key(rule.name()), sentence);
        }
        if rule.min_answered.is_some() { items.saturating_sub(declared) } else { declared }
    }

    /// A declared range is held against the arithmetic: a manual and a key that disagree are found here.
    fn check_range(&mut self, scale: &ScaleDef, (min, max): (f64, f64), at: &Pointer) {
        let at = at.key("range");
        let same =
            |declared: f64, found: f64| (declared - found).abs() <= 1e-9 * declared.abs().max(found.abs());
        if !same(scale.range.0, min) {
            let sentence = "the key and its options give another minimum";
            self.tell(IssueCode::WrongRange, &at.key("min"), sentence);
        }
        if !same(scale.range.1, max) {
            let sentence = "the key and its options give another maximum";
            self.tell(IssueCode::WrongRange, &at.key("max"), sentence);
        }
    }
}

fn keyed(entry: &KeyDef, item: usize, range: (f64, f64)) -> Key {
    let (low, high) = entry.map_to.unwrap_or(range);
    Key {
        item,
        reverse: entry.reverse,
        weight: entry.weight.get(),
        mapped_from: entry.map_to.map(|_| range),
        low,
        high,
        when_not_asked: entry.when_not_asked.map(crate::number::Weight::get),
    }
}

/// The lowest and the highest score with every item answered; reversing an item keeps its two ends.
fn range_of(rule: &ItemRule) -> (f64, f64) {
    let items = count(rule.key.len().max(1));
    let weighted = |end: fn(&Key) -> f64| rule.key.iter().fold(0.0, |sum, key| sum + key.weight * end(key));
    let (low, high) = rule.sums();
    let (weighted_low, weighted_high) = (weighted(|key| key.low), weighted(|key| key.high));
    match rule.aggregation {
        Aggregation::Sum => (low, high),
        Aggregation::Mean => (low / items, high / items),
        Aggregation::MeanTimesTen => (low * 10.0 / items, high * 10.0 / items),
        Aggregation::WeightedSum => (weighted_low, weighted_high),
        Aggregation::WeightedMean => {
            let weights = if rule.key.is_empty() { 1.0 } else { rule.weights() };
            (weighted_low / weights, weighted_high / weights)
        }
        Aggregation::PercentOfMaximum => (0.0, 100.0),
        Aggregation::Count => {
            let reaching = |end: fn(&Key) -> f64| {
                count(rule.key.iter().filter(|key| end(key) >= rule.count_from).count())
            };
            (reaching(|key| key.low), reaching(|key| key.high))
        }
    }
}
