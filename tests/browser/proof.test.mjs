// The proof on the first screen: green when the browser seals the form, a warning when anything is open; and the
// alarm when the form's document is replaced.
import assert from 'node:assert/strict';
import { after, before, beforeEach, it } from 'node:test';
import { inEachEngine } from './engines/index.mjs';
import { Person, warm } from './person.mjs';
import { serveSite } from './servers.mjs';

// each takes one wall away; the inner document is written in an attribute, so its quotes are escaped there
const policy = /<meta http-equiv="Content-Security-Policy" content="[^"]*">/;
const innerPolicy = /(<|&lt;)meta http-equiv=&quot;Content-Security-Policy&quot; content=&quot;.*?&quot;(>|&gt;)/;
const openings = {
  'no policy': (text) => text.replace(policy, '').replace(innerPolicy, ''),
  'connections allowed': (text) => text.replaceAll("connect-src 'none'", 'connect-src *'),
  'no sandbox': (text) => text.replace('sandbox="allow-scripts allow-modals"', 'sandbox="allow-scripts allow-modals allow-same-origin"'),
  'eval allowed': (text) => text.replaceAll("'wasm-unsafe-eval'", "'unsafe-eval'").replaceAll(/require-trusted-types-for[^;"&]*;? ?(trusted-types[^;"&]*)?/g, ''),
};
let site;
before(async () => {
  site = await serveSite();
  for (const [name, edit] of Object.entries(openings)) site.change(`/${name.replaceAll(' ', '-')}/form.html`, edit);
});
after(() => site.close());

inEachEngine('the proof', (engine, held) => {
  let person;
  beforeEach(async () => {
    await held.browser.fresh();
    person = new Person(held.browser);
  });
  const verdict = async (path) => {
    await person.arrive(site.url(path));
    await held.browser.waitFor('inner', () => !document.querySelector('[data-proof="checking"]'));
    return person.read(() => [document.querySelector('[data-proof]').dataset.proof, document.querySelector('.verdict').textContent,
      Object.fromEntries([...document.querySelectorAll('[data-way]')].map((way) => [way.dataset.way, way.dataset.outcome]))]);
  };

  for (const path of ['/pages/embedded.html', '/form.html']) {
    it(`green when sealed: ${path}`, async () => {
      const [overall, words, ways] = await verdict(path);
      assert.equal(overall, 'blocked', JSON.stringify(ways));
      assert.equal(words, 'Your browser keeps this form closed.');
      assert.equal(Object.keys(ways).length, 12);
      const other = Object.entries(ways).filter(([, outcome]) => outcome !== 'blocked').map(([way, outcome]) => `${way} ${outcome}`).sort();
      // this WebKit is built without WebRTC, and has no cookies in an opaque origin instead of refusing them
      assert.deepEqual(other, engine === 'webkit' ? ['cookie absent', 'peer absent'] : ['peer removed']);
    });
  }

  for (const name of Object.keys(openings)) {
    it(`a warning with ${name}`, async () => {
      const [overall, words, ways] = await verdict(`/${name.replaceAll(' ', '-')}/form.html`);
      assert.equal(overall, 'open', JSON.stringify(ways));
      assert.match(words, /^Please do not answer here\./);
    });
  }

  it('where something is open, there is no way into the form', async () => {
    await verdict('/no-policy/form.html');
    assert.equal(await person.read(() => document.querySelectorAll('[data-action="start"]').length), 0);
  });

  it('the result says that nothing was sent', async () => {
    await person.arrive(site.url('/pages/embedded.html'));
    await person.toResult(warm.answers);
    const [requests, refused] = await person.read(() => {
      const said = document.querySelector('[data-requests]').dataset;
      return [said.requests, said.refused];
    });
    assert.deepEqual([requests, refused], ['0', '0']);
  });

  it('a form whose document is replaced is taken away, and the page is told', async () => {
    await person.arrive(site.url('/pages/embedded.html'));
    await held.browser.evaluate('page', () => { document.addEventListener('rapport-breach', (event) => { self.breach = String(event.detail); }); });
    await person.start();
    await person.choose(3);
    await held.browser.evaluate('inner', () => { setTimeout(() => { location.href = 'about:blank'; }); });
    await held.browser.waitFor('page', () => self.breach === 'null' && !document.querySelector('iframe'));
    assert.match(await held.browser.evaluate('page', () => document.body.innerText), /This form was closed because something tried to change it/);
  });
});
