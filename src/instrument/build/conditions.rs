//! Follows conditions to the items they ask about: earlier ones only, so that no two can wait for each other.
use super::super::{ComparedTo, Condition, Item, Operator, Takes, Test};
use super::Builder;
use crate::code::IssueCode;
use crate::date::Date;
use crate::id::OptionCode;
use crate::number::whole;
use crate::pointer::Pointer;

impl Builder<'_> {
    pub(super) fn condition(&mut self, index: usize, earlier: &[Item], at: &Pointer) -> Option<Condition> {
        let item = self.definition.items.get(index)?;
        let mut tests = Vec::new();
        for (number, condition) in item.enable_when.iter().enumerate() {
            let place = at.key("enableWhen").index(number);
            let Some(question) = self.place_of(&condition.question, &place.key("question")) else { continue };
            match earlier.get(question) {
                Some(asked) => {
                    self.check_comparison(asked, condition.operator, &condition.answer, &place, "question");
                }
                None => self.tell_later(index, question, &place.key("question")),
            }
            tests.push(Test { question, operator: condition.operator, answer: condition.answer.clone() });
        }
        (!tests.is_empty()).then_some(Condition { behavior: item.enable_behavior, tests })
    }

    /// The place of the item with this linkId.
    pub(super) fn place_of(&mut self, link_id: &crate::id::LinkId, at: &Pointer) -> Option<usize> {
        let place = self.definition.items.iter().position(|item| item.link_id == *link_id);
        if place.is_none() {
            self.tell(IssueCode::UnknownItem, at, format_args!("no item has the linkId `{link_id}`"));
        }
        place
    }

    /// Tells a reference to an item that is not asked before this one, with the cycle if it closes one.
    fn tell_later(&mut self, index: usize, question: usize, at: &Pointer) {
        let name = |place: usize| self.definition.items.get(place).map_or("", |item| item.link_id.as_str());
        if let Some(path) = self.path(question, index) {
            let names: Vec<&str> = std::iter::once(index).chain(path).map(name).collect();
            let cycle = names.join("` -> `");
            self.tell(
                IssueCode::CyclicCondition,
                at,
                format_args!("the conditions go in a circle: `{cycle}`"),
            );
        } else {
            let sentence = format!("the item `{}` is asked later", name(question));
            self.tell(IssueCode::LaterItem, at, sentence);
        }
    }

    /// A way from one item along the questions of its conditions to another, if there is one.
    fn path(&self, from: usize, to: usize) -> Option<Vec<usize>> {
        let items = &self.definition.items;
        let questions = |place: usize| {
            let conditions = items.get(place).map_or(&[][..], |item| item.enable_when.as_slice());
            let places =
                conditions.iter().map(|one| items.iter().position(|item| item.link_id == one.question));
            places.flatten().collect::<Vec<_>>()
        };
        // Each entry: an item, and the entry from which it was reached.
        let mut reached = vec![(from, None)];
        let mut next = 0;
        while let Some(&(place, _)) = reached.get(next) {
            if place == to {
                let mut path = Vec::new();
                let mut entry = Some(next);
                while let Some(&(place, before)) = entry.and_then(|entry| reached.get(entry)) {
                    path.insert(0, place);
                    entry = before;
                }
                return Some(path);
            }
            for question in questions(place) {
                if reached.iter().all(|(known, _)| *known != question) {
                    reached.push((question, Some(next)));
                }
            }
            next += 1;
        }
        None
    }

    /// Tells when an item's answers cannot be compared like this.
    pub(super) fn check_comparison(
        &mut self,
        item: &Item,
        operator: Operator,
        to: &ComparedTo,
        at: &Pointer,
        subject: &str,
    ) {
        let answers = at.key("answer");
        if matches!(item.takes, Takes::Info) {
            self.tell(IssueCode::DoesNotFit, &at.key(subject), "an `info` item has no answer");
        } else if operator == Operator::Exists {
            if !matches!(to, ComparedTo::Flag(_)) {
                self.tell(IssueCode::DoesNotFit, &answers, "`exists` needs `true` or `false`");
            }
        } else if !operators(item).contains(&operator) {
            let sentence =
                format_args!("answers to `{}` cannot be compared by `{}`", item.link_id, operator.name());
            self.tell(IssueCode::DoesNotFit, &at.key("operator"), sentence);
        } else if let Some(code) = misfit(item, operator, to) {
            let sentence = format_args!("no answer to `{}` is written like this", item.link_id);
            self.tell(code, &answers, sentence);
        }
    }
}

const EQUALITY: &[Operator] = &[Operator::Equal, Operator::NotEqual];
const ORDER: &[Operator] = &[
    Operator::Equal,
    Operator::NotEqual,
    Operator::Greater,
    Operator::Less,
    Operator::GreaterOrEqual,
    Operator::LessOrEqual,
];

/// The comparisons that answers to this item allow, besides `exists`.
fn operators(item: &Item) -> &'static [Operator] {
    match &item.takes {
        Takes::Info | Takes::Text { .. } => &[],
        Takes::Consent | Takes::Choices { .. } => EQUALITY,
        Takes::Choice(options) if options.iter().any(|option| matches!(option.code, OptionCode::Word(_))) => {
            EQUALITY
        }
        Takes::Likert(_) | Takes::Choice(_) | Takes::Line | Takes::Number(_) | Takes::Date { .. } => ORDER,
    }
}

/// What is wrong with the value that answers to this item are compared with.
fn misfit(item: &Item, operator: Operator, to: &ComparedTo) -> Option<IssueCode> {
    let fits = match (&item.takes, to) {
        (Takes::Likert(_) | Takes::Choice(_) | Takes::Choices { .. }, ComparedTo::Number(number)) => {
            let code = whole(*number).map(OptionCode::Number);
            let known = item.options().iter().any(|option| Some(&option.code) == code.as_ref());
            return (EQUALITY.contains(&operator) && !known).then_some(IssueCode::NotAnOption);
        }
        (Takes::Choice(options) | Takes::Choices { options, .. }, ComparedTo::Text(text)) => {
            let known = options.iter().any(|option| is_word(&option.code, text));
            return (!known).then_some(IssueCode::NotAnOption);
        }
        (Takes::Date { .. }, ComparedTo::Text(text)) => {
            return Date::read(text).is_none().then_some(IssueCode::NotADate);
        }
        (Takes::Line | Takes::Number(_), ComparedTo::Number(_)) | (Takes::Consent, ComparedTo::Flag(_)) => {
            true
        }
        _ => false,
    };
    (!fits).then_some(IssueCode::DoesNotFit)
}

fn is_word(code: &OptionCode, text: &str) -> bool {
    matches!(code, OptionCode::Word(word) if word.as_str() == text)
}
