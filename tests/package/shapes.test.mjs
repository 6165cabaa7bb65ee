// What the engine gives has exactly the shapes that the published types promise: no key more, none less.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { test } from "node:test";
import { Instrument } from "../../pkg/engine.node.js";
import { workedCases } from "./cases.mjs";

const compile = (source) => {
  const folder = mkdtempSync(join(tmpdir(), "rapport-shapes-"));
  try {
    writeFileSync(join(folder, "shapes.ts"), `import type * as api from ${JSON.stringify(resolve("wasm/api.d.ts"))};\n${source}`);
    const options = ["--strict", "--noEmit", "--target", "es2022", "--module", "nodenext", "--allowImportingTsExtensions", "--lib", "es2022,dom,esnext.disposable", "--types", ""];
    execFileSync("node", [resolve("node_modules/typescript/bin/tsc"), ...options, "shapes.ts"], { cwd: folder, encoding: "utf8", stdio: "pipe" });
    return "";
  } catch (fault) {
    return `${fault.stdout ?? fault}`;
  } finally {
    rmSync(folder, { recursive: true });
  }
};

/** Values written out as literals, so that a key too many is a fault as well. */
const literals = (type, values) => values.map((value) => `({ value: ${JSON.stringify(value)} }) satisfies { value: api.${type} };`).join("\n");

const instruments = workedCases().map((one) => ({ ...one, instrument: new Instrument(one.definition) }));
const some = (list) => list.filter((_, place) => place % 5 === 0);
const reports = instruments.flatMap(({ instrument, cases }) => some(cases).map(({ response }) => instrument.score(response)));
const checked = instruments.flatMap(({ instrument, cases }) => some(cases).map(({ response }) => instrument.check(response)));
const outlines = instruments.flatMap(({ instrument, definition }) =>
  Object.keys(definition.wordings).flatMap((language) => definition.forms.map(({ id }) => instrument.outline(id, language))));
const changes = JSON.parse(readFileSync("tests/reference/change.json", "utf8")).map(({ definition, scale, first, second }) =>
  new Instrument(readFileSync(definition, "utf8")).change(scale, first, second));

test("reports, checks, outlines and changes are as the types say", () => {
  const source = [literals("Report", reports), literals("Checked", checked), literals("Outline", outlines), literals("Change", some(changes))].join("\n");
  assert.ok(reports.length > 50 && outlines.length > 3 && changes.length > 50);
  assert.ok(reports.some(({ interpretations }) => interpretations.length > 0));
  assert.equal(compile(source), "");
});

test("a key too many or too few would be found", () => {
  const { quality, ...less } = reports[0];
  assert.match(compile(literals("Report", [less])), /quality/);
  assert.match(compile(literals("Report", [{ ...reports[0], verdict: 1 }])), /verdict/);
  assert.match(compile(literals("Change", [{ ...changes[0], class: "cured" }])), /cured/);
});
