// A tiny element maker. Text is always text: there is no way to pass markup.
import type { SHAPES, TAGS } from "../elements.ts";

type Tag = (typeof TAGS)[number];
type Shape = (typeof SHAPES)[number];
type Child = Node | string | null;
type Properties = Record<string, string | boolean | EventListener>;

export function el<T extends Tag>(tag: T, properties: Properties = {}, ...children: Child[]): HTMLElementTagNameMap[T] {
  return fill(document.createElement(tag), properties, children);
}

export function shape<T extends Shape>(tag: T, properties: Properties = {}, ...children: Child[]): SVGElementTagNameMap[T] {
  return fill(document.createElementNS("http://www.w3.org/2000/svg", tag), properties, children);
}

/** Never a link and never of type submit: both would try to leave the frame. */
export function button(action: string, label: string, press: () => void, properties: Properties = {}): HTMLButtonElement {
  return el("button", { type: "button", "data-action": action, click: press, ...properties }, label);
}

/** A heading that can take the focus when its screen opens. */
export function heading(text: string): HTMLHeadingElement {
  return el("h1", { tabindex: "-1" }, text);
}

function fill<E extends Element>(element: E, properties: Properties, children: Child[]): E {
  for (const [name, value] of Object.entries(properties)) {
    if (typeof value === "function") element.addEventListener(name, value);
    else if (value === true) element.setAttribute(name, "");
    else if (value !== false) element.setAttribute(name, value);
  }
  element.append(...children.filter((child) => child !== null));
  return element;
}
