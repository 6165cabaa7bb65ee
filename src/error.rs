//! The engine's one error: what a programmer got wrong. A respondent's slip is an [`Issue`] in the report.
use std::fmt;

use crate::code::IssueCode;
use crate::issue::Issue;
use crate::pointer::Pointer;

/// What could not be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Subject {
    /// A definition, as text or compiled.
    Definition,
    /// A response: its shape, or the instrument, version or form that it names.
    Response,
    /// A question put to an instrument: a form or language that it does not have.
    Outline,
    /// Two scores to compare.
    Comparison,
    /// Many responses as bytes, or how they are laid out.
    Batch,
}

/// Something could not be used; carries every fault found, at least one.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{subject}: {first}{}", more(.rest))]
pub struct Error {
    subject: Subject,
    first: Issue,
    rest: Vec<Issue>,
}

impl Error {
    /// An error with one fault.
    #[must_use]
    pub fn new(subject: Subject, first: Issue) -> Self {
        Self { subject, first, rest: Vec::new() }
    }

    /// The value when nothing was found wrong, else the error with all that was.
    #[cfg(feature = "full")]
    pub(crate) fn unless_sound<T>(subject: Subject, value: Option<T>, issues: Vec<Issue>) -> Result<T, Self> {
        let mut issues = issues.into_iter();
        match (issues.next(), value) {
            (None, Some(value)) => Ok(value),
            (Some(first), _) => Err(Self { subject, first, rest: issues.collect() }),
            // A reader that gives nothing has said why; if it ever did not, nothing is still not a value.
            (None, None) => {
                let at = Pointer::root();
                Err(Self::new(subject, Issue::fatal(IssueCode::WrongType, &at, "the text could not be read")))
            }
        }
    }

    /// What could not be used.
    #[must_use]
    pub fn subject(&self) -> Subject {
        self.subject
    }

    /// The kind of the first fault.
    #[must_use]
    pub fn code(&self) -> IssueCode {
        self.first.code
    }

    /// Where the first fault is.
    #[must_use]
    pub fn path(&self) -> &Pointer {
        &self.first.expression
    }

    /// Every fault found, at least one.
    pub fn issues(&self) -> impl Iterator<Item = &Issue> {
        std::iter::once(&self.first).chain(&self.rest)
    }
}

impl fmt::Display for Subject {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Definition => "definition",
            Self::Response => "response",
            Self::Outline => "outline",
            Self::Comparison => "comparison",
            Self::Batch => "batch",
        })
    }
}

fn more(rest: &[Issue]) -> String {
    if rest.is_empty() { String::new() } else { format!(" (and {} more)", rest.len()) }
}
