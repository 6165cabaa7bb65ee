//! Items whose every reference holds: what each takes as an answer, and when it is asked.
use serde::{Deserialize, Serialize};

use crate::id::{LinkId, OptionCode};
use crate::number::Weight;
use crate::word::words;

/// One item: what it takes as an answer.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Item {
    pub(crate) link_id: LinkId,
    pub(crate) required: bool,
    pub(crate) takes: Takes,
    pub(crate) condition: Option<Condition>,
}

/// What an item takes as an answer.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Takes {
    /// The code of one of a few ordered options, all numbers.
    Likert(Vec<AnswerOption>),
    /// The code of one of a few options.
    Choice(Vec<AnswerOption>),
    /// The codes of some of a few options.
    Choices {
        /// The options, in order.
        options: Vec<AnswerOption>,
        /// How many have to be chosen at least.
        min: usize,
        /// How many may be chosen at most.
        max: usize,
    },
    /// A whole number from 0 to 100.
    Line,
    /// A number within limits.
    Number(NumberLimits),
    /// A text, not blank.
    Text {
        /// How many characters (Unicode scalar values) it may have.
        max_length: usize,
    },
    /// A date, `2026-03-31`, or less of one.
    Date {
        /// The least that will do.
        precision: Precision,
    },
    /// `true` or `false`; a required one has to be `true`.
    Consent,
    /// Nothing: words to read.
    Info,
}

/// Which numbers an item takes.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct NumberLimits {
    /// The lowest.
    pub min: f64,
    /// The highest.
    pub max: f64,
    /// From one to the next, counted from `min`; `None`: every number of so many decimals.
    pub step: Option<f64>,
    /// How many decimals it may have, 0 to 6.
    pub decimals: i32,
}

impl NumberLimits {
    /// Those of a visual line.
    pub(crate) const LINE: Self = Self { min: 0.0, max: 100.0, step: None, decimals: 0 };
}

/// One option of an item.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct AnswerOption {
    /// What is written down when it is chosen.
    pub code: OptionCode,
    /// What it counts before reverse scoring, if it counts.
    pub weight: Option<Weight>,
    /// Whether choosing it leaves the item without a score.
    pub not_applicable: bool,
    /// Whether it has to stand alone.
    pub exclusive: bool,
}

/// When an item is asked.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct Condition {
    pub(crate) behavior: EnableBehavior,
    pub(crate) tests: Vec<Test>,
}

/// One comparison of an item's answer, by the item's place.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct Test {
    pub(crate) question: usize,
    pub(crate) operator: Operator,
    pub(crate) answer: ComparedTo,
}

/// What a condition compares an answer with.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) enum ComparedTo {
    Flag(bool),
    Number(f64),
    Text(String),
}

words! {
    /// What kind of answer an item takes.
    ItemType {
        /// One of a few ordered options.
        Likert "likert",
        /// One of a few options in no order.
        Choice "choice",
        /// Some of a few options.
        Choices "choices",
        /// A place on a visual line, 0 to 100.
        Line "line",
        /// A number.
        Number "number",
        /// A text of the respondent's own.
        Text "text",
        /// A date, or as much of one as is asked for.
        Date "date",
        /// Agreement, yes or no.
        Consent "consent",
        /// Nothing: words to read.
        Info "info",
    }

    /// How an answer is compared (FHIR `Questionnaire.item.enableWhen.operator`).
    Operator {
        /// Whether there is an answer.
        Exists "exists",
        /// One of the answers equals it.
        Equal "=",
        /// None of the answers equals it.
        NotEqual "!=",
        /// The answer is greater.
        Greater ">",
        /// The answer is less.
        Less "<",
        /// The answer is greater or equal.
        GreaterOrEqual ">=",
        /// The answer is less or equal.
        LessOrEqual "<=",
    }

    /// How several conditions count together (FHIR `enableBehavior`).
    EnableBehavior {
        /// All have to hold.
        All "all",
        /// One is enough.
        Any "any",
    }

    /// The least precise date that will do.
    Precision {
        /// Year, month and day.
        Day "day",
        /// Year and month.
        Month "month",
        /// The year.
        Year "year",
    }
}

