//! Each definition, checked: as it is for the package, compiled and with its outlines for the sealed form.
use std::collections::BTreeMap;
use std::fs;

use anyhow::{Context, Result, anyhow, bail};
use base64::prelude::{BASE64_STANDARD as STANDARD, Engine as _};
use rapport::{Instrument, ItemType, Outline};
use serde_json::json;

use crate::build::empty;
use crate::run::path;

/// The languages that pages are built for.
const LANGUAGES: [&str; 1] = ["en"];

/// What TypeScript is told of a packaged definition; from the JSON itself it would only see texts and numbers.
const TYPES: &str = "import type { Definition } from \"../rapport.js\";\n\
    declare const definition: Definition;\nexport default definition;\n";

/// Compiles every instrument; a definition with a fault stops the build with all its faults.
pub(crate) fn write() -> Result<()> {
    let out = path("target/rapport/instruments");
    let packaged = path("pkg/dist/instruments");
    empty(&out)?;
    empty(&packaged)?;
    for id in folders("instruments")? {
        let file = format!("instruments/{id}/definition.json");
        let text = fs::read_to_string(path(&file)).with_context(|| file.clone())?;
        let instrument = Instrument::read(&text).map_err(|fault| faults(&file, &fault))?;
        check_drawable(&instrument).with_context(|| file.clone())?;
        let compiled = Instrument::compile(&text).map_err(|fault| faults(&file, &fault))?;
        let digest = instrument.digest().to_hex();
        let page = json!({ "compiled": STANDARD.encode(&compiled), "outlines": outlines(&instrument)? });
        fs::write(out.join(format!("{id}.json")), page.to_string())?;
        fs::write(packaged.join(format!("{id}.json")), &text)?;
        fs::write(packaged.join(format!("{id}.d.ts")), TYPES)?;
        println!("{id} {}: {} bytes compiled, digest {digest}", instrument.version(), compiled.len());
    }
    compile_test_cases()
}

/// What the sealed form cannot draw yet is not built into it: half a form would be worse than none.
fn check_drawable(instrument: &Instrument) -> Result<()> {
    for item in instrument.items() {
        if !matches!(item.item_type(), ItemType::Likert | ItemType::Choice) || item.is_conditional() {
            bail!("the form does not draw items like `{}` yet", item.link_id());
        }
    }
    Ok(())
}

/// The tests hold the sealed form's engine against the full one, also with instruments that are not published.
fn compile_test_cases() -> Result<()> {
    let out = path("target/rapport/cases");
    empty(&out)?;
    for room in ["instruments", "tests/cases"] {
        for id in folders(room)? {
            let file = format!("{room}/{id}/definition.json");
            let text = fs::read_to_string(path(&file)).with_context(|| file.clone())?;
            let compiled = Instrument::compile(&text).map_err(|fault| faults(&file, &fault))?;
            fs::write(out.join(format!("{id}.bin")), compiled)?;
        }
    }
    Ok(())
}

/// The folders of a room, in alphabetical order.
pub(crate) fn folders(room: &str) -> Result<Vec<String>> {
    let entries = fs::read_dir(path(room))?;
    let mut names: Vec<String> =
        entries.map(|entry| Ok(entry?.file_name().to_string_lossy().into_owned())).collect::<Result<_>>()?;
    names.retain(|name| path(room).join(name).is_dir());
    names.sort();
    Ok(names)
}

fn outlines(instrument: &Instrument) -> Result<BTreeMap<&'static str, BTreeMap<&'static str, Outline>>> {
    let mut outlines: BTreeMap<_, BTreeMap<_, _>> = BTreeMap::new();
    for (form, _) in instrument.forms() {
        for language in LANGUAGES {
            let outline = instrument.outline(form.name(), language).map_err(|fault| anyhow!("{fault}"))?;
            outlines.entry(form.name()).or_default().insert(language, outline);
        }
    }
    Ok(outlines)
}

fn faults(file: &str, fault: &rapport::Error) -> anyhow::Error {
    let lines: Vec<String> = fault.issues().map(|issue| format!("  {issue}")).collect();
    anyhow!("{file}:\n{}", lines.join("\n"))
}
