//! What each byte says of an item: found once, by the same check that an answer alone goes through.
use crate::check::{ItemState, state_of};
use crate::code::IssueCode;
use crate::condition::Earlier;
use crate::id::OptionCode;
use crate::instrument::{Item, Takes};
use crate::number::whole;
use crate::response::Given;

/// An item, and what its bytes say.
#[derive(Clone, Debug)]
pub(super) struct Answers {
    pub(super) item: Item,
    /// Where its bytes are; `None` for an item that takes no answer.
    pub(super) column: Option<usize>,
    /// For each of the 256 bytes what is given, if anything is, and what that makes of the item while it is asked.
    /// Empty for an item that no scale needs.
    meanings: Vec<(Option<Given>, ItemState)>,
}

impl Answers {
    /// `missing` is the byte for no answer; `None` for an item that no scale needs.
    pub(super) fn of(item: &Item, column: Option<usize>, missing: Option<u8>) -> Self {
        let meaning = |byte, missing| {
            if byte == missing {
                return (None, ItemState::Missing);
            }
            let given = given(item, byte);
            let state = state_of(item, &given).unwrap_or(ItemState::Invalid);
            (Some(given), state)
        };
        let meanings = missing
            .map(|missing| (0..=u8::MAX).map(|byte| meaning(byte, missing)).collect())
            .unwrap_or_default();
        Self { item: item.clone(), column, meanings }
    }

    /// Whether bytes can be the item's answers, if a scale needs them; else what is wrong.
    pub(super) fn fit(&self, missing: u8) -> Result<(), (IssueCode, &'static str)> {
        if self.meanings.is_empty() {
            return Ok(());
        }
        if !takes_bytes(&self.item.takes) {
            return Err((
                IssueCode::NotAByte,
                "a scale needs an item whose answers do not all fit into a byte",
            ));
        }
        if state_of(&self.item, &given(&self.item, missing)).is_ok() {
            return Err((IssueCode::MissingIsAnAnswer, "the byte for no answer is an answer"));
        }
        Ok(())
    }

    /// What a byte makes of the item while it is asked.
    pub(super) fn state(&self, byte: u8) -> ItemState {
        self.meanings.get(usize::from(byte)).map_or(ItemState::Missing, |(_, state)| *state)
    }

    /// The item as a condition sees it that asks about it.
    pub(super) fn earlier(&self, state: ItemState, byte: u8) -> Earlier<'_> {
        let given = self.meanings.get(usize::from(byte)).and_then(|(given, _)| given.as_ref());
        Earlier { item: &self.item, state, given }
    }
}

/// A byte as the answer that it stands for.
fn given(item: &Item, byte: u8) -> Given {
    match (&item.takes, byte) {
        (Takes::Consent, 0 | 1) => Given::Flag(byte == 1),
        _ => Given::Number(f64::from(byte.cast_signed())),
    }
}

/// Whether each answer to the item is some byte.
fn takes_bytes(takes: &Takes) -> bool {
    let is_small = |number: f64| whole(number).is_some_and(|number| i8::try_from(number).is_ok());
    match takes {
        Takes::Likert(options) | Takes::Choice(options) => {
            let is_small =
                |code: &OptionCode| matches!(code, OptionCode::Number(code) if i8::try_from(*code).is_ok());
            options.iter().all(|option| is_small(&option.code))
        }
        Takes::Number(limits) => {
            let is_whole = limits.decimals == 0 || limits.step.and_then(whole).is_some();
            is_whole && is_small(limits.min) && is_small(limits.max)
        }
        Takes::Line | Takes::Consent => true,
        Takes::Choices { .. } | Takes::Text { .. } | Takes::Date { .. } | Takes::Info => false,
    }
}
