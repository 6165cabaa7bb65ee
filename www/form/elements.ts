// The only elements script can make here. None of them can load, link or open anything.

export const TAGS = [
  "div", "span", "p", "h1", "h2", "strong", "ul", "ol", "li", "button", "input", "label", "fieldset", "legend", "form",
  "table", "caption", "thead", "tbody", "tr", "th", "td", "details", "summary", "section", "header", "main", "figure", "figcaption",
] as const;

export const SHAPES = ["svg", "path", "line", "circle"] as const;

/** Replaces the element makers of every document of this window. */
export function limitElements(): void {
  const allowed = new Set<string>([...TAGS, ...SHAPES]);
  const prototype = Document.prototype;
  // Private copies: later changes to the built-ins must not open the list again.
  const make = prototype.createElement;
  const makeNS = prototype.createElementNS;
  const { apply } = Reflect;
  const has = Set.prototype.has;
  const lower = String.prototype.toLowerCase;
  const check = (name: unknown): string => {
    const tag = `${name}`;
    if (!apply(has, allowed, [apply(lower, tag, [])])) throw new TypeError("This element cannot be made here.");
    return tag;
  };
  lock(prototype, "createElement", function (this: Document, name: unknown) {
    return apply(make, this, [check(name)]);
  });
  lock(prototype, "createElementNS", function (this: Document, space: unknown, name: unknown) {
    return apply(makeNS, this, [space, check(name)]);
  });
}

function lock(target: object, name: string, value: unknown): void {
  Object.defineProperty(target, name, { value, writable: false, configurable: false });
}
