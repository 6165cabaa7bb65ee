//! The stable codes of everything that can be wrong with a definition or a response.
use std::fmt;

/// Declares the codes once: variant, wire name, meaning. Tests and documentation read the same table.
macro_rules! codes {
    ($($variant:ident $name:literal $meaning:literal,)+) => {
        /// The kind of an [`Issue`](crate::Issue); its wire name never changes once published.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        #[cfg_attr(feature = "full", derive(serde::Serialize))]
        pub enum IssueCode {
            $(#[doc = $meaning] #[cfg_attr(feature = "full", serde(rename = $name))] $variant,)+
        }

        impl IssueCode {
            /// The wire names as a TypeScript union type.
            pub const TYPESCRIPT: &'static str = concat!(
                "/** The kind of an issue. */\nexport type IssueCode =", $("\n  /** ", $meaning, " */\n  | \"", $name, "\""),+, ";"
            );

            /// Every code, in the order of the table.
            pub const ALL: &'static [IssueCode] = &[$(IssueCode::$variant),+];

            /// The wire name, in lower camel case.
            #[must_use]
            pub fn name(self) -> &'static str {
                match self { $(IssueCode::$variant => $name),+ }
            }

            /// What the code means, in one sentence.
            #[must_use]
            pub fn meaning(self) -> &'static str {
                match self { $(IssueCode::$variant => $meaning),+ }
            }
        }
    };
}

codes! {
    NotJson "notJson" "The text is not JSON (RFC 8259); the sentence names line and column.",
    TooLarge "tooLarge" "The text is longer than 1 MiB.",
    TooDeep "tooDeep" "Lists and objects are nested deeper than 32.",
    TooMany "tooMany" "There are more entries than the stated limit.",
    WrongType "wrongType" "The value is of another JSON type than the one needed.",
    UnknownKey "unknownKey" "The object has a key that the format does not know.",
    DuplicateKey "duplicateKey" "The object has the same key twice.",
    MissingKey "missingKey" "The object lacks a key that the format needs.",
    WrongFormat "wrongFormat" "The definition is not of format 1.",
    InvalidId "invalidId" "The identifier has characters or a length that identifiers may not have.",
    InvalidVersion "invalidVersion" "The version is not of the form major.minor.patch.",
    InvalidLanguage "invalidLanguage" "The language is not a BCP 47 tag such as `en` or `pt-BR`.",
    InvalidTime "invalidTime" "The text is not a point in time of RFC 3339, such as `2026-11-22T09:30:00Z`.",
    UnknownValue "unknownValue" "The text is none of the words allowed here.",
    EmptyText "emptyText" "The text is empty or only white space.",
    EmptyList "emptyList" "The list or object needs at least one entry.",
    OutOfRange "outOfRange" "The number is outside the range allowed here.",
    NotWhole "notWhole" "The number must be a whole number.",
    DuplicateItem "duplicateItem" "Two items, or two entries of one key, have the same linkId.",
    DuplicateOption "duplicateOption" "Two answer options of one list have the same code.",
    DuplicateScale "duplicateScale" "Two scales have the same id.",
    DuplicateForm "duplicateForm" "Two forms have the same id.",
    UnknownItem "unknownItem" "No item has this linkId.",
    UnknownOptions "unknownOptions" "No list of answer options has this name.",
    UnusedOptions "unusedOptions" "No item uses this list of answer options.",
    NothingToTell "nothingToTell" "All answer options of an item weigh the same, so that an answer would tell nothing.",
    WrongRange "wrongRange" "The scale's declared range is not the one that its key and options give.",
    MixedRanges "mixedRanges" "The scale may be given with answers missing, but its items differ in their lowest or highest weight: a missing answer cannot be taken to be like the others.",
    MissingWording "missingWording" "A title, item, option, scale or form has no wording in this language.",
    UnknownWording "unknownWording" "The wording is of something that the definition does not have.",
    UnknownPlaceholder "unknownPlaceholder" "The wording has a placeholder other than `{practitioner}`.",
    WrongInstrument "wrongInstrument" "The response names another instrument.",
    WrongVersion "wrongVersion" "The response was given to another version of the instrument.",
    UnknownForm "unknownForm" "The instrument has no such form.",
    NoWording "noWording" "The instrument has no wording in this language.",
    NotAnOption "notAnOption" "The answer is none of the item's options.",
    DuplicateAnswer "duplicateAnswer" "The same item is answered twice.",
    MissingRequired "missingRequired" "A required item has no answer.",
    NotCompiled "notCompiled" "The bytes are not a compiled definition of this engine's format.",
}

impl fmt::Display for IssueCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}
