// A calm dot chart: one line a scale, from the lowest answer words to the highest.
import type { App } from "./app.ts";
import { el, shape } from "./draw.ts";
import type { ScaleScore } from "./model.ts";
import { commonOptions, scaleWords } from "./score-words.ts";

export function chart(app: App, scores: ScaleScore[]): HTMLElement {
  const { low, high, sentence } = axis(app, scores);
  // The same numbers stand in the table: the picture is not read out.
  return el("figure", { class: "chart" },
    el("figcaption", {}, sentence),
    el("div", { class: "rows", "aria-hidden": "true" },
      ...scores.map((score) => row(app, score)),
      el("div", { class: "row ends" }, el("span"), el("div", { class: "axis" }, el("span", {}, low), el("span", {}, high)), el("span"))));
}

/** The ends of the line, as numbers with the answer words that stand there. */
export function axis(app: App, scores: ScaleScore[]): { low: string; high: string; sentence: string } {
  const { result, locale } = app.messages;
  const options = commonOptions(app);
  const end = (option: { display: string } | undefined, number: number | undefined): string => {
    const numeral = number?.toLocaleString(locale) ?? "";
    return option ? result.end(numeral, app.fill(option.display)) : numeral;
  };
  const low = end(options[0], scores[0]?.min);
  const high = end(options.at(-1), scores[0]?.max);
  return { low, high, sentence: result.axis(low, high) };
}

function row(app: App, score: ScaleScore): HTMLElement {
  const words = scaleWords(app, score);
  return el("div", { class: "row" },
    el("span", { class: "name" }, words.name),
    track(score),
    el("span", { class: "number" }, words.number ?? app.messages.result.none));
}

function track({ min, max, value }: ScaleScore): SVGElement {
  // In a right-to-left page the scale runs the way its reader reads.
  const mirrored = document.documentElement.dir === "rtl";
  const at = (number: number): string => {
    const share = (100 * (number - min)) / (max - min);
    return `${mirrored ? 100 - share : share}%`;
  };
  const line = (kind: string, x1: string, x2: string, reach: number): SVGElement =>
    shape("line", { class: kind, x1, x2, y1: String(14 - reach), y2: String(14 + reach) });
  const steps = Array.from({ length: Math.floor(max - min) + 1 }, (_, step) => at(min + step));
  return shape("svg", { class: "track", height: "28", width: "100%" },
    line("rail", "0%", "100%", 0),
    ...(steps.length <= 12 ? steps.map((x) => line("step", x, x, 4)) : []),
    ...(value === null ? [] : [line("reached", at(min), at(value), 0), shape("circle", { class: "dot", cx: at(value), cy: "14", r: "8" })]));
}
