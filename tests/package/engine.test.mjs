// The packed npm package, installed as a user would, in Node and in a worker: the same cases as natively.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { after, before, test } from "node:test";
import { pathToFileURL } from "node:url";
import { Worker } from "node:worker_threads";
import { assertReport, rejects, thrown, workedCases } from "./cases.mjs";

const folder = mkdtempSync(join(tmpdir(), "rapport-"));
/** @type {typeof import("rapport-forms/engine")} */
let engine;

before(async () => {
  const npm = (...args) => execFileSync("npm", args, { cwd: folder, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });
  npm("pack", resolve("pkg"), "--pack-destination", folder, "--silent");
  const [tarball] = readdirSync(folder).filter((name) => name.endsWith(".tgz"));
  writeFileSync(join(folder, "package.json"), JSON.stringify({ name: "consumer", private: true, type: "module" }));
  npm("install", "--no-audit", "--no-fund", "--offline", "--silent", `./${tarball}`);
  const found = createRequire(join(folder, "consumer.js")).resolve("rapport-forms/engine");
  engine = await import(pathToFileURL(found).href);
  await engine.ready();
});

after(() => rmSync(folder, { recursive: true }));

const definitionOf = (file) => JSON.parse(readFileSync(file, "utf8"));
const alliance = () => new engine.Instrument(definitionOf("instruments/alliance/definition.json"));
const answers = (code) => Object.fromEntries(Array.from({ length: 12 }, (_, index) => [index + 1, code]));
const response = (given) => ({ instrument: "alliance", form: "client", answers: given });

for (const { name, definition, cases } of workedCases()) {
  test(`worked cases of ${name}: as object and as text`, () => {
    const instrument = new engine.Instrument(definition);
    for (const { file, response, expected } of cases) {
      const report = instrument.score(response);
      assertReport(report, expected, file);
      assert.deepEqual(instrument.score(JSON.stringify(response)), report, file);
      assert.deepEqual(JSON.parse(JSON.stringify(report)), report, `${file}: a stored report loses nothing`);
    }
  });
}

test("faulty definitions and responses: a real Error with name, code, path and issues", () => {
  const { definitions, responses, sound } = rejects();
  const check = (error, name, expected) => {
    assert.ok(error instanceof Error && error.stack, name);
    assert.deepEqual(error.issues.map(({ code, expression }) => ({ code, expression })), expected, name);
    assert.equal(error.code, expected[0].code);
    assert.equal(error.path, expected[0].expression);
  };
  for (const { name, text, expected } of definitions) {
    const error = thrown(() => new engine.Instrument(text));
    assert.equal(error.name, "DefinitionError");
    check(error, name, expected);
  }
  const instrument = new engine.Instrument(sound);
  for (const { name, text, expected } of responses) {
    const error = thrown(() => instrument.score(text));
    assert.equal(error.name, "ResponseError");
    check(error, name, expected);
    assert.equal(thrown(() => instrument.check(text)).code, error.code);
  }
});

test("what JSON would hide in an object is refused, not dropped", () => {
  const instrument = alliance();
  const codeOf = (value) => instrument.score(response({ ...answers(3), 2: value })).issues[0]?.code;
  for (const hidden of [NaN, Infinity, -Infinity, 3n, () => 3, Symbol("3"), new Map(), true, "3", [3], {}, 2.5, -0.5]) {
    assert.equal(codeOf(hidden), "notAnOption", String(hidden?.toString?.()));
  }
  assert.equal(codeOf(undefined), undefined, "undefined is no answer");
  assert.equal(thrown(() => instrument.score(response(new Map([["1", 3]])))).code, "wrongType");
  const circle = response(answers(3));
  circle.answers[1] = circle;
  assert.equal(thrown(() => instrument.score(circle)).code, "notJson");
  const weights = definitionOf("instruments/alliance/definition.json");
  weights.answerOptions.frequency[0].weight = NaN;
  assert.equal(thrown(() => new engine.Instrument(weights)).path, "/answerOptions/frequency/0/weight");
});

test("the caller's objects are left as they were", () => {
  const definition = definitionOf("instruments/alliance/definition.json");
  const given = response(answers(4));
  const before = JSON.stringify([definition, given]);
  const freeze = (value) => (Object.values(value).forEach((inner) => typeof inner === "object" && inner && freeze(inner)), Object.freeze(value));
  new engine.Instrument(freeze(definition)).score(freeze(given));
  assert.equal(JSON.stringify([definition, given]), before);
});

