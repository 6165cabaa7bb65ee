//! The TypeScript of what comes in as JSON: no Rust type is built from it here, the engine reads the text itself.
use wasm_bindgen::prelude::*;

#[wasm_bindgen(typescript_custom_section)]
const INPUTS: &'static str = include_str!("types.ts");

#[wasm_bindgen(typescript_custom_section)]
const CODES: &'static str = rapport::IssueCode::TYPESCRIPT;
