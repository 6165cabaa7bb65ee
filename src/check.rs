//! Response -> [`Checked`]: each answer held against its item. Never fails; what is wrong is told as issues.
use std::fmt;

use crate::code::IssueCode;
use crate::definition::Form;
use crate::instrument::{Instrument, Item};
use crate::issue::Issue;
use crate::number::whole;
use crate::pointer::Pointer;
use crate::response::{Given, Response};

/// A response that has been checked against its instrument; only this can be scored.
#[derive(Clone, Debug)]
pub struct Checked<'i> {
    pub(crate) instrument: &'i Instrument,
    pub(crate) form: Form,
    pub(crate) states: Vec<ItemState>,
    pub(crate) issues: Vec<Issue>,
}

/// What is known about one item's answer.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum ItemState {
    /// Answered; the weight of the chosen option, before reverse scoring.
    Answered(f64),
    /// Asked, and declined (FHIR `asked-declined`).
    Declined,
    /// No answer is there (FHIR `unknown`).
    Missing,
    /// An answer is there that the item does not take; it is told as an issue and never counted.
    Invalid,
}

/// How much of the form was answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "full", derive(serde::Serialize))]
pub struct Quality {
    /// How many items the form has.
    pub items: usize,
    /// How many have a usable answer.
    pub answered: usize,
    /// How many were declined.
    pub declined: usize,
    /// How many have no answer, or one that the item does not take.
    pub missing: usize,
}

impl Instrument {
    /// Checks every answer of a response.
    ///
    /// Issues come in the instrument's order, those about unknown items last by linkId: the order in which the
    /// answers came decides nothing.
    #[must_use]
    pub fn check(&self, response: &Response) -> Checked<'_> {
        let mut issues = Vec::new();
        let states = self.items().iter().map(|item| check_item(item, response, &mut issues)).collect();
        let mut unknown: Vec<&str> = Vec::new();
        for (link_id, _) in response.answers().iter().filter(|(link_id, _)| self.position(link_id).is_none())
        {
            unknown.insert(unknown.partition_point(|earlier| earlier < &link_id.as_str()), link_id);
        }
        let unknown = unknown.into_iter().map(|link_id| {
            Issue::error(
                IssueCode::UnknownItem,
                &place(link_id),
                format_args!("no item has the linkId `{link_id}`"),
            )
        });
        issues.extend(unknown);
        Checked { instrument: self, form: response.form(), states, issues }
    }
}

fn check_item(item: &Item, response: &Response, issues: &mut Vec<Issue>) -> ItemState {
    let mut tell = |code, sentence: fmt::Arguments<'_>| {
        issues.push(Issue::error(code, &place(item.link_id().as_str()), sentence));
    };
    let mut given = response.answers().iter().filter(|(link_id, _)| link_id == item.link_id().as_str());
    let state = match (given.next(), given.next()) {
        (None, _) => ItemState::Missing,
        (Some((_, given)), None) => answer(item, given).unwrap_or_else(|| {
            let Given::Unusable(found) = given else {
                tell(
                    IssueCode::NotAnOption,
                    format_args!("the number is the code of none of the item's options"),
                );
                return ItemState::Invalid;
            };
            tell(IssueCode::NotAnOption, format_args!("needs the code of an option, found {found}"));
            ItemState::Invalid
        }),
        (Some(_), Some(_)) => {
            tell(IssueCode::DuplicateAnswer, format_args!("the item is answered twice"));
            ItemState::Invalid
        }
    };
    if item.required() && matches!(state, ItemState::Missing | ItemState::Declined) {
        tell(IssueCode::MissingRequired, format_args!("the item has to be answered"));
    }
    state
}

fn place(link_id: &str) -> Pointer {
    Pointer::root().key("answers").key(link_id)
}

impl Item {
    /// Whether this is an answer to the item.
    #[must_use]
    pub fn takes(&self, given: &Given) -> bool {
        answer(self, given).is_some()
    }
}

/// One answer held against its item; `None` when the item does not take it.
fn answer(item: &Item, given: &Given) -> Option<ItemState> {
    match given {
        Given::Declined => Some(ItemState::Declined),
        Given::Unusable(_) => None,
        Given::Number(number) => {
            let weight = item.weight_of(whole(*number)?)?;
            Some(ItemState::Answered(weight.get()))
        }
    }
}

impl Checked<'_> {
    /// The form that was filled in.
    #[must_use]
    pub fn form(&self) -> Form {
        self.form
    }

    /// What is known about each item's answer, in the instrument's order.
    #[must_use]
    pub fn states(&self) -> &[ItemState] {
        &self.states
    }

    /// What was wrong with the answers; empty when nothing was.
    #[must_use]
    pub fn issues(&self) -> &[Issue] {
        &self.issues
    }

    /// How much of the form was answered.
    #[must_use]
    pub fn quality(&self) -> Quality {
        let (mut answered, mut declined, mut missing) = (0, 0, 0);
        for state in &self.states {
            *match state {
                ItemState::Answered(_) => &mut answered,
                ItemState::Declined => &mut declined,
                ItemState::Missing | ItemState::Invalid => &mut missing,
            } += 1;
        }
        Quality { items: self.states.len(), answered, declined, missing }
    }
}
