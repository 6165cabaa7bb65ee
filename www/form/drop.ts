// Drops what the form does not need. For globals and the navigator the list says what
// stays, so that what a future browser adds goes too.
import { isKeptGlobal } from "./keep-list.ts";
import { limitElements } from "./elements.ts";

const KEPT_NAVIGATOR = ["constructor", "language", "languages", "userAgent", "userActivation"];

const DROPPED: [string, string[]][] = [
  ["Document", [
    "write", "writeln", "open", "close", "execCommand", "importNode", "adoptNode", "fonts", "cookie", "domain",
    "adoptedStyleSheets", "browsingTopics", "requestStorageAccess", "requestStorageAccessFor", "createNSResolver",
    "customElementRegistry", "createProcessingInstruction", "designMode",
  ]],
  // A registry of its own would make any element by its class, past the list of those that can be made here.
  ["CustomElementRegistry", ["define", "initialize", "upgrade"]],
  ["Element", ["customElementRegistry"]],
  ["HTMLDocument", ["write", "writeln", "open", "close"]],
  ["ShadowRoot", ["adoptedStyleSheets", "customElementRegistry"]],
  ["DOMImplementation", ["createDocument", "createHTMLDocument"]],
  ["Node", ["cloneNode"]],
  ["History", ["pushState", "replaceState", "go", "back", "forward"]],
  ["HTMLFormElement", ["submit", "requestSubmit"]],
  ["CSSStyleSheet", ["insertRule", "addRule", "replace", "replaceSync"]],
  ["CSSGroupingRule", ["insertRule"]],
  ["CSSStyleRule", ["insertRule"]],
];

// Whatever makes elements out of text, under today's names and tomorrow's.
const MARKUP_MAKERS = ["Element", "Document", "ShadowRoot", "Range", "DocumentFragment"];
const MARKUP_SETTERS = ["innerHTML", "outerHTML"];

type Bag = Record<string, unknown>;
type Interface = (Bag & { prototype: Bag }) | undefined;

export function dropCapabilities(): void {
  const find = (name: string): Interface => (window as unknown as Record<string, Interface>)[name];
  limitElements();
  for (const [name, members] of DROPPED) {
    const prototype = find(name)?.prototype;
    if (prototype) members.forEach((member) => drop(prototype, member));
  }
  for (const name of MARKUP_MAKERS) {
    const found = find(name);
    if (!found) continue;
    dropMarkup(found);
    dropMarkup(found.prototype);
  }
  dropAllBut(Navigator.prototype as unknown as Bag, (name) => KEPT_NAVIGATOR.includes(name));
  drop(URL as unknown as Bag, "createObjectURL");
  dropAllBut(window as unknown as Bag, isKeptGlobal);
}

function dropMarkup(bag: Bag): void {
  for (const name of Object.getOwnPropertyNames(bag)) {
    if (MARKUP_SETTERS.includes(name)) {
      const { get } = Object.getOwnPropertyDescriptor(bag, name) ?? {};
      Object.defineProperty(bag, name, { get, set: undefined, configurable: false });
    } else if (/HTML|ContextualFragment/.test(name) && name !== "getHTML") {
      drop(bag, name);
    }
  }
}

function dropAllBut(bag: Bag, isKept: (name: string) => boolean): void {
  for (const name of Object.getOwnPropertyNames(bag)) if (!isKept(name)) drop(bag, name);
}

function drop(bag: Bag, name: string): void {
  if (!Reflect.deleteProperty(bag, name) || name in bag) {
    // Refused for the few that cannot be forged, such as `location`: the frame's policy guards those.
    Reflect.defineProperty(bag, name, { value: undefined, writable: false, configurable: false });
  }
}
