// Wakes the engine that is packed inside this file, and asks it for a report.
import init, { Administration } from "engine-glue";
import type { Answers, BuiltInstrument, Report } from "./model.ts";

/** This browser cannot run the engine at all. */
export class EngineMissing extends Error {}

export async function loadEngine(deflated: string): Promise<void> {
  if (typeof WebAssembly === "undefined" || typeof DecompressionStream === "undefined") throw new EngineMissing();
  const stream = new Blob([bytes(deflated)]).stream().pipeThrough(new DecompressionStream("deflate-raw"));
  await init({ module_or_path: await new Response(stream).arrayBuffer() });
}

export function score(instrument: BuiltInstrument, form: string, answers: Answers): Report {
  const administration = new Administration(bytes(instrument.compiled));
  try {
    for (const [linkId, code] of answers) {
      if (code === null) administration.decline(linkId);
      else administration.answer(linkId, code);
    }
    return administration.report(form) as Report;
  } finally {
    administration.free();
  }
}

function bytes(base64: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(base64.trim()), (letter) => letter.charCodeAt(0));
}
