// The shapes the form draws from (Outline) and shows at the end (Report): those of the published API.
import type { Outline, OutlineItem, OutlineOption, Report, Score } from "../../../wasm/api.d.ts";

export type { Outline, Report };
export type Item = OutlineItem;
export type AnswerOption = OutlineOption;
export type ScaleScore = Score;

/** One instrument as built into the file: the engine's form of it, and what to draw, by form and language. */
export interface BuiltInstrument {
  compiled: string;
  outlines: Record<string, Record<string, Outline>>;
}

/** A code, or null for asked and declined; an item not in the map has no answer. */
export type Answers = Map<string, number | string | null>;
