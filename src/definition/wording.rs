//! What an instrument says to people in one language: read here, held against the key in `instrument/spoken.rs`.
use crate::code::IssueCode;
use crate::faults::Faults;
use crate::json::Json;
use crate::pointer::Pointer;
use crate::read::{self, Object};
use crate::word::words;

words! {
    /// How a wording came to be.
    Origin {
        /// Written in this language.
        Original "original",
        /// Translated, and not back-translated.
        Translated "translated",
        /// Translated and read over by a second person who knows both languages.
        Reviewed "reviewed",
    }
}

/// Texts by the key they were written under.
pub(crate) type Texts = Vec<(String, String)>;

/// A wording as written, its keys not yet known to be the instrument's.
#[derive(Clone, Debug)]
pub(crate) struct Wording {
    pub(crate) origin: Origin,
    pub(crate) title: String,
    pub(crate) minutes: i32,
    pub(crate) options: Vec<(String, Texts)>,
    pub(crate) scales: Vec<(String, ScaleWording)>,
    pub(crate) forms: Vec<(String, FormWording)>,
    /// By line, what stands at its two ends.
    pub(crate) ends: Vec<(String, EndsWording)>,
    /// By scale, then by band.
    pub(crate) bands: Vec<(String, Texts)>,
    pub(crate) norm_groups: Texts,
}

#[derive(Clone, Debug)]
pub(crate) struct EndsWording {
    pub(crate) low: String,
    pub(crate) high: String,
}

#[derive(Clone, Debug)]
pub(crate) struct ScaleWording {
    pub(crate) name: String,
    pub(crate) description: String,
}

#[derive(Clone, Debug)]
pub(crate) struct FormWording {
    pub(crate) instruction: String,
    pub(crate) items: Texts,
}

/// The one placeholder: the front end puts the practitioner's noun there, with the language's grammar.
pub(crate) const PLACEHOLDER: &str = "{practitioner}";

pub(crate) fn read(faults: &mut Faults, json: &Json, at: &Pointer) -> Option<Wording> {
    let mut object = Object::open(faults, json, at)?;
    let origin = object.needs(faults, "origin", |f, j, at| read::word(f, j, at, Origin::NAMES));
    let title = object.needs(faults, "title", phrase);
    let minutes = object.needs(faults, "minutes", minutes);
    let options = object.may(faults, "options", |f, j, at| read::map(f, j, at, texts));
    let scales = object.may(faults, "scales", |f, j, at| read::map(f, j, at, scale));
    let forms = object.needs(faults, "forms", |f, j, at| read::map(f, j, at, form));
    let ends = object.may(faults, "ends", |f, j, at| read::map(f, j, at, ends));
    let bands = object.may(faults, "bands", |f, j, at| read::map(f, j, at, texts));
    let norm_groups = object.may(faults, "normGroups", texts);
    object.finish(faults);
    Some(Wording {
        origin: origin?,
        title: title?,
        minutes: minutes?,
        options: options.unwrap_or_default(),
        scales: scales.unwrap_or_default(),
        forms: forms?,
        ends: ends.unwrap_or_default(),
        bands: bands.unwrap_or_default(),
        norm_groups: norm_groups.unwrap_or_default(),
    })
}

fn scale(faults: &mut Faults, json: &Json, at: &Pointer) -> Option<ScaleWording> {
    let mut object = Object::open(faults, json, at)?;
    let name = object.needs(faults, "name", phrase);
    let description = object.needs(faults, "description", phrase);
    object.finish(faults);
    Some(ScaleWording { name: name?, description: description? })
}

fn form(faults: &mut Faults, json: &Json, at: &Pointer) -> Option<FormWording> {
    let mut object = Object::open(faults, json, at)?;
    let instruction = object.needs(faults, "instruction", phrase);
    let items = object.needs(faults, "items", texts);
    object.finish(faults);
    Some(FormWording { instruction: instruction?, items: items? })
}

fn ends(faults: &mut Faults, json: &Json, at: &Pointer) -> Option<EndsWording> {
    let mut object = Object::open(faults, json, at)?;
    let low = object.needs(faults, "low", phrase);
    let high = object.needs(faults, "high", phrase);
    object.finish(faults);
    Some(EndsWording { low: low?, high: high? })
}

fn texts(faults: &mut Faults, json: &Json, at: &Pointer) -> Option<Texts> {
    read::map(faults, json, at, phrase)
}

fn minutes(faults: &mut Faults, json: &Json, at: &Pointer) -> Option<i32> {
    let minutes = read::whole(faults, json, at)?;
    if !(1..=120).contains(&minutes) {
        faults.tell(IssueCode::OutOfRange, at, "a form takes from 1 to 120 minutes");
    }
    Some(minutes)
}

/// A text for people, in which the only thing between braces is the practitioner's placeholder.
fn phrase(faults: &mut Faults, json: &Json, at: &Pointer) -> Option<String> {
    let text = read::text(faults, json, at)?;
    if text.replace(PLACEHOLDER, "").contains(['{', '}']) {
        faults.tell(IssueCode::UnknownPlaceholder, at, format!("the only placeholder is `{PLACEHOLDER}`"));
    }
    Some(text)
}
