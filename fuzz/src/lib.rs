//! What has to hold for any text and any bytes. The fuzz targets look for a counter-example, and `tests/corpus.rs`
//! replays what they found worth keeping.
mod compiled;
mod definition;
mod report;
mod response;
mod samples;

pub use compiled::{compiled, sealed};
pub use definition::definition;
pub use response::response;
pub use samples::samples;
