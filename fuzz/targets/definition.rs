//! Any text as a definition.
#![no_main]
mod json;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| rapport_fuzz::definition(bytes));

libfuzzer_sys::fuzz_mutator!(|data: &mut [u8], size: usize, max_size: usize, seed: u32| {
    json::mutate(data, size, max_size, seed)
});
