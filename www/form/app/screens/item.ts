// One item: a native group of radio buttons whose legend is the item's text.
import type { App } from "../app.ts";
import { button, el, heading } from "../draw.ts";
import { chooseByArrows } from "../focus-travel.ts";
import type { Drawn } from "../shell.ts";

export function itemScreen(app: App): Drawn {
  const { messages, outline, state, fill } = app;
  const words = messages.item;
  const count = outline.items.length;
  const item = outline.items[state.at]!;
  const answer = state.answers.get(item.linkId);
  const group = passingName();

  const choice = (label: string, code: number | string | null, kind: string): HTMLElement => {
    const radio = el("input", {
      type: "radio", name: group, autocomplete: "off",
      change: () => { state.answers.set(item.linkId, code); },
    });
    radio.checked = answer === code;
    return el("label", { class: kind }, radio, el("span", {}, label));
  };

  // The text takes the focus, not the legend: Firefox passes a legend's focus on.
  const text = heading(fill(item.text));
  const arrows = (event: Event): void => {
    if (event instanceof KeyboardEvent) chooseByArrows(event, [...field.querySelectorAll("input")]);
  };
  const field: HTMLElement = el("fieldset", { keydown: arrows }, el("legend", {}, text),
    ...item.options.map((option) => choice(fill(option.display), option.code, "choice")),
    item.required ? null : choice(words.decline, null, "choice decline"));

  const last = state.at === count - 1;
  const next = (): void => (state.changing || last ? app.go("review") : app.open(state.at + 1, false));
  const back = (): void => (state.changing ? app.go("review") : state.at === 0 ? app.go("start") : app.open(state.at - 1, false));
  const progress = words.progress(state.at + 1, count);
  return {
    content: [el("p", { class: "instruction" }, fill(outline.instruction)), field],
    actions: [
      state.changing ? el("span") : button("back", words.back, back),
      button("next", state.changing ? words.toReview : words.next, next, { class: "main" }),
    ],
    focus: text,
    said: progress,
    progress: { words: progress, share: (state.at + 1) / count },
    enter: next,
  };
}

/** Radio buttons need a shared name to be a group; a new one each time leaves nothing to remember an answer by. */
function passingName(): string {
  return `g${crypto.getRandomValues(new Uint32Array(1))[0]!.toString(36)}`;
}
