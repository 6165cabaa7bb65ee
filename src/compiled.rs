//! An instrument as compact bytes: checked when it is written, and small enough for the sealed form to carry.
use crate::code::IssueCode;
use crate::error::{Error, Subject};
use crate::instrument::Instrument;
use crate::issue::Issue;
use crate::pointer::Pointer;

/// Stands first, so that bytes of another layout are refused and not misread.
const LAYOUT: u8 = 2;
/// How many bytes at the end are the checksum.
const CHECKSUM: usize = 8;

impl Instrument {
    /// Reads what `compile` wrote. Its references were followed then; the checksum tells damage, not malice: what
    /// carries the bytes has to be trusted, as the sealed form's file is by its hash.
    ///
    /// # Errors
    /// `notCompiled` when the bytes are not a compiled definition of this layout, or not whole.
    pub fn from_compiled(bytes: &[u8]) -> Result<Self, Error> {
        read(bytes).ok_or_else(|| not_compiled("the bytes are not a compiled definition"))
    }

    /// Checks a definition and gives its compiled form: the key without the wordings.
    ///
    /// # Errors
    /// As [`Instrument::read`].
    #[cfg(feature = "full")]
    pub fn compile(text: &str) -> Result<Vec<u8>, Error> {
        let instrument = Self::read(text)?;
        let written = postcard::to_extend(&instrument, vec![LAYOUT]);
        let mut bytes = written.map_err(|_| not_compiled("the definition cannot be compiled"))?;
        let checksum = checksum(&bytes);
        bytes.extend(checksum);
        Ok(bytes)
    }
}

fn read(bytes: &[u8]) -> Option<Instrument> {
    let (content, sum) = bytes.split_at_checked(bytes.len().checked_sub(CHECKSUM)?)?;
    let (layout, parts) = content.split_first()?;
    if *layout != LAYOUT || checksum(content) != sum {
        return None;
    }
    let (instrument, rest) = postcard::take_from_bytes(parts).ok()?;
    rest.is_empty().then_some(instrument)
}

/// FNV-1a of 64 bits (Fowler, Noll and Vo).
fn checksum(bytes: &[u8]) -> [u8; CHECKSUM] {
    let step = |sum: u64, byte: &u8| (sum ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3);
    bytes.iter().fold(0xcbf2_9ce4_8422_2325, step).to_le_bytes()
}

fn not_compiled(sentence: &str) -> Error {
    Error::new(Subject::Definition, Issue::fatal(IssueCode::NotCompiled, &Pointer::root(), sentence))
}
