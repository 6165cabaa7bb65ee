//! Files that are generated and committed: read by people, and held against what the source says now.
use std::fs;

use anyhow::{Context, Result, bail};

use crate::run::path;

/// Fails when the committed file is not `text`; with `accept`, writes it.
pub(crate) fn hold(file: &str, text: &str, accept: bool, command: &str) -> Result<()> {
    if accept {
        return fs::write(path(file), text).with_context(|| file.to_owned());
    }
    if fs::read_to_string(path(file)).is_ok_and(|committed| committed == text) {
        return Ok(());
    }
    let now = "target/rapport/generated.txt";
    fs::create_dir_all(path("target/rapport"))?;
    fs::write(path(now), text)?;
    bail!(
        "{file} is not what the source says; see with `git diff --no-index {file} {now}`, \
         accept a change that is meant with `cargo xtask {command} --accept`"
    )
}
