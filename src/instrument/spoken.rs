//! A wording held against the key: for each item, option, scale and form one text, and none for anything else.
use super::Instrument;
use crate::code::IssueCode;
use crate::definition::wording::{FormWording, Origin, ScaleWording, Wording};
use crate::definition::{Definition, Form};
use crate::faults::Faults;
use crate::id::Language;
use crate::pointer::Pointer;

/// An instrument's texts in one language, in the instrument's own order.
#[derive(Clone, Debug)]
pub(crate) struct Spoken {
    pub(crate) origin: Origin,
    pub(crate) title: String,
    pub(crate) minutes: i32,
    /// By item, then by option.
    pub(crate) options: Vec<Vec<String>>,
    /// By scale.
    pub(crate) scales: Vec<ScaleWording>,
    /// By form: the instruction, then the items' texts.
    pub(crate) forms: Vec<(Form, String, Vec<String>)>,
}

impl Instrument {
    /// The same instrument with its wordings; a fault is told for each text that is missing or too many.
    pub(crate) fn with_wordings(
        mut self,
        faults: &mut Faults,
        definition: &Definition,
        wordings: Vec<(Language, Wording)>,
    ) -> Self {
        for (language, wording) in wordings {
            let at = Pointer::root().key("wordings").key(language.as_str());
            if let Some(spoken) = spoken(faults, &self, definition, &wording, &at) {
                self.spoken.push((language, spoken));
            }
        }
        self
    }
}

fn spoken(
    faults: &mut Faults,
    instrument: &Instrument,
    definition: &Definition,
    wording: &Wording,
    at: &Pointer,
) -> Option<Spoken> {
    let names = definition.answer_options.iter().map(|(name, _)| name.as_str());
    let lists = matched(faults, names, &wording.options, &at.key("options"))?;
    let mut displays = Vec::new();
    for ((name, options), texts) in definition.answer_options.iter().zip(lists) {
        let codes: Vec<String> = options.iter().map(|option| option.code.to_string()).collect();
        let place = at.key("options").key(name.as_str());
        displays.push((name, owned(matched(faults, codes.iter().map(String::as_str), texts, &place)?)));
    }
    let of_item = |item: &crate::definition::ItemDef| {
        displays.iter().find(|(name, _)| **name == item.answer_options).map(|(_, texts)| texts.clone())
    };
    let scales = definition.scales.iter().map(|scale| scale.id.as_str());
    let forms = definition.forms.iter().map(|form| form.id.name());
    let scales = matched(faults, scales, &wording.scales, &at.key("scales"));
    let worded = matched(faults, forms, &wording.forms, &at.key("forms"))?;
    let mut forms = Vec::new();
    for (form, wording) in definition.forms.iter().zip(worded) {
        let place = at.key("forms").key(form.id.name());
        forms.push((form.id, wording.instruction.clone(), items(faults, instrument, wording, &place)));
    }
    let forms = forms.into_iter().map(|(form, instruction, items)| Some((form, instruction, items?)));
    Some(Spoken {
        origin: wording.origin,
        title: wording.title.clone(),
        minutes: wording.minutes,
        options: definition.items.iter().map(of_item).collect::<Option<_>>()?,
        scales: scales?.into_iter().cloned().collect(),
        forms: forms.collect::<Option<_>>()?,
    })
}

fn items(
    faults: &mut Faults,
    instrument: &Instrument,
    wording: &FormWording,
    at: &Pointer,
) -> Option<Vec<String>> {
    let link_ids = instrument.items.iter().map(|item| item.link_id.as_str());
    matched(faults, link_ids, &wording.items, &at.key("items")).map(owned)
}

/// The texts for these names in their order; tells each name without a text and each text without a name.
fn matched<'n, 't, T>(
    faults: &mut Faults,
    names: impl Iterator<Item = &'n str> + Clone,
    texts: &'t [(String, T)],
    at: &Pointer,
) -> Option<Vec<&'t T>> {
    for (key, _) in texts {
        if !names.clone().any(|name| name == key) {
            faults.tell(
                IssueCode::UnknownWording,
                &at.key(key),
                format!("the definition has no `{key}` here"),
            );
        }
    }
    let mut found = Vec::new();
    let mut whole = true;
    for name in names {
        match texts.iter().find(|(key, _)| key == name) {
            Some((_, text)) => found.push(text),
            None => {
                faults.tell(IssueCode::MissingWording, at, format!("lacks a wording for `{name}`"));
                whole = false;
            }
        }
    }
    whole.then_some(found)
}

fn owned(texts: Vec<&String>) -> Vec<String> {
    texts.into_iter().cloned().collect()
}
