//! The report as a plain object, written property by property: no printing of numbers, no JSON, few bytes.
use js_sys::{Array, Object, Reflect};
use rapport::{Checked, Evidence, Instrument, Interpretation, Issue, Outcome, Quality, ScaleScore};
use wasm_bindgen::prelude::*;

pub(super) fn written(instrument: &Instrument, checked: &Checked<'_>) -> Object {
    let scores = checked.scores();
    let critical = checked.critical_items();
    object(&[
        ("instrument", stamp(instrument)),
        ("engine", rapport::VERSION.into()),
        ("form", checked.form().name().into()),
        ("scores", list(&scores, score)),
        ("interpretations", list(&checked.interpretations(&scores), interpretation)),
        (
            "criticalItems",
            list(&critical, |item| {
                object(&[("linkId", item.link_id.as_str().into()), ("evidence", evidence(&item.evidence))])
                    .into()
            }),
        ),
        ("issues", list(checked.issues(), issue)),
        ("quality", quality(&checked.quality())),
    ])
}

fn stamp(instrument: &Instrument) -> JsValue {
    object(&[
        ("id", instrument.id().as_str().into()),
        ("version", instrument.version().as_str().into()),
        ("digest", instrument.digest().to_hex().into()),
        ("status", instrument.status().name().into()),
    ])
    .into()
}

fn score(score: &ScaleScore<'_>) -> JsValue {
    let not_scored = match score.outcome {
        Outcome::Scored(_) => None,
        Outcome::NotScored(reason) => Some(reason.name()),
    };
    object(&[
        ("scale", score.scale.id().as_str().into()),
        ("value", or_null(score.outcome.value())),
        ("notScored", or_null(not_scored)),
        ("min", score.scale.min().into()),
        ("max", score.scale.max().into()),
        ("answered", count(score.answered)),
        ("missing", count(score.missing)),
        ("notAsked", count(score.not_asked)),
        ("prorated", score.prorated.into()),
    ])
    .into()
}

fn interpretation(interpretation: &Interpretation) -> JsValue {
    let written = match interpretation {
        Interpretation::Standard(standard) => object(&[
            ("kind", "standard".into()),
            ("scale", standard.scale.as_str().into()),
            ("group", standard.group.as_str().into()),
            ("standard", standard.standard.name().into()),
            ("value", or_null(standard.value)),
            ("limit", or_null(standard.limit.map(rapport::Limit::name))),
            ("evidence", evidence(&standard.evidence)),
        ]),
        Interpretation::Band(band) => object(&[
            ("kind", "band".into()),
            ("scale", band.scale.as_str().into()),
            ("band", or_null(band.band.as_deref())),
            ("from", or_null(band.from)),
            ("below", or_null(band.below)),
            ("evidence", evidence(&band.evidence)),
        ]),
    };
    written.into()
}

fn evidence(evidence: &Evidence) -> JsValue {
    object(&[
        ("citation", evidence.citation.as_str().into()),
        ("doi", or_null(evidence.doi.as_deref())),
        ("population", evidence.population.as_str().into()),
        ("medium", evidence.medium.name().into()),
        ("confidence", evidence.confidence.name().into()),
    ])
    .into()
}

fn issue(issue: &Issue) -> JsValue {
    object(&[
        ("severity", issue.severity.name().into()),
        ("code", issue.code.name().into()),
        ("expression", issue.expression.as_str().into()),
        ("diagnostics", issue.diagnostics.as_str().into()),
    ])
    .into()
}

fn quality(quality: &Quality) -> JsValue {
    let seconds = quality.seconds_per_item.map(|seconds| {
        JsValue::from(object(&[("median", seconds.median.into()), ("mean", seconds.mean.into())]))
    });
    object(&[
        ("items", count(quality.items)),
        ("asked", count(quality.asked)),
        ("answered", count(quality.answered)),
        ("declined", count(quality.declined)),
        ("notApplicable", count(quality.not_applicable)),
        ("missing", count(quality.missing)),
        ("notAsked", count(quality.not_asked)),
        ("shareMissing", or_null(quality.share_missing)),
        ("longestRun", count(quality.longest_run)),
        ("averageRun", or_null(quality.average_run)),
        ("intraIndividualSd", or_null(quality.intra_individual_sd)),
        ("secondsPerItem", or_null(seconds)),
        ("evenOdd", or_null(quality.even_odd)),
        ("notes", list(&quality.notes, |note| note.name().into())),
    ])
    .into()
}

fn object(entries: &[(&str, JsValue)]) -> Object {
    let object = Object::new();
    for (key, value) in entries {
        // Setting a property of a fresh object cannot fail.
        let _ = Reflect::set(&object, &(*key).into(), value);
    }
    object
}

fn list<T>(entries: &[T], written: impl Fn(&T) -> JsValue) -> JsValue {
    entries.iter().map(written).collect::<Array>().into()
}

fn or_null(value: Option<impl Into<JsValue>>) -> JsValue {
    value.map_or(JsValue::NULL, Into::into)
}

fn count(items: usize) -> JsValue {
    u32::try_from(items).unwrap_or(u32::MAX).into()
}
