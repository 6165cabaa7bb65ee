// Keep or erase: everything here happens only by the person's own hand.
import type { App } from "../app.ts";
import { button, el, heading } from "../draw.ts";
import { sheet } from "../sheet.ts";
import type { Drawn } from "../shell.ts";
import { summaryData, summaryText } from "../summary.ts";

export function keepScreen(app: App): Drawn {
  const { keep } = app.messages;
  const title = heading(keep.title);
  const way = (action: string, label: string, hint: string, press: () => void): HTMLElement =>
    el("li", {}, button(action, label, press, { "aria-describedby": `${action}-hint` }), el("p", { class: "hint", id: `${action}-hint` }, hint));
  const save = (kind: "text" | "data", content: string): void => {
    app.tell({ type: "save", kind, content });
    app.announce(keep.saved);
    told.textContent = keep.saved;
  };
  const told = el("p", { class: "told" });
  return {
    content: [
      title,
      el("p", { class: "lead" }, keep.lead),
      el("ul", { class: "ways", role: "list" },
        way("print", keep.print, keep.printHint, () => print()),
        way("save-text", keep.saveText, keep.saveTextHint, () => save("text", summaryText(app))),
        way("save-data", keep.saveData, keep.saveDataHint, () => save("data", summaryData(app)))),
      told,
      erasing(app),
      sheet(app),
    ],
    actions: [button("back", keep.back, () => app.go("result"))],
    focus: title,
    said: "",
  };
}

function erasing(app: App): HTMLElement {
  const { keep } = app.messages;
  const place = el("section", { class: "erase" });
  const ask = (): void => {
    const yes = button("erase-yes", keep.eraseYes, () => app.erase(), { class: "strong" });
    const no = button("erase-no", keep.eraseNo, () => {
      offer();
      place.querySelector("button")?.focus({ preventScroll: true });
    });
    const question = el("p", { class: "question", tabindex: "-1" }, keep.confirm);
    place.replaceChildren(question, el("div", { class: "pair" }, yes, no));
    question.focus({ preventScroll: true });
    scrollTo(0, document.documentElement.scrollHeight);
  };
  const offer = (): void => {
    place.replaceChildren(
      button("erase", keep.erase, ask, { "aria-describedby": "erase-hint" }),
      el("p", { class: "hint", id: "erase-hint" }, keep.eraseHint));
  };
  offer();
  return place;
}
