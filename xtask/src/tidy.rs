//! The house rules that a machine can check.
use std::fs;

use anyhow::{Result, bail};

use crate::run::{output, path};

/// The most lines a source file may have.
const MAX_LINES: usize = 400;
const SOURCES: [&str; 9] = [".rs", ".ts", ".js", ".mjs", ".py", ".css", ".html", ".sh", ".toml"];
/// Generated, and read as a list: its length is the API's.
const GENERATED: &str = "wasm/api.d.ts";
/// Rooms are named by what happens in them.
const NO_NAMES: [&str; 6] = ["utils", "util", "helpers", "helper", "manager", "common"];

pub(crate) fn check() -> Result<()> {
    let files = output("git", &["ls-files", "--cached", "--others", "--exclude-standard"])?;
    let mut faults = Vec::new();
    for file in files.lines().filter(|file| path(file).is_file()) {
        faults.extend(name_fault(file));
        if SOURCES.iter().any(|ending| file.ends_with(ending)) {
            faults.extend(text_faults(file, &fs::read_to_string(path(file))?));
        }
    }
    if faults.is_empty() { Ok(()) } else { bail!("\n  {}", faults.join("\n  ")) }
}

fn name_fault(file: &str) -> Option<String> {
    let mut parts = file.split(['/', '.']);
    parts
        .find(|part| NO_NAMES.contains(part))
        .map(|part| format!("{file}: `{part}` says nothing of what is in it"))
}

fn text_faults(file: &str, text: &str) -> Vec<String> {
    let mut faults = Vec::new();
    let lines = text.lines().count();
    if lines > MAX_LINES && file != GENERATED {
        faults.push(format!("{file}: {lines} lines, at most {MAX_LINES}"));
    }
    if file.ends_with(".rs") && !text.starts_with("//!") {
        faults.push(format!("{file}: line 1 does not say what the file is (`//!`)"));
    }
    if file.starts_with("src/")
        && ["wasm", "js_sys", "web_sys"].iter().any(|word| text.contains(&format!("use {word}")))
    {
        faults.push(format!("{file}: the engine knows nothing of the browser"));
    }
    faults
}
