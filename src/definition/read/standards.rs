//! Reads norms, cut scores, figures of change and critical items.
use super::super::{ChangeDef, CriticalDef, CutScoreDef, GroupFigures, NormDef};
use super::items::compared_to;
use super::{bounded, one_of, some_of};
use crate::code::IssueCode;
use crate::faults::Faults;
use crate::id::{BandId, EvidenceId, GroupId, LinkId, ScaleId};
use crate::instrument::{
    BandFrom, Between, CutOffRule, NormRule, NormTable, Operator, Outside, ReliabilityKind, StandardScore,
};
use crate::json::Json;
use crate::pointer::Pointer;
use crate::read::{self, Object};

/// What a person must have to belong to a norm group, by name.
pub(super) fn attributes(faults: &mut Faults, json: &Json, at: &Pointer) -> Option<Vec<(String, String)>> {
    read::map(faults, json, at, read::text)
}

pub(super) fn norm(faults: &mut Faults, json: &Json, at: &Pointer) -> Option<NormDef> {
    let mut object = Object::open(faults, json, at)?;
    let scale = object.needs(faults, "scale", read::identifier::<ScaleId>);
    let group = object.needs(faults, "group", read::identifier::<GroupId>);
    let evidence = object.needs(faults, "evidence", read::identifier::<EvidenceId>);
    let linear = object.may(faults, "linear", linear);
    let table = object.may(faults, "table", table);
    let given = ["linear", "table"].map(|key| (key, object.has(key)));
    object.finish(faults);
    one_of(faults, at, &given);
    Some(NormDef { scale: scale?, group: group?, evidence: evidence?, rule: linear.or(table)? })
}

fn linear(faults: &mut Faults, json: &Json, at: &Pointer) -> Option<NormRule> {
    let mut object = Object::open(faults, json, at)?;
    let mean = object.needs(faults, "mean", bounded);
    let sd = object.needs(faults, "sd", above_zero);
    let gives = object.needs(faults, "gives", |f, j, at| some_of(f, j, at, standard_score));
    object.finish(faults);
    Some(NormRule::Linear { mean: mean?, sd: sd?, gives: gives? })
}

fn standard_score(faults: &mut Faults, json: &Json, at: &Pointer) -> Option<StandardScore> {
    read::word(faults, json, at, StandardScore::NAMES)
}

fn table(faults: &mut Faults, json: &Json, at: &Pointer) -> Option<NormRule> {
    let mut object = Object::open(faults, json, at)?;
    let gives = object.needs(faults, "gives", standard_score);
    let rows = object.needs(faults, "rows", |f, j, at| some_of(f, j, at, row));
    let between = object.needs(faults, "between", |f, j, at| read::word(f, j, at, Between::NAMES));
    let outside = object.needs(faults, "outside", |f, j, at| read::word(f, j, at, Outside::NAMES));
    object.finish(faults);
    let rows = rows?;
    rising(faults, rows.iter().map(|(score, _)| *score), |index| at.key("rows").index(index).key("score"));
    if gives == Some(StandardScore::Percentile) {
        for (index, _) in rows.iter().enumerate().filter(|(_, (_, value))| !(0.0..=100.0).contains(value)) {
            let place = at.key("rows").index(index).key("value");
            faults.tell(IssueCode::OutOfRange, &place, "a percentile is from 0 to 100");
        }
    }
    Some(NormRule::Table(NormTable { gives: gives?, rows, between: between?, outside: outside? }))
}

fn row(faults: &mut Faults, json: &Json, at: &Pointer) -> Option<(f64, f64)> {
    let mut object = Object::open(faults, json, at)?;
    let score = object.needs(faults, "score", bounded);
    let value = object.needs(faults, "value", bounded);
    object.finish(faults);
    Some((score?, value?))
}

pub(super) fn cut_score(faults: &mut Faults, json: &Json, at: &Pointer) -> Option<CutScoreDef> {
    let mut object = Object::open(faults, json, at)?;
    let scale = object.needs(faults, "scale", read::identifier::<ScaleId>);
    let evidence = object.needs(faults, "evidence", read::identifier::<EvidenceId>);
    let bands = object.needs(faults, "bands", |f, j, at| some_of(f, j, at, band));
    object.finish(faults);
    let bands = bands?;
    rising(faults, bands.iter().map(|band| band.from), |index| at.key("bands").index(index).key("from"));
    for (index, band) in bands.iter().enumerate() {
        if bands.iter().take(index).any(|earlier| earlier.id == band.id) {
            let place = at.key("bands").index(index).key("id");
            faults.tell(IssueCode::DuplicateBand, &place, format!("the band `{}` is given twice", band.id));
        }
    }
    Some(CutScoreDef { scale: scale?, evidence: evidence?, bands })
}

