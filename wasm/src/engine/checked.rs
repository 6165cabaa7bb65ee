//! A checked response for TypeScript.
use rapport::ItemState;
use serde::Serialize;
use tsify::Tsify;

use super::report::Issue;

/// What is known about each answer of a response.
#[derive(Debug, Serialize, Tsify)]
pub struct Checked {
    /// One entry for each item, in the instrument's order.
    pub items: Vec<CheckedItem>,
    /// What was wrong with the answers; empty when nothing was.
    pub issues: Vec<Issue>,
}

/// One item's answer.
#[derive(Debug, Serialize, Tsify)]
#[serde(rename_all = "camelCase")]
pub struct CheckedItem {
    /// The item.
    pub link_id: String,
    /// `declined` is asked and declined (`null`), `invalid` an answer that the item does not take.
    #[tsify(type = "\"answered\" | \"declined\" | \"missing\" | \"invalid\"")]
    pub state: &'static str,
}

impl Checked {
    pub(super) fn of(instrument: &rapport::Instrument, checked: &rapport::Checked<'_>) -> Self {
        let items = instrument.items().iter().zip(checked.states()).map(|(item, state)| CheckedItem {
            link_id: item.link_id().to_string(),
            state: match state {
                ItemState::Answered(_) => "answered",
                ItemState::Declined => "declined",
                ItemState::Missing => "missing",
                ItemState::Invalid => "invalid",
            },
        });
        Self { items: items.collect(), issues: checked.issues().iter().cloned().map(Issue::from).collect() }
    }
}
