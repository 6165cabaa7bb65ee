// A value as JSON text that hides nothing: what JSON would drop or change is written so that the engine refuses it.
const honest = (_key, value) => {
  if (typeof value === "number") return Number.isFinite(value) ? value : `not a finite number: ${value}`;
  if (typeof value === "bigint" || typeof value === "function" || typeof value === "symbol") return `a ${typeof value}`;
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  // A Map or Set would be written as an empty object, and every answer in it be lost.
  const kind = Object.prototype.toString.call(value);
  return kind === "[object Object]" ? value : `not a plain object: ${kind}`;
};

export function jsonText(value) {
  if (typeof value === "string") return value;
  const text = JSON.stringify(value, honest);
  return text === undefined ? "null" : text;
}
