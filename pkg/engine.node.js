// @ts-check
// The package entry `./engine` for Node: the wasm is read from disk with the import.
import { readFileSync } from "node:fs";
import { initSync } from "./dist/rapport.js";
import { loadedNow } from "./instrument.js";

export { Instrument, version } from "./instrument.js";

initSync({ module: readFileSync(new URL("./dist/rapport_bg.wasm", import.meta.url)) });
loadedNow();

export const ready = async () => {};
