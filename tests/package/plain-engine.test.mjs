// The engines in JavaScript against the same engines in wasm: the same reports and errors, scores with the same bits.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { before, test } from "node:test";
import * as fullWasm from "../../pkg/engine.node.js";
import * as fullPlain from "../../pkg/dist/rapport_plain.js";
import * as formWasm from "../../target/rapport/form/rapport_form.js";
import * as formPlain from "../../target/rapport/form/rapport_form_plain.js";
import { assertReport, rejects, workedCases } from "./cases.mjs";

const RESPONSES = 100_000;

before(() => formWasm.initSync({ module: readFileSync("target/rapport/form/rapport_form_bg.wasm") }));

/** What a call gives or throws, with all that can be seen of an error. */
const told = (call) => {
  try {
    return { given: call() };
  } catch (error) {
    return { thrown: { name: error.name, message: error.message, code: error.code, path: error.path, issues: error.issues } };
  }
};

/** The sealed form's report for one response; what is no answer is told as it is refused. */
const sealed = ({ Administration }, compiled, { form, answers }) => {
  const administration = new Administration(compiled);
  const refused = [];
  for (const [linkId, code] of Object.entries(answers)) {
    try {
      if (code === null) administration.decline(linkId);
      else administration.answer(linkId, code);
    } catch (error) {
      refused.push([linkId, error.message]);
    }
  }
  const { given, thrown } = told(() => administration.report(form));
  administration.free();
  return { given, thrown, refused };
};

const instruments = workedCases().map(({ name, definition, cases }) => ({
  name, definition, cases,
  compiled: readFileSync(`target/rapport/cases/${basename(name)}.bin`),
  wasm: new fullWasm.Instrument(definition),
  plain: new fullPlain.Instrument(definition),
}));

for (const { name, definition, cases, compiled, wasm, plain } of instruments) {
  test(`the same reports, checks and outlines for ${name}`, () => {
    for (const { file, response, expected } of cases) {
      const report = plain.score(response);
      assertReport(report, expected, file);
      assert.deepEqual(report, wasm.score(response), file);
      assert.deepEqual(plain.check(response), wasm.check(response), file);
      assert.deepEqual(sealed(formPlain, compiled, response), sealed(formWasm, compiled, response), file);
    }
    for (const language of Object.keys(definition.wordings)) {
      for (const form of ["client", "therapist", "observer", "guess", "none"]) {
        assert.deepEqual(told(() => plain.outline(form, language)), told(() => wasm.outline(form, language)));
      }
    }
  });
}

test("the same errors", () => {
  const { definitions, responses, sound } = rejects();
  for (const { name, text } of definitions) {
    const { thrown } = told(() => new fullPlain.Instrument(text));
    assert.deepEqual(thrown, told(() => new fullWasm.Instrument(text)).thrown, name);
    assert.equal(thrown.name, "DefinitionError", name);
  }
  const [plain, wasm] = [new fullPlain.Instrument(sound), new fullWasm.Instrument(sound)];
  for (const { name, text } of responses) {
    const { thrown } = told(() => plain.score(text));
    assert.deepEqual(thrown, told(() => wasm.score(text)).thrown, name);
    assert.equal(thrown.name, "ResponseError", name);
  }
});

test("texts of any script, and a memory that has to grow under the reader's hands", () => {
  const { definition, cases: [{ response }] } = instruments[0];
  for (const sign of ["ä", "終", "🙂"]) {
    const long = structuredClone(definition);
    long.construct.measures = sign.repeat(900_000 / Buffer.byteLength(sign));
    const [plain, wasm] = [new fullPlain.Instrument(long), new fullWasm.Instrument(long)];
    assert.deepEqual(plain.score(response), wasm.score(response));
    assert.notEqual(plain.score(response).instrument.digest, instruments[0].plain.score(response).instrument.digest);
    plain.free();
    wasm.free();
  }
});

// Mulberry32: made up, but the same in every run.
const numbers = (seed) => () => {
  seed = (seed + 0x6d2b79f5) | 0;
  let mixed = Math.imul(seed ^ (seed >>> 15), seed | 1);
  mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed;
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
};

const bits = ({ scores }) => Buffer.from(Float64Array.from(scores, ({ value }) => value ?? NaN).buffer);
const same = (report, expected, response) => {
  assert.ok(bits(report).equals(bits(expected)), JSON.stringify(response));
  assert.equal(JSON.stringify(report), JSON.stringify(expected));
};

test(`the same bits for ${RESPONSES} made-up responses, every tenth also in the sealed form's engine`, () => {
  const next = numbers(20261123);
  const pick = (list) => list[Math.floor(next() * list.length)];
  const pools = instruments.map(({ definition, cases }) => definition.items.map(({ linkId, answerOptions }) => {
    const codes = (definition.answerOptions[answerOptions] ?? []).map(({ code }) => code);
    // No answer, declined, each option, and whatever the worked cases have found worth trying.
    return [linkId, [undefined, null, ...codes, ...codes, ...codes, ...cases.map(({ response }) => response.answers[linkId])]];
  }));
  let scored = 0;
  for (let made = 0; made < RESPONSES; made += 1) {
    const at = made % instruments.length;
    const { wasm, plain, compiled, cases } = instruments[at];
    const answers = {};
    for (const [linkId, pool] of pools[at]) {
      const answer = pick(pool);
      if (answer !== undefined) answers[linkId] = answer;
    }
    const response = { ...cases[0].response, answers };
    const report = plain.score(response);
    same(report, wasm.score(response), response);
    scored += report.scores.filter(({ value }) => value !== null).length;
    if (made % 10 !== 0) continue;
    const [form, expected] = [formPlain, formWasm].map((door) => sealed(door, compiled, response));
    same(form.given, expected.given, response);
    assert.deepEqual(form.refused, expected.refused);
  }
  assert.ok(scored > RESPONSES / 2, `only ${scored} scores were given`);
});
