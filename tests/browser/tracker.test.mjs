// A tracker on the host page learns nothing that was answered; the same tracker on a plain page learns everything.
import assert from 'node:assert/strict';
import { after, before, beforeEach, it } from 'node:test';
import { inEachEngine } from './engines/index.mjs';
import { Person, cool, items, options, warm } from './person.mjs';
import { serveSite } from './servers.mjs';

let site;
before(async () => { site = await serveSite(); });
after(() => site.close());

inEachEngine('the tracker', (_engine, held) => {
  beforeEach(() => held.browser.fresh());

  // the whole record of one visit, half of it by keyboard
  const visit = async ({ answers, scores }) => {
    const person = new Person(held.browser);
    await person.arrive(site.url('/pages/tracked.html'));
    await held.browser.waitFor('page', () => tracked.replay.length > 0);
    await held.browser.evaluate('page', () => { tracked.shape.length = 0; }); // how a page grows while it loads is not about answers
    await person.start();
    await person.answer(answers.slice(0, 6));
    for (const [at, code] of answers.slice(6).entries()) {
      await person.onItem(at + 7);
      await person.choose(1);
      for (let step = 1; step < code; step += 1) await held.browser.press('ArrowDown');
      assert.equal(await person.chosen(), code);
      await held.browser.press('Enter');
    }
    await person.sees('review');
    await person.press('finish');
    await person.sees('result');
    assert.deepEqual(await person.scores(), scores);
    await held.browser.waitFor('page', () => tracked.messages.some((message) => message.includes('finished')));
    return held.browser.evaluate('page', () => tracked);
  };

  it('control: on a plain page it takes the item, the answer and the result', async () => {
    await held.browser.open(site.url('/pages/plain.html'));
    await held.browser.waitFor('page', () => tracked.replay.length > 0);
    await held.browser.click('page', 'input[value=often]');
    await held.browser.press('ArrowUp');
    await held.browser.waitFor('page', () => tracked.replay.join().includes('Result: seldom'));
    const record = await held.browser.evaluate('page', () => tracked);
    const { replay, events, mutations } = record;
    for (const text of ['I feel at ease in this room.', 'Often so', 'Result: often']) assert.ok(replay.join().includes(text), `rrweb has: ${text}`);
    assert.ok(events.some((line) => /^change\|.*\|often\|true\|/.test(line)), 'the change');
    assert.ok(events.some((line) => line.startsWith('keydown|ArrowUp')), 'the key');
    assert.ok(mutations.join().includes('Result: seldom'), 'the result');
  });

  it('the page does not scroll with the answers, also where the window is lower than the form', async () => {
    const scrolled = [];
    for (const code of [1, 3, 5]) {
      await held.browser.fresh();
      await held.browser.size(800, 900);
      const person = new Person(held.browser);
      await person.arrive(site.url('/pages/tracked.html'));
      await person.start();
      await held.browser.size(800, 480);
      await held.browser.evaluate('page', () => { scrollTo(0, document.querySelector('iframe').getBoundingClientRect().top + scrollY - 220); });
      await held.browser.press('Tab');
      await held.browser.press('Space');
      for (let step = 1; step < code; step += 1) await held.browser.press('ArrowDown');
      assert.equal(await person.chosen(), code);
      scrolled.push(await held.browser.evaluate('page', () => scrollY));
    }
    assert.deepEqual(scrolled, scrolled.map(() => scrolled[0]));
  });

  it('sealed: two visits with different answers leave the same record, without a word of them', async () => {
    const records = [];
    for (const person of [warm, cool]) {
      await held.browser.fresh();
      records.push(await visit(person));
    }
    for (const record of records) {
      const all = JSON.stringify(record);
      const words = [...items.flatMap((item) => item.split('{practitioner}')), ...options, 'Prefer not to answer', 'Your result', 'Each number goes'];
      assert.deepEqual(words.filter((text) => text.trim().length > 4 && all.includes(text.trim())), []);
      assert.deepEqual(record.events.filter((line) => /^(patched\|)?(key|input|change|submit|beforeinput|selection)/.test(line) && !line.startsWith('selectionchange')), []);
      for (const score of [...Object.values(warm.scores), ...Object.values(cool.scores)]) assert.ok(!record.messages.join().includes(score));
      for (const line of record.events.filter((one) => one.startsWith('rapport-'))) assert.match(line, /^rapport-\w+\|undefined\|\|null\|/);
      assert.ok(record.shape.every((line) => line.includes('"closed"') || line.endsWith(',[]]')), 'a frame could be looked into');
    }
    const [first, second] = records;
    assert.deepEqual(first.shape, second.shape);
    assert.deepEqual(first.messages, second.messages);
    assert.deepEqual(first.messages.map((message) => JSON.parse(message.replace(/^port /, ''))).map((data) => Object.keys(data).join()),
      first.messages.map(() => 'rapport,type'));
  });
});
