// The engine of form.html: wasm, deflated and packed inside the file.
import init, { Administration } from "engine-glue";
import { bytes } from "./app/bytes.ts";
import { takeBlock } from "./app/data-blocks.ts";

export { Administration };

const deflated = takeBlock("engine");

export async function loadEngine(): Promise<void> {
  const stream = new Blob([bytes(deflated)]).stream().pipeThrough(new DecompressionStream("deflate-raw"));
  await init({ module_or_path: await new Response(stream).arrayBuffer() });
}
