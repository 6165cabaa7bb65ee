// @ts-check
// The package entry `./engine` for browsers and workers: loads the wasm beside it, once.
import load from "./dist/rapport.js";
import { loadedNow } from "./instrument.js";

export { Instrument, version } from "./instrument.js";

/** @type {Promise<void> | undefined} */
let loading;

/** @param {string | URL | BufferSource | WebAssembly.Module} [source] */
export const ready = (source) => {
  loading ??= load({ module_or_path: source ?? new URL("./dist/rapport_bg.wasm", import.meta.url) }).then(
    loadedNow,
    (fault) => {
      // A failed load may be tried again.
      loading = undefined;
      throw fault;
    },
  );
  return loading;
};
