// Everyone can use it: axe on every screen in light and dark, narrow, right to left, forced colours, focus, target size.
import assert from 'node:assert/strict';
import { after, before, beforeEach, it } from 'node:test';
import { inEachEngine } from './engines/index.mjs';
import { Person, warm } from './person.mjs';
import { serveSite } from './servers.mjs';

let site;
before(async () => { site = await serveSite(); });
after(() => site.close());

// text scrolled under the bar of buttons: axe cannot judge it there
const covered = /overlapped by another element/;

// goes through every screen, gives each to `look`
async function everyScreen(person, url, look) {
  await person.arrive(url);
  await person.browser.waitFor(person.where, () => !document.querySelector('[data-proof="checking"]'));
  await look('start');
  await person.read(() => { document.querySelector('.proof details').open = true; });
  await look('start with the details of the proof');
  await person.start();
  await look('item');
  await person.choose(4);
  await look('item answered');
  await person.press('next');
  await person.answer([null, 'decline', ...warm.answers.slice(3)], 2);
  await person.sees('review');
  await look('review');
  await person.press('finish');
  await person.sees('result');
  await look('result');
  await person.press('keep');
  await person.sees('keep');
  await look('keep');
  await person.press('erase');
  await look('erase');
}

for (const dark of [false, true]) {
  inEachEngine(`axe, ${dark ? 'dark' : 'light'}`, (_engine, held) => {
    beforeEach(() => held.browser.fresh());

    it('no violation on any screen', async () => {
      await held.browser.size(1000, 1300); // tall: what lies under the bar of buttons cannot be judged
      const person = new Person(held.browser);
      const found = [];
      let passes = 0;
      await everyScreen(person, site.url('/form.html'), async (screen) => {
        assert.equal(await person.read(() => matchMedia('(prefers-color-scheme: dark)').matches), dark);
        const result = await held.browser.axe('inner');
        passes += result.passes;
        found.push(...[...result.violations, ...result.incomplete.filter((one) => !covered.test(one))].map((what) => `${screen}: ${what}`));
      });
      assert.deepEqual(found, []);
      assert.ok(passes > 100, 'axe looked at hardly anything');
    });

    it('no violation on the pages around it', async () => {
      const found = [];
      for (const path of ['/', '/embed.html', '/engine.html']) {
        await held.browser.open(site.url(path));
        await held.browser.waitFor('page', 'h1');
        const { violations } = await held.browser.axe('page');
        found.push(...violations.map((what) => `${path}: ${what}`));
      }
      assert.deepEqual(found, []);
    });

    it('control: axe finds what is wrong', async () => {
      await held.browser.open(site.url('/pages/faulty.html'));
      const { violations } = await held.browser.axe('page');
      for (const rule of ['label', 'color-contrast', 'button-name']) assert.ok(violations.some((one) => one.startsWith(`${rule}:`)), rule);
    });
  }, { dark });
}

