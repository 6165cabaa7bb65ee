// The data carried in the file: read once, then taken out, so that no script element is left in the page.

export function takeBlock(id: string): string {
  const block = document.getElementById(id);
  block?.remove();
  return block?.textContent ?? "";
}
