//! The JSON Schema of the definition format, `docs/definition.schema.json`: words and limits from the engine's source.
//!
//! What a schema can say is said here; that references hold and ranges fit is the engine's business. A test of the
//! package holds every object of it against what the reader knows (`tests/package/schema.test.mjs`).
use anyhow::Result;
use rapport::{
    Aggregation, Between, Confidence, CutOffRule, Direction, EnableBehavior, Form, Medium, Operator, Origin,
    Outside, Precision, Referent, ReliabilityKind, Replacement, StandardScore, Status,
};
use serde_json::{Map, Value, json};

use crate::generated;

const SCHEMA: &str = "docs/definition.schema.json";
/// The most entries that a list or an object may have.
const MOST: usize = 500;

/// Fails when the committed schema is not what the source says; with `accept`, writes it.
pub(crate) fn check(accept: bool) -> Result<()> {
    generated::hold(SCHEMA, &(serde_json::to_string_pretty(&schema())? + "\n"), accept, "schema")
}

fn schema() -> Value {
    let mut schema = json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Rapport instrument definition, format 1",
        "$defs": {
            "name": { "type": "string", "pattern": "^[a-z][a-z0-9-]{0,39}$" },
            "linkId": { "type": "string", "pattern": "^[A-Za-z0-9._-]{1,40}$", "not": { "const": "__proto__" } },
            "text": { "type": "string", "pattern": "\\S" },
            "weight": { "type": "number", "minimum": -1_000_000, "maximum": 1_000_000 },
            "above0": { "type": "number", "exclusiveMinimum": 0, "maximum": 1_000_000 },
            "compared": { "type": ["number", "string", "boolean"] },
            "range": object(&[("min", number()), ("max", number())], &[]),
            "figures": object(&[("mean", weight()), ("sd", above_0()), ("evidence", name())], &[]),
            "item": { "type": "object", "required": ["type"], "oneOf": items() },
            "scale": { "type": "object", "oneOf": scales() },
            "norm": norm(),
            "wording": wording()
        }
    });
    if let (Value::Object(schema), Value::Object(top)) = (&mut schema, top()) {
        schema.extend(top);
    }
    schema
}

fn top() -> Value {
    let source = object(&[("citation", text()), ("supports", text())], &[("doi", text())]);
    let evidence = object(
        &[
            ("citation", text()),
            ("population", text()),
            ("medium", word(Medium::NAMES)),
            ("confidence", word(Confidence::NAMES)),
        ],
        &[("doi", text())],
    );
    let option = object(
        &[("code", json!({ "anyOf": [whole(-1_000_000, 1_000_000), reference("linkId")] }))],
        &[("weight", weight()), ("notApplicable", flag()), ("exclusive", flag())],
    );
    let form = object(&[("id", word(Form::NAMES)), ("referent", word(Referent::NAMES))], &[]);
    let version =
        json!({ "type": "string", "pattern": r"^(0|[1-9]\d{0,5})\.(0|[1-9]\d{0,5})\.(0|[1-9]\d{0,5})$" });
    object(
        &[
            ("format", json!({ "const": 1 })),
            ("id", name()),
            ("version", version),
            ("status", word(Status::NAMES)),
            ("licence", object(&[("holder", text()), ("allows", text()), ("ask", text())], &[])),
            ("construct", object(&[("measures", text()), ("sources", list(&source))], &[])),
            ("items", list(&reference("item"))),
            ("forms", list(&form)),
            (
                "wordings",
                json!({ "type": "object", "maxProperties": MOST, "additionalProperties": reference("wording") }),
            ),
        ],
        &[
            ("evidence", named(&evidence)),
            ("answerOptions", named(&list(&option))),
            ("scales", list(&reference("scale"))),
            ("normGroups", named(&texts())),
            ("norms", list(&reference("norm"))),
            ("cutScores", list(&cut_score())),
            ("change", list(&change())),
            ("criticalItems", list(&critical())),
        ],
    )
}

fn items() -> Vec<Value> {
    let item = |types: &[&str], required: &[(&str, Value)], optional: &[(&str, Value)]| {
        let condition = object(
            &[
                ("question", reference("linkId")),
                ("operator", word(Operator::NAMES)),
                ("answer", reference("compared")),
            ],
            &[],
        );
        let mut needs = vec![("linkId", reference("linkId")), ("type", json!({ "enum": types }))];
        needs.extend_from_slice(required);
        let mut may = vec![("enableWhen", list(&condition)), ("enableBehavior", word(EnableBehavior::NAMES))];
        may.extend_from_slice(optional);
        if types != ["info"] {
            may.push(("required", flag()));
        }
        object(&needs, &may)
    };
    let options = || ("answerOptions", name());
    vec![
        item(&["likert", "choice"], &[options()], &[]),
        item(&["choices"], &[options()], &[("min", whole(0, 500)), ("max", whole(1, 500))]),
        item(&["line", "consent"], &[], &[]),
        item(
            &["number"],
            &[("min", weight()), ("max", weight())],
            &[("step", weight()), ("decimals", whole(0, 6))],
        ),
        item(&["text"], &[("maxLength", whole(1, 10_000))], &[]),
        item(&["date"], &[], &[("precision", word(Precision::NAMES))]),
        item(&["info"], &[], &[]),
    ]
}

