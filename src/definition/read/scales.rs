//! Reads scales: a key with its rule, or a composite of earlier scales.
use super::super::{KeyDef, MissingRuleDef, ScaleDef, ScaleRuleDef, TermDef};
use super::{one_of, range, some_of, weight};
use crate::code::IssueCode;
use crate::faults::Faults;
use crate::id::{EvidenceId, LinkId, ScaleId};
use crate::instrument::{Aggregation, Direction, Replacement};
use crate::json::Json;
use crate::number::Weight;
use crate::pointer::Pointer;
use crate::read::{self, Object};

pub(super) fn read(faults: &mut Faults, json: &Json, at: &Pointer) -> Option<ScaleDef> {
    let mut object = Object::open(faults, json, at)?;
    let id = object.needs(faults, "id", read::identifier::<ScaleId>);
    let direction = object.may(faults, "direction", |f, j, at| read::word(f, j, at, Direction::NAMES));
    let rule = if object.has("composite") {
        let terms = object.needs(faults, "composite", |f, j, at| some_of(f, j, at, term));
        terms.map(ScaleRuleDef::Composite)
    } else {
        items(faults, &mut object)
    };
    let range = object.needs(faults, "range", range);
    object.finish(faults);
    Some(ScaleDef { id: id?, direction, rule: rule?, range: range? })
}

fn items(faults: &mut Faults, object: &mut Object<'_>) -> Option<ScaleRuleDef> {
    let aggregation =
        object.needs(faults, "aggregation", |f, j, at| read::word(f, j, at, Aggregation::NAMES));
    let weighted = matches!(aggregation, Some(Aggregation::WeightedSum | Aggregation::WeightedMean));
    let key = object.needs(faults, "key", |f, j, at| some_of(f, j, at, |f, j, at| key(f, j, at, weighted)));
    let count_from = match aggregation {
        Some(Aggregation::Count) => object.needs(faults, "countFrom", super::bounded),
        _ => Some(0.0),
    };
    let missing = object.needs(faults, "missingRule", missing_rule);
    Some(ScaleRuleDef::Items {
        key: key?,
        aggregation: aggregation?,
        count_from: count_from?,
        missing: missing?,
    })
}

fn key(faults: &mut Faults, json: &Json, at: &Pointer, weighted: bool) -> Option<KeyDef> {
    let mut object = Object::open(faults, json, at)?;
    let link_id = object.needs(faults, "linkId", read::identifier::<LinkId>);
    let reverse = object.may(faults, "reverse", read::flag);
    // A weight of 0 or below would make renormalising by the weights meaningless.
    let item_weight = if weighted { object.needs(faults, "weight", above_zero) } else { Weight::new(1.0) };
    let map_to = object.may(faults, "mapTo", map_to);
    let when_not_asked = object.may(faults, "whenNotAsked", weight);
    object.finish(faults);
    Some(KeyDef {
        link_id: link_id?,
        reverse: reverse.unwrap_or(false),
        weight: item_weight?,
        map_to,
        when_not_asked,
    })
}

fn above_zero(faults: &mut Faults, json: &Json, at: &Pointer) -> Option<Weight> {
    let weight = weight(faults, json, at)?;
    if weight.get() <= 0.0 {
        faults.tell(IssueCode::OutOfRange, at, "needs to be above 0");
    }
    Some(weight)
}

fn map_to(faults: &mut Faults, json: &Json, at: &Pointer) -> Option<(f64, f64)> {
    let (min, max) = range(faults, json, at)?;
    for (key, end) in [("min", min), ("max", max)] {
        if Weight::new(end).is_none() {
            faults.tell(IssueCode::OutOfRange, &at.key(key), "needs a number from -1000000 to 1000000");
        }
    }
    if min >= max {
        faults.tell(IssueCode::OutOfRange, &at.key("max"), "needs to be above `min`");
    }
    Some((min, max))
}

fn missing_rule(faults: &mut Faults, json: &Json, at: &Pointer) -> Option<MissingRuleDef> {
    let mut object = Object::open(faults, json, at)?;
    let min_answered = object.may(faults, "minAnswered", read::whole);
    let max_missing = object.may(faults, "maxMissing", read::whole);
    let replacement = object.may(faults, "replacement", |f, j, at| read::word(f, j, at, Replacement::NAMES));
    let evidence = object.may(faults, "evidence", read::identifier::<EvidenceId>);
    let given = ["minAnswered", "maxMissing"].map(|key| (key, object.has(key)));
    object.finish(faults);
    one_of(faults, at, &given);
    Some(MissingRuleDef { min_answered, max_missing, replacement, evidence })
}

fn term(faults: &mut Faults, json: &Json, at: &Pointer) -> Option<TermDef> {
    let mut object = Object::open(faults, json, at)?;
    let scale = object.needs(faults, "scale", read::identifier::<ScaleId>);
    let weight = object.needs(faults, "weight", weight);
    object.finish(faults);
    let weight = weight?;
    if Weight::new(0.0) == Some(weight) {
        faults.tell(
            IssueCode::OutOfRange,
            &at.key("weight"),
            "a scale that weighs 0 is not part of this one",
        );
    }
    Some(TermDef { scale: scale?, weight })
}
