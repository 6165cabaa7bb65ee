//! Rust -> wasm -> JavaScript packages and pages.
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use wasm_bindgen_cli_support::Bindgen;

use crate::run::{command, finish, output, path, root, run, step};
use crate::{instruments, plain, types};

/// Wasm features that every browser since 2023 has; named, so that none slips in with a newer optimiser.
const WASM_FEATURES: [&str; 6] = [
    "--enable-bulk-memory",
    "--enable-nontrapping-float-to-int",
    "--enable-sign-ext",
    "--enable-mutable-globals",
    "--enable-reference-types",
    "--enable-multivalue",
];

/// One of the builds of the engine.
pub(crate) struct Engine {
    feature: &'static str,
    /// Whether it is for browsers that have wasm's SIMD instructions.
    simd: bool,
    pub(crate) name: &'static str,
    pub(crate) out: &'static str,
}

const ENGINES: [Engine; 3] = [
    Engine { feature: "full", simd: false, name: "rapport", out: "pkg/dist" },
    Engine { feature: "full", simd: true, name: "rapport", out: "target/rapport/simd" },
    Engine { feature: "form", simd: false, name: "rapport_form", out: "target/rapport/form" },
];

/// Builds all: both engines, the instruments, the sealed form, the host element and the demo site.
pub(crate) fn build() -> Result<()> {
    for engine in &ENGINES {
        let simd = if engine.simd { ", with SIMD" } else { "" };
        step(&format!("engine `{}` for the browser{simd}", engine.feature), || wasm(engine))?;
        if !engine.simd {
            step(&format!("engine `{}` in JavaScript", engine.feature), || plain::write(engine))?;
        }
    }
    simd_beside_scalar()?;
    step("instruments", instruments::write)?;
    step("package", package)?;
    step("types", || types::check(false))?;
    step("pages", || run("node", &["www/build/build.mjs"]))
}

fn wasm(engine: &Engine) -> Result<()> {
    let flags: &[&str] = if engine.simd { &["-Ctarget-feature=+simd128"] } else { &[] };
    let target = target_folder().join(if engine.simd { "simd" } else { "" });
    // Loops over millions of rows want to be unrolled; the sealed form has none, and stays small.
    let level = if engine.feature == "full" { "3" } else { "s" };
    let built = compile(engine, &target, flags, level)?;
    let out = path(engine.out);
    empty(&out)?;
    bindgen(&built, &out, engine.name)?;
    optimise(&out.join(format!("{}_bg.wasm", engine.name)), engine.simd)
}

/// Puts the wasm with SIMD into the package. Both are loaded by the same JavaScript, so that must not differ.
fn simd_beside_scalar() -> Result<()> {
    let [scalar, simd] = ["pkg/dist", "target/rapport/simd"].map(path);
    let glue = |folder: &Path| fs::read(folder.join("rapport.js"));
    anyhow::ensure!(glue(&scalar)? == glue(&simd)?, "the engine with SIMD needs other JavaScript");
    fs::copy(simd.join("rapport_bg.wasm"), scalar.join("rapport_simd_bg.wasm")).context("SIMD")?;
    Ok(())
}

/// The door as cargo builds it, with these flags beside those of every build, optimised to a level. Other flags need a target folder of their
/// own: cargo would build everything again at each change.
pub(crate) fn compile(engine: &Engine, target: &Path, flags: &[&str], level: &str) -> Result<PathBuf> {
    let mut cargo = command("cargo", &["build", "--locked", "--release", "--package", "rapport-wasm"]);
    cargo.arg("--target-dir").arg(target);
    cargo.args(["--target", "wasm32-unknown-unknown", "--no-default-features", "--features", engine.feature]);
    let mut all = reproducible_flags()?;
    all.extend(flags.iter().map(|&flag| flag.to_owned()));
    cargo.env("CARGO_ENCODED_RUSTFLAGS", all.join("\u{1f}")).env("CARGO_PROFILE_RELEASE_OPT_LEVEL", level);
    finish(cargo)?;
    Ok(target.join("wasm32-unknown-unknown/release/rapport_wasm.wasm"))
}

/// Paths of this machine are not to be in the bytes: two machines build the same file.
fn reproducible_flags() -> Result<Vec<String>> {
    let home = std::env::var_os("CARGO_HOME").map(PathBuf::from);
    let home =
        home.or_else(|| std::env::home_dir().map(|home| home.join(".cargo"))).context("no home folder")?;
    let sysroot = output("rustc", &["--print", "sysroot"])?;
    let about = output("rustc", &["-vV"])?;
    let commit = about.lines().find_map(|line| line.strip_prefix("commit-hash: ")).context("rustc -vV")?;
    Ok(vec![
        format!("--remap-path-prefix={}=/src", root().display()),
        format!("--remap-path-prefix={}=/cargo", home.display()),
        format!("--remap-path-prefix={}/lib/rustlib/src/rust=/rustc/{commit}", sysroot.trim()),
    ])
}

fn bindgen(wasm: &Path, out: &Path, name: &str) -> Result<()> {
    Bindgen::new().input_path(wasm).out_name(name).web(true)?.typescript(true).generate(out)
}

fn optimise(wasm: &Path, simd: bool) -> Result<()> {
    let smaller = wasm.with_extension("opt");
    let mut optimiser = command("node", &["node_modules/binaryen/bin/wasm-opt", "-O3"]);
    optimiser
        .args(WASM_FEATURES)
        .args(simd.then_some("--enable-simd"))
        .args(["--strip-debug", "--strip-producers", "-o"])
        .args([&smaller, wasm]);
    finish(optimiser)?;
    fs::rename(smaller, wasm).context("wasm-opt")
}

/// What the npm package shows beside the generated files.
fn package() -> Result<()> {
    for name in ["LICENSE-MIT", "LICENSE-APACHE"] {
        fs::copy(path(name), path("pkg").join(name)).with_context(|| name.to_owned())?;
    }
    Ok(())
}

/// Where cargo puts what it builds.
pub(crate) fn target_folder() -> PathBuf {
    std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| path("target"), |folder| root().join(folder))
}

/// Makes a folder that holds nothing from an earlier build.
pub(crate) fn empty(folder: &Path) -> Result<()> {
    if folder.is_dir() {
        fs::remove_dir_all(folder)?;
    }
    fs::create_dir_all(folder).with_context(|| folder.display().to_string())
}
