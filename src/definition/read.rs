//! Text -> [`Definition`] and its wordings: strict, and telling every fault of shape at once.
use super::wording::{self, Wording};
use super::{
    Aggregation, Definition, Form, FormDef, ItemDef, ItemType, KeyDef, OptionDef, Referent, ScaleDef, Status,
};
use crate::code::IssueCode;
use crate::faults::Faults;
use crate::id::{IdError, InstrumentId, Language, LinkId, OptionsId, ScaleId, Version};
use crate::json::Json;
use crate::number::Weight;
use crate::pointer::Pointer;
use crate::read::{self, Object};

/// Reads a definition's tree; `None` when a part could not be read, having told why.
pub(crate) fn read(faults: &mut Faults, json: &Json) -> Option<(Definition, Vec<(Language, Wording)>)> {
    let root = Pointer::root();
    let mut object = Object::open(faults, json, &root)?;
    let _ = object.needs(faults, "format", format);
    let id = object.needs(faults, "id", read::identifier::<InstrumentId>);
    let version = object.needs(faults, "version", read::identifier::<Version>);
    let status = object.needs(faults, "status", |f, j, at| read::word(f, j, at, &Status::NAMES));
    let _ = object.needs(faults, "licence", licence);
    let _ = object.needs(faults, "construct", construct);
    let answer_options = object.needs(faults, "answerOptions", answer_options);
    let items = object.needs(faults, "items", |f, j, at| some_of(f, j, at, item));
    let scales = object.needs(faults, "scales", |f, j, at| some_of(f, j, at, scale));
    let forms = object.needs(faults, "forms", |f, j, at| some_of(f, j, at, form));
    let wordings = object.needs(faults, "wordings", wordings);
    object.finish(faults);
    let definition = Definition {
        id: id?,
        version: version?,
        status: status?,
        answer_options: answer_options?,
        items: items?,
        scales: scales?,
        forms: forms?,
    };
    Some((definition, wordings?))
}

/// A list of at least one entry.
fn some_of<T>(faults: &mut Faults, json: &Json, at: &Pointer, read: read::Read<T>) -> Option<Vec<T>> {
    let list = read::list(faults, json, at, read)?;
    if list.is_empty() {
        faults.tell(IssueCode::EmptyList, at, "needs at least one entry");
    }
    Some(list)
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

fn answer_options(
    faults: &mut Faults,
    json: &Json,
    at: &Pointer,
) -> Option<Vec<(OptionsId, Vec<OptionDef>)>> {
    let lists = read::map(faults, json, at, |f, j, at| some_of(f, j, at, option))?;
    if lists.is_empty() {
        faults.tell(IssueCode::EmptyList, at, "needs at least one list of options");
    }
    names(faults, lists, at)
}

fn wordings(faults: &mut Faults, json: &Json, at: &Pointer) -> Option<Vec<(Language, Wording)>> {
    let wordings = read::map(faults, json, at, wording::read)?;
    names(faults, wordings, at)
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

fn option(faults: &mut Faults, json: &Json, at: &Pointer) -> Option<OptionDef> {
    let mut object = Object::open(faults, json, at)?;
    let code = object.needs(faults, "code", read::whole);
    let weight = object.needs(faults, "weight", weight);
    object.finish(faults);
    Some(OptionDef { code: code?, weight: weight? })
}

fn weight(faults: &mut Faults, json: &Json, at: &Pointer) -> Option<Weight> {
    let number = read::number(faults, json, at)?;
    let weight = Weight::new(number);
    if weight.is_none() {
        faults.tell(IssueCode::OutOfRange, at, "a weight is a number from -1000000 to 1000000");
    }
    weight
}

fn item(faults: &mut Faults, json: &Json, at: &Pointer) -> Option<ItemDef> {
    let mut object = Object::open(faults, json, at)?;
    let link_id = object.needs(faults, "linkId", read::identifier::<LinkId>);
    let item_type = object.needs(faults, "type", |f, j, at| read::word(f, j, at, &ItemType::NAMES));
    let answer_options = object.needs(faults, "answerOptions", read::identifier::<OptionsId>);
    let required = object.may(faults, "required", read::flag);
    object.finish(faults);
    Some(ItemDef {
        link_id: link_id?,
        item_type: item_type?,
        answer_options: answer_options?,
        required: required.unwrap_or(false),
    })
}

fn scale(faults: &mut Faults, json: &Json, at: &Pointer) -> Option<ScaleDef> {
    let mut object = Object::open(faults, json, at)?;
    let id = object.needs(faults, "id", read::identifier::<ScaleId>);
    let key = object.needs(faults, "key", |f, j, at| some_of(f, j, at, key));
    let aggregation = object.needs(faults, "aggregation", |f, j, at| {
        read::word(f, j, at, &[("sum", Aggregation::Sum), ("mean", Aggregation::Mean)])
    });
    let min_answered = object.needs(faults, "missingRule", missing_rule);
    let range = object.needs(faults, "range", range);
    object.finish(faults);
    Some(ScaleDef {
        id: id?,
        key: key?,
        aggregation: aggregation?,
        min_answered: min_answered?,
        range: range?,
    })
}

fn key(faults: &mut Faults, json: &Json, at: &Pointer) -> Option<KeyDef> {
    let mut object = Object::open(faults, json, at)?;
    let link_id = object.needs(faults, "linkId", read::identifier::<LinkId>);
    let reverse = object.may(faults, "reverse", read::flag);
    object.finish(faults);
    Some(KeyDef { link_id: link_id?, reverse: reverse.unwrap_or(false) })
}

fn missing_rule(faults: &mut Faults, json: &Json, at: &Pointer) -> Option<i32> {
    let mut object = Object::open(faults, json, at)?;
    let min_answered = object.needs(faults, "minAnswered", read::whole);
    object.finish(faults);
    min_answered
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
    let id = object.needs(faults, "id", |f, j, at| read::word(f, j, at, &Form::NAMES));
    let referent = object.needs(faults, "referent", |f, j, at| read::word(f, j, at, &Referent::NAMES));
    object.finish(faults);
    Some(FormDef { id: id?, referent: referent? })
}
