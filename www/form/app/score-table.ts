// The scores as a table: the same data as the chart.
import type { App } from "./app.ts";
import { el } from "./draw.ts";
import type { ScaleScore } from "./model.ts";
import { scaleWords } from "./score-words.ts";

export function scoreTable(app: App, scores: ScaleScore[]): HTMLElement {
  const words = app.messages.result;
  return el("table", {},
    el("caption", {}, words.table),
    el("thead", {}, el("tr", {}, ...words.columns.map((name) => el("th", { scope: "col" }, name)))),
    el("tbody", {}, ...scores.map((score) => {
      const { name, number, used } = scaleWords(app, score);
      return el("tr", { "data-scale": score.scale },
        el("th", { scope: "row" }, name),
        el("td", {}, number ?? words.none),
        el("td", {}, used));
    })));
}
