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

/// The folders in a folder of the repository, by name.
#[track_caller]
pub(crate) fn folders(relative: &str) -> Vec<PathBuf> {
    let mut folders = entries(&Path::new(env!("CARGO_MANIFEST_DIR")).join(relative));
    folders.retain(|entry| entry.is_dir());
    folders
}

/// The JSON files of a folder, by name; a folder without any is a failure.
#[track_caller]
pub(crate) fn files(folder: impl AsRef<Path>) -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    let mut files = entries(&folder);
    files.retain(|file| file.extension().is_some_and(|ending| ending == "json"));
    assert!(!files.is_empty(), "{} has no JSON file", folder.display());
    files
}

#[track_caller]
fn entries(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).unwrap_or_else(|fault| panic!("{}: {fault}", folder.display()));
    let mut entries: Vec<PathBuf> = entries.map(|entry| entry.expect("an entry").path()).collect();
    entries.sort();
    entries
}

/// The stream that makes random rows: each draw steps, then gives (Marsaglia's xorshift of 32 bits).
pub(crate) struct Stream(pub(crate) u32);

impl Stream {
    pub(crate) fn draw(&mut self, count: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 17;
        self.0 ^= self.0 << 5;
        usize::try_from(self.0).expect("32 bits") % count
    }
}