fn scales() -> Vec<Value> {
    let missing_rule = object(
        &[],
        &[
            ("minAnswered", whole(1, 500)),
            ("maxMissing", whole(0, 499)),
            ("replacement", word(Replacement::NAMES)),
            ("evidence", name()),
        ],
    );
    let missing_rule = one_of(missing_rule, &["minAnswered", "maxMissing"]);
    let scale = |aggregations: &[&str], required: &[(&str, Value)]| {
        let weighted = aggregations.iter().any(|aggregation| aggregation.starts_with("weighted"));
        let mut keyed = vec![("linkId", reference("linkId"))];
        if weighted {
            keyed.push(("weight", above_0()));
        }
        let key =
            object(&keyed, &[("reverse", flag()), ("mapTo", reference("range")), ("whenNotAsked", weight())]);
        let mut needs = vec![
            ("id", name()),
            ("key", list(&key)),
            ("aggregation", json!({ "enum": aggregations })),
            ("missingRule", missing_rule.clone()),
            ("range", reference("range")),
        ];
        needs.extend_from_slice(required);
        object(&needs, &[("direction", word(Direction::NAMES))])
    };
    let names = Aggregation::NAMES.iter().map(|(name, _)| *name);
    let plain: Vec<&str> = names.filter(|name| !name.starts_with("weighted") && *name != "count").collect();
    let term = object(&[("scale", name()), ("weight", weight())], &[]);
    vec![
        scale(&plain, &[]),
        scale(&["weightedSum", "weightedMean"], &[]),
        scale(&["count"], &[("countFrom", weight())]),
        object(
            &[("id", name()), ("composite", list(&term)), ("range", reference("range"))],
            &[("direction", word(Direction::NAMES))],
        ),
    ]
}

fn norm() -> Value {
    let standard = word(StandardScore::NAMES);
    let row = object(&[("score", weight()), ("value", weight())], &[]);
    let linear = object(&[("mean", weight()), ("sd", above_0()), ("gives", list(&standard))], &[]);
    let table = object(
        &[
            ("gives", standard),
            ("rows", list(&row)),
            ("between", word(Between::NAMES)),
            ("outside", word(Outside::NAMES)),
        ],
        &[],
    );
    let norm = object(
        &[("scale", name()), ("group", name()), ("evidence", name())],
        &[("linear", linear), ("table", table)],
    );
    one_of(norm, &["linear", "table"])
}

fn cut_score() -> Value {
    let band = object(&[("id", name()), ("from", weight())], &[]);
    object(&[("scale", name()), ("evidence", name()), ("bands", list(&band))], &[])
}

fn change() -> Value {
    let reliability = json!({ "type": "number", "exclusiveMinimum": 0, "exclusiveMaximum": 1 });
    object(
        &[
            ("scale", name()),
            ("sd", above_0()),
            ("reliability", reliability),
            ("reliabilityKind", word(ReliabilityKind::NAMES)),
            ("evidence", name()),
        ],
        &[
            ("clinical", reference("figures")),
            ("functional", reference("figures")),
            ("cutOff", word(CutOffRule::NAMES)),
        ],
    )
}

fn critical() -> Value {
    object(
        &[
            ("linkId", reference("linkId")),
            ("operator", word(Operator::NAMES)),
            ("answer", reference("compared")),
            ("evidence", name()),
        ],
        &[],
    )
}

fn wording() -> Value {
    let map =
        |value: Value| json!({ "type": "object", "maxProperties": MOST, "additionalProperties": value });
    let scale = object(&[("name", text()), ("description", text())], &[]);
    let form = object(&[("instruction", text()), ("items", texts())], &[]);
    let ends = object(&[("low", text()), ("high", text())], &[]);
    object(
        &[
            ("origin", word(Origin::NAMES)),
            ("title", text()),
            ("minutes", whole(1, 120)),
            ("forms", map(form)),
        ],
        &[
            ("options", map(texts())),
            ("scales", map(scale)),
            ("ends", map(ends)),
            ("bands", map(texts())),
            ("normGroups", texts()),
        ],
    )
}

/// An object with these keys and no others.
fn object(required: &[(&str, Value)], optional: &[(&str, Value)]) -> Value {
    let all = required.iter().chain(optional);
    let properties: Map<String, Value> = all.map(|(key, value)| ((*key).to_owned(), value.clone())).collect();
    let keys: Vec<&str> = required.iter().map(|(key, _)| *key).collect();
    json!({ "type": "object", "properties": properties, "required": keys, "additionalProperties": false })
}

/// The same object, in which exactly one of these keys is there.
fn one_of(mut object: Value, keys: &[&str]) -> Value {
    let one: Value = keys.iter().map(|key| json!({ "required": [key] })).collect();
    if let Value::Object(object) = &mut object {
        object.insert("oneOf".to_owned(), one);
    }
    object
}

fn list(entry: &Value) -> Value {
    json!({ "type": "array", "items": entry, "minItems": 1, "maxItems": MOST })
}

/// An object whose keys are the writer's own names.
fn named(value: &Value) -> Value {
    json!({
        "type": "object", "propertyNames": reference("name"), "additionalProperties": value,
        "minProperties": 1, "maxProperties": MOST
    })
}

fn texts() -> Value {
    json!({ "type": "object", "maxProperties": MOST, "additionalProperties": text() })
}

fn word<T>(names: &[(&str, T)]) -> Value {
    json!({ "enum": names.iter().map(|(name, _)| *name).collect::<Vec<_>>() })
}

fn whole(min: i32, max: i32) -> Value {
    json!({ "type": "integer", "minimum": min, "maximum": max })
}

fn reference(name: &str) -> Value {
    json!({ "$ref": format!("#/$defs/{name}") })
}

fn name() -> Value {
    reference("name")
}

fn text() -> Value {
    reference("text")
}

fn weight() -> Value {
    reference("weight")
}

fn above_0() -> Value {
    reference("above0")
}

fn number() -> Value {
    json!({ "type": "number" })
}

fn flag() -> Value {
    json!({ "type": "boolean" })
}
