//! Running other programs from the repository's root, and saying what goes on.
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Instant;

use anyhow::{Context, Result, bail};

/// The repository's root.
pub(crate) fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap_or(Path::new("."))
}

/// A path below the root.
pub(crate) fn path(relative: &str) -> PathBuf {
    root().join(relative)
}

/// A command that runs in the root.
pub(crate) fn command(program: &str, args: &[&str]) -> Command {
    let mut command = Command::new(program);
    command.args(args).current_dir(root());
    command
}

/// Runs a program to its end; its output goes to the terminal.
pub(crate) fn run(program: &str, args: &[&str]) -> Result<()> {
    finish(command(program, args))
}

/// Runs a prepared command to its end.
pub(crate) fn finish(mut command: Command) -> Result<()> {
    let shown = format!("{command:?}");
    let status = command.status().with_context(|| format!("could not start {shown}"))?;
    if !status.success() {
        bail!("{shown} ended with {status}");
    }
    Ok(())
}

/// What a program prints on standard output.
pub(crate) fn output(program: &str, args: &[&str]) -> Result<String> {
    let mut command = command(program, args);
    let output =
        command.stderr(Stdio::inherit()).output().with_context(|| format!("could not start {program}"))?;
    if !output.status.success() {
        bail!("{command:?} ended with {}", output.status);
    }
    Ok(String::from_utf8(output.stdout)?)
}

/// One step of a longer work, announced, and timed for the reader's patience only.
pub(crate) fn step(name: &str, work: impl FnOnce() -> Result<()>) -> Result<()> {
    println!("\n== {name}");
    let start = Instant::now();
    work().with_context(|| name.to_owned())?;
    println!("== {name}: done in {:.1} s", start.elapsed().as_secs_f64());
    Ok(())
}
