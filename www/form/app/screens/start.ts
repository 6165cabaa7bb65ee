// Start: what this is, who sees it, and the proof.
import type { App } from "../app.ts";
import { button, el, heading } from "../draw.ts";
import { proofPanel } from "../proof-panel.ts";
import type { Drawn } from "../shell.ts";

export function startScreen(app: App): Drawn {
  const { messages, outline, fill } = app;
  const { start } = messages;
  const title = heading(fill(outline.title));
  const facts = el("ul", { class: "facts" }, ...start.facts.map(([term, said]) =>
    el("li", {}, el("strong", {}, term), el("span", {}, said))));
  return {
    content: [
      title,
      el("p", { class: "lead" }, start.length(outline.minutes, outline.items.length)),
      outline.instrument.status === "open" ? el("p", { class: "new" }, start.isNew) : el("span"),
      facts,
      proofPanel(messages, app.probes),
    ],
    actions: [button("start", start.begin, () => app.open(0, false), { class: "main" })],
    focus: title,
    said: "",
  };
}
