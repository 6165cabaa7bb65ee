// A person fills in the form: by mouse, by keyboard, with gaps, alone and two side by side, from a server and from disk.
import assert from 'node:assert/strict';
import { after, before, beforeEach, it } from 'node:test';
import { pathToFileURL } from 'node:url';
import { inEachEngine } from './engines/index.mjs';
import { Person, cool, items, options, warm } from './person.mjs';
import { serveSite, site as folder } from './servers.mjs';

let site;
before(async () => { site = await serveSite(); });
after(() => site.close());

inEachEngine('the form', (engine, held) => {
  let person;
  beforeEach(async () => {
    await held.browser.fresh();
    person = new Person(held.browser);
  });
  const arrive = (path = '/pages/embedded.html') => person.arrive(site.url(path));

  it('by mouse to the right scores, with no request on the way', async () => {
    await arrive();
    const before = site.requests.length;
    await person.toResult(warm.answers);
    assert.deepEqual(await person.scores(), warm.scores);
    assert.deepEqual(site.requests.slice(before), []);
  });

  it('every item and option is there in its words, and the review repeats them', async () => {
    await arrive();
    await person.start();
    const said = [];
    for (const [at, code] of cool.answers.entries()) {
      await person.onItem(at + 1);
      said.push(await person.read(() => [document.querySelector('legend').textContent,
        ...[...document.querySelectorAll('label')].map((label) => label.textContent.trim())]));
      await person.choose(code);
      await person.press('next');
    }
    const words = (text) => text.replaceAll('{practitioner}', 'counsellor');
    assert.deepEqual(said.map(([item]) => item), items.map(words));
    for (const [, ...labels] of said) assert.deepEqual(labels.slice(0, 5), options);
    await person.sees('review');
    const listed = await person.read(() => [...document.querySelectorAll('.answers li')].map((row) => [...row.querySelectorAll('p')].map((p) => p.textContent)));
    assert.deepEqual(listed, items.map((item, at) => [words(item), options[cool.answers[at] - 1]]));
  });

  it('by keyboard alone', async () => {
    await arrive('/form.html');
    const { browser } = held;
    await tabTo(person, '[data-action="start"]');
    await browser.press('Enter');
    for (const [at, code] of warm.answers.entries()) {
      await person.onItem(at + 1);
      await tabTo(person, 'input[type=radio]');
      await browser.press('Space'); // the first option
      for (let step = 1; step < code; step += 1) await browser.press('ArrowDown');
      assert.equal(await person.chosen(), code, `item ${at + 1}`);
      if (at % 2) await browser.press('Enter'); // in the group, Enter goes on
      else {
        await tabTo(person, '[data-action="next"]');
        await browser.press('Space');
      }
    }
    await person.sees('review');
    await tabTo(person, '[data-action="finish"]');
    await browser.press('Enter');
    await person.sees('result');
    assert.deepEqual(await person.scores(), warm.scores);
  });

  it('Back keeps the answers', async () => {
    await arrive();
    await person.start();
    await person.answer(warm.answers.slice(0, 3));
    for (const number of [3, 2, 1]) {
      await person.onItem(number + 1);
      await person.press('back');
      await person.onItem(number);
      assert.equal(await person.chosen(), warm.answers[number - 1]);
    }
  });

  it('an answer changed from the review changes the scores', async () => {
    await arrive();
    await person.start();
    await person.answer([5, ...warm.answers.slice(1, 11), 5]);
    await person.sees('review');
    await person.browser.click('inner', '.answers li:nth-child(12) [data-action="change"]');
    await person.onItem(12);
    await person.choose(4);
    await person.press('next');
    await person.sees('review');
    await person.press('finish');
    await person.sees('result');
    assert.deepEqual(await person.scores(), warm.scores);
  });

  it('declining is kept apart from not answering, and both are said', async () => {
    await arrive();
    await person.start();
    await person.answer(['decline', null, ...warm.answers.slice(2)]);
    await person.sees('review');
    const given = await person.read(() => [...document.querySelectorAll('.given')].slice(0, 2).map((p) => p.textContent));
    assert.deepEqual(given, ['Prefer not to answer', 'No answer yet']);
    await person.press('finish');
    await person.sees('result');
    // goals 5+3+4 = 12 of 3; tasks 4+5+5 = 14 of 3; bond as before; together 39 of 10
    assert.deepEqual(await person.scores(), { goals: '4.0', tasks: '4.67', bond: '3.25', total: '3.9' });
    assert.match(await person.text(), /From 3 of 4 answers/);
    assert.match(await person.text(), /From 10 of 12 answers/);
  });

  it('an incomplete form gives what it can, and the reason for the rest', async () => {
    await arrive();
    await person.toResult([...warm.answers.slice(0, 8), null, null, null, null]);
    // goals 5+5+3 = 13 of 3; tasks 4+4+5 = 13 of 3; bond has 2 of 4 and the whole 8 of 12
    assert.deepEqual(await person.scores(), { goals: '4.33', tasks: '4.33', bond: null, total: null });
    assert.match(await person.text(), /Bond: no number, because there were too few answers/);
  });

  it('reload starts empty, and the browser holds nothing', async () => {
    await arrive('/form.html');
    await person.start();
    await person.answer(warm.answers.slice(0, 4));
    await held.browser.reload();
    await person.sees('start');
    await person.start();
    assert.equal(await person.chosen(), 0);
    const kept = await held.browser.evaluate('page', async () => {
      const sizes = [];
      for (const store of ['localStorage', 'sessionStorage']) {
        try { sizes.push(self[store].length); } catch { sizes.push(0); }
      }
      let databases = [];
      try { databases = await indexedDB.databases(); } catch { /* an engine may refuse: then there are none */ }
      return [...sizes, databases.length, document.cookie];
    });
    assert.deepEqual(kept, [0, 0, 0, '']);
  });

  it('no answer in any event, address, title, history or storage of the host', async () => {
    await arrive('/pages/embedded.html');
    const look = () => [location.href, document.title, name, history.length, history.state, localStorage.length, sessionStorage.length, document.cookie];
    await held.browser.evaluate('page', () => {
      self.events = [];
      for (const type of ['rapport-ready', 'rapport-finished', 'rapport-exit', 'rapport-breach'])
        document.addEventListener(type, (event) => self.events.push([type, event.detail, event.bubbles, Object.keys(event).join()]));
    });
    const before = await held.browser.evaluate('page', look);
    await person.toResult(warm.answers);
    await held.browser.waitFor('page', () => self.events.some(([type]) => type === 'rapport-finished'));
    const events = await held.browser.evaluate('page', () => self.events);
    assert.deepEqual(events.filter(([type]) => type !== 'rapport-ready'), [['rapport-finished', null, true, 'isTrusted']]);
    assert.deepEqual(await held.browser.evaluate('page', look), before);
    const source = await held.browser.evaluate('page', () => document.querySelector('iframe').src);
    assert.match(source, /form\.html\?instrument=alliance&form=client&language=en&practitioner=counsellor$/);
  });

  it('two forms on one page keep apart', async () => {
    const second = new Person(held.browser, 'inner 1');
    await arrive('/pages/two.html');
    await second.sees('start');
    await person.start();
    await second.start();
    for (const [at, code] of warm.answers.entries()) {
      await person.answer([code], at + 1);
      await second.answer([cool.answers[at]], at + 1);
    }
    for (const one of [person, second]) {
      await one.sees('review');
      await one.press('finish');
      await one.sees('result');
    }
    assert.deepEqual(await person.scores(), warm.scores);
    assert.deepEqual(await second.scores(), cool.scores);
  });

  it('in a bare frame without script', async () => {
    await arrive('/pages/bare.html');
    await person.toResult(cool.answers);
    assert.deepEqual(await person.scores(), cool.scores);
    assert.match(await person.text(), /good a coach is/);
  });

  it('from disk', async () => {
    await person.arrive(pathToFileURL(`${folder}/form.html`).href);
    await person.toResult(warm.answers);
    assert.deepEqual(await person.scores(), warm.scores);
  });

  it('a language that is not here is said, a noun that is not known is "therapist"', async () => {
    for (const language of ['xx-zz', 'constructor']) {
      await arrive(`/form.html?language=${language}&practitioner=constructor&form=%20Client%20`);
      assert.match(await person.text(), /not available in the language asked for/);
      await person.start();
      assert.equal(await person.read(() => document.querySelector('legend').textContent), items[0].replaceAll('{practitioner}', 'therapist'));
    }
  });

  it('an instrument or form that is not in the file is said to be missing, not guessed', async () => {
    for (const query of ['instrument=another', 'instrument=%3Cb%3E', 'form=guide', 'form=No%20one']) {
      await held.browser.open(site.url(`/form.html?${query}`));
      await held.browser.waitFor('inner', '[data-fault="unknownInstrument"]');
      assert.equal(await person.read(() => document.querySelectorAll('input').length), 0);
    }
  });
});

// presses Tab until the focus is on what is wanted; a person would not look for it longer than this
async function tabTo(person, css) {
  for (let pressed = 0; pressed < 20; pressed += 1) {
    if (await person.read((wanted) => Boolean(document.activeElement?.matches(wanted)), css)) return;
    await person.browser.press('Tab');
  }
  throw new Error(`${css} is not reached by Tab`);
}
