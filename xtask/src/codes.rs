//! The table of all issue codes, `docs/codes.md`: meaning from the source, example from the tests.
use std::fmt::Write as _;
use std::fs;

use anyhow::Result;
use rapport::IssueCode;

use crate::generated;
use crate::run::path;

const TABLE: &str = "docs/codes.md";

/// Fails when the committed table is not what the source says; with `accept`, writes it.
pub(crate) fn check(accept: bool) -> Result<()> {
    generated::hold(TABLE, &table()?, accept, "codes")
}

fn table() -> Result<String> {
    let examples = examples()?;
    let mut table = String::from(
        "# Issue codes\n\n\
         Generated from `src/code.rs` by `cargo xtask codes --accept`; a test fails when it differs.\n\
         A code never changes its name once published. The example is a file that gets the code.\n\n\
         | code | meaning | example |\n|---|---|---|\n",
    );
    for code in IssueCode::ALL {
        let example = examples.iter().find(|example| {
            example.rsplit('/').next().is_some_and(|file| file.split('-').next() == Some(code.name()))
        });
        let example = example.map_or_else(|| "-".to_owned(), |file| format!("[file](../{file})"));
        writeln!(table, "| `{}` | {} | {example} |", code.name(), code.meaning().replace('|', "\\|"))?;
    }
    Ok(table)
}

fn examples() -> Result<Vec<String>> {
    let mut files = Vec::new();
    for kind in ["definitions", "responses"] {
        for entry in fs::read_dir(path("tests/rejects").join(kind))? {
            files.push(format!("tests/rejects/{kind}/{}", entry?.file_name().to_string_lossy()));
        }
    }
    files.sort();
    Ok(files)
}