fn band(faults: &mut Faults, json: &Json, at: &Pointer) -> Option<BandFrom> {
    let mut object = Object::open(faults, json, at)?;
    let id = object.needs(faults, "id", read::identifier::<BandId>);
    let from = object.needs(faults, "from", bounded);
    object.finish(faults);
    Some(BandFrom { id: id?, from: from? })
}

fn rising(faults: &mut Faults, scores: impl Iterator<Item = f64>, place: impl Fn(usize) -> Pointer) {
    let mut last = f64::NEG_INFINITY;
    for (index, score) in scores.enumerate() {
        if score <= last {
            faults.tell(IssueCode::NotRising, &place(index), "needs to be above the one before");
        }
        last = score;
    }
}

pub(super) fn change(faults: &mut Faults, json: &Json, at: &Pointer) -> Option<ChangeDef> {
    let mut object = Object::open(faults, json, at)?;
    let scale = object.needs(faults, "scale", read::identifier::<ScaleId>);
    let sd = object.needs(faults, "sd", above_zero);
    let reliability = object.needs(faults, "reliability", reliability);
    let reliability_kind =
        object.needs(faults, "reliabilityKind", |f, j, at| read::word(f, j, at, ReliabilityKind::NAMES));
    let evidence = object.needs(faults, "evidence", read::identifier::<EvidenceId>);
    let clinical = object.may(faults, "clinical", figures);
    let functional = object.may(faults, "functional", figures);
    let cut_off = object.may(faults, "cutOff", |f, j, at| read::word(f, j, at, CutOffRule::NAMES));
    let needs: &[&str] = match cut_off {
        Some(CutOffRule::A) => &["clinical"],
        Some(CutOffRule::B) => &["functional"],
        Some(CutOffRule::C) => &["clinical", "functional"],
        None => &[],
    };
    for key in needs.iter().filter(|key| !object.has(key)) {
        faults.tell(IssueCode::MissingKey, at, format!("lacks the key `{key}`, which this cut-off needs"));
    }
    object.finish(faults);
    Some(ChangeDef {
        scale: scale?,
        sd: sd?,
        reliability: reliability?,
        reliability_kind: reliability_kind?,
        evidence: evidence?,
        clinical,
        functional,
        cut_off,
    })
}

fn figures(faults: &mut Faults, json: &Json, at: &Pointer) -> Option<GroupFigures> {
    let mut object = Object::open(faults, json, at)?;
    let mean = object.needs(faults, "mean", bounded);
    let sd = object.needs(faults, "sd", above_zero);
    let evidence = object.needs(faults, "evidence", read::identifier::<EvidenceId>);
    object.finish(faults);
    Some(GroupFigures { mean: mean?, sd: sd?, evidence: evidence? })
}

fn above_zero(faults: &mut Faults, json: &Json, at: &Pointer) -> Option<f64> {
    let number = bounded(faults, json, at)?;
    if number <= 0.0 {
        faults.tell(IssueCode::OutOfRange, at, "needs to be above 0");
    }
    Some(number)
}

fn reliability(faults: &mut Faults, json: &Json, at: &Pointer) -> Option<f64> {
    let number = read::number(faults, json, at)?;
    if number <= 0.0 || number >= 1.0 {
        faults.tell(IssueCode::OutOfRange, at, "a reliability is above 0 and below 1");
    }
    Some(number)
}

pub(super) fn critical(faults: &mut Faults, json: &Json, at: &Pointer) -> Option<CriticalDef> {
    let mut object = Object::open(faults, json, at)?;
    let link_id = object.needs(faults, "linkId", read::identifier::<LinkId>);
    let operator = object.needs(faults, "operator", |f, j, at| read::word(f, j, at, Operator::NAMES));
    let answer = object.needs(faults, "answer", compared_to);
    let evidence = object.needs(faults, "evidence", read::identifier::<EvidenceId>);
    object.finish(faults);
    Some(CriticalDef { link_id: link_id?, operator: operator?, answer: answer?, evidence: evidence? })
}
