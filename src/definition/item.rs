//! Items as a definition writes them: what is asked, in which way, and on which condition.
use crate::id::{LinkId, OptionCode, OptionsId};
use crate::instrument::{ComparedTo, EnableBehavior, Operator, Precision};
use crate::number::Weight;

#[derive(Clone, Debug)]
pub(crate) struct OptionDef {
    pub(crate) code: OptionCode,
    pub(crate) weight: Option<Weight>,
    pub(crate) not_applicable: bool,
    pub(crate) exclusive: bool,
}

#[derive(Clone, Debug)]
pub(crate) struct ItemDef {
    pub(crate) link_id: LinkId,
    pub(crate) required: bool,
    pub(crate) takes: TypeDef,
    pub(crate) enable_when: Vec<ConditionDef>,
    pub(crate) enable_behavior: EnableBehavior,
}

/// What kind of answer an item takes, with the limits that its type has.
#[derive(Clone, Debug)]
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

#[derive(Clone, Debug)]
pub(crate) struct ConditionDef {
    pub(crate) question: LinkId,
    pub(crate) operator: Operator,
    pub(crate) answer: ComparedTo,
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
