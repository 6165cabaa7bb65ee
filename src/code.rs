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
    NotRising "notRising" "The number must be above the one before it.",
    Contradiction "contradiction" "Of two keys that exclude each other both are there.",
    DoesNotFit "doesNotFit" "What is said here does not fit the type of the item or the kind of scale.",
    DuplicateItem "duplicateItem" "Two items, or two entries of one key, have the same linkId.",
    DuplicateOption "duplicateOption" "Two answer options of one list have the same code, or one is chosen twice.",
    DuplicateScale "duplicateScale" "Two scales have the same id, or one is in a composite twice.",
    DuplicateForm "duplicateForm" "Two forms have the same id.",
    DuplicateBand "duplicateBand" "Two bands of one cut score have the same id.",
    DuplicateNorm "duplicateNorm" "Two norms give the same standard score for one scale and group.",
    DuplicateChange "duplicateChange" "The figures of change are given twice for one scale.",
    UnknownItem "unknownItem" "No item has this linkId.",
    UnknownOptions "unknownOptions" "No list of answer options has this name.",
    UnusedOptions "unusedOptions" "No item uses this list of answer options.",
    NothingToTell "nothingToTell" "All answer options of an item weigh the same, so that an answer would tell nothing.",
    MissingWeight "missingWeight" "An answer option has no weight, but the item needs a score.",
    NotScorable "notScorable" "Answers to this item have no score, so that it cannot be in a scale.",
    WrongStep "wrongStep" "The numbers do not meet: the limits are not a whole number of steps apart, or have more decimals than declared.",
    LaterItem "laterItem" "The condition asks about an item that comes later.",
    CyclicCondition "cyclicCondition" "The conditions of items wait for each other; the sentence names the circle.",
    UnknownScale "unknownScale" "No scale has this id.",
    LaterScale "laterScale" "The composite is made of a scale that comes later.",
    MissingDirection "missingDirection" "The scale does not say which way it points, which change needs.",
    UnknownGroup "unknownGroup" "No norm group has this name.",
    UnknownEvidence "unknownEvidence" "No piece of evidence has this name.",
    UnusedEvidence "unusedEvidence" "Nothing names this piece of evidence.",
    MissingEvidence "missingEvidence" "The rule is not arithmetic and names no evidence.",
    WrongRange "wrongRange" "The scale's declared range is not the one that its key and options give.",
    MixedRanges "mixedRanges" "The scale may be given with answers missing, but its items differ in their lowest or highest item score: a missing answer cannot be taken to be like the others.",
    MissingWording "missingWording" "Something that the definition has is without wording in this language.",
    UnknownWording "unknownWording" "The wording is of something that the definition does not have.",
    UnknownPlaceholder "unknownPlaceholder" "The wording has a placeholder other than `{practitioner}`.",
    WrongInstrument "wrongInstrument" "The response names another instrument.",
    WrongVersion "wrongVersion" "The response was given to another version of the instrument.",
    UnknownForm "unknownForm" "The instrument has no such form.",
    NoWording "noWording" "The instrument has no wording in this language.",
    NotAnOption "notAnOption" "The answer is none of the item's options.",
    WrongCount "wrongCount" "Too few or too many options are chosen.",
    NotExclusive "notExclusive" "An option that has to stand alone is chosen with others.",
    NotANumber "notANumber" "The answer is not a number.",
    OffStep "offStep" "The number has too many decimals, or lies between two steps.",
    NotAText "notAText" "The answer is not a text, or a blank one.",
    TooLong "tooLong" "The text has more characters than allowed.",
    NotADate "notADate" "There is no such date, or it is not written as `2026-03-31`, `2026-03` or `2026`.",
    TooImprecise "tooImprecise" "The date lacks its day or month.",
    NotTrueOrFalse "notTrueOrFalse" "The answer is neither `true` nor `false`.",
    NotAgreed "notAgreed" "Consent is required and was not given.",
    TakesNoAnswer "takesNoAnswer" "The item is there to be read and takes no answer.",
    NotAsked "notAsked" "The item is not asked, going by the other answers; its answer counts for nothing.",
    UnknownAttribute "unknownAttribute" "No norm group asks for an attribute of this name.",
    DuplicateAnswer "duplicateAnswer" "The same item is answered twice.",
    MissingRequired "missingRequired" "A required item has no answer.",
    NotAByte "notAByte" "Answers to this item do not all fit into a byte, and a scale needs them.",
    MissingIsAnAnswer "missingIsAnAnswer" "The byte that is to stand for a missing answer is an answer to an item.",
    WrongLength "wrongLength" "The list is not as long as the number of rows asks for.",
    NotCompiled "notCompiled" "The bytes are not a compiled definition of this engine's format.",
}

impl fmt::Display for IssueCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}
