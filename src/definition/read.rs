//! Text -> [`Definition`] and its wordings: strict, and telling every fault of shape at once.
mod items;
mod scales;
mod standards;

use super::wording::{self, Wording};
use super::{Definition, FormDef, OptionDef};
use crate::code::IssueCode;
use crate::faults::Faults;
use crate::id::{IdError, InstrumentId, Language, LinkId, OptionCode, Version};
use crate::instrument::{Confidence, Evidence, Form, Medium, Referent, Status};
use crate::json::Json;
use crate::number::Weight;
use crate::pointer::Pointer;
use crate::read::{self, Object, Read};

/// Reads a definition's tree; `None` when a part could not be read, having told why.
pub(crate) fn read(faults: &mut Faults, json: &Json) -> Option<(Definition, Vec<(Language, Wording)>)> {
    let root = Pointer::root();
    let mut object = Object::open(faults, json, &root)?;
    let _ = object.needs(faults, "format", format);
    let id = object.needs(faults, "id", read::identifier::<InstrumentId>);
    let version = object.needs(faults, "version", read::identifier::<Version>);
    let status = object.needs(faults, "status", |f, j, at| read::word(f, j, at, Status::NAMES));
    let _ = object.needs(faults, "licence", licence);
    let _ = object.needs(faults, "construct", construct);
    let evidence = object.may(faults, "evidence", |f, j, at| named(f, j, at, evidence));
    let answer_options =
        object.may(faults, "answerOptions", |f, j, at| named(f, j, at, |f, j, at| some_of(f, j, at, option)));
    let items = object.needs(faults, "items", |f, j, at| some_of(f, j, at, items::read));
    let scales = object.may(faults, "scales", |f, j, at| some_of(f, j, at, scales::read));
    let norm_groups = object.may(faults, "normGroups", |f, j, at| named(f, j, at, standards::attributes));
    let norms = object.may(faults, "norms", |f, j, at| some_of(f, j, at, standards::norm));
    let cut_scores = object.may(faults, "cutScores", |f, j, at| some_of(f, j, at, standards::cut_score));
    let change = object.may(faults, "change", |f, j, at| some_of(f, j, at, standards::change));
    let critical = object.may(faults, "criticalItems", |f, j, at| some_of(f, j, at, standards::critical));
    let forms = object.needs(faults, "forms", |f, j, at| some_of(f, j, at, form));
    let wordings = object.needs(faults, "wordings", wordings);
    object.finish(faults);
    let definition = Definition {
        id: id?,
        version: version?,
        status: status?,
        // What may be left out and could not be read has been told, and stops the build all the same.
        evidence: evidence.unwrap_or_default(),
        answer_options: answer_options.unwrap_or_default(),
        items: items?,
        scales: scales.unwrap_or_default(),
        norm_groups: norm_groups.unwrap_or_default(),
        norms: norms.unwrap_or_default(),
        cut_scores: cut_scores.unwrap_or_default(),
        change: change.unwrap_or_default(),
        critical_items: critical.unwrap_or_default(),
        forms: forms?,
    };
    Some((definition, wordings?))
}

/// A list of at least one entry.
fn some_of<T>(faults: &mut Faults, json: &Json, at: &Pointer, read: impl Read<T>) -> Option<Vec<T>> {
    let list = read::list(faults, json, at, read)?;
    if list.is_empty() {
        faults.tell(IssueCode::EmptyList, at, "needs at least one entry");
    }
    Some(list)
}

/// An object of at least one entry, whose keys are identifiers of the writer's own.
fn named<N, T>(faults: &mut Faults, json: &Json, at: &Pointer, read: impl Read<T>) -> Option<Vec<(N, T)>>
where
    N: TryFrom<String, Error = IdError>,
{
    let entries = read::map(faults, json, at, read)?;
    if entries.is_empty() {
        faults.tell(IssueCode::EmptyList, at, "needs at least one entry");
    }
    names(faults, entries, at)
}

/// Turns the keys of a map into identifiers.
fn names<N, T>(faults: &mut Faults, entries: Vec<(String, T)>, at: &Pointer) -> Option<Vec<(N, T)>>
where
    N: TryFrom<String, Error = IdError>,
{
    let mut named = Vec::new();
    let mut sound = true;
    for (key, value) in entries {
        let place = at.key(&key);
        match read::identifier(faults, &Json::Text(key), &place) {
            Some(name) => named.push((name, value)),
            None => sound = false,
        }
    }
    sound.then_some(named)
}

fn format(faults: &mut Faults, json: &Json, at: &Pointer) -> Option<()> {
    let format = read::whole(faults, json, at)?;
    if format != 1 {
        faults.tell(IssueCode::WrongFormat, at, format!("needs format 1, found {format}"));
    }
    Some(())
}

