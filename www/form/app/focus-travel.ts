// Moves the focus by keyboard without the browser's own scrolling: the page around could read from its scroll
// position which answer took the focus.

const ARROWS: Record<string, number> = { ArrowDown: 1, ArrowUp: -1, ArrowRight: 1, ArrowLeft: -1 };
const MARGIN = 120;

/** For the fieldset of one item: arrows choose, as they do in every group of radio buttons. */
export function chooseByArrows(event: KeyboardEvent, radios: HTMLInputElement[]): void {
  const step = ARROWS[event.key];
  const at = radios.indexOf(event.target as HTMLInputElement);
  if (step === undefined || at < 0 || event.altKey || event.ctrlKey || event.metaKey) return;
  event.preventDefault();
  const mirrored = document.documentElement.dir === "rtl" && (event.key === "ArrowRight" || event.key === "ArrowLeft");
  const next = radios[(at + (mirrored ? -step : step) + radios.length) % radios.length];
  if (!next) return;
  next.checked = true;
  next.dispatchEvent(new Event("change"));
  focusQuietly(next);
}

/** For the whole form: Tab goes where it would go; only leaving the form is left to the browser. */
export function travelByTab(event: KeyboardEvent, form: HTMLElement): void {
  if (event.key !== "Tab" || event.altKey || event.ctrlKey || event.metaKey) return;
  const stops = stopsIn(form);
  const from = document.activeElement;
  const at = from ? stops.findIndex((stop) => stop === from || sameGroup(stop, from)) : -1;
  const next = at >= 0 ? stops[at + (event.shiftKey ? -1 : 1)] : event.shiftKey ? before(stops, from) : after(stops, from);
  if (!next) return;
  event.preventDefault();
  focusQuietly(next);
}

/** From here on the focus is shown, whatever an engine thinks of a focus set by script; a press of the pointer ends it. */
const showFocus = (): void => {
  document.documentElement.dataset.keys = "";
};
addEventListener("pointerdown", () => {
  delete document.documentElement.dataset.keys;
});

function focusQuietly(target: HTMLElement): void {
  showFocus();
  target.focus({ preventScroll: true });
  const { top, bottom } = target.getBoundingClientRect();
  // Only this document scrolls; the margin keeps clear of the bars above and below.
  if (top < MARGIN) scrollBy(0, top - MARGIN);
  else if (bottom > innerHeight - MARGIN) scrollBy(0, bottom - innerHeight + MARGIN);
}

/** What Tab stops at: a group of radio buttons once, at the chosen one. */
function stopsIn(form: HTMLElement): HTMLElement[] {
  const all = [...form.querySelectorAll<HTMLElement>("button, input, summary")].filter((one) => one.offsetParent !== null);
  const radios = all.filter((one): one is HTMLInputElement => one instanceof HTMLInputElement);
  const chosen = radios.find((radio) => radio.checked) ?? radios[0];
  return all.filter((one) => !(one instanceof HTMLInputElement) || one === chosen);
}

function sameGroup(stop: HTMLElement, from: Element): boolean {
  return stop instanceof HTMLInputElement && from instanceof HTMLInputElement && stop.name === from.name;
}

function after(stops: HTMLElement[], from: Element | null): HTMLElement | undefined {
  return stops.find((stop) => !from || from === document.body || from.compareDocumentPosition(stop) & Node.DOCUMENT_POSITION_FOLLOWING);
}

function before(stops: HTMLElement[], from: Element | null): HTMLElement | undefined {
  if (!from || from === document.body) return undefined;
  return stops.filter((stop) => from.compareDocumentPosition(stop) & Node.DOCUMENT_POSITION_PRECEDING).at(-1);
}
