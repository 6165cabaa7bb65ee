//! [`Definition`] -> [`Instrument`]: every reference is followed, every fault collected.
use std::fmt;

use super::{AnswerOption, Digest, Instrument, Item, Key, Scale};
use crate::code::IssueCode;
use crate::definition::{Aggregation, Definition, ItemDef, OptionDef, ScaleDef};
use crate::faults::Faults;
use crate::issue::Issue;
use crate::number::count;
use crate::pointer::Pointer;

impl Instrument {
    /// Builds the instrument; the issues are empty exactly when it is given.
    pub(crate) fn build(definition: &Definition, digest: Digest) -> (Option<Self>, Vec<Issue>) {
        let mut builder = Builder { definition, faults: Faults::default() };
        builder.check_options();
        let items = builder.items();
        let scales = builder.scales(&items);
        builder.check_forms();
        let faults = builder.faults;
        let instrument = faults.is_empty().then(|| Self {
            id: definition.id.clone(),
            version: definition.version.clone(),
            status: definition.status,
            digest,
            items,
            scales,
            forms: definition.forms.iter().map(|form| (form.id, form.referent)).collect(),
            #[cfg(feature = "full")]
            spoken: Vec::new(),
        });
        (instrument, faults.into_issues())
    }
}

struct Builder<'d> {
    definition: &'d Definition,
    faults: Faults,
}

impl Builder<'_> {
    fn tell(&mut self, code: IssueCode, at: &Pointer, sentence: impl fmt::Display) {
        self.faults.tell(code, at, sentence);
    }

    fn check_options(&mut self) {
        let definition = self.definition;
        for (name, options) in &definition.answer_options {
            let at = Pointer::root().key("answerOptions").key(name.as_str());
            for (index, option) in options.iter().enumerate() {
                if options.iter().take(index).any(|earlier| earlier.code == option.code) {
                    self.tell(
                        IssueCode::DuplicateOption,
                        &at.index(index).key("code"),
                        format_args!("the code `{}` is given twice", option.code),
                    );
                }
            }
            let tells = options
                .iter()
                .any(|option| options.first().is_some_and(|first| first.weight != option.weight));
            if !tells {
                self.tell(IssueCode::NothingToTell, &at, "needs two options of different weight");
            }
            if !definition.items.iter().any(|item| item.answer_options == *name) {
                self.tell(IssueCode::UnusedOptions, &at, format_args!("no item uses the options `{name}`"));
            }
        }
    }

    fn items(&mut self) -> Vec<Item> {
        let definition = self.definition;
        let mut items: Vec<Item> = Vec::new();
        for (index, item) in definition.items.iter().enumerate() {
            let at = Pointer::root().key("items").index(index);
            if items.iter().any(|earlier| earlier.link_id == item.link_id) {
                self.tell(
                    IssueCode::DuplicateItem,
                    &at.key("linkId"),
                    format_args!("the linkId `{}` is given twice", item.link_id),
                );
            }
            let options = definition.options(&item.answer_options);
            if options.is_none() {
                self.tell(
                    IssueCode::UnknownOptions,
                    &at.key("answerOptions"),
                    format_args!("no options have the name `{}`", item.answer_options),
                );
            }
            items.push(built_item(item, options.unwrap_or_default()));
        }
        items
    }

    fn scales(&mut self, items: &[Item]) -> Vec<Scale> {
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
            scales.push(self.scale(scale, items, &at));
        }
        scales
    }

    fn scale(&mut self, scale: &ScaleDef, items: &[Item], at: &Pointer) -> Scale {
        let mut key: Vec<Key> = Vec::new();
        let mut ranges: Vec<(f64, f64)> = Vec::new();
        for (index, entry) in scale.key.iter().enumerate() {
            let place = at.key("key").index(index).key("linkId");
            let found = items.iter().enumerate().find(|(_, item)| item.link_id == entry.link_id);
            let Some((position, item)) = found else {
                self.tell(
                    IssueCode::UnknownItem,
                    &place,
                    format_args!("no item has the linkId `{}`", entry.link_id),
                );
                continue;
            };
            if key.iter().any(|earlier| earlier.item == position) {
                self.tell(
                    IssueCode::DuplicateItem,
                    &place,
                    format_args!("the item `{}` is in this key twice", entry.link_id),
                );
            }
            // An item without options is a fault of its own, told where it stands.
            let Some((low, high)) = extremes(&item.options) else { continue };
            // In the instrument's order, whatever order a key is written in: the last bit of a sum depends on it.
            let place = key.partition_point(|earlier| earlier.item < position);
            ranges.insert(place, (low, high));
            key.insert(place, Key { item: position, reflection: entry.reverse.then_some(low + high) });
        }
        let min_answered = self.min_answered(scale, at);
        if min_answered < scale.key.len() && ranges.iter().any(|range| ranges.first() != Some(range)) {
            let sentence = "answers may be missing, but the items' ranges differ";
            self.tell(IssueCode::MixedRanges, &at.key("missingRule").key("minAnswered"), sentence);
        }
        let mut min = ranges.iter().map(|(low, _)| low).sum();
        let mut max = ranges.iter().map(|(_, high)| high).sum();
        if scale.aggregation == Aggregation::Mean && !key.is_empty() {
            min /= count(key.len());
            max /= count(key.len());
        }
        self.check_range(scale, (min, max), at);
        Scale { id: scale.id.clone(), min_answered, key, aggregation: scale.aggregation, min, max }
    }

    /// A declared range is held against the arithmetic: a manual and a key that disagree are found here.
    fn check_range(&mut self, scale: &ScaleDef, (min, max): (f64, f64), at: &Pointer) {
        let same =
            |declared: f64, found: f64| (declared - found).abs() <= 1e-9 * declared.abs().max(found.abs());
        if !same(scale.range.0, min) {
            self.tell(
                IssueCode::WrongRange,
                &at.key("range").key("min"),
                "the key and its options give another minimum",
            );
        }
        if !same(scale.range.1, max) {
            self.tell(
                IssueCode::WrongRange,
                &at.key("range").key("max"),
                "the key and its options give another maximum",
            );
        }
    }

    fn min_answered(&mut self, scale: &ScaleDef, at: &Pointer) -> usize {
        let declared = usize::try_from(scale.min_answered).unwrap_or(0);
        if !(1..=scale.key.len()).contains(&declared) {
            self.tell(
                IssueCode::OutOfRange,
                &at.key("missingRule").key("minAnswered"),
                format_args!("needs a number from 1 to {}", scale.key.len()),
            );
        }
        declared
    }

    fn check_forms(&mut self) {
        let definition = self.definition;
        for (index, form) in definition.forms.iter().enumerate() {
            if definition.forms.iter().take(index).any(|earlier| earlier.id == form.id) {
                let at = Pointer::root().key("forms").index(index).key("id");
                self.tell(
                    IssueCode::DuplicateForm,
                    &at,
                    format_args!("the form `{}` is given twice", form.id.name()),
                );
            }
        }
    }
}

fn built_item(item: &ItemDef, options: &[OptionDef]) -> Item {
    Item {
        link_id: item.link_id.clone(),
        item_type: item.item_type,
        options: options
            .iter()
            .map(|option| AnswerOption { code: option.code, weight: option.weight })
            .collect(),
        required: item.required,
    }
}

/// The lowest and the highest weight.
fn extremes(options: &[AnswerOption]) -> Option<(f64, f64)> {
    let weights = || options.iter().map(|option| option.weight.get());
    Some((weights().reduce(f64::min)?, weights().reduce(f64::max)?))
}
