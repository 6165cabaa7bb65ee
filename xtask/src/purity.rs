//! The engine is pure: nothing of wasm, of the clock, of randomness or of an allocator in what it is built from.
use anyhow::{Result, bail};

use crate::run::output;

const FOREIGN: [&str; 9] =
    ["wasm", "js-sys", "web-sys", "getrandom", "rand", "chrono", "time", "wee_alloc", "console_error"];

pub(crate) fn check() -> Result<()> {
    let tree = output(
        "cargo",
        &["tree", "--locked", "-p", "rapport", "-e", "normal", "--target", "all", "--prefix", "none"],
    )?;
    let names = tree.lines().filter_map(|line| line.split_whitespace().next());
    let foreign: Vec<&str> = names
        .filter(|name| {
            FOREIGN.iter().any(|word| {
                name.split('-').any(|part| part == *word) || name.contains("wasm") || name == word
            })
        })
        .collect();
    if foreign.is_empty() { Ok(()) } else { bail!("the engine is built from {}", foreign.join(", ")) }
}
