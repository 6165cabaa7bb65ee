// What a person takes away and how they leave: print, files, erase, Exit, Escape twice, Back.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { after, before, beforeEach, it } from 'node:test';
import { inEachEngine } from './engines/index.mjs';
import { poll } from './engines/poll.mjs';
import { Person, items, options, warm } from './person.mjs';
import { serveSite } from './servers.mjs';

const words = (text, practitioner) => text.replaceAll('{practitioner}', practitioner);
let site;
before(async () => { site = await serveSite(); });
after(() => site.close());

inEachEngine('keeping and leaving', (engine, held) => {
  let person;
  beforeEach(async () => {
    await held.browser.fresh();
    person = new Person(held.browser);
  });
  const keep = async (path) => {
    await person.arrive(site.url(path));
    await person.toKeep(warm.answers);
  };

  it('saved files hold exactly what the screen says', async () => {
    await person.arrive(site.url('/pages/embedded.html'));
    await person.toResult(warm.answers);
    const sentences = await person.read(() => [...document.querySelectorAll('li[data-scale] .sentence')].map((p) => p.textContent));
    await person.press('keep');
    await person.press('save-text');
    await held.browser.downloads(1);
    await person.press('save-data');
    const files = await held.browser.downloads(2);
    assert.deepEqual(files.map(({ name }) => name).sort(), ['private-form.json', 'private-form.txt']);

    const text = files.find(({ name }) => name.endsWith('.txt')).text;
    const lines = text.split('\n');
    assert.equal(sentences.length, 4);
    assert.deepEqual(lines.filter((line) => line.startsWith('- ')), sentences.map((sentence) => `- ${sentence}`));
    assert.deepEqual(lines.filter((line) => /^\d+\. /.test(line)),
      items.map((item, at) => `${at + 1}. ${words(item, 'counsellor')} ${options[warm.answers[at] - 1]}`));

    const { response, report } = JSON.parse(files.find(({ name }) => name.endsWith('.json')).text);
    assert.deepEqual(response.answers, Object.fromEntries(warm.answers.map((code, at) => [at + 1, code])));
    assert.deepEqual(report.scores.map(({ scale, value }) => [scale, value]), [['goals', 4.25], ['tasks', 4.5], ['bond', 3.25], ['total', 4]]);
    assert.match(text, new RegExp(report.instrument.digest.slice(0, 16)));
  });

  it('Print calls the browser, and the paper has the result and every answer', async () => {
    await keep('/form.html');
    await person.read(() => { self.print = () => { document.documentElement.dataset.printed = 'yes'; }; });
    await person.press('print');
    await held.browser.waitFor('inner', () => document.documentElement.dataset.printed === 'yes');

    const sheet = await person.read(() => document.querySelector('.sheet').textContent);
    for (const [at, item] of items.entries()) assert.ok(sheet.includes(`${words(item, 'therapist')} ${options[warm.answers[at] - 1]}`), item);
    const rules = await person.read(() => [...document.styleSheets].flatMap((one) => [...one.cssRules])
      .filter((rule) => rule.conditionText === 'print' || rule.media?.mediaText === 'print').flatMap((rule) => [...rule.cssRules]).map((rule) => rule.cssText));
    assert.ok(rules.some((rule) => /\.sheet\b.*display: *(block|grid|flow-root)/.test(rule)), `print rules: ${rules.join(' ')}`);

    if (await held.browser.media({ print: true })) {
      const seen = await person.read(() => ['.sheet', '.actions', '.exit', '.ways'].map((css) => document.querySelector(css).getClientRects().length > 0));
      assert.deepEqual(seen, [true, false, false, false]);
      await held.browser.media({});
    }
    // only here is the paper itself to be had: Firefox's driver prints the frame around the form, WebKit's prints nothing
    if (engine !== 'chromium') return;
    const pdf = await held.browser.pdf();
    const paper = execFileSync('pdftotext', ['-', '-'], { input: pdf, encoding: 'utf8' }).replace(/\s+/g, ' ');
    for (const item of items) assert.ok(paper.includes(words(item, 'therapist')), `on paper: ${item}`);
    assert.match(paper, /Goals: 4\.25, /);
  });

  it('Erase asks, then leaves nothing', async () => {
    await keep('/form.html');
    await person.press('erase');
    await person.press('erase-yes');
    await person.sees('start');
    await person.start();
    assert.equal(await person.chosen(), 0);
  });

  it('Exit in a host page: frame gone, page replaced, Back shows nothing', async () => {
    await keep('/pages/embedded.html');
    await person.press('exit');
    await leavesFor(held.browser, '/pages/elsewhere.html');
    await held.browser.back();
    assert.doesNotMatch(await held.browser.url(), /embedded/);
    assert.equal(Boolean(await held.browser.has('inner')), false);
  });

  it('Escape twice does the same, in the middle of the form', async () => {
    await person.arrive(site.url('/pages/embedded.html'));
    await person.start();
    await person.answer(warm.answers.slice(0, 2));
    await person.choose(3);
    await held.browser.press('Escape');
    await held.browser.press('Escape');
    await leavesFor(held.browser, '/pages/elsewhere.html');
  });

  it('Escape once stays', async () => {
    await person.arrive(site.url('/pages/embedded.html'));
    await person.start();
    await person.choose(3);
    await held.browser.press('Escape');
    assert.equal(await person.chosen(), 3);
  });

  it('a host page may keep its place after Exit, with the form gone', async () => {
    await person.arrive(site.url('/pages/embedded.html'));
    await held.browser.evaluate('page', () => { document.addEventListener('rapport-exit', (event) => event.preventDefault()); });
    await person.start();
    await person.choose(2);
    await person.press('exit');
    await held.browser.waitFor('page', () => !document.querySelector('iframe'));
    assert.match(await held.browser.url(), /embedded/);
    assert.match(await held.browser.evaluate('page', () => document.body.innerText), /This form is closed/);
  });

  it('Exit in a bare frame takes the form away and leaves the page', async () => {
    await keep('/pages/bare.html');
    await person.press('exit');
    await gone(held.browser);
    assert.match(await held.browser.url(), /bare\.html$/);
  });

  it('Exit standalone closes the form', async () => {
    await keep('/form.html');
    await person.press('exit');
    await gone(held.browser);
  });

  it('Back to a page that was left finds an empty form', async () => {
    await person.arrive(site.url('/pages/embedded.html'));
    await person.start();
    await person.answer(warm.answers.slice(0, 3));
    await held.browser.open(site.url('/pages/elsewhere.html'));
    await held.browser.back();
    await person.sees('start');
    await person.start();
    assert.equal(await person.chosen(), 0);
    assert.match(await person.text(), /1 of 12/);
  });
});

async function leavesFor(browser, path) {
  await browser.waitFor('page', (wanted) => location.pathname === wanted && document.querySelector('h1'), path);
  assert.equal(Boolean(await browser.has('inner')), false);
}

async function gone(browser) {
  await poll(async () => !(await browser.has('inner')), 'the inner document to go');
}
