//! Text -> [`Instrument`], in one go.
use super::{Instrument, Status};
use crate::code::IssueCode;
use crate::definition;
use crate::error::{Error, Subject};
use crate::faults::Faults;
use crate::json::Json;
use crate::pointer::Pointer;

impl Instrument {
    /// Reads a definition of format 1: at most 1 MiB of JSON, nested at most 32 deep, 500 entries a list.
    ///
    /// # Errors
    /// Every fault of the definition, each with its place, code and sentence.
    pub fn read(text: &str) -> Result<Self, Error> {
        let json = Json::read(text).map_err(|issue| Error::new(Subject::Definition, issue))?;
        let mut faults = Faults::default();
        let read = definition::read(&mut faults, &json);
        // Faults of shape come first: what does not read cannot be held against the rest.
        let (definition, wordings) = Error::unless_sound(Subject::Definition, read, faults.into_issues())?;
        let digest = definition::digest(text).map_err(|issue| Error::new(Subject::Definition, issue))?;
        let (instrument, issues) = Self::build(&definition, digest);
        let instrument = Error::unless_sound(Subject::Definition, instrument, issues)?;
        let mut faults = Faults::default();
        if wordings.is_empty() && definition.status == Status::Open {
            let at = Pointer::root().key("wordings");
            faults.tell(
                IssueCode::MissingWording,
                &at,
                "an open instrument has its wording in at least one language",
            );
        }
        let instrument = instrument.with_wordings(&mut faults, &definition, wordings);
        Error::unless_sound(Subject::Definition, Some(instrument), faults.into_issues())
    }
}
