//! The engine is pure: nothing of wasm, of the clock, of randomness or of an allocator in what it is built from.
use anyhow::{Result, bail};

use crate::run::output;

const FOREIGN: [&str; 8] =
    ["js-sys", "web-sys", "getrandom", "rand", "chrono", "time", "wee_alloc", "console_error"];

pub(crate) fn check() -> Result<()> {
    let tree = output(
        "cargo",
        &["tree", "--locked", "-p", "rapport", "-e", "normal", "--target", "all", "--prefix", "none"],
    )?;
    let names = tree.lines().filter_map(|line| line.split_whitespace().next());
    let is_foreign = |name: &&str| {
        name.contains("wasm") || FOREIGN.contains(name) || name.split('-').any(|part| FOREIGN.contains(&part))
    };
    let foreign: Vec<&str> = names.filter(is_foreign).collect();
    if foreign.is_empty() { Ok(()) } else { bail!("the engine is built from {}", foreign.join(", ")) }
}
