//! A checked response as it goes out.
use rapport::Issue;
use serde::Serialize;

#[derive(Serialize)]
pub(super) struct Checked<'c> {
    items: Vec<CheckedItem<'c>>,
    issues: &'c [Issue],
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct CheckedItem<'c> {
    link_id: &'c str,
    state: &'static str,
}

impl<'c> Checked<'c> {
    pub(super) fn of(instrument: &'c rapport::Instrument, checked: &'c rapport::Checked<'_>) -> Self {
        let items = instrument.items().iter().zip(checked.states());
        let items =
            items.map(|(item, state)| CheckedItem { link_id: item.link_id().as_str(), state: state.name() });
        Self { items: items.collect(), issues: checked.issues() }
    }
}
