//! What the machine must have: says clearly what is missing, and installs what can be installed.
use std::path::Path;
use std::process::{Command, Stdio};

use anyhow::{Context, Result, bail};

use crate::run::{command, finish, output, path, root, run};

const WASM_TARGET: &str = "wasm32-unknown-unknown";
const NODE_MAJOR: u32 = 20;

/// Programs that the browser tests start, with the Debian package of each.
const BROWSERS: [(&str, &str); 5] = [
    ("chromium", "chromium"),
    ("firefox-esr", "firefox-esr"),
    ("WebKitWebDriver", "webkit2gtk-driver"),
    ("Xvfb", "xvfb"),
    ("pdftotext", "poppler-utils"),
];

/// Rust's and Node's versions, the wasm target and the npm packages.
pub(crate) fn ready_to_build() -> Result<()> {
    check_node()?;
    add_wasm_target()?;
    install_packages()
}

/// The three browser engines, installed by the system's package manager where one is missing.
pub(crate) fn ready_to_browse() -> Result<()> {
    let missing: Vec<&str> =
        BROWSERS.iter().filter(|(program, _)| !on_path(program)).map(|(_, package)| *package).collect();
    if missing.is_empty() {
        return Ok(());
    }
    let wanted = missing.join(" ");
    if !on_path("apt-get") || !is_root()? {
        bail!("the browser tests need {wanted}; install them, on Debian with: apt-get install {wanted}");
    }
    println!("installing {wanted} (this can take some minutes)");
    run("apt-get", &["update", "-qq"])?;
    let mut install = command("apt-get", &["install", "-y", "-qq", "--no-install-recommends"]);
    install.args(missing).env("DEBIAN_FRONTEND", "noninteractive").stdout(Stdio::null());
    finish(install)
}

fn check_node() -> Result<()> {
    let need = format!("Node {NODE_MAJOR} or later is needed (https://nodejs.org)");
    if !on_path("node") || !on_path("npm") {
        bail!("{need}; `node` and `npm` were not found");
    }
    let version = output("node", &["--version"])?;
    let major = version.trim().trim_start_matches('v').split('.').next().unwrap_or_default();
    if major.parse::<u32>().ok().is_none_or(|major| major < NODE_MAJOR) {
        bail!("{need}; this is {}", version.trim());
    }
    Ok(())
}

fn add_wasm_target() -> Result<()> {
    let library = output("rustc", &["--print", "target-libdir", "--target", WASM_TARGET])?;
    if Path::new(library.trim()).is_dir() {
        return Ok(());
    }
    if !on_path("rustup") {
        bail!("Rust's target {WASM_TARGET} is missing, and there is no rustup to add it");
    }
    println!("adding Rust's target {WASM_TARGET}");
    run("rustup", &["target", "add", WASM_TARGET])
}

/// `npm ci`, when the lock file is not the one that was installed last.
fn install_packages() -> Result<()> {
    let lock = std::fs::read(path("package-lock.json")).context("package-lock.json")?;
    let stamp = path("node_modules/.rapport-lock");
    if std::fs::read(&stamp).is_ok_and(|installed| installed == lock) {
        return Ok(());
    }
    println!("installing the npm packages");
    run("npm", &["ci", "--include=dev", "--no-audit", "--no-fund", "--loglevel=error"])?;
    std::fs::write(stamp, lock)?;
    Ok(())
}

fn on_path(program: &str) -> bool {
    let folders = std::env::var_os("PATH").unwrap_or_default();
    std::env::split_paths(&folders).any(|folder| folder.join(program).is_file())
}

fn is_root() -> Result<bool> {
    let id = Command::new("id").arg("-u").current_dir(root()).output().context("could not start id")?;
    Ok(id.stdout.trim_ascii() == b"0")
}
