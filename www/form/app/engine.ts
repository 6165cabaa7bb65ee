// Asks the engine for a report; the build says which engine, the packed wasm or the one in JavaScript.
import { Administration } from "engine";
import { bytes } from "./bytes.ts";
import type { Answers, BuiltInstrument, Report } from "./model.ts";

export { loadEngine } from "engine";

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
