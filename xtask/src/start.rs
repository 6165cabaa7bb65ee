//! `cargo xtask start`: from a fresh clone to the demo in the browser.
use anyhow::{Context, Result};

use crate::{build, machine, run};

pub(crate) fn start(port: Option<&str>) -> Result<()> {
    if let Some(port) = port {
        port.parse::<u16>().with_context(|| format!("`{port}` is no port"))?;
    }
    run::step("setting up", machine::ready_to_build)?;
    build::build()?;
    println!();
    let mut args = vec!["www/site/serve.mjs"];
    args.extend(port);
    run::run("node", &args)
}
