//! The report for TypeScript: a mirror of the engine's, by exhaustive destructuring so that it cannot drift.
use serde::Serialize;
use tsify::Tsify;

/// The report of one filled-in form.
#[derive(Debug, Serialize, Tsify)]
#[tsify(missing_as_null)]
pub struct Report {
    /// Which instrument it was, to the byte.
    pub instrument: InstrumentStamp,
    /// The version of the engine that scored.
    pub engine: &'static str,
    /// The form that was filled in.
    #[tsify(type = "FormName")]
    pub form: &'static str,
    /// One entry for each scale, in the instrument's order.
    pub scores: Vec<Score>,
    /// What a score means against a cited norm or cut score; empty for an instrument that has none.
    #[tsify(type = "never[]")]
    pub interpretations: [(); 0],
    /// What was wrong with the answers.
    pub issues: Vec<Issue>,
    /// How much of the form was answered.
    pub quality: Quality,
}

/// Which definition a report or outline comes from.
#[derive(Debug, Serialize, Tsify)]
pub struct InstrumentStamp {
    /// The instrument's id.
    pub id: String,
    /// The definition's version.
    pub version: String,
    /// SHA-256 of the definition's canonical text (RFC 8785), 64 hexadecimal digits.
    pub digest: String,
    /// What may be done with it, and how sure its key is.
    #[tsify(type = "Status")]
    pub status: &'static str,
}

/// One scale's score.
#[derive(Debug, Serialize, Tsify)]
#[serde(rename_all = "camelCase")]
#[tsify(missing_as_null)]
pub struct Score {
    /// The scale's id.
    pub scale: String,
    /// The raw score, unrounded, or `null`.
    pub value: Option<f64>,
    /// Why there is no score; `null` exactly when there is one.
    #[tsify(type = "NotScored | null")]
    pub not_scored: Option<&'static str>,
    /// The lowest raw score that can be reached.
    pub min: f64,
    /// The highest.
    pub max: f64,
    /// How many of the scale's items have a usable answer.
    pub answered: usize,
    /// How many have none.
    pub missing: usize,
    /// Whether the score is given although answers are missing.
    pub prorated: bool,
}

/// Something wrong with a definition or an answer, for a programmer; sentences for people go by `code`.
#[derive(Debug, Serialize, Tsify)]
pub struct Issue {
    /// How much it matters.
    #[tsify(type = "\"fatal\" | \"error\" | \"warning\" | \"information\"")]
    pub severity: &'static str,
    /// The kind of finding.
    #[tsify(type = "IssueCode")]
    pub code: &'static str,
    /// Where, as a JSON Pointer (RFC 6901).
    pub expression: String,
    /// One sentence for a programmer.
    pub diagnostics: String,
}

/// How much of the form was answered.
#[derive(Debug, Serialize, Tsify)]
pub struct Quality {
    /// How many items the form has.
    pub items: usize,
    /// How many have a usable answer.
    pub answered: usize,
    /// How many were declined.
    pub declined: usize,
    /// How many have no answer, or one that the item does not take.
    pub missing: usize,
}

impl From<rapport::Report> for Report {
    fn from(report: rapport::Report) -> Self {
        let rapport::Report { instrument, engine, form, scores, interpretations, issues, quality } = report;
        // An interpretation cannot exist yet: when the type gets its first variant this line stops compiling.
        let _: Option<std::convert::Infallible> =
            interpretations.first().map(|interpretation| match *interpretation {});
        let rapport::Quality { items, answered, declined, missing } = quality;
        Self {
            instrument: instrument.into(),
            engine,
            form: form.name(),
            scores: scores.into_iter().map(Score::from).collect(),
            interpretations: [],
            issues: issues.into_iter().map(Issue::from).collect(),
            quality: Quality { items, answered, declined, missing },
        }
    }
}

impl From<rapport::InstrumentStamp> for InstrumentStamp {
    fn from(stamp: rapport::InstrumentStamp) -> Self {
        let rapport::InstrumentStamp { id, version, digest, status } = stamp;
        Self { id, version, digest, status: status.name() }
    }
}

impl From<rapport::Score> for Score {
    fn from(score: rapport::Score) -> Self {
        let rapport::Score { scale, value, not_scored, min, max, answered, missing, prorated } = score;
        let not_scored = not_scored.map(rapport::NotScored::name);
        Self { scale, value, not_scored, min, max, answered, missing, prorated }
    }
}

impl From<rapport::Issue> for Issue {
    fn from(issue: rapport::Issue) -> Self {
        let rapport::Issue { severity, code, expression, diagnostics } = issue;
        Self { severity: severity.name(), code: code.name(), expression: expression.to_string(), diagnostics }
    }
}
