// The three browser engines the tests run in, each behind the same small driver.
//
// A driver has: fresh, open, tab, leave, reload, back, url, evaluate, has, waitFor, click, touch, press, type, size,
// screenshot, media, pdf, axe, downloads, windows, close. `where` is 'page' (the top document), 'outer' (form.html) or 'inner' (the form
// itself); 'inner 1' is the second form on the page.
import { after, before, describe } from 'node:test';
import { launchPlaywright } from './playwright.mjs';
import { launchWebDriver } from './webdriver.mjs';

const known = ['chromium', 'firefox', 'webkit'];
export const engines = (process.env.RAPPORT_ENGINES ?? known.join(',')).split(',').filter(Boolean);

// options: { dark, forcedColors, noWasm }: what a browser can only be told at its start
export function launch(name, options = {}) {
  if (!known.includes(name)) throw new Error(`unknown engine ${name}`);
  return name === 'webkit' ? launchWebDriver(options) : launchPlaywright(name, options);
}

// A missing or broken browser fails every case of its group: nothing here is ever skipped.
export function inEachEngine(suite, register, options) {
  for (const name of engines) {
    describe(`${suite}: ${name}`, () => {
      const held = {};
      before(async () => { held.browser = await launch(name, options); });
      after(() => held.browser?.close());
      register(name, held);
    });
  }
}
