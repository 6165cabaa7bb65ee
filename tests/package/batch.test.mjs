// Many responses at once, through every build of the engine: the same bits as one by one, and clear errors for wrong use.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { thrown, workedCases } from "./cases.mjs";
import { hasSimd } from "../../pkg/simd.js";

const MISSING = 255;
const STATUS = ["scored", "prorated", "tooFewAnswered", "invalidAnswer", "notAsked", "partNotScored"];

/** One build of the engine; the same JavaScript, loaded anew. */
const build = async (file) => {
  const door = await import(`../../pkg/dist/rapport.js?${file}`);
  door.initSync({ module: readFileSync(new URL(`../../pkg/dist/${file}`, import.meta.url)) });
  return door;
};
const builds = {
  "with SIMD": await build("rapport_simd_bg.wasm"),
  "without SIMD": await build("rapport_bg.wasm"),
  "without wasm": await import("../../pkg/dist/rapport_plain.js"),
};
const alliance = JSON.parse(readFileSync("instruments/alliance/definition.json", "utf8"));

/** Random rows by Marsaglia's xorshift: mostly codes that some item has, some missing, some any byte. */
const randomRows = (definition, items, rows) => {
  const lists = definition.answerOptions ?? {};
  const codes = items.map((linkId) => {
    const { answerOptions } = definition.items.find((item) => item.linkId === linkId);
    return (lists[answerOptions] ?? []).map(({ code }) => code).filter((code) => typeof code === "number");
  });
  let state = 20_261_122;
  const draw = (count) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 4) % count;
  };
  return Uint8Array.from({ length: rows * items.length }, (_, at) => {
    const chance = draw(100);
    const known = codes[at % items.length];
    if (chance < 6) return MISSING;
    return chance === 6 || known.length === 0 ? draw(256) : known[draw(known.length)];
  });
};

const turned = (rows, items) => {
  const number = rows.length / items;
  return Uint8Array.from(rows, (_, at) => rows[(at % number) * items + Math.floor(at / number)]);
};

/** What `score` says of one row, as a batch would write it. */
const alone = (instrument, definition, items, row) => {
  const given = (byte, linkId) => {
    const { type } = definition.items.find((item) => item.linkId === linkId);
    return type === "consent" && byte < 2 ? byte === 1 : (byte << 24) >> 24;
  };
  const answers = [...row].flatMap((byte, at) => (byte === MISSING ? [] : [[items[at], given(byte, items[at])]]));
  const response = { instrument: definition.id, form: definition.forms[0].id, answers: Object.fromEntries(answers) };
  return instrument.score(response).scores.map(({ value, notScored, prorated }) =>
    [value ?? NaN, STATUS.indexOf(notScored ?? (prorated ? "prorated" : "scored"))]);
};

const bitsOf = (numbers) => new BigUint64Array(Float64Array.from(numbers).buffer);
const NO_SCORE = 0x7ff8000000000000n;