fn licence(faults: &mut Faults, json: &Json, at: &Pointer) -> Option<()> {
    let mut object = Object::open(faults, json, at)?;
    for key in ["holder", "allows", "ask"] {
        let _ = object.needs(faults, key, read::text);
    }
    object.finish(faults);
    Some(())
}

fn construct(faults: &mut Faults, json: &Json, at: &Pointer) -> Option<()> {
    let mut object = Object::open(faults, json, at)?;
    let _ = object.needs(faults, "measures", read::text);
    let _ = object.needs(faults, "sources", |f, j, at| some_of(f, j, at, source));
    object.finish(faults);
    Some(())
}

fn source(faults: &mut Faults, json: &Json, at: &Pointer) -> Option<()> {
    let mut object = Object::open(faults, json, at)?;
    let _ = object.needs(faults, "citation", read::text);
    let _ = object.may(faults, "doi", read::text);
    let _ = object.needs(faults, "supports", read::text);
    object.finish(faults);
    Some(())
}

fn evidence(faults: &mut Faults, json: &Json, at: &Pointer) -> Option<Evidence> {
    let mut object = Object::open(faults, json, at)?;
    let citation = object.needs(faults, "citation", read::text);
    let doi = object.may(faults, "doi", read::text);
    let population = object.needs(faults, "population", read::text);
    let medium = object.needs(faults, "medium", |f, j, at| read::word(f, j, at, Medium::NAMES));
    let confidence = object.needs(faults, "confidence", |f, j, at| read::word(f, j, at, Confidence::NAMES));
    object.finish(faults);
    Some(Evidence {
        citation: citation?,
        doi,
        population: population?,
        medium: medium?,
        confidence: confidence?,
    })
}

fn wordings(faults: &mut Faults, json: &Json, at: &Pointer) -> Option<Vec<(Language, Wording)>> {
    let wordings = read::map(faults, json, at, wording::read)?;
    names(faults, wordings, at)
}

fn option(faults: &mut Faults, json: &Json, at: &Pointer) -> Option<OptionDef> {
    let mut object = Object::open(faults, json, at)?;
    let code = object.needs(faults, "code", code);
    let weight = object.may(faults, "weight", weight);
    let not_applicable = object.may(faults, "notApplicable", read::flag).unwrap_or(false);
    let exclusive = object.may(faults, "exclusive", read::flag).unwrap_or(false);
    object.finish(faults);
    if not_applicable && weight.is_some() {
        let sentence = "an option that is not applicable has no weight";
        faults.tell(IssueCode::Contradiction, &at.key("weight"), sentence);
    }
    Some(OptionDef { code: code?, weight, not_applicable, exclusive })
}

fn code(faults: &mut Faults, json: &Json, at: &Pointer) -> Option<OptionCode> {
    match json {
        Json::Text(_) => read::identifier::<LinkId>(faults, json, at).map(OptionCode::Word),
        _ => read::whole(faults, json, at).map(OptionCode::Number),
    }
}

/// A number from -1,000,000 to 1,000,000.
fn weight(faults: &mut Faults, json: &Json, at: &Pointer) -> Option<Weight> {
    let number = read::number(faults, json, at)?;
    let weight = Weight::new(number);
    if weight.is_none() {
        faults.tell(IssueCode::OutOfRange, at, "needs a number from -1000000 to 1000000");
    }
    weight
}

/// A number of that size, to calculate with.
fn bounded(faults: &mut Faults, json: &Json, at: &Pointer) -> Option<f64> {
    weight(faults, json, at).map(Weight::get)
}

fn range(faults: &mut Faults, json: &Json, at: &Pointer) -> Option<(f64, f64)> {
    let mut object = Object::open(faults, json, at)?;
    let min = object.needs(faults, "min", read::number);
    let max = object.needs(faults, "max", read::number);
    object.finish(faults);
    Some((min?, max?))
}

fn form(faults: &mut Faults, json: &Json, at: &Pointer) -> Option<FormDef> {
    let mut object = Object::open(faults, json, at)?;
    let id = object.needs(faults, "id", |f, j, at| read::word(f, j, at, Form::NAMES));
    let referent = object.needs(faults, "referent", |f, j, at| read::word(f, j, at, Referent::NAMES));
    object.finish(faults);
    Some(FormDef { id: id?, referent: referent? })
}

/// Tells when none of the keys of which one is needed is there, or more than one.
fn one_of(faults: &mut Faults, at: &Pointer, given: &[(&str, bool)]) {
    let names = || given.iter().map(|(name, _)| *name).collect::<Vec<_>>().join("`, `");
    match given.iter().filter(|(_, there)| *there).count() {
        0 => faults.tell(IssueCode::MissingKey, at, format!("lacks one of the keys `{}`", names())),
        1 => {}
        _ => faults.tell(IssueCode::Contradiction, at, format!("only one of `{}` can hold", names())),
    }
}
