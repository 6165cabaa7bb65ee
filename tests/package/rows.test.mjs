// Rows against the reference's digests: wasm and JavaScript give the bits that the native engine gives.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import * as wasm from "../../pkg/engine.node.js";
import * as plain from "../../pkg/dist/rapport_plain.js";
import { digests } from "../browser/pages/rows.js";

const all = JSON.parse(readFileSync("tests/reference/rows.json", "utf8"));

for (const rows of all) {
  test(`the first rows of ${rows.definition}`, async () => {
    const definition = JSON.parse(readFileSync(rows.definition, "utf8"));
    const expected = rows.digests.slice(0, 1);
    const block = Math.min(rows.block, rows.rows);
    assert.deepEqual(await digests(wasm.Instrument, definition, { ...rows, block }, 1), expected, "wasm");
    assert.deepEqual(await digests(plain.Instrument, definition, { ...rows, block }, 1), expected, "JavaScript");
  });
}