for (const [name, door] of Object.entries(builds)) {
  test(`${name}: every definition that bytes can answer is scored as row by row`, () => {
    let scored = 0;
    for (const { name: folder, definition } of workedCases()) {
      const instrument = new door.Instrument(definition);
      let batch;
      try {
        batch = instrument.batch({ layout: "rows" });
      } catch (error) {
        assert.ok(["notAByte", "missingIsAnAnswer"].includes(error.code), `${folder}: ${error}`);
        continue;
      }
      scored += 1;
      const { items, scales } = batch;
      const rows = randomRows(definition, items, 3000);
      const found = batch.score(rows);
      assert.equal(found.rows, 3000);
      assert.deepEqual(Object.keys(found.scores), scales);
      for (let row = 0; row < 3000; row += 1) {
        const expected = alone(instrument, definition, items, rows.subarray(row * items.length, (row + 1) * items.length));
        const scores = scales.map((scale) => found.scores[scale][row]);
        assert.deepEqual(bitsOf(scores), bitsOf(expected.map(([value]) => value)), `${folder}, row ${row}`);
        assert.deepEqual(scales.map((scale) => found.status[scale][row]), expected.map(([, status]) => status), `${folder}, row ${row}`);
      }
      const columns = instrument.batch({ layout: "columns", missing: -1 });
      assert.deepEqual(columns.score(turned(rows, items.length), 3000), found, `${folder}, by columns`);
      instrument.free();
      assert.deepEqual(batch.score(new Int8Array(rows.buffer)), found, `${folder}: a plan outlives its instrument`);
    }
    assert.ok(scored >= 3, `only ${scored} definitions`);
  });

  test(`${name}: more rows than memory holds at once, in both layouts and block by block`, () => {
    const instrument = new door.Instrument(alliance);
    const [byRows, byColumns] = ["rows", "columns"].map((layout) => instrument.batch({ layout }));
    const number = 2 * byRows.blockRows + 77;
    const rows = randomRows(alliance, byRows.items, number);
    const whole = byRows.score(rows);
    assert.deepEqual(byColumns.score(turned(rows, 12)), whole);
    for (const size of [1, 15, 16, 17, 1000, byRows.blockRows]) {
      const start = number - size;
      byRows.input.set(rows.subarray(start * 12));
      const { scores, status } = byRows.run(size);
      for (const scale of byRows.scales) {
        assert.deepEqual(scores[scale], whole.scores[scale].subarray(start), `${size} rows of ${scale}`);
        assert.deepEqual(status[scale], whole.status[scale].subarray(start), `${size} rows of ${scale}`);
      }
    }
    const { scores, status } = byRows.score(new Uint8Array(12).fill(MISSING));
    assert.deepEqual([...new BigUint64Array(scores.total.buffer)], [NO_SCORE]);
    assert.deepEqual([...status.total], [2]);
    assert.equal(byRows.score(new Uint8Array(0)).rows, 0);
    assert.equal(byRows.run(0).rows, 0);
  });

  test(`${name}: wrong use is an Error with name, code and path`, () => {
    const instrument = new door.Instrument(alliance);
    const check = (call, code, path) => {
      const error = thrown(call);
      assert.ok(error instanceof Error);
      assert.deepEqual([error.name, error.code, error.path], ["BatchError", code, path], String(error));
      return error;
    };
    for (const options of [undefined, null, "rows", 5]) check(() => instrument.batch(options), "wrongType", "");
    for (const layout of [undefined, "row", 1, {}]) check(() => instrument.batch({ layout }), "unknownValue", "/layout");
    check(() => instrument.batch({ layout: "rows", mising: 0 }), "unknownKey", "/mising");
    for (const missing of [256, -129, 0.5, NaN, "9", null]) check(() => instrument.batch({ layout: "rows", missing }), "outOfRange", "/missing");
    check(() => instrument.batch({ layout: "rows", missing: 3 }), "missingIsAnAnswer", "/missing");
    const boom = new Error("boom");
    assert.equal(check(() => instrument.batch({ get layout() { throw boom; } }), "wrongType", "/layout").cause, boom);

    const batch = instrument.batch({ layout: "rows" });
    const detached = new Uint8Array(12);
    structuredClone(detached.buffer, { transfer: [detached.buffer] });
    for (const answers of [undefined, null, [1, 2], "12", {}, new Uint16Array(12), new Float64Array(12), new DataView(new ArrayBuffer(12)), new ArrayBuffer(12), detached]) {
      check(() => batch.score(answers), "wrongType", "/answers");
    }
    check(() => batch.score(new Uint8Array(13)), "wrongLength", "/answers");
    check(() => batch.score(new Uint8Array(24), 1), "wrongLength", "/answers");
    check(() => batch.score(new Uint8Array(24), -2), "outOfRange", "/rows");
    for (const rows of [-1, 0.5, batch.blockRows + 1, "1", undefined]) check(() => batch.run(rows), "outOfRange", "/rows");
    assert.equal(batch.score(new Uint8Array(24).fill(3), 2).scores.total[1], 3, "and goes on");
  });

  test(`${name}: items that a byte cannot hold are named`, () => {
    const words = structuredClone(alliance);
    words.items.forEach((item) => { item.type = "choice"; });
    words.answerOptions.frequency[0].code = "never";
    words.wordings.en.options.frequency.never = words.wordings.en.options.frequency[1];
    delete words.wordings.en.options.frequency[1];
    const error = thrown(() => new door.Instrument(words).batch({ layout: "rows" }));
    assert.deepEqual([error.name, error.code, error.path, error.issues.length], ["BatchError", "notAByte", "/items/0", 12]);
  });

  test(`${name}: memory does not grow from call to call`, () => {
    const batch = new door.Instrument(alliance).batch({ layout: "columns" });
    const answers = new Uint8Array(12 * 50_000).fill(4);
    batch.score(answers);
    const before = batch.input.buffer.byteLength;
    for (let call = 0; call < 20; call += 1) batch.score(answers);
    assert.equal(batch.input.buffer.byteLength, before);
  });
}

test("the package takes the build with SIMD where there is SIMD", async () => {
  assert.equal(hasSimd(), true, "Node has it");
  const { Instrument } = await import("../../pkg/engine.node.js");
  const instrument = new Instrument(alliance);
  assert.deepEqual([...instrument.batch({ layout: "rows" }).score(new Uint8Array(12).fill(3)).scores.total], [3]);
  instrument.free();
  assert.throws(() => instrument.batch({ layout: "rows" }), /given back with free\(\)/);
});
