//! One answer held against its item.
use super::ItemState;
use crate::code::IssueCode;
use crate::date::Date;
use crate::id::OptionCode;
use crate::instrument::{AnswerOption, Item, NumberLimits, Precision, Takes};
use crate::number::{Weight, decimals_of, steps, whole};
use crate::response::Given;

/// Why an item does not take an answer: the code, and a sentence for a programmer.
pub(crate) type Refusal = (IssueCode, &'static str);

impl Item {
    /// Why this is no answer to the item; `None` when it is one.
    #[must_use]
    pub fn refusal(&self, given: &Given) -> Option<IssueCode> {
        state_of(self, given).err().map(|(code, _)| code)
    }
}

/// What an answer makes of its item.
pub(crate) fn state_of(item: &Item, given: &Given) -> Result<ItemState, Refusal> {
    if *given == Given::Declined && !matches!(item.takes, Takes::Info) {
        return Ok(ItemState::Declined);
    }
    match &item.takes {
        Takes::Likert(options) | Takes::Choice(options) => {
            let option = option_of(options, given)?;
            if option.not_applicable {
                return Ok(ItemState::NotApplicable);
            }
            Ok(ItemState::Answered(option.weight.map(Weight::get)))
        }
        Takes::Choices { options, min, max } => choices(options, *min, *max, given),
        Takes::Line => number(&NumberLimits::LINE, given).map(|number| ItemState::Answered(Some(number))),
        Takes::Number(limits) => number(limits, given).map(|number| ItemState::Answered(Some(number))),
        Takes::Text { max_length } => text(*max_length, given).map(|()| ItemState::Answered(None)),
        Takes::Date { precision } => date(*precision, given).map(|()| ItemState::Answered(None)),
        Takes::Consent => match given {
            Given::Flag(_) => Ok(ItemState::Answered(None)),
            _ => Err((IssueCode::NotTrueOrFalse, "needs `true` or `false`")),
        },
        Takes::Info => Err((IssueCode::TakesNoAnswer, "the item takes no answer")),
    }
}

fn option_of<'o>(options: &'o [AnswerOption], given: &Given) -> Result<&'o AnswerOption, Refusal> {
    let matches = |code: &OptionCode| match (code, given) {
        (OptionCode::Number(code), Given::Number(number)) => whole(*number) == Some(*code),
        (OptionCode::Word(code), Given::Text(text)) => code.as_str() == text,
        _ => false,
    };
    let found = options.iter().find(|option| matches(&option.code));
    found.ok_or((IssueCode::NotAnOption, "needs the code of one of the item's options"))
}

/// Several options: what counts is the sum of their weights, in the list's order.
fn choices(options: &[AnswerOption], min: usize, max: usize, given: &Given) -> Result<ItemState, Refusal> {
    let Given::List(codes) = given else {
        return Err((IssueCode::NotAnOption, "needs a list of codes of the item's options"));
    };
    // More codes than options cannot all be told apart, and are not gone through.
    if codes.len() > options.len() {
        return Err((IssueCode::WrongCount, "more options are chosen than there are"));
    }
    let mut chosen = vec![false; options.len()];
    let mut twice = false;
    for code in codes {
        let option = option_of(options, code)?;
        let place = options.iter().position(|one| one.code == option.code);
        let Some(is_chosen) = place.and_then(|place| chosen.get_mut(place)) else { continue };
        twice |= *is_chosen;
        *is_chosen = true;
    }
    let chosen = || options.iter().zip(&chosen).filter(|(_, chosen)| **chosen).map(|(option, _)| option);
    if !(min..=max).contains(&codes.len()) {
        return Err((IssueCode::WrongCount, "too few or too many options are chosen"));
    }
    if chosen().any(|option| option.exclusive) && codes.len() > 1 {
        return Err((IssueCode::NotExclusive, "an option that stands alone is chosen with others"));
    }
    if twice {
        return Err((IssueCode::DuplicateOption, "an option is chosen twice"));
    }
    if chosen().any(|option| option.not_applicable) {
        return Ok(ItemState::NotApplicable);
    }
    let sum = chosen().try_fold(0.0, |sum, option| option.weight.map(|weight| sum + weight.get()));
    Ok(ItemState::Answered(sum))
}

fn number(limits: &NumberLimits, given: &Given) -> Result<f64, Refusal> {
    let Given::Number(number) = *given else { return Err((IssueCode::NotANumber, "needs a number")) };
    if !(limits.min..=limits.max).contains(&number) {
        return Err((IssueCode::OutOfRange, "the number is outside the item's limits"));
    }
    if decimals_of(number, limits.decimals).is_none() {
        return Err((IssueCode::OffStep, "the number has too many decimals"));
    }
    if limits.step.is_some_and(|step| steps(limits.min, number, step, limits.decimals).is_none()) {
        return Err((IssueCode::OffStep, "the number lies between two steps"));
    }
    // Adding zero turns -0 into 0.
    Ok(number + 0.0)
}

fn text(max_length: usize, given: &Given) -> Result<(), Refusal> {
    match given {
        Given::Text(text) if text.chars().all(char::is_whitespace) => {
            Err((IssueCode::NotAText, "the text is blank"))
        }
        Given::Text(text) if text.chars().nth(max_length).is_some() => {
            Err((IssueCode::TooLong, "the text has too many characters"))
        }
        Given::Text(_) => Ok(()),
        _ => Err((IssueCode::NotAText, "needs a text")),
    }
}

fn date(least: Precision, given: &Given) -> Result<(), Refusal> {
    let date = match given {
        Given::Text(text) => Date::read(text),
        _ => None,
    };
    let date = date.ok_or((IssueCode::NotADate, "needs a date such as `2026-03-31`"))?;
    let enough = match least {
        Precision::Day => date.precision() == Precision::Day,
        Precision::Month => date.precision() != Precision::Year,
        Precision::Year => true,
    };
    if enough { Ok(()) } else { Err((IssueCode::TooImprecise, "the date lacks its day or month")) }
}
