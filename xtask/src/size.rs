//! The bytes that go over the wire, held against the budgets of `size.json`.
use anyhow::Result;

use crate::run::run;

pub(crate) fn check() -> Result<()> {
    run("node", &["www/build/size.mjs"])
}
