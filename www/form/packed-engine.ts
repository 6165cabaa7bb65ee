// The engine of form.html: wasm, packed inside the file, one letter a byte.
import init, { Administration } from "engine-glue";
import { takeBlock } from "./app/data-blocks.ts";

export { Administration };

const letters = takeBlock("engine");

export async function loadEngine(): Promise<void> {
  await init({ module_or_path: Uint8Array.from(letters, (letter) => letter.charCodeAt(0) & 255) });
}
