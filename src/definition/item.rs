//! Items as a definition writes them: what is asked, in which way, and on which condition.
use serde::{Deserialize, Serialize};

use crate::id::{LinkId, OptionCode, OptionsId};
use crate::number::Weight;
use crate::word::words;

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct OptionDef {
    pub(crate) code: OptionCode,
    pub(crate) weight: Option<Weight>,
    pub(crate) not_applicable: bool,
    pub(crate) exclusive: bool,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct ItemDef {
    pub(crate) link_id: LinkId,
    pub(crate) required: bool,
    pub(crate) takes: TypeDef,
    pub(crate) enable_when: Vec<ConditionDef>,
    pub(crate) enable_behavior: EnableBehavior,
}

/// What kind of answer an item takes, with the limits that its type has.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) enum TypeDef {
    Likert { options: OptionsId },
    Choice { options: OptionsId },
    Choices { options: OptionsId, min: i32, max: Option<i32> },
    Line,
    Number { min: Weight, max: Weight, step: Option<Weight>, decimals: i32 },
    Text { max_length: i32 },
    Date { precision: Precision },
    Consent,
    Info,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct ConditionDef {
    pub(crate) question: LinkId,
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

impl TypeDef {
    /// The list of answer options, for an item that has one.
    pub(crate) fn options(&self) -> Option<&OptionsId> {
        match self {
            Self::Likert { options } | Self::Choice { options } | Self::Choices { options, .. } => {
                Some(options)
            }
            _ => None,
        }
    }
}
