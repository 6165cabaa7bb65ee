// Start: what this is, who sees it, and the proof.
import type { App } from "../app.ts";
import { button, el, heading } from "../draw.ts";
import { proofPanel } from "../proof-panel.ts";
import type { Drawn } from "../shell.ts";

export function startScreen(app: App): Drawn {
  const { messages, outline, fill } = app;
  const { start } = messages;
  const title = heading(fill(outline.title));
  const facts = el("ul", { class: "facts", role: "list" }, ...start.facts.map(([term, said]) =>
    el("li", {}, el("strong", {}, term), el("span", {}, said))));
  const begin = button("start", start.begin, () => void app.verdict.then((verdict) => {
    if (verdict !== "open" && app.state.screen === "start") app.open(0, false);
  }), { class: "main" });
  // Where the form is not closed, there is no way into it.
  void app.verdict.then((verdict) => verdict === "open" && begin.remove());
  return {
    content: [
      title,
      el("p", { class: "lead" }, start.length(outline.minutes, outline.items.length)),
      app.otherLanguage ? el("p", { class: "new" }, start.otherLanguage) : null,
      outline.instrument.status === "open" ? el("p", { class: "new" }, start.isNew) : null,
      facts,
      proofPanel(app),
    ].filter((part) => part !== null),
    actions: [begin],
    focus: title,
    said: "",
  };
}
