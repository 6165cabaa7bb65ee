// The published types, as a strict TypeScript user meets them: right use compiles, wrong use does not.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { test } from "node:test";

const definition = readFileSync("instruments/alliance/definition.json", "utf8");
const RIGHT = `
import { Instrument, ready, version } from "rapport-forms/engine";
import type { Batch, BatchScores, Definition, RapportError, Report, Response } from "rapport-forms/engine";

const definition: Definition = ${definition};
await ready();
const instrument = new Instrument(definition);
const response: Response = { instrument: "alliance", form: "client", answers: { "1": 4, "2": null } };
const report: Report = instrument.score(response);
const value: number | null | undefined = report.scores[0]?.value;
const reason: "tooFewAnswered" | "invalidAnswer" | "notAsked" | "partNotScored" | null | undefined = report.scores[0]?.notScored;
const state: string | undefined = instrument.check(response).items[0]?.state;
const title: string = instrument.outline("observer", "en").title;
const batch: Batch = instrument.batch({ layout: "columns", missing: 0 });
const together: BatchScores = batch.score(new Uint8Array(24), 2);
batch.input.set([3]);
const first: number | undefined = batch.run(0).scores["bond"]?.[0] ?? together.status["bond"]?.[1];
try { new Instrument("{}"); } catch (error) {
  const { code, path, issues } = error as RapportError;
  if (code === "missingKey") console.log(path, issues.length, version(), value, reason, state, title, first);
}
`;
const WRONG = {
  "a layout that is none": `instrument.batch({ layout: "row" });`,
  "answers that are no bytes": `instrument.batch({ layout: "rows" }).score([1, 2]);`,
  "a form that is none": `instrument.outline("patient", "en");`,
  "an answer that is an object": `instrument.score({ instrument: "alliance", form: "client", answers: { "1": {} } });`,
  "a misspelt key": `instrument.score({ instrument: "alliance", form: "client", answer: {} });`,
  "a score used as a number": `const n: number = instrument.score(response).scores[0]!.value;`,
  "a code that is none": `if ((null as unknown as RapportError).code === "missingKeys") {}`,
};

// The first example of the package's README, as it stands there.
const readme = readFileSync("pkg/README.md", "utf8").split("\n\n").filter((block) => block.startsWith("    ")).slice(0, 3)
  .join("\n").replaceAll(/^    /gm, "");

const compile = (source) => {
  const folder = mkdtempSync(join(tmpdir(), "rapport-types-"));
  try {
    mkdirSync(join(folder, "node_modules"));
    cpSync("pkg", join(folder, "node_modules/rapport-forms"), { recursive: true });
    writeFileSync(join(folder, "package.json"), `{ "type": "module" }`);
    writeFileSync(join(folder, "use.ts"), source);
    const options = ["--strict", "--noEmit", "--target", "es2022", "--module", "nodenext", "--lib", "es2022,dom,esnext.disposable", "--resolveJsonModule", "--types", ""];
    execFileSync("node", [resolve("node_modules/typescript/bin/tsc"), ...options, "use.ts"], { cwd: folder, encoding: "utf8", stdio: "pipe" });
    return "";
  } catch (fault) {
    return `${fault.stdout ?? fault}`;
  } finally {
    rmSync(folder, { recursive: true });
  }
};

test("right use compiles", () => assert.equal(compile(RIGHT), ""));

test("the README's example compiles", () => {
  assert.match(readme, /await ready\(\)/);
  assert.equal(compile(readme), "");
});

for (const [what, line] of Object.entries(WRONG)) {
  test(`${what} does not compile`, () => assert.match(compile(`${RIGHT}\n${line}`), /use\.ts\(\d+,\d+\): error/));
}
