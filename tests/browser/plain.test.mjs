// Where WebAssembly is off or refused, the form and the engine go over to JavaScript by themselves; elsewhere they never do.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, beforeEach, it } from 'node:test';
import { pathToFileURL } from 'node:url';
import { assertReport, workedCases } from '../package/cases.mjs';
import { inEachEngine } from './engines/index.mjs';
import { Person, cool, warm } from './person.mjs';
import { serveSite, site as folder } from './servers.mjs';

let site;
let strict;
let closed;
before(async () => {
  site = await serveSite();
  // What a whole site may send with every file: scripts in the page may run, wasm may not.
  strict = await serveSite({ headers: { 'Content-Security-Policy': "script-src 'self' 'unsafe-inline'" } });
  closed = await serveSite({ headers: { 'Connection-Allowlist': '()' } });
});
after(() => Promise.all([site, strict, closed].map((one) => one.close())));

it('the policies of both forms differ in the wasm alone', () => {
  const policies = (name) => readFileSync(`${folder}/${name}`, 'utf8').match(/content=("|&quot;)default-src[^"&]*/g)
    .map((one) => one.replace(/'sha256-[^']*'/g, 'hash'));
  const [packed, plain] = [policies('form.html'), policies('form-plain.html')];
  assert.equal(plain.length, 2);
  assert.deepEqual(plain, packed.map((one) => one.replace(" 'wasm-unsafe-eval'", '')));
  assert.notDeepEqual(plain, packed);
});

const listen = () => {
  self.events = [];
  for (const type of ['ready', 'finished', 'exit', 'breach']) document.addEventListener(`rapport-${type}`, () => self.events.push(type));
};

// by the host element, to the result, as if nothing had happened
async function byTag(browser, from, asked) {
  const person = new Person(browser);
  await browser.open(from.url('/pages/elsewhere.html'));
  await browser.evaluate('page', listen);
  await browser.evaluate('page', (script) => {
    document.head.append(Object.assign(document.createElement('script'), { src: script }));
    document.body.insertAdjacentHTML('beforeend', '<rapport-form instrument="alliance" practitioner="coach"></rapport-form>');
  }, from.url('/rapport-form.js'));
  await person.sees('start');
  assert.match(await browser.evaluate('page', () => document.querySelector('iframe').src), asked);
  await person.toResult(warm.answers);
  assert.deepEqual(await person.scores(), warm.scores);
  assert.match(await person.text(), /good a coach is/);
  await browser.waitFor('page', () => self.events.includes('finished'));
  assert.deepEqual(await browser.evaluate('page', () => self.events), ['ready', 'finished']);
  assert.equal(await browser.evaluate('page', () => document.querySelectorAll('rapport-form p').length), 0);
}

async function alone(browser, address, shown) {
  const person = new Person(browser);
  await person.arrive(address);
  assert.match(await browser.url(), shown);
  await person.toResult(cool.answers);
  assert.deepEqual(await person.scores(), cool.scores);
}

const inPageAndWorker = async (definition, responses) => {
  const { Instrument, ready, version } = await import('/engine/engine.js');
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
  return { inPage, inWorker, version: version(), wasm: typeof WebAssembly };
};

inEachEngine('where WebAssembly is off', (engine, held) => {
  beforeEach(() => held.browser.fresh());

  it('the form by its tag', () => byTag(held.browser, site, /\/form-plain\.html\?instrument=alliance&practitioner=coach$/));

  it('the form by its tag, where the form may not go anywhere by itself', () => byTag(held.browser, closed, /\/form-plain\.html\?/));

  it('the form alone, in the same place of the history', async () => {
    await held.browser.open(site.url('/pages/elsewhere.html'));
    const before = await held.browser.evaluate('page', () => history.length);
    await alone(held.browser, site.url('/form.html?practitioner=nurse'), /\/form-plain\.html\?practitioner=nurse$/);
    assert.equal(await held.browser.evaluate('page', () => history.length), before + 1);
  });

  it('the form in a bare frame', async () => {
    const person = new Person(held.browser);
    const asked = site.requests.length;
    await person.arrive(site.url('/pages/bare.html'));
    await person.toResult(warm.answers);
    assert.deepEqual(await person.scores(), warm.scores);
    assert.ok(site.requests.slice(asked).includes('/pages/form-plain.html?practitioner=coach'));
  });

  it('the form from disk', () => alone(held.browser, `${pathToFileURL(`${folder}/form.html`)}?form=client`, /\/form-plain\.html\?form=client$/));

  // A form says hello when it has drawn something, be it a fault.
  it('the first file draws nothing', async () => {
    await held.browser.open(site.url('/pages/elsewhere.html'));
    await held.browser.evaluate('page', () => {
      self.said = [];
      addEventListener('message', ({ data }) => self.said.push(data.type));
      document.body.append(Object.assign(document.createElement('iframe'), { src: '/form.html', sandbox: 'allow-scripts' }));
    });
    await new Person(held.browser).sees('start');
    await held.browser.waitFor('page', () => self.said.length > 0);
    assert.deepEqual(await held.browser.evaluate('page', () => self.said), ['hello']);
  });

  it('the package, in the page and in a worker', async () => {
    await held.browser.open(site.url('/pages/elsewhere.html'));
    const asked = site.requests.length;
    for (const { definition, cases } of workedCases()) {
      const told = await held.browser.evaluate('page', inPageAndWorker, definition, cases.map((one) => one.response));
      assert.equal(told.wasm, 'undefined');
      assert.match(told.version, /^\d+\.\d+\.\d+$/);
      assert.deepEqual(told.inWorker, told.inPage);
      for (const [at, { file, expected }] of cases.entries()) assertReport(told.inPage[at], expected, file);
    }
    assert.deepEqual(site.requests.slice(asked).filter((path) => path.endsWith('.wasm')), []);
  });
}, { noWasm: true });

inEachEngine('where WebAssembly is there', (engine, held) => {
  beforeEach(() => held.browser.fresh());

  it('neither the form nor the package loads anything of the other engine', async () => {
    const asked = site.requests.length;
    await byTag(held.browser, site, /\/form\.html\?instrument=alliance&practitioner=coach$/);
    const [{ definition, cases }] = workedCases();
    const told = await held.browser.evaluate('page', inPageAndWorker, definition, cases.map((one) => one.response));
    assert.equal(told.wasm, 'object');
    const paths = site.requests.slice(asked);
    // All three engines have SIMD.
    assert.deepEqual([...new Set(paths.filter((path) => path.endsWith('.wasm')))], ['/engine/dist/rapport_simd_bg.wasm']);
    assert.deepEqual(paths.filter((path) => path.includes('plain')), []);
  });

  // This WebKit runs wasm under any policy.
  const refusing = engine === 'webkit' ? 'form' : 'form-plain';

  it('but refused by a policy that came with the form, by its tag', () => byTag(held.browser, strict, new RegExp(`/${refusing}\\.html\\?`)));

  it('but refused by a policy that came with the form, alone', () => alone(held.browser, strict.url('/form.html'), new RegExp(`/${refusing}\\.html$`)));
});
