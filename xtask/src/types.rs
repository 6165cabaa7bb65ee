//! The TypeScript API that the build generates, held against the one that was reviewed: `wasm/api.d.ts`.
use std::fs;

use anyhow::{Context, Result};

use crate::generated;
use crate::run::path;

const FROZEN: &str = "wasm/api.d.ts";
const GENERATED: &str = "pkg/dist/rapport.d.ts";
/// From here on the file speaks of loading, which is the package shell's business.
const LOADING: &str = "\nexport type InitInput";

/// Fails when the generated API is not the frozen one; with `accept`, freezes the generated one.
pub(crate) fn check(accept: bool) -> Result<()> {
    let built = fs::read_to_string(path(GENERATED)).context("run `cargo xtask build` first")?;
    let api = short(built.split_once(LOADING).map_or(built.as_str(), |(api, _)| api));
    generated::hold(FROZEN, &api, accept, "types")
}

/// The same text with every comment of one line written in one line, so that a reviewer sees the API at a glance.
fn short(api: &str) -> String {
    let mut lines: Vec<String> = Vec::new();
    for line in api.lines() {
        let indent = line.len() - line.trim_start().len();
        match lines.as_slice() {
            [.., open, only] if line.trim() == "*/" && open.trim() == "/**" => {
                let text = only.trim().trim_start_matches('*').trim().to_owned();
                lines.truncate(lines.len() - 2);
                lines.push(format!("{}/** {text} */", " ".repeat(indent.saturating_sub(1))));
            }
            _ => lines.push(line.to_owned()),
        }
    }
    lines.join("\n") + "\n"
}
