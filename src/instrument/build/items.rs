//! Builds items: their options, limits and conditions.
use super::super::{AnswerOption, Item, NumberLimits, Takes};
use super::Builder;
use crate::code::IssueCode;
use crate::definition::{ItemDef, OptionDef, TypeDef};
use crate::id::OptionCode;
use crate::number::{Weight, decimals_of, steps};
use crate::pointer::Pointer;

impl Builder<'_> {
    pub(super) fn items(&mut self) -> Vec<Item> {
        self.check_options();
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
            let takes = self.takes(item, &at);
            let condition = self.condition(index, &items, &at);
            items.push(Item { link_id: item.link_id.clone(), required: item.required, takes, condition });
        }
        items
    }

    fn check_options(&mut self) {
        let definition = self.definition;
        for (name, options) in &definition.answer_options {
            let at = Pointer::root().key("answerOptions").key(name.as_str());
            for (index, option) in options.iter().enumerate() {
                let code = option.code.to_string();
                if options.iter().take(index).any(|earlier| earlier.code.to_string() == code) {
                    self.tell(
                        IssueCode::DuplicateOption,
                        &at.index(index).key("code"),
                        format_args!("the code `{code}` is given twice"),
                    );
                }
            }
            let users: Vec<&ItemDef> =
                definition.items.iter().filter(|item| item.takes.options() == Some(name)).collect();
            if users.is_empty() {
                self.tell(IssueCode::UnusedOptions, &at, format_args!("no item uses the options `{name}`"));
            }
            if users.iter().any(|item| matches!(item.takes, TypeDef::Likert { .. })) {
                self.check_likert_options(options, &at);
            }
            if users.iter().any(|item| !matches!(item.takes, TypeDef::Choices { .. })) {
                self.refuse_flag(options, &at, "exclusive", |option| option.exclusive);
            }
            if users.iter().any(|item| matches!(item.takes, TypeDef::Choices { .. })) {
                self.refuse_flag(options, &at, "notApplicable", |option| {
                    option.not_applicable && !option.exclusive
                });
            }
            self.check_that_they_tell(options, &at);
        }
    }

    fn check_likert_options(&mut self, options: &[OptionDef], at: &Pointer) {
        for (index, option) in options.iter().enumerate() {
            let place = at.index(index);
            if matches!(option.code, OptionCode::Word(_)) {
                self.tell(IssueCode::WrongType, &place.key("code"), "a `likert` item has numbers for codes");
            }
            if option.weight.is_none() && !option.not_applicable {
                self.tell(IssueCode::MissingWeight, &place, "an option of a `likert` item has a weight");
            }
        }
    }

    /// Options of a kind that an item with this list cannot have.
    fn refuse_flag(&mut self, options: &[OptionDef], at: &Pointer, key: &str, set: fn(&OptionDef) -> bool) {
        for (index, _) in options.iter().enumerate().filter(|(_, option)| set(option)) {
            let sentence = "an item that uses this list cannot have such an option";
            self.tell(IssueCode::DoesNotFit, &at.index(index).key(key), sentence);
        }
    }

    fn check_that_they_tell(&mut self, options: &[OptionDef], at: &Pointer) {
        let applicable = || options.iter().filter(|option| !option.not_applicable);
        let weights = || applicable().filter_map(|option| option.weight);
        let all_alike = weights().count() == applicable().count()
            && weights().all(|weight| weights().next() == Some(weight));
        if applicable().count() < 2 || all_alike {
            self.tell(IssueCode::NothingToTell, at, "needs two options of different weight");
        }
    }

    fn takes(&mut self, item: &ItemDef, at: &Pointer) -> Takes {
        let options = item.takes.options().map(|name| {
            let options = self.definition.options(name);
            if options.is_none() {
                self.tell(
                    IssueCode::UnknownOptions,
                    &at.key("answerOptions"),
                    format_args!("no options have the name `{name}`"),
                );
            }
            options.unwrap_or_default().iter().map(built_option).collect::<Vec<_>>()
        });
        let options = options.unwrap_or_default();
        match &item.takes {
            TypeDef::Likert { .. } => Takes::Likert(options),
            TypeDef::Choice { .. } => Takes::Choice(options),
            TypeDef::Choices { min, max, .. } => self.choices(options, *min, *max, at),
            TypeDef::Line => Takes::Line,
            TypeDef::Number { min, max, step, decimals } => {
                Takes::Number(self.number(*min, *max, *step, *decimals, at))
            }
            TypeDef::Text { max_length } => {
                Takes::Text { max_length: usize::try_from(*max_length).unwrap_or(0) }
            }
            TypeDef::Date { precision } => Takes::Date { precision: *precision },
            TypeDef::Consent => Takes::Consent,
            TypeDef::Info => Takes::Info,
        }
    }

    fn choices(&mut self, options: Vec<AnswerOption>, min: i32, max: Option<i32>, at: &Pointer) -> Takes {
        let all = options.len();
        let min = usize::try_from(min).unwrap_or(0);
        let max = max.map_or(all, |max| usize::try_from(max).unwrap_or(0));
        let together = options.iter().filter(|option| !option.exclusive).count();
        if min > 1 && (min > together || together < all) {
            let sentence = "leaves an option that can never be chosen, or no answer at all";
            self.tell(IssueCode::OutOfRange, &at.key("min"), sentence);
        }
        // Without options there is another fault, told already.
        if !(min..=all).contains(&max) && all > 0 {
            self.tell(
                IssueCode::OutOfRange,
                &at.key("max"),
                format_args!("needs a number from `min` to {all}"),
            );
        }
        Takes::Choices { options, min, max }
    }

    fn number(
        &mut self,
        min: Weight,
        max: Weight,
        step: Option<Weight>,
        decimals: i32,
        at: &Pointer,
    ) -> NumberLimits {
        let (min, max, step) = (min.get(), max.get(), step.map(Weight::get));
        if min >= max {
            self.tell(IssueCode::OutOfRange, &at.key("max"), "needs to be above `min`");
        }
        for (key, number) in [("min", Some(min)), ("max", Some(max)), ("step", step)] {
            if number.is_some_and(|number| decimals_of(number, decimals).is_none()) {
                let sentence = format_args!("needs to be a number of at most {decimals} decimals");
                self.tell(IssueCode::WrongStep, &at.key(key), sentence);
            }
        }
        if min < max && step.is_some_and(|step| steps(min, max, step, decimals).is_none()) {
            self.tell(IssueCode::WrongStep, &at.key("step"), "no number of steps leads from `min` to `max`");
        }
        NumberLimits { min, max, step, decimals }
    }
}

fn built_option(option: &OptionDef) -> AnswerOption {
    AnswerOption {
        code: option.code.clone(),
        weight: option.weight,
        not_applicable: option.not_applicable,
        exclusive: option.exclusive,
    }
}
