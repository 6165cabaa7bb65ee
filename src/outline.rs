//! All that a form needs to draw itself in one language: texts and options, and nothing of the key.
use serde::Serialize;

use crate::code::IssueCode;
use crate::definition::wording::Origin;
use crate::definition::{Form, ItemType, Referent};
use crate::error::{Error, Subject};
use crate::instrument::{Instrument, Spoken};
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
}

/// One item to draw.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
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
    /// Its options, in order.
    pub options: Vec<OutlineOption>,
}

/// One option to draw; its weight is the key's business.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct OutlineOption {
    /// What is written down when it is chosen.
    pub code: i32,
    /// What is shown.
    pub display: String,
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
        })
    }

    fn outline_items(&self, spoken: &Spoken, texts: &[String]) -> Vec<OutlineItem> {
        let items = self.items().iter().zip(texts).zip(&spoken.options);
        let items = items.map(|((item, text), displays)| OutlineItem {
            link_id: item.link_id().to_string(),
            item_type: item.item_type(),
            required: item.required(),
            text: text.clone(),
            options: (item.options().iter().zip(displays))
                .map(|(option, display)| OutlineOption { code: option.code, display: display.clone() })
                .collect(),
        });
        items.collect()
    }

    fn outline_scales(&self, spoken: &Spoken) -> Vec<OutlineScale> {
        let scales = self.scales().iter().zip(&spoken.scales);
        let scales = scales.map(|(scale, wording)| OutlineScale {
            scale: scale.id().to_string(),
            name: wording.name.clone(),
            description: wording.description.clone(),
            min: scale.min(),
            max: scale.max(),
        });
        scales.collect()
    }
}
