//! What the fuzzer found worth keeping, once more: every file of `fuzz/corpus` through the same checks.
#![expect(clippy::panic, reason = "a test fails by panicking")]
#[expect(unreachable_pub, reason = "a crate of its own to the fuzz targets")]
#[path = "../fuzz/src/lib.rs"]
mod fuzz;

use std::fs;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;

use rapport::Instrument;

#[track_caller]
fn replay(target: &str, check: fn(&[u8])) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz/corpus").join(target);
    let entries = fs::read_dir(&folder).unwrap_or_else(|fault| panic!("{}: {fault}", folder.display()));
    let (mut files, mut failing) = (0, Vec::new());
    for entry in entries {
        let file = entry.unwrap_or_else(|fault| panic!("{}: {fault}", folder.display())).path();
        let bytes = fs::read(&file).unwrap_or_else(|fault| panic!("{}: {fault}", file.display()));
        if catch_unwind(AssertUnwindSafe(|| check(&bytes))).is_err() {
            failing.push(file);
        }
        files += 1;
    }
    assert!(failing.is_empty(), "{failing:#?}");
    assert!(files >= 50, "{} has only {files} files", folder.display());
}

#[test]
fn definitions() {
    replay("definition", fuzz::definition);
}

#[test]
fn responses() {
    replay("response", fuzz::response);
}

#[test]
fn compiled_definitions() {
    replay("compiled", fuzz::compiled);
}

/// What the targets put around bytes is what compiling puts there: else only refusals would be seen.
#[test]
fn sealed_content_is_a_compiled_definition() {
    for text in fuzz::samples() {
        let bytes = Instrument::compile(text).unwrap_or_else(|error| panic!("{error}"));
        let content = bytes.get(1..bytes.len() - 8).unwrap_or_default();
        assert_eq!(fuzz::sealed(content), bytes);
    }
}
