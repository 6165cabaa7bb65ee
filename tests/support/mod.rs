//! Reading the tests' data: a file that is missing is a failure.
#![allow(dead_code, clippy::allow_attributes, reason = "each test file uses its part of this")]
#![allow(clippy::panic, clippy::expect_used, reason = "a test fails by panicking")]
use std::fs;
use std::path::{Path, PathBuf};

/// The text of a file of the repository.
#[track_caller]
pub(crate) fn text(relative: &str) -> String {
    read(&Path::new(env!("CARGO_MANIFEST_DIR")).join(relative))
}

/// The text of a file.
#[track_caller]
pub(crate) fn read(file: &Path) -> String {
    fs::read_to_string(file).unwrap_or_else(|fault| panic!("{}: {fault}", file.display()))
}

/// The JSON files of a folder, by name; a folder without any is a failure.
#[track_caller]
pub(crate) fn files(relative: &str) -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(relative);
    let entries = fs::read_dir(&folder).unwrap_or_else(|fault| panic!("{}: {fault}", folder.display()));
    let mut files: Vec<PathBuf> = entries.map(|entry| entry.expect("an entry").path()).collect();
    files.retain(|file| file.extension().is_some_and(|ending| ending == "json"));
    files.sort();
    assert!(!files.is_empty(), "{} has no JSON file", folder.display());
    files
}
