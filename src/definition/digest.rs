//! The digest of a definition: SHA-256 of its canonical text, so that an old score can be explained.
use sha2::{Digest as _, Sha256};

use crate::code::IssueCode;
use crate::instrument::Digest;
use crate::issue::Issue;
use crate::pointer::Pointer;

/// SHA-256 of the canonical form (RFC 8785: keys sorted, no white space, shortest numbers) of a JSON text.
///
/// Fails only on a text that the strict reader refuses too.
pub(crate) fn digest(text: &str) -> Result<Digest, Issue> {
    let canonical = serde_json::from_str::<serde_json::Value>(text)
        .and_then(|value| serde_json_canonicalizer::to_vec(&value))
        .map_err(|fault| Issue::fatal(IssueCode::NotJson, &Pointer::root(), fault.to_string()))?;
    Ok(Digest::from_bytes(Sha256::digest(canonical).into()))
}