test("outline and check", () => {
  const instrument = alliance();
  const outline = instrument.outline("observer", "en");
  assert.deepEqual(outline.items.map((item) => item.linkId), Array.from({ length: 12 }, (_, index) => `${index + 1}`));
  assert.equal(thrown(() => instrument.outline("observer", "xx")).code, "noWording");
  assert.equal(thrown(() => instrument.outline("patient", "en")).name, "OutlineError");
  const { items, issues } = instrument.check(response({ 1: 5, 2: null, 3: 6 }));
  assert.deepEqual(items.slice(0, 4).map((item) => item.state), ["answered", "declined", "invalid", "missing"]);
  assert.deepEqual(issues.map((issue) => issue.expression), ["/answers/3"]);
});

test("an object that inherits its answers is refused, one without a prototype is not", () => {
  const instrument = alliance();
  assert.equal(thrown(() => instrument.score(response(Object.create(answers(3))))).code, "wrongType");
  assert.equal(thrown(() => instrument.score(response(new (class { get 1() { return 3; } })()))).code, "wrongType");
  const bare = Object.assign(Object.create(null), answers(3));
  assert.equal(instrument.score(response(bare)).quality.answered, 12);
});

test("half a character is refused in text as in an object", () => {
  const definition = definitionOf("instruments/alliance/definition.json");
  definition.wordings.en.title = "How \ud800 we work";
  for (const given of [definition, JSON.stringify(definition), JSON.stringify(definition).replace("\\ud800", "\ud800")]) {
    assert.equal(thrown(() => new engine.Instrument(given)).code, "notJson");
  }
});

test("what JavaScript throws on the way is the cause", () => {
  const instrument = alliance();
  const boom = new Error("boom");
  const error = thrown(() => instrument.score({ get answers() { throw boom; } }));
  assert.deepEqual([error.name, error.code, error.cause], ["ResponseError", "notJson", boom]);
});

test("an outline asked for with anything but texts", () => {
  const instrument = alliance();
  for (const [form, language] of [[5, "en"], ["client", 5], ["client", {}], [], [null, null], [["client"], "en"]]) {
    const error = thrown(() => instrument.outline(form, language));
    assert.deepEqual([error.name, error.code], ["OutlineError", "wrongType"]);
    assert.match(error.path, /^\/(form|language)$/);
  }
});

/** Many faulty calls, the last of which must find the engine as the first did, in the memory it had. */
const hardly = (calls) => {
  const instrument = alliance();
  const good = JSON.stringify(instrument.score(response(answers(4))));
  const faulty = [null, undefined, 5, "{", "{}", [], { answers: 3 }, response({ 99: 1 }), { ...response({}), form: "x" }];
  const once = (call) => {
    const value = faulty[call % faulty.length];
    try { new engine.Instrument(value); } catch (error) { assert.equal(error.name, "DefinitionError"); }
    try { instrument.score(value); } catch (error) { assert.equal(error.name, "ResponseError"); }
    try { instrument.outline(value, "en"); } catch (error) { assert.equal(error.name, "OutlineError"); }
  };
  for (let call = 0; call < 1000; call += 1) once(call);
  const before = process.memoryUsage().arrayBuffers + process.memoryUsage().external;
  for (let call = 0; call < calls; call += 1) once(call);
  const grown = process.memoryUsage().arrayBuffers + process.memoryUsage().external - before;
  assert.ok(grown < 4 * 1024 * 1024, `memory grew by ${grown} bytes`);
  assert.equal(JSON.stringify(instrument.score(response(answers(4)))), good);
  instrument.free();
};

test("200,000 faulty calls leave the engine as it was", () => hardly(70_000));

