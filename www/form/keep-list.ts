// The globals that stay: the language itself, and the parts of the browser that can neither send nor open anything.

const LANGUAGE = `
  globalThis Infinity NaN undefined isFinite isNaN parseFloat parseInt
  decodeURI decodeURIComponent encodeURI encodeURIComponent escape unescape eval
  Object Function Array Number Boolean String Symbol BigInt Date RegExp Math JSON Intl Reflect Proxy Promise Iterator
  Error AggregateError EvalError RangeError ReferenceError SyntaxError TypeError URIError SuppressedError InternalError
  Map Set WeakMap WeakSet WeakRef FinalizationRegistry Atomics DataView ArrayBuffer SharedArrayBuffer
  Int8Array Uint8Array Uint8ClampedArray Int16Array Uint16Array Int32Array Uint32Array
  Float16Array Float32Array Float64Array BigInt64Array BigUint64Array WebAssembly`;

const WINDOW = `
  window self document location name closed frames length top parent frameElement navigator history screen origin
  isSecureContext event crypto performance console visualViewport devicePixelRatio
  innerWidth innerHeight outerWidth outerHeight scrollX scrollY pageXOffset pageYOffset
  scroll scrollTo scrollBy focus blur print postMessage matchMedia getComputedStyle getSelection
  setTimeout clearTimeout setInterval clearInterval requestAnimationFrame cancelAnimationFrame
  requestIdleCallback cancelIdleCallback queueMicrotask structuredClone atob btoa reportError`;

const INTERFACES = `
  Window Navigator History Location Screen Document DocumentFragment DocumentType Element Node Attr Text Comment
  CharacterData ShadowRoot Range Selection NodeFilter NodeIterator TreeWalker XMLSerializer DOMImplementation
  EventTarget AbortController AbortSignal MessagePort URL URLSearchParams TextDecoder TextEncoder
  Performance PerformanceObserver MutationObserver ResizeObserver IntersectionObserver
  Crypto SubtleCrypto CSSStyleDeclaration MediaQueryList`;

const KEPT = new Set(`${LANGUAGE} ${WINDOW} ${INTERFACES}`.split(/\s+/));

// Handlers, event classes, and element classes, which cannot be constructed by script.
const FAMILIES = /^on[a-z]|^(HTML|SVG)\w+|^DOM(Exception|Rect|Point|Matrix|Quad|TokenList|StringMap)|(Event|NodeList|Collection)$/;

export function isKeptGlobal(name: string): boolean {
  return KEPT.has(name) || FAMILIES.test(name);
}
