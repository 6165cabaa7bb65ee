//! The outline for TypeScript: a mirror of the engine's, by exhaustive destructuring so that it cannot drift.
use serde::Serialize;
use tsify::Tsify;

use super::report::InstrumentStamp;

/// All that a form needs to draw itself. Texts may hold `{practitioner}`, for the practitioner's noun.
#[derive(Debug, Serialize, Tsify)]
pub struct Outline {
    /// Which definition it comes from.
    pub instrument: InstrumentStamp,
    /// The form.
    #[tsify(type = "FormName")]
    pub form: &'static str,
    /// What the answers are about.
    #[tsify(type = "Referent")]
    pub referent: &'static str,
    /// The language, a BCP 47 tag.
    pub language: String,
    /// How the wording came to be.
    #[tsify(type = "Origin")]
    pub origin: &'static str,
    /// The title.
    pub title: String,
    /// What to do, before the first item.
    pub instruction: String,
    /// How long it takes, in minutes.
    pub minutes: i32,
    /// The items, in the order in which they are asked.
    pub items: Vec<OutlineItem>,
    /// The scales, in the order in which they are reported.
    pub scales: Vec<OutlineScale>,
}

/// One item to draw.
#[derive(Debug, Serialize, Tsify)]
#[serde(rename_all = "camelCase")]
pub struct OutlineItem {
    /// Under which the answer is given.
    pub link_id: String,
    /// What kind of answer it takes.
    #[serde(rename = "type")]
    #[tsify(type = "ItemType")]
    pub item_type: &'static str,
    /// Whether an answer has to be given.
    pub required: bool,
    /// The item's text.
    pub text: String,
    /// Its options, in order.
    pub options: Vec<OutlineOption>,
}

/// One option to draw.
#[derive(Debug, Serialize, Tsify)]
pub struct OutlineOption {
    /// What is written down when it is chosen.
    pub code: i32,
    /// What is shown.
    pub display: String,
}

/// A scale's name for people, and the range of its score.
#[derive(Debug, Serialize, Tsify)]
pub struct OutlineScale {
    /// The scale's id.
    pub scale: String,
    /// Its name.
    pub name: String,
    /// What it is about, in a sentence.
    pub description: String,
    /// The lowest score that can be reached.
    pub min: f64,
    /// The highest.
    pub max: f64,
}

impl From<rapport::Outline> for Outline {
    fn from(outline: rapport::Outline) -> Self {
        let rapport::Outline {
            instrument,
            form,
            referent,
            language,
            origin,
            title,
            instruction,
            minutes,
            items,
            scales,
        } = outline;
        Self {
            instrument: instrument.into(),
            form: form.name(),
            referent: referent.name(),
            language,
            origin: origin.name(),
            title,
            instruction,
            minutes,
            items: items.into_iter().map(OutlineItem::from).collect(),
            scales: scales.into_iter().map(OutlineScale::from).collect(),
        }
    }
}

impl From<rapport::OutlineItem> for OutlineItem {
    fn from(item: rapport::OutlineItem) -> Self {
        let rapport::OutlineItem { link_id, item_type, required, text, options } = item;
        let options = options
            .into_iter()
            .map(|rapport::OutlineOption { code, display }| OutlineOption { code, display });
        Self { link_id, item_type: item_type.name(), required, text, options: options.collect() }
    }
}

impl From<rapport::OutlineScale> for OutlineScale {
    fn from(outline: rapport::OutlineScale) -> Self {
        let rapport::OutlineScale { scale, name, description, min, max } = outline;
        Self { scale, name, description, min, max }
    }
}