test("a page that froze or spoiled the prototypes changes nothing", () => {
  const worker = `
    import { Instrument } from ${JSON.stringify(pathToFileURL(join(folder, "node_modules/rapport-forms/engine.node.js")).href)};
    import { readFileSync } from "node:fs";
    Object.freeze(Error.prototype);
    Object.defineProperty(Object.prototype, "scores", { get: () => 1, configurable: false });
    const instrument = new Instrument(readFileSync("instruments/alliance/definition.json", "utf8"));
    for (let call = 0; call < 3000; call += 1) {
      try { instrument.score({}); throw 1; } catch (error) { if (error.code !== "missingKey" || error.name !== "ResponseError") throw error; }
      const report = instrument.score({ instrument: "alliance", form: "client", answers: { 1: 4 } });
      if (!Array.isArray(report.scores)) throw new Error("scores");
    }`;
  execFileSync(process.execPath, ["--input-type=module", "--eval", worker], { stdio: ["ignore", "ignore", "inherit"] });
});

test("a hostile definition is refused with a bounded list of faults", () => {
  const zeros = Array.from({ length: 200_000 }, () => 0);
  for (const hostile of [{ answerOptions: { ["k".repeat(500_000)]: zeros } }, { items: zeros }, { scales: [zeros.slice(0, 500)] }]) {
    const error = thrown(() => new engine.Instrument(hostile));
    assert.equal(error.name, "DefinitionError");
    assert.ok(error.issues.length <= 1001, `${error.issues.length} faults`);
  }
  assert.equal(thrown(() => alliance().score("x".repeat(1e8))).code, "tooLarge");
});

test("an instrument that was freed says so, twice freed is once freed, and others go on", () => {
  const [one, other] = [alliance(), alliance()];
  one.free();
  one.free();
  for (const use of [() => one.score(response({})), () => one.check(response({})), () => one.outline("client", "en")]) {
    assert.throws(use, /given back with free\(\)/);
  }
  assert.equal(other.score(response(answers(4))).quality.answered, 12);
});

test("in a worker", async () => {
  const source = `
    import { parentPort } from "node:worker_threads";
    import { ready, Instrument, version } from "rapport-forms/engine";
    import definition from "rapport-forms/instruments/alliance.json" with { type: "json" };
    await ready();
    const answers = { ${Array.from({ length: 12 }, (_, index) => `"${index + 1}": 2`)} };
    const report = new Instrument(definition).score({ instrument: "alliance", form: "client", answers });
    parentPort.postMessage({ version: version(), total: report.scores.find((score) => score.scale === "total").value });
  `;
  writeFileSync(join(folder, "worker.mjs"), source);
  const worker = new Worker(join(folder, "worker.mjs"));
  const message = await new Promise((done, failed) => worker.once("message", done).once("error", failed));
  // Ten items at 2, and the two reverse-keyed ones at 6 - 2 = 4: 28 / 12.
  assert.deepEqual(message, { version: engine.version(), total: 28 / 12 });
});

test("without WebAssembly, the browser's entry loads the engine in JavaScript", () => {
  const entry = pathToFileURL(join(folder, "node_modules/rapport-forms/engine.js")).href;
  const script = `
    delete globalThis.WebAssembly;
    const { ready, Instrument, version } = await import(${JSON.stringify(entry)});
    await Promise.all([ready(), ready(new Uint8Array())]);
    const { readFileSync } = await import("node:fs");
    const instrument = new Instrument(readFileSync("instruments/alliance/definition.json", "utf8"));
    const { scores } = instrument.score({ instrument: "alliance", form: "client", answers: ${JSON.stringify(answers(4))} });
    const outline = instrument.outline("client", "en").items.length;
    instrument.free();
    let freed;
    try { instrument.check({}); } catch (error) { freed = error.message; }
    console.log(JSON.stringify({ version: version(), scores, outline, freed, own: instrument instanceof Instrument }));`;
  const said = JSON.parse(execFileSync(process.execPath, ["--input-type=module", "--eval", script], { encoding: "utf8" }));
  assert.deepEqual(said.scores, alliance().score(response(answers(4))).scores);
  assert.deepEqual([said.version, said.outline, said.own], [engine.version(), 12, true]);
  assert.match(said.freed, /given back with free\(\)/);
});

test("before it is loaded, the browser's entry says what to call", async () => {
  const entry = pathToFileURL(join(folder, "node_modules/rapport-forms/instrument.js"));
  const fresh = await import(`${entry.href}?fresh`);
  assert.throws(() => new fresh.Instrument({}), /await ready\(\) before new Instrument\(\)/);
  assert.throws(() => fresh.version(), /await ready\(\) before version\(\)/);
});