impl ItemType {
    /// Whether its answers are codes of options.
    #[must_use]
    pub fn has_options(self) -> bool {
        matches!(self, Self::Likert | Self::Choice | Self::Choices)
    }
}

impl Item {
    /// Unique within the instrument.
    #[must_use]
    pub fn link_id(&self) -> &LinkId {
        &self.link_id
    }

    /// What it takes as an answer.
    #[must_use]
    pub fn answer_type(&self) -> &Takes {
        &self.takes
    }

    /// What kind of answer it takes.
    #[must_use]
    pub fn item_type(&self) -> ItemType {
        match self.takes {
            Takes::Likert(_) => ItemType::Likert,
            Takes::Choice(_) => ItemType::Choice,
            Takes::Choices { .. } => ItemType::Choices,
            Takes::Line => ItemType::Line,
            Takes::Number(_) => ItemType::Number,
            Takes::Text { .. } => ItemType::Text,
            Takes::Date { .. } => ItemType::Date,
            Takes::Consent => ItemType::Consent,
            Takes::Info => ItemType::Info,
        }
    }

    /// Its options, in the order in which they are shown; empty for an item that has none.
    #[must_use]
    pub fn options(&self) -> &[AnswerOption] {
        match &self.takes {
            Takes::Likert(options) | Takes::Choice(options) | Takes::Choices { options, .. } => options,
            _ => &[],
        }
    }

    /// Whether it is asked only after certain answers.
    #[must_use]
    pub fn is_conditional(&self) -> bool {
        self.condition.is_some()
    }

    /// Whether an answer has to be given.
    #[must_use]
    pub fn required(&self) -> bool {
        self.required
    }

    /// The lowest and the highest weight that an answer can have; `None` when answers have no weight.
    #[must_use]
    pub fn range(&self) -> Option<(f64, f64)> {
        match &self.takes {
            Takes::Likert(options) | Takes::Choice(options) => ends(weights(options)?.into_iter()),
            Takes::Choices { options, min, max } => chosen_range(options, *min, *max),
            Takes::Line => Some((0.0, 100.0)),
            Takes::Number(limits) => Some((limits.min, limits.max)),
            Takes::Text { .. } | Takes::Date { .. } | Takes::Consent | Takes::Info => None,
        }
    }
}

/// The weights of the options that apply; `None` when one of them has none.
fn weights(options: &[AnswerOption]) -> Option<Vec<f64>> {
    let applicable = options.iter().filter(|option| !option.not_applicable);
    applicable.map(|option| option.weight.map(Weight::get)).collect()
}

fn ends(mut weights: impl Iterator<Item = f64>) -> Option<(f64, f64)> {
    let first = weights.next()?;
    Some(weights.fold((first, first), |(low, high), weight| (low.min(weight), high.max(weight))))
}

/// The lowest and highest sum of weights of a choice that is allowed.
fn chosen_range(options: &[AnswerOption], min: usize, max: usize) -> Option<(f64, f64)> {
    weights(options)?;
    let mut rising: Vec<f64> = Vec::new();
    let mut sums: Vec<f64> = Vec::new();
    for option in options {
        let Some(weight) = option.weight.map(Weight::get) else { continue };
        if !option.exclusive {
            rising.insert(rising.partition_point(|earlier| *earlier < weight), weight);
        } else if min <= 1 {
            sums.push(weight);
        }
    }
    for chosen in min..=max.min(rising.len()) {
        sums.push(rising.iter().take(chosen).fold(0.0, |sum, weight| sum + weight));
        sums.push(rising.iter().rev().take(chosen).fold(0.0, |sum, weight| sum + weight));
    }
    ends(sums.into_iter())
}
