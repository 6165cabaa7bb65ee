// The sealed form's engine against the full one: the same report for every worked case, and no answer by coercion.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { before, test } from "node:test";
import { Instrument } from "../../pkg/engine.node.js";
import { Administration, initSync } from "../../target/rapport/form/rapport_form.js";
import { workedCases } from "./cases.mjs";

before(() => initSync({ module: readFileSync("target/rapport/form/rapport_form_bg.wasm") }));

const compiled = (name) => readFileSync(`target/rapport/cases/${basename(name)}.bin`);

const refused = (call) => {
  try {
    call();
    return false;
  } catch {
    return true;
  }
};

// Nobody reads sentences for programmers in the sealed form.
const withoutSentences = (report) => ({ ...report, issues: report.issues.map((issue) => ({ ...issue, diagnostics: "" })) });

for (const { name, definition, cases } of workedCases()) {
  test(`the same reports for ${name}`, () => {
    const instrument = new Instrument(definition);
    let compared = 0;
    for (const { file, response } of cases) {
      const full = withoutSentences(instrument.score(response));
      // The sealed engine is given one answer after the other, of nobody it knows; what is no answer it refuses at once.
      if (full.issues.some(({ code }) => !["missingRequired", "notAgreed", "notAsked"].includes(code))) continue;
      if (response.attributes) continue;
      const administration = new Administration(compiled(name));
      let given = 0;
      const { items } = instrument.check(response);
      const asked = items.filter(({ state }) => state !== "notAsked").map(({ linkId }) => linkId);
      for (const [linkId, answer] of Object.entries(response.answers)) {
        if (answer === null) administration.decline(linkId);
        // What is no answer is only told of an item that is asked, and refused of every item.
        else if (!refused(() => administration.answer(linkId, answer))) given += 1;
      }
      if (given < Object.values(response.answers).filter((answer) => answer !== null).length) {
        assert.ok(full.issues.some(({ code }) => code === "notAsked"), file);
        continue;
      }
      for (const [linkId, time] of Object.entries(response.times ?? {})) administration.spent(linkId, time);
      assert.deepEqual(administration.asked(), asked, file);
      assert.deepEqual(administration.report(response.form), full, file);
      administration.free();
      compared += 1;
    }
    assert.ok(compared >= 1, `only ${compared} cases could be compared`);
  });
}

test("only a number that is an option's code is an answer", () => {
  const administration = new Administration(compiled("alliance"));
  administration.answer("1", 4);
  for (const wrong of [0, 6, 3.7, "3", 2 ** 32 + 3, true, [4], { valueOf: () => 5 }, null, undefined, NaN, 4n]) {
    assert.throws(() => administration.answer("1", wrong), /notAnOption/, String(wrong));
  }
  assert.throws(() => administration.answer("13", 4), /unknownItem/);
  assert.throws(() => administration.report("guide"), /unknownForm/);
  assert.equal(administration.report("client").quality.answered, 1);
  administration.clear("1");
  assert.equal(administration.report("client").quality.missing, 12);
});

test("bytes that are no compiled definition are refused", () => {
  const bytes = compiled("alliance");
  for (const wrong of [new Uint8Array(), bytes.subarray(0, 40), Buffer.concat([bytes, Buffer.from([0])])]) {
    assert.throws(() => new Administration(wrong), /notCompiled/);
  }
});
