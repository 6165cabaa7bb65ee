//! `cargo xtask fuzz`: looks for a text or bytes that break what has to hold, guided by coverage, on stable Rust.
use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs};

use anyhow::{Context, Result, bail, ensure};

use crate::run::{command, finish, output, path};

/// Each with the longest input that is tried, in bytes.
const TARGETS: [(&str, u32); 3] = [("definition", 65_536), ("response", 16_384), ("compiled", 16_384)];
const MINUTES: u32 = 10;

/// What `cargo fuzz` sets too: counters for every edge, and the operands of every comparison.
const COVERAGE: [&str; 6] = [
    "-Cpasses=sancov-module",
    "-Cllvm-args=-sanitizer-coverage-level=4",
    "-Cllvm-args=-sanitizer-coverage-inline-8bit-counters",
    "-Cllvm-args=-sanitizer-coverage-pc-table",
    "-Cllvm-args=-sanitizer-coverage-trace-compares",
    "--cfg=fuzzing",
];

/// Fuzzes one target for so many minutes, or (`keep`) takes into its corpus what reaches something new.
pub(crate) fn fuzz(rest: &[String]) -> Result<()> {
    let name = rest.first().map_or("", String::as_str);
    let Some((target, longest)) = TARGETS.iter().find(|(known, _)| *known == name) else {
        let names = TARGETS.map(|(known, _)| known).join(", ");
        bail!("names no target; there are {names}");
    };
    let binary = build(target)?;
    match rest.get(1).map(String::as_str) {
        Some("keep") => keep(&binary, target),
        minutes => {
            let minutes = minutes.map_or(Ok(MINUTES), str::parse).context("minutes are a whole number")?;
            look(&binary, target, *longest, minutes)
        }
    }
}

/// A target is named to the compiler, so that build scripts, which run here, are left as they are.
fn build(target: &str) -> Result<PathBuf> {
    let host = output("rustc", &["--print", "host-tuple"])?;
    let host = host.trim();
    let mut cargo =
        command("cargo", &["build", "--release", "--locked", "--manifest-path", "fuzz/Cargo.toml"]);
    cargo.args(["--target", host, "--bin", target]).arg("--target-dir").arg(path("target/fuzz"));
    cargo.env_remove("CARGO_ENCODED_RUSTFLAGS").env("RUSTFLAGS", COVERAGE.join(" "));
    finish(cargo)?;
    Ok(path("target/fuzz").join(host).join("release").join(target).with_extension(env::consts::EXE_EXTENSION))
}

/// What is found is written to `target/fuzz/found`, what fails to `target/fuzz/failing`.
fn look(binary: &Path, target: &str, longest: u32, minutes: u32) -> Result<()> {
    let found = folder("found", target)?;
    let failing = folder("failing", target)?;
    let mut fuzzer = Command::new(binary);
    fuzzer.arg(format!("-max_total_time={}", minutes * 60)).arg(format!("-max_len={longest}"));
    fuzzer.args(["-rss_limit_mb=2048", "-timeout=20", "-print_final_stats=1"]);
    fuzzer.arg(format!("-dict={}", path("fuzz/format.dict").display()));
    fuzzer.arg(format!("-artifact_prefix={}/", failing.display()));
    fuzzer.arg(found).arg(corpus(target));
    finish(fuzzer)
}

/// The fewest and shortest inputs that reach every edge that any of them reaches, however often.
fn keep(binary: &Path, target: &str) -> Result<()> {
    fs::remove_dir_all(folder("kept", target)?)?;
    let kept = folder("kept", target)?;
    let mut fuzzer = Command::new(binary);
    fuzzer
        .args(["-set_cover_merge=1", "-use_counters=0"])
        .arg(&kept)
        .arg(corpus(target))
        .arg(folder("found", target)?);
    finish(fuzzer)?;
    ensure!(fs::read_dir(&kept)?.next().is_some(), "nothing was kept");
    fs::remove_dir_all(corpus(target))?;
    fs::create_dir_all(corpus(target))?;
    for file in fs::read_dir(&kept)? {
        let file = file?;
        fs::copy(file.path(), corpus(target).join(file.file_name()))?;
    }
    Ok(())
}

fn corpus(target: &str) -> PathBuf {
    path("fuzz/corpus").join(target)
}

fn folder(name: &str, target: &str) -> Result<PathBuf> {
    let folder = path("target/fuzz").join(name).join(target);
    fs::create_dir_all(&folder)?;
    Ok(folder)
}
