//! Response -> [`Checked`]: each answer held against its item. Never fails; what is wrong is told as issues.
mod answer;

use std::fmt;

pub(crate) use self::answer::state_of;
use crate::code::IssueCode;
use crate::condition::Earlier;
use crate::instrument::{Form, Instrument, Item, Takes};
use crate::issue::Issue;
use crate::pointer::Pointer;
use crate::response::{Given, Response};

/// A response that has been checked against its instrument; only this can be scored.
#[derive(Clone, Debug)]
pub struct Checked<'i> {
    pub(crate) instrument: &'i Instrument,
    pub(crate) response: &'i Response,
    pub(crate) states: Vec<ItemState>,
    pub(crate) issues: Vec<Issue>,
}

/// What is known about one item's answer.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum ItemState {
    /// Answered; the weight of the answer before reverse scoring, if it has one.
    Answered(Option<f64>),
    /// Asked, and declined (FHIR `asked-declined`).
    Declined,
    /// Answered with an option that says the item does not apply (FHIR `not-applicable`).
    NotApplicable,
    /// No answer is there (FHIR `unknown`).
    Missing,
    /// Not asked, going by the other answers (FHIR `not-asked`); not missing.
    NotAsked,
    /// An answer is there that the item does not take, told as an issue; or nobody knows whether the item should
    /// have been asked, because that hangs on such an answer. Never counted.
    Invalid,
    /// The item is there to be read.
    Shown,
}

impl ItemState {
    /// The state's wire name.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Answered(_) => "answered",
            Self::Declined => "declined",
            Self::NotApplicable => "notApplicable",
            Self::Missing => "missing",
            Self::NotAsked => "notAsked",
            Self::Invalid => "invalid",
            Self::Shown => "shown",
        }
    }

    /// What the state of an answer becomes by whether its item is asked; `None`: nobody knows.
    pub(crate) fn when_asked(self, asked: Option<bool>) -> Self {
        match asked {
            Some(true) => self,
            Some(false) => Self::NotAsked,
            None if self == Self::Shown => self,
            None => Self::Invalid,
        }
    }
}

impl Instrument {
    /// Checks every answer of a response.
    ///
    /// Issues come in the instrument's order, those about unknown items and attributes last by name: the order in
    /// which the answers came decides nothing.
    #[must_use]
    pub fn check<'i>(&'i self, response: &'i Response) -> Checked<'i> {
        let mut checked = Checked { instrument: self, response, states: Vec::new(), issues: Vec::new() };
        for item in self.items() {
            let state = checked.state(item);
            checked.states.push(state);
        }
        let answers = response.answers().iter().map(|(link_id, _)| link_id.as_str());
        for link_id in sorted(answers.filter(|link_id| self.position(link_id).is_none())) {
            let sentence = format_args!("no item has the linkId `{link_id}`");
            checked.issues.push(Issue::error(IssueCode::UnknownItem, &place(link_id), sentence));
        }
        let attributes = response.attributes().iter().map(|(name, _)| name.as_str());
        for name in sorted(attributes.filter(|name| !self.has_attribute(name))) {
            let at = Pointer::root().key("attributes").key(name);
            let sentence = format_args!("no norm group asks for `{name}`");
            checked.issues.push(Issue::warning(IssueCode::UnknownAttribute, &at, sentence));
        }
        checked
    }

    fn has_attribute(&self, name: &str) -> bool {
        self.norms().iter().flat_map(|norm| &norm.attributes).any(|(known, _)| known == name)
    }
}

fn sorted<'n>(names: impl Iterator<Item = &'n str>) -> Vec<&'n str> {
    let mut sorted: Vec<&str> = Vec::new();
    for name in names {
        sorted.insert(sorted.partition_point(|earlier| *earlier <= name), name);
    }
    sorted
}

fn place(link_id: &str) -> Pointer {
    Pointer::root().key("answers").key(link_id)
}

impl<'i> Checked<'i> {
    /// What is known about the next item, with all states before it known.
    fn state(&mut self, item: &Item) -> ItemState {
        let at = || place(item.link_id().as_str());
        let mut given = self.given(item);
        let (first, second) = (given.next(), given.next());
        drop(given);
        let mut issues = Vec::new();
        let mut tell = |code, sentence: fmt::Arguments<'_>| issues.push(Issue::error(code, &at(), sentence));
        let asked = item
            .condition
            .as_ref()
            .map_or(Some(true), |condition| condition.holds(|place| self.earlier(place)));
        let state = match (asked, first, second) {
            (Some(false), _, _) => {
                if self.given(item).any(|given| *given != Given::Declined) {
                    let sentence = format_args!("the item is not asked, going by the other answers");
                    self.issues.push(Issue::warning(IssueCode::NotAsked, &at(), sentence));
                }
                return ItemState::NotAsked;
            }
            (_, None, _) if matches!(item.takes, Takes::Info) => ItemState::Shown,
            (_, None, _) => ItemState::Missing,
            (_, Some(_), Some(_)) => {
                tell(IssueCode::DuplicateAnswer, format_args!("the item is answered twice"));
                ItemState::Invalid
            }
            (_, Some(given), None) => state_of(item, given).unwrap_or_else(|(code, sentence)| {
                tell(code, format_args!("{sentence}, found {}", given.kind()));
                if matches!(item.takes, Takes::Info) { ItemState::Shown } else { ItemState::Invalid }
            }),
        };
        if asked.is_some() && item.required() {
            if matches!(state, ItemState::Missing | ItemState::Declined) {
                tell(IssueCode::MissingRequired, format_args!("the item has to be answered"));
            } else if state != ItemState::Invalid
                && matches!(item.takes, Takes::Consent)
                && first == Some(&Given::Flag(false))
            {
                tell(IssueCode::NotAgreed, format_args!("consent is required and was not given"));
            }
        }
        self.issues.append(&mut issues);
        state.when_asked(asked)
    }

    /// All that is given for an item, in the order in which it came.
    pub(crate) fn given(&self, item: &Item) -> impl Iterator<Item = &'i Given> + use<'i, '_> {
        let link_id = item.link_id().to_string();
        self.response.answers().iter().filter(move |(known, _)| *known == link_id).map(|(_, given)| given)
    }

    /// An item whose state is known, with its answer.
    pub(crate) fn earlier(&self, place: usize) -> Option<Earlier<'i>> {
        let item = self.instrument.items().get(place)?;
        Some(Earlier { item, state: *self.states.get(place)?, given: self.given(item).next() })
    }

    /// The form that was filled in.
    #[must_use]
    pub fn form(&self) -> Form {
        self.response.form()
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
}
