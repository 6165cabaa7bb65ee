// Finds the instrument, form and language asked for among those built into this file.
import type { Settings } from "../channel.ts";
import { takeBlock } from "./data-blocks.ts";
import type { Answers, BuiltInstrument, Outline } from "./model.ts";
import type { State } from "./state.ts";

interface Found {
  built: BuiltInstrument;
  outline: Outline;
}

export function readInstruments(): BuiltInstrument[] {
  return JSON.parse(takeBlock("data")) as BuiltInstrument[];
}

/** Nothing is guessed: an instrument or form that is not here is said to be missing. A language falls back to English. */
export function findOutline(instruments: BuiltInstrument[], settings: Settings): Found | null {
  for (const built of instruments) {
    if (settings.instrument !== null && settings.instrument !== idOf(built)) continue;
    if (!Object.hasOwn(built.outlines, settings.form)) return null;
    const languages = built.outlines[settings.form] ?? {};
    const outline = Object.hasOwn(languages, settings.language) ? languages[settings.language] : languages.en;
    return outline ? { built, outline } : null;
  }
  return null;
}

/** The answers in the instrument's order, whatever order they were given in. */
export function answers(state: State, outline: Outline): Answers {
  const ordered: Answers = new Map();
  for (const { linkId } of outline.items) {
    const answer = state.answers.get(linkId);
    if (answer !== undefined) ordered.set(linkId, answer);
  }
  return ordered;
}

function idOf(built: BuiltInstrument): string | undefined {
  for (const languages of Object.values(built.outlines))
    for (const outline of Object.values(languages)) return outline.instrument.id;
  return undefined;
}
