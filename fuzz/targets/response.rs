//! Any text as a response.
#![no_main]
mod json;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| rapport_fuzz::response(bytes));

libfuzzer_sys::fuzz_mutator!(|data: &mut [u8], size: usize, max_size: usize, seed: u32| {
    json::mutate(data, size, max_size, seed)
});
