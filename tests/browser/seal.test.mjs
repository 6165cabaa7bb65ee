// Nothing leaves the sealed form: every attack, in every engine, embedded and standalone, beside an open page as control.
import assert from 'node:assert/strict';
import { after, before, it, test } from 'node:test';
import { engines, inEachEngine } from './engines/index.mjs';
import { tryAttacks } from './seal/bench.mjs';
import { format, read, write } from './seal/table.mjs';
import { serveSite } from './servers.mjs';

const writing = process.env.RAPPORT_WRITE === '1';
const committed = writing ? null : read();
const measured = {};
const loud = ['request', 'datagram'];
let site;
let sealedByHeader;

before(async () => {
  site = await serveSite();
  sealedByHeader = await serveSite({ headers: { 'Connection-Allowlist': '()' } });
});
after(() => Promise.all([site.close(), sealedByHeader.close()]));

const target = (server) => ({
  control: { url: server.url('/pages/open.html'), where: 'page', ready: 'h1' },
  embedded: { url: server.url('/pages/embedded.html'), where: 'inner', ready: '[data-screen="start"]' },
  standalone: { url: server.url('/form.html'), where: 'inner', ready: '[data-screen="start"]' },
});

inEachEngine('the seal', (engine, held) => {
  it('control: what the open page lets out arrives', async () => {
    const heard = await tryAttacks(held.browser, target(site).control, { control: true });
    measured[engine] = { control: heard };
    const expected = committed?.results[engine].control ?? new Map();
    const lost = [...expected].filter(([name, before]) => loud.includes(before) && !loud.includes(heard.get(name)));
    assert.deepEqual(lost, [], 'attacks that used to arrive from the open page; without them the rest proves nothing');
    assert.ok([...heard.values()].filter((what) => loud.includes(what)).length > 60, 'the bench hears hardly anything');
  });

  for (const setting of ['embedded', 'standalone']) {
    it(`${setting}: nothing is sent`, async () => {
      const heard = await tryAttacks(held.browser, target(site)[setting]);
      measured[engine][setting] = heard;
      assert.deepEqual([...heard].filter(([, what]) => loud.includes(what)), []);
    });
  }

  it('the header closes the early connections that are left', async () => {
    for (const setting of ['embedded', 'standalone']) {
      const left = new Set([...measured[engine][setting]].filter(([, what]) => what === 'connection').map(([name]) => name));
      if (engine !== 'chromium') assert.deepEqual([...left], [], 'no header is known to close these here');
      const heard = await tryAttacks(held.browser, target(sealedByHeader)[setting], { only: ({ name }) => left.has(name) });
      assert.deepEqual([...heard].filter(([, what]) => what !== 'nothing'), []);
    }
  });
});

test('docs/seal-channels.md says what was measured', () => {
  if (writing) {
    assert.equal(engines.length, 3, 'a table is written from all three engines');
    return write(format(measured));
  }
  return assert.equal(format({ ...committed.results, ...measured }), committed.text, 'run again with RAPPORT_WRITE=1 and read the difference');
});
