// One page of paper: the result and the answers. Seen only in print.
import { answerWords } from "./answer-words.ts";
import type { App } from "./app.ts";
import { chart } from "./chart.ts";
import { el } from "./draw.ts";
import { scaleWords } from "./score-words.ts";
import { day, madeWith } from "./summary.ts";

export function sheet(app: App): HTMLElement {
  const { messages, outline, state, fill } = app;
  const scores = state.report?.scores ?? [];
  // Not read out on screen: it repeats what the screens say.
  return el("section", { class: "sheet", "aria-hidden": "true" },
    el("p", { class: "title" }, fill(outline.title)),
    el("p", {}, messages.sheet.date(day(app))),
    el("p", { class: "part" }, messages.sheet.result),
    el("ul", {}, ...scores.map((score) => {
      const { sentence, note } = scaleWords(app, score);
      return el("li", {}, note ? `${sentence} ${note}` : sentence);
    })),
    chart(app, scores),
    el("p", { class: "part" }, messages.sheet.answers),
    el("ol", {}, ...outline.items.map((item) =>
      el("li", {}, fill(item.text), " ", el("strong", {}, answerWords(app, item))))),
    el("p", {}, messages.result.is, " ", messages.result.isNot(app.practitioner),
      outline.instrument.status === "open" ? ` ${messages.result.isNew}` : null),
    el("p", {}, madeWith(app)));
}
