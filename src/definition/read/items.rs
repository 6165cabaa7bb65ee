//! Reads items: what every item has, then what its type has.
use super::super::{ConditionDef, ItemDef, TypeDef};
use super::{some_of, weight};
use crate::code::IssueCode;
use crate::faults::Faults;
use crate::id::{LinkId, OptionsId};
use crate::instrument::{ComparedTo, EnableBehavior, ItemType, Operator, Precision};
use crate::json::Json;
use crate::pointer::Pointer;
use crate::read::{self, Object};

/// The longest answer that a text item may allow, in characters.
const MAX_TEXT: i32 = 10_000;
const MAX_DECIMALS: i32 = 6;

pub(super) fn read(faults: &mut Faults, json: &Json, at: &Pointer) -> Option<ItemDef> {
    let mut object = Object::open(faults, json, at)?;
    let link_id = object.needs(faults, "linkId", read::identifier::<LinkId>);
    let item_type = object.needs(faults, "type", |f, j, at| read::word(f, j, at, ItemType::NAMES));
    // Without its type it is not known which other keys an item may have.
    let item_type = item_type?;
    let required =
        if item_type == ItemType::Info { None } else { object.may(faults, "required", read::flag) };
    let takes = takes(faults, &mut object, item_type);
    let enable_when = object.may(faults, "enableWhen", |f, j, at| some_of(f, j, at, condition));
    let enable_behavior =
        object.may(faults, "enableBehavior", |f, j, at| read::word(f, j, at, EnableBehavior::NAMES));
    object.finish(faults);
    let enable_when = enable_when.unwrap_or_default();
    if enable_when.len() > 1 && enable_behavior.is_none() {
        let sentence = "lacks the key `enableBehavior`, needed with more than one condition";
        faults.tell(IssueCode::MissingKey, at, sentence);
    }
    Some(ItemDef {
        link_id: link_id?,
        required: required.unwrap_or(false),
        takes: takes?,
        enable_when,
        enable_behavior: enable_behavior.unwrap_or(EnableBehavior::All),
    })
}

fn takes(faults: &mut Faults, object: &mut Object<'_>, item_type: ItemType) -> Option<TypeDef> {
    let options = |faults: &mut Faults, object: &mut Object<'_>| {
        object.needs(faults, "answerOptions", read::identifier::<OptionsId>)
    };
    Some(match item_type {
        ItemType::Likert => TypeDef::Likert { options: options(faults, object)? },
        ItemType::Choice => TypeDef::Choice { options: options(faults, object)? },
        ItemType::Choices => {
            let options = options(faults, object);
            let min = object.may(faults, "min", |f, j, at| read::whole_from(f, j, at, 0, 500));
            let max = object.may(faults, "max", |f, j, at| read::whole_from(f, j, at, 1, 500));
            TypeDef::Choices { options: options?, min: min.unwrap_or(1), max }
        }
        ItemType::Line => TypeDef::Line,
        ItemType::Number => {
            let min = object.needs(faults, "min", weight);
            let max = object.needs(faults, "max", weight);
            let step = object.may(faults, "step", weight);
            let decimals =
                object.may(faults, "decimals", |f, j, at| read::whole_from(f, j, at, 0, MAX_DECIMALS));
            TypeDef::Number { min: min?, max: max?, step, decimals: decimals.unwrap_or(0) }
        }
        ItemType::Text => {
            let max_length =
                object.needs(faults, "maxLength", |f, j, at| read::whole_from(f, j, at, 1, MAX_TEXT));
            TypeDef::Text { max_length: max_length? }
        }
        ItemType::Date => {
            let precision =
                object.may(faults, "precision", |f, j, at| read::word(f, j, at, Precision::NAMES));
            TypeDef::Date { precision: precision.unwrap_or(Precision::Day) }
        }
        ItemType::Consent => TypeDef::Consent,
        ItemType::Info => TypeDef::Info,
    })
}

fn condition(faults: &mut Faults, json: &Json, at: &Pointer) -> Option<ConditionDef> {
    let mut object = Object::open(faults, json, at)?;
    let question = object.needs(faults, "question", read::identifier::<LinkId>);
    let operator = object.needs(faults, "operator", |f, j, at| read::word(f, j, at, Operator::NAMES));
    let answer = object.needs(faults, "answer", compared_to);
    object.finish(faults);
    Some(ConditionDef { question: question?, operator: operator?, answer: answer? })
}

/// What an answer is compared with; whether that fits the question is seen when it is followed.
pub(super) fn compared_to(faults: &mut Faults, json: &Json, at: &Pointer) -> Option<ComparedTo> {
    match json {
        Json::Bool(flag) => Some(ComparedTo::Flag(*flag)),
        Json::Number(number) => Some(ComparedTo::Number(*number)),
        other => read::text(faults, other, at).map(ComparedTo::Text),
    }
}
