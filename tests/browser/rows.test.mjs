// A hundred thousand rows in each browser, in wasm and in JavaScript, against the digests that the native engine is held
// against too: the same bits everywhere.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, it } from 'node:test';
import { inEachEngine } from './engines/index.mjs';
import { serveSite } from './servers.mjs';

const ROWS = 100_000;
const all = JSON.parse(readFileSync('tests/reference/rows.json', 'utf8'));
const longest = all.filter(({ rows }) => rows >= 10_000).slice(0, 10);

let site;
before(async () => { site = await serveSite(); });
after(() => site.close());

inEachEngine('rows', (engine, held) => {
  it(`gives the same bits for ${ROWS} rows, in wasm and in JavaScript`, async () => {
    assert.ok(longest.reduce((sum, { block }) => sum + block, 0) >= ROWS);
    await held.browser.fresh();
    await held.browser.open(site.url('/pages/elsewhere.html'));
    for (const { definition, digests, kind, seed, block } of longest) {
      const found = await held.browser.evaluate('page', async (definition, rows) => {
        const { digests } = await import('/pages/rows.js');
        const wasm = await import('/engine/engine.js');
        const plain = await import('/engine/dist/rapport_plain.js');
        await wasm.ready();
        return [await digests(wasm.Instrument, definition, rows, 1), await digests(plain.Instrument, definition, rows, 1)];
      }, JSON.parse(readFileSync(definition, 'utf8')), { kind, seed, block });
      assert.deepEqual(found, [digests.slice(0, 1), digests.slice(0, 1)], definition);
    }
  });
});
