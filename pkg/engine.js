// @ts-check
// The package entry `./engine` for browsers and workers: loads the wasm beside it, once; where WebAssembly is off, the
// same engine in JavaScript.
import load from "./dist/rapport.js";
import { loadedNow } from "./instrument.js";
import { hasSimd } from "./simd.js";

export { Instrument, version } from "./instrument.js";

const EMPTY_MODULE = Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0);

// Tried, not looked up: it can be there and yet be refused, by the page's policy.
const runsWasm = () => {
  try {
    return new WebAssembly.Module(EMPTY_MODULE) instanceof WebAssembly.Module;
  } catch {
    return false;
  }
};

// Both addresses are written out, so that bundlers find both files; one is loaded.
const beside = () =>
  hasSimd() ? new URL("./dist/rapport_simd_bg.wasm", import.meta.url) : new URL("./dist/rapport_bg.wasm", import.meta.url);

/** @param {string | URL | BufferSource | WebAssembly.Module} [source] */
const open = async (source) => {
  // Imported by its name, so that bundlers find it, and only here, so that nobody else loads it.
  if (!runsWasm()) return loadedNow(await import("./dist/rapport_plain.js"));
  await load({ module_or_path: source ?? beside() });
  return loadedNow();
};

/** @type {Promise<void> | undefined} */
let loading;

/** @param {string | URL | BufferSource | WebAssembly.Module} [source] */
export const ready = (source) => {
  loading ??= open(source).catch((fault) => {
    // A failed load may be tried again.
    loading = undefined;
    throw fault;
  });
  return loading;
};
