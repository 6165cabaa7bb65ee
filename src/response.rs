//! A response: what somebody answered, as received and not yet checked.
#[cfg(feature = "full")]
mod read;

use crate::definition::Form;

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
}

/// What stands where an answer is expected.
#[derive(Clone, Debug, PartialEq)]
pub enum Given {
    /// Asked, and declined (`null`).
    Declined,
    /// A number: for a Likert item the code of the chosen option.
    Number(f64),
    /// Anything that no item takes as an answer, by its JSON type's name.
    Unusable(&'static str),
}

impl Response {
    /// A response in which nothing is answered yet.
    #[must_use]
    pub fn new(form: Form) -> Self {
        Self { form, answers: Vec::new() }
    }

    /// The same response with one answer more.
    #[must_use]
    pub fn with(mut self, link_id: &str, given: Given) -> Self {
        self.answers.push((link_id.to_owned(), given));
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
}
