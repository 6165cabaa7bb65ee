// The JSON Schema against the strict reader: what one takes the other takes, and both know the same keys everywhere.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import Ajv from "ajv/dist/2020.js";
import { Instrument } from "../../pkg/engine.node.js";
import { rejects, workedCases } from "./cases.mjs";

const schema = JSON.parse(readFileSync("docs/definition.schema.json", "utf8"));
const ajv = new Ajv({ allErrors: true, allowUnionTypes: true, strict: true, strictRequired: false });
const validate = ajv.compile(schema);
const fits = (part, value) => ajv.validate({ ...part, $defs: schema.$defs }, value);

/** The page's definitions: the first whole, the others changes of it. */
const taught = () => {
  const blocks = [...readFileSync("docs/format.md", "utf8").matchAll(/^```json (definition|change)\n([^]*?)\n```$/gm)];
  const [base, ...changes] = blocks.map(([, , text]) => JSON.parse(text));
  return [base, ...changes.map((change) => ({ ...base, ...change }))];
};
const definitions = [...workedCases().map(({ definition }) => definition), ...taught()];

test("every sound definition is valid", () => {
  assert.ok(definitions.length > 20);
  for (const definition of definitions) {
    assert.ok(validate(definition), `${definition.id}: ${JSON.stringify(validate.errors?.[0])}`);
    new Instrument(definition).free();
  }
});

// Faults of shape; the others need more than a schema to be seen.
const SHAPE = ["unknownKey", "missingKey", "wrongType", "unknownValue", "wrongFormat", "invalidVersion", "emptyText", "emptyList", "contradiction"];
const BEYOND = ["enable-behavior", "cut-off-without-its-group", "likert-code-is-a-word", "weight-of-not-applicable", "groups-the-wrong-way-round"];

test("a fault of shape is invalid", () => {
  let seen = 0;
  for (const { name, text } of rejects().definitions) {
    if (!SHAPE.includes(name.split("-")[0]) || BEYOND.some((part) => name.endsWith(part))) continue;
    assert.ok(!validate(JSON.parse(text)), name);
    seen += 1;
  }
  assert.ok(seen > 30, `only ${seen} faults`);
});

/** Every object in a value whose keys are the format's, with its place and its part of the schema. */
function* objects(part, value, place) {
  if (part.$ref) return yield* objects(schema.$defs[part.$ref.split("/").at(-1)], value, place);
  if (part.oneOf && !part.properties) return yield* objects(part.oneOf.find((one) => fits(one, value)), value, place);
  if (Array.isArray(value)) {
    for (const [index, entry] of value.entries()) yield* objects(part.items, entry, [...place, index]);
  } else if (typeof value === "object" && value !== null) {
    if (part.properties) yield { part, place };
    for (const [key, entry] of Object.entries(value)) {
      yield* objects(part.properties?.[key] ?? part.additionalProperties, entry, [...place, key]);
    }
  }
}

const issuesOf = (definition) => {
  try {
    new Instrument(definition).free();
    return [];
  } catch (error) {
    return error.issues;
  }
};
const at = (definition, place) => place.reduce((value, key) => value[key], definition);
const pointer = (place) => place.map((key) => `/${String(key).replaceAll("~", "~0").replaceAll("/", "~1")}`).join("");

test("the reader knows the same keys, and needs the same", () => {
  const seen = new Set();
  for (const definition of definitions) {
    for (const { part, place } of objects(schema, definition, [])) {
      const shape = JSON.stringify(part);
      if (seen.has(shape)) continue;
      seen.add(shape);
      const more = structuredClone(definition);
      at(more, place).zzz = 1;
      const told = issuesOf(more).find(({ expression }) => expression === pointer([...place, "zzz"]));
      assert.equal(told?.code, "unknownKey", pointer(place));
      const known = told.diagnostics.split("known are ")[1].match(/`[^`]+`/g).map((key) => key.slice(1, -1));
      assert.deepEqual(known.sort(), Object.keys(part.properties).sort(), pointer(place));
      for (const key of part.required) {
        const less = structuredClone(definition);
        delete at(less, place)[key];
        const missing = issuesOf(less).some(({ code, expression }) => code === "missingKey" && expression === pointer(place));
        assert.ok(missing, `${pointer(place)} without ${key}`);
      }
    }
  }
  assert.ok(seen.size >= 25, `only ${seen.size} kinds of object were met`);
});
