//! What holds of every error, and of every report that a sound instrument gives.
use std::collections::BTreeSet;

use rapport::{Checked, Error, Given, Instrument, Interpretation, IssueCode, Report, Response};
use serde_json::Value;

/// Every fault is at a place that is there.
pub(super) fn assert_told(error: &Error, text: &str) {
    assert!(!error.to_string().is_empty());
    let json: Option<Value> = serde_json::from_str(text).ok();
    // Of two members with one key the tree here keeps the last.
    let is_ambiguous = error.issues().any(|issue| issue.code == IssueCode::DuplicateKey);
    for issue in error.issues() {
        let place = issue.expression.as_str();
        let is_there = json.as_ref().map_or(place.is_empty(), |json| json.pointer(place).is_some());
        // A missing text is told where it belongs, which need not be there either.
        let is_to_come = issue.code == IssueCode::MissingWording && place.starts_with("/wordings");
        assert!(
            is_there || is_ambiguous || is_to_come,
            "{} is told at `{place}`, which is not there",
            issue.code
        );
        assert!(!issue.diagnostics.is_empty(), "{} says nothing", issue.code);
    }
}

/// Every number of a report is finite and where it can be, and the order of the answers decides nothing.
pub(super) fn assert_sound(instrument: &Instrument, response: &Response) -> Report {
    let checked = instrument.check(response);
    let report = checked.report();
    assert_eq!(checked.states().len(), instrument.items().len());
    assert_scores(&report);
    assert_quality(&report);
    assert_interpretations(&checked, &report);
    for issue in &report.issues {
        let place = issue.expression.as_str();
        assert!(place.starts_with("/answers/") || place.starts_with("/attributes/"), "an issue at `{place}`");
    }
    assert!(serde_json::to_string(&report).is_ok());
    assert_order_decides_nothing(instrument, response, &report);
    report
}

/// Unless an item is answered twice: of two answers the first is looked at.
fn assert_order_decides_nothing(instrument: &Instrument, response: &Response, report: &Report) {
    let mut seen = BTreeSet::new();
    if response.answers().iter().all(|(link_id, _)| seen.insert(link_id)) {
        assert_eq!(*report, instrument.check(&turned(response)).report(), "the order decides something");
    }
}

fn assert_scores(report: &Report) {
    for score in &report.scores {
        assert!(score.min.is_finite() && score.max.is_finite() && score.min <= score.max, "{score:?}");
        assert!(score.value.is_none_or(|value| (score.min..=score.max).contains(&value)), "{score:?}");
        assert!(score.value.is_some() != score.not_scored.is_some(), "{score:?}");
        assert!(score.value.is_some() || !score.prorated, "{score:?}");
    }
}

fn assert_quality(report: &Report) {
    let quality = &report.quality;
    let asked = quality.answered + quality.declined + quality.not_applicable + quality.missing;
    assert_eq!(asked, quality.asked);
    assert_eq!(quality.asked + quality.not_asked, quality.items);
    let within = |figure: Option<f64>, min: f64, max: f64| {
        assert!(figure.is_none_or(|figure| (min..=max).contains(&figure)), "{quality:?}");
    };
    within(quality.share_missing, 0.0, 1.0);
    within(quality.average_run, 1.0, 500.0);
    within(quality.intra_individual_sd, 0.0, f64::MAX);
    within(quality.seconds_per_item.map(|seconds| seconds.median), 0.0, f64::MAX);
    within(quality.seconds_per_item.map(|seconds| seconds.mean), 0.0, f64::MAX);
    within(quality.even_odd, -1.0, 1.0);
}

fn assert_interpretations(checked: &Checked<'_>, report: &Report) {
    assert_eq!(checked.interpretations(&checked.scores()), report.interpretations);
    for interpretation in &report.interpretations {
        let numbers = match interpretation {
            Interpretation::Standard(standard) => {
                assert!(standard.value.is_some() || standard.limit.is_some(), "{standard:?}");
                [standard.value, None]
            }
            Interpretation::Band(band) => [band.from, band.below],
        };
        // With a standard deviation next to 0 a standard score may be beyond all numbers.
        assert!(!numbers.into_iter().flatten().any(f64::is_nan), "{interpretation:?}");
    }
}

/// The same response, given from its end.
fn turned(response: &Response) -> Response {
    let answers = response.answers().iter().rev();
    let turned = answers.fold(Response::new(response.form()), |turned, (link_id, given)| {
        turned.with(link_id, Given::clone(given))
    });
    let attributes = response.attributes().iter().rev();
    let turned = attributes.fold(turned, |turned, (name, value)| turned.with_attribute(name, value));
    response.times().iter().rev().fold(turned, |turned, (link_id, time)| turned.with_time(link_id, *time))
}
