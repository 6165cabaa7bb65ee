//! `cargo xtask test`: everything that must hold.
use anyhow::Result;

use crate::run::{command, finish, path, run, step};
use crate::{build, codes, machine, purity, schema, size, tidy};

const CLIPPY: [&str; 4] = ["clippy", "--quiet", "--locked", "--all-targets"];
const LINTS: [&str; 3] = ["--", "-D", "warnings"];

pub(crate) fn test() -> Result<()> {
    step("setting up", machine::ready_to_build)?;
    step("format", || run("cargo", &["fmt", "--all", "--check"]))?;
    step("lints", lints)?;
    step("house rules", tidy::check)?;
    step("table of issue codes", || codes::check(false))?;
    step("JSON Schema", || schema::check(false))?;
    step("purity of the engine", purity::check)?;
    step("engine", || run("cargo", &["test", "--locked", "-p", "rapport", "-p", "xtask"]))?;
    step("documentation", documentation)?;
    build::build()?;
    step("TypeScript", || run("node", &["node_modules/typescript/bin/tsc", "-p", "tsconfig.json"]))?;
    step("size", size::check)?;
    step("package, in Node", || node_tests("tests/package/*.test.mjs"))?;
    step("same bytes from a second build", same_bytes)?;
    step("setting up the browsers", machine::ready_to_browse)?;
    step("browsers: Chromium, Firefox, WebKit", || node_tests("tests/browser/*.test.mjs"))?;
    println!("\neverything holds");
    Ok(())
}

fn lints() -> Result<()> {
    let workspace = ["--workspace"];
    let form = ["-p", "rapport-wasm", "--no-default-features", "--features", "form"];
    run("cargo", &[&CLIPPY[..], &workspace[..], &LINTS[..]].concat())?;
    run("cargo", &[&CLIPPY[..], &form[..], &LINTS[..]].concat())
}

fn same_bytes() -> Result<()> {
    let mut twice = command("node", &["tests/package/reproducible.mjs"]);
    twice.env("RAPPORT_XTASK", std::env::current_exe()?);
    finish(twice)
}

fn documentation() -> Result<()> {
    let mut doc = command("cargo", &["doc", "--quiet", "--locked", "--no-deps", "-p", "rapport"]);
    doc.env("RUSTDOCFLAGS", "-D warnings");
    finish(doc)
}

/// Node's own runner, one file after the other: the machine's cores belong to the browsers.
fn node_tests(pattern: &str) -> Result<()> {
    let mut files: Vec<String> = glob(pattern)?;
    files.sort();
    let mut args = vec!["--test", "--test-concurrency=1", "--test-reporter=spec"];
    args.extend(files.iter().map(String::as_str));
    run("node", &args)
}

/// The files of one folder whose names end as the pattern does; none is a fault.
fn glob(pattern: &str) -> Result<Vec<String>> {
    let (folder, ending) = pattern.split_once("/*").unwrap_or((pattern, ""));
    let mut files = Vec::new();
    for entry in std::fs::read_dir(path(folder))? {
        let name = entry?.file_name().to_string_lossy().into_owned();
        if name.ends_with(ending) {
            files.push(format!("{folder}/{name}"));
        }
    }
    anyhow::ensure!(!files.is_empty(), "no test matches {pattern}");
    Ok(files)
}
