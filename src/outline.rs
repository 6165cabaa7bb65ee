//! All that a form needs to draw itself in one language: texts and options, and nothing of the key.
use std::collections::BTreeMap;

use serde::{Serialize, Serializer};

use crate::code::IssueCode;
use crate::definition::wording::Origin;
use crate::error::{Error, Subject};
use crate::id::OptionCode;
use crate::instrument::{Form, Instrument, Item, ItemType, NumberLimits, Precision, Referent, Spoken, Takes};
use crate::issue::Issue;
use crate::pointer::Pointer;
use crate::report::InstrumentStamp;

/// An instrument as one respondent sees it. Texts may hold `{practitioner}`, for the practitioner's noun.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Outline {
    /// Which definition it comes from.
    pub instrument: InstrumentStamp,
    /// The form.
    pub form: Form,
    /// What the answers are about.
    pub referent: Referent,
    /// The language, a BCP 47 tag.
    pub language: String,
    /// How the wording came to be.
    pub origin: Origin,
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
    /// The norm groups by id, with their names.
    pub norm_groups: BTreeMap<String, String>,
}

/// One item to draw. Whether it is asked depends on the answers: [`Instrument::check`] tells.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct OutlineItem {
    /// Under which the answer is given.
    pub link_id: String,
    /// What kind of answer it takes.
    #[serde(rename = "type")]
    pub item_type: ItemType,
    /// Whether an answer has to be given.
    pub required: bool,
    /// The item's text.
    pub text: String,
    /// Its options, in order; empty for an item without options.
    pub options: Vec<OutlineOption>,
    /// How many options may be chosen (`choices`).
    pub chosen: Option<Chosen>,
    /// What stands at the two ends (`line`).
    pub ends: Option<Ends>,
    /// Which numbers it takes (`line`, `number`).
    pub limits: Option<NumberLimits>,
    /// How many characters it takes (`text`).
    pub max_length: Option<usize>,
    /// The least precise date that will do (`date`).
    pub precision: Option<Precision>,
}

/// How many options may be chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Chosen {
    /// At least.
    pub min: usize,
    /// At most.
    pub max: usize,
}

/// What stands at the two ends of a line.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Ends {
    /// At 0.
    pub low: String,
    /// At 100.
    pub high: String,
}

/// One option to draw; its weight is the key's business.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct OutlineOption {
    /// What is written down when it is chosen: a number or a text.
    #[serde(serialize_with = "written")]
    pub code: OptionCode,
    /// What is shown.
    pub display: String,
    /// Whether it has to stand alone.
    pub exclusive: bool,
}

/// A scale's name for people, and the range of its score.
#[derive(Clone, Debug, PartialEq, Serialize)]
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
    /// Its bands by id, with their names.
    pub bands: BTreeMap<String, String>,
}

/// A code as it stands in an answer.
fn written<S: Serializer>(code: &OptionCode, serializer: S) -> Result<S::Ok, S::Error> {
    match code {
        OptionCode::Number(number) => serializer.serialize_i32(*number),
        OptionCode::Word(word) => serializer.serialize_str(word.as_str()),
    }
}

impl Instrument {
    /// The outline of one form in one language.
    ///
    /// # Errors
    /// `unknownForm` or `noWording`, at `/form` or `/language`.
    pub fn outline(&self, form: &str, language: &str) -> Result<Outline, Error> {
        let missing = |code, key: &str, value: &str| {
            let sentence = format!("`{}` has no {key} `{value}`", self.id());
            Error::new(Subject::Outline, Issue::error(code, &Pointer::root().key(key), sentence))
        };
        let chosen = Form::named(form).and_then(|form| self.forms().iter().find(|(known, _)| *known == form));
        let &(form, referent) = chosen.ok_or_else(|| missing(IssueCode::UnknownForm, "form", form))?;
        let no_wording = || missing(IssueCode::NoWording, "language", language);
        let spoken = self.spoken(language).ok_or_else(no_wording)?;
        let worded = spoken.forms.iter().find(|(known, _, _)| *known == form);
        let (_, instruction, texts) = worded.ok_or_else(no_wording)?;
        Ok(Outline {
            instrument: self.stamp(),
            form,
            referent,
            language: language.to_owned(),
            origin: spoken.origin,
            title: spoken.title.clone(),
            instruction: instruction.clone(),
            minutes: spoken.minutes,
            items: self.outline_items(spoken, texts),
            scales: self.outline_scales(spoken),
            norm_groups: spoken.norm_groups.iter().cloned().collect(),
        })
    }

    fn outline_items(&self, spoken: &Spoken, texts: &[String]) -> Vec<OutlineItem> {
        let items = self.items().iter().zip(texts).zip(&spoken.options).zip(&spoken.ends);
        let items = items.map(|(((item, text), displays), ends)| {
            let ends = ends.as_ref().map(|ends| Ends { low: ends.low.clone(), high: ends.high.clone() });
            OutlineItem { text: text.clone(), options: options(item, displays), ends, ..without_words(item) }
        });
        items.collect()
    }

    fn outline_scales(&self, spoken: &Spoken) -> Vec<OutlineScale> {
        let scales = self.scales().iter().zip(&spoken.scales).enumerate();
        let bands = |place| spoken.bands.iter().filter(move |(scale, _)| *scale == place);
        let scales = scales.map(|(place, (scale, wording))| OutlineScale {
            scale: scale.id().to_string(),
            name: wording.name.clone(),
            description: wording.description.clone(),
            min: scale.min(),
            max: scale.max(),
            bands: bands(place).flat_map(|(_, texts)| texts).cloned().collect(),
        });
        scales.collect()
    }
}

fn options(item: &Item, displays: &[String]) -> Vec<OutlineOption> {
    let options = item.options().iter().zip(displays).map(|(option, display)| OutlineOption {
        code: option.code.clone(),
        display: display.clone(),
        exclusive: option.exclusive,
    });
    options.collect()
}

fn without_words(item: &Item) -> OutlineItem {
    let limits = match *item.answer_type() {
        Takes::Line => Some(NumberLimits::LINE),
        Takes::Number(limits) => Some(limits),
        _ => None,
    };
    let chosen = match item.answer_type() {
        Takes::Choices { min, max, .. } => Some(Chosen { min: *min, max: *max }),
        _ => None,
    };
    let max_length = match item.answer_type() {
        Takes::Text { max_length } => Some(*max_length),
        _ => None,
    };
    let precision = match item.answer_type() {
        Takes::Date { precision } => Some(*precision),
        _ => None,
    };
    OutlineItem {
        link_id: item.link_id().to_string(),
        item_type: item.item_type(),
        required: item.required(),
        text: String::new(),
        options: Vec::new(),
        chosen,
        ends: None,
        limits,
        max_length,
        precision,
    }
}
