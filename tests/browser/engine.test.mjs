// The engine's entry as a page loads it: the same worked cases as natively and in Node, in the page and in a worker.
import assert from 'node:assert/strict';
import { after, before, beforeEach, it } from 'node:test';
import { assertReport, rejects, workedCases } from '../package/cases.mjs';
import { inEachEngine } from './engines/index.mjs';
import { serveSite } from './servers.mjs';

let site;
before(async () => { site = await serveSite(); });
after(() => site.close());

inEachEngine('the engine', (engine, held) => {
  beforeEach(async () => {
    await held.browser.fresh();
    await held.browser.open(site.url('/pages/elsewhere.html'));
  });

  for (const { name, definition, cases } of workedCases()) {
    it(`scores ${name} in the page and in a worker`, async () => {
      const scored = await held.browser.evaluate('page', async (definition, responses) => {
        const { Instrument, ready } = await import('/engine/engine.js');
        await Promise.all([ready(), ready()]);
        const instrument = new Instrument(definition);
        const inPage = responses.map((response) => instrument.score(response));
        const worker = new Worker('/pages/engine-worker.js', { type: 'module' });
        const inWorker = await new Promise((done, failed) => {
          worker.onmessage = ({ data }) => done(data);
          worker.onerror = ({ message }) => failed(new Error(message));
          worker.postMessage({ definition, responses });
        });
        worker.terminate();
        return { inPage, inWorker };
      }, definition, cases.map((one) => one.response));
      assert.deepEqual(scored.inWorker, scored.inPage);
      for (const [at, { file, expected }] of cases.entries()) {
        assertReport(scored.inPage[at], expected, file);
      }
    });
  }

  it('throws real errors, and none before time is silent', async () => {
    const { definitions } = rejects();
    const thrown = await held.browser.evaluate('page', async (texts) => {
      const { Instrument, ready, version } = await import('/engine/engine.js');
      const told = (call) => {
        try { return call(); } catch (error) {
          return { real: error instanceof Error, name: error.name, code: error.code, path: error.path, message: error.message };
        }
      };
      const early = [told(() => new Instrument('{}')), told(() => version())];
      await ready();
      return { early, faults: texts.map((text) => told(() => new Instrument(text))) };
    }, definitions.map(({ text }) => text));
    for (const { real, message } of thrown.early) assert.ok(real && /await ready\(\)/.test(message), message);
    for (const [at, { name, expected }] of definitions.entries()) {
      const { real, name: kind, code, path } = thrown.faults[at];
      assert.deepEqual([real, kind, code, path], [true, 'DefinitionError', expected[0].code, expected[0].expression], name);
    }
  });
});
