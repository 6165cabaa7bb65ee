// @ts-check
// The package entry `./engine` for Node: the wasm is read from disk with the import.
import { readFileSync } from "node:fs";
import { initSync } from "./dist/rapport.js";
import { loadedNow } from "./instrument.js";
import { hasSimd } from "./simd.js";

export { Instrument, version } from "./instrument.js";

const wasm = hasSimd() ? "./dist/rapport_simd_bg.wasm" : "./dist/rapport_bg.wasm";
initSync({ module: readFileSync(new URL(wasm, import.meta.url)) });
loadedNow();

export const ready = async () => {};
