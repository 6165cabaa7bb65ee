//! Whether an item is asked: its conditions held against the answers before it.
//!
//! FHIR's `enableWhen`. An answer that cannot be used leaves the comparison undecided, and so, unless the other
//! comparisons decide it alone, the condition (Kleene's logic of three values).
use std::cmp::Ordering;
use std::slice;

use crate::check::ItemState;
use crate::date::Date;
use crate::instrument::{ComparedTo, Condition, EnableBehavior, Item, ItemType, Operator, Test};
use crate::response::Given;

/// An earlier item, its state, and what was given for it.
pub(crate) struct Earlier<'a> {
    pub(crate) item: &'a Item,
    pub(crate) state: ItemState,
    pub(crate) given: Option<&'a Given>,
}

impl Condition {
    /// Whether the condition holds; `None` when that hangs on an answer that cannot be used.
    pub(crate) fn holds<'a>(&self, earlier: impl Fn(usize) -> Option<Earlier<'a>>) -> Option<bool> {
        let decisive = self.behavior == EnableBehavior::Any;
        let mut undecided = false;
        for test in &self.tests {
            match earlier(test.question).and_then(|earlier| test.holds(&earlier)) {
                Some(holds) if holds == decisive => return Some(decisive),
                Some(_) => {}
                None => undecided = true,
            }
        }
        (!undecided).then_some(!decisive)
    }
}

impl Test {
    /// Whether the comparison holds; `None` when the answer cannot be used.
    pub(crate) fn holds(&self, earlier: &Earlier<'_>) -> Option<bool> {
        let answers = match (earlier.state, earlier.given) {
            (ItemState::Invalid, _) => return None,
            (ItemState::Answered(_) | ItemState::NotApplicable, Some(Given::List(answers))) => answers,
            (ItemState::Answered(_) | ItemState::NotApplicable, Some(answer)) => slice::from_ref(answer),
            _ => &[],
        };
        let is_date = earlier.item.item_type() == ItemType::Date;
        let compared = |wanted: &[Ordering]| {
            answers
                .iter()
                .filter_map(|answer| compare(answer, &self.answer, is_date))
                .any(|found| wanted.contains(&found))
        };
        let is_there = earlier.given.is_some()
            && matches!(earlier.state, ItemState::Answered(_) | ItemState::NotApplicable);
        Some(match self.operator {
            Operator::Exists => self.answer == ComparedTo::Flag(is_there),
            Operator::Equal => compared(&[Ordering::Equal]),
            Operator::NotEqual => !compared(&[Ordering::Equal]),
            Operator::Greater => compared(&[Ordering::Greater]),
            Operator::Less => compared(&[Ordering::Less]),
            Operator::GreaterOrEqual => compared(&[Ordering::Greater, Ordering::Equal]),
            Operator::LessOrEqual => compared(&[Ordering::Less, Ordering::Equal]),
        })
    }
}

/// How an answer stands to a value; `None` when the two cannot be compared, or not decided.
fn compare(answer: &Given, to: &ComparedTo, is_date: bool) -> Option<Ordering> {
    match (answer, to) {
        (Given::Number(answer), ComparedTo::Number(to)) => answer.partial_cmp(to),
        (Given::Text(answer), ComparedTo::Text(to)) if is_date => {
            Date::read(answer)?.compare(Date::read(to)?)
        }
        (Given::Text(answer), ComparedTo::Text(to)) => Some(answer.as_str().cmp(to)),
        (Given::Flag(answer), ComparedTo::Flag(to)) => Some(answer.cmp(to)),
        _ => None,
    }
}
