// Waits for a condition, with a deadline; the only way these tests wait.
export async function poll(condition, what, milliseconds = 15000) {
  const deadline = Date.now() + milliseconds;
  let last;
  for (;;) {
    try {
      const value = await condition();
      if (value) return value;
      last = undefined;
    } catch (error) {
      last = error;
    }
    if (Date.now() > deadline) throw new Error(`waited ${milliseconds} ms for ${what}${last ? `: ${last.message}` : ''}`);
    await new Promise((resolve) => setTimeout(resolve, 40));
  }
}

// 'inner 1' -> ['inner', 1]
export function place(where) {
  const [kind, nth] = where.split(' ');
  return [kind, Number(nth ?? 0)];
}

// true when an element is there and drawn
export const drawn = (css) => {
  const element = document.querySelector(css);
  return Boolean(element && element.getClientRects().length > 0);
};

// Where to click on an element, in its own document; null while it is not drawn or something lies over it.
// What a sticky bar covers is scrolled to the middle, in that document only: the page around stays where it is.
export const clickable = (css) => {
  const element = document.querySelector(css);
  if (!element || element.getClientRects().length === 0) return null;
  const middle = () => {
    const { left, top, width, height } = element.getBoundingClientRect();
    return [left + width / 2, top + height / 2];
  };
  const free = ([x, y]) => { const there = document.elementFromPoint(x, y); return there && element.contains(there); };
  if (!free(middle())) scrollBy({ top: middle()[1] - document.documentElement.clientHeight / 2, behavior: 'instant' });
  return free(middle()) ? middle() : null;
};
