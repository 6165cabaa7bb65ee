//! The build. `cargo xtask start` and `cargo xtask test` set up all they need by themselves.
#![expect(clippy::print_stdout, clippy::print_stderr, reason = "a command speaks on the terminal")]

mod build;
mod codes;
mod fuzz;
mod generated;
mod instruments;
mod machine;
mod plain;
mod purity;
mod run;
mod schema;
mod size;
mod start;
mod test;
mod tidy;
mod types;

use std::process::ExitCode;

use anyhow::Result;

const USAGE: &str = "cargo xtask COMMAND

  start [PORT]   build everything and serve the demo on 127.0.0.1 (port 8080 if none is named)
  test           everything that must hold; what continuous integration runs

  build          the packages and pages, into pkg/dist and dist
  fuzz TARGET [MINUTES]
                 looks for input that breaks the engine: definition, response, compiled (10 minutes);
                 `keep` in place of the minutes takes what was found into fuzz/corpus
  bench          speed, against peers in the same run
  size           the bytes that go over the wire, against the budgets in size.json
  types          the TypeScript API against wasm/api.d.ts (--accept writes it)
  codes          the table of issue codes against docs/codes.md (--accept writes it)
  schema         the JSON Schema against docs/definition.schema.json (--accept writes it)
  tidy           the house rules that a machine can check";

fn main() -> ExitCode {
    let mut args = std::env::args().skip(1);
    let command = args.next().unwrap_or_default();
    let rest: Vec<String> = args.collect();
    match answer(&command, &rest) {
        Ok(()) => ExitCode::SUCCESS,
        Err(fault) => {
            eprintln!("\nxtask {command}: {fault:#}");
            ExitCode::FAILURE
        }
    }
}

fn answer(command: &str, rest: &[String]) -> Result<()> {
    match command {
        "start" => start::start(rest.first().map(String::as_str)),
        "test" => test::test(),
        "build" => machine::ready_to_build().and_then(|()| build::build()),
        "size" => machine::ready_to_build().and_then(|()| build::build()).and_then(|()| size::check()),
        "types" => types::check(rest.iter().any(|arg| arg == "--accept")),
        "fuzz" => fuzz::fuzz(rest),
        "bench" => bench(),
        "codes" => codes::check(rest.iter().any(|arg| arg == "--accept")),
        "schema" => schema::check(rest.iter().any(|arg| arg == "--accept")),
        "tidy" => tidy::check(),
        "" | "help" | "--help" => {
            println!("{USAGE}");
            Ok(())
        }
        other => anyhow::bail!("no such command `{other}`\n\n{USAGE}"),
    }
}

fn bench() -> Result<()> {
    machine::ready_to_build()?;
    machine::ready_to_browse()?;
    build::build()?;
    run::run("node", &["bench/run.mjs"])
}
