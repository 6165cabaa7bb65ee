//! A definition as compact bytes: checked when it is written, and small enough for the sealed form to carry.
use serde::{Deserialize, Serialize};

use crate::code::IssueCode;
use crate::definition::Definition;
use crate::error::{Error, Subject};
use crate::instrument::{Digest, Instrument};
use crate::issue::Issue;
use crate::pointer::Pointer;

/// Stands first, so that bytes of another layout are refused and not misread.
const LAYOUT: u8 = 1;

/// What the bytes hold, in postcard's encoding: the key, and the digest of the whole definition.
#[derive(Debug, Serialize, Deserialize)]
struct Compiled {
    layout: u8,
    digest: Digest,
    definition: Definition,
}

impl Instrument {
    /// Reads what `compile` wrote; every reference is followed again.
    ///
    /// # Errors
    /// `notCompiled` when the bytes are not a compiled definition of this layout, or what the checks tell.
    pub fn from_compiled(bytes: &[u8]) -> Result<Self, Error> {
        let read: Result<(Compiled, &[u8]), _> = postcard::take_from_bytes(bytes);
        let sound = read.ok().filter(|(compiled, rest)| compiled.layout == LAYOUT && rest.is_empty());
        let Some((compiled, _)) = sound else {
            let sentence = "the bytes are not a compiled definition";
            return Err(Error::new(
                Subject::Definition,
                Issue::fatal(IssueCode::NotCompiled, &Pointer::root(), sentence),
            ));
        };
        let (instrument, issues) = Self::build(&compiled.definition, compiled.digest);
        Error::unless_sound(Subject::Definition, instrument, issues)
    }

    /// Checks a definition and gives its compiled form: the key without the wordings.
    ///
    /// # Errors
    /// As [`Instrument::read`].
    #[cfg(feature = "full")]
    pub fn compile(text: &str) -> Result<Vec<u8>, Error> {
        let (instrument, definition) = Self::read_whole(text)?;
        let compiled = Compiled { layout: LAYOUT, digest: instrument.digest(), definition };
        postcard::to_allocvec(&compiled).map_err(|_| {
            let sentence = "the definition cannot be compiled";
            Error::new(Subject::Definition, Issue::fatal(IssueCode::NotCompiled, &Pointer::root(), sentence))
        })
    }
}
