//! A response: what somebody answered, as received and not yet checked.
#[cfg(feature = "full")]
mod read;

use crate::instrument::Form;

/// The answers to one instrument, filled in once.
///
/// Answers keep the order in which they came, also when an item comes twice; [`Instrument::check`] says so.
///
/// ```
/// # use rapport::{Form, Given, Response};
/// let response = Response::new(Form::Client).with("1", Given::Number(4.0)).with("2", Given::Declined);
/// assert_eq!(response.answers().len(), 2);
/// ```
///
/// [`Instrument::check`]: crate::Instrument::check
#[derive(Clone, Debug, PartialEq)]
pub struct Response {
    form: Form,
    answers: Vec<(String, Given)>,
    attributes: Vec<(String, String)>,
    times: Vec<(String, f64)>,
}

/// What stands where an answer is expected.
#[derive(Clone, Debug, PartialEq)]
pub enum Given {
    /// Asked, and declined (`null`).
    Declined,
    /// A number: a code, a place on a line, or a number that was asked for.
    Number(f64),
    /// A text: a code, a date, or words.
    Text(String),
    /// `true` or `false`.
    Flag(bool),
    /// Several codes.
    List(Vec<Given>),
    /// Anything that no item takes as an answer, by its JSON type's name.
    Unusable(&'static str),
}

impl Given {
    /// What it is, with its article, for sentences.
    #[must_use]
    pub fn kind(&self) -> &'static str {
        match self {
            Self::Declined => "null",
            Self::Number(_) => "a number",
            Self::Text(_) => "a text",
            Self::Flag(_) => "a boolean",
            Self::List(_) => "a list",
            Self::Unusable(kind) => kind,
        }
    }
}

impl Response {
    /// A response in which nothing is answered yet.
    #[must_use]
    pub fn new(form: Form) -> Self {
        Self { form, answers: Vec::new(), attributes: Vec::new(), times: Vec::new() }
    }

    /// The same response with one answer more.
    #[must_use]
    pub fn with(mut self, link_id: &str, given: Given) -> Self {
        self.answers.push((link_id.to_owned(), given));
        self
    }

    /// The same response with one attribute more, by which norm groups are found.
    #[must_use]
    pub fn with_attribute(mut self, name: &str, value: &str) -> Self {
        self.attributes.push((name.to_owned(), value.to_owned()));
        self
    }

    /// The same response with the time spent on an item, in milliseconds, 0 or more.
    #[must_use]
    pub fn with_time(mut self, link_id: &str, milliseconds: f64) -> Self {
        self.times.push((link_id.to_owned(), milliseconds));
        self
    }

    /// The form that was filled in.
    #[must_use]
    pub fn form(&self) -> Form {
        self.form
    }

    /// The answers by linkId, in the order in which they came.
    #[must_use]
    pub fn answers(&self) -> &[(String, Given)] {
        &self.answers
    }

    /// What is declared of the respondent, by name.
    #[must_use]
    pub fn attributes(&self) -> &[(String, String)] {
        &self.attributes
    }

    /// The milliseconds spent on items, by linkId.
    #[must_use]
    pub fn times(&self) -> &[(String, f64)] {
        &self.times
    }
}
