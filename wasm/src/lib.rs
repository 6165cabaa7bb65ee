//! The door between Rapport's engine and JavaScript: conversions only, no rule of scoring.
//!
//! Two builds of it: `full` for developers (package entry `./engine`), `form` for the sealed form.

#[cfg(feature = "full")]
pub mod engine;
#[cfg(feature = "form")]
pub mod form;
