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
