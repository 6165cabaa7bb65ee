// @ts-check
// Which of the two builds of the engine this machine runs. Browsers have wasm's SIMD instructions since 2021, Safari since 16.4 (2023).

/** A module of one function that makes a vector of 16 zeros: valid only where there are vectors. */
const PROBE = Uint8Array.of(
  0, 97, 115, 109, 1, 0, 0, 0, // the magic number, version 1
  1, 5, 1, 96, 0, 1, 123, // one type: nothing -> v128
  3, 2, 1, 0, // one function, of that type
  10, 8, 1, 6, 0, 65, 0, 253, 15, 11, // its body: i32.const 0, i8x16.splat
);

export const hasSimd = () => WebAssembly.validate(PROBE);
