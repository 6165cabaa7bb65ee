//! What was found wrong, and where: one shape for faults of a definition and for slips of a response.
use std::fmt;

use crate::code::IssueCode;
use crate::pointer::Pointer;

/// How much an issue matters, in FHIR's words (`OperationOutcome.issue.severity`).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "full", derive(serde::Serialize), serde(rename_all = "lowercase"))]
pub enum Severity {
    /// Nothing could be read at all.
    Fatal,
    /// The part named cannot be used.
    Error,
    /// Usable, but worth knowing.
    Warning,
    /// For the record.
    Information,
}

impl Severity {
    /// The severity's wire name.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Fatal => "fatal",
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Information => "information",
        }
    }
}

/// One finding: how bad, which kind, where, and a sentence for a programmer.
///
/// A respondent never reads `diagnostics`: sentences for people live with the translations, by `code`.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "full", derive(serde::Serialize))]
pub struct Issue {
    /// How much it matters.
    pub severity: Severity,
    /// The kind of finding; stable, documented in [`IssueCode`].
    pub code: IssueCode,
    /// Where, as a JSON Pointer (RFC 6901) into the text that was read.
    pub expression: Pointer,
    /// One sentence for a programmer: lower case, no full stop, the reader's own words in backticks.
    pub diagnostics: String,
}

impl Issue {
    /// An issue of severity `error`.
    #[must_use]
    pub fn error(code: IssueCode, at: &Pointer, sentence: impl fmt::Display) -> Self {
        // Nobody reads sentences for programmers in the sealed form, and printing them would cost bytes on the wire.
        let diagnostics = if cfg!(feature = "full") { sentence.to_string() } else { String::new() };
        Self { severity: Severity::Error, code, expression: at.clone(), diagnostics }
    }

    /// An issue of severity `warning`.
    #[must_use]
    pub fn warning(code: IssueCode, at: &Pointer, sentence: impl fmt::Display) -> Self {
        Self { severity: Severity::Warning, ..Self::error(code, at, sentence) }
    }

    /// An issue of severity `fatal`: the text could not be read at all.
    #[must_use]
    pub fn fatal(code: IssueCode, at: &Pointer, sentence: impl fmt::Display) -> Self {
        Self { severity: Severity::Fatal, ..Self::error(code, at, sentence) }
    }
}

impl fmt::Display for Issue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} at `{}`: {}", self.code, self.expression, self.diagnostics)
    }
}
