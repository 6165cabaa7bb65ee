//! A wording held against the key: for each item, option, scale and form one text, and none for anything else.
use super::{Form, Instrument};
use crate::code::IssueCode;
use crate::definition::wording::{EndsWording, FormWording, Origin, ScaleWording, Texts, Wording};
use crate::definition::{Definition, ItemDef, TypeDef};
use crate::faults::Faults;
use crate::id::Language;
use crate::pointer::Pointer;

/// An instrument's texts in one language, in the instrument's own order.
#[derive(Clone, Debug)]
pub(crate) struct Spoken {
    pub(crate) origin: Origin,
    pub(crate) title: String,
    pub(crate) minutes: i32,
    /// By item, then by option; empty for an item without options.
    pub(crate) options: Vec<Vec<String>>,
    /// By item, for a line.
    pub(crate) ends: Vec<Option<EndsWording>>,
    /// By scale.
    pub(crate) scales: Vec<ScaleWording>,
    /// By form: the instruction, then the items' texts.
    pub(crate) forms: Vec<(Form, String, Vec<String>)>,
    /// By scale that has bands, its place and then a text for each band.
    pub(crate) bands: Vec<(usize, Texts)>,
    /// By norm group.
    pub(crate) norm_groups: Texts,
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
    let of_item = |item: &ItemDef| match item.takes.options() {
        None => Some(Vec::new()),
        Some(list) => displays.iter().find(|(name, _)| *name == list).map(|(_, texts)| texts.clone()),
    };
    let is_line = |item: &&ItemDef| matches!(item.takes, TypeDef::Line);
    let lines = definition.items.iter().filter(is_line).map(|item| item.link_id.as_str());
    let mut ends = matched(faults, lines, &wording.ends, &at.key("ends"))?.into_iter();
    let ends = definition.items.iter().map(|item| if is_line(&item) { ends.next().cloned() } else { None });
    let ends = ends.collect();
    let bands = bands(faults, definition, wording, at);
    let groups = definition.norm_groups.iter().map(|(group, _)| group.as_str());
    let group_texts = matched(faults, groups.clone(), &wording.norm_groups, &at.key("normGroups"));
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
        ends,
        bands: bands?,
        norm_groups: groups.map(str::to_owned).zip(owned(group_texts?)).collect(),
    })
}

/// For each scale with cut scores, a text for every band.
fn bands(
    faults: &mut Faults,
    definition: &Definition,
    wording: &Wording,
    at: &Pointer,
) -> Option<Vec<(usize, Texts)>> {
    let at = at.key("bands");
    let banded = definition.scales.iter().enumerate().filter_map(|(place, scale)| {
        let own = definition.cut_scores.iter().filter(|cut_score| cut_score.scale == scale.id);
        let mut names: Vec<&str> = Vec::new();
        for band in own.flat_map(|cut_score| &cut_score.bands) {
            if !names.contains(&band.id.as_str()) {
                names.push(band.id.as_str());
            }
        }
        (!names.is_empty()).then_some((place, scale.id.as_str(), names))
    });
    let banded: Vec<_> = banded.collect();
    let lists = matched(faults, banded.iter().map(|(_, scale, _)| *scale), &wording.bands, &at)?;
    let mut found = Vec::new();
    for ((place, scale, names), texts) in banded.iter().zip(lists) {
        let texts = owned(matched(faults, names.iter().copied(), texts, &at.key(scale))?);
        found.push((*place, names.iter().map(|name| (*name).to_owned()).zip(texts).collect()));
    }
    Some(found)
}

fn items(
    faults: &mut Faults,
    instrument: &Instrument,
    wording: &FormWording,
    at: &Pointer,
) -> Option<Vec<String>> {
    let link_ids = instrument.items.iter().map(|item| item.link_id().as_str());
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
