// Result: words first, then the picture and the table, then what this is and is not.
import { refusedCount, requestCount } from "../../watch.ts";
import type { App } from "../app.ts";
import { chart } from "../chart.ts";
import { button, el, heading } from "../draw.ts";
import { scoreTable } from "../score-table.ts";
import { scaleWords } from "../score-words.ts";
import { sheet } from "../sheet.ts";
import type { Drawn } from "../shell.ts";

export function resultScreen(app: App): Drawn {
  const { messages, outline, state } = app;
  const { result } = messages;
  const scores = state.report?.scores ?? [];
  const title = heading(result.title);
  return {
    content: [
      title,
      el("p", { class: "lead" }, result.lead),
      el("ul", { class: "scales", role: "list" }, ...scores.map((score) => {
        const { sentence, description, note } = scaleWords(app, score);
        return el("li", { "data-scale": score.scale },
          el("p", { class: "sentence" }, sentence),
          description ? el("p", { class: "hint" }, description) : null,
          note ? el("p", { class: "hint" }, note) : null);
      })),
      chart(app, scores),
      scoreTable(app, scores),
      el("section", { class: "note" },
        el("h2", {}, result.meaning),
        el("p", {}, result.is),
        el("p", {}, result.isNot(app.practitioner)),
        outline.instrument.status === "open" ? el("p", {}, result.isNew) : null),
      sent(app),
      sheet(app),
    ],
    actions: [
      button("back", result.back, () => app.go("review")),
      button("keep", result.keep, () => app.go("keep"), { class: "main" }),
    ],
    focus: title,
    said: "",
  };
}

function sent({ messages: { result }, verdict }: App): HTMLElement {
  const requests = requestCount();
  const said = requests === null ? result.sentUnknown : requests === 0 ? result.sentNothing : result.sentSome(requests);
  const line = el("p", {}, `${said} ${result.refused(refusedCount())}`);
  // Whoever got here although the proof failed is not told that all is well.
  void verdict.then((outcome) => outcome === "open" && line.replaceChildren(result.sentOpen));
  return el("section", { class: "note", "data-requests": String(requests), "data-refused": String(refusedCount()) },
    el("h2", {}, result.sentTitle), line);
}
