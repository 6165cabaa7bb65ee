// @ts-check
// The package entry `./engine` for browsers and workers: loads the wasm beside it, once.
import load from "./dist/rapport.js";
import { loadedNow } from "./instrument.js";
import { hasSimd } from "./simd.js";

export { Instrument, version } from "./instrument.js";

// Both addresses are written out, so that bundlers find both files; one is loaded.
const beside = () =>
  hasSimd() ? new URL("./dist/rapport_simd_bg.wasm", import.meta.url) : new URL("./dist/rapport_bg.wasm", import.meta.url);

/** @type {Promise<void> | undefined} */
let loading;

/** @param {string | URL | BufferSource | WebAssembly.Module} [source] */
export const ready = (source) => {
  loading ??= load({ module_or_path: source ?? beside() }).then(
    loadedNow,
    (fault) => {
      // A failed load may be tried again.
      loading = undefined;
      throw fault;
    },
  );
  return loading;
};
