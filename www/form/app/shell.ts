// What stays from screen to screen: the top bar with Exit, the place for a screen, and the quiet announcements.
import type { Messages } from "../messages/index.ts";
import { button, el } from "./draw.ts";
import { travelByTab } from "./focus-travel.ts";
import type { ScreenName } from "./state.ts";

export interface Drawn {
  content: Node[];
  actions: Node[];
  /** Takes the focus when the screen opens. */
  focus: HTMLElement;
  /** Said politely to those who do not see the change. */
  said: string;
  /** How far along, in words and as a share of the whole. */
  progress?: { words: string; share: number };
  /** What Enter in a field does. */
  enter?: () => void;
}

export interface Shell {
  show(name: ScreenName, drawn: Drawn, moveFocus: boolean): void;
  announce(text: string): void;
  clear(): void;
}

export function openShell(messages: Messages, exit: () => void): Shell {
  const { frame } = messages;
  let enter: (() => void) | undefined;
  const place = el("span", { class: "place" });
  const fillBar = el("div", { class: "fill" });
  const bar = el("div", { class: "bar", "aria-hidden": "true" }, fillBar);
  const status = el("p", { class: "unseen", role: "status" });
  const content = el("main", { class: "content" });
  const actions = el("div", { class: "actions" });
  const top = el("header", { class: "top" },
    el("div", { class: "line" }, place, button("exit", frame.exit, exit, { class: "exit", title: frame.exitHint })), bar);
  // Fields without lasting names, in a form that asks browsers to remember nothing.
  const form = el("form", {
    autocomplete: "off", spellcheck: "false", translate: "no", novalidate: true,
    // Browsers send a form on Enter; here nothing is ever sent, and Enter means the next step.
    submit: (event) => event.preventDefault(),
    keydown: (event) => {
      if (!(event instanceof KeyboardEvent) || event.key !== "Enter" || !(event.target instanceof HTMLInputElement)) return;
      event.preventDefault();
      if (!event.repeat) enter?.();
    },
  }, top, content, actions, status);
  document.body.replaceChildren(form);
  addEventListener("keydown", (event) => travelByTab(event, form));

  return {
    show(name, drawn, moveFocus) {
      form.dataset.screen = name;
      enter = drawn.enter;
      place.textContent = drawn.progress?.words ?? frame.name;
      bar.hidden = !drawn.progress;
      fillBar.style.setProperty("inline-size", `${100 * (drawn.progress?.share ?? 0)}%`);
      content.replaceChildren(...drawn.content);
      actions.replaceChildren(...drawn.actions);
      actions.hidden = drawn.actions.length === 0;
      status.textContent = drawn.said;
      if (!moveFocus) return;
      // No scrolling by focus: the page around could watch itself being scrolled.
      drawn.focus.focus({ preventScroll: true });
      scrollTo(0, 0);
    },
    announce(text) {
      status.textContent = text;
    },
    clear() {
      form.dataset.screen = "";
      content.replaceChildren();
      actions.replaceChildren();
      status.textContent = "";
      place.textContent = "";
    },
  };
}
