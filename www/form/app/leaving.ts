// Leaving the form: Escape twice, and what happens when the page goes away or comes back.

const TWICE_WITHIN = 1000;

export function exitOnEscape(exit: () => void): void {
  let last = -Infinity;
  addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || event.repeat) return;
    if (event.timeStamp - last <= TWICE_WITHIN) exit();
    last = event.timeStamp;
  });
}

/** A browser may keep a left page in memory and bring it back; it must come back empty. */
export function wipeOnLeaving(clear: () => void, restart: () => void): void {
  addEventListener("pagehide", clear);
  addEventListener("pageshow", (event) => {
    if (event.persisted) restart();
  });
}
