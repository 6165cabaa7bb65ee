//! The engine in JavaScript, from the same Rust, for browsers where WebAssembly is off.
use std::fs;
use std::path::Path;

use anyhow::{Result, ensure};
use wasm_bindgen_cli_support::Bindgen;

use crate::build::{Engine, compile, empty, target_folder};
use crate::run::{command, finish, path};

/// wasm2js knows the first WebAssembly only. Where the list of features is stripped, the binding generator takes none
/// for granted, and keeps JavaScript's values in an array instead of a table.
const FLAGS: [&str; 2] = ["-Ctarget-cpu=mvp", "-Cstrip=symbols"];

/// What Rust's own library, which is not compiled here, still uses of later features, and how it is taken out.
const LOWERING: [&str; 7] = [
    "--enable-bulk-memory-opt",
    "--enable-nontrapping-float-to-int",
    "--enable-sign-ext",
    "--enable-mutable-globals",
    "--llvm-nontrapping-fptoint-lowering",
    "--signext-lowering",
    "--llvm-memory-copy-fill-lowering",
];

/// Writes one engine as one module of JavaScript beside its wasm.
pub(crate) fn write(engine: &Engine) -> Result<()> {
    let name = engine.name;
    let room = path("target/rapport/plain").join(name);
    empty(&room)?;
    let built = compile(engine, &target_folder().join("plain"), &FLAGS, "s")?;
    Bindgen::new().input_path(built).out_name(name).bundler(true)?.typescript(false).generate(&room)?;
    let wasm = room.join(format!("{name}_bg.wasm"));
    let lowered = room.join("lowered.wasm");
    let mut lower = command("node", &["node_modules/binaryen/bin/wasm-opt"]);
    lower.args(LOWERING).arg("-o").args([&lowered, &wasm]);
    finish(lower)?;
    // The glue imports the wasm by its name; the bundler finds the module of that name and `.js`.
    fs::remove_file(&wasm)?;
    let mut translate = command("node", &["node_modules/binaryen/bin/wasm2js", "-O3", "-o"]);
    translate.args([&wasm.with_extension("wasm.js"), &lowered]);
    finish(translate)?;
    see_growth(&room.join(format!("{name}_bg.js")))?;
    bundle(&room.join(format!("{name}.js")), &path(engine.out).join(format!("{name}_plain.js")))
}

/// A wasm memory that grows takes the old buffer away, and by that the glue knows an old view. In JavaScript the old
/// buffer stays as it is, so the glue has to compare.
fn see_growth(glue: &Path) -> Result<()> {
    let text = fs::read_to_string(glue)?;
    let mut mended = String::new();
    let mut seen: usize = 0;
    for line in text.lines() {
        match line.split_once("Memory0 === null || ") {
            Some((start, _)) => {
                mended.push_str(&format!("{start}Memory0?.buffer !== wasm.memory.buffer) {{\n"));
                seen += 1;
            }
            None => mended.extend([line, "\n"]),
        }
    }
    ensure!(seen > 0 && seen == text.matches("Memory0() {").count(), "the glue's views have another form");
    Ok(fs::write(glue, mended)?)
}

fn bundle(entry: &Path, out: &Path) -> Result<()> {
    let esbuild = path("node_modules/esbuild/bin/esbuild");
    let mut bundler = command(&esbuild.to_string_lossy(), &["--bundle", "--minify", "--format=esm"]);
    bundler.args(["--target=es2020", "--charset=utf8", "--log-level=warning"]).arg(entry);
    bundler.arg(format!("--outfile={}", out.display()));
    finish(bundler)
}