inEachEngine('use', (engine, held) => {
  beforeEach(() => held.browser.fresh());
  const measures = [
    ['320 px wide: nothing to scroll sideways', { width: 320 }],
    ['320 px wide and right to left: nothing to scroll sideways', { width: 320, rightToLeft: true }],
    ['375 px wide with text twice the size: nothing to scroll sideways', { width: 375, rootSize: '200%' }],
  ];
  for (const [title, { width, rightToLeft, rootSize }] of measures) {
    it(title, async () => {
      const person = new Person(held.browser);
      const wide = [];
      await everyScreen(person, site.url(`/pages/narrow.html?width=${width}`), async (screen) => {
        const over = await person.read((rtl, size) => {
          document.documentElement.dir = rtl ? 'rtl' : 'ltr';
          if (size) document.documentElement.style.setProperty('font-size', size);
          const { scrollWidth, clientWidth } = document.documentElement;
          const out = [...document.querySelectorAll('body *')].filter((one) => {
            const { left, right, width: own } = one.getBoundingClientRect();
            return own > 1 && (left < -1 || right > clientWidth + 1) && !one.closest('.unseen, .sheet');
          });
          return [clientWidth, scrollWidth, out.slice(0, 4).map((one) => `${one.tagName}.${one.className}`).join(' ')];
        }, Boolean(rightToLeft), rootSize ?? '');
        assert.equal(over[0] <= width, true, `the form is ${over[0]} px wide`);
        if (over[1] > over[0] || over[2]) wide.push(`${screen}: ${over.join(' ')}`);
      });
      assert.deepEqual(wide, []);
    });
  }

  it('every target is at least 44 px high and wide', async () => {
    const person = new Person(held.browser);
    const small = [];
    await everyScreen(person, site.url('/pages/narrow.html?width=320'), async (screen) => {
      const found = await person.read(() => [...document.querySelectorAll('button, label.choice, summary')].map((one) => {
        const { width, height } = one.getBoundingClientRect();
        return [one.tagName, one.dataset.action ?? one.className, Math.round(width * 10) / 10, Math.round(height * 10) / 10];
      }).filter(([, , width, height]) => width > 0 && (width < 44 || height < 44)));
      small.push(...found.map((one) => `${screen}: ${one.join(' ')}`));
    });
    assert.deepEqual([...new Set(small)], []);
  });

  it('each screen takes the focus, Tab goes through it in the order it is read, and the focus is seen', async () => {
    const person = new Person(held.browser);
    const wrong = [];
    let screens = 0;
    await everyScreen(person, site.url('/form.html'), async (screen) => {
      if (!['item', 'review', 'result', 'keep'].includes(screen)) return;
      screens += 1;
      const at = await person.read(() => document.activeElement.tagName);
      if (!['H1', 'LEGEND'].includes(at)) wrong.push(`${screen}: the focus is on ${at}`);
      // in the order of the document: each button, and a group of radio buttons once
      const expected = await person.read(() => {
        const all = [...document.querySelectorAll('*')];
        const after = all.slice(all.indexOf(document.activeElement) + 1);
        const shown = after.filter((one) => one.matches('button, summary, input') && one.getClientRects().length > 0);
        return shown.map((one) => one.dataset.action ?? one.tagName).filter((what, i, list) => what !== 'INPUT' || list.indexOf('INPUT') === i);
      });
      const reached = [];
      for (let pressed = 0; pressed < expected.length; pressed += 1) {
        await held.browser.press('Tab');
        const [what, seen] = await person.read(() => {
          const one = document.activeElement;
          const styles = [one, one.closest('label') ?? one].map((drawn) => getComputedStyle(drawn));
          return [one.dataset.action ?? one.tagName,
            styles.some(({ outlineStyle, outlineWidth, boxShadow }) => (outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2) || boxShadow !== 'none')];
        });
        reached.push(what);
        if (!seen) wrong.push(`${screen}: focus not seen on ${what}`);
      }
      assert.ok(expected.length >= 2, screen);
      assert.deepEqual(reached, expected, screen);
    });
    assert.equal(screens, 4);
    assert.deepEqual(wrong, []);
  });
});

inEachEngine('forced colours', (engine, held) => {
  it('a chosen answer, the focus and the progress can still be told apart', async () => {
    await held.browser.fresh();
    const person = new Person(held.browser);
    await person.arrive(site.url('/form.html'));
    const forced = await person.read(() => matchMedia('(forced-colors: active)').matches);
    if (engine === 'webkit') return assert.equal(forced, false, 'WebKit has no forced colours');
    assert.equal(forced, true);
    await person.start();
    await person.choose(2);
    const [chosen, other, fill, bar] = await person.read(() => {
      const marks = (one) => { const s = getComputedStyle(one); return [s.borderColor, s.outlineColor, s.outlineStyle, s.backgroundColor, s.color, s.borderWidth].join(); };
      const labels = document.querySelectorAll('label.choice');
      return [marks(labels[1]), marks(labels[3]), getComputedStyle(document.querySelector('.fill')).backgroundColor, getComputedStyle(document.querySelector('.bar')).backgroundColor];
    });
    const native = await person.read(() => getComputedStyle(document.querySelector('input')).appearance !== 'none');
    assert.ok(native || chosen !== other, 'the chosen option looks like the others');
    return assert.notEqual(fill, bar);
  });
}, { forcedColors: true });
