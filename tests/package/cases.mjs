// The cases that every runner shares: worked cases with expected scores, and faults with expected codes.
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";

const json = (file) => JSON.parse(readFileSync(file, "utf8"));
const jsonFiles = (folder) => {
  const files = readdirSync(folder).filter((name) => name.endsWith(".json")).sort();
  if (files.length === 0) throw new Error(`${folder} has no JSON file`);
  return files;
};

const foldersIn = (room) =>
  readdirSync(room, { withFileTypes: true }).filter((entry) => entry.isDirectory()).map(({ name }) => join(room, name)).sort();

/** Every instrument with worked cases. */
export const workedCases = () =>
  ["instruments", "tests/cases"].flatMap(foldersIn).map((folder) => ({
    name: folder,
    definition: json(join(folder, "definition.json")),
    cases: jsonFiles(join(folder, "cases")).map((file) => ({ file, ...json(join(folder, "cases", file)) })),
  }));

/** The faulty definitions and responses, each with the issues it must get. */
export const rejects = () => {
  const folder = "tests/rejects";
  const list = (kind) => {
    const expected = json(join(folder, `${kind}.json`));
    return jsonFiles(join(folder, kind)).map((file) => {
      const name = file.replace(/\.json$/, "");
      return { name, text: readFileSync(join(folder, kind, file), "utf8"), expected: expected[name] };
    });
  };
  return { definitions: list("definitions"), responses: list("responses"), sound: json(join(folder, "sound.json")) };
};

/** Figures that rest on roots or on the normal distribution: another library may differ in the last bits. */
const ROUNDED = ["intraIndividualSd", "evenOdd", "percentile"];

/** Fails unless a report is what the reference expects: its words and evidence are not the reference's business. */
export const assertReport = (report, expected, place) => {
  const { instrument, engine, form, ...found } = report;
  assert.ok(instrument.id && engine && form, place);
  assertSame(withoutWords(found), expected, place);
};

const withoutWords = (value) =>
  JSON.parse(JSON.stringify(value, (key, part) => (key === "evidence" || key === "diagnostics" ? undefined : part)));

const assertSame = (found, expected, place) => {
  if (typeof expected === "number" && ROUNDED.some((name) => place.endsWith(`/${name}`))) {
    assert.ok(Math.abs(found - expected) <= 1e-12 * Math.abs(expected), `${place}: ${found}, not ${expected}`);
  } else if (typeof expected === "object" && expected !== null) {
    assert.deepEqual(Object.keys(found ?? {}).sort(), Object.keys(expected).sort(), place);
    // A standard score stands under its kind.
    for (const [key, value] of Object.entries(expected)) {
      assertSame(found[key], value, `${place}/${(key === "value" && expected.standard) || key}`);
    }
  } else {
    assert.ok(Object.is(found, expected), `${place}: ${found}, not ${expected}`);
  }
};

/** The error that a call throws. */
export const thrown = (call) => {
  try {
    call();
  } catch (error) {
    return error;
  }
  throw new Error("nothing was thrown");
};
