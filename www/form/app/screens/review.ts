// Review: every answer in a list, each with a way back to its item.
import type { App } from "../app.ts";
import { answerWords } from "../answer-words.ts";
import { button, el, heading } from "../draw.ts";
import type { Drawn } from "../shell.ts";

export function reviewScreen(app: App): Drawn {
  const { messages, outline, state, fill } = app;
  const { review, item } = messages;
  const title = heading(review.title);
  const missing = outline.items.filter(({ linkId }) => !state.answers.has(linkId)).length;
  const rows = outline.items.map((one, at) => {
    const text = fill(one.text);
    const kind = state.answers.has(one.linkId) ? "given" : "given none";
    const label = state.answers.has(one.linkId) ? review.change : review.add;
    return el("li", {},
      el("div", {}, el("p", { class: "said" }, text), el("p", { class: kind }, answerWords(app, one))),
      button("change", label, () => app.open(at, true), { "aria-label": review.named(label, text) }));
  });
  return {
    content: [
      title,
      el("p", { class: "lead" }, missing === 0 ? review.lead : `${review.lead} ${review.missing(missing)}`),
      el("ol", { class: "answers", role: "list" }, ...rows),
    ],
    actions: [
      button("back", item.back, () => app.open(outline.items.length - 1, false)),
      button("finish", review.finish, () => void app.finish(), { class: "main" }),
    ],
    focus: title,
    said: "",
  };
}
