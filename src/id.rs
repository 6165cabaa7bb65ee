//! Identifiers that cannot be empty, malformed or mixed up with one another.
use std::fmt;

use serde::{Deserialize, Serialize};

use crate::code::IssueCode;

/// Declares one identifier: its documentation, name, rule, and the code told when a text is none.
macro_rules! identifiers {
    ($($(#[$doc:meta])+ $name:ident $rule:ident $code:ident,)+) => {$(
        $(#[$doc])+
        #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(String);

        impl $name {
            /// The text as written.
            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl TryFrom<String> for $name {
            type Error = IdError;

            fn try_from(text: String) -> Result<Self, IdError> {
                if $rule(&text) { Ok(Self(text)) } else { Err(IdError(IssueCode::$code)) }
            }
        }

        impl From<$name> for String {
            fn from(id: $name) -> String {
                id.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }
    )+};
}

identifiers! {
    /// An instrument: lower case letters, digits and hyphens, starting with a letter, at most 40.
    InstrumentId is_name InvalidId,
    /// An item, unique within its instrument: letters, digits, `.`, `_`, `-`, at most 40 (FHIR `item.linkId`).
    LinkId is_link_id InvalidId,
    /// A scale, unique within its instrument: written as an [`InstrumentId`] is.
    ScaleId is_name InvalidId,
    /// A list of answer options that items share: written as an [`InstrumentId`] is.
    OptionsId is_name InvalidId,
    /// A piece of evidence: written as an [`InstrumentId`] is.
    EvidenceId is_name InvalidId,
    /// A norm group: written as an [`InstrumentId`] is.
    GroupId is_name InvalidId,
    /// A band between two cut scores: written as an [`InstrumentId`] is.
    BandId is_name InvalidId,
    /// A version `major.minor.patch`, each a number without leading zeros, below 1,000,000.
    Version is_version InvalidVersion,
    /// A language as a BCP 47 tag: `en`, `pt-BR`.
    Language is_language InvalidLanguage,
}

/// The code of an answer option: a whole number, or a text written as a [`LinkId`] is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum OptionCode {
    /// A number from -1,000,000 to 1,000,000.
    Number(i32),
    /// A word.
    Word(LinkId),
}

impl fmt::Display for OptionCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Number(number) => number.fmt(f),
            Self::Word(word) => word.fmt(f),
        }
    }
}

/// A text that is not the identifier it should be.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{}", .0.meaning())]
pub struct IdError(pub IssueCode);

const MAX_LENGTH: usize = 40;

fn is_name(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_lowercase())
        && text.len() <= MAX_LENGTH
        && text.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-')
}

fn is_link_id(text: &str) -> bool {
    // An object of answers cannot hold that key as other keys: in JavaScript it names the prototype.
    text != "__proto__"
        && (1..=MAX_LENGTH).contains(&text.len())
        && text.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '.' | '_' | '-'))
}

fn is_version(text: &str) -> bool {
    let is_number = |part: &str| {
        (1..=6).contains(&part.len())
            && part.chars().all(|c| c.is_ascii_digit())
            && (part == "0" || !part.starts_with('0'))
    };
    text.split('.').count() == 3 && text.split('.').all(is_number)
}

fn is_language(text: &str) -> bool {
    let mut parts = text.split('-');
    let primary = parts.next().unwrap_or_default();
    (2..=3).contains(&primary.len())
        && primary.chars().all(|c| c.is_ascii_lowercase())
        && parts.all(|part| (2..=8).contains(&part.len()) && part.chars().all(|c| c.is_ascii_alphanumeric()))
        && text.len() <= MAX_LENGTH
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn identifiers_keep_to_their_rules() {
        for (text, sound) in
            [("alliance", true), ("wai-sr", true), ("", false), ("Alliance", false), ("1a", false)]
        {
            assert_eq!(is_name(text), sound, "{text}");
        }
        for (text, sound) in
            [("1", true), ("a.b_c-D", true), ("", false), ("a b", false), ("é", false), ("__proto__", false)]
        {
            assert_eq!(is_link_id(text), sound, "{text}");
        }
        assert!(is_name(&"a".repeat(40)) && !is_name(&"a".repeat(41)));
        assert!(is_link_id(&"a".repeat(40)) && !is_link_id(&"a".repeat(41)));
    }

    #[test]
    fn versions_are_three_numbers() {
        for sound in ["0.0.0", "1.20.3"] {
            assert!(is_version(sound), "{sound}");
        }
        for unsound in ["", "1", "1.2", "1.2.3.4", "01.2.3", "1.-2.3", "1.2.x", "1.2.1000000"] {
            assert!(!is_version(unsound), "{unsound}");
        }
    }

    #[test]
    fn languages_are_tags() {
        for sound in ["en", "gsw", "pt-BR", "zh-Hant-TW"] {
            assert!(is_language(sound), "{sound}");
        }
        for unsound in ["", "e", "EN", "engl", "en-", "en-A", "en_GB"] {
            assert!(!is_language(unsound), "{unsound}");
        }
    }
}
