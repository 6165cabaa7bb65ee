// A score in words: the nearest answer words, the number as it is, and what it was made from.
import type { App } from "./app.ts";
import type { AnswerOption, ScaleScore } from "./model.ts";

export interface ScaleWords {
  name: string;
  description: string;
  sentence: string;
  note: string | null;
  /** The number for the table and the chart; null where there is none. */
  number: string | null;
  used: string;
}

type Numbered = AnswerOption & { code: number };

// Within a quarter step of an answer the words say "close to" it, else "between".
const CLOSE = 0.25;
const HAIR = 1e-9;

export function scaleWords(app: App, score: ScaleScore): ScaleWords {
  const { messages, outline, fill } = app;
  const words = messages.result;
  const scale = outline.scales.find((one) => one.scale === score.scale);
  const name = fill(scale?.name ?? score.scale);
  const items = score.answered + score.missing;
  const number = score.value === null ? null : numeral(messages.locale, score.value);
  return {
    name, number,
    description: fill(scale?.description ?? ""),
    sentence: score.value === null || number === null
      ? words.notScored(name, words.reasons[score.notScored ?? ""] ?? words.otherReason)
      : inWords(app, name, score, score.value, number),
    note: score.value !== null && score.prorated ? words.prorated(score.answered, items) : null,
    used: words.used(score.answered, items),
  };
}

function inWords(app: App, name: string, score: ScaleScore, value: number, number: string): string {
  const { result, locale, language } = app.messages;
  const options = commonOptions(app);
  const low = options.filter(({ code }) => code <= value + HAIR).at(-1);
  const high = options.find(({ code }) => code >= value - HAIR);
  // Words fit only a score on the line of the answers themselves: a sum, or other weights than codes, has none.
  const fits = options[0]?.code === score.min && options.at(-1)?.code === score.max;
  if (!low || !high || !fits) return result.plain(name, number, score.min.toLocaleString(locale), score.max.toLocaleString(locale));
  const display = ({ display }: Numbered): string => app.fill(display).toLocaleLowerCase(language);
  if (low === high) return result.same(name, number, display(low));
  if (value - low.code <= CLOSE + HAIR) return result.close(name, number, display(low));
  if (high.code - value <= CLOSE + HAIR) return result.close(name, number, display(high));
  return result.between(name, number, display(low), display(high));
}

/** Answer words say something about a mean only when every item has the same ones. */
export function commonOptions({ outline }: App): Numbered[] {
  const [first, ...others] = outline.items;
  if (!first) return [];
  const same = others.every(({ options }) => JSON.stringify(options) === JSON.stringify(first.options));
  const numbered = first.options.filter((option): option is Numbered => typeof option.code === "number");
  return same && numbered.length === first.options.length ? numbered.sort((a, b) => a.code - b.code) : [];
}

/** Up to two decimals, at least one; a whole number that was not quite reached is cut, not rounded up to. */
function numeral(locale: string, value: number): string {
  const near = Number(value.toFixed(2));
  const shown = Number.isInteger(near) && near !== value ? near - Math.sign(near - value) * 0.01 : near;
  return new Intl.NumberFormat(locale, { minimumFractionDigits: 1, maximumFractionDigits: 2 }).format(shown);
}
