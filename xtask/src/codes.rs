//! The table of all issue codes, `docs/codes.md`: meaning from the source, example from the tests.
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;

use anyhow::{Context, Result};
use rapport::IssueCode;
use serde_json::Value;

use crate::generated;
use crate::instruments::folders;
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
        let name = code.name();
        let file = examples.get(name).with_context(|| format!("no test has an example of `{name}`"))?;
        writeln!(table, "| `{name}` | {} | [file](../{file}) |", code.meaning().replace('|', "\\|"))?;
    }
    Ok(table)
}

/// For each code a file that gets it: one made for it, else a worked case, else the test that reaches it.
fn examples() -> Result<BTreeMap<String, String>> {
    const ELSEWHERE: [(&str, &str); 7] = [
        ("tooLarge", "tests/api.rs"),
        ("noWording", "tests/api.rs"),
        ("notCompiled", "tests/api.rs"),
        ("notAByte", "tests/batch.rs"),
        ("missingIsAnAnswer", "tests/batch.rs"),
        ("wrongLength", "tests/batch.rs"),
        ("duplicateAnswer", "tests/reference/answered-twice.json"),
    ];
    let mut examples: BTreeMap<String, String> =
        ELSEWHERE.into_iter().map(|(code, file)| (code.to_owned(), file.to_owned())).collect();
    for kind in ["definitions", "responses"] {
        for (file, name) in files(&format!("tests/rejects/{kind}"))? {
            let code = name.split(['-', '.']).next().unwrap_or_default().to_owned();
            examples.entry(code).or_insert(file);
        }
    }
    for id in folders("tests/cases")? {
        for (file, _) in files(&format!("tests/cases/{id}/cases"))? {
            let case: Value = serde_json::from_str(&fs::read_to_string(path(&file))?)?;
            let issues = case.pointer("/expected/issues").and_then(Value::as_array).into_iter().flatten();
            for code in issues.filter_map(|issue| issue.get("code")?.as_str()) {
                examples.entry(code.to_owned()).or_insert_with(|| file.clone());
            }
        }
    }
    Ok(examples)
}

/// The files of a folder in alphabetical order: path and name.
fn files(folder: &str) -> Result<Vec<(String, String)>> {
    let mut files = Vec::new();
    for entry in fs::read_dir(path(folder)).with_context(|| folder.to_owned())? {
        let name = entry?.file_name().to_string_lossy().into_owned();
        files.push((format!("{folder}/{name}"), name));
    }
    files.sort();
    Ok(files)
}
