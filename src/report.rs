//! All that is told of one filled-in form, put together; nothing is computed here.
use serde::Serialize;

use crate::check::Checked;
use crate::instrument::{Form, Instrument, Status};
use crate::interpret::{CriticalItem, Interpretation};
use crate::issue::Issue;
use crate::quality::Quality;
use crate::score::{NotScored, Outcome, ScaleScore};

/// The report of one administration.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Report {
    /// Which instrument it was, to the byte.
    pub instrument: InstrumentStamp,
    /// The version of the engine that scored.
    pub engine: &'static str,
    /// The form that was filled in.
    pub form: Form,
    /// One entry for each scale, in the instrument's order.
    pub scores: Vec<Score>,
    /// What a score means against a cited norm or cut score; empty for an instrument that has none.
    pub interpretations: Vec<Interpretation>,
    /// Items whose answer the instrument's authors want looked at.
    pub critical_items: Vec<CriticalItem>,
    /// What was wrong with the answers.
    pub issues: Vec<Issue>,
    /// How the form was answered.
    pub quality: Quality,
}

/// Which definition a report or outline comes from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct InstrumentStamp {
    /// The instrument's id.
    pub id: String,
    /// The definition's version.
    pub version: String,
    /// SHA-256 of the definition's canonical text, 64 hexadecimal digits.
    pub digest: String,
    /// What may be done with it, and how sure its key is.
    pub status: Status,
}

/// One scale's score on paper.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Score {
    /// The scale's id.
    pub scale: String,
    /// The raw score, unrounded, or `null`.
    pub value: Option<f64>,
    /// Why there is no score; `null` exactly when there is one.
    pub not_scored: Option<NotScored>,
    /// The lowest raw score that can be reached.
    pub min: f64,
    /// The highest.
    pub max: f64,
    /// How many of the scale's items have an item score.
    pub answered: usize,
    /// How many were asked and have none.
    pub missing: usize,
    /// How many were not asked.
    pub not_asked: usize,
    /// Whether the score is given although answers are missing.
    pub prorated: bool,
}

impl Instrument {
    pub(crate) fn stamp(&self) -> InstrumentStamp {
        InstrumentStamp {
            id: self.id().to_string(),
            version: self.version().to_string(),
            digest: self.digest().to_hex(),
            status: self.status(),
        }
    }
}

impl Checked<'_> {
    /// The whole report.
    #[must_use]
    pub fn report(&self) -> Report {
        let scores = self.scores();
        Report {
            instrument: self.instrument.stamp(),
            engine: crate::VERSION,
            form: self.form(),
            scores: scores.iter().map(score).collect(),
            interpretations: self.interpretations(&scores),
            critical_items: self.critical_items(),
            issues: self.issues.clone(),
            quality: self.quality(),
        }
    }
}

fn score(score: &ScaleScore<'_>) -> Score {
    let (value, not_scored) = match score.outcome {
        Outcome::Scored(value) => (Some(value), None),
        Outcome::NotScored(reason) => (None, Some(reason)),
    };
    Score {
        scale: score.scale.id().to_string(),
        value,
        not_scored,
        min: score.scale.min(),
        max: score.scale.max(),
        answered: score.answered,
        missing: score.missing,
        not_asked: score.not_asked,
        prorated: score.prorated,
    }
}
