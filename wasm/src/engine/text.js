// What crosses the door crosses as JSON text: nothing is hidden on the way in, nothing is set by surprise on the way out.

// What JSON would drop or change is written so that the engine refuses it.
const honest = (_key, value) => {
  if (typeof value === "number") return Number.isFinite(value) ? value : `not a finite number: ${value}`;
  if (typeof value === "bigint" || typeof value === "function" || typeof value === "symbol") return `a ${typeof value}`;
  return typeof value !== "object" || value === null || Array.isArray(value) || isPlain(value) ? value : "not a plain object";
};

// A Map, or an object that inherits its answers, would be written as an empty object, and every answer be lost.
const isPlain = (object) => {
  const prototype = Object.getPrototypeOf(object);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
};

const MOST = 1024 * 1024;

export function jsonText(value) {
  const text = typeof value === "string" ? value : JSON.stringify(value, honest) ?? "null";
  // One unit more than is read, so that the engine says so; the rest is not worth copying.
  if (text.length > MOST) return text.slice(0, MOST + 1);
  // Half a character would be replaced without a word on its way in; written out, it is refused.
  return text.replace(/\p{Surrogate}/gu, (half) => `\\u${half.charCodeAt(0).toString(16)}`);
}

export const parsed = (json) => JSON.parse(json);

// Own properties, whatever has become of the prototypes on this page.
export function errorOf(json, cause) {
  const { message, ...rest } = JSON.parse(json);
  const error = cause === undefined ? new Error(message) : new Error(message, { cause });
  for (const [key, value] of Object.entries(rest)) {
    Object.defineProperty(error, key, { value, configurable: true, enumerable: key !== "name", writable: true });
  }
  return error;
}
